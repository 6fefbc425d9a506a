import { expect, test } from 'vitest'
import { EADDRNOTAVAIL } from '../../uapi/errno.ts'
import { IFF_LOWER_UP, IFF_RUNNING, IFF_UP } from '../../uapi/if.ts'
import { parseInet } from '../../wire/inet.ts'
import { parseInet6 } from '../../wire/inet6.ts'
import { ipCommand } from './ip.ts'
import { addr, Bench, link, LO } from './testbench.ts'

const ip4 = (text: string): number => parseInet(text)!

function host(): Bench {
  const bench = new Bench()
  const flags = 0x1002 | IFF_UP | IFF_RUNNING | IFF_LOWER_UP
  bench.links = [LO, link({ index: 3, ifname: 'eth0', flags, operstate: 'UP', qdisc: 'noqueue' })]
  bench.addrs = [
    addr({ index: 3, local: ip4('10.0.0.1'), broadcast: ip4('10.0.0.255'), label: 'eth0' }),
    addr({ index: 3, local: ip4('10.0.0.2'), flags: 0x81, label: 'eth0:x', metric: 7 }),
    addr({ index: 3, local: ip4('10.1.0.1'), address: ip4('10.1.0.2'), prefixlen: 32, label: 'eth0' }),
    addr({
      index: 3,
      family: 10,
      local: parseInet6('fe80::ff:fe00:1')!,
      prefixlen: 64,
      scope: 253,
      flags: 0xc0,
    }),
  ]
  return bench
}

const ETH0 =
  '3: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000\n'

test('ip addr show', () => {
  expect(host().run(ipCommand.run, 'ip a s eth0')).toBe(
    ETH0 +
      '    link/ether 02:00:00:00:00:03 brd ff:ff:ff:ff:ff:ff\n' +
      '    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n       valid_lft forever preferred_lft forever\n' +
      '    inet 10.0.0.2/24 metric 7 scope global secondary eth0:x\n       valid_lft forever preferred_lft forever\n' +
      '    inet 10.1.0.1 peer 10.1.0.2/32 scope global eth0\n       valid_lft forever preferred_lft forever\n' +
      '    inet6 fe80::ff:fe00:1/64 scope link tentative \n       valid_lft forever preferred_lft forever\n',
  )
})

test('ip -br, -o, -4, -0 and -j addr', () => {
  const bench = host()
  expect(bench.run(ipCommand.run, 'ip -br addr')).toBe(
    'lo               DOWN           \n' +
      'eth0             UP             10.0.0.1/24 10.0.0.2/24 metric 7 10.1.0.1 peer 10.1.0.2/32 fe80::ff:fe00:1/64 \n',
  )
  expect(bench.run(ipCommand.run, 'ip -o -6 addr')).toBe(
    '3: eth0    inet6 fe80::ff:fe00:1/64 scope link tentative \\       valid_lft forever preferred_lft forever\n',
  )
  expect(bench.run(ipCommand.run, 'ip -4 addr show up secondary')).toBe(
    `${ETH0}    inet 10.0.0.2/24 metric 7 scope global secondary eth0:x\n       valid_lft forever preferred_lft forever\n`,
  )
  expect(bench.run(ipCommand.run, 'ip -0 addr show eth0')).toBe(
    `${ETH0}    link/ether 02:00:00:00:00:03 brd ff:ff:ff:ff:ff:ff\n`,
  )
  expect(bench.run(ipCommand.run, 'ip -j -br -4 addr show eth0 to 10.1/16')).toBe(
    '[{"ifname":"eth0","operstate":"UP","addr_info":[{},{},{"local":"10.1.0.1","address":"10.1.0.2","prefixlen":32}]}]\n',
  )
})

test('labels hide the devices', () => {
  expect(host().run(ipCommand.run, 'ip addr show label eth0:*')).toBe(
    '    inet 10.0.0.2/24 metric 7 scope global secondary eth0:x\n       valid_lft forever preferred_lft forever\n',
  )
})

test('counters come after the addresses', () => {
  const bench = new Bench()
  expect(bench.run(ipCommand.run, 'ip -s addr')).toBe(
    '1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000\n' +
      '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n' +
      '    RX:  bytes packets errors dropped  missed   mcast           \n' +
      '             0       0      0       0       0       0 \n' +
      '    TX:  bytes packets errors dropped carrier collsns           \n' +
      '             0       0      0       0       0       0 \n',
  )
})

test('ip addr add: what is asked of the kernel', () => {
  const bench = host()
  const flags = { create: true, excl: true }
  const asked = (words: string): unknown => {
    expect(bench.run(ipCommand.run, `ip a ${words}`)).toBe('')
    return bench.changes.pop()
  }
  const local = ip4('10.9.0.1')
  const plain = { family: 2, index: 3, prefixlen: 24, scope: 0, flags: 0, local, address: local }
  expect(asked('add 10.9.0.1/24 dev eth0')).toEqual({ type: 'RTM_NEWADDR', flags, addr: plain })
  expect(asked('a 10.9.0.1/24 brd + dev eth0 label eth0:1 metric 5')).toEqual({
    type: 'RTM_NEWADDR',
    flags,
    addr: { ...plain, broadcast: ip4('10.9.0.255'), label: 'eth0:1', metric: 5 },
  })
  expect(asked('add 10.9.0.1/31 brd + dev eth0')).toEqual({
    type: 'RTM_NEWADDR',
    flags,
    addr: { ...plain, prefixlen: 31 },
  })
  expect(asked('replace 10.9.0.1 peer 10.9.0.2/30 dev eth0 scope link noprefixroute')).toEqual({
    type: 'RTM_NEWADDR',
    flags: { create: true, replace: true },
    addr: { ...plain, address: ip4('10.9.0.2'), prefixlen: 30, scope: 253, flags: 0x200 },
  })
  expect(asked('add 127.0.0.5/8 dev lo')).toMatchObject({ addr: { index: 1, scope: 254 } })
  expect(asked('del 10.9.0.1/24 dev eth0')).toEqual({ type: 'RTM_DELADDR', addr: plain })
})

test('deleting without a length warns and leaves the peer open', () => {
  const bench = host()
  expect(bench.run(ipCommand.run, 'ip addr del 10.0.0.1 dev eth0')).toBe(
    'Warning: Executing wildcard deletion to stay compatible with old scripts.\n' +
      '         Explicitly specify the prefix length (10.0.0.1/32) to avoid this warning.\n' +
      '         This special behaviour is likely to disappear in further releases,\n' +
      '         fix your scripts!\n',
  )
  expect(bench.changes).toEqual([
    {
      type: 'RTM_DELADDR',
      addr: { family: 2, index: 3, prefixlen: 32, scope: 0, flags: 0, local: ip4('10.0.0.1') },
    },
  ])
})

test('what is refused', () => {
  const bench = host()
  const cases: readonly (readonly [string, string])[] = [
    ['add 10.0.0.1/24', 'Not enough information: "dev" argument is required.\n[1]'],
    ['add 10.0.0.1/24 dev nosuch', 'Cannot find device "nosuch"\n[1]'],
    ['add 10.0.0.1/24 dev eth0 foo', 'Error: either "local" is duplicate, or "foo" is a garbage.\n[255]'],
    ['add 10.0.0.1/24 brd x dev eth0', 'Error: inet address is expected rather than "x".\n[1]'],
    ['add 10.0.0.300/24 dev eth0', 'Error: any valid prefix is expected rather than "10.0.0.300/24".\n[1]'],
    ['add 10.0.0.1/24 dev eth0 scope x', 'Error: argument "x" is wrong: invalid scope value.\n[255]'],
    ['add 10.0.0.1/24 dev eth0 metric x', 'Error: argument "x" is wrong: "metric" value is invalid\n\n[255]'],
    ['show scope x', 'Error: argument "x" is wrong: invalid "scope"\n\n[255]'],
    ['flush', 'Flush requires arguments.\n[1]'],
    ['foo', 'Command "foo" is unknown, try "ip address help".\n[255]'],
  ]
  for (const [words, output] of cases)
    expect(bench.run(ipCommand.run, `ip addr ${words}`), words).toBe(output)
  expect(bench.changes).toEqual([])
})

test('a flush goes on when an address is gone already, and tells its rounds', () => {
  const bench = host()
  bench.addrs = bench.addrs.slice(0, 2)
  bench.refusal = { errno: EADDRNOTAVAIL, extack: null }
  expect(bench.run(ipCommand.run, 'ip -s -l 1 addr flush dev eth0')).toBe(
    '\n*** Round 1, deleting 2 addresses ***\n*** Flush remains incomplete after 1 rounds. ***\n[1]',
  )
  expect(bench.changes.length).toBe(2)
})
