import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { FromAsker, Snapshot, ToAsker } from '../session/protocol.ts'
import { createAsker, type AskedWorker, type Question } from './asker.ts'
import type { LabStore, LabStoreState } from './lab.ts'

const QUESTION: Question = { kind: 'reach', port: null }
const MATRIX = { matrix: { port: null, ends: [], cells: [] } }

class Worker implements AskedWorker {
  readonly heard: ToAsker[] = []
  ended = false
  onmessage: AskedWorker['onmessage'] = null
  onerror: AskedWorker['onerror'] = null
  postMessage(message: ToAsker): void {
    this.heard.push(message)
  }
  terminate(): void {
    this.ended = true
  }
  says(data: FromAsker): void {
    this.onmessage?.({ data } as MessageEvent<FromAsker>)
  }
}

/** A lab that tells at once what it is made of. */
function bench() {
  const api = createStore<LabStoreState>()(() => ({ snapshot: null }) as LabStoreState)
  const snapshot = { world: 'bare', log: [], places: [], future: [], now: 0 } satisfies Snapshot
  const store = { api, send: () => api.setState({ snapshot: { ...snapshot } }) } as unknown as LabStore
  const workers: Worker[] = []
  const asker = createAsker(store, () => {
    const worker = new Worker()
    workers.push(worker)
    return worker
  })
  return { asker, workers }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('one worker prepares, says what it tries and answers', async () => {
  const { asker, workers } = bench()
  asker.prepare()
  const tried: unknown[] = []
  const told = asker.ask(QUESTION, { trying: (commands) => tried.push(commands) })
  await vi.advanceTimersByTimeAsync(0)
  const [worker] = workers
  expect(worker!.heard.map(({ type }) => type)).toEqual(['prepare', 'ask'])
  worker!.says({ type: 'trying', id: 1, commands: [{ machine: 'host', line: 'ip link set eth0 up' }] })
  worker!.says({ type: 'told', id: 1, told: MATRIX })
  expect(await told).toEqual(MATRIX)
  expect(tried).toEqual([[{ machine: 'host', line: 'ip link set eth0 up' }]])
  expect(workers).toHaveLength(1)
})

test('a worker busy with what nobody waits for is ended, and the others ask another one', async () => {
  const { asker, workers } = bench()
  const abort = new AbortController()
  const first = asker.ask(QUESTION, { signal: abort.signal })
  const second = asker.ask(QUESTION)
  await vi.advanceTimersByTimeAsync(0)
  abort.abort()
  expect(await first).toBeNull()
  await vi.advanceTimersByTimeAsync(700)
  expect(workers.map(({ ended, heard }) => [ended, heard.length])).toEqual([
    [true, 2],
    [false, 1],
  ])
  workers[1]!.says({ type: 'told', id: 2, told: MATRIX })
  expect(await second).toEqual(MATRIX)
})
