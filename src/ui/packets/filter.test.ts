import { expect, test } from 'vitest'
import { packetFilter } from './filter.ts'

const LINES = [
  'ARP ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28',
  'ICMP IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 1, length 64',
  'TCP IP 10.0.0.1.40000 > 10.0.0.3.80: Flags [S]',
]

const CASES: readonly (readonly [text: string, lines: readonly number[]])[] = [
  ['', [0, 1, 2]],
  ['icmp or arp', [0, 1]],
  ['ICMP', [1]],
  ['not arp', [1, 2]],
  ['!arp and not icmp', [2]],
  ['host 10.0.0.2', [0, 1]],
  ['10.0.0.2 icmp', [1]],
  ['icmp and host 10.0.0.2 or tcp', [1, 2]],
  ['(arp) || tcp', [0, 2]],
  ['or', [0, 1, 2]],
  ['ip', [1, 2]],
  ['udp', []],
]

test.each(CASES)('%s', (text, lines) => {
  const matches = packetFilter(text)
  expect(LINES.flatMap((line, n) => (matches(line) ? [n] : []))).toEqual(lines)
})
