import { expect, test } from 'vitest'
import { Bench, link, LO, neigh } from '../ip/testbench.ts'
import { bridgeCommand } from './bridge.ts'
import { BRIDGE_USAGE } from './usage.ts'

function lan(): Bench {
  const bench = new Bench()
  bench.links = [
    LO,
    link({ index: 2, ifname: 'br0', linkinfo: { kind: 'bridge', bridge: {} } }),
    link({
      index: 4,
      ifname: 'v0',
      link: 9,
      linkNetnsid: 0,
      master: 2,
      linkinfo: {
        kind: 'veth',
        slaveKind: 'bridge',
        bridgePort: { state: 3, priority: 32, cost: 2, hairpin: true },
      },
    }),
  ]
  const fdb = (over: Parameters<typeof neigh>[0]): ReturnType<typeof neigh> => neigh({ family: 7, ...over })
  bench.neighs = [
    fdb({ index: 2, lladdr: 0x333300000001, flags: 2 }),
    fdb({ index: 2, lladdr: 0x0200000000b0, master: 2 }),
    fdb({ index: 4, lladdr: 0x020000000010, master: 2, state: 2, used: 7.2, updated: 9 }),
    fdb({ index: 4, lladdr: 0x020000000011, master: 2, state: 0x40 }),
    fdb({ index: 9, lladdr: 0x333300000001, flags: 2 }),
  ]
  return bench
}

test('bridge link', () => {
  const bench = lan()
  const one = '4: v0@if9: <BROADCAST,MULTICAST> mtu 1500 master br0 state forwarding priority 32 cost 2 '
  expect(bench.run(bridgeCommand.run, 'bridge link')).toBe(`${one}\n`)
  expect(bench.run(bridgeCommand.run, 'bridge -d link show dev v0')).toBe(
    `${one}\n    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off \n`,
  )
  expect(bench.run(bridgeCommand.run, 'bridge -j link')).toBe(
    '[{"ifindex":4,"link":"if9","ifname":"v0","flags":["BROADCAST","MULTICAST"],"mtu":1500,"master":"br0","state":"forwarding","priority":32,"cost":2}]\n',
  )
})

test('bridge link set', () => {
  const bench = lan()
  expect(bench.run(bridgeCommand.run, 'bridge link set dev v0 learning off state blocking cost 5')).toBe('')
  expect(bench.changes).toEqual([
    {
      type: 'RTM_NEWLINK',
      flags: {},
      link: { index: 4, bridgePort: { learning: false, state: 4, cost: 5 } },
    },
  ])
})

test('bridge fdb and its filters', () => {
  const bench = lan()
  const learnt = '02:00:00:00:00:10 '
  const cases: readonly (readonly [string, string])[] = [
    [
      'fdb',
      '33:33:00:00:00:01 dev br0 self permanent\n02:00:00:00:00:b0 dev br0 master br0 permanent\n' +
        `${learnt}dev v0 master br0 \n02:00:00:00:00:11 dev v0 master br0 static\n` +
        '33:33:00:00:00:01 dev if9 self permanent\n',
    ],
    ['fdb show dev v0', `${learnt}master br0 \n02:00:00:00:00:11 master br0 static\n`],
    ['fdb show br br0 dynamic', `${learnt}dev v0 master br0 \n02:00:00:00:00:11 dev v0 master br0 static\n`],
    ['-s fdb show dev v0 state reachable', `${learnt}used 7/9 master br0 \n`],
    [
      '-j fdb show dev v0 state static',
      '[{"mac":"02:00:00:00:00:11","flags":[],"master":"br0","state":"static"}]\n',
    ],
    ['fdb get 02:00:00:00:00:11 br br0', '02:00:00:00:00:11 dev v0 master br0 static\n'],
    ['fdb get 02:00:00:00:00:99 br br0', 'Error: Fdb entry not found.\n[254]'],
  ]
  for (const [words, output] of cases)
    expect(bench.run(bridgeCommand.run, `bridge ${words}`), words).toBe(output)
})

test('bridge fdb add and del: what is asked of the kernel', () => {
  const bench = lan()
  const flags = { create: true, excl: true }
  const entry = { family: 7, index: 4, lladdr: 0x020000000009 }
  for (const words of [
    'add 2:0:0:0:0:9 dev v0 master static',
    'add 2:0:0:0:0:9 dev v0',
    'add 2:0:0:0:0:9 dev v0 master dynamic',
  ]) {
    expect(bench.run(bridgeCommand.run, `bridge fdb ${words}`)).toBe('')
  }
  expect(bench.changes).toEqual([
    { type: 'RTM_NEWNEIGH', flags, neigh: { ...entry, state: 0x42, flags: 4 } },
    { type: 'RTM_NEWNEIGH', flags, neigh: { ...entry, state: 0xc0, flags: 2 } },
    { type: 'RTM_NEWNEIGH', flags, neigh: { ...entry, state: 0x02, flags: 4 } },
  ])
})

test('what is refused', () => {
  const bench = lan()
  const cases: readonly (readonly [string, string])[] = [
    ['foo', 'Object "foo" is unknown, try "bridge help".\n[255]'],
    ['help', `${BRIDGE_USAGE}[255]`],
    ['-x', 'Option "-x" is unknown, try "bridge help".\n[255]'],
    ['vlan global', 'bridge: vlan global is not supported in vethlab\n[1]'],
    ['vlan foo', 'Command "foo" is unknown, try "bridge vlan help".\n[255]'],
    ['vlan add dev v0', 'Device and VLAN ID are required arguments.\n[255]'],
    ['vlan add dev v0 vid 4096', 'Invalid VLAN ID "4096"\n[255]'],
    ['vlan add dev v0 vid 10 tunnel_info id 10', 'bridge: vlan tunnel_info is not supported in vethlab\n[1]'],
    ['fdb flush dev v0', 'RTNETLINK answers: Operation not supported\n[255]'],
    ['link foo', 'Command "foo" is unknown, try "bridge link help".\n[255]'],
    ['link set learning on', 'Device is a required argument.\n[255]'],
    ['link set dev nosuch', 'Cannot find bridge device "nosuch"\n[255]'],
    ['link set dev v0 flood x', 'Error: argument of "flood" must be one of "off", "on", not "x"\n[234]'],
    ['fdb add 2:0:0:0:0:9', 'Device and address are required arguments.\n[255]'],
    ['fdb add zz:00 dev v0', 'Invalid mac address zz:00\n[255]'],
    ['fdb add 2:0:0:0:0:9 dev nosuch', 'Cannot find device "nosuch"\n[255]'],
    ['fdb show br nosuch', 'Cannot find bridge device "nosuch"\n[255]'],
    ['-V', 'bridge utility, 6.1.0\n'],
  ]
  for (const [words, output] of cases)
    expect(bench.run(bridgeCommand.run, `bridge ${words}`), words).toBe(output)
  expect(bench.changes).toEqual([])
})
