// A path MTU black hole (RFC 2923 2.1): a router says that packets of this size do not fit, and a rule drops what it says.
import type { Packet } from '../../../wire/ethernet.ts'
import { ICMP_DEST_UNREACH, ICMP_FRAG_NEEDED } from '../../../wire/icmp.ts'
import { ICMPV6_PKT_TOOBIG } from '../../../wire/icmp6.ts'
import { formatInet } from '../../../wire/inet.ts'
import { formatInet6 } from '../../../wire/inet6.ts'
import type { NetnsView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { mend, run, type Mend } from '../commands.ts'
import type { Scene } from '../scene.ts'
import { decides, type Verdict } from './firewall.ts'

const BLACK_HOLE: Words = {
  en: '{router} says “{what}” to {to}, but {where}’s {chain} chain drops that: {to} is not told, and goes on sending packets that do not fit (path MTU black hole).',
  ko: '{router}이(가) {to}에게 “{what}”(이)라고 알리지만 {where}의 {chain} 체인이 이를 버립니다: {to}은(는) 알지 못하고 들어가지 않는 크기의 패킷을 계속 보냅니다(경로 MTU 블랙홀).',
}

interface TooBig {
  readonly to: string
  readonly from: string
  /** As tcpdump says it, and as a rule matches it. */
  readonly what: string
  readonly match: string
  readonly program: 'iptables' | 'ip6tables'
}

export const pmtuBlackHole: Cause = {
  id: 'pmtu-black-hole',
  find(scene) {
    const { events } = scene.outcome
    const born = new Map(events.flatMap((e) => (e.kind === 'born' ? [[e.skb, e] as const] : [])))
    for (const event of events) {
      const birth = born.get(event.skb)
      const said = event.kind === 'drop' && event.reason === 'NETFILTER_DROP' && birth && tooBig(birth.packet)
      const netns = said && scene.netns(event)
      const verdict = said && events.findLast((e): e is Verdict => e.skb === event.skb && decides(e))
      if (!said || !netns || !verdict) continue
      const router = scene.netns(birth)
      const { chain, table } = verdict
      return {
        words: BLACK_HOLE,
        values: {
          router: router ? scene.name(router) : said.from,
          what: said.what,
          to: said.to,
          where: scene.name(netns),
          chain: [said.program === 'iptables' ? '' : said.program, table === 'filter' ? '' : table, chain]
            .filter((word) => word !== '')
            .join(' '),
        },
        mends: [...heard(scene, netns, verdict, said), ...clamped(scene, router, said)],
        netns: netns.id,
        device: null,
      }
    }
    return null
  },
}

function tooBig(packet: Packet): TooBig | null {
  if (packet.kind === 'ipv4' && packet.payload.kind === 'icmp') {
    const { type, code } = packet.payload
    if (type !== ICMP_DEST_UNREACH || code !== ICMP_FRAG_NEEDED) return null
    const ends = { from: formatInet(packet.src), to: formatInet(packet.dst) }
    const what = 'fragmentation needed'
    return { ...ends, what, match: '-p icmp --icmp-type fragmentation-needed', program: 'iptables' }
  }
  if (packet.kind !== 'ipv6' || packet.payload.kind !== 'icmp6' || packet.payload.type !== ICMPV6_PKT_TOOBIG)
    return null
  const ends = { from: formatInet6(packet.src), to: formatInet6(packet.dst) }
  const match = '-p icmpv6 --icmpv6-type packet-too-big'
  return { ...ends, what: 'packet too big', match, program: 'ip6tables' }
}

/** It is let through. */
function heard({ outcome: { lab } }: Scene, netns: NetnsView, verdict: Verdict, said: TooBig): Mend[] {
  const { table, chain } = verdict
  const to = table === 'filter' ? said.program : `${said.program} -t ${table}`
  const place = verdict.kind === 'rule' ? `-I ${chain} ${verdict.number}` : `-A ${chain}`
  return [mend([run(lab, netns, `${to} ${place} ${said.match} -j ACCEPT`)], -0.5)]
}

/** Or no segment is made that does not fit. */
function clamped({ outcome: { lab }, probe }: Scene, router: NetnsView | null, said: TooBig): Mend[] {
  if (!router || probe.kind !== 'tcp') return []
  const rule = '-p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu'
  return [mend([run(lab, router, `${said.program} -t mangle -A FORWARD ${rule}`)])]
}
