import { expect, test } from 'vitest'
import { NetBench } from '../lib/nettools/testbench.ts'
import { ifconfigCommand } from './ifconfig.ts'

function pair(): NetBench {
  const bench = new NetBench(ifconfigCommand)
  bench.sh('ip link add e0 address 02:00:00:00:00:01 type veth peer name e10', 'ip link set e10 up')
  return bench
}

/** Addresses of e0 as `ip -o` has them. */
function addresses(bench: NetBench): string[] {
  const lines = bench
    .sh('ip -4 -o addr show e0')
    .split('\n')
    .filter((line) => line !== '')
  return lines.map((line) => line.replace(/.* inet /, '').replace(/\\.*/, ''))
}

const COUNTERS =
  '        RX packets 0  bytes 0 (0.0 B)\n        RX errors 0  dropped 0  overruns 0  frame 0\n' +
  '        TX packets 0  bytes 0 (0.0 B)\n        TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0\n\n'

test('devices and labels, one by one and in a table', () => {
  const bench = pair()
  bench.sh('ifconfig e0 10.0.0.1/24', 'ifconfig e0:1 10.5.0.1/24')
  bench.settleLinks('e0', 'e10')
  const flags = 'flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n'
  const ether = '        ether 02:00:00:00:00:01  txqueuelen 1000  (Ethernet)\n'
  expect(bench.sh('ifconfig e0', 'ifconfig e0:1')).toBe(
    `e0: ${flags}        inet 10.0.0.1  netmask 255.255.255.0  broadcast 10.0.0.255\n` +
      `        inet6 fe80::ff:fe00:1  prefixlen 64  scopeid 0x20<link>\n${ether}${COUNTERS}` +
      `e0:1: ${flags}        inet 10.5.0.1  netmask 255.255.255.0  broadcast 10.5.0.255\n${ether}\n`,
  )
  expect(bench.sh('ifconfig -a -s')).toBe(
    'Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n' +
      'e0               1500        0      0      0 0             0      0      0      0 BMRU\n' +
      'e0:1             1500      - no statistics available -                        BMRU\n' +
      'e10              1500        0      0      0 0             0      0      0      0 BMRU\n' +
      'lo              65536        0      0      0 0             0      0      0      0 L\n',
  )
  expect(bench.sh('ifconfig lo')).toBe(
    `lo: flags=8<LOOPBACK>  mtu 65536\n        loop  txqueuelen 1000  (Local Loopback)\n${COUNTERS}`,
  )
})

test('addresses: the class gives the mask until one is named', () => {
  const bench = pair()
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ['e0 10.0.0.1', ['10.0.0.1/8 brd 10.255.255.255 scope global e0']],
    ['e0 netmask 255.255.0.0', ['10.0.0.1/16 brd 10.0.255.255 scope global e0']],
    ['e0 172.16.1.1/33', ['172.16.1.1/1 brd 255.255.255.255 scope global e0']],
    ['e0 192.168.1.1 broadcast 192.168.1.9', ['192.168.1.1/24 brd 192.168.1.9 scope global e0']],
    ['e0 pointopoint 10.0.0.9', ['192.168.1.1 peer 10.0.0.9/24 brd 192.168.1.9 scope global e0']],
    ['e0 0.0.0.0', []],
    ['e0 10.1.0.1/24', ['10.1.0.1/24 brd 10.1.0.255 scope global e0']],
    [
      'e0 add 10.2.0.1',
      ['10.1.0.1/24 brd 10.1.0.255 scope global e0', '10.2.0.1/24 brd 10.1.0.255 scope global e0:0'],
    ],
    ['e0 del 10.2.0.1', ['10.1.0.1/24 brd 10.1.0.255 scope global e0']],
    ['e0:0 10.3.0.1 down', ['10.1.0.1/24 brd 10.1.0.255 scope global e0']],
  ]
  for (const [words, after] of steps) {
    expect(bench.sh(`ifconfig ${words}`), words).toBe('')
    expect(addresses(bench), words).toEqual(after)
  }
})

test('flags and numbers of the device', () => {
  const bench = pair()
  const steps: readonly (readonly [string, string])[] = [
    ['e0 up', 'flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500'],
    ['e0 promisc -arp', 'flags=4547<UP,BROADCAST,RUNNING,NOARP,PROMISC,MULTICAST>  mtu 1500'],
    ['e0 -promisc arp -multicast mtu 1400', 'flags=67<UP,BROADCAST,RUNNING>  mtu 1400'],
    ['e0 dynamic allmulti', 'flags=-32189<UP,BROADCAST,RUNNING,ALLMULTI,DYNAMIC>  mtu 1400'],
    ['e0 down', 'flags=-32254<BROADCAST,ALLMULTI,DYNAMIC>  mtu 1400'],
  ]
  for (const [words, first] of steps) {
    expect(bench.sh(`ifconfig ${words}`), words).toBe('')
    bench.settleLinks('e0')
    expect(bench.sh('ifconfig e0').split('\n')[0], words).toBe(`e0: ${first}`)
  }
  expect(
    bench.sh('ifconfig e0 hw ether 02:00', 'ifconfig e0 txqueuelen 5 name foo', 'ip -o link show foo'),
  ).toBe(
    '3: foo@e10: <BROADCAST,ALLMULTI,DYNAMIC> mtu 1400 qdisc noqueue state DOWN mode DEFAULT group default qlen 5' +
      '\\    link/ether 02:00:00:00:00:00 brd ff:ff:ff:ff:ff:ff\n',
  )
})

test('what it says when it cannot', () => {
  const bench = pair()
  const lookup = "ifconfig: `--help' gives usage information.\n"
  const cases: readonly (readonly [string, string])[] = [
    ['e9', 'e9: error fetching interface information: Device not found\n[1]\n'],
    ['e9 up', 'e9: ERROR while getting interface flags: No such device\n[255]\n'],
    [
      'e9 10.0.0.1',
      'SIOCSIFADDR: No such device\ne9: ERROR while getting interface flags: No such device\n[255]\n',
    ],
    ['e0 10.0.0.256', `10.0.0.256: Unknown host\n${lookup}[1]\n`],
    ['e0 UP', `UP: Host name lookup failure\n${lookup}[1]\n`],
    ['e0 224.0.0.1', 'SIOCSIFADDR: Invalid argument\n[1]\n'],
    ['e0 netmask 255.255.255.0', 'SIOCSIFNETMASK: Cannot assign requested address\n[1]\n'],
    [
      '-v e0 10.0.0.1 netmask 255.0.255.0',
      'SIOCSIFNETMASK: Invalid argument\nWARNING: at least one error occured. (1)\n[1]\n',
    ],
    ['e0 mtu 10', 'SIOCSIFMTU: Invalid argument\n[1]\n'],
    ['e0 hw ether 01:00:00:00:00:01', 'SIOCSIFHWADDR: Cannot assign requested address\n[1]\n'],
    ['e0 hw ether zz', 'zz: invalid ether address.\n[1]\n'],
    ['e0 hw loop 1', "hw address type `loop' has no handler to set address. failed.\n[1]\n"],
    ['e0:3 down', 'SIOCSIFFLAGS: Cannot assign requested address\n[255]\n'],
    ['e0 -broadcast', 'Warning: Interface e0 still in BROADCAST mode.\n'],
    ['-x', `ifconfig: option \`-x' not recognised.\n${lookup}[1]\n`],
    ['e0 tunnel ::1.2.3.4', 'ifconfig: tunnel is not supported in vethlab\n[1]\n'],
    ['-V', 'net-tools 2.10\n'],
  ]
  for (const [words, output] of cases) expect(bench.sh(`ifconfig ${words}`), words).toBe(output)
})
