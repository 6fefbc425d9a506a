// Questions that several causes ask of a scene.
import type { TraceEvent } from '../../sim/trace.ts'
import { formatInet, inetMask, type Inet } from '../../wire/inet.ts'
import type { DeviceView, NetnsView } from '../view.ts'
import type { Fate } from './fate.ts'
import { covers } from './prefixes.ts'
import type { Holder, Scene } from './scene.ts'
import type { DropEvent, Trail } from './trail.ts'

/** Everything that was followed: the packet, the ARP request it waited for, the answer to that. */
export function trailsOf(fate: Fate): readonly Trail[] {
  if (fate.kind === 'through' || fate.kind === 'unsent') return []
  if (fate.kind !== 'unresolved' || !fate.arp) return [fate.trail]
  const { request, reply } = fate.arp
  return [fate.trail, request, ...(reply ? [reply] : [])]
}

/** The last death of that reason among them. */
export function deathBy(fate: Fate, is: (drop: DropEvent) => boolean): DropEvent | null {
  for (const { events } of [...trailsOf(fate)].reverse()) {
    const drop = events.findLast((e): e is DropEvent => e.kind === 'drop' && is(e))
    if (drop) return drop
  }
  return null
}

/** Whoever has the address, those on lo last. */
export function ownersOf(scene: Scene, address: Inet): readonly Holder[] {
  const all = scene.holding(address)
  return [
    ...all.filter((h) => h.device.kind !== 'loopback'),
    ...all.filter((h) => h.device.kind === 'loopback'),
  ]
}

/** The device an event happened at. */
export function deviceAt(scene: Scene, event: TraceEvent): DeviceView | null {
  return scene.device(event.device === null ? null : `${event.machine}#${event.device}`)
}

/** Lowest address of a network that nobody has. */
export function freeAddress(scene: Scene, address: Inet, length: number): Inet | null {
  const network = (address & inetMask(length)) >>> 0
  const size = 2 ** (32 - length)
  for (let n = 1; n < Math.min(size - 1, 250); n++) {
    const candidate = (network + n) >>> 0
    if (candidate !== address && scene.holding(candidate).length === 0) return candidate
  }
  return null
}

/** Addresses that could be a gateway for it: on its links, of others, those that forward first. */
export function gatewaysOf(scene: Scene, netns: NetnsView, dst: Inet): readonly Holder[] {
  const own = scene.holdersOf(netns)
  const near = scene.holders.filter(
    (other) =>
      other.netns !== netns &&
      other.device.kind !== 'loopback' &&
      own.some(
        (mine) =>
          covers(mine.address, mine.length, other.address) &&
          mine.address !== other.address &&
          scene.links.segment(mine.device).includes(other.device),
      ),
  )
  const leads = ({ netns: next, address }: Holder): number => {
    if (scene.holdersOf(next).some((h) => h.address === dst)) return 3
    const reaches =
      scene.holdersOf(next).some((h) => covers(h.address, h.length, dst)) || scene.route(next, dst)
    return (reaches ? 2 : 0) + (next.forwarding ? 1 : 0) - (scene.holding(address).length > 1 ? 2 : 0)
  }
  return [...near].sort((a, b) => leads(b) - leads(a)).slice(0, 3)
}

/** What a route is added for: the network the address is in where it is, else that one address. */
export function networkOf(scene: Scene, address: Inet): string {
  const [owner] = ownersOf(scene, address)
  if (!owner || owner.length > 30) return `${formatInet(address)}/32`
  return `${formatInet((address & inetMask(owner.length)) >>> 0)}/${owner.length}`
}

/** No route at all leads everywhere. */
export function hasDefault(netns: NetnsView): boolean {
  return netns.routes.some((route) => route.destination === 'default' && !/:/.test(route.gateway ?? ''))
}
