// Copies of a lab on stage: with what runs in its terminals, and without a trace in the lab itself.
import { describe, expect, it } from 'vitest'
import { FULL } from '../lab/full.ts'
import { probeOf } from '../lab/why/probe.ts'
import { explain } from '../lab/why/why.ts'
import { copyOf } from './copy.ts'
import type { FromLab } from './protocol.ts'
import { BRIDGE, Page } from './testing.ts'

type Told<T extends FromLab['type']> = Extract<FromLab, { type: T }>

function last<T extends FromLab['type']>(page: Page, type: T): Told<T> | undefined {
  return page.messages.findLast((m): m is Told<T> => m.type === type)
}

/** What the second worker would answer about the probe that ended last. */
function why(page: Page) {
  const { snapshot } = last(page.send({ type: 'snapshot' }), 'snapshot')!
  const { run } = last(page, 'run')!
  return explain(() => copyOf(structuredClone(snapshot), FULL), probeOf(run!)!)!
}

describe('a copy', () => {
  it('tells why the last probe failed, and the mend runs and is undone as one', () => {
    const page = new Page().open(BRIDGE)
    page.run('ip netns exec blue iptables -P INPUT DROP')
    page.run('ip netns exec red ping -c 1 -W 1 10.0.0.2')
    expect(last(page, 'run')!.run).toMatchObject({
      failed: 'yes',
      argv: ['ping', '-c', '1', '-W', '1', '10.0.0.2'],
    })
    const text = page.text
    const { sentence, mend, story } = why(page)
    expect(sentence.en).toBe('blue’s INPUT chain drops it: policy DROP, no rule matched.')
    expect(story?.steps.at(-1)?.outcome).toBe('drop')
    expect(page.text).toBe(text)
    page.send({ type: 'mend', commands: mend!, note: 'let the ping through' }).pass(2000)
    expect(page.screen()).toContain('# let the ping through\n')
    page.run('ip netns exec red ping -c 1 -W 1 10.0.0.2')
    expect(last(page, 'run')!.run?.failed).toBe('no')
    page.send({ type: 'undo' }).send({ type: 'undo' }).pass(100)
    expect(page.text).toBe(text)
  })

  it('has what runs in another terminal', () => {
    const page = new Page().open(BRIDGE)
    page.send({ type: 'terminal-open', id: 'host/blue', machine: 'host', netns: 'blue' })
    page.type('nc -k -l 8080\r', 'host/blue').pass(500)
    page.run('ip netns exec red nc -z -w 1 10.0.0.2 8080')
    expect(last(page, 'run')!.run?.failed).toBe('no')
    expect(why(page).reached).toBe(true)
    page.type('\x03', 'host/blue').pass(500)
    page.run('ip netns exec red nc -z -w 1 10.0.0.2 8080')
    expect(why(page).sentence.en).toBe(
      'Nothing in blue listens on tcp port 8080: the packet arrives and is refused.',
    )
  })

  it('is what `lab why` asks in a terminal', () => {
    const page = new Page().open(BRIDGE)
    page.run('ip -n blue link set eth0 down').run('ip netns exec red ping -c 1 -W 1 10.0.0.2').run('lab why')
    expect(page.screen()).toContain(
      `lab why
eth0 in blue is down: nothing crosses the link between red and blue.
It gets through after:
  ip -n blue link set eth0 up
`,
    )
  })
})
