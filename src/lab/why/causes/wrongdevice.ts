// A route leads out of a device on whose link nobody has the address: it is behind another one, or needs a gateway.
import { formatInet, type Inet } from '../../../wire/inet.ts'
import type { NetnsView, RouteView } from '../../view.ts'
import type { Cause, Words } from '../cause.ts'
import { ip, mend, type Mend } from '../commands.ts'
import { deviceAt, gatewaysOf, ownersOf } from '../lookups.ts'
import { covers, readPrefix } from '../prefixes.ts'
import type { Scene } from '../scene.ts'

const OTHER_DEVICE: Words = {
  en: '{where} sends it out of {device}, by its route “{route}”, but {target} is on the link of {right}.',
  ko: '{where}이(가) 경로 “{route}”에 따라 {device}(으)로 내보내지만 {target}은(는) {right}의 링크에 있습니다.',
}
const NO_GATEWAY: Words = {
  en: '{where}’s route “{route}” names no gateway, so {where} asks for {target} itself on {device}, where nobody has it; the way there leads through {gateway}.',
  ko: '{where}의 경로 “{route}”에 게이트웨이가 없어 {where}이(가) {device}에서 {target}을(를) 직접 찾지만 거기에는 없습니다. 그리로 가는 길은 {gateway}을(를) 지납니다.',
}

export const wrongDevice: Cause = {
  id: 'wrong-device',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'unresolved') return null
    const near = deviceAt(scene, fate.event)
    const netns = near && scene.netnsOf(near)
    const route = netns && routeFor(netns, fate.packet.dst)
    if (!near || !netns || !route) return null
    const owners = ownersOf(scene, fate.address).filter((h) => h.netns !== netns)
    if (owners.some((h) => scene.links.segment(near).includes(h.device))) return null
    const { lab } = scene.outcome
    const text = route.text.trim()
    const at = { where: scene.name(netns), device: near.name, route: text, target: formatInet(fate.address) }
    const right = netns.devices.find(
      (d) => d !== near && owners.some((h) => scene.links.segment(d).includes(h.device)),
    )
    if (right) {
      const one = ip(lab, netns, `route add ${at.target}/32 dev ${right.name}`)
      const whole = ip(lab, netns, `route replace ${text.replace(/ dev \S+.*/, '')} dev ${right.name}`)
      // What is on that link by its addresses stays there.
      const mends: Mend[] = [mend([one], 0.1), ...(onLink(scene, netns, fate.address) ? [] : [mend([whole])])]
      return {
        words: OTHER_DEVICE,
        values: { ...at, right: right.name },
        mends,
        netns: netns.id,
        device: near.id,
      }
    }
    if (route.gateway !== null || onLink(scene, netns, fate.address)) return null
    const gateways = gatewaysOf(scene, netns, fate.address)
    const [gateway] = gateways
    if (!gateway) return null
    return {
      words: NO_GATEWAY,
      values: { ...at, gateway: formatInet(gateway.address) },
      mends: gateways.map(({ address }, n) =>
        mend([ip(lab, netns, `route replace ${route.destination} via ${formatInet(address)}`)], n * 0.1),
      ),
      netns: netns.id,
      device: near.id,
    }
  },
}

/** Of table main: the longest prefix, of the first of equal ones. */
function routeFor(netns: NetnsView, dst: Inet): RouteView | null {
  let best: { readonly route: RouteView; readonly length: number } | null = null
  for (const route of netns.routes) {
    const prefix = readPrefix(route.destination)
    if (!prefix || !covers(prefix.address, prefix.length, dst)) continue
    if (!best || prefix.length > best.length) best = { route, length: prefix.length }
  }
  return best?.route ?? null
}

function onLink(scene: Scene, netns: NetnsView, address: Inet): boolean {
  return scene.holdersOf(netns).some((h) => covers(h.address, h.length, address))
}
