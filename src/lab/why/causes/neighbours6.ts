// Nobody answers the search for a neighbour: it is not there, it is elsewhere, or the gateway is another one.
import { formatInet6 } from '../../../wire/inet6.ts'
import type { DeviceView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend, type Mend } from '../commands.ts'
import { covers6, gatewaysOf6, globalsOf, networkOf6, ownersOf6 } from '../holders6.ts'
import { deviceAt } from '../lookups.ts'
import type { Scene } from '../scene.ts'
import { at, fateIn } from './told6.ts'

const NOBODY_THERE: Words = {
  en: 'Nobody answers the neighbour solicitation for {address} on {device} of {where}: no interface in the lab has that address.',
  ko: '{where}의 {device}에서 {address}을(를) 찾는 이웃 요청에 아무도 답하지 않습니다: 그 주소를 가진 인터페이스가 없습니다.',
}
const SILENT: Words = {
  en: 'Nobody answers the neighbour solicitation for {address} on {device} of {where}, though {owner} has the address.',
  ko: '{where}의 {device}에서 {address}을(를) 찾는 이웃 요청에 아무도 답하지 않습니다. 그 주소는 {owner}에 있습니다.',
}
const NO_GATEWAY: Words = {
  en: '{where}’s route goes via {address}, and nobody answers the neighbour solicitation for that gateway: no interface in the lab has the address.',
  ko: '{where}의 경로는 {address}을(를) 지나는데 그 게이트웨이를 찾는 이웃 요청에 아무도 답하지 않습니다: 그 주소를 가진 인터페이스가 없습니다.',
}
const GATEWAY_ELSEWHERE: Words = {
  en: '{where}’s route goes via {address}, which is not on the link of {device}: {owner} has it elsewhere.',
  ko: '{where}의 경로는 {address}을(를) 지나는데 {device}의 링크에 있지 않습니다: 그 주소는 다른 곳의 {owner}에 있습니다.',
}
const WIDE: Words = {
  en: 'The prefix of {device} in {where} is wrong: with {own} it takes {address} for a neighbour, which is on another link.',
  ko: '{where}의 {device} 프리픽스가 틀렸습니다: {own} 때문에 다른 링크에 있는 {address}을(를) 이웃으로 여깁니다.',
}

export const unanswered6: Cause = {
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
    if (gateway !== null) {
      const mends = otherGateways(scene, device, gateway, fate.dead.dst)
      return at(scene, device, owner ? GATEWAY_ELSEWHERE : NO_GATEWAY, values, mends)
    }
    if (!owner) return at(scene, device, NOBODY_THERE, values, missing(scene, device, address))
    const netns = scene.netnsOf(device)
    const wide = netns && globalsOf(netns).find((h) => h.device === device && covers6(h, address))
    if (wide && owner.length > wide.length && !scene.links.segment(device).includes(owner.device)) {
      const own = `${formatInet6(wide.address)}/${wide.length}`
      return at(scene, device, WIDE, { ...values, own }, narrowed(scene, device, own, owner.length, address))
    }
    return at(scene, device, SILENT, values, [])
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

function otherGateways(scene: Scene, device: DeviceView, wrong: bigint, dst: bigint): Mend[] {
  const netns = scene.netnsOf(device)
  if (!netns) return []
  const { lab } = scene.outcome
  const { machine, line } = ip(lab, netns, '-6 route show')
  const lost = lab
    .aside(machine, line)
    .output.split('\n')
    .flatMap((text) => (text.includes(` via ${formatInet6(wrong)} `) ? [text.split(' ')[0] ?? ''] : []))
  return gatewaysOf6(scene, netns, dst).flatMap(({ address }, n) =>
    lost.map((to) => mend([ip(lab, netns, `-6 route replace ${to} via ${formatInet6(address)}`)], n * 0.1)),
  )
}

/** The prefix the other end has, and a route by a gateway where there is none. */
function narrowed(scene: Scene, device: DeviceView, own: string, length: number, address: bigint): Mend[] {
  const netns = scene.netnsOf(device)
  if (!netns) return []
  const { lab } = scene.outcome
  const fixed = [
    ip(lab, netns, `addr del ${own} dev ${device.name}`),
    ip(lab, netns, `addr add ${own.replace(/\d+$/, String(length))} dev ${device.name}`),
  ]
  const ways = gatewaysOf6(scene, netns, address).map((gateway) =>
    ip(lab, netns, `route add ${networkOf6(scene, address)} via ${formatInet6(gateway.address)}`),
  )
  return [mend(fixed, -0.5), ...ways.map((way) => mend([...fixed, way], -0.5))]
}
