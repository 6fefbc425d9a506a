// What `ip -d link` or `ip addr` printed on a host, as commands that make the like.

interface HostLink {
  readonly name: string
  /** What stands behind the @: the other end or the device below; `if7` when that is in another namespace. */
  readonly at: string | null
  readonly flags: ReadonlySet<string>
  readonly mtu: number
  readonly master: string | null
  mac: string | null
  /** Name of the namespace the other end is in, or its number; null when it is here. */
  peerNetns: string | null
  /** Kind and its words, of `ip -d`: `vlan protocol 802.1Q id 10`. */
  kind: string
  readonly addresses: string[]
}

/** Commands, and the devices of kinds that are not rebuilt. */
export interface Rebuilt {
  readonly commands: readonly string[]
  readonly leftOut: readonly string[]
}

const HEAD = /^\d+: ([^\s@:]+(?::\d+)?)(?:@(\S+))?: <([A-Z0-9_,-]*)> mtu (\d+)(.*)$/
const KINDS =
  'bridge|veth|vlan|vxlan|macvlan|ipvlan|dummy|tun|bond|vrf|gre|gretap|ipip|sit|wireguard|geneve|ifb'
const KIND = new RegExp(`^\\s+(?:(${KINDS}) |(${KINDS})$)`)

/** Whether a line is the head of a link. */
export function isLinkHead(line: string): boolean {
  return HEAD.test(line)
}

/** The lines of a listing, heads and what is set in below them. */
export function rebuildLinks(lines: readonly string[]): Rebuilt {
  const links = readLinks(lines)
  const names = new Set(links.map(({ name }) => name))
  const masters = new Set(links.flatMap(({ master }) => master ?? []))
  const made = new Set<string>()
  const netns = new Map<string, number>()
  const commands: string[] = []
  const leftOut: string[] = []
  const there: HostLink[] = []
  // A device that stands on another comes after it.
  const below = (link: HostLink): boolean => link.at !== null && names.has(link.at) && !isVeth(link)
  for (const link of [...links.filter((l) => !below(l)), ...links.filter(below)]) {
    const make = made.has(link.name) ? [] : makes(link, { names, masters, netns, made })
    if (make === null) leftOut.push(link.name)
    else {
      commands.push(...make)
      there.push(link)
    }
  }
  const kept = new Set(there.map(({ name }) => name))
  for (const link of there) commands.push(...settings(link, kept))
  return { commands, leftOut }
}

function readLinks(lines: readonly string[]): HostLink[] {
  const links: HostLink[] = []
  for (const line of lines) {
    const head = HEAD.exec(line)
    if (head) {
      const [, name = '', at, flags = '', mtu, rest = ''] = head
      links.push({
        name,
        at: at ?? null,
        flags: new Set(flags.split(',')),
        mtu: Number(mtu),
        master: / master (\S+)/.exec(rest)?.[1] ?? null,
        mac: null,
        peerNetns: null,
        kind: '',
        addresses: [],
      })
      continue
    }
    const link = links.at(-1)
    if (!link) continue
    const ether = /^\s+link\/ether (\S+)/.exec(line)
    if (ether) link.mac = ether[1] ?? null
    const far = /\blink-netns (\S+)|\blink-netnsid (\d+)/.exec(line)
    if (far) link.peerNetns = far[1] ?? `ns${far[2]}`
    const address = addressOf(line, link.name)
    if (address) link.addresses.push(address)
    else if (KIND.test(line) && link.kind === '') link.kind = line.trim()
  }
  return links
}

/** `10.0.0.1/24 brd 10.0.0.255`, as one gives it; null for what the kernel gives by itself. */
function addressOf(line: string, device: string): string | null {
  const [, family, words = ''] = /^\s+(inet6?) (.*)$/.exec(line) ?? []
  if (family === undefined) return null
  const [address = '', ...rest] = words.split(/\s+/)
  if (address.startsWith('127.0.0.1/') || address === '::1/128' || address.startsWith('fe80:')) return null
  const valueOf = (word: string): string | null => rest[rest.indexOf(word) + 1] ?? null
  const given = [address]
  for (const word of ['peer', 'brd', 'scope']) {
    const value = rest.includes(word) ? valueOf(word) : null
    if (value !== null && !(word === 'scope' && value === 'global')) given.push(word, value)
  }
  const label = family === 'inet' ? rest.at(-1) : undefined
  return `${given.join(' ')} dev ${device}${label?.startsWith(`${device}:`) ? ` label ${label}` : ''}`
}

function isVeth(link: HostLink): boolean {
  return link.kind.startsWith('veth') || /^if\d+$/.test(link.at ?? '')
}

interface Around {
  readonly names: ReadonlySet<string>
  readonly masters: ReadonlySet<string>
  /** Namespaces made for far ends, with how many of them each has. */
  readonly netns: Map<string, number>
  readonly made: Set<string>
}

/** What makes it; null when this is a kind that is not rebuilt. */
function makes(link: HostLink, around: Around): string[] | null {
  const { name, at, kind } = link
  const [type = ''] = kind.split(' ')
  around.made.add(name)
  if (link.flags.has('LOOPBACK')) return []
  if (type === 'bridge' || (type === '' && isBridge(link, around.masters)))
    return [`ip link add ${name} type bridge`]
  const lower = at !== null && around.names.has(at) ? at : null
  const vlan = /\bid (\d+)/.exec(kind)?.[1] ?? /\.(\d+)$/.exec(name)?.[1]
  if (
    lower !== null &&
    vlan !== undefined &&
    (type === 'vlan' || (type === '' && name.startsWith(`${lower}.`)))
  )
    return [`ip link add link ${lower} name ${name} type vlan id ${vlan}`]
  if (type === 'macvlan' || type === 'ipvlan') {
    const mode = /\bmode (\S+)/.exec(kind)?.[1]
    return lower === null
      ? null
      : [`ip link add link ${lower} name ${name} type ${type}${mode ? ` mode ${mode}` : ''}`]
  }
  if (type === 'vxlan') return [`ip link add ${name} type vxlan ${vxlanWords(kind)}`]
  if (type === 'dummy') return [`ip link add ${name} type dummy`]
  if (type === 'veth' || (type === '' && at !== null)) return veth(link, lower, around)
  if (type === '')
    return [
      `# ${name} is a network card there; a dummy device stands for it.`,
      `ip link add ${name} type dummy`,
    ]
  return null
}

function veth({ name, peerNetns }: HostLink, peer: string | null, around: Around): string[] {
  if (peer !== null) {
    around.made.add(peer)
    return [`ip link add ${name} type veth peer name ${peer}`]
  }
  const inside = peerNetns ?? 'far'
  const ends = around.netns.get(inside) ?? 0
  around.netns.set(inside, ends + 1)
  const make = `ip link add ${name} type veth peer name eth${ends} netns ${inside}`
  return ends === 0 ? [`ip netns add ${inside}`, make] : [make]
}

function isBridge({ name, at }: HostLink, masters: ReadonlySet<string>): boolean {
  return (
    masters.has(name) ||
    (at === null &&
      /^(br|br-.*|br\d+|bridge\d*|docker\d+|docker_gwbridge|virbr\d+|cni\d+|lxcbr\d+|lxdbr\d+)$/.test(name))
  )
}

function vxlanWords(kind: string): string {
  const words = ['id', 'remote', 'group', 'local', 'dev', 'dstport'].flatMap((word) => {
    const value = new RegExp(`\\b${word} (\\S+)`).exec(kind)?.[1]
    return value === undefined ? [] : [`${word} ${value}`]
  })
  return words.join(' ') + (/\bnolearning\b/.test(kind) ? ' nolearning' : '')
}

function settings(link: HostLink, kept: ReadonlySet<string>): string[] {
  const { name, mac, mtu, master, flags } = link
  const loopback = flags.has('LOOPBACK')
  const set: string[] = []
  if (mac !== null && !loopback) set.push(`ip link set ${name} address ${mac}`)
  if (mtu !== (loopback ? 65536 : 1500)) set.push(`ip link set ${name} mtu ${mtu}`)
  if (master !== null && kept.has(master)) set.push(`ip link set ${name} master ${master}`)
  if (flags.has('UP')) set.push(`ip link set ${name} up`)
  return [...set, ...link.addresses.map((address) => `ip addr add ${address}`)]
}
