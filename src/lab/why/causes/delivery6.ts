// The packet of IPv6 came to its host, or nearly: nothing took it, it may not be answered, it was too big.
import { formatInet6 } from '../../../wire/inet6.ts'
import type { NetnsView } from '../../view.ts'
import type { Cause, Finding, Words } from '../cause.ts'
import { mend, run, type Mend } from '../commands.ts'
import type { Scene } from '../scene.ts'
import { served, serverOf } from './listening.ts'
import { remembered, tooBig } from './mtu.ts'
import { fateIn, isBack, within } from './told6.ts'

const NOBODY: Words = {
  en: 'Nothing in {where} listens on {protocol} port {port} over IPv6: the packet arrives and is refused.',
  ko: '{where}에서 IPv6로 {protocol} {port}번 포트를 듣는 것이 없습니다: 패킷은 도착하지만 거부됩니다.',
}
const LOOPBACK_ONLY: Words = {
  en: '{program} in {where} listens on [::1]:{port} only: {protocol} to {address} finds nobody there.',
  ko: '{where}의 {program}이(가) [::1]:{port}에서만 듣습니다: {address}(으)로 온 {protocol}은(는) 받을 곳이 없습니다.',
}
const IPV4_ONLY: Words = {
  en: '{program} in {where} listens on {protocol} port {port} over IPv4 only: over IPv6 nobody is there.',
  ko: '{where}의 {program}이(가) {protocol} {port}번 포트를 IPv4로만 듣습니다: IPv6로는 받을 곳이 없습니다.',
}
const ECHO_IGNORED: Words = {
  en: '{where} gets the echo request and must not answer: net.ipv6.icmp.echo_ignore_all is 1.',
  ko: '{where}이(가) 에코 요청을 받지만 답하지 않습니다: net.ipv6.icmp.echo_ignore_all이 1입니다.',
}

export const listening6: Cause = {
  id: 'nothing-listening',
  find(scene) {
    const fate = fateIn(scene)
    if (fate?.death?.reason !== 'NO_SOCKET' || !fate.dead || isBack(scene, fate.dead)) return null
    const { payload, dst } = fate.dead
    const netns = scene.netns(fate.death)
    if (!netns || (payload.kind !== 'tcp' && payload.kind !== 'udp')) return null
    const { kind: protocol, dport: port } = payload
    const values = { where: scene.name(netns), protocol, port, address: formatInet6(dst) }
    const here = scene.listeners(netns, protocol).filter((l) => l.port === port)
    const [first] = here
    if (!first) return within(netns, NOBODY, values, served(scene, netns, protocol, port, 6))
    const words = here.some(({ family }) => family === 'inet6') ? LOOPBACK_ONLY : IPV4_ONLY
    const program = serverOf(scene, netns, port, protocol)?.program ?? 'a program'
    return within(netns, words, { ...values, program }, again(scene, netns, protocol, port))
  },
}

/** It gives way to one that listens on every address. */
function again(scene: Scene, netns: NetnsView, protocol: 'tcp' | 'udp', port: number): Finding['mends'] {
  const server = serverOf(scene, netns, port, protocol)
  if (!server) return []
  const kill = { machine: netns.machine, line: `kill ${server.pid}` }
  return served(scene, netns, protocol, port, 6).map(({ commands }) => mend([kill, ...commands]))
}

export const echoIgnored6: Cause = {
  id: 'echo-ignored',
  find(scene) {
    const fate = fateIn(scene)
    const event = fate?.events.findLast((e) => e.kind === 'consume' && /echo_ignore_all/.test(e.by))
    const netns = event && scene.netns(event)
    if (!netns) return null
    const off = run(scene.outcome.lab, netns, 'sysctl -w net.ipv6.icmp.echo_ignore_all=0')
    return within(netns, ECHO_IGNORED, { where: scene.name(netns) }, [mend([off])])
  },
}

export const mtu6: Cause = {
  id: 'mtu',
  find(scene) {
    const fate = fateIn(scene)
    if (fate?.death?.reason === 'PKT_TOO_BIG') return tooBig(scene, fate.death, fate.events)
    return fate && !fate.request ? remembered(scene, '-6 ') : null
  },
}

const FORWARDING_OFF: Words = {
  en: '{where} does not forward: {what} is for another host, and net.ipv6.conf.all.forwarding is 0 there.',
  ko: '{where}이(가) 패킷을 전달하지 않습니다: 다른 호스트로 갈 패킷인데 그곳의 net.ipv6.conf.all.forwarding이 0입니다.',
}

export const forwarding6: Cause = {
  id: 'ip-forward',
  find(scene) {
    const fate = fateIn(scene)
    const death = fate?.death
    if (death?.fn !== 'ip6Forward' || death.reason !== 'IP_INADDRERRORS') return null
    const netns = scene.netns(death)
    if (!netns || scene.sysctl(netns, 'net/ipv6/conf/all/forwarding') !== '0') return null
    const back = isBack(scene, fate?.dead ?? null)
    const on: Mend = mend([run(scene.outcome.lab, netns, 'sysctl -w net.ipv6.conf.all.forwarding=1')])
    return within(
      netns,
      FORWARDING_OFF,
      { where: scene.name(netns), what: back ? 'the reply' : 'the packet' },
      [on],
    )
  },
}
