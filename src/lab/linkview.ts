// What distinguishes a link among its kind, as a screen shows it.
import { NUD_PERMANENT, type LinkInfo, type LinkMessage, type NeighMessage } from '../uapi/rtnetlink.ts'
import { formatAddress } from '../wire/inet6.ts'
import { MAC_ZERO } from '../wire/mac.ts'
import { vxlanWords } from './bridgewords.ts'
import { stackedMode, stackedWords } from './stackedwords.ts'
import type { DeviceView, NetnsId } from './view.ts'

export function linkNote(info: LinkInfo | undefined): string | null {
  if (info?.vxlan?.id !== undefined) return `VNI ${info.vxlan.id}`
  const mode = stackedMode(info)
  return mode === null ? null : `${info?.kind} ${mode}`
}

/** Kind and settings, as `ip link add` would be given them; null for what has none. */
export function linkDetails(info: LinkInfo | undefined, names: ReadonlyMap<number, string>): string | null {
  if (info?.vxlan) return `vxlan ${vxlanWords(info.vxlan, names)}`
  if (info?.bridge) {
    const { stpState = 0, priority = 0x8000, vlanFiltering = 0 } = info.bridge
    return `bridge stp_state ${stpState} priority ${priority} vlan_filtering ${vlanFiltering}`
  }
  const words = stackedWords(info)
  return words === '' ? null : `${info?.kind} ${words}`
}

/**
 * Where a VXLAN sends: its own remote, the entries of the zero address, and those that somebody wrote down for one address.
 * `under`: the namespace that its outer packets go through.
 */
export function tunnelView(
  link: LinkMessage,
  fdb: readonly NeighMessage[],
  under: NetnsId,
): DeviceView['tunnel'] {
  const vxlan = link.linkinfo?.vxlan
  if (vxlan?.id === undefined) return null
  const remotes = new Set<string>()
  if (vxlan.remote) remotes.add(formatAddress(vxlan.remote))
  for (const entry of fdb) {
    const written = entry.lladdr === MAC_ZERO || (entry.state & NUD_PERMANENT) !== 0
    if (entry.index === link.index && written && entry.dst !== undefined)
      remotes.add(formatAddress(entry.dst))
  }
  return { vni: vxlan.id, remotes: [...remotes], under }
}
