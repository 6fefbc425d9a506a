// A bridge that answers ARP for neighbours it knows. Ref: net/bridge/br_arp_nd_proxy.c
import {
  NUD_DELAY,
  NUD_NOARP,
  NUD_PERMANENT,
  NUD_PROBE,
  NUD_REACHABLE,
  NUD_STALE,
} from '../../uapi/rtnetlink.ts'
import { ARP_REPLY, ARP_REQUEST, type Arp } from '../../wire/arp.ts'
import { ETH_P_ARP } from '../../wire/ethernet.ts'
import { isLoopback, isMulticast, isZeronet } from '../../wire/inet.ts'
import { isMulticastMac, type Mac } from '../../wire/mac.ts'
import type { SkBuff } from '../core/skb.ts'
import { allocSkb } from '../core/trace.ts'
import { devQueueXmit, netifRx } from '../core/xmit.ts'
import { ipDevFind } from '../ipv4/devinet.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import type { Bridge, BridgePort } from './br.ts'
import { brFdbFind } from './br_fdb.ts'

const NUD_VALID = NUD_PERMANENT | NUD_NOARP | NUD_REACHABLE | NUD_PROBE | NUD_STALE | NUD_DELAY

/** `from`: null of what this machine asks by the bridge device. Ref: br_do_proxy_suppress_arp() */
export function brDoProxyArp(
  bridge: Bridge,
  skb: SkBuff,
  arp: Arp,
  from: BridgePort | null,
  vid: number,
): void {
  const { dev } = bridge
  const suppresses = bridge.ports.some((port) => port.neighSuppress)
  if (!suppresses && !bridge.ports.some((port) => port.proxyArp || port.proxyArpWifi)) return
  if (isLoopback(arp.tpa) || isMulticast(arp.tpa)) return
  const asks = arp.op === ARP_REQUEST
  if (suppresses) {
    if (from?.neighSuppress || (asks && !isMulticastMac(skb.frame?.dst ?? 0))) return
    // An announcement: nobody behind such a port needs it.
    skb.arpAnswered = isZeronet(arp.spa) || arp.spa === arp.tpa
    if (skb.arpAnswered) return
  }
  if (!asks || vid !== 0) return
  if (suppresses && ipDevFind(dev.net, arp.tpa) === dev) {
    skb.arpAnswered = true
    return
  }
  const neigh = ipv4Of(dev.net).arp.lookup(arp.tpa, dev)
  if (!neigh || !(neigh.state & NUD_VALID)) return
  const entry = brFdbFind(bridge, neigh.lladdr, vid)
  if (!entry) return
  const answers = from?.proxyArp || entry.port?.proxyArpWifi || entry.port?.neighSuppress
  if (answers) reply(bridge, from, skb, arp, neigh.lladdr)
  skb.arpAnswered = answers || suppresses
}

/** Ref: br_arp_send() */
function reply(bridge: Bridge, port: BridgePort | null, skb: SkBuff, arp: Arp, lladdr: Mac): void {
  const dev = port?.dev ?? bridge.dev
  const packet: Arp = { ...arp, op: ARP_REPLY, sha: lladdr, spa: arp.tpa, tha: arp.sha, tpa: arp.spa }
  const answer = allocSkb(dev.net.stack, dev, packet, skb)
  answer.sender = null
  answer.frame = { dst: arp.sha, src: lladdr, etherType: ETH_P_ARP, packet }
  if (port) devQueueXmit(answer)
  else dev.net.stack.clock.post(0, netifRx, answer, dev)
}
