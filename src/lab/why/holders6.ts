// Who has which IPv6 address.
import { formatInet6, inet6Mask, isLinkLocal6, parseInet6, type Inet6 } from '../../wire/inet6.ts'
import type { DeviceView, NetnsView } from '../view.ts'
import type { Scene } from './scene.ts'

export interface Holder6 {
  readonly netns: NetnsView
  readonly device: DeviceView
  readonly address: Inet6
  readonly length: number
}

export function holdersIn6(netns: NetnsView): Holder6[] {
  return netns.devices.flatMap((device) =>
    device.addresses.flatMap(({ family, text }) => {
      const [written = '', length = ''] = text.split('/')
      const address = family === 6 ? parseInet6(written) : null
      return address === null ? [] : [{ netns, device, address, length: Number(length) }]
    }),
  )
}

/** Those that are more than link-local, lo's left out. */
export function globalsOf(netns: NetnsView): Holder6[] {
  return holdersIn6(netns).filter((h) => h.device.kind !== 'loopback' && !isLinkLocal6(h.address))
}

export function ownersOf6(scene: Scene, address: Inet6): Holder6[] {
  return scene.namespaces.flatMap(holdersIn6).filter((holder) => holder.address === address)
}

export function covers6({ address, length }: Pick<Holder6, 'address' | 'length'>, other: Inet6): boolean {
  return (address & inet6Mask(length)) === (other & inet6Mask(length))
}

/** `fd00:1::/64` of the network the address is in where it is; of an address that nobody has, itself. */
export function networkOf6(scene: Scene, address: Inet6): string {
  const [owner] = ownersOf6(scene, address)
  if (!owner || owner.length > 126) return `${formatInet6(address)}/128`
  return `${formatInet6(address & inet6Mask(owner.length))}/${owner.length}`
}

/** Addresses that could be a gateway for it: on its links, of others; those that lead there first. */
export function gatewaysOf6(scene: Scene, netns: NetnsView, dst: Inet6): Holder6[] {
  const own = globalsOf(netns)
  const near = scene.namespaces
    .filter((other) => other !== netns)
    .flatMap(globalsOf)
    .filter((h) =>
      own.some((mine) => covers6(mine, h.address) && scene.links.segment(mine.device).includes(h.device)),
    )
  const leads = ({ netns: next }: Holder6): number => (globalsOf(next).some((h) => covers6(h, dst)) ? 1 : 0)
  return near.sort((a, b) => leads(b) - leads(a)).slice(0, 3)
}

/** Lowest address of a network that nobody has. */
export function freeAddress6(scene: Scene, { address, length }: Holder6): Inet6 | null {
  const network = address & inet6Mask(length)
  for (let n = 1n; n < 250n; n++) if (ownersOf6(scene, network + n).length === 0) return network + n
  return null
}
