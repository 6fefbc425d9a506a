import { expect, test } from 'vitest'
import { EEXIST } from '../../uapi/errno.ts'
import type { RtnetlinkReply, RtnetlinkRequest } from '../../uapi/rtnetlink.ts'
import { run } from '../testing/run.ts'
import { routeCommand } from './route.ts'
import { INET_USAGE } from './usage.ts'

const TABLE = `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0
eth0\t0000000A\t0201A8C0\t0003\t0\t0\t7\t000000FF\t0\t0\t0
eth0\t0100020A\t0201A8C0\t0007\t0\t0\t0\tFFFFFFFF\t0\t0\t0
*\t0000090A\t00000000\t0201\t0\t0\t0\t0000FFFF\t0\t0\t0
eth0\t00000A0A\t0201A8C0\t0003\t0\t0\t0\t0000FFFF\t1000\t2000\t300
eth1\t0000FEA9\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
`
const FILES = {
  '/proc/net/route': TABLE,
  '/etc/hosts': '192.168.1.1 router\n',
  '/etc/networks': 'default 0.0.0.0\nlink-local 169.254.0.0\n',
}

function route(args: string, asked: RtnetlinkRequest[] = [], error: RtnetlinkReply | null = null) {
  const net = () => ({
    rtnetlink: (request: RtnetlinkRequest): RtnetlinkReply => {
      asked.push(request)
      return error ?? { messages: [] }
    },
  })
  return run(routeCommand, args.split(' ').filter(Boolean), { files: FILES, net })
}

test('the table with names', () => {
  expect(route('').stdout).toBe(`Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
default         router          0.0.0.0         UG    0      0        0 eth0
10.0.0.0        192.168.1.2     255.0.0.0       UG    7      0        0 eth0
10.2.0.1        192.168.1.2     255.255.255.255 UGH   0      0        0 eth0
10.9.0.0        -               255.255.0.0     !     0      -        0 -
10.10.0.0       192.168.1.2     255.255.0.0     UG    0      0        0 eth0
link-local      0.0.0.0         255.255.0.0     U     0      0        0 eth1
`)
})

test('the table in numbers, with more columns', () => {
  expect(route('-ne').stdout).toBe(`Kernel IP routing table
Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
0.0.0.0         192.168.1.1     0.0.0.0         UG        0 0          0 eth0
10.0.0.0        192.168.1.2     255.0.0.0       UG        0 0          0 eth0
10.2.0.1        192.168.1.2     255.255.255.255 UGH       0 0          0 eth0
10.9.0.0        -               255.255.0.0     !         - -          - -
10.10.0.0       192.168.1.2     255.255.0.0     UG     1000 2000     300 eth0
169.254.0.0     0.0.0.0         255.255.0.0     U         0 0          0 eth1
`)
  expect(route('-nee').stdout.split('\n').slice(1, 3)).toEqual([
    'Destination     Gateway         Genmask         Flags Metric Ref    Use Iface    MSS   Window irtt',
    '0.0.0.0         192.168.1.1     0.0.0.0         UG    0      0        0 eth0     0     0      0',
  ])
})

test('add asks for what the ioctl would have made', () => {
  const asked: RtnetlinkRequest[] = []
  expect(route('add -net 10.0.0.0 netmask 255.0.0.0 gw 192.168.1.2 metric 5', asked)).toEqual({
    stdout: '',
    stderr: '',
    status: 0,
  })
  expect(asked.at(-1)).toEqual({
    type: 'RTM_NEWROUTE',
    flags: { create: true },
    route: {
      family: 2,
      table: 254,
      protocol: 3,
      scope: 0,
      routeType: 1,
      dst: 0x0a000000,
      dstLen: 8,
      tos: 0,
      priority: 5,
      flags: 0,
      gateway: 0xc0a80102,
    },
  })
  route('add -host 10.9.9.9 reject', asked)
  expect(asked.at(-1)).toMatchObject({ route: { routeType: 7, scope: 254, dstLen: 32 } })
})

test('del leaves open what was not said', () => {
  const asked: RtnetlinkRequest[] = []
  route('del default', asked)
  expect(asked.at(-1)).toMatchObject({
    type: 'RTM_DELROUTE',
    route: { dst: 0, dstLen: 0, scope: 255, routeType: 1 },
  })
})

test('what the kernel refuses', () => {
  expect(route('add default gw 192.168.1.1', [], { error: { errno: EEXIST, extack: null } })).toEqual({
    stdout: '',
    stderr: 'SIOCADDRT: File exists\n',
    status: 7,
  })
})

// Recorded: net-tools 2.10. `usage` follows the complaint.
test.each([
  ['add -net 10.0.0.0 gw 192.168.1.1', 'SIOCADDRT: Invalid argument\n', 7],
  ['add -net 10.0.0.1/24 gw 192.168.1.1', `route: netmask doesn't match route address\n${INET_USAGE}`, 3],
  ['add -net 10.0.0.0/33 gw 192.168.1.1', `route: netmask doesn't match route address\n${INET_USAGE}`, 3],
  ['add -net 10.0.0.0 netmask 255.0.255.0 gw 1.1.1.1', `route: bogus netmask 255.0.255.0\n${INET_USAGE}`, 3],
  [
    'add 10.7.0.0/24 gw 1.1.1.1',
    `route: netmask 000000ff doesn't make sense with host route\n${INET_USAGE}`,
    3,
  ],
  ['add -net 10.0.0.0/24 netmask 255.0.0.0 gw 1.1.1.1', INET_USAGE, 3],
  ['add default gw', INET_USAGE, 3],
  ['add default gw 1.1.1.1 metric x', INET_USAGE, 3],
  ['add default gw 1.1.1.1 foo bar', INET_USAGE, 3],
  ['add default gw 1.1.1.1 eth9', 'SIOCADDRT: No such device\n', 7],
  ['add -host nosuch gw 1.1.1.1', 'nosuch: Unknown host\n', 6],
  ['add gw 192.168.1.1', 'gw: Host name lookup failure\n', 6],
  ['add default gw nosuch', 'nosuch: Unknown host\n', 6],
  ['add -net 10.0.0.0/8 gw default', `route: default: cannot use a NETWORK as gateway!\n${INET_USAGE}`, 3],
  ['add -net 10.0.0.0/8 gw 1.1.1.1 mss 10', `route: Invalid MSS/MTU.\n${INET_USAGE}`, 3],
  ['flush', "Flushing `inet' routing table not supported\n", 3],
  ['-A foo', "Unknown address family `foo'.\n", 1],
])('route %s', (args, stderr, status) => {
  const nothing: RtnetlinkReply = { messages: [] }
  expect(route(args, [], nothing)).toEqual({ stdout: '', stderr, status })
})

test('the table of IPv6', () => {
  const zero = '0'.repeat(32)
  const table = `20010db8000000000000000000000000 40 ${zero} 00 ${zero} 00000100 0000000d 00000000 00000001       va
${zero} 00 ${zero} 00 20010db8000000000000000000000002 00000400 00000001 00000000 00000003       va
20010db8000e00000000000000000001 80 ${zero} 00 20010db8000000000000000000000002 00000007 00000002 00000000 00000007       va
${zero} 00 ${zero} 00 ${zero} ffffffff 00000001 00000000 00200200       lo
`
  const files = { '/proc/net/ipv6_route': table, '/etc/hosts': '2001:db8::2 router\n' }
  expect(run(routeCommand, ['-6'], { files }).stdout).toBe(`Kernel IPv6 routing table
Destination                    Next Hop                   Flag Met Ref  Use If
2001:db8::/64                  [::]                       U    256 13      0 va
[::]/0                         router                     UG   1024 1      0 va
2001:db8:e::1/128              router                     UGH  7   2      0 va
[::]/0                         [::]                       !n   -1  1      0 lo
`)
  expect(run(routeCommand, ['-nC', '-A', 'inet6'], { files }).stdout).toBe(`Kernel IPv6 routing cache
Destination                    Next Hop                   Flag Met Ref  Use If
`)
})
