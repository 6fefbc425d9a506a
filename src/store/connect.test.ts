import { expect, test } from 'vitest'
import { connectWorker, type LabWorker } from './connect.ts'
import type { FromLab, ToLab } from './lab.ts'

class FakeWorker implements LabWorker {
  readonly said: ToLab[] = []
  ended = false
  onmessage: LabWorker['onmessage'] = null
  onerror: LabWorker['onerror'] = null
  postMessage(message: ToLab): void {
    this.said.push(message)
  }
  terminate(): void {
    this.ended = true
  }
  say(message: FromLab): void {
    this.onmessage?.({ data: message } as MessageEvent<FromLab>)
  }
  die(): void {
    this.onerror?.({} as ErrorEvent)
  }
}

function connected(): {
  workers: FakeWorker[]
  heard: FromLab[]
  beat: () => void
  send: (message: ToLab) => void
} {
  const workers: FakeWorker[] = []
  const heard: FromLab[] = []
  const create = (): FakeWorker => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  }
  let beat = (): void => {}
  const connect = connectWorker(
    create,
    (again) => (again ? 'started again' : 'dead'),
    (each) => (beat = each),
    (fn) => fn(),
  )
  return { workers, heard, beat: () => beat(), send: connect((message) => heard.push(message)) }
}

const lab = (text: string): FromLab => ({
  type: 'lab',
  lab: { text, title: '', world: 'bare', canUndo: false, canRedo: false },
})
const OPENED: FromLab = { type: 'opened', view: { machines: [] }, sheet: { placements: [], notes: [] } }

test('a worker that dies is replaced, its terminals closed, its text opened again', () => {
  const { workers, heard, send } = connected()
  workers[0]!.say(OPENED)
  workers[0]!.say(lab('one'))
  workers[0]!.say({ type: 'terminal-opened', id: 'host', machine: 'host', netns: null })
  send({ type: 'terminal-open', id: 'host/red', machine: 'host', netns: 'red' })
  heard.length = 0
  workers[0]!.die()
  expect(workers.map((w) => w.ended)).toEqual([true, false])
  expect(workers[1]!.said).toEqual([{ type: 'open', text: 'one' }])
  expect(heard).toEqual([
    { type: 'terminal-closed', id: 'host' },
    { type: 'terminal-closed', id: 'host/red' },
    { type: 'hops-cut', last: 0 },
    { type: 'failed', reason: 'started again' },
  ])
  send({ type: 'undo' })
  expect(workers[1]!.said.at(-1)).toEqual({ type: 'undo' })
  workers[0]!.say(lab('late'))
  expect(heard).toHaveLength(4)
})

test('a text that kills the next one too gives way to the one before', () => {
  const { workers } = connected()
  workers[0]!.say(OPENED)
  workers[0]!.say(lab('one'))
  workers[0]!.say(lab('two'))
  workers[0]!.die()
  workers[1]!.die()
  expect(workers.map((w) => w.said)).toEqual([
    [{ type: 'view-shown' }],
    [{ type: 'open', text: 'two' }],
    [{ type: 'open', text: 'one' }],
  ])
})

test('three deaths in a row are enough', () => {
  const { workers, heard, send } = connected()
  workers[0]!.die()
  workers[1]!.die()
  workers[2]!.die()
  expect(workers.map((w) => w.ended)).toEqual([true, true, true])
  expect(heard.at(-1)).toEqual({ type: 'failed', reason: 'dead' })
  send({ type: 'undo' })
  expect(workers[2]!.said).toEqual([])
})

test('a worker that stops answering is replaced', () => {
  const { workers, heard, beat } = connected()
  workers[0]!.say(lab('one'))
  beat()
  workers[0]!.say({ type: 'story', story: null })
  for (let second = 0; second < 11; second++) beat()
  expect(workers.map((w) => w.said)).toEqual([
    [
      { type: 'story', skb: 0 },
      { type: 'story', skb: 0 },
    ],
    [{ type: 'open', text: 'one' }],
  ])
  expect(heard.map((message) => message.type)).toEqual(['lab', 'hops-cut', 'failed'])
})
