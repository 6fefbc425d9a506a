// A firewall that sees only the answers: the requests came another way, so to its connection tracking they belong to none.
import { formatInet } from '../../../wire/inet.ts'
import type { NetnsView } from '../../view.ts'
import type { Words } from '../cause.ts'
import { ip, mend, type Mend } from '../commands.ts'
import { readPrefix, covers } from '../prefixes.ts'
import type { Scene } from '../scene.ts'
import { Births, type Trail } from '../trail.ts'
import type { Judgement, Maker } from './judgement.ts'

const ASYMMETRIC: Words = {
  en: 'Only the answers come through {here}, the requests go by {other} (asymmetric routing): to connection tracking in {here} they belong to no connection.',
  ko: '요청은 {other}(으)로 가고 응답만 {here}을(를) 지납니다(비대칭 라우팅): {here}의 연결 추적은 이 응답을 어느 연결의 것으로도 알지 못합니다.',
}

/** `answer`: the packet that a rule or a policy ended is on its way back. */
export function asymmetric(
  scene: Scene,
  { netns, rule, rules, packet }: Judgement,
  answer: boolean,
): Maker | null {
  const stateful =
    rule === null ? rules.some((text) => /ctstate|--state/.test(text)) : /INVALID|NEW/.test(rule)
  const request = answer && stateful ? requestOf(scene) : null
  if (!request) return null
  const routers = routersOf(scene, request)
  const other = routers.at(-1)
  if (!other || routers.includes(netns)) return null
  return {
    words: ASYMMETRIC,
    values: { here: scene.name(netns), other: scene.name(other) },
    mends: sameWay(scene, other, packet.src, packet.dst),
  }
}

function requestOf(scene: Scene): Trail | null {
  const { outcome, probe, target } = scene
  const births = new Births(outcome.events)
  for (const born of births.all) {
    const { packet, machine, netns } = born
    if (machine === probe.machine && netns === probe.netns && packet.kind === 'ipv4' && packet.dst === target)
      return births.trail(born)
  }
  return null
}

function routersOf(scene: Scene, { events }: Trail): NetnsView[] {
  return events.flatMap((e) => {
    const netns = e.kind === 'step' && e.fn === 'ipForward' ? scene.netns(e) : null
    return netns ? [netns] : []
  })
}

/** Who answers sends it back by the router that the request came by. */
function sameWay(scene: Scene, router: NetnsView, answering: number, asking: number): Mend[] {
  const { lab } = scene.outcome
  return scene.holding(answering).flatMap(({ netns, device, address, length }) => {
    const gateway = scene
      .holdersOf(router)
      .find((h) => covers(address, length, h.address) && scene.links.segment(device).includes(h.device))
    const route = netns.routes.find(({ destination, gateway: via }) => {
      const prefix = readPrefix(destination)
      return via !== null && prefix !== null && covers(prefix.address, prefix.length, asking)
    })
    if (!gateway || !route) return []
    const line = `route replace ${route.destination} via ${formatInet(gateway.address)}`
    return [mend([ip(lab, netns, line)], -0.2)]
  })
}
