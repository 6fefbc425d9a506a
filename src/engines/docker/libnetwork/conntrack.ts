// Flows that began before a container's rules were there, or outlive them, are forgotten.
// (Ref: moby libnetwork/drivers/bridge/bridge_linux.go:clearConntrackEntries())
import type { Process } from '../../../os/program.ts'
import type { Endpoint } from './network.ts'
import { toUapi } from './prefix.ts'

const IPPROTO_UDP = 17

export function clearConntrack(p: Process, { addr4, addr6, ports }: Endpoint): void {
  const own = new Set([addr4, addr6].flatMap((address) => (address ? [toUapi(address)] : [])))
  const udp = new Set(ports.filter(({ protocol }) => protocol === 'udp').map(({ hostPort }) => hostPort))
  const reply = p.net.conntrack({ type: 'GET', family: 0 })
  for (const { id, orig, reply: back } of 'entries' in reply ? (reply.entries ?? []) : []) {
    const its = own.has(back.src) || own.has(back.dst)
    const published = orig.protocol === IPPROTO_UDP && udp.has(orig.dport)
    if (its || published) p.net.conntrack({ type: 'DELETE', id, orig, portid: p.pid })
  }
}
