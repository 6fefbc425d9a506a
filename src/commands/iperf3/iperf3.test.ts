import { expect, test } from 'vitest'
import { intervalLine, summaryLine, type Figures } from './report.ts'
import { streamRate, type Parameters } from './test.ts'

const FIGURES: Figures = {
  start: 0,
  end: 2,
  bytes: 841_000_000,
  cwnd: 2_087_000,
  datagrams: 1725,
  lost: 3,
  jitter: 0.014,
}

test('lines as iperf3 writes them', () => {
  const tcp = { udp: false, sends: true, format: 'a' }
  expect(intervalLine(5, FIGURES, tcp)).toBe(
    '[  5]   0.00-2.00   sec   802 MBytes  3.36 Gbits/sec    0   1.99 MBytes       ',
  )
  expect(intervalLine(5, FIGURES, { ...tcp, sends: false })).toBe(
    '[  5]   0.00-2.00   sec   802 MBytes  3.36 Gbits/sec                  ',
  )
  expect(summaryLine(5, FIGURES, tcp, 'sender')).toBe(
    '[  5]   0.00-2.00   sec   802 MBytes  3.36 Gbits/sec    0             sender',
  )
  expect(summaryLine(null, FIGURES, { ...tcp, format: 'M' }, 'receiver')).toBe(
    '[SUM]   0.00-2.00   sec   802 MBytes   401 MBytes/sec                  receiver',
  )
  expect(summaryLine(5, { ...FIGURES, bytes: 2_497_800 }, { ...tcp, udp: true }, 'receiver')).toBe(
    '[  5]   0.00-2.00   sec  2.38 MBytes  9.99 Mbits/sec  0.014 ms  3/1725 (0.17%)  receiver',
  )
})

test('a window lets no more through than one a round trip; streams share the line', () => {
  const t: Parameters = {
    udp: false,
    seconds: 10,
    bytes: 0,
    interval: 1,
    streams: 1,
    rate: 0,
    window: 0,
    length: 131072,
    format: 'a',
  }
  expect(streamRate(t, 20_000)).toBe(20e9)
  expect(streamRate({ ...t, streams: 4 }, 20_000)).toBe(5e9)
  expect(streamRate({ ...t, window: 65536 }, 10_000_000)).toBe(52_428_800)
  expect(streamRate({ ...t, rate: 1e6 }, 20_000)).toBe(1e6)
})
