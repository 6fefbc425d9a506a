// What the inspector's tables can change, as the command each change types: routes, neighbours, the FDB. Links and
// addresses change as they do on the canvas.
import type { FdbView, NetnsView, RouteView } from '../../store/lab.ts'
import { plan, refuse, word, type Plan, type View } from '../canvas/gestures/gesture.ts'
import { machineOf } from '../canvas/view.ts'
import { ipFor } from '../canvas/gestures/reach.ts'

/** `route` as `ip route add` takes it; its words are the person's own. */
export function planAddRoute(view: View, netns: NetnsView, route: string): Plan {
  const words = route.trim().split(/\s+/).map(word).join(' ')
  return onNetns(view, netns, (machine, ip) => plan(machine, `route ${words}`, [`${ip} route add ${words}`]))
}

export function planDeleteRoute(view: View, netns: NetnsView, route: RouteView): Plan {
  const via = route.gateway === null ? '' : ` via ${route.gateway}`
  const dev = route.device === null ? '' : ` dev ${word(route.device)}`
  return onNetns(view, netns, (machine, ip) =>
    plan(machine, `no route ${route.destination}`, [`${ip} route del ${route.destination}${via}${dev}`]),
  )
}

export function planFlushNeighbours(view: View, netns: NetnsView, device: string): Plan {
  return onNetns(view, netns, (machine, ip) =>
    plan(machine, `forget the neighbours of ${device}`, [`${ip} neigh flush dev ${word(device)}`]),
  )
}

export function planDeleteFdb(view: View, netns: NetnsView, entry: FdbView): Plan {
  const half = entry.bridge === null ? 'self' : 'master'
  return onNetns(view, netns, (machine, ip) =>
    plan(machine, `forget ${entry.mac}`, [
      `${ip.replace(/^ip\b|\bip$/, 'bridge')} fdb del ${entry.mac} dev ${word(entry.device)} ${half}`,
    ]),
  )
}

/** Whether commands reach it: not without a name, and not in a switch. */
export function reachable(view: View, netns: NetnsView): boolean {
  return ipFor(netns) !== null && machineOf(view, netns)?.kind === 'machine'
}

function onNetns(view: View, netns: NetnsView, then: (machine: string, ip: string) => Plan): Plan {
  const ip = ipFor(netns)
  const machine = machineOf(view, netns)
  if (ip === null || machine?.kind !== 'machine') return refuse('No command can reach it.')
  return then(machine.name, ip)
}
