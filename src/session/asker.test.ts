// The second worker: what is in hand before a question comes is the lab of the question.
import { expect, it } from 'vitest'
import { FULL } from '../lab/full.ts'
import { probeOf } from '../lab/why/probe.ts'
import { explain } from '../lab/why/why.ts'
import { heed } from './asker.ts'
import type { FromAsker } from './asking.ts'
import { Copy, copyOf, type Snapshot } from './copy.ts'
import type { FinishedRun } from './protocol.ts'
import { BRIDGE, Page } from './testing.ts'

function snapshot(page: Page): Snapshot {
  const told = page.send({ type: 'snapshot' }).messages.findLast((m) => m.type === 'snapshot')!
  return structuredClone(told.snapshot)
}

function lastRun(page: Page): FinishedRun {
  return page.messages.findLast((m) => m.type === 'run')!.run!
}

it('answers from what was prepared as from a copy of its own', () => {
  const page = new Page().open(BRIDGE)
  const posted: FromAsker[] = []
  const post = (answer: FromAsker): void => void posted.push(structuredClone(answer))
  heed({ type: 'prepare', snapshot: snapshot(page) }, post, () => 0)
  expect(posted).toEqual([])
  page.run('ip netns exec blue iptables -P INPUT DROP').run('ip netns exec red ping -c 1 -W 1 10.0.0.2')
  page.pass(3000)
  const now = snapshot(page)
  const run = lastRun(page)
  heed({ type: 'ask', id: 7, snapshot: now, question: { kind: 'why', run } }, post, () => 0)
  const answer = structuredClone(explain(() => copyOf(now, FULL), probeOf(run)!))
  expect(posted).toEqual([
    { type: 'trying', id: 7, commands: answer!.mend },
    { type: 'told', id: 7, told: { answer } },
  ])
})

it('tries nothing more when it has taken too long', () => {
  const page = new Page().open(BRIDGE).run('ip -n blue link set eth0 down')
  page.run('ip netns exec red ping -c 1 -W 1 10.0.0.2')
  const posted: FromAsker[] = []
  let time = 0
  heed(
    { type: 'ask', id: 1, snapshot: snapshot(page), question: { kind: 'why', run: lastRun(page) } },
    (answer) => posted.push(answer),
    () => (time += 30_000),
  )
  expect(posted).toMatchObject([{ told: { answer: { cause: 'far-link-down', mend: null } } }])
})

it('follows a lab until something is undone in it', () => {
  const page = new Page().open(BRIDGE)
  const copy = new Copy(snapshot(page), FULL)
  page.run('ip netns exec red ping -c 1 -W 1 10.0.0.2').pass(500)
  page.run('ip -n red link set eth0 mtu 1400')
  expect(copy.follow(snapshot(page))).toBe(true)
  expect(copy.lab.now).toBe(snapshot(page).now)
  expect(copy.lab.aside('host', 'ip -n red link; ip -n red neigh').output).toBe(
    copyOf(snapshot(page), FULL).aside('host', 'ip -n red link; ip -n red neigh').output,
  )
  page.send({ type: 'undo' }).pass(100)
  expect(copy.follow(snapshot(page))).toBe(false)
})
