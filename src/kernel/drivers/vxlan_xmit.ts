// Frames that go into a VXLAN tunnel. Ref: drivers/net/vxlan/vxlan_core.c:vxlan_xmit()
import { ELOOP, ENETUNREACH, isErrno } from '../../uapi/errno.ts'
import { IFF_NOARP } from '../../uapi/if.ts'
import { NUD_NOARP, NUD_PERMANENT, NUD_REACHABLE, RTN_LOCAL } from '../../uapi/rtnetlink.ts'
import { VXLAN_DF_INHERIT, VXLAN_DF_SET } from '../../uapi/vxlan.ts'
import { ARP_REPLY, ARP_REQUEST, type Arp } from '../../wire/arp.ts'
import { ETH_HEADER, ETH_P_ARP, packetLength, type Frame } from '../../wire/ethernet.ts'
import { INADDR_LOOPBACK, isLoopback, isMulticast } from '../../wire/inet.ts'
import { IPPROTO_UDP, type Ipv4 } from '../../wire/ipv4.ts'
import { isMulticastMac, MAC_ZERO } from '../../wire/mac.ts'
import type { NetDevice } from '../core/net.ts'
import { provenanceOf } from '../core/provenance.ts'
import type { SkBuff } from '../core/skb.ts'
import { allocSkb, cloneSkb, consume, drop, record, step, tracing } from '../core/trace.ts'
import { netifRx } from '../core/xmit.ts'
import { ipLocalOut } from '../ipv4/ip_output.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { ipRouteOutput, traceRoute, type OutputRoute } from '../ipv4/route.ts'
import { ipRtUpdatePmtu } from '../ipv4/route_update.ts'
import { VXLAN_HEADROOM, vxlanOfDev, type VxlanDev, type VxlanRdst } from './vxlan_dev.ts'
import { vxlanFindMac, vxlanFindMacTx } from './vxlan_fdb.ts'
import { flowHash, fragNeeded } from './vxlan_flow.ts'
import { vxlanReceive } from './vxlan_rcv.ts'
import { vxlanFindVni } from './vxlan_sock.ts'

const NUD_CONNECTED = NUD_PERMANENT | NUD_NOARP | NUD_REACHABLE
/** Source ports when no range was given: net.ipv4.ip_local_port_range. */
const FIRST_PORT = 32768
const LAST_PORT = 60999

/** Ref: vxlan_xmit() */
export function vxlanXmit(skb: SkBuff, dev: NetDevice): void {
  step(skb, 'vxlanXmit')
  const vxlan = vxlanOfDev(dev)
  const { frame } = skb
  if (!vxlan || !frame) return drop(skb, 'vxlanXmit', 'DEV_HDR')
  const { cfg } = vxlan
  if (cfg.collectMetadata) return lost(skb, dev, 'TUNNEL_TXINFO')
  if (cfg.proxy && frame.packet.kind === 'arp') return arpReduce(vxlan, skb, frame.packet)
  const entry = vxlanFindMacTx(vxlan, frame.dst) ?? vxlanFindMac(vxlan, MAC_ZERO)
  const [first, ...others] = entry?.remotes ?? []
  if (!first) return lost(skb, dev, 'VXLAN_NO_REMOTE')
  if (tracing(skb) && entry?.mac === frame.dst)
    record(skb, { kind: 'fdb-hit', mac: frame.dst, port: dev.name, provenance: provenanceOf(first) })
  for (const rdst of others) vxlanXmitOne(vxlan, cloneSkb(skb, dev), frame, rdst)
  vxlanXmitOne(vxlan, skb, frame, first)
}

function lost(skb: SkBuff, dev: NetDevice, reason: 'VXLAN_NO_REMOTE' | 'TUNNEL_TXINFO'): void {
  dev.txDropped++
  drop(skb, 'vxlanXmit', reason)
}

/** Answers for neighbours it was told of; no question leaves. Ref: arp_reduce() */
function arpReduce(vxlan: VxlanDev, skb: SkBuff, arp: Arp): void {
  const { dev } = vxlan
  consume(skb, 'arpReduce', dev.name)
  if (dev.flags & IFF_NOARP || arp.op !== ARP_REQUEST || isLoopback(arp.tpa) || isMulticast(arp.tpa)) return
  const neigh = ipv4Of(dev.net).arp.lookup(arp.tpa, dev)
  if (!neigh || !(neigh.state & NUD_CONNECTED)) return
  const f = vxlanFindMac(vxlan, neigh.lladdr)
  // A neighbour on this side answers for itself.
  if (f && f.remotes[0]?.ip === 0) return
  const packet: Arp = { ...arp, op: ARP_REPLY, sha: neigh.lladdr, spa: arp.tpa, tha: arp.sha, tpa: arp.spa }
  const reply = allocSkb(dev.net.stack, dev, packet, skb)
  reply.sender = null
  reply.frame = { dst: arp.sha, src: neigh.lladdr, etherType: ETH_P_ARP, packet }
  dev.net.stack.clock.post(0, netifRx, reply, dev)
}

function failed(vxlan: VxlanDev, skb: SkBuff): void {
  vxlan.dev.txErrors++
  drop(skb, 'vxlanXmitOne', 'IP_OUTNOROUTES')
}

/** To one remote. Ref: vxlan_xmit_one() */
function vxlanXmitOne(vxlan: VxlanDev, skb: SkBuff, frame: Frame, rdst: VxlanRdst): void {
  const { dev, net, cfg } = vxlan
  if (rdst.ip === 0) return lost(skb, dev, 'VXLAN_NO_REMOTE')
  const inner = frame.packet.kind === 'ipv4' ? frame.packet : null
  const tos = cfg.tos === 1 ? (inner?.tos ?? 0) : cfg.tos
  const route = ipRouteOutput(net, {
    daddr: rdst.ip,
    saddr: cfg.saddr,
    tos: tos & 0x1e,
    oif: rdst.ifindex,
    mark: skb.mark,
  })
  if (isErrno(route) || route.dst.dev === dev) {
    if ((isErrno(route) ? route : ELOOP) === ENETUNREACH) dev.txCarrier++
    return failed(vxlan, skb)
  }
  if (route.dst.type === RTN_LOCAL) return bypass(vxlan, skb, frame, rdst)
  const room = route.dst.mtu - VXLAN_HEADROOM
  const length = packetLength(frame.packet)
  if (length > room && inner) {
    ipRtUpdatePmtu(dev.net, inner, room)
    const told = dev.master ? fragNeeded(frame, inner, room) : null
    if (told && vxlanReceive(vxlan, skb, told, INADDR_LOOPBACK)) return consume(skb, 'vxlanXmitOne', 'PMTU')
  }
  dev.txPackets++
  dev.txBytes += length
  encapsulate(vxlan, skb, frame, rdst, { route, tos, inner })
}

interface Way {
  readonly route: OutputRoute
  readonly tos: number
  readonly inner: Ipv4 | null
}

/** Ref: vxlan_build_skb(), udp_tunnel_xmit_skb() */
function encapsulate(vxlan: VxlanDev, skb: SkBuff, frame: Frame, rdst: VxlanRdst, way: Way): void {
  const { net, cfg } = vxlan
  const { route, tos, inner } = way
  const ip = ipv4Of(net)
  ip.ipId = (ip.ipId + 1) & 0xffff
  const auto = isMulticast(rdst.ip) ? 1 : (ip.sysctls['ip_default_ttl'] ?? 64)
  const packet: Ipv4 = {
    kind: 'ipv4',
    // ECN of the inner packet (RFC 6040 §4.1).
    tos: (tos & ~3) | ((inner?.tos ?? 0) & 3),
    id: ip.ipId,
    df: cfg.df === VXLAN_DF_SET || (cfg.df === VXLAN_DF_INHERIT && (inner?.df ?? false)),
    mf: false,
    offset: 0,
    ttl: (cfg.ttlInherit ? inner?.ttl : cfg.ttl) || auto,
    protocol: IPPROTO_UDP,
    src: cfg.saddr || route.saddr,
    dst: rdst.ip,
    payload: {
      kind: 'vxlan',
      sport: sourcePort(vxlan, frame),
      dport: rdst.port,
      vni: rdst.vni,
      frame,
      ...(cfg.udpCsum ? {} : { zeroChecksum: true }),
    },
  }
  const outer = allocSkb(net.stack, route.dst.dev, packet, skb)
  consume(skb, 'vxlanXmitOne', vxlan.dev.name)
  outer.sender = null
  outer.hops = skb.hops
  outer.iif = null
  outer.dst = route.dst
  if (vxlan.dev.net !== net) outer.mark = 0
  traceRoute(outer, packet.dst, route.dst)
  ipLocalOut(outer)
}

/** The same for all packets of a flow, so that they take the same way (RFC 7348 §5). Ref: udp_flow_src_port() */
function sourcePort({ cfg }: VxlanDev, frame: Frame): number {
  const given = cfg.portMin < cfg.portMax
  const low = given ? cfg.portMin : FIRST_PORT
  const high = given ? cfg.portMax : LAST_PORT
  return low + Math.floor((flowHash(frame) / 0x100000000) * (high - low))
}

/** The remote is this machine: the frame goes straight to the device with that identifier. Ref: encap_bypass_if_local() */
function bypass(vxlan: VxlanDev, skb: SkBuff, frame: Frame, rdst: VxlanRdst): void {
  const to = vxlanFindVni(vxlan.net, rdst.port, rdst.vni)
  if (!to) return failed(vxlan, skb)
  vxlan.dev.txPackets++
  vxlan.dev.txBytes += skb.length - ETH_HEADER
  if (isMulticastMac(frame.src)) return drop(skb, 'vxlanEncapBypass', 'MAC_INVALID_SOURCE')
  if (vxlanReceive(to, skb, frame, INADDR_LOOPBACK)) consume(skb, 'vxlanEncapBypass', to.dev.name)
}
