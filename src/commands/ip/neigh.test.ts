import { expect, test } from 'vitest'
import { parseInet } from '../../wire/inet.ts'
import { ipCommand } from './ip.ts'
import { Bench, link, LO, neigh } from './testbench.ts'

const ip4 = (text: string): number => parseInet(text)!

function host(): Bench {
  const bench = new Bench()
  bench.links = [LO, link({ index: 3, ifname: 'eth0' })]
  bench.neighs = [
    neigh({ index: 3, dst: ip4('10.0.0.2'), lladdr: 0x020000000002 }),
    neigh({
      index: 3,
      dst: ip4('10.0.0.3'),
      lladdr: 0x020000000003,
      state: 2,
      refcnt: 1,
      used: 5.9,
      probes: 1,
    }),
    neigh({ index: 3, dst: ip4('10.0.0.4'), lladdr: 0x020000000004, state: 0x40 }),
    neigh({ index: 3, dst: ip4('10.0.0.5'), state: 0 }),
    neigh({ index: 1, dst: ip4('10.0.0.6'), state: 0x20 }),
  ]
  return bench
}

test('ip neigh show and its filters', () => {
  const bench = host()
  const cases: readonly (readonly [string, string])[] = [
    [
      'n',
      '10.0.0.2 dev eth0 lladdr 02:00:00:00:00:02 PERMANENT \n' +
        '10.0.0.3 dev eth0 lladdr 02:00:00:00:00:03 REACHABLE \n10.0.0.6 dev lo FAILED \n',
    ],
    ['neigh show dev eth0 nud noarp', '10.0.0.4 lladdr 02:00:00:00:00:04 NOARP \n'],
    ['neigh show nud none', '10.0.0.5 dev eth0 \n'],
    [
      'neigh show 10.0.0.2/31 nud all dev eth0',
      '10.0.0.2 lladdr 02:00:00:00:00:02 PERMANENT \n10.0.0.3 lladdr 02:00:00:00:00:03 REACHABLE \n',
    ],
    [
      '-s neigh show 10.0.0.3',
      '10.0.0.3 dev eth0 lladdr 02:00:00:00:00:03  ref 1 used 5/0/0probes 1 REACHABLE \n',
    ],
    ['-br neigh show to 10.0.0.3', `${'10.0.0.3'.padEnd(40)}${'eth0'.padEnd(17)}02:00:00:00:00:03\n`],
    [
      '-j neigh show 10.0.0.3',
      '[{"dst":"10.0.0.3","dev":"eth0","lladdr":"02:00:00:00:00:03","state":["REACHABLE"]}]\n',
    ],
    ['neigh get 10.0.0.4 dev eth0', '10.0.0.4 dev eth0 lladdr 02:00:00:00:00:04 NOARP \n'],
    ['neigh get 10.0.0.9 dev eth0', 'Error: Neighbour entry not found.\n[2]'],
  ]
  for (const [words, output] of cases) expect(bench.run(ipCommand.run, `ip ${words}`), words).toBe(output)
})

test('ip neigh add and del: what is asked of the kernel', () => {
  const bench = host()
  const one = { family: 2, index: 3, state: 0x80, flags: 0, dst: ip4('10.0.0.9'), lladdr: 0x020000000009 }
  expect(bench.run(ipCommand.run, 'ip neigh add 10.0.0.9 lladdr 2:0:0:0:0:9 dev eth0')).toBe('')
  expect(bench.run(ipCommand.run, 'ip neigh change 10.0.0.9 lladdr 2:0:0:0:0:9 dev eth0 nud reach')).toBe('')
  expect(bench.run(ipCommand.run, 'ip neigh del 10.0.0.9 dev eth0')).toBe('')
  const { lladdr: _, ...without } = one
  expect(bench.changes).toEqual([
    { type: 'RTM_NEWNEIGH', flags: { create: true, excl: true }, neigh: one },
    { type: 'RTM_NEWNEIGH', flags: { replace: true }, neigh: { ...one, state: 2 } },
    { type: 'RTM_DELNEIGH', neigh: without },
  ])
})

test('what is refused', () => {
  const bench = host()
  const cases: readonly (readonly [string, string])[] = [
    ['add 10.0.0.2 lladdr 2:0:0:0:0:2', 'Device and destination are required arguments.\n[255]'],
    ['add 10.0.0.2 dev nosuch', 'Cannot find device "nosuch"\n[1]'],
    ['add 10.0.0.2 dev eth0 lladdr 02:00', 'Error: Invalid link address.\n[2]'],
    ['add 10.0.0.2 dev eth0 lladdr zz:00', '"zz" is invalid lladdr.\n[1]'],
    ['add 10.0.0.2 dev eth0 02:00', 'Error: either "to" is duplicate, or "02:00" is a garbage.\n[255]'],
    ['add 10.0.0.2/24 dev eth0', 'Error: any valid address is expected rather than "10.0.0.2/24".\n[1]'],
    ['add 10.0.0.2 dev eth0 nud foo', 'Error: argument "foo" is wrong: nud state is bad\n[255]'],
    ['show nosuch', 'Error: any valid prefix is expected rather than "nosuch".\n[1]'],
    ['flush', 'Flush requires arguments.\n[1]'],
    ['get dev eth0', 'Device and address are required arguments.\n[1]'],
    ['foo', 'Command "foo" is unknown, try "ip neigh help".\n[255]'],
  ]
  for (const [words, output] of cases)
    expect(bench.run(ipCommand.run, `ip neigh ${words}`), words).toBe(output)
  expect(bench.changes).toEqual([])
})

test('a flush spares permanent entries', () => {
  const bench = host()
  expect(bench.run(ipCommand.run, 'ip -s neigh flush dev lo')).toBe(
    '\n*** Round 1, deleting 1 entries ***\n*** Flush is complete after 1 round ***\n',
  )
  expect(bench.changes.length).toBe(1)
})
