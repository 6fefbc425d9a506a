import { describe, expect, it } from 'vitest'
import { KernelBench } from '../testbench.ts'

const STATES = ['disabled', 'listening', 'learning', 'forwarding', 'blocking']

/** br1 and br2 with two cables between them: x1–y1 and x2–y2; br1 has the lower address. */
function ring(stpState: number) {
  const b = new KernelBench()
  b.ipv4Only(b.root)
  for (const [name, priority] of [
    ['br1', 0x1000],
    ['br2', 0x8000],
  ] as const) {
    b.add(b.root, name, 'bridge')
    const bridge = { stpState, priority }
    b.ok(b.root, {
      type: 'RTM_NEWLINK',
      flags: {},
      link: { ifname: name, linkinfo: { kind: 'bridge', bridge } },
    })
  }
  for (const i of [1, 2]) {
    b.veth(b.root, `x${i}`, `y${i}`, b.root)
    b.master(b.root, `x${i}`, 'br1')
    b.master(b.root, `y${i}`, 'br2')
    b.up(b.root, `x${i}`)
    b.up(b.root, `y${i}`)
  }
  b.up(b.root, 'br1')
  b.up(b.root, 'br2')
  const states = () =>
    ['x1', 'x2', 'y1', 'y2'].map((name) => STATES[b.link(b.root, name).linkinfo?.bridgePort?.state ?? 0])
  const bridge = (name: string) => b.link(b.root, name).linkinfo?.bridge
  return { b, states, bridge }
}

describe('the spanning tree', () => {
  it('blocks the second way to the root, and opens it when the first is gone', () => {
    const { b, states, bridge } = ring(1)
    b.run(3)
    expect(states()).toEqual(['listening', 'listening', 'listening', 'blocking'])
    b.run(14)
    expect(states()).toEqual(['learning', 'learning', 'learning', 'blocking'])
    b.run(15)
    expect(states()).toEqual(['forwarding', 'forwarding', 'forwarding', 'blocking'])
    expect(bridge('br2')).toMatchObject({ rootPort: 1, rootPathCost: 2, rootId: { priority: 0x1000 } })
    expect(bridge('br1')).toMatchObject({ rootPort: 0, topologyChange: 1, ageingTime: 3000 })
    b.run(40)
    expect(bridge('br1')).toMatchObject({ topologyChange: 0, ageingTime: 30000 })
    b.down(b.root, 'x1')
    expect(states()).toEqual(['disabled', 'forwarding', 'disabled', 'listening'])
    b.run(31)
    expect(states()).toEqual(['disabled', 'forwarding', 'disabled', 'forwarding'])
  })

  it('lets everything forward when it is off', () => {
    const { b, states } = ring(0)
    b.run(3)
    expect(states()).toEqual(['forwarding', 'forwarding', 'forwarding', 'forwarding'])
  })

  it('makes the bridge root whose priority is lowered', () => {
    const { b, bridge } = ring(1)
    b.run(5)
    expect(bridge('br2')?.rootPort).toBe(1)
    const attrs = { kind: 'bridge', bridge: { priority: 0 } }
    b.ok(b.root, { type: 'RTM_NEWLINK', flags: {}, link: { ifname: 'br2', linkinfo: attrs } })
    b.run(5)
    expect(bridge('br2')?.rootPort).toBe(0)
    expect(bridge('br1')).toMatchObject({ rootPort: 1, rootId: { priority: 0 } })
  })
})
