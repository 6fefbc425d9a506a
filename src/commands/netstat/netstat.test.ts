import { expect, test } from 'vitest'
import { NetBench } from '../lib/nettools/testbench.ts'
import { netstatCommand } from './netstat.ts'
import { FAMILIES, USAGE } from './usage.ts'

const ROUTES = 'Kernel IP routing table\nDestination     Gateway         Genmask         Flags '
const DEVICES =
  'Kernel Interface table\n' +
  'Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n'

test('routes and devices', () => {
  const bench = new NetBench(netstatCommand)
  bench.sh(
    'ip link add e0 mtu 1400 type veth peer name e1',
    'ip addr add 10.0.0.1/24 dev e0',
    'ip link set e1 up',
    'ip link set e0 up',
    'ip route add default via 10.0.0.9',
    'ip route add unreachable 10.9.0.0/16',
  )
  bench.settleLinks('e0', 'e1')
  expect(bench.sh('netstat -rn')).toBe(
    `${ROUTES}  MSS Window  irtt Iface\n` +
      '0.0.0.0         10.0.0.9        0.0.0.0         UG        0 0          0 e0\n' +
      '10.0.0.0        0.0.0.0         255.255.255.0   U         0 0          0 e0\n' +
      '10.9.0.0        -               255.255.0.0     !         - -          - -\n',
  )
  expect(bench.sh('netstat -re').split('\n').slice(0, 3)).toEqual([
    ...`${ROUTES}Metric Ref    Use Iface`.split('\n'),
    'default         10.0.0.9        0.0.0.0         UG    0      0        0 e0',
  ])
  expect(bench.sh('netstat -i')).toBe(
    `${DEVICES}e0               1400        0      0      0 0             0      0      0      0 BMRU\n` +
      'e1               1500        0      0      0 0             0      0      0      0 BMRU\n',
  )
  expect(bench.sh('netstat -ia').split('\n').at(-2)).toBe(
    'lo              65536        0      0      0 0             0      0      0      0 L',
  )
})

test('what it does not show', () => {
  const bench = new NetBench(netstatCommand)
  const cases: readonly (readonly [string, string])[] = [
    ['netstat -M', 'netstat: -M is not supported in vethlab\n[1]\n'],
    ['netstat -r -A ax25', 'netstat: -A ax25 is not supported in vethlab\n[1]\n'],
    ['netstat -z', `netstat: invalid option -- 'z'\n${USAGE}${FAMILIES}[3]\n`],
  ]
  for (const [line, output] of cases) expect(bench.sh(line), line).toBe(output)
})
