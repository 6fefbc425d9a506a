import { describe, expect, it } from 'vitest'
import { fullLab } from './full.ts'
import { PacketLog } from './packetlog.ts'

const RED = `ip netns add red; ip link add veth0 type veth peer name eth0 netns red
ip addr add 10.0.0.1/24 dev veth0; ip link set veth0 up
ip -n red addr add 10.0.0.2/24 dev eth0; ip -n red link set eth0 up
ip -n red route add default via 10.0.0.1
ip link set lo up
sleep 4`

function deaths(...commands: string[]): string[] {
  const lab = fullLab()
  lab.exec('host', RED)
  const log = new PacketLog(lab.trace)
  for (const command of commands) lab.exec('host', command)
  return log.takeDrops().map((d) => `${d.id} ${d.reason} at ${d.device}: ${d.words}`)
}

describe('deaths', () => {
  it('are told with where and why', () => {
    expect(deaths('ip netns exec red ping -c 1 -W 1 9.9.9.9')).toEqual([
      '1 IP_INADDRERRORS at host#4: it is for another host, and this one does not forward',
    ])
  })

  it('are none when all arrives, and floods that lead nowhere are none', () => {
    expect(deaths('ip netns exec red ping -c 1 10.0.0.1')).toEqual([])
  })

  it('of a neighbour that does not answer are the packets that waited', () => {
    expect(deaths('ping -c 1 -W 1 10.0.0.9; sleep 3')).toEqual([
      '1 NEIGH_FAILED at host#4: nobody answered ARP for the next hop',
    ])
  })
})
