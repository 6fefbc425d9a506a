import { expect, test } from 'vitest'
import { splitPlaces } from './place.ts'

test.each([
  ['on red', '', true],
  ['on red:eth0 and icmp', 'icmp', true],
  ['icmp and on blue', 'icmp', true],
  ['tcp and ifname veth9 and port 80', 'tcp and port 80', false],
  ['icmp or arp', 'icmp or arp', true],
  ['on red and on br0', '', true],
  ['on red and on green', '', false],
])('%s', (expression, rest, found) => {
  const split = splitPlaces(expression)
  expect([split.rest, split.at('red:eth0', 'br0:veth0') || split.at('blue:eth0', '')]).toEqual([rest, found])
})
