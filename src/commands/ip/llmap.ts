// Names and numbers of devices: asked of the kernel when needed, one at a time, and remembered for the command.
import type { Network } from '../../os/program.ts'
import type { LinkMessage, RtnetlinkMessage } from '../../uapi/rtnetlink.ts'

export class LinkMap {
  private readonly net: Network
  private byIndex = new Map<number, LinkMessage>()

  constructor(net: Network) {
    this.net = net
  }

  remember(link: LinkMessage): void {
    this.byIndex.set(link.index, link)
  }

  /** After a change: the next use asks again. */
  forget(): void {
    if (this.byIndex.size > 0) this.byIndex = new Map()
  }

  /** A link came, changed or went. Its first name sticks, as iproute2 has it. Ref: lib/ll_map.c:ll_remember_index() */
  heard(link: LinkMessage): void {
    const known = this.byIndex.get(link.index)
    if (link.type === 'RTM_DELLINK') this.byIndex.delete(link.index)
    else this.byIndex.set(link.index, known ? { ...link, ifname: known.ifname } : link)
  }

  /** All links in order of index, remembered. */
  list(): readonly LinkMessage[] {
    const links = linksOf(this.net.rtnetlink({ type: 'RTM_GETLINK' }).messages)
    for (const link of links) this.remember(link)
    return links
  }

  /** Index of a name, or of `ifN`; 0 when there is none. */
  index(name: string): number {
    for (const link of this.byIndex.values()) if (link.ifname === name) return link.index
    const link = this.net.rtnetlink({ type: 'RTM_GETLINK', ifname: name }).messages?.[0]
    if (link?.type === 'RTM_NEWLINK') {
      this.remember(link)
      return link.index
    }
    const numbered = /^if(\d+)/.exec(name)
    return numbered ? Number(numbered[1]) : 0
  }

  get(index: number): LinkMessage | null {
    const known = this.byIndex.get(index)
    if (known) return known
    const link = this.net.rtnetlink({ type: 'RTM_GETLINK', index }).messages?.[0]
    if (link?.type !== 'RTM_NEWLINK') return null
    this.remember(link)
    return link
  }

  /** `ifN` when no device has that number here. */
  name(index: number): string {
    if (index === 0) return '*'
    return this.get(index)?.ifname ?? `if${index}`
  }
}

function linksOf(messages: readonly RtnetlinkMessage[] | undefined): readonly LinkMessage[] {
  return (messages ?? []).filter((message): message is LinkMessage => message.type === 'RTM_NEWLINK')
}
