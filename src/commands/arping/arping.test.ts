import { expect, test } from 'vitest'
import { routedBench } from '../lib/nettools/testbench.ts'
import { arpingCommand } from './arping.ts'
import { USAGE } from './options.ts'

const FROM = 'ARPING 10.0.1.1 from 10.0.1.2 eth0\n'
const REPLY = 'Unicast reply from 10.0.1.1 [MAC]  T\n'

test('who answers: the first probe is broadcast, the others are not', () => {
  const bench = routedBench(arpingCommand)
  const cases: readonly (readonly [string, string])[] = [
    [
      '-c 2 -I eth0 10.0.1.1',
      `${FROM}${REPLY}${REPLY}Sent 2 probes (1 broadcast(s))\nReceived 2 response(s)\n`,
    ],
    ['-b -c 2 10.0.1.1', `${FROM}${REPLY}${REPLY}Sent 2 probes (2 broadcast(s))\nReceived 2 response(s)\n`],
    ['-f -w 5 10.0.1.1', `${FROM}${REPLY}Sent 1 probes (1 broadcast(s))\nReceived 1 response(s)\n`],
    ['-q -c 1 10.0.1.1', ''],
    [
      '-D -c 1 -I eth0 10.0.1.1',
      `ARPING 10.0.1.1 from 0.0.0.0 eth0\n${REPLY}Sent 1 probes (1 broadcast(s))\nReceived 1 response(s)\n[1]\n`,
    ],
    [
      '-c 3 -w 2 -I eth0 10.0.1.99',
      'ARPING 10.0.1.99 from 10.0.1.2 eth0\nSent 3 probes (3 broadcast(s))\nReceived 0 response(s)\n[1]\n',
    ],
    [
      '-U -c 2 -I eth0 10.0.1.2',
      'ARPING 10.0.1.2 from 10.0.1.2 eth0\nSent 2 probes (2 broadcast(s))\nReceived 0 response(s)\n',
    ],
  ]
  for (const [words, output] of cases) {
    expect(bench.steady(`ip netns exec a arping ${words}`).replace(/\] +T/g, ']  T'), words).toBe(output)
  }
})

test('what it cannot do', () => {
  const bench = routedBench(arpingCommand)
  const cases: readonly (readonly [string, string])[] = [
    ['10.0.1.1 10.0.1.2', `${USAGE}[2]\n`],
    ['-x 10.0.1.1', `arping: invalid option -- 'x'\n${USAGE}[2]\n`],
    ['-c 0 10.0.1.1', "arping: invalid argument: '0': out of range: 1 <= value <= 2147483647\n[1]\n"],
    ['-I nosuch 10.0.1.1', 'arping: Device nosuch not available.\n[2]\n'],
    ['-I lo 10.0.1.1', 'Interface "lo" is not ARPable\n[2]\n'],
    ['-D -I lo 10.0.1.1', 'Interface "lo" is not ARPable\n'],
    ['-s 9.9.9.9 10.0.1.1', 'arping: bind: Cannot assign requested address\n[2]\n'],
    ['-s x 10.0.1.1', 'arping: invalid source x\n[2]\n'],
    ['10.0.1.300', 'arping: 10.0.1.300: Name or service not known\n[2]\n'],
    ['nosuch', 'arping: nosuch: Temporary failure in name resolution\n[2]\n'],
  ]
  for (const [words, output] of cases) expect(bench.sh(`ip netns exec a arping ${words}`), words).toBe(output)
  bench.sh('ip -n a route del default', 'ip -n a link set eth0 down')
  expect(bench.sh('ip netns exec a arping 10.0.1.1')).toBe(
    'arping: NETLINK_ROUTE unexpected iov element\n[1]\n',
  )
  expect(bench.sh('ip netns exec a arping -I eth0 10.0.1.1')).toBe('Interface "eth0" is down\n[2]\n')
})
