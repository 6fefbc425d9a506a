// Who hears a device's broadcasts: along its cable, and through the bridges and switches it reaches.
import type { DeviceView } from '../../../store/lab.ts'
import { freeAddress, parseAddress4, sameSubnet, type Address4 } from '../subnet.ts'
import { isBridge, portsOf } from '../view.ts'
import type { View } from './gesture.ts'

/** The device first, then the others as they are reached. */
export function segmentOf(view: View, device: DeviceView): readonly DeviceView[] {
  const seen = new Set<string>([device.id])
  const found: DeviceView[] = []
  const queue: DeviceView[] = [device]
  for (let at = queue.shift(); at; at = queue.shift()) {
    found.push(at)
    for (const next of neighbours(view, at)) {
      if (seen.has(next.id)) continue
      seen.add(next.id)
      queue.push(next)
    }
  }
  return found
}

function neighbours(view: View, device: DeviceView): readonly DeviceView[] {
  const near: (DeviceView | undefined)[] = []
  if (device.peer) near.push(view.devices.get(device.peer))
  if (isBridge(device)) near.push(...portsOf(view, device))
  if (device.master) near.push(view.devices.get(device.master))
  const netns = view.namespaces.get(device.netns)
  if (netns && view.machines.get(netns.machine)?.kind === 'switch') near.push(...netns.devices)
  return near.filter((d) => d !== undefined)
}

/** IPv4 addresses of a device, link-local and host ones aside. */
export function addresses4(device: DeviceView): readonly Address4[] {
  return device.addresses
    .filter((a) => a.family === 4 && a.scope === 'global')
    .map((a) => parseAddress4(a.text))
    .filter((a) => a !== null)
}

/**
 * The address a person is likely to want next: the lowest free one of the subnet already on the device's segment, else
 * the first of a `10.0.N.0/24` that nobody in the lab uses.
 */
export function suggestAddress(view: View, device: DeviceView): string {
  const here = segmentOf(view, device).flatMap(addresses4)
  const subnet = here.find((a) => a.prefix < 31)
  if (subnet) {
    const free = freeAddress(subnet, new Set(here.map((a) => a.address)))
    if (free) return free
  }
  const all = Array.from(view.devices.values()).flatMap(addresses4)
  for (let n = 0; n < 256; n++) {
    const candidate: Address4 = { address: 10 * 2 ** 24 + n * 256 + 1, prefix: 24 }
    if (!all.some((a) => sameSubnet({ ...a, prefix: 24 }, candidate))) return `10.0.${n}.1/24`
  }
  return '10.0.0.1/24'
}
