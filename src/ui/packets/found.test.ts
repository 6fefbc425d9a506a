import { expect, it } from 'vitest'
import type { Hop } from '../../store/lab.ts'
import { examinedUpTo, withMore } from './found.ts'

function hop(id: number): Hop {
  const rest = {
    from: 'a#1',
    to: 'b#1',
    skb: id,
    root: id,
    label: '',
    inner: null,
    summary: '',
    length: 60,
    management: false,
  }
  return { id, time: id, delay: 5000, protocol: 'ICMP', ...rest }
}

it('examines only what came since', () => {
  const hops = [hop(1), hop(2)]
  const first = withMore(null, { expression: 'icmp', last: hops[1]!, after: 0, hops: new Set([1]) })
  expect(examinedUpTo(null, 'icmp', hops)).toBe(0)
  expect(examinedUpTo(first, 'icmp', [...hops, hop(3)])).toBe(2)
  const second = withMore(first, { expression: 'icmp', last: hops[1]!, after: 2, hops: new Set([3]) })
  expect(second.hops).toEqual(new Set([1, 3]))
})

it('examines all again for another expression, and when numbers come again', () => {
  const hops = [hop(1), hop(2)]
  const found = withMore(null, { expression: 'icmp', last: hops[1]!, after: 0, hops: new Set([1]) })
  expect(examinedUpTo(found, 'arp', hops)).toBe(0)
  expect(examinedUpTo(found, 'icmp', [hop(1), hop(2), hop(3)])).toBe(0)
  expect(withMore(found, { expression: 'icmp', last: null, after: 0, hops: null }).hops).toBe(null)
})
