// `bridge fdb`: where a bridge sends frames by their destination (Ref: iproute2 bridge/fdb.c).
import type { CreateFlags, NeighMessage, NeighRequest } from '../../uapi/rtnetlink.ts'
import {
  AF_BRIDGE,
  NTF_EXT_LEARNED,
  NTF_MASTER,
  NTF_ROUTER,
  NTF_SELF,
  NTF_STICKY,
  NTF_USE,
  NUD_NOARP,
  NUD_PERMANENT,
  NUD_REACHABLE,
  NUD_STALE,
} from '../../uapi/rtnetlink.ts'
import type { Mac } from '../../wire/mac.ts'
import { formatMac } from '../../wire/mac.ts'
import { familyColor } from '../ip/addrformat.ts'
import type { Args } from '../ip/args.ts'
import { matches } from '../ip/args.ts'
import type { IpContext } from '../ip/context.ts'
import { cannotFindDevice, talk } from '../ip/libnetlink.ts'
import type { InetPrefix } from '../ip/utils.ts'
import { atoi, getAddr, parseUnsigned } from '../ip/utils.ts'
import { flushFdb } from './fdbflush.ts'
import { BRIDGE_FDB_USAGE } from './usage.ts'

/** Runs the verb at hand and gives the exit status. */
export function fdbObject(ctx: IpContext, args: Args): number {
  if (!args.more) return show(ctx, args)
  const verb = args.take()
  if (matches(verb, 'add')) return modify(ctx, args, { create: true, excl: true })
  if (matches(verb, 'append')) return modify(ctx, args, { create: true, append: true })
  if (matches(verb, 'replace')) return modify(ctx, args, { create: true, replace: true })
  if (matches(verb, 'delete')) return modify(ctx, args, 'delete')
  if (matches(verb, 'get')) return get(ctx, args)
  if (matches(verb, 'show') || matches(verb, 'lst') || matches(verb, 'list')) return show(ctx, args)
  if (verb === 'flush') return flushFdb(ctx, args)
  if (matches(verb, 'help')) ctx.usage(BRIDGE_FDB_USAGE)
  ctx.err(`Command "${verb}" is unknown, try "bridge fdb help".\n`)
  ctx.exit(255)
}

interface Filter {
  index: number
  dev: string | null
  bridge: number
  br: string | null
  states: number
  vlan: number
  dynamic: boolean
}

function parseState(word: string): number | null {
  if (matches(word, 'permanent')) return NUD_PERMANENT
  if (matches(word, 'static') || matches(word, 'temp')) return NUD_NOARP
  if (matches(word, 'stale')) return NUD_STALE
  if (matches(word, 'reachable') || matches(word, 'dynamic')) return NUD_REACHABLE
  return word === 'all' ? 0xffffffff : parseUnsigned(word)
}

function emptyFilter(): Filter {
  return { index: 0, dev: null, bridge: 0, br: null, states: 0, vlan: 0, dynamic: false }
}

function show(ctx: IpContext, args: Args): number {
  const filter = emptyFilter()
  while (args.more) {
    const word = args.take()
    if (word === 'brport' || word === 'dev') filter.dev = args.value()
    else if (word === 'br') filter.br = args.value()
    else if (word === 'vlan') filter.vlan = atoi(args.value())
    else if (word === 'state') {
      const state = args.value()
      filter.states |= parseState(state) ?? args.invarg('invalid state', state)
    } else if (word === 'dynamic') filter.dynamic = true
    else if (matches(word, 'help')) ctx.usage(BRIDGE_FDB_USAGE)
  }
  if (filter.br !== null) {
    filter.bridge = ctx.links.index(filter.br)
    if (filter.bridge === 0) {
      ctx.err(`Cannot find bridge device "${filter.br}"\n`)
      return 255
    }
  }
  if (filter.dev !== null) {
    filter.index = ctx.links.index(filter.dev)
    if (filter.index === 0) {
      cannotFindDevice(ctx, filter.dev)
      return 255
    }
  }
  const entries = talk(ctx, { type: 'RTM_GETNEIGH', family: AF_BRIDGE })
  if (!entries) ctx.exit(1)
  ctx.links.list()
  ctx.out.beginJson()
  for (const entry of entries) {
    if (entry.type === 'RTM_NEWNEIGH' && passes(ctx, filter, entry)) printEntry(ctx, filter, entry)
  }
  ctx.out.endJson()
  return 0
}

function passes(ctx: IpContext, filter: Filter, entry: NeighMessage): boolean {
  if (filter.index > 0 && entry.index !== filter.index) return false
  if (filter.states !== 0 && !(entry.state & filter.states)) return false
  if (filter.vlan !== 0 && entry.vlan !== filter.vlan) return false
  if (filter.dynamic && entry.state & NUD_PERMANENT) return false
  if (filter.bridge === 0 || entry.index === filter.bridge) return true
  // What a port keeps for itself belongs to the bridge too.
  return entry.master === filter.bridge || ctx.links.get(entry.index)?.master === filter.bridge
}

const FLAGS: readonly (readonly [number, string])[] = [
  [NTF_SELF, 'self'],
  [NTF_ROUTER, 'router'],
  [NTF_EXT_LEARNED, 'extern_learn'],
  [NTF_MASTER, 'master'],
  [NTF_STICKY, 'sticky'],
]

function stateName(state: number, json: boolean): string {
  if (state & NUD_PERMANENT) return 'permanent'
  if (state & NUD_NOARP) return 'static'
  if (state & NUD_STALE) return 'stale'
  if (state & NUD_REACHABLE) return ''
  const hex = state === 0 ? '0' : `0x${state.toString(16)}`
  return json ? hex : `state=${hex}`
}

/** As `bridge monitor` tells of it. */
export function printFdbEntry(ctx: IpContext, entry: NeighMessage): void {
  printEntry(ctx, emptyFilter(), entry)
}

function printEntry(ctx: IpContext, filter: Filter, entry: NeighMessage): void {
  const { out } = ctx
  out.openObject(null)
  const mac = formatMac(entry.lladdr ?? 0)
  out.colored('mac', 'mac', mac, `${mac} `)
  if (filter.index === 0 && entry.index > 0) {
    const dev = ctx.links.name(entry.index)
    out.text('dev ')
    out.colored('ifname', 'ifname', dev, `${dev} `)
  }
  if (entry.dst !== undefined) {
    const dst = ctx.host(entry.dst)
    out.text('dst ')
    out.colored(familyColor(typeof entry.dst === 'number' ? 2 : 10), 'dst', dst, `${dst} `)
  }
  if (entry.vlan !== undefined && entry.vlan > 0) out.any('vlan', entry.vlan, `vlan ${entry.vlan} `)
  if (entry.port !== undefined) out.any('port', entry.port, `port ${entry.port} `)
  if (entry.vni !== undefined) out.any('vni', entry.vni, `vni ${entry.vni} `)
  if (entry.ifindex !== undefined) {
    if (entry.linkNetnsid === undefined) {
      const via = ctx.links.name(entry.ifindex)
      out.any('viaIf', via, `via ${via} `)
    } else out.any('viaIfIndex', entry.ifindex, `via ifindex ${entry.ifindex} `)
  }
  if (entry.linkNetnsid !== undefined) {
    out.any('linkNetNsId', entry.linkNetnsid, `link-netnsid ${entry.linkNetnsid} `)
  }
  // Addresses that a device keeps for itself have no age.
  if (ctx.options.stats > 0 && (entry.master !== undefined || entry.dst !== undefined)) {
    const used = Math.floor(entry.used)
    const updated = Math.floor(entry.updated)
    out.text(`used ${used}/${updated} `)
    out.field('used', used)
    out.field('updated', updated)
  }
  out.openArray('flags', '')
  for (const [flag, name] of FLAGS) {
    // Of an entry of the bridge, `master` is said by naming it.
    if (entry.flags & flag && !(flag === NTF_MASTER && entry.master !== undefined)) out.item(name, `${name} `)
  }
  out.closeArray('')
  if (entry.master !== undefined) {
    const master = ctx.links.name(entry.master)
    out.any('master', master, `master ${master} `)
  }
  const state = stateName(entry.state, out.isJson)
  out.any('state', state, `${state}\n`)
  out.closeObject()
}

/** Six octets in hexadecimal; what follows is not looked at. */
function parseLooseMac(word: string): Mac | null {
  const found =
    /^\s*([0-9a-fA-F]+):([0-9a-fA-F]+):([0-9a-fA-F]+):([0-9a-fA-F]+):([0-9a-fA-F]+):([0-9a-fA-F]+)/.exec(word)
  if (!found) return null
  return found.slice(1).reduce((mac, octet) => mac * 256 + (parseInt(octet, 16) & 0xff), 0)
}

interface Words {
  dev: string | null
  address: string | null
  dst: InetPrefix | null
  flags: number
  state: number
  vlan: number | null
  port: number | null
  vni: number | null
  via: string | null
}

function parseModifyWord(ctx: IpContext, args: Args, w: Words): void {
  const word = args.take()
  if (word === 'dev') w.dev = args.value()
  else if (word === 'dst') {
    const dst = args.value()
    if (w.dst) args.duparg2('dst', dst)
    w.dst = getAddr(ctx, dst, ctx.family)
  } else if (word === 'nhid') ctx.unsupported(`fdb ${word}`)
  // Only devices that tunnels are chosen for by routes look at it, and those are not here.
  else if (word === 'src_vni') {
    const vni = args.value()
    if (parseUnsigned(vni, 0xffffff) === null) args.invarg('invalid src VNI\n', vni)
  } else if (word === 'port') {
    const port = args.value()
    w.port = parseUnsigned(port, 0xffff) ?? args.invarg('invalid port\n', port)
  } else if (word === 'vni') {
    const vni = args.value()
    w.vni = parseUnsigned(vni, 0xffffff) ?? args.invarg('invalid VNI\n', vni)
  } else if (word === 'via') {
    w.via = args.value()
    if (ctx.links.index(w.via) === 0) {
      cannotFindDevice(ctx, w.via)
      ctx.exit(255)
    }
  } else if (word === 'self') w.flags |= NTF_SELF
  else if (matches(word, 'master')) w.flags |= NTF_MASTER
  else if (matches(word, 'router')) w.flags |= NTF_ROUTER
  else if (matches(word, 'local') || matches(word, 'permanent')) w.state |= NUD_PERMANENT
  else if (matches(word, 'temp') || matches(word, 'static')) w.state |= NUD_REACHABLE
  else if (matches(word, 'dynamic')) w.state = (w.state | NUD_REACHABLE) & ~NUD_NOARP
  else if (matches(word, 'vlan')) {
    if (w.vlan !== null) args.duparg2('vlan', word)
    w.vlan = atoi(args.value())
  } else if (matches(word, 'use')) w.flags |= NTF_USE
  else if (matches(word, 'extern_learn')) w.flags |= NTF_EXT_LEARNED
  else if (matches(word, 'sticky')) w.flags |= NTF_STICKY
  else w.address = takeAddress(ctx, args, w.address, word)
}

function takeAddress(ctx: IpContext, args: Args, before: string | null, first: string): string {
  const word = first === 'to' ? args.value() : first
  if (matches(word, 'help')) ctx.usage(BRIDGE_FDB_USAGE)
  if (before !== null) args.duparg2('to', word)
  return word
}

function modify(ctx: IpContext, args: Args, flags: CreateFlags | 'delete'): number {
  const w: Words = {
    dev: null,
    address: null,
    dst: null,
    flags: 0,
    state: NUD_NOARP,
    vlan: null,
    port: null,
    vni: null,
    via: null,
  }
  while (args.more) parseModifyWord(ctx, args, w)
  if (w.dev === null || w.address === null) {
    ctx.err('Device and address are required arguments.\n')
    return 255
  }
  if (!(w.flags & (NTF_SELF | NTF_MASTER))) w.flags |= NTF_SELF
  if (!(w.state & (NUD_PERMANENT | NUD_REACHABLE))) w.state |= NUD_PERMANENT
  const lladdr = parseLooseMac(w.address)
  if (lladdr === null) {
    ctx.err(`Invalid mac address ${w.address}\n`)
    return 255
  }
  const index = ctx.links.index(w.dev)
  if (index === 0) {
    cannotFindDevice(ctx, w.dev)
    return 255
  }
  const neigh: NeighRequest = { family: AF_BRIDGE, index, state: w.state, flags: w.flags, lladdr }
  if (w.dst) neigh.dst = w.dst.address
  if (w.vlan !== null) neigh.vlan = w.vlan
  if (w.port !== null) neigh.port = w.port
  if (w.vni !== null) neigh.vni = w.vni
  if (w.via !== null) neigh.ifindex = ctx.links.index(w.via)
  const deletes = flags === 'delete'
  return talk(ctx, deletes ? { type: 'RTM_DELNEIGH', neigh } : { type: 'RTM_NEWNEIGH', flags, neigh })
    ? 0
    : 255
}

function get(ctx: IpContext, args: Args): number {
  const filter = emptyFilter()
  let address: string | null = null
  let self = false
  while (args.more) {
    const word = args.take()
    if (word === 'brport' || word === 'dev') filter.dev = args.value()
    else if (word === 'br') filter.br = args.value()
    else if (word === 'vni') args.value()
    else if (word === 'self') self = true
    else if (matches(word, 'master')) continue
    else if (matches(word, 'vlan')) filter.vlan = atoi(args.value())
    else if (matches(word, 'dynamic')) filter.dynamic = true
    else address = takeAddress(ctx, args, address, word)
  }
  if ((filter.dev === null && filter.br === null) || address === null) {
    ctx.err('Device or master and address are required arguments.\n')
    return 255
  }
  const mac = parseLooseMac(address)
  if (mac === null) {
    ctx.err(`Invalid mac address ${address}\n`)
    return 255
  }
  if (filter.dev !== null) {
    filter.index = ctx.links.index(filter.dev)
    if (filter.index === 0) {
      cannotFindDevice(ctx, filter.dev)
      return 255
    }
  }
  if (filter.br !== null) {
    filter.bridge = ctx.links.index(filter.br)
    if (filter.bridge === 0) {
      ctx.err(`Cannot find bridge device "${filter.br}"\n`)
      return 255
    }
  }
  if (!self && filter.bridge === 0 && ctx.links.get(filter.index)?.master === undefined) {
    ctx.err('Error: Device is not a bridge port.\n')
    return 254
  }
  const bridge = filter.bridge > 0 ? filter.bridge : (ctx.links.get(filter.index)?.master ?? 0)
  const entries = talk(ctx, { type: 'RTM_GETNEIGH', family: AF_BRIDGE }) ?? []
  const found = entries.find(
    (entry): entry is NeighMessage =>
      entry.type === 'RTM_NEWNEIGH' &&
      entry.lladdr === mac &&
      (entry.vlan ?? 0) === filter.vlan &&
      (self ? entry.master === undefined && entry.index === filter.index : entry.master === bridge),
  )
  if (!found) {
    ctx.err('Error: Fdb entry not found.\n')
    return 254
  }
  ctx.out.beginJson()
  if (!(filter.dynamic && found.state & NUD_PERMANENT)) printEntry(ctx, emptyFilter(), found)
  ctx.out.endJson()
  return 0
}
