import { expect, test } from 'vitest'
import { NetBench } from '../lib/nettools/testbench.ts'
import { ethtoolCommand } from './ethtool.ts'

const BAD = 'ethtool: bad command line argument(s)\nFor more information run ethtool -h\n[1]\n'

function settings(name: string, lines: readonly string[]): string {
  return `Settings for ${name}:\n${lines.map((line) => `\t${line}\n`).join('')}`
}

const COMMON = [
  'Supported ports: [  ]',
  'Supported link modes:   Not reported',
  'Supported pause frame use: No',
  'Supports auto-negotiation: No',
  'Supported FEC modes: Not reported',
  'Advertised link modes:  Not reported',
  'Advertised pause frame use: No',
  'Advertised auto-negotiation: No',
  'Advertised FEC modes: Not reported',
]

function bridged(): NetBench {
  const bench = new NetBench(ethtoolCommand)
  bench.sh(
    'ip link add br0 type bridge',
    'ip link add v0 type veth peer name v1',
    'ip link set v0 master br0',
    'ip link set br0 up',
    'ip link set v0 up',
    'ip link set v1 up',
  )
  bench.settleLinks('v1', 'v0', 'br0')
  return bench
}

test('settings of a veth, a bridge and lo', () => {
  const bench = bridged()
  expect(bench.sh('ethtool v0')).toBe(
    settings('v0', [
      ...COMMON,
      'Speed: 10000Mb/s',
      'Duplex: Full',
      'Auto-negotiation: off',
      'Port: Twisted Pair',
      'PHYAD: 0',
      'Transceiver: internal',
      'MDI-X: Unknown',
      'Link detected: yes',
    ]),
  )
  const bridge = (speed: string): string[] => [
    ...COMMON,
    `Speed: ${speed}`,
    'Duplex: Unknown! (255)',
    'Auto-negotiation: off',
    'Port: Other',
    'PHYAD: 0',
    'Transceiver: internal',
  ]
  expect(bench.sh('ethtool br0')).toBe(settings('br0', [...bridge('10000Mb/s'), 'Link detected: yes']))
  expect(bench.sh('ip link set br0 down', 'ethtool br0')).toBe(
    settings('br0', [...bridge('Unknown!'), 'Link detected: no']),
  )
  expect(bench.sh('ethtool lo')).toBe(settings('lo', ['Link detected: no']))
})

test('drivers, statistics, addresses, and what is refused', () => {
  const bench = bridged()
  const driver = (name: string, version: string, none: string, statistics: string): string =>
    `driver: ${name}\nversion: ${version}\nfirmware-version: ${none}\nexpansion-rom-version: \nbus-info: ${none}\n` +
    `supports-statistics: ${statistics}\nsupports-test: no\nsupports-eeprom-access: no\n` +
    'supports-register-dump: no\nsupports-priv-flags: no\n'
  const missing = 'netlink error: no device matches name (offset 24)\nnetlink error: No such device\n'
  const cases: readonly (readonly [string, string])[] = [
    ['-i v0', driver('veth', '1.0', '', 'yes')],
    ['--driver br0', driver('bridge', '2.3', 'N/A', 'no')],
    ['-i lo', 'Cannot get driver information: Operation not supported\n[71]\n'],
    ['-i nosuch', 'Cannot get driver information: No such device\n[71]\n'],
    [
      '-S v0',
      'NIC statistics:\n     peer_ifindex: 3\n     rx_queue_0_xdp_packets: 0\n     rx_queue_0_xdp_bytes: 0\n' +
        '     rx_queue_0_drops: 0\n     rx_queue_0_xdp_redirect: 0\n     rx_queue_0_xdp_drops: 0\n' +
        '     rx_queue_0_xdp_tx: 0\n     rx_queue_0_xdp_tx_errors: 0\n     tx_queue_0_xdp_xmit: 0\n' +
        '     tx_queue_0_xdp_xmit_errors: 0\n',
    ],
    ['-S br0', 'no stats available\n[94]\n'],
    ['-S nosuch', 'Cannot get stats strings information: No such device\n[96]\n'],
    ['-P v0', 'Permanent address: not set\n'],
    ['nosuch', `${missing.repeat(5)}No data available\n[75]\n`],
    ['-z v0', BAD],
    ['-i', BAD],
    ['-k v0', 'ethtool: -k is not supported in vethlab\n[1]\n'],
    ['--version', 'ethtool version 6.1\n'],
  ]
  for (const [words, output] of cases) expect(bench.sh(`ethtool ${words}`), words).toBe(output)
  expect(bench.sh('ethtool')).toBe(BAD)
})
