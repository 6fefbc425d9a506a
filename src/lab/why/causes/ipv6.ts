// What an IPv6 probe fails of. Fewer things are known here than of IPv4: of the others nothing is said.
import { formatInet6, isLinkLocal6 } from '../../../wire/inet6.ts'
import type { Ipv6 } from '../../../wire/ipv6.ts'
import { NDISC_NEIGHBOUR_SOLICITATION } from '../../../wire/ndisc.ts'
import type { DeviceView, NetnsView } from '../../view.ts'
import type { Cause, Finding, Words } from '../cause.ts'
import { ip, mend, run, type Mend } from '../commands.ts'
import { covers6, freeAddress6, gatewaysOf6, globalsOf, networkOf6, ownersOf6 } from '../holders6.ts'
import { deviceAt } from '../lookups.ts'
import type { Scene } from '../scene.ts'
import { fate6Of, isDiscovery, type Fate6 } from '../trail6.ts'
import {
  decides,
  POLICY,
  PRICE_OF_DELETION,
  PRICE_OF_POLICY,
  REJECT,
  RULE,
  type Verdict,
} from './firewall.ts'
import { served } from './listening.ts'

/** null: it has no IPv6 address to go to. */
function fateIn({ outcome, target6 }: Scene): Fate6 | null {
  return target6 === null ? null : fate6Of(outcome, target6)
}

function isBack({ target6 }: Scene, packet: Ipv6 | null): boolean {
  return packet !== null && packet.src === target6
}

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
      return within(source, NO_ROUTE, valuesFor(scene, source, target6), routes(scene, source, target6))
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

const forwarding: Cause = {
  id: 'ip-forward',
  find(scene) {
    const fate = fateIn(scene)
    const death = fate?.death
    if (death?.fn !== 'ip6Forward' || death.reason !== 'IP_INADDRERRORS') return null
    const netns = scene.netns(death)
    if (!netns || scene.sysctl(netns, 'net/ipv6/conf/all/forwarding') !== '0') return null
    const back = isBack(scene, fate?.dead ?? null)
    const on = run(scene.outcome.lab, netns, 'sysctl -w net.ipv6.conf.all.forwarding=1')
    const values = { where: scene.name(netns), what: back ? 'the reply' : 'the packet' }
    return within(netns, NO_FORWARDING, values, [mend([on])])
  },
}
const NO_FORWARDING: Words = {
  en: '{where} does not forward: {what} is for another host, and net.ipv6.conf.all.forwarding is 0 there.',
  ko: '{where}이(가) 패킷을 전달하지 않습니다: 다른 호스트로 갈 패킷인데 그곳의 net.ipv6.conf.all.forwarding이 0입니다.',
}

const unanswered: Cause = {
  id: 'neighbour-unanswered',
  find(scene) {
    const fate = fateIn(scene)
    const death = fate?.death
    const device = death && deviceAt(scene, death)
    if (death?.reason !== 'NEIGH_FAILED' || !fate?.dead || !device) return null
    const route = fate.events.findLast((e) => e.kind === 'route' && e.skb === death.skb)
    const gateway = route?.kind === 'route' && typeof route.gateway === 'bigint' ? route.gateway : null
    const address = gateway ?? fate.dead.dst
    const [owner] = ownersOf6(scene, address)
    const values = { address: formatInet6(address), owner: owner ? scene.name(owner.netns) : '' }
    const mends = owner ? [] : missing(scene, device, address)
    return at(scene, device, owner ? SILENT : NOBODY_THERE, values, mends)
  },
}
/** Somebody on the link has no address: a link that goes down takes its own along. */
function missing(scene: Scene, device: DeviceView, address: bigint): Mend[] {
  const netns = scene.netnsOf(device)
  const own = netns && globalsOf(netns).find((h) => h.device === device && covers6(h, address))
  if (!own) return []
  const others = scene.links.segment(device).filter((d) => d !== device && d.master === null)
  return others.flatMap((d) => {
    const other = scene.netnsOf(d)
    if (!other || globalsOf(other).some((h) => h.device === d)) return []
    const line = `addr add ${formatInet6(address)}/${own.length} dev ${d.name}`
    return [mend([ip(scene.outcome.lab, other, line)])]
  })
}
const NOBODY_THERE: Words = {
  en: 'Nobody answers the neighbour solicitation for {address} on {device} of {where}: no interface in the lab has that address.',
  ko: '{where}의 {device}에서 {address}을(를) 찾는 이웃 요청에 아무도 답하지 않습니다: 그 주소를 가진 인터페이스가 없습니다.',
}
const SILENT: Words = {
  en: 'Nobody answers the neighbour solicitation for {address} on {device} of {where}, though {owner} has the address.',
  ko: '{where}의 {device}에서 {address}을(를) 찾는 이웃 요청에 아무도 답하지 않습니다. 그 주소는 {owner}에 있습니다.',
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

const listening: Cause = {
  id: 'nothing-listening',
  find(scene) {
    const fate = fateIn(scene)
    if (fate?.death?.reason !== 'NO_SOCKET' || !fate.dead || isBack(scene, fate.dead)) return null
    const { payload } = fate.dead
    const netns = scene.netns(fate.death)
    if (!netns || (payload.kind !== 'tcp' && payload.kind !== 'udp')) return null
    const { kind: protocol, dport: port } = payload
    const values = { where: scene.name(netns), protocol, port }
    return within(netns, NOBODY, values, served(scene, netns, protocol, port, 6))
  },
}
const NOBODY: Words = {
  en: 'Nothing in {where} listens on {protocol} port {port} over IPv6: the packet arrives and is refused.',
  ko: '{where}에서 IPv6로 {protocol} {port}번 포트를 듣는 것이 없습니다: 패킷은 도착하지만 거부됩니다.',
}

/** The causes of IPv6, in the order in which they are asked. */
export const CAUSES6: readonly Cause[] = [
  firewall,
  forwarding,
  farLinkDown,
  linkDown,
  noAddress,
  noRoute,
  unanswered,
  listening,
]

/** The program was told so, or said nothing: there is no way to send it. */
function unreachable({ outcome, source, target6 }: Scene): boolean {
  return /unreachable|no route/i.test(outcome.output) || (target6 !== null && globalsOf(source).length === 0)
}

function valuesFor(scene: Scene, netns: NetnsView, dst: bigint): Finding['values'] {
  return { where: scene.name(netns), network: networkOf6(scene, dst) }
}

function routes(scene: Scene, netns: NetnsView, dst: bigint): Mend[] {
  const { lab } = scene.outcome
  return gatewaysOf6(scene, netns, dst).map(({ address }, n) =>
    mend([ip(lab, netns, `route add ${networkOf6(scene, dst)} via ${formatInet6(address)}`)], n * 0.1),
  )
}

/** An address of the target's network for a device on its link. */
function addressed(scene: Scene, device: DeviceView): Mend[] {
  const { source, target6 } = scene
  if (target6 === null) return []
  const near = scene.links.segment(device)
  const owner = ownersOf6(scene, target6).find((h) => near.includes(h.device))
  const free = owner && freeAddress6(scene, owner)
  if (!owner || free === null || free === undefined) return []
  const text = `${formatInet6(free)}/${owner.length}`
  return [mend([ip(scene.outcome.lab, source, `addr add ${text} dev ${device.name}`)])]
}

function at(
  scene: Scene,
  device: DeviceView,
  words: Words,
  values: Finding['values'],
  mends: readonly Mend[],
): Finding {
  const where = scene.name(scene.netnsOf(device))
  return {
    words,
    values: { where, device: device.name, ...values },
    mends,
    netns: device.netns,
    device: device.id,
  }
}

function within(netns: NetnsView, words: Words, values: Finding['values'], mends: readonly Mend[]): Finding {
  return { words, values, mends, netns: netns.id, device: null }
}
