import { expect, it } from 'vitest'
import { without } from './rules.ts'

it('a block with exceptions is what is left of it', () => {
  expect(without('10.0.0.0/8', [])).toEqual(['10.0.0.0/8'])
  expect(without('172.17.0.0/22', ['172.17.1.0/24'])).toEqual(['172.17.0.0/24', '172.17.2.0/23'])
  expect(without('192.168.1.0/24', ['192.168.1.7/32', '192.168.1.128/25'])).toEqual([
    '192.168.1.0/30',
    '192.168.1.4/31',
    '192.168.1.6/32',
    '192.168.1.8/29',
    '192.168.1.16/28',
    '192.168.1.32/27',
    '192.168.1.64/26',
  ])
  expect(without('10.1.0.0/16', ['10.0.0.0/8'])).toEqual([])
  expect(without('10.1.0.0/16', ['10.2.0.0/16'])).toEqual(['10.1.0.0/16'])
})
