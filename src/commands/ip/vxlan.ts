// `type vxlan`: its words, and what `-d` shows of it (Ref: iproute2 ip/iplink_vxlan.c).
import type { VxlanAttrs } from '../../uapi/vxlan.ts'
import { isMulticast, type Inet } from '../../wire/inet.ts'
import { type Inet6, formatAddress } from '../../wire/inet6.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { cannotFindDevice } from './libnetlink.ts'
import type { Printer } from './print.ts'
import { MORE_LINK_TYPES } from './usage/morelinktypes.ts'
import { getAddr, parseUnsigned } from './utils.ts'

const VNI_END = 1 << 24
const LABEL_MAX = 0xfffff
const DF_WORDS: readonly string[] = ['unset', 'set', 'inherit']

/** Switches, each with its opposite; null: not carried by the messages. */
const SWITCHES = new Map<
  string,
  | 'learning'
  | 'proxy'
  | 'rsc'
  | 'l2miss'
  | 'l3miss'
  | 'udpCsum'
  | 'udpZeroCsum6Tx'
  | 'udpZeroCsum6Rx'
  | 'collectMetadata'
  | null
>([
  ['learning', 'learning'],
  ['proxy', 'proxy'],
  ['rsc', 'rsc'],
  ['l2miss', 'l2miss'],
  ['l3miss', 'l3miss'],
  ['udpcsum', 'udpCsum'],
  ['udp6zerocsumtx', 'udpZeroCsum6Tx'],
  ['udp6zerocsumrx', 'udpZeroCsum6Rx'],
  ['remcsumtx', null],
  ['remcsumrx', null],
  ['external', 'collectMetadata'],
  ['gbp', null],
  ['gpe', null],
  ['vnifilter', null],
])

/** In the order in which abbreviations are tried. */
const VALUES: readonly (readonly [string, keyof VxlanAttrs])[] = [
  ['id', 'id'],
  ['vni', 'id'],
  ['group', 'remote'],
  ['remote', 'remote'],
  ['local', 'local'],
  ['dev', 'link'],
  ['ttl', 'ttl'],
  ['hoplimit', 'ttl'],
  ['tos', 'tos'],
  ['dsfield', 'tos'],
  ['df', 'df'],
  ['label', 'label'],
  ['flowlabel', 'label'],
  ['ageing', 'ageing'],
  ['maxaddress', 'limit'],
  ['port', 'portRange'],
  ['srcport', 'portRange'],
  ['dstport', 'port'],
]

/** Names under which a value may not be given twice, where they are not the word's own. */
const DUPLICATES: Readonly<Record<string, string>> = {
  vni: 'id',
  hoplimit: 'ttl',
  dsfield: 'tos',
  port: 'srcport',
}

interface Words {
  readonly attrs: VxlanAttrs
  readonly given: Set<string>
  remoteWord: 'group' | 'remote' | null
}

/** What the words ask for, or the exit status after the refusal has been written. */
export function parseVxlan(ctx: IpContext, args: Args, create: boolean): VxlanAttrs | number {
  const w: Words = { attrs: {}, given: new Set(), remoteWord: null }
  while (args.more) {
    const word = args.take()
    const value = VALUES.find(([keyword]) => matches(word, keyword))
    const status = value ? parseValue(ctx, args, w, value) : parseSwitch(ctx, w, word)
    if (status !== 0) return status
  }
  const { attrs } = w
  if (attrs.collectMetadata && w.given.has('id')) {
    ctx.err("vxlan: both 'external' and vni cannot be specified\n")
    return 1
  }
  if (!attrs.collectMetadata && attrs.id === undefined && create) {
    ctx.err('vxlan: missing virtual network identifier\n')
    return 1
  }
  if (w.remoteWord === 'group' && attrs.link === undefined) {
    ctx.err("vxlan: 'group' requires 'dev' to be specified\n")
    return 1
  }
  if (attrs.port === undefined && create) {
    ctx.err(
      'vxlan: destination port not specified\n' +
        'Will use Linux kernel default (non-standard value)\n' +
        "Use 'dstport 4789' to get the IANA assigned value\n" +
        "Use 'dstport 0' to get default and quiet this message\n",
    )
  }
  return attrs
}

function parseSwitch(ctx: IpContext, w: Words, word: string): number {
  const on = [...SWITCHES].find(([name]) => matches(word, name))
  const off = on ? undefined : [...SWITCHES].find(([name]) => matches(word, `no${name}`))
  const found = on ?? off
  if (!found) {
    if (!matches(word, 'help')) ctx.err(`vxlan: unknown command "${word}"?\n`)
    ctx.err(MORE_LINK_TYPES.get('vxlan') ?? '')
    return 1
  }
  const [name, attr] = found
  if (attr !== null) w.attrs[attr] = on !== undefined
  else if (name === 'vnifilter' && on && !w.attrs.collectMetadata) {
    ctx.err("vxlan: vnifilter is valid only when 'external' is set\n")
    return 1
  } else if (on) ctx.unsupported(`vxlan option ${name}`)
  return 0
}

function isAny(address: Inet | Inet6): boolean {
  return address === 0 || address === 0n
}

function isGroup(address: Inet | Inet6): boolean {
  return typeof address === 'number' ? isMulticast(address) : address >> 120n === 0xffn
}

function parseValue(
  ctx: IpContext,
  args: Args,
  w: Words,
  [keyword, attr]: readonly [string, keyof VxlanAttrs],
): number {
  const { attrs } = w
  if (attr === 'remote') {
    if (w.remoteWord !== null && w.remoteWord !== keyword) {
      ctx.err('vxlan: both group and remote cannot be specified\n')
      return 1
    }
    w.remoteWord = keyword === 'group' ? 'group' : 'remote'
  }
  const word = args.value()
  if (w.given.has(attr)) args.duparg2(DUPLICATES[keyword] ?? keyword, word)
  w.given.add(attr)
  const number = (max: number, complaint: string): number =>
    parseUnsigned(word, max) ?? args.invarg(complaint, word)
  switch (attr) {
    case 'id':
      attrs.id = number(VNI_END - 1, 'invalid id')
      return 0
    case 'remote':
    case 'local':
      return parseAddress(ctx, args, w, keyword, word)
    case 'link': {
      const index = ctx.links.index(word)
      if (index === 0) {
        cannotFindDevice(ctx, word)
        ctx.exit(255)
      }
      attrs.link = index
      return 0
    }
    case 'ttl':
      if (word === 'inherit') attrs.ttlInherit = true
      else attrs.ttl = word === 'auto' ? 0 : number(255, 'TTL must be <= 255')
      return 0
    case 'tos':
      attrs.tos =
        word === 'inherit' ? 1 : (ctx.names.parseDsfield(word) ?? args.invarg('bad TOS value', word))
      return 0
    case 'df':
      attrs.df = DF_WORDS.indexOf(word)
      if (attrs.df < 0) args.invarg("DF must be 'unset', 'set' or 'inherit'", word)
      return 0
    case 'label':
      attrs.label = number(LABEL_MAX, 'invalid flowlabel')
      return 0
    case 'ageing':
      attrs.ageing = word === 'none' ? 0 : number(0xffffffff, 'ageing timer')
      return 0
    case 'limit':
      attrs.limit = word === 'unlimited' ? 0 : number(0xffffffff, 'max addresses')
      return 0
    case 'portRange': {
      const low = number(0xffff, 'min port')
      const to = args.value()
      attrs.portRange = { low, high: parseUnsigned(to, 0xffff) ?? args.invarg('max port', to) }
      return 0
    }
    default:
      attrs.port = number(0xffff, 'dst port')
      return 0
  }
}

function parseAddress(ctx: IpContext, args: Args, w: Words, keyword: string, word: string): number {
  const { attrs } = w
  const other = keyword === 'local' ? attrs.remote : attrs.local
  const family = other === undefined ? 0 : typeof other === 'number' ? 2 : 10
  const { address, bytelen } = getAddr(ctx, word, family)
  const wanted = keyword === 'group' ? isGroup(address) : !isGroup(address)
  if (!wanted || bytelen === 0) args.invarg(`invalid ${keyword} address`, word)
  if (typeof address === 'bigint') ctx.unsupported('vxlan over IPv6')
  if (keyword === 'local') attrs.local = address
  else attrs.remote = address
  return 0
}

/** After `vxlan `. Ref: vxlan_print_opt() */
export function printVxlan(ctx: IpContext, attrs: VxlanAttrs): void {
  const { out } = ctx
  if (attrs.collectMetadata) out.any('external', true, 'external ')
  out.any('id', attrs.id ?? 0, `id ${attrs.id ?? 0} `)
  printAddresses(out, attrs)
  if (attrs.link) {
    const name = ctx.links.name(attrs.link)
    out.any('link', name, `dev ${name} `)
  }
  const { low, high } = attrs.portRange ?? { low: 0, high: 0 }
  out.text(`srcport ${low} ${high} `)
  out.openObject('port_range')
  out.field('low', low)
  out.field('high', high)
  out.closeObject()
  out.any('port', attrs.port ?? 0, `dstport ${attrs.port ?? 0} `)
  out.any('learning', attrs.learning ?? true, attrs.learning ? '' : 'nolearning ')
  for (const key of ['proxy', 'rsc', 'l2miss', 'l3miss'] as const)
    if (attrs[key]) out.any(key, true, `${key} `)
  printHeaderFields(out, attrs)
  out.any('ageing', attrs.ageing ?? 0, attrs.ageing ? `ageing ${attrs.ageing} ` : 'ageing none ')
  if (attrs.limit) out.any('limit', attrs.limit, `maxaddr ${attrs.limit} `)
  const sum = (key: string, word: string, on: boolean): void => out.any(key, on, `${on ? '' : 'no'}${word} `)
  sum('udp_csum', 'udpcsum', attrs.udpCsum ?? false)
  sum('udp_zero_csum6_tx', 'udp6zerocsumtx', attrs.udpZeroCsum6Tx ?? false)
  sum('udp_zero_csum6_rx', 'udp6zerocsumrx', attrs.udpZeroCsum6Rx ?? false)
}

function printAddresses(out: Printer, { remote, local }: VxlanAttrs): void {
  if (remote !== undefined && !isAny(remote)) {
    const key = isGroup(remote) ? 'group' : 'remote'
    const text = formatAddress(remote)
    out.any(key, text, `${key} ${text} `)
  }
  if (local === undefined || isAny(local)) return
  const text = formatAddress(local)
  out.any('local', text, `local ${text} `)
}

function printHeaderFields(out: Printer, { tos, ttl, ttlInherit, df }: VxlanAttrs): void {
  if (tos) {
    const hex = `0x${tos.toString(16)}`
    out.any('tos', hex, tos === 1 ? 'tos inherit ' : `tos ${hex} `)
  }
  if (ttlInherit) out.text('ttl inherit ')
  else out.any('ttl', ttl ?? 0, ttl ? `ttl ${ttl} ` : 'ttl auto ')
  const word = DF_WORDS[df ?? 0] ?? ''
  out.any('df', word, df ? `df ${word} ` : '')
}
