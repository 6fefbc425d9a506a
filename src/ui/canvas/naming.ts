// What a screen reader, and a test, calls a thing: English sentences, put into the language of the screen as what is refused is.
import type { DeviceView, MachineView, NetnsView, PublishedPort } from '../../store/lab.ts'
import { noticeNow } from '../i18n/languages.ts'
import type { View } from './gestures/gesture.ts'
import type { CableKind } from './scene.ts'
import { linkState, netnsKind, netnsLabel } from './view.ts'

export function machineName(machine: MachineView): string {
  return noticeNow(`${machine.kind} ${machine.name}`)
}

export function netnsName(view: View, netns: NetnsView): string {
  return noticeNow(`${netnsKind(netns)} ${netnsLabel(view, netns)}`)
}

export function bridgeName(bridge: DeviceView): string {
  return noticeNow(`bridge ${bridge.name}`)
}

export function interfaceName(view: View, device: DeviceView): string {
  const netns = view.namespaces.get(device.netns)
  return noticeNow(`interface ${device.name} in ${netns ? netnsLabel(view, netns) : ''}`)
}

/** `up, 10.0.0.1/24, fe80::1/64, port of br0 (forwarding)`. */
export function interfaceDescription(view: View, device: DeviceView): string {
  const parts: string[] = [linkState(device), ...device.addresses.map((a) => a.text)]
  const master = device.master ? view.devices.get(device.master) : undefined
  if (master) parts.push(`port of ${master.name}${device.portState ? ` (${device.portState})` : ''}`)
  return parts.map(noticeNow).join(', ')
}

/** The two names in order, joined by an en dash. */
export function cableName(kind: CableKind, a: DeviceView, b: DeviceView): string {
  if (kind === 'stack') return noticeNow(`${a.name} stands on ${b.name}`)
  const [first, second] = [a.name, b.name].sort()
  return noticeNow(`${kind === 'tunnel' ? `tunnel VNI ${a.tunnel?.vni}` : 'cable'} ${first} – ${second}`)
}

export function netnsDescription(netns: NetnsView): string {
  const devices = netns.devices.length === 1 ? '1 interface' : `${netns.devices.length} interfaces`
  const parts = netns.forwarding ? [devices, 'forwards'] : [devices]
  if (netns.container?.image)
    parts.push(`image ${netns.container.image}`, ...netns.container.ports.map(portWords))
  parts.push(...netns.processes.map((line) => `process ${line}`))
  return parts.map(noticeNow).join(', ')
}

/** `web · nginx`, `red`: what stands on the box; of an image not where it comes from. */
export function netnsTitle(netns: NetnsView): string {
  const { container } = netns
  if (!container) return netns.name ?? 'unnamed'
  return [container, ...container.sharing]
    .map(({ name, image }) => (image === '' ? name : `${name} · ${image.replace(/[^ ]*\//g, '')}`))
    .join(' + ')
}

function portWords({ host, container, protocol }: PublishedPort): string {
  return `port ${host} of the machine leads to ${container}/${protocol}`
}
