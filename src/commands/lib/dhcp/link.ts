// Messages of a DHCP client that has no address yet: whole frames through a packet socket (RFC 2131 §4.1).
import type { Blocking, Process } from '../../../os/program.ts'
import type { Nanoseconds } from '../../../sim/clock.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { LinkMessage } from '../../../uapi/rtnetlink.ts'
import type { PacketSocket } from '../../../uapi/socket.ts'
import { DHCP_CLIENT_PORT, DHCP_SERVER_PORT, emitDhcp, parseDhcp, type Dhcp } from '../../../wire/dhcp.ts'
import { ETH_P_IP } from '../../../wire/ethernet.ts'
import { INADDR_ANY, INADDR_BROADCAST } from '../../../wire/inet.ts'
import { IPPROTO_UDP } from '../../../wire/ipv4.ts'
import { MAC_BROADCAST } from '../../../wire/mac.ts'

export function findLink(p: Process, ifname: string): LinkMessage | null {
  const [link] = p.net.rtnetlink({ type: 'RTM_GETLINK', ifname }).messages ?? []
  return link?.type === 'RTM_NEWLINK' ? link : null
}

/** What the IP headers of its messages have. */
export interface DhcpHeader {
  readonly tos: number
  readonly ttl: number
}

export class DhcpLink {
  readonly #p: Process
  readonly #link: LinkMessage
  readonly #header: DhcpHeader
  readonly #socket: PacketSocket

  constructor(p: Process, link: LinkMessage, header: DhcpHeader) {
    this.#p = p
    this.#link = link
    this.#header = header
    this.#socket = p.net.packetSocket()
    this.#socket.bind(link.index)
  }

  /** From nobody to everybody. */
  broadcast(message: Dhcp): void {
    const { address: src, index } = this.#link
    const data = emitDhcp(message)
    this.#socket.sendto(
      {
        dst: MAC_BROADCAST,
        src,
        etherType: ETH_P_IP,
        packet: {
          kind: 'ipv4',
          ...this.#header,
          id: 0,
          df: false,
          mf: false,
          offset: 0,
          protocol: IPPROTO_UDP,
          src: INADDR_ANY,
          dst: INADDR_BROADCAST,
          payload: { kind: 'udp', sport: DHCP_CLIENT_PORT, dport: DHCP_SERVER_PORT, data },
        },
      },
      index,
    )
  }

  /** The next answer to the client's transaction; null when there is none in time, or a signal came. */
  *receive(xid: number, until: Nanoseconds): Blocking<Dhcp | null> {
    for (;;) {
      const got = this.#socket.recv()
      if (isErrno(got)) {
        if ((yield* this.#p.clock.wait([this.#socket], until)) !== 'ready') return null
        continue
      }
      const { packet } = got.frame
      if (got.outgoing || packet.kind !== 'ipv4' || packet.payload.kind !== 'udp') continue
      if (packet.payload.dport !== DHCP_CLIENT_PORT) continue
      const message = parseDhcp(packet.payload.data)
      if (message?.reply && message.xid === xid && message.chaddr === this.#link.address) return message
    }
  }

  close(): void {
    this.#socket.close()
  }
}
