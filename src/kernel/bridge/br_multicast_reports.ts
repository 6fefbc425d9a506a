// What hosts tell routers while snooping (br_multicast.ts) has not been loaded: kept for it to learn from.
import type { Nanoseconds } from '../../sim/clock.ts'
import { ICMPV6_MLD2_REPORT, isIcmp6Error } from '../../wire/icmp6.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import type { SkBuff } from '../core/skb.ts'
import { BR_STATE_DISABLED, type Bridge, type BridgeMulticast, type BridgePort } from './br.ts'

/** As many as can matter: a group needs one, and there are no more of those (mcast_hash_max). */
const MOST = 4096

interface Report {
  readonly time: Nanoseconds
  /** null: this machine. */
  readonly port: BridgePort | null
  readonly packet: Ipv4 | Ipv6
  readonly vid: number
}

function isReport(packet: SkBuff['packet']): packet is Ipv4 | Ipv6 {
  if (packet.kind === 'ipv4') return packet.payload.kind === 'igmp'
  if (packet.kind !== 'ipv6') return false
  const { payload } = packet
  return payload.kind === 'icmp6' && !isIcmp6Error(payload) && payload.type === ICMPV6_MLD2_REPORT
}

/** Stands in for snooping; without it everything goes everywhere. */
export class MulticastReports implements BridgeMulticast {
  readonly #bridge: Bridge
  #reports: Report[] = []

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  get all(): readonly Report[] {
    return this.#reports
  }

  receive(port: BridgePort | null, { packet }: SkBuff, vid: number): null {
    if (!isReport(packet)) return null
    const { dev, mcastSnooping } = this.#bridge
    if (!mcastSnooping || !dev.up || port?.state === BR_STATE_DISABLED) return null
    if (this.#reports.length >= MOST) this.#reports.shift()
    this.#reports.push({ time: dev.net.stack.clock.now, port, packet, vid })
    return null
  }

  disablePort(port: BridgePort): void {
    this.#reports = this.#reports.filter((report) => report.port !== port)
  }

  deletePort(port: BridgePort): void {
    this.disablePort(port)
  }

  toggle(): void {
    this.#reports = this.#reports.filter(({ port }) => port === null)
  }

  // Nobody asks before snooping is there.
  open(): void {}
  stop(): void {}
  enablePort(): void {}
  setQuerier(): void {}
  setPortRouter(): void {}
}
