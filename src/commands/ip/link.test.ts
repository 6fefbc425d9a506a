import { expect, test } from 'vitest'
import { EEXIST, EINVAL } from '../../uapi/errno.ts'
import { IFF_LOWER_UP, IFF_RUNNING, IFF_UP } from '../../uapi/if.ts'
import { ipCommand } from './ip.ts'
import { Bench, link, LO } from './testbench.ts'

const BROADCAST_MULTICAST = 0x1002

function pair(): Bench {
  const bench = new Bench()
  bench.links = [
    LO,
    link({ index: 2, ifname: 'veth1', link: 3, linkinfo: { kind: 'veth' } }),
    link({
      index: 3,
      ifname: 'veth0',
      link: 2,
      flags: BROADCAST_MULTICAST | IFF_UP,
      operstate: 'LOWERLAYERDOWN',
      qdisc: 'noqueue',
      numTxQueues: 2,
      numRxQueues: 2,
      linkinfo: { kind: 'veth' },
    }),
  ]
  return bench
}

test('ip link: a pair with one end up', () => {
  expect(pair().run(ipCommand.run, 'ip l')).toBe(
    '1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\n' +
      '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n' +
      '2: veth1@veth0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\n' +
      '    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff\n' +
      '3: veth0@veth1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000\n' +
      '    link/ether 02:00:00:00:00:03 brd ff:ff:ff:ff:ff:ff\n',
  )
})

test('ip -br link, ip -o link, ip -d link, ip -j link', () => {
  const bench = pair()
  expect(bench.run(ipCommand.run, 'ip --brief link show veth0')).toBe(
    'veth0@veth1      LOWERLAYERDOWN 02:00:00:00:00:03 <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> \n',
  )
  expect(bench.run(ipCommand.run, 'ip -o link show veth0')).toBe(
    '3: veth0@veth1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000\\    link/ether 02:00:00:00:00:03 brd ff:ff:ff:ff:ff:ff\n',
  )
  expect(bench.run(ipCommand.run, 'ip -d link show veth0')).toBe(
    '3: veth0@veth1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000\n' +
      '    link/ether 02:00:00:00:00:03 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 \n' +
      '    veth addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 \n',
  )
  expect(bench.run(ipCommand.run, 'ip -j -p link show veth0')).toBe(
    '[ {\n        "ifindex": 3,\n        "link": "veth1",\n        "ifname": "veth0",\n' +
      '        "flags": [ "NO-CARRIER","BROADCAST","MULTICAST","UP","M-DOWN" ],\n        "mtu": 1500,\n' +
      '        "qdisc": "noqueue",\n        "operstate": "LOWERLAYERDOWN",\n        "linkmode": "DEFAULT",\n' +
      '        "group": "default",\n        "txqlen": 1000,\n        "link_type": "ether",\n' +
      '        "address": "02:00:00:00:00:03",\n        "broadcast": "ff:ff:ff:ff:ff:ff"\n    } ]\n',
  )
})

test('a peer in another namespace is shown by number, without M-DOWN', () => {
  const bench = new Bench()
  bench.links = [link({ index: 3, ifname: 'veth0', link: 2, linkNetnsid: 0 })]
  expect(bench.run(ipCommand.run, 'ip link show veth0')).toBe(
    '3: veth0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\n' +
      '    link/ether 02:00:00:00:00:03 brd ff:ff:ff:ff:ff:ff link-netnsid 0\n',
  )
})

test('names are padded by octets, colours stand where iproute2 has them', () => {
  const bench = new Bench()
  bench.links = [link({ index: 2, ifname: 'é', operstate: 'UP', flags: IFF_UP | IFF_RUNNING | IFF_LOWER_UP })]
  expect(bench.run(ipCommand.run, 'ip -br -c link')).toBe(
    '\x1b[36mé               \x1b[0m\x1b[32mUP             \x1b[0m\x1b[33m02:00:00:00:00:02 \x1b[0m<UP,LOWER_UP> \n',
  )
})

test('ip link set sends one request that says what was typed', () => {
  const bench = pair()
  expect(
    bench.run(ipCommand.run, 'ip l s veth0 up mtu 1400 arp off name eth0 alias x txqueuelen 5 nomaster'),
  ).toBe('')
  expect(bench.changes).toEqual([
    {
      type: 'RTM_NEWLINK',
      flags: {},
      link: {
        index: 3,
        change: 0x81,
        flags: 0x81,
        mtu: 1400,
        newName: 'eth0',
        alias: 'x',
        txqlen: 5,
        master: 0,
      },
    },
  ])
})

test('ip link add: every way to name the other end', () => {
  const bench = pair()
  for (const words of ['peer name p0', 'peer p0', 'peer p0 mtu 1300 address 2:0:0:0:0:9']) {
    expect(bench.run(ipCommand.run, `ip link add v0 type veth ${words}`)).toBe('')
  }
  expect(bench.run(ipCommand.run, 'ip link add type veth')).toBe('')
  const flags = { create: true, excl: true }
  const made = (peer: object): object => ({ ifname: 'v0', linkinfo: { kind: 'veth', peer } })
  expect(bench.changes).toEqual([
    { type: 'RTM_NEWLINK', flags, link: made({ ifname: 'p0' }) },
    { type: 'RTM_NEWLINK', flags, link: made({ ifname: 'p0' }) },
    { type: 'RTM_NEWLINK', flags, link: made({ ifname: 'p0', mtu: 1300, address: 0x020000000009 }) },
    { type: 'RTM_NEWLINK', flags, link: { linkinfo: { kind: 'veth' } } },
  ])
})

test('ip link: what is refused before the kernel hears of it', () => {
  const bench = pair()
  const cases: readonly (readonly [string, string])[] = [
    ['set nosuch up', 'Cannot find device "nosuch"\n[1]'],
    ['set', 'Not enough information: "dev" argument is required.\n[255]'],
    ['set veth0 UP', 'Error: either "dev" is duplicate, or "UP" is a garbage.\n[255]'],
    ['set veth0 mtu', 'Command line is not complete. Try option "help"\n[255]'],
    ['set veth0 mtu abc', 'Error: argument "abc" is wrong: Invalid "mtu" value\n\n[255]'],
    ['set veth0 promisc maybe', 'Error: argument of "promisc" must be "on" or "off", not "maybe"\n[1]'],
    ['set veth0 address 02:11:22:33:44:zz', '"zz" is invalid lladdr.\n[1]'],
    ['set veth0 address 02:11:22', 'Invalid address length 3 - must be 6 bytes\n[1]'],
    [
      'set veth0 name averylonginterfacename',
      'Error: argument "averylonginterfacename" is wrong: "name" not a valid ifname\n[255]',
    ],
    ['set veth0 netns nosuch', 'Error: argument "nosuch" is wrong: Invalid "netns" value\n\n[255]'],
    ['set veth0 netns 77', 'RTNETLINK answers: No such process\n[2]'],
    ['add x', 'Not enough information: "type" argument is required\n[1]'],
    [
      'add x type veth foo',
      "Usage: ip link <options> type veth [peer <options>]\nTo get <options> type 'ip link add help'\n[1]",
    ],
    ['add x address 1:2:3 type veth', 'RTNETLINK answers: Invalid argument\n[2]'],
    [
      'add x type vxlan id 1 dstport 4789 remote any',
      'Error: argument "any" is wrong: invalid remote address\n[255]',
    ],
    ['set veth0 type bridge stp_state on', 'Error: argument "on" is wrong: invalid stp_state\n[255]'],
    ['show veth0 veth1', 'Error: either "dev" is duplicate, or "veth1" is a garbage.\n[255]'],
    ['show nosuch', 'Device "nosuch" does not exist.\n[1]'],
    ['up veth0', 'Command "up" is unknown, try "ip link help".\n[255]'],
  ]
  for (const [words, output] of cases)
    expect(bench.run(ipCommand.run, `ip link ${words}`), words).toBe(output)
  expect(bench.changes).toEqual([])
})

test('what the kernel refuses is told in its words', () => {
  const bench = pair()
  bench.refusal = { errno: EEXIST, extack: null }
  expect(bench.run(ipCommand.run, 'ip link add veth0 type veth')).toBe('RTNETLINK answers: File exists\n[2]')
  bench.refusal = { errno: EINVAL, extack: 'mtu less than device minimum' }
  expect(bench.run(ipCommand.run, 'ip link set veth0 mtu 1')).toBe(
    'Error: mtu less than device minimum.\n[2]',
  )
})
