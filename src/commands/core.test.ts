import { expect, it } from 'vitest'
import { coreSuffices } from './core.ts'

it.each([
  ['ip link add veth0 type veth peer name eth0 netns red', true],
  ['ip link set br0 type bridge stp_state 1', false],
  ['ip link add link eth0 name mv0 type macvlan mode bridge', false],
  ['ip link add vx0 ty vxlan id 1', false],
  ['sysctl -w net.ipv4.ip_forward=1', true],
  ['sysctl -w net.netfilter.nf_conntrack_max=100', false],
  ['ip netns exec red ping -c 1 10.0.0.1', true],
  ['ip netns exec red iptables -L', false],
  ['ip link help', false],
  ['echo hello | cat', false],
  ['# a comment', true],
])('whether “%s” needs no more: %s', (line, suffices) => {
  expect(coreSuffices(line)).toBe(suffices)
})
