// What the causes of IPv6 ask of a scene, and how they tell what they found.
import { formatInet6 } from '../../../wire/inet6.ts'
import type { Ipv6 } from '../../../wire/ipv6.ts'
import type { DeviceView, NetnsView } from '../../view.ts'
import type { Finding, Words } from '../cause.ts'
import { ip, mend, type Mend } from '../commands.ts'
import { freeAddress6, gatewaysOf6, globalsOf, networkOf6, ownersOf6 } from '../holders6.ts'
import type { Scene } from '../scene.ts'
import { fate6Of, type Fate6 } from '../trail6.ts'

/** null: it has no IPv6 address to go to. */
export function fateIn({ outcome, target6 }: Scene): Fate6 | null {
  return target6 === null ? null : fate6Of(outcome, target6)
}

export function isBack({ target6 }: Scene, packet: Ipv6 | null): boolean {
  return packet !== null && packet.src === target6
}

/** The program was told so, or said nothing: there is no way to send it. */
export function unreachable({ outcome, source, target6 }: Scene): boolean {
  return /unreachable|no route/i.test(outcome.output) || (target6 !== null && globalsOf(source).length === 0)
}

export function valuesFor(scene: Scene, netns: NetnsView, dst: bigint): Finding['values'] {
  return { where: scene.name(netns), network: networkOf6(scene, dst) }
}

export function routes(scene: Scene, netns: NetnsView, dst: bigint): Mend[] {
  const { lab } = scene.outcome
  return gatewaysOf6(scene, netns, dst).map(({ address }, n) =>
    mend([ip(lab, netns, `route add ${networkOf6(scene, dst)} via ${formatInet6(address)}`)], n * 0.1),
  )
}

/** An address of the target's network for a device on its link. */
export function addressed(scene: Scene, device: DeviceView): Mend[] {
  const { source, target6 } = scene
  if (target6 === null) return []
  const near = scene.links.segment(device)
  const owner = ownersOf6(scene, target6).find((h) => near.includes(h.device))
  const free = owner && freeAddress6(scene, owner)
  if (!owner || free === null || free === undefined) return []
  const text = `${formatInet6(free)}/${owner.length}`
  return [mend([ip(scene.outcome.lab, source, `addr add ${text} dev ${device.name}`)])]
}

export function at(
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

export function within(
  netns: NetnsView,
  words: Words,
  values: Finding['values'],
  mends: readonly Mend[],
): Finding {
  return { words, values, mends, netns: netns.id, device: null }
}
