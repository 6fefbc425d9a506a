import { expect, it } from 'vitest'
import { KernelBench } from '../testbench.ts'

/** br1 and br2 with `cables` between them, and a host on br1. */
function loop(cables: number) {
  const b = new KernelBench()
  for (const name of ['br1', 'br2']) {
    b.add(b.root, name, 'bridge')
    b.up(b.root, name)
  }
  for (let i = 1; i <= cables; i++) {
    b.veth(b.root, `x${i}`, `y${i}`, b.root)
    b.master(b.root, `x${i}`, 'br1')
    b.master(b.root, `y${i}`, 'br2')
    b.up(b.root, `x${i}`)
    b.up(b.root, `y${i}`)
  }
  const host = b.kernel.createNet()
  b.veth(b.root, 'v1', 'eth0', host)
  b.master(b.root, 'v1', 'br1')
  b.up(b.root, 'v1')
  b.up(host, 'eth0')
  b.addr(host, 'eth0', '10.0.0.1/24')
  b.run(1)
  const seen = { hops: 0, drops: new Set<string>() }
  b.trace.listener = (e) => {
    if (e.kind === 'xmit') seen.hops++
    if (e.kind === 'drop') seen.drops.add(e.reason)
  }
  b.ping(host, '10.0.0.9')
  return { b, seen }
}

it('a broadcast goes round in a loop for ever, and never faster than can be borne', () => {
  const { b, seen } = loop(3)
  expect(seen.drops).toContain('CPU_BACKLOG')
  expect(seen.hops).toBeGreaterThan(1_000)
  expect(seen.hops).toBeLessThan(200_000)
  seen.hops = 0
  b.run(1)
  expect(seen.hops).toBeGreaterThan(1_000)
  expect(seen.hops).toBeLessThan(100_000)
  b.down(b.root, 'x2')
  b.down(b.root, 'x3')
  b.run(1)
  seen.hops = 0
  b.run(0.5)
  expect(seen.hops).toBe(0)
})

it('there is none where there is no loop', () => {
  const { seen } = loop(1)
  expect(seen.drops).not.toContain('CPU_BACKLOG')
  expect(seen.hops).toBeLessThan(100)
})
