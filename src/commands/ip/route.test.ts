import { expect, test } from 'vitest'
import { parseInet } from '../../wire/inet.ts'
import { ipCommand } from './ip.ts'
import { Bench, link, LO, route } from './testbench.ts'

const ip4 = (text: string): number => parseInet(text)!

function router(): Bench {
  const bench = new Bench()
  bench.links = [LO, link({ index: 2, ifname: 'eth1' }), link({ index: 3, ifname: 'eth0' })]
  const connected = { protocol: 2, scope: 253, prefsrc: ip4('192.168.1.10'), oif: 3 }
  bench.routes = [
    route({
      multipath: [
        { gateway: ip4('192.168.1.1'), oif: 3, flags: 0, weight: 1 },
        { gateway: ip4('192.168.2.1'), oif: 2, flags: 17, weight: 3 },
      ],
      flags: 16,
    }),
    route({
      dst: ip4('10.0.0.0'),
      dstLen: 8,
      tos: 16,
      gateway: ip4('192.168.1.1'),
      oif: 3,
      priority: 7,
      mtu: 1400,
    }),
    route({ dst: ip4('11.0.0.0'), dstLen: 8, routeType: 6 }),
    route({ ...connected, dst: ip4('192.168.1.0'), dstLen: 24 }),
    route({ ...connected, dst: ip4('192.168.1.10'), dstLen: 32, table: 255, routeType: 2, scope: 254 }),
    route({ dst: ip4('31.0.0.0'), dstLen: 8, oif: 3, scope: 253, table: 1000 }),
  ]
  return bench
}

const DEFAULT =
  'default linkdown \n\tnexthop via 192.168.1.1 dev eth0 weight 1 \n' +
  '\tnexthop via 192.168.2.1 dev eth1 weight 3 dead linkdown \n'

test('ip route show and its filters', () => {
  const bench = router()
  const cases: readonly (readonly [string, string])[] = [
    [
      '',
      `${DEFAULT}10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 metric 7 mtu 1400 \nblackhole 11.0.0.0/8 \n` +
        '192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 \n',
    ],
    [' show default', DEFAULT],
    [' show match 10.1.2.3', `${DEFAULT}10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 metric 7 mtu 1400 \n`],
    [' show root 192.168.0.0/16', '192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 \n'],
    [' show type blackhole', 'blackhole 11.0.0.0/8 \n'],
    [' show via 192.168.1.1', '10.0.0.0/8 tos 0x10 dev eth0 metric 7 mtu 1400 \n'],
    [' show metric 7', '10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 mtu 1400 \n'],
    [' show proto kernel dev eth0', '192.168.1.0/24 scope link src 192.168.1.10 \n'],
    [' show table local', 'local 192.168.1.10 dev eth0 proto kernel scope host src 192.168.1.10 \n'],
    [' show table 1000', '31.0.0.0/8 dev eth0 scope link \n'],
    [' show table all root 31/8', '31.0.0.0/8 dev eth0 table 1000 scope link \n'],
    [' show table 7', 'Error: ipv4: FIB table does not exist.\nDump terminated\n[2]'],
  ]
  for (const [words, output] of cases)
    expect(bench.run(ipCommand.run, `ip route${words}`), words).toBe(output)
})

test('ip -d, -o, -N and -j route', () => {
  const bench = router()
  expect(bench.run(ipCommand.run, 'ip -d route show 11.0.0.0/8')).toBe(
    'blackhole 11.0.0.0/8 proto boot scope global \n',
  )
  expect(bench.run(ipCommand.run, 'ip -o route show default')).toBe(
    'default linkdown \\\tnexthop via 192.168.1.1 dev eth0 weight 1 ' +
      '\\\tnexthop via 192.168.2.1 dev eth1 weight 3 dead linkdown \n',
  )
  expect(bench.run(ipCommand.run, 'ip -N route show 192.168.1.0/24')).toBe(
    '192.168.1.0/24 dev eth0 proto 2 scope 253 src 192.168.1.10 \n',
  )
  expect(bench.run(ipCommand.run, 'ip -j route show 10/8')).toBe(
    '[{"dst":"10.0.0.0/8","tos":"0x10","gateway":"192.168.1.1","dev":"eth0","metric":7,"flags":[],"metrics":[{"mtu":1400}]}]\n',
  )
})

test('names of tables come from /etc/iproute2/rt_tables', () => {
  const bench = router()
  bench.files.set('/etc/iproute2/rt_tables', '# reserved\n255\tlocal\n1000 blue\n')
  expect(bench.run(ipCommand.run, 'ip route show table blue')).toBe('31.0.0.0/8 dev eth0 scope link \n')
  expect(bench.run(ipCommand.run, 'ip route show table all root 31/8')).toBe(
    '31.0.0.0/8 dev eth0 table blue scope link \n',
  )
})

test('ip route get', () => {
  const bench = router()
  const answer = { dst: ip4('8.8.8.8'), dstLen: 32, oif: 3, uid: 0, prefsrc: ip4('192.168.1.10') }
  bench.routes = [route({ ...answer, cloned: true, gateway: ip4('192.168.1.1') })]
  expect(bench.run(ipCommand.run, 'ip route get 8.8.8.8')).toBe(
    '8.8.8.8 via 192.168.1.1 dev eth0 src 192.168.1.10 uid 0 \n    cache \n',
  )
  expect(bench.run(ipCommand.run, 'ip ro get 8.8.8.8 from 192.168.1.10 mark 5')).toBe(
    '8.8.8.8 from 192.168.1.10 via 192.168.1.1 dev eth0 mark 5 uid 0 \n    cache \n',
  )
  bench.routes = [route({ ...answer, cloned: true, oif: 1, table: 254, routeType: 2, flags: 0 })]
  expect(bench.run(ipCommand.run, 'ip -o route get 8.8.8.8')).toBe(
    'local 8.8.8.8 dev lo src 192.168.1.10 uid 0 \\    cache <local> \n',
  )
  bench.routes = [route({ ...answer, cloned: true, routeType: 3 })]
  expect(bench.run(ipCommand.run, 'ip -j route get 8.8.8.8')).toBe(
    '[{"type":"broadcast","dst":"8.8.8.8","dev":"eth0","prefsrc":"192.168.1.10","flags":[],"uid":0,"cache":["local","brd"]}]\n',
  )
})

test('ip route add and del: what is asked of the kernel', () => {
  const bench = router()
  const asked = (words: string): unknown => {
    expect(bench.run(ipCommand.run, `ip route ${words}`), words).toBe('')
    const [change] = bench.changes.splice(0)
    return change
  }
  const flags = { create: true, excl: true }
  const plain = {
    family: 2,
    table: 254,
    protocol: 3,
    scope: 0,
    routeType: 1,
    dst: 0,
    dstLen: 0,
    tos: 0,
    priority: 0,
    flags: 0,
  }
  const gateway = ip4('192.168.1.1')
  expect(asked('add default via 192.168.1.1')).toEqual({
    type: 'RTM_NEWROUTE',
    flags,
    route: { ...plain, gateway },
  })
  expect(asked('add 10/8 dev eth0 metric 5 mtu 1400 proto static src 192.168.1.10 onlink')).toEqual({
    type: 'RTM_NEWROUTE',
    flags,
    route: {
      ...plain,
      dst: ip4('10.0.0.0'),
      dstLen: 8,
      scope: 253,
      oif: 3,
      priority: 5,
      mtu: 1400,
      protocol: 4,
      prefsrc: ip4('192.168.1.10'),
      flags: 4,
    },
  })
  expect(asked('append local 10.1.1.1 dev lo')).toMatchObject({
    flags: { create: true, append: true },
    route: { table: 255, scope: 254, routeType: 2, dstLen: 32 },
  })
  expect(asked('replace unreachable 10/8 table 300')).toMatchObject({
    route: { table: 300, scope: 0, routeType: 7 },
  })
  expect(asked('add default nexthop via 192.168.1.1 weight 3 nexthop dev eth1')).toMatchObject({
    route: {
      scope: 0,
      multipath: [
        { gateway, weight: 3, flags: 0 },
        { oif: 2, weight: 1, flags: 0 },
      ],
    },
  })
  expect(asked('del default')).toEqual({
    type: 'RTM_DELROUTE',
    route: { ...plain, protocol: 0, scope: 255, routeType: 0 },
  })
})

test('what is refused', () => {
  const bench = router()
  const cases: readonly (readonly [string, string])[] = [
    ['add default via', 'Command line is not complete. Try option "help"\n[255]'],
    ['add default via abc', 'Error: any valid address is expected rather than "abc".\n[1]'],
    ['add default via 10.0.0.1 dev nosuch', 'Cannot find device "nosuch"\n[1]'],
    ['add 10.0.0.0/33 via 1.1.1.1', 'Error: any valid prefix is expected rather than "10.0.0.0/33".\n[1]'],
    ['add 10/8 gw 1.1.1.1', 'Error: either "to" is duplicate, or "gw" is a garbage.\n[255]'],
    [
      'add 10/8 via 1.1.1.1 via 1.1.1.2',
      'Error: argument "via" is wrong: use nexthop syntax to specify multiple via\n\n[255]',
    ],
    ['add 10/8 dev eth0 metric -1', 'Error: argument "-1" is wrong: "metric" value is invalid\n\n[255]'],
    ['add 10/8 nexthop', 'Error: unexpected end of line after "nexthop"\n[255]'],
    [
      'add 10/8 nexthop via 1.1.1.1 weight 257',
      'Error: argument "257" is wrong: "weight" is invalid\n\n[255]',
    ],
    [
      'add 10/8 nexthop via 1.1.1.1 foo',
      'Error: "nexthop" or end of line is expected instead of "foo"\n[255]',
    ],
    ['add 10/8 dev eth0 window x', 'Error: argument "x" is wrong: "window" value is invalid\n\n[255]'],
    ['show table nosuch', 'Error: argument "nosuch" is wrong: table id value is invalid\n\n[255]'],
    ['flush', '"ip route flush" requires arguments.\n[1]'],
    ['get', 'need at least a destination address\n[1]'],
    ['foo', 'Command "foo" is unknown, try "ip route help".\n[255]'],
  ]
  for (const [words, output] of cases)
    expect(bench.run(ipCommand.run, `ip route ${words}`), words).toBe(output)
  expect(bench.changes).toEqual([])
})
