// What stands on a machine, as far as commands made it: read through rtnetlink and /proc/sys like any program would,
// and kept as the words that commands would be given, so that two states can be compared.
import type { KernelApi, Net } from '../kernel/kernel.ts'
import type { BridgeVlanMessage } from '../uapi/bridge.ts'
import { isErrno } from '../uapi/errno.ts'
import { IFF_LOOPBACK, IFF_UP } from '../uapi/if.ts'
import {
  AF_BRIDGE,
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  NTF_ROUTER,
  NTF_SELF,
  NUD_NOARP,
  NUD_PERMANENT,
  type AddrMessage,
  type LinkMessage,
  type NeighMessage,
  type RouteMessage,
  type RtnetlinkMessage,
  type RtnetlinkRequest,
} from '../uapi/rtnetlink.ts'
import type { LabNode } from '../uapi/lab.ts'
import { formatAddress } from '../wire/inet6.ts'
import type { RuleMessage } from '../uapi/rule.ts'
import { formatMac } from '../wire/mac.ts'
import { addressWords } from './addresswords.ts'
import {
  bridgeSettings,
  portSettings,
  vlanWords,
  vxlanFdbWords,
  vxlanWords,
  type BridgeWords,
  type PortWords,
} from './bridgewords.ts'
import { setStates, type SetState } from './ipsetwords.ts'
import type { MachineNode } from './nodes.ts'
import { tableStates, type TableState } from './rulesetwords.ts'
import { routeWords } from './routewords.ts'
import { ruleWords } from './rulewords.ts'
import { stackedWords } from './stackedwords.ts'

export interface LinkState {
  readonly name: string
  readonly index: number
  /** The kernel's number of the device, by which the cards of a machine are ordered. */
  readonly serial: number
  /** `lo`, `nic`, or IFLA_INFO_KIND. */
  readonly kind: string
  readonly up: boolean
  readonly mtu: number
  /** Set by hand; null when it was drawn. */
  readonly mac: string | null
  readonly txqlen: number
  readonly alias: string
  readonly master: string | null
  readonly bridge: BridgeWords | null
  readonly port: PortWords | null
  /** What comes behind `type KIND` when it is made, with a blank before. */
  readonly kindWords: string
  readonly peer: { readonly machine: string; readonly netns: string | null; readonly name: string } | null
  /** What it stands on. */
  readonly parent: { readonly netns: string | null; readonly name: string } | null
  /** Words after `type KIND` of a link that stands on another. */
  readonly typeWords: string
  readonly altnames: readonly string[]
  /** Words of `ip addr add`, without the device, in order. */
  readonly addresses: readonly string[]
}

export interface NetState {
  /** null: the machine's own. */
  readonly name: string | null
  /** By index. */
  readonly links: readonly LinkState[]
  /** Words of `ip route add`; those of IPv6 begin with `-6`. */
  readonly routes: readonly string[]
  /** Words of `ip rule add`; those of IPv6 begin with `-6`. */
  readonly rules: readonly string[]
  /** Words of `ip neigh add`. */
  readonly neighbours: readonly string[]
  /** Words of `bridge fdb add`. */
  readonly fdb: readonly string[]
  /** Words of `bridge vlan add`. */
  readonly vlans: readonly string[]
  readonly sets: readonly SetState[]
  readonly tables: readonly TableState[]
  /** By path below /proc/sys. */
  readonly sysctls: ReadonlyMap<string, string>
}

export interface MachineState {
  readonly name: string
  /** Its own namespace first, then named ones by name. */
  readonly nets: readonly NetState[]
  /** Text of files by path. */
  readonly files: ReadonlyMap<string, string>
  /** Directories, each before what is in it. */
  readonly directories: readonly string[]
}

export interface WorldState {
  readonly nodes: readonly LabNode[]
  readonly machines: readonly MachineState[]
}

/** Asked of devices that rtnetlink does not tell. */
export interface DeviceFacts {
  /** Its address was set by hand. */
  macSet(net: Net, index: number): boolean
  serial(net: Net, index: number): number
  peer(net: Net, index: number): LinkState['peer']
  parent(net: Net, index: number): LinkState['parent']
}

export function netState(node: MachineNode, net: Net, name: string | null, facts: DeviceFacts): NetState {
  const { kernel } = node
  const ask = (request: RtnetlinkRequest): readonly RtnetlinkMessage[] =>
    kernel.rtnetlink(net, request).messages ?? []
  const links = ask({ type: 'RTM_GETLINK' }).filter(isLink)
  const names = new Map(links.map((l) => [l.index, l.ifname]))
  const byIndex = new Map(links.map((l) => [l.index, l]))
  const addresses = ask({ type: 'RTM_GETADDR', family: AF_UNSPEC }).filter(isAddr)
  const neighbours = [AF_INET, AF_INET6].flatMap((family) =>
    ask({ type: 'RTM_GETNEIGH', family }).filter(isNeigh),
  )
  const fdb = ask({ type: 'RTM_GETNEIGH', family: AF_BRIDGE }).filter(isNeigh)
  const own = new Set(links.map((l) => l.address))
  return {
    name,
    links: links.map((link) => linkState(link, net, names, addresses, facts)),
    routes: [AF_INET, AF_INET6].flatMap((family) =>
      ask({ type: 'RTM_GETROUTE', family })
        .filter(isRoute)
        .flatMap((route) => routeWords(route, names) ?? []),
    ),
    rules: [AF_INET, AF_INET6].flatMap((family) =>
      ask({ type: 'RTM_GETRULE', family }).filter(isRule).map(ruleWords),
    ),
    neighbours: neighbours.flatMap((n) => neighbourWords(n, names)),
    fdb: fdb.flatMap((n) => [...fdbWords(n, names, own), ...vxlanFdbWords(n, byIndex.get(n.index), names)]),
    vlans: ask({ type: 'RTM_GETVLAN' })
      .filter(isVlan)
      .flatMap((vlan) => vlanWords(vlan, byIndex)),
    sets: setStates(kernel, net),
    tables: tableStates(kernel, net, node.machine.init),
    sysctls: sysctlsOf(kernel, net),
  }
}

function linkState(
  link: LinkMessage,
  net: Net,
  names: ReadonlyMap<number, string>,
  addresses: readonly AddrMessage[],
  facts: DeviceFacts,
): LinkState {
  const loopback = (link.flags & IFF_LOOPBACK) !== 0
  return {
    name: link.ifname,
    index: link.index,
    serial: facts.serial(net, link.index),
    kind: loopback ? 'lo' : (link.linkinfo?.kind ?? 'nic'),
    up: (link.flags & IFF_UP) !== 0,
    mtu: link.mtu,
    mac: facts.macSet(net, link.index) ? formatMac(link.address) : null,
    txqlen: link.txqlen,
    alias: link.alias ?? '',
    master: link.master === undefined ? null : (names.get(link.master) ?? null),
    bridge: link.linkinfo?.bridge ? bridgeSettings(link.linkinfo.bridge) : null,
    port: link.linkinfo?.bridgePort ? portSettings(link.linkinfo.bridgePort) : null,
    kindWords: kindWords(link, names),
    peer: facts.peer(net, link.index),
    parent: facts.parent(net, link.index),
    typeWords: stackedWords(link.linkinfo),
    altnames: link.altnames ?? [],
    addresses: addressWords(
      addresses.filter((a) => a.index === link.index),
      link.ifname,
    ),
  }
}

function kindWords(link: LinkMessage, names: ReadonlyMap<number, string>): string {
  const vxlan = link.linkinfo?.vxlan
  if (!vxlan) return ''
  return ` ${vxlanWords(vxlan, link.linkNetnsid === undefined ? names : null)}`
}

function neighbourWords(n: NeighMessage, names: ReadonlyMap<number, string>): string[] {
  const device = names.get(n.index)
  if (!(n.state & NUD_PERMANENT) || n.dst === undefined || n.lladdr === undefined || !device) return []
  const router = n.flags & NTF_ROUTER ? ' router' : ''
  return [`${formatAddress(n.dst)} lladdr ${formatMac(n.lladdr)}${router} dev ${device}`]
}

/** Entries of bridges that were added by hand. */
function fdbWords(n: NeighMessage, names: ReadonlyMap<number, string>, own: ReadonlySet<number>): string[] {
  const device = names.get(n.index)
  if (n.master === undefined || n.lladdr === undefined || !device || n.flags & NTF_SELF) return []
  const fixed = n.state & NUD_PERMANENT ? 'permanent' : n.state & NUD_NOARP ? 'static' : null
  if (!fixed || (own.has(n.lladdr) && n.state & NUD_PERMANENT)) return []
  return [`${formatMac(n.lladdr)} dev ${device} master ${fixed}`]
}

function sysctlsOf(kernel: KernelApi, net: Net): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const path of kernel.sysctls(net)) {
    const value = kernel.readSysctl(net, path)
    if (!isErrno(value)) values.set(path, value.replace(/\n$/, ''))
  }
  return values
}

function isLink(m: RtnetlinkMessage): m is LinkMessage {
  return m.type === 'RTM_NEWLINK'
}

function isVlan(m: RtnetlinkMessage): m is BridgeVlanMessage {
  return m.type === 'RTM_NEWVLAN'
}

function isAddr(m: RtnetlinkMessage): m is AddrMessage {
  return m.type === 'RTM_NEWADDR'
}

function isRoute(m: RtnetlinkMessage): m is RouteMessage {
  return m.type === 'RTM_NEWROUTE'
}

function isRule(m: RtnetlinkMessage): m is RuleMessage {
  return m.type === 'RTM_NEWRULE'
}

function isNeigh(m: RtnetlinkMessage): m is NeighMessage {
  return m.type === 'RTM_NEWNEIGH'
}
