import { expect, it } from 'vitest'
import { fullLab } from './full.ts'

const TWO_CHILDREN = `ip netns add r; ip netns add c1; ip netns add c2
ip link add eth1 type veth peer name r1 netns r; ip link set eth1 up; ip -n r link set r1 up
ip -n r addr add fd00::254/64 dev r1 nodad
for n in 1 2; do
  ip link add ipv$n link eth1 type ipvlan mode l2; ip link set ipv$n netns c$n; ip -n c$n link set ipv$n name eth0
  ip -n c$n addr add fd00::1$n/64 dev eth0 nodad; ip -n c$n link set eth0 up
done`

it.each(['fd00::12', 'fd00::254'])('an l2 ipvlan reaches %s by IPv6: a sibling, and the wire', (address) => {
  const lab = fullLab()
  lab.exec('host', TWO_CHILDREN)
  expect(lab.exec('host', `ip netns exec c1 ping -c 1 -W 1 ${address}`).status).toBe(0)
})
