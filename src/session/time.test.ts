import { describe, expect, it } from 'vitest'
import type { FromLab } from './protocol.ts'
import { BRIDGE, Page } from './testing.ts'

const PING = 'ip netns exec red ping -c 2 10.0.0.2'

function count(page: Page, type: FromLab['type']): number {
  return page.messages.filter((m) => m.type === type).length
}

function names(page: Page): (string | null)[] {
  return page.view.machines[0]!.namespaces.map((n) => n.name)
}

describe('a ping', () => {
  it('is seen hop by hop, in about as long as it takes to watch it', () => {
    const page = new Page().open(BRIDGE)
    const began = page.time
    page.run(PING)
    expect(page.hops.map((h) => h.label)).toEqual([
      ...['ARP who-has 10.0.0.2', 'ARP who-has 10.0.0.2', 'ARP 10.0.0.2 is-at', 'ARP 10.0.0.2 is-at'],
      ...['ICMP echo request', 'ICMP echo request', 'ICMP echo reply', 'ICMP echo reply'],
      ...['ICMP echo request', 'ICMP echo request', 'ICMP echo reply', 'ICMP echo reply'],
    ])
    expect(page.time - began).toBeGreaterThan(6300)
    expect(page.time - began).toBeLessThan(6700)
    const shown = page.messages.filter((m) => m.type === 'hops')
    expect(shown.every((m) => !m.replay && m.hopMilliseconds === 450)).toBe(true)
  })

  it('is over at once at speed 0', () => {
    const page = new Page().open(BRIDGE).send({ type: 'speed', speed: 0 }).type(`${PING}\r`)
    expect(page.screen()).toContain('2 packets transmitted, 2 received')
    expect(page.messages.filter((m) => m.type === 'hops').every((m) => m.replay)).toBe(true)
  })

  it('tells its story', () => {
    const page = new Page().open(BRIDGE).run(PING)
    page.send({ type: 'story', skb: page.hops.at(-1)!.skb })
    expect(page.story).toMatchObject({ title: 'ICMP echo reply' })
    expect(page.story?.steps.some((s) => s.netns === 'blue')).toBe(true)
    page.send({ type: 'story', skb: 123_456 })
    expect(page.story).toBe(null)
  })

  it('stops while paused, and goes on step by step', () => {
    const page = new Page().open(BRIDGE).send({ type: 'play', playing: false }).type(`${PING}\r`).pass(10_000)
    expect([page.hops.length, page.player.busy]).toEqual([1, true])
    page.send({ type: 'step' })
    expect(page.hops.length).toBe(2)
    page.send({ type: 'step' }).send({ type: 'step' })
    expect(page.hops.length).toBe(4)
    page.send({ type: 'step-back' })
    expect([page.hops.length, page.player.playing, page.player.busy]).toEqual([3, false, true])
    page.send({ type: 'play', playing: true }).pass(20_000)
    expect(page.hops.length).toBe(12)
    expect(page.screen()).toContain('2 packets transmitted, 2 received')
  })

  it('steps back over its whole length, and forth again the same', () => {
    const page = new Page().open(BRIDGE).run(PING)
    const [screen, hops, text] = [page.screen(), [...page.hops], page.text]
    for (let left = 11; left >= 1; left--) expect(page.send({ type: 'step-back' }).hops.length).toBe(left)
    page.send({ type: 'step-back' })
    expect([page.hops.length, page.text, page.canRedo]).toEqual([0, BRIDGE, true])
    page.send({ type: 'step-back' })
    expect(page.text).toBe(BRIDGE)
    page.send({ type: 'redo' }).send({ type: 'play', playing: true }).pass(10_000)
    expect([page.screen(), page.text]).toEqual([screen, text])
    expect(page.hops.map((h) => h.summary)).toEqual(hops.map((h) => h.summary))
  })

  it('that was interrupted ends as it ended after a step back', () => {
    const page = new Page()
      .open(BRIDGE)
      .type('ip netns exec red ping 10.0.0.2\r')
      .pass(8000)
      .type('\x03')
      .pass(200)
    const screen = page.screen()
    expect(screen).toContain('^C\n--- 10.0.0.2 ping statistics')
    page.send({ type: 'step-back' }).send({ type: 'step-back' })
    expect(page.screen()).not.toContain('statistics')
    page.send({ type: 'play', playing: true }).pass(20_000)
    expect(page.screen()).toBe(screen)
  })
})

it('keys after a step back come at their time, though other commands followed', () => {
  const page = new Page()
    .open(BRIDGE)
    .type('ip netns exec red ping 10.0.0.2\r')
    .pass(8000)
    .type('\x03')
    .pass(200)
  const screen = page.screen()
  page.run('ip netns add green').send({ type: 'step-back' }).send({ type: 'step-back' })
  expect([page.canRedo, names(page)]).toEqual([true, [null, 'blue', 'red']])
  page.send({ type: 'play', playing: true }).pass(20_000)
  expect(page.screen()).toBe(screen)
  page.send({ type: 'redo' })
  expect(names(page)).toEqual([null, 'blue', 'green', 'red'])
})

describe('undo', () => {
  it('is the lab without the last command, to the last octet', () => {
    // Links have settled: hosts have told of their groups.
    const page = new Page().open(BRIDGE).pass(10_000).run('true')
    // Counters are known of what was looked at.
    for (const { id } of page.view.machines[0]!.namespaces)
      page.send({ type: 'look', netns: id, inside: false })
    const before = { screen: page.screen(), view: page.view, text: page.text }
    page.run('ip netns add green').send({ type: 'undo' })
    expect({ screen: page.screen(), view: page.view, text: page.text }).toEqual(before)
    expect([page.canUndo, page.canRedo]).toEqual([true, true])
    page.send({ type: 'redo' })
    expect(names(page)).toEqual([null, 'blue', 'green', 'red'])
    page.send({ type: 'undo' }).run('ip netns add other')
    expect(page.canRedo).toBe(false)
  })

  it('of everything leaves the world it began with', () => {
    const page = new Page().open(BRIDGE)
    for (let i = 0; i < 20; i++) page.send({ type: 'undo' })
    expect([names(page), page.text, page.canUndo]).toEqual([[null], '#! title: Bridge\n', false])
    for (let i = 0; i < 20; i++) page.send({ type: 'redo' })
    expect([page.text, page.canRedo]).toEqual([BRIDGE, false])
  })

  it('leaves alone what runs elsewhere', () => {
    const page = new Page().open(BRIDGE).type('ip netns exec red ping 10.0.0.2\r').pass(3000)
    page.gesture(['ip netns add green']).pass(3000)
    const hops = page.hops.length
    page.send({ type: 'undo' })
    expect([names(page), page.player.busy]).toEqual([[null, 'blue', 'red'], true])
    expect(page.hops.length).toBeGreaterThanOrEqual(hops - 1)
    page.type('\x03').pass(100)
    expect(page.screen()).toContain('ping statistics')
  })

  it('brings back what a namespace’s terminal said', () => {
    const page = new Page()
      .open(BRIDGE)
      .send({ type: 'terminal-open', id: 'red', machine: 'host', netns: 'red' })
    page.run('echo kept', 'red').run('echo gone', 'red').send({ type: 'undo' })
    expect(page.screen('red')).toContain('kept\n')
    expect(page.screen('red')).not.toContain('gone')
  })

  it('closes the terminal of a namespace that is no more', () => {
    const page = new Page().open('').run('ip netns add red')
    page.send({ type: 'terminal-open', id: 'red', machine: 'host', netns: 'red' }).pass(100)
    page.send({ type: 'undo' })
    expect([...page.terminals.keys()]).toEqual(['host'])
  })
})

it('reset goes back to the world, and can be taken back', () => {
  const page = new Page().open(`#! world: lan\n${BRIDGE}`).send({ type: 'reset' })
  expect([page.text, page.order.length, names(page)]).toEqual([
    '#! world: lan\n#! title: Bridge\n',
    4,
    [null],
  ])
  for (let i = 0; i < 12; i++) page.send({ type: 'redo' })
  expect(names(page)).toEqual([null, 'blue', 'red'])
})

describe('nobody waiting', () => {
  it('nothing is done, and the page hears nothing', () => {
    const page = new Page().open(BRIDGE).run(PING).pass(5000)
    const heard = page.messages.length
    expect([page.idle, page.player.busy]).toEqual([true, false])
    page.pass(3_600_000)
    expect(page.messages.length).toBe(heard)
  })

  it('time has passed all the same when something is asked again', () => {
    const page = new Page().open(BRIDGE).run(PING).pass(120_000).run('ip -n red neigh')
    expect(page.screen()).toContain('STALE')
  })

  it('a command sends the machines that changed, and no others', () => {
    // By then every machine has probed for its addresses.
    const page = new Page().open('#! world: lan\n').pass(5000).run('true')
    const views = count(page, 'view')
    page.run('ip netns add red')
    const [change] = page.messages.filter((m) => m.type === 'view').slice(views)
    expect(change?.type === 'view' && change.changed.map((m) => m.name)).toEqual(['host'])
  })
})

it('a job in the background goes on, and is stopped where it was', () => {
  const page = new Page().open(BRIDGE).type('ip netns exec red ping 10.0.0.2 > /tmp/log &\r').pass(10_000)
  expect(page.player.busy).toBe(true)
  page.run('kill %1', 'host', 1000).run('tail -4 /tmp/log; wc -l < /tmp/log', 'host', 3000)
  expect(page.screen()).toContain('icmp_seq=2')
  expect(page.player.busy).toBe(false)
})
