import { expect, test } from 'vitest'
import { routedBench } from '../lib/nettools/testbench.ts'
import { USAGE } from './options.ts'
import { tracepathCommand } from './tracepath.ts'

function host(text: string): string {
  return `${text}${' '.repeat(52 - text.length)}`
}

test('a neighbour, itself, and nobody', () => {
  const bench = routedBench(tracepathCommand)
  expect(bench.steady('ip netns exec a tracepath -n 10.0.1.1')).toBe(
    ` 1?: [LOCALHOST]                      pmtu 1500\n` +
      ` 1:  ${host('10.0.1.1').trimEnd()} T reached\n`.repeat(2) +
      '     Resume: pmtu 1500 hops 1 back 1 \n',
  )
  expect(bench.steady('ip netns exec a tracepath -b 127.0.0.1')).toBe(
    ' 1:  localhost (127.0.0.1) T reached\n     Resume: pmtu 65535 hops 1 back 1 \n',
  )
  expect(bench.steady('ip netns exec a tracepath -n 10.0.1.99')).toBe(
    ' 1?: [LOCALHOST]                      pmtu 1500\n 1:  10.0.1.2 T !H\n     Resume: pmtu 1500 \n',
  )
  // The router does not forward: it is the last that answers.
  expect(bench.steady('ip netns exec a tracepath -n -m 2 10.0.2.2')).toBe(
    ' 1?: [LOCALHOST]                      pmtu 1500\n 1:  no reply\n 2:  no reply\n' +
      '     Too many hops: pmtu 1500\n     Resume: pmtu 1500 \n',
  )
})

test('words that it does not take', () => {
  const bench = routedBench(tracepathCommand)
  const cases: readonly (readonly [string, string])[] = [
    ['-x 127.0.0.1', `tracepath: invalid option -- 'x'\n${USAGE}[255]\n`],
    ['-l 20 127.0.0.1', 'tracepath: pktlen must be within: 28 < value <= 2147483647\n[1]\n'],
    ['-l abc 127.0.0.1', "tracepath: invalid argument: 'abc'\n[1]\n"],
    ['-m 300 127.0.0.1', "tracepath: invalid argument: '300': out of range: 0 <= value <= 255\n[1]\n"],
    ['127.0.0.1 127.0.0.2', `${USAGE}[255]\n`],
    ['nosuch', 'tracepath: nosuch: Temporary failure in name resolution\n[1]\n'],
    ['-6 -4 ::1', 'tracepath: Only one -4 or -6 option may be specified\n[2]\n'],
    ['-6 -l 48 ::1', 'tracepath: pktlen must be within: 48 < value <= 2147483647\n[1]\n'],
    ['-n 10.9.9.9', ' 1:  send failed\n     Resume: pmtu 65535 \n'],
    ['-m 0 127.0.0.1', '     Too many hops: pmtu 65535\n     Resume: pmtu 65535 \n'],
  ]
  for (const [words, output] of cases) expect(bench.sh(`tracepath ${words}`), words).toBe(output)
})
