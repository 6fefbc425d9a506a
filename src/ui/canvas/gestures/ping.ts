// Pinging from one place to another, and whom there is to ping.
import type { NetnsView } from '../../../store/lab.ts'
import { formatAddress4, sameSubnet } from '../subnet.ts'
import { machineOf, netnsLabel, netnsOf } from '../view.ts'
import { execFor } from './reach.ts'
import { type Plan, plan, refuse, type Target, type View, word } from './gesture.ts'
import { addresses4, segmentOf } from './segment.ts'

export interface PingTarget {
  readonly netns: string
  /** `red`, `web1`. */
  readonly name: string
  readonly address: string
}

/** Every IPv4 address in other namespaces, in the view's order. */
export function pingTargets(view: View, from: Target): readonly PingTarget[] {
  const here = netnsOf(view, from)
  const all = view.order.flatMap((id) => view.machines.get(id)?.namespaces ?? [])
  return all
    .filter((netns) => netns.id !== here?.id)
    .flatMap((netns) =>
      addressesOf(netns).map((a) => ({
        netns: netns.id,
        name: netnsLabel(view, netns),
        address: formatAddress4(a.address),
      })),
    )
}

function addressesOf(netns: NetnsView): ReturnType<typeof addresses4> {
  return netns.devices.flatMap(addresses4)
}

/** One echo to an address, from the namespace of `from`. */
export function planPing(view: View, from: Target, address: string): Plan {
  const netns = netnsOf(view, from)
  const machine = machineOf(view, netns)
  const exec = netns && execFor(netns)
  if (!netns || !machine) return refuse('That namespace is gone.')
  if (machine.kind === 'switch') return refuse('A switch does not ping.')
  if (exec === null || exec === undefined)
    return refuse('This namespace has no name, so no command can reach it.')
  return plan(machine.name, `ping ${address} from ${netnsLabel(view, netns)}`, [
    `${exec}ping -c 1 ${word(address)}`,
  ])
}

/** One echo to a thing on the canvas: to its address in a subnet of the sender's, else to its first. */
export function planPingTo(view: View, from: Target, to: Target): Plan {
  const here = netnsOf(view, from)
  const there = netnsOf(view, to)
  if (!here || !there) return refuse('That namespace is gone.')
  const meant = to.kind === 'device' ? view.devices.get(to.id) : undefined
  const candidates = meant && addresses4(meant).length > 0 ? addresses4(meant) : addressesOf(there)
  const own = addressesOf(here)
  const chosen = candidates.find((c) => own.some((o) => sameSubnet(o, c))) ?? candidates[0]
  if (!chosen) return refuse(`${netnsLabel(view, there)} has no IPv4 address to ping.`)
  return planPing(view, from, formatAddress4(chosen.address))
}

/** Who could be the default gateway: addresses on the same segments, those that forward first. */
export function suggestGateway(view: View, target: Target): string {
  const here = netnsOf(view, target)
  const others = (here?.devices ?? [])
    .filter((d) => d.kind !== 'loopback')
    .flatMap((d) => segmentOf(view, d))
    .filter((d) => d.netns !== here?.id && addresses4(d).length > 0)
  const best =
    others.find((d) => view.namespaces.get(d.netns)?.forwarding) ??
    others.find((d) => d.kind === 'bridge') ??
    others[0]
  const address = best && addresses4(best)[0]
  return address ? formatAddress4(address.address) : ''
}
