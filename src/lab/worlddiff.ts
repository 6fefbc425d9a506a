// The commands that turn what stands into something else: in an order in which each can succeed.
import { bridgeWords, portWords } from './bridgewords.ts'
import { BORN_RULES } from './rulewords.ts'
import type { LabNode } from '../uapi/lab.ts'
import { fileCommands } from './filewords.ts'
import { setCommands } from './ipsetwords.ts'
import { quoted } from './shellquote.ts'
import { tableCommands } from './rulesetwords.ts'
import type { LinkState, MachineState, NetState, WorldState } from './worldstate.ts'

export interface MachineCommand {
  readonly machine: string
  readonly command: string
}

/** Machines and cables first and alone: what they bring along is seen when they are there. */
export function commandsBetween(from: WorldState, to: WorldState): MachineCommand[] {
  const commands = nodeCommands(from.nodes, to.nodes).map((command) => ({ machine: 'host', command }))
  if (commands.length > 0) return commands
  for (const machine of to.machines) {
    const before = from.machines.find((m) => m.name === machine.name)
    for (const command of machineCommands(before ?? null, machine))
      commands.push({ machine: machine.name, command })
  }
  return commands
}

function nodeCommands(from: readonly LabNode[], to: readonly LabNode[]): string[] {
  const commands: string[] = []
  const stood = new Map(from.map((n) => [n.name, n]))
  const stands = new Set(to.map((n) => n.name))
  for (const node of from) if (!stands.has(node.name)) commands.push(`lab del ${node.name}`)
  for (const node of to) if (!stood.has(node.name)) commands.push(`lab add ${node.kind} ${node.name}`)
  const before = new Set(from.flatMap(cablesOf))
  const now = new Set(to.flatMap(cablesOf))
  for (const cable of before) {
    const [a = '', b = ''] = cable.split(' ')
    if (!now.has(cable) && stands.has(nodeOf(a)) && stands.has(nodeOf(b))) commands.push(`lab uncable ${a}`)
  }
  for (const cable of now) if (!before.has(cable)) commands.push(`lab cable ${cable}`)
  for (const node of to)
    for (const nic of loose(node, stood.get(node.name))) commands.push(spareCard(nic, stands))
  return commands
}

/** Cards without a cable, which were left when theirs was taken away. */
function loose(node: LabNode, before: LabNode | undefined): string[] {
  if (node.kind === 'switch') return []
  const had = new Set(before?.nics.map((nic) => nic.name))
  return node.nics.filter((nic) => !nic.peer && !had.has(nic.name)).map((nic) => `${node.name}:${nic.name}`)
}

/** A card comes with a cable; what it led to can go again. */
function spareCard(nic: string, taken: ReadonlySet<string>): string {
  let name = 'spare'
  while (taken.has(name)) name += '-'
  return `lab add switch ${name} && lab cable ${nic} ${name} && lab del ${name}`
}

/** `host:eth1 sw1`, once for each cable; a switch's in the order of its ports, whose names are its own affair. */
function cablesOf(node: LabNode): string[] {
  return node.nics.flatMap(({ name, peer }) => {
    if (!peer) return []
    const far = peer.nic === null ? peer.node : `${peer.node}:${peer.nic}`
    if (node.kind === 'machine')
      return peer.nic !== null && `${node.name}:${name}` < far ? [`${node.name}:${name} ${far}`] : []
    return peer.nic !== null || far < node.name ? [`${far} ${node.name}`] : []
  })
}

function nodeOf(end: string): string {
  return end.replace(/:.*$/, '')
}

function machineCommands(from: MachineState | null, to: MachineState): string[] {
  const commands: string[] = []
  const before = new Map((from?.nets ?? []).map((net) => [net.name, net]))
  const now = new Set(to.nets.map((net) => net.name))
  for (const name of before.keys()) if (name !== null && !now.has(name)) commands.push(`ip netns del ${name}`)
  for (const { name } of to.nets)
    if (name !== null && !before.has(name)) commands.push(`ip netns add ${name}`)

  const old = linksOf(from)
  const gone = new Set<string>()
  const wanted = linksOf(to)
  for (const [key, { net, link }] of old) {
    const same = wanted.get(key)
    if ((same && sameKind(link, same.link)) || gone.has(key) || link.kind === 'lo' || !now.has(net.name))
      continue
    commands.push(`${ip(net)} link del ${bare(link.name)}`)
    gone.add(key)
    if (link.peer) gone.add(`${link.peer.netns ?? ''}/${link.peer.name}`)
  }
  for (const key of gone) old.delete(key)

  const made = new Set(old.keys())
  for (const [key, { net, link }] of byDepth(wanted)) {
    const stood = old.get(key)
    if (stood) commands.push(...moveCommands(stood.net, stood.link, net, link))
    if (made.has(key)) continue
    made.add(key)
    const peerKey = link.peer && `${link.peer.netns ?? ''}/${link.peer.name}`
    if (peerKey !== null) made.add(peerKey)
    const peer = peerKey === null ? null : (wanted.get(peerKey) ?? null)
    commands.push(...makeCommand(net, link, peer))
  }
  for (const [key, { net, link }] of byDepth(wanted))
    commands.push(...linkCommands(net, old.get(key)?.link ?? null, link, parentOf(wanted, link)))
  for (const net of to.nets) commands.push(...netCommands(before.get(net.name) ?? null, net))
  commands.push(...fileCommands(from, to))
  return commands
}

interface Place {
  readonly net: NetState
  readonly link: LinkState
}

function parentOf(links: ReadonlyMap<string, Place>, { parent }: LinkState): LinkState | null {
  if (!parent) return null
  for (const { net, link } of links.values())
    if (net.name === parent.netns && link.name === parent.name) return link
  return null
}

/** What stands on another comes after it. */
function byDepth(links: ReadonlyMap<string, Place>): [string, Place][] {
  const depth = (link: LinkState): number => {
    const parent = parentOf(links, link)
    return parent ? depth(parent) + 1 : 0
  }
  return [...links].toSorted(([, a], [, b]) => depth(a.link) - depth(b.link))
}

/** By netns and name; cards and what leads to other machines wherever they are, for they can only be moved. */
function linksOf(machine: MachineState | null): Map<string, { net: NetState; link: LinkState }> {
  const all = (machine?.nets ?? []).flatMap((net) => net.links.map((link) => ({ net, link })))
  const counts = new Map<string, number>()
  const keys = new Map<LinkState, string>()
  for (const { link } of all.toSorted((a, b) => a.link.serial - b.link.serial)) {
    if (!isFixed(link, machine?.name ?? '')) continue
    // A card is made under the name it is to have.
    const far = link.kind === 'nic' ? `:${link.name}` : (link.peer?.machine ?? '')
    const nth = counts.get(far) ?? 0
    counts.set(far, nth + 1)
    keys.set(link, `#${far}/${nth}`)
  }
  return new Map(
    all.map((entry) => [keys.get(entry.link) ?? `${entry.net.name ?? ''}/${entry.link.name}`, entry]),
  )
}

function isFixed(link: LinkState, machine: string): boolean {
  return link.kind === 'nic' || (link.peer !== null && link.peer.machine !== machine)
}

function sameKind(a: LinkState, b: LinkState): boolean {
  if (a.kind !== b.kind || a.typeWords !== b.typeWords) return false
  if (JSON.stringify(a.parent) !== JSON.stringify(b.parent)) return false
  return (
    a.peer === null ||
    b.peer === null ||
    a.kind === 'nic' ||
    JSON.stringify(a.peer) === JSON.stringify(b.peer)
  )
}

function moveCommands(fromNet: NetState, from: LinkState, toNet: NetState, to: LinkState): string[] {
  const commands: string[] = []
  if (fromNet.name !== toNet.name) {
    commands.push(`${ip(fromNet)} link set ${bare(from.name)} netns ${toNet.name ?? 1}`)
  }
  if (from.name !== to.name) commands.push(`${ip(toNet)} link set ${bare(from.name)} name ${to.name}`)
  return commands
}

function makeCommand(
  net: NetState,
  link: LinkState,
  peer: { net: NetState; link: LinkState } | null,
): string[] {
  if (link.kind === 'lo' || link.kind === 'nic') return []
  if (link.parent) return [stackedCommand(net, link, link.parent)]
  if (link.kind !== 'veth')
    return [`${ip(net)} link add ${bare(link.name)}${address(link)} type ${link.kind}${link.kindWords}`]
  if (!peer) return []
  // The peer gets the lower number, and the own namespace needs no name.
  const swap = net.name === peer.net.name ? link.index < peer.link.index : peer.net.name === null
  const [near, far] = swap ? [peer, { net, link }] : [{ net, link }, peer]
  const where = near.net.name === far.net.name ? '' : ` netns ${far.net.name ?? 1}`
  const other = `peer name ${far.link.name}${address(far.link)}${where}`
  return [`${ip(near.net)} link add ${bare(near.link.name)}${address(near.link)} type veth ${other}`]
}

/** Asked for where the other one is. */
function stackedCommand(net: NetState, link: LinkState, parent: NonNullable<LinkState['parent']>): string {
  const where = parent.netns === net.name ? '' : ` netns ${net.name ?? 1}`
  const at = parent.netns === null ? 'ip' : `ip -n ${parent.netns}`
  const type = `type ${link.kind} ${link.typeWords}`
  return `${at} link add link ${parent.name} name ${link.name}${address(link)}${where} ${type}`
}

function address(link: LinkState): string {
  return link.mac === null ? '' : ` address ${link.mac}`
}

/** One `ip link set` for whatever is not as a new link has it, and its addresses. */
function linkCommands(
  net: NetState,
  from: LinkState | null,
  to: LinkState,
  parent: LinkState | null,
): string[] {
  const commands: string[] = []
  const words: string[] = []
  if (from && to.mac !== null && to.mac !== from.mac) words.push(`address ${to.mac}`)
  // A new bridge has its ports' MTU, a VXLAN device its underlying device's: whether that is the one wanted is seen when they are there.
  const mtu =
    from?.mtu ?? (to.kind === 'lo' ? 65536 : to.kind === 'bridge' || to.kind === 'vxlan' ? to.mtu : 1500)
  if (to.mtu !== mtu) words.push(`mtu ${to.mtu}`)
  if (to.txqlen !== (from?.txqlen ?? 1000)) words.push(`txqueuelen ${to.txqlen}`)
  if (to.alias !== (from?.alias ?? '')) words.push(`alias ${quoted(to.alias)}`)
  if (to.master !== (from?.master ?? null))
    words.push(to.master === null ? 'nomaster' : `master ${to.master}`)
  // VLANs come up with what they stand on.
  const up = from?.up ?? (to.kind === 'vlan' && parent?.up === true)
  if (to.up !== up) words.push(to.up ? 'up' : 'down')
  if (words.length > 0) commands.push(`${ip(net)} link set ${bare(to.name)} ${words.join(' ')}`)
  commands.push(...altnameCommands(net, from?.altnames ?? [], to))
  const bridge = to.bridge ? bridgeWords(from?.bridge ?? null, to.bridge) : ''
  if (bridge) commands.push(`${ip(net)} link set ${bare(to.name)} type bridge ${bridge}`)
  const port = to.port ? portWords(from?.port ?? null, to.port) : ''
  if (port)
    commands.push(`bridge ${net.name === null ? '' : `-n ${net.name} `}link set dev ${to.name} ${port}`)
  commands.push(...addressCommands(net, from?.addresses ?? [], to))
  return commands
}

function altnameCommands(net: NetState, from: readonly string[], to: LinkState): string[] {
  const change = (verb: string, names: readonly string[]): string[] =>
    names.length === 0
      ? []
      : [
          `${ip(net)} link property ${verb} dev ${to.name} ${names.map((n) => `altname ${/^[\w.-]+$/.test(n) ? n : quoted(n)}`).join(' ')}`,
        ]
  const gone = from.filter((name) => !to.altnames.includes(name))
  const given = to.altnames.filter((name) => !from.includes(name))
  return [...change('del', gone), ...change('add', given)]
}

function addressCommands(net: NetState, from: readonly string[], to: LinkState): string[] {
  const kept = from.filter((a) => to.addresses.includes(a))
  const inOrder = kept.every((a, i) => to.addresses[i] === a)
  const standing = inOrder ? kept : []
  const removed = from
    .filter((a) => !standing.includes(a))
    .map((a) => a.replace(/^(\S+(?: peer \S+)?).*/, '$1'))
  const added = to.addresses.filter((a) => !standing.includes(a))
  return [
    ...removed.map((a) => `${ip(net)} addr del ${a} dev ${to.name}`),
    ...added.map((a) => `${ip(net)} addr add ${a} dev ${to.name}`),
  ]
}

/** What belongs to the namespace as a whole. */
function netCommands(from: NetState | null, to: NetState): string[] {
  const n = to.name === null ? '' : `-n ${to.name} `
  // Routes to neighbours before those that need them.
  const routes = missing(to.routes, from?.routes).sort(
    (a, b) => Number(a.includes('via')) - Number(b.includes('via')),
  )
  const tables = tableCommands(inside(to), from?.tables ?? [], to.tables)
  return [
    ...sysctlCommands(from, to),
    ...missing(from?.routes ?? [], to.routes).map((r) => familyCommand(to, 'route del', r)),
    ...routes.map((r) => familyCommand(to, 'route add', r)),
    ...ruleCommands(from, to),
    ...missing(from?.neighbours ?? [], to.neighbours).map(
      (r) => `${ip(to)} neigh del ${r.replace(/ lladdr \S+/, '')}`,
    ),
    ...missing(to.neighbours, from?.neighbours).map((r) => `${ip(to)} neigh replace ${r}`),
    ...missing(from?.fdb ?? [], to.fdb).map(
      (r) => `bridge ${n}fdb del ${r.replace(/ (static|permanent)$/, '')}`,
    ),
    // Several remotes of one address are appended to one another.
    ...missing(to.fdb, from?.fdb).map((r) => `bridge ${n}fdb ${r.includes(' dst ') ? 'append' : 'add'} ${r}`),
    ...vlanCommands(n, from, to),
    ...tables.gone,
    ...setCommands(inside(to), from?.sets ?? [], to.sets),
    ...tables.made,
  ]
}

/** Words that begin with `-6` are of IPv6. */
function familyCommand(net: NetState, verb: string, words: string): string {
  const inet6 = words.startsWith('-6 ')
  return `${inet6 ? ip(net).replace('ip', 'ip -6') : ip(net)} ${verb} ${inet6 ? words.slice(3) : words}`
}

/** A rule goes by its priority; a namespace is born with some. */
function ruleCommands(from: NetState | null, to: NetState): string[] {
  const born = from?.rules ?? [...BORN_RULES, ...BORN_RULES.slice(0, 2).map((words) => `-6 ${words}`)]
  return [
    ...missing(born, to.rules).map((words) => familyCommand(to, 'rule del', words)),
    ...missing(to.rules, born).map((words) => familyCommand(to, 'rule add', words)),
  ]
}

/** What ports are born with is seen when they are there: see worldtext.ts. Flags are changed by adding once more. */
function vlanCommands(n: string, from: NetState | null, to: NetState): string[] {
  if (!from) return []
  const place = (words: string): string => words.replace(/ (pvid|untagged)/g, '')
  const stays = new Set(to.vlans.map(place))
  const gone = missing(from.vlans, to.vlans).map(place)
  return [
    ...gone.flatMap((words) => (stays.has(words) ? [] : [`bridge ${n}vlan del ${words}`])),
    ...missing(to.vlans, from.vlans)
      .filter((words) => from.links.some((link) => words.includes(` dev ${link.name}`)))
      .map((words) => `bridge ${n}vlan add ${words}`),
  ]
}

function missing(wanted: readonly string[], from: readonly string[] = []): string[] {
  const there = new Set(from)
  return wanted.filter((w) => !there.has(w))
}

const OF_EVERY_DEVICE: ReadonlySet<string> = new Set([
  'net/ipv4/ip_forward',
  'net/ipv6/conf/all/disable_ipv6',
  'net/ipv6/conf/all/forwarding',
])

/**
 * What a new namespace or device comes with is seen when it is there: see worldtext.ts. What sets every device's setting
 * comes first and alone.
 */
function sysctlCommands(from: NetState | null, to: NetState): string[] {
  if (!from) return []
  const changed = [...to.sysctls].filter(([path, value]) => {
    const before = from.sysctls.get(path)
    return before !== undefined && before !== value
  })
  const general = changed.filter(([path]) => OF_EVERY_DEVICE.has(path))
  const set = general.length > 0 ? general : changed
  return set.map(([path, value]) => {
    const name = path.includes('.') ? path : path.replaceAll('/', '.')
    return `${inside(to)}sysctl -w ${/\s/.test(value) ? quoted(`${name}=${value}`) : `${name}=${value}`}`
  })
}

/** What a program is begun with that knows nothing of namespaces. */
function inside(net: NetState): string {
  return net.name === null ? '' : `ip netns exec ${net.name} `
}

function ip(net: NetState): string {
  return net.name === null ? 'ip' : `ip -n ${net.name}`
}

/** A name that `ip link` could take for one of its own words is said to be a device. */
function bare(name: string): string {
  return /^[a-z]+$/.test(name) ? `dev ${name}` : name
}
