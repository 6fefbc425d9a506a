// No route there, or none back: at the sender, at a router in between, at the far end. Masquerading is the other cure.
import { formatInet, type Inet } from '../../../wire/inet.ts'
import type { NetnsView } from '../../view.ts'
import type { Cause, Finding, Words } from '../cause.ts'
import { ip, mend, run, type Mend } from '../commands.ts'
import { bridgeOf } from '../docker.ts'
import { gatewaysOf, hasDefault, networkOf } from '../lookups.ts'
import { covers, isPrivate, readPrefix } from '../prefixes.ts'
import type { Scene } from '../scene.ts'

/** Fns in which an answer finds no route. */
const ANSWERING = /^(icmpReply|tcpConnRequest|nfSendReset)$/

export const noRoute: Cause = {
  id: 'no-route',
  find(scene) {
    const { fate } = scene
    if (fate.kind !== 'dropped') return null
    const { reason, fn } = fate.event
    if (reason !== 'IP_INNOROUTES' && reason !== 'IP_OUTNOROUTES') return null
    const netns = scene.netns(fate.event)
    if (!netns || scene.device(`${fate.event.machine}#${fate.event.device}`)?.kind === 'vxlan') return null
    const answering = ANSWERING.test(fn)
    const back = fate.reply || answering
    const dst = answering ? fate.packet.src : fate.packet.dst
    return back ? noWayBack(scene, netns, dst) : noWayThere(scene, netns, dst)
  },
}

function noWayThere(scene: Scene, netns: NetnsView, dst: Inet): Finding {
  const refusing = refusingRoute(scene, netns, dst)
  if (refusing) return refusing
  return {
    words: {
      en: '{where} has no route to {network}: the packet dies there.',
      ko: '{where}에 {network}(으)로 가는 경로가 없어 패킷이 거기서 죽습니다.',
    },
    values: { where: scene.name(netns), network: networkOf(scene, dst) },
    mends: routesTo(scene, netns, dst),
    netns: netns.id,
    device: null,
  }
}

function noWayBack(scene: Scene, netns: NetnsView, dst: Inet): Finding {
  const refusing = refusingRoute(scene, netns, dst)
  if (refusing) return refusing
  const masquerade = masqueradeFor(scene, netns, dst)
  const network = networkOf(scene, dst)
  if (masquerade) {
    const { docker } = masquerade
    return {
      words: {
        en: `{router} sends it out with its source {source} unchanged, and {where} has no route back to {network}: MASQUERADE is missing on {router}.${docker === null ? '' : GONE.en}`,
        ko: `{router}이(가) 출발지 {source}을(를) 그대로 내보내는데 {where}에는 {network}(으)로 돌아갈 경로가 없습니다: {router}에 MASQUERADE가 없습니다.${docker === null ? '' : GONE.ko}`,
      },
      values: {
        docker: docker ?? '',
        router: scene.name(masquerade.router),
        where: scene.name(netns),
        network,
        source: formatInet(dst),
      },
      mends: [masquerade.mend, ...routesTo(scene, netns, dst)],
      netns: netns.id,
      device: null,
    }
  }
  return {
    words: {
      en: '{where} has no route back to {network}: the reply dies there.',
      ko: '{where}에 {network}(으)로 돌아가는 경로가 없어 응답이 거기서 죽습니다.',
    },
    values: { where: scene.name(netns), network },
    mends: routesTo(scene, netns, dst),
    netns: netns.id,
    device: null,
  }
}

const GONE: Words = {
  en: ' Docker’s own rule for network {docker} is gone, as after iptables -t nat -F.',
  ko: ' Docker가 네트워크 {docker}을(를) 위해 만든 규칙이 사라졌습니다. iptables -t nat -F를 실행하면 이렇게 됩니다.',
}

/** By a gateway that leads there; a default route where there is none yet. */
export function routesTo(scene: Scene, netns: NetnsView, dst: Inet): Mend[] {
  const { lab } = scene.outcome
  const network = networkOf(scene, dst)
  return gatewaysOf(scene, netns, dst).flatMap(({ address }, n) => {
    const via = `via ${formatInet(address)}`
    const specific = mend([ip(lab, netns, `route add ${network} ${via}`)], n * 0.1 + 0.05)
    return hasDefault(netns)
      ? [specific]
      : [mend([ip(lab, netns, `route add default ${via}`)], n * 0.1), specific]
  })
}

/** The router on the way that hides private addresses from where they mean nothing. */
function masqueradeFor(
  scene: Scene,
  far: NetnsView,
  source: Inet,
): { readonly router: NetnsView; readonly mend: Mend; readonly docker: string | null } | null {
  const { fate, source: from, target } = scene
  if (fate.kind === 'through' || fate.kind === 'unsent' || !isPrivate(source)) return null
  if (from.machine === far.machine && (target === null || isPrivate(target))) return null
  const first = fate.trail.events.find(
    (e) => e.kind === 'step' && e.fn === 'ipForward' && scene.netns(e) !== far,
  )
  const router = first && scene.netns(first)
  if (!router || router === far || target === null) return null
  const route = scene.route(router, target)
  const out = router.devices.find((d) => d.index === route?.oif)
  if (!out || scene.holdersOf(router).some((h) => h.device === out && covers(h.address, h.length, source)))
    return null
  const network = scene.docker(router.machine)?.around(source) ?? null
  const bridge = network && bridgeOf(network)
  const side = bridge === null ? `-o ${out.name}` : `! -o ${bridge}`
  const line = `iptables -t nat -A POSTROUTING -s ${networkOf(scene, source)} ${side} -j MASQUERADE`
  return { router, mend: mend([run(scene.outcome.lab, router, line)]), docker: network?.Name ?? null }
}

/** A route that says no. */
export function refusingRoute(scene: Scene, netns: NetnsView, dst: Inet): Finding | null {
  const route = netns.routes.find(({ text, destination }) => {
    if (!/^(blackhole|unreachable|prohibit|throw) /.test(text)) return false
    const prefix = readPrefix(destination)
    return prefix !== null && covers(prefix.address, prefix.length, dst)
  })
  if (!route) return null
  return {
    words: {
      en: '{where} has a route that refuses it: {route}.',
      ko: '{where}에 이를 거부하는 경로가 있습니다: {route}.',
    },
    values: { where: scene.name(netns), route: route.text.trim() },
    mends: [mend([ip(scene.outcome.lab, netns, `route del ${route.text.trim()}`)])],
    netns: netns.id,
    device: null,
  }
}
