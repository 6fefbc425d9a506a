// `bridge mdb`: who listens to which group of hosts (Ref: iproute2 bridge/mdb.c).
import type { MdbGroup, MdbMessage } from '../../uapi/bridge.ts'
import { formatAddress, parseInet6 } from '../../wire/inet6.ts'
import { parseInet } from '../../wire/inet.ts'
import { formatMac, parseMac } from '../../wire/mac.ts'
import type { Args } from '../ip/args.ts'
import { matches } from '../ip/args.ts'
import type { IpContext } from '../ip/context.ts'
import { cannotFindDevice, talk } from '../ip/libnetlink.ts'
import { atoi } from '../ip/utils.ts'
import { BRIDGE_MDB_USAGE } from './usage.ts'

/** Runs the verb at hand and gives the exit status. */
export function mdbObject(ctx: IpContext, args: Args): number {
  if (!args.more) return show(ctx, args)
  const verb = args.take()
  if (matches(verb, 'add')) return modify(ctx, args, 'RTM_NEWMDB')
  if (matches(verb, 'delete')) return modify(ctx, args, 'RTM_DELMDB')
  if (matches(verb, 'show') || matches(verb, 'lst') || matches(verb, 'list')) return show(ctx, args)
  if (matches(verb, 'help')) ctx.usage(BRIDGE_MDB_USAGE)
  ctx.err(`Command "${verb}" is unknown, try "bridge mdb help".\n`)
  ctx.exit(255)
}

function show(ctx: IpContext, args: Args): number {
  let dev: string | null = null
  let vid = 0
  while (args.more) {
    const word = args.take()
    if (word === 'dev') {
      const name = args.value()
      if (dev !== null) args.duparg2('dev', name)
      dev = name
    } else if (word === 'vid') {
      const text = args.value()
      if (vid !== 0) args.duparg2('vid', text)
      vid = atoi(text)
    }
  }
  const index = dev === null ? 0 : ctx.links.index(dev)
  if (dev !== null && index === 0) {
    cannotFindDevice(ctx, dev)
    return 255
  }
  const messages = talk(ctx, { type: 'RTM_GETMDB' })
  if (!messages) ctx.exit(1)
  const known = messages.filter(
    (m): m is MdbMessage => m.type === 'RTM_NEWMDB' && (index === 0 || m.index === index),
  )
  const { out } = ctx
  ctx.links.list()
  out.beginJson()
  out.openObject(null)
  out.openArray('mdb', '')
  for (const message of known) {
    if (message.group && (vid === 0 || message.vid === vid)) printMdbEntry(ctx, message)
  }
  out.closeArray('')
  out.openObject('router')
  if (ctx.options.details > 0) {
    for (const bridge of new Set(known.map((m) => m.index))) {
      printRouters(
        ctx,
        bridge,
        known.filter((m) => m.index === bridge && !m.group),
      )
    }
  }
  out.closeObject()
  out.closeObject()
  out.endJson()
  return 0
}

/** Seconds and hundredths, as wide as iproute2 makes them. */
function formatTimer(hundredths: number): string {
  const seconds = String(Math.floor(hundredths / 100)).padStart(4)
  return `${seconds}.${String(hundredths % 100).padStart(2, '0')}`
}

/** Also what `bridge monitor` tells of. Ref: print_mdb_entry() */
export function printMdbEntry(ctx: IpContext, message: MdbMessage): void {
  const { group, vid } = message
  if (!group) return
  const { out, options } = ctx
  const bridge = ctx.links.name(message.index)
  const port = ctx.links.name(message.port)
  const state = message.permanent ? 'permanent' : 'temp'
  const text = group.proto === 'l2' ? formatMac(group.address) : formatAddress(group.address)
  const color = group.proto === 'l2' ? 'none' : group.proto === 'ip' ? 'inet' : 'inet6'
  out.openObject(null)
  out.field('index', message.index)
  out.colored('ifname', 'dev', bridge, `dev ${bridge}`)
  out.any('port', port, ` port ${port}`)
  out.colored(color, 'grp', text, ` grp ${text}`)
  if (group.src !== null) {
    const src = formatAddress(group.src)
    out.colored(color, 'src', src, ` src ${src}`)
  }
  out.any('state', state, ` ${state}`)
  if (options.details > 0 && message.protocol !== undefined) {
    const protocol = ctx.names.protocol(message.protocol)
    out.any('protocol', protocol, ` proto ${protocol} `)
  }
  out.openArray('flags', '')
  if (message.fastLeave) out.item('fast_leave', ' fast_leave')
  out.closeArray('')
  if (vid > 0) out.any('vid', vid, ` vid ${vid}`)
  if (options.stats > 0) {
    const timer = formatTimer(message.timer)
    out.any('timer', timer, ` ${timer}`)
  }
  out.nl()
  out.closeObject()
}

const ROUTER_TYPES: readonly string[] = ['disabled', 'temp_query', 'permanent', 'temp']

/** Ref: print_router_entries(), br_print_router_port() */
function printRouters(ctx: IpContext, index: number, messages: readonly MdbMessage[]): void {
  if (messages.length === 0) return
  const { out, options } = ctx
  const bridge = ctx.links.name(index)
  const stats = options.stats > 0
  out.openArray(bridge, stats ? '' : `router ports on ${bridge}: `)
  for (const message of messages) {
    const port = ctx.links.name(message.port)
    out.openObject(null)
    out.any('port', port, stats ? `router ports on ${bridge}: ${port} ` : `${port} `)
    if (stats) {
      const timer = formatTimer(message.timer)
      const type = ROUTER_TYPES[message.routerType ?? 0] ?? 'unknown'
      out.any('timer', timer, timer)
      out.any('type', type, ` ${type}`)
      out.nl()
    }
    out.closeObject()
  }
  if (!stats) out.nl()
  out.closeArray('')
}

/** A port with a router behind came or went. Ref: print_router_entries(), which knows no more when it monitors */
export function printRouterPort(ctx: IpContext, message: MdbMessage): void {
  const port = ctx.links.name(message.port)
  ctx.out.line(`router port dev ${port} master ${ctx.links.name(message.index)}\n`)
}

/** Ref: mdb_parse_grp() */
function parseGroup(ctx: IpContext, word: string): MdbGroup | null {
  const inet = parseInet(word)
  if (inet !== null) return { proto: 'ip', address: inet, src: null }
  const inet6 = parseInet6(word)
  if (inet6 !== null) return { proto: 'ipv6', address: inet6, src: null }
  const mac = parseMac(word)
  if (mac !== null) return { proto: 'l2', address: mac, src: null }
  ctx.err(`"${word}" is invalid lladdr.\nInvalid address "${word}"\n`)
  return null
}

/** false after the refusal has been written. */
function withSource(ctx: IpContext, group: MdbGroup, word: string): MdbGroup | null {
  const inet = parseInet(word)
  const inet6 = inet === null ? parseInet6(word) : null
  if (inet === null && inet6 === null) {
    ctx.err(`Invalid source address "${word}"\n`)
    return null
  }
  if (group.proto === 'ip' && inet !== null) return { ...group, src: inet }
  if (group.proto === 'ipv6' && inet6 !== null) return { ...group, src: inet6 }
  const text = group.proto === 'ip' ? 'IPv4' : 'IPv6'
  if (group.proto === 'l2') ctx.err('Error: bridge: Source cannot be set for L2 group.\n')
  else ctx.err(`Error: bridge: ${text} invalid source address length.\n`)
  return null
}

/** Ref: mdb_modify() */
function modify(ctx: IpContext, args: Args, type: 'RTM_NEWMDB' | 'RTM_DELMDB'): number {
  let dev: string | null = null
  let port: string | null = null
  let grp: string | null = null
  let src: string | null = null
  let permanent = false
  let vid = 0
  while (args.more) {
    const word = args.take()
    if (word === 'dev') dev = args.value()
    else if (word === 'grp') grp = args.value()
    else if (word === 'port') port = args.value()
    else if (word === 'permanent') permanent = true
    else if (word === 'temp') permanent = false
    else if (word === 'vid') vid = atoi(args.value())
    else if (word === 'src') src = args.value()
    // Any other word is passed over, as iproute2 does.
    else if (matches(word, 'help')) ctx.usage(BRIDGE_MDB_USAGE)
  }
  if (dev === null || grp === null || port === null) {
    ctx.err('Device, group address and port name are required arguments.\n')
    return 255
  }
  const index = ctx.links.index(dev)
  const portIndex = ctx.links.index(port)
  if (index === 0 || portIndex === 0) {
    cannotFindDevice(ctx, index === 0 ? dev : port)
    return 255
  }
  const bare = parseGroup(ctx, grp)
  const group = bare && (src === null ? bare : withSource(ctx, bare, src))
  if (!group) return 255
  return talk(ctx, { type, mdb: { index, port: portIndex, group, vid, permanent } }) ? 0 : 255
}
