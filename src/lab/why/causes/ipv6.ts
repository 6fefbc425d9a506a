// What an IPv6 probe fails of. Read told6.ts first.
import { formatInet6, isLinkLocal6 } from '../../../wire/inet6.ts'
import type { Ipv6 } from '../../../wire/ipv6.ts'
import { NDISC_NEIGHBOUR_SOLICITATION } from '../../../wire/ndisc.ts'
import type { NetnsView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend, run, type Mend } from '../commands.ts'
import { globalsOf } from '../holders6.ts'
import { deviceAt } from '../lookups.ts'
import type { Scene } from '../scene.ts'
import { isDiscovery } from '../trail6.ts'
import {
  decides,
  POLICY,
  PRICE_OF_DELETION,
  PRICE_OF_POLICY,
  REJECT,
  RULE,
  type Verdict,
} from './firewall.ts'
import { noCable, notEnslaved } from './farlink.ts'
import { dadFailed6, disabled6, loDown6, narrowPrefix6, noZone6, tentative6 } from './addresses6.ts'
import { echoIgnored6, forwarding6, listening6, mtu6 } from './delivery6.ts'
import { pmtuBlackHole } from './pmtu.ts'
import { unanswered6 } from './neighbours6.ts'
import { addressed, at, fateIn, isBack, routes, unreachable, valuesFor, within } from './told6.ts'

const linkDown: Cause = {
  id: 'link-down',
  find(scene) {
    const { source, target6 } = scene
    const fate = fateIn(scene)
    if (!fate || target6 === null || fate.request || !unreachable(scene)) return null
    const down = source.devices.find((d) => !d.up && d.kind !== 'loopback')
    if (!down) return null
    const up = ip(scene.outcome.lab, source, `link set ${down.name} up`)
    return at(scene, down, DOWN, {}, [
      mend([up]),
      ...addressed(scene, down).map(({ commands }) => mend([up, ...commands])),
    ])
  },
}
const DOWN: Words = {
  en: '{device} in {where} is down, so nothing leaves {where} by it.',
  ko: '{where}의 {device}이(가) 내려가 있어 그리로는 아무것도 나가지 못합니다.',
}

/** The other end of the sender's cable, or what stands between. */
const farLinkDown: Cause = {
  id: 'far-link-down',
  find(scene) {
    const fate = fateIn(scene)
    if (!fate) return null
    const here = fate.death && deviceAt(scene, fate.death)
    const ends = here ? [here] : scene.source.devices.filter((d) => d.up && d.kind !== 'loopback')
    if (fate.request && fate.death?.reason === 'NETFILTER_DROP') return null
    for (const end of ends.filter((d) => d.up && !d.carrier)) {
      const down = scene.links.segment(end).find((d) => !d.up)
      const netns = down && scene.netnsOf(down)
      if (!down || !netns) continue
      const up = ip(scene.outcome.lab, netns, `link set ${down.name} up`)
      return at(scene, down, FAR_DOWN, { near: end.name, from: scene.name(scene.netnsOf(end)) }, [mend([up])])
    }
    return null
  },
}
const FAR_DOWN: Words = {
  en: '{device} in {where} is down: nothing crosses the link to {near} in {from}.',
  ko: '{where}의 {device}이(가) 내려가 있어 {from}의 {near}(으)로 가는 링크로 아무것도 건너지 못합니다.',
}

const noAddress: Cause = {
  id: 'no-address',
  find(scene) {
    const { source, target6 } = scene
    const fate = fateIn(scene)
    if (!fate || target6 === null || fate.request || isLinkLocal6(target6)) return null
    const device = source.devices.find((d) => d.kind !== 'loopback' && d.master === null && d.up)
    if (!device || globalsOf(source).length > 0 || !unreachable(scene)) return null
    return at(scene, device, NO_ADDRESS, { address: formatInet6(target6) }, addressed(scene, device))
  },
}
const NO_ADDRESS: Words = {
  en: '{where} has no IPv6 address but link-local ones, so it has no route to {address} either.',
  ko: '{where}에는 링크 로컬 말고 IPv6 주소가 없어 {address}(으)로 가는 경로도 없습니다.',
}

const noRoute: Cause = {
  id: 'no-route',
  find(scene) {
    const { target6, source } = scene
    const fate = fateIn(scene)
    if (!fate || target6 === null) return null
    const { death, dead } = fate
    if (!fate.request) {
      if (!unreachable(scene) || globalsOf(source).length === 0) return null
      const besides = globalsOf(source).flatMap(({ device }) => addressed(scene, device))
      const mends = [...routes(scene, source, target6), ...besides.map(({ commands }) => mend(commands, 0.5))]
      return within(source, NO_ROUTE, valuesFor(scene, source, target6), mends)
    }
    if (death?.reason !== 'IP_INNOROUTES' && death?.reason !== 'IP_OUTNOROUTES') return null
    const netns = scene.netns(death)
    if (!netns || !dead) return null
    // What answers dies where it finds no way, in the name of the packet that asked.
    const answering = /^(icmpv6EchoReply|tcpConnRequest)$/.test(death.fn)
    const dst = answering ? dead.src : dead.dst
    const back = answering || isBack(scene, dead)
    return within(netns, back ? NO_WAY_BACK : DIES, valuesFor(scene, netns, dst), routes(scene, netns, dst))
  },
}
const NO_ROUTE: Words = {
  en: '{where} has no route to {network}: nothing leaves it.',
  ko: '{where}에 {network}(으)로 가는 경로가 없어 아무것도 나가지 못합니다.',
}
const DIES: Words = {
  en: '{where} has no route to {network}: the packet dies there.',
  ko: '{where}에 {network}(으)로 가는 경로가 없어 패킷이 거기서 죽습니다.',
}
const NO_WAY_BACK: Words = {
  en: '{where} has no route back to {network}: the reply dies there.',
  ko: '{where}에 {network}(으)로 돌아가는 경로가 없어 응답이 거기서 죽습니다.',
}

const firewall: Cause = {
  id: 'firewall',
  find(scene) {
    const fate = fateIn(scene)
    const death = fate?.death
    if (death?.reason !== 'NETFILTER_DROP' || !fate?.dead) return null
    const netns = scene.netns(death)
    const { events } = scene.outcome
    const verdict = events.findLast((e): e is Verdict => e.skb === death.skb && decides(e))
    if (!netns || verdict?.family !== 'ip6') return null
    const table = scene.inside(netns).firewall.find((t) => t.name === verdict.table && t.family === 'ip6')
    const rules = table?.chains.find((c) => c.name === verdict.chain)?.rules
    const base = verdict.kind === 'policy' ? POLICY : verdict.target?.startsWith('REJECT') ? REJECT : RULE
    const what = nameOf(scene, fate.dead)
    const values = {
      where: scene.name(netns),
      chain: `${verdict.table === 'filter' ? 'ip6tables' : `ip6tables ${verdict.table}`} ${verdict.chain}`,
      number: verdict.kind === 'rule' ? verdict.number : 0,
      rule: (verdict.kind === 'rule' ? rules?.[verdict.number - 1]?.text : null) ?? '',
    }
    const words = { en: base.en.replace('{what}', what.en), ko: base.ko.replace('{what}', what.ko) }
    return within(netns, words, values, opened(scene, netns, verdict, fate.dead))
  },
}

function nameOf(scene: Scene, packet: Ipv6): Words {
  if (!isDiscovery(packet))
    return isBack(scene, packet) ? { en: 'the reply', ko: '응답을' } : { en: 'it', ko: '패킷을' }
  return isSolicitation(packet)
    ? { en: 'the neighbour solicitation', ko: '이웃 요청을' }
    : { en: 'the neighbour advertisement', ko: '이웃 광고를' }
}

function isSolicitation({ payload }: Ipv6): boolean {
  return payload.kind === 'icmp6' && payload.type === NDISC_NEIGHBOUR_SOLICITATION
}

function opened(scene: Scene, netns: NetnsView, verdict: Verdict, packet: Ipv6): Mend[] {
  const { lab } = scene.outcome
  const { table, chain } = verdict
  const to = table === 'filter' ? 'ip6tables' : `ip6tables -t ${table}`
  const place = verdict.kind === 'rule' ? `-I ${chain} ${verdict.number}` : `-A ${chain}`
  const narrow = run(lab, netns, `${to} ${place} ${matchOf(packet)} -j ACCEPT`)
  const whole =
    verdict.kind === 'rule'
      ? mend([run(lab, netns, `${to} -D ${chain} ${verdict.number}`)], PRICE_OF_DELETION)
      : mend([run(lab, netns, `${to} -P ${chain} ACCEPT`)], PRICE_OF_POLICY)
  return [mend([narrow]), whole]
}

/** The narrowest match: ends, protocol and the port that is asked for. */
function matchOf(packet: Ipv6): string {
  const { src, dst, payload } = packet
  if (isDiscovery(packet))
    return `-p icmpv6 --icmpv6-type neighbour-${isSolicitation(packet) ? 'solicitation' : 'advertisement'}`
  const ends = `-s ${formatInet6(src)} -d ${formatInet6(dst)}`
  if (payload.kind === 'icmp6') return `${ends} -p icmpv6`
  if (payload.kind !== 'tcp' && payload.kind !== 'udp') return ends
  const { sport, dport } = payload
  return dport > sport && sport < 1024
    ? `${ends} -p ${payload.kind} --sport ${sport}`
    : `${ends} -p ${payload.kind} --dport ${dport}`
}

/** The causes of IPv6, in the order in which they are asked. */
export const CAUSES6: readonly Cause[] = [
  loDown6,
  pmtuBlackHole,
  firewall,
  forwarding6,
  mtu6,
  disabled6,
  noZone6,
  tentative6,
  dadFailed6,
  farLinkDown,
  linkDown,
  narrowPrefix6,
  noAddress,
  noRoute,
  noCable,
  notEnslaved,
  unanswered6,
  listening6,
  echoIgnored6,
]
