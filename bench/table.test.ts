import { expect, test } from 'vitest'
import { formatTable, median } from './table.ts'

test('one table with ratios', () => {
  const rows = [
    { name: 'B(100)', what: 'build', kernel: 1900, batched: 420, vethlab: 25, target: 40 },
    { name: 'B(1000)', what: 'build more', kernel: 36_000, batched: null, vethlab: 412.4, target: 600 },
    { name: 'F(1)', what: 'echoes', kernel: null, batched: null, vethlab: null, target: 160 },
  ]
  expect(formatTable(rows)).toBe(
    [
      'work      kernel  ip -batch  vethlab  kernel/vethlab  target  vethlab/target',
      'B(100)   1900 ms     420 ms    25 ms           76.00   40 ms            0.63',
      'B(1000)   36.0 s          –   412 ms           87.29  600 ms            0.69',
      'F(1)           –          –        –               –  160 ms               –',
      '',
      'B(100): build',
      'B(1000): build more',
      'F(1): echoes',
      '',
    ].join('\n'),
  )
})

test('median', () => {
  expect([median([]), median([3]), median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([null, 3, 2, 2.5])
})
