// The words that describe a device, before `type` and after `peer` (Ref: iproute2 ip/iplink.c:iplink_parse()).
import type { Errno } from '../../uapi/errno.ts'
import { EINVAL, ENOENT, EOPNOTSUPP, ESRCH, isErrno } from '../../uapi/errno.ts'
import {
  IFF_ALLMULTI,
  IFF_DYNAMIC,
  IFF_MULTICAST,
  IFF_NOARP,
  IFF_NOTRAILERS,
  IFF_PROMISC,
  IFF_UP,
} from '../../uapi/if.ts'
import type { LinkRequest, NetlinkError } from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { cannotFindDevice } from './libnetlink.ts'
import { parseLinkSetting, parseProtodownReason } from './linksettings.ts'
import { NETNS_RUN_DIR } from './nsid.ts'
import { atoi, isAltName, isIfName, parseInteger, parseLlAddr } from './utils.ts'

export interface ParsedLink {
  readonly request: LinkRequest
  /** The word after `type`; what follows it is left to be read. */
  readonly type: string | null
  /** What the kernel answers to a value that the request cannot carry (an address of five octets, a dead process). */
  readonly refusal: NetlinkError | null
}

interface Words {
  readonly request: LinkRequest
  name: string | null
  dev: string | null
  link: string | null
  index: number
  addressOctets: number
  type: string | null
  refusal: NetlinkError | null
  /** `carrier` was among the words. */
  carrier: boolean
  readonly given: Set<string>
}

/** Keywords that may be shortened, in the order in which iproute2 tries them. */
const SHORTENED: readonly string[] = [
  'link',
  'address',
  'broadcast',
  'txqueuelen',
  'txqlen',
  'master',
  'nomaster',
  'dynamic',
  'type',
  'alias',
  'numtxqueues',
  'numrxqueues',
  'addrgenmode',
  'link-netns',
  'link-netnsid',
  'help',
]

/** Keywords that may not. */
const WHOLE: ReadonlySet<string> = new Set(
  (
    'up down dev name index brd qlen mtu netns group state multicast allmulticast promisc ' +
    'trailers arp xdp xdpgeneric xdpdrv xdpoffload carrier vf vrf mode protodown ' +
    'protodown_reason gso_max_size gso_max_segs gro_max_size parentdev'
  ).split(' '),
)

/** Switches, their flag, and whether `on` sets it. */
const SWITCHES = new Map<string, readonly [number, boolean]>([
  ['multicast', [IFF_MULTICAST, true]],
  ['allmulticast', [IFF_ALLMULTI, true]],
  ['promisc', [IFF_PROMISC, true]],
  ['trailers', [IFF_NOTRAILERS, false]],
  ['arp', [IFF_NOARP, false]],
  ['dynamic', [IFF_DYNAMIC, true]],
])

function keywordOf(word: string): string {
  if (WHOLE.has(word)) return word
  for (const keyword of SHORTENED) if (matches(word, keyword)) return keyword
  return ''
}

const LONGEST_ALIAS = 255

function refused(errno: Errno, extack: string | null = null): NetlinkError {
  return { errno, extack }
}

/** `create`: for `ip link add`. The request, or the exit status after the refusal has been written. */
export function parseLink(ctx: IpContext, args: Args, create: boolean): ParsedLink | number {
  const request: LinkRequest = {}
  const w: Words = {
    request,
    name: null,
    dev: null,
    link: null,
    index: 0,
    addressOctets: 0,
    type: null,
    refusal: null,
    carrier: false,
    given: new Set(),
  }
  while (args.more && w.type === null) {
    const status = parseWord(ctx, args, w)
    if (status !== 0) return status
  }
  const dev = w.dev ?? w.name
  if (dev !== null && !create && w.addressOctets > 0 && w.addressOctets !== 6 && ctx.links.index(dev) > 0) {
    ctx.err(`Invalid address length ${w.addressOctets} - must be 6 bytes\n`)
    return 1
  }
  if (w.index > 0 && !create && request.netns === undefined) {
    ctx.err('index can be used only when creating devices or when moving device to another netns.\n')
    ctx.exit(255)
  }
  if (request.group !== undefined && dev === null) {
    if (args.more) garbage(ctx, args)
    if (!create) return { request, type: null, refusal: null }
    ctx.err('group cannot be used when creating devices.\n')
    ctx.exit(255)
  }
  // Nobody looks at the carrier of a link that is being made.
  if (create && w.carrier) w.refusal = null
  const status = create ? finishCreation(ctx, w) : finishChange(ctx, w)
  return status === 0 ? { request, type: w.type, refusal: w.refusal } : status
}

function finishCreation(ctx: IpContext, w: Words): number {
  if (w.name !== null && w.dev !== null && w.name !== w.dev) {
    ctx.err('both "name" and "dev" cannot be used when creating devices.\n')
    ctx.exit(255)
  }
  if (w.link !== null) {
    const lower = ctx.links.index(w.link)
    if (lower === 0) return cannotFindDevice(ctx, w.link)
    w.request.link = lower
  }
  if (w.index > 0) w.request.index = w.index
  const name = w.name ?? w.dev
  if (name !== null) w.request.ifname = name
  return 0
}

function finishChange(ctx: IpContext, w: Words): number {
  const dev = w.dev ?? w.name
  if (dev === null) {
    ctx.err('Not enough information: "dev" argument is required.\n')
    ctx.exit(255)
  }
  const index = ctx.links.index(dev)
  if (index === 0) return cannotFindDevice(ctx, dev)
  if (w.refusal?.errno === EOPNOTSUPP && ctx.links.get(index)?.linkinfo?.kind === 'dummy') {
    ctx.unsupported('carrier of a dummy')
  }
  if (w.index > 0) w.request.newIndex = w.index
  w.request.index = index
  if (w.name !== null && w.name !== dev) w.request.newName = w.name
  return 0
}

/** Words where only the end was expected. */
export function garbage(ctx: IpContext, args: Args): never {
  ctx.err(`Garbage instead of arguments "${args.word} ...". Try "ip link help".\n`)
  ctx.exit(255)
}

function setFlag(request: LinkRequest, flag: number, on: boolean): void {
  request.change = (request.change ?? 0) | flag
  request.flags = on ? (request.flags ?? 0) | flag : (request.flags ?? 0) & ~flag
}

/** One keyword with its value. 0, or the exit status. */
function parseWord(ctx: IpContext, args: Args, w: Words): number {
  const word = args.take()
  const keyword = keywordOf(word)
  switch (keyword) {
    case 'up':
    case 'down':
      setFlag(w.request, IFF_UP, keyword === 'up')
      return 0
    case '':
      takeDev(args, w, word)
      return 0
    case 'dev':
      takeDev(args, w, args.value())
      return 0
    case 'help':
      ctx.usage(ctx.usageOf('link'))
    case 'name':
      takeName(args, w)
      return 0
    case 'netns':
      takeNetns(ctx, args, w)
      return 0
    case 'type':
      w.type = args.value()
      return 0
  }
  if (keyword === 'carrier' || keyword === 'protodown') return parseDriverSwitch(args, w, keyword)
  const flag = SWITCHES.get(keyword)
  if (!flag) return parseSetting(ctx, args, w, keyword)
  const on = args.onOff(keyword)
  if (on === null) return 1
  setFlag(w.request, flag[0], on === flag[1])
  return 0
}

/** Switches that only some drivers have; the carrier of none that is here can be set. */
function parseDriverSwitch(args: Args, w: Words, keyword: 'carrier' | 'protodown'): number {
  const on = args.oneOfOffOn(keyword)
  if (on === null) return EINVAL.number
  if (keyword === 'protodown') w.request.protoDown = on
  else {
    w.carrier = true
    w.refusal = refused(EOPNOTSUPP)
  }
  return 0
}

function takeName(args: Args, w: Words): void {
  const name = args.value()
  if (w.name !== null) args.duparg('name', name)
  if (!isIfName(name)) args.invarg('"name" not a valid ifname', name)
  w.name = name
  w.dev ??= name
}

function takeDev(args: Args, w: Words, dev: string): void {
  if (w.dev !== w.name) args.duparg2('dev', dev)
  if (!isAltName(dev)) args.invarg('"dev" not a valid ifname', dev)
  w.dev = dev
}

/** A name under /run/netns, a path, or a process. */
function takeNetns(ctx: IpContext, args: Args, w: Words): void {
  const word = args.value()
  once(args, w, 'netns', word)
  const byName = ctx.p.net.openNetns(word.includes('/') ? word : `${NETNS_RUN_DIR}/${word}`)
  if (!isErrno(byName)) {
    w.request.netns = byName
    return
  }
  if (byName !== ENOENT) {
    w.refusal = refused(EINVAL)
    return
  }
  if (parseInteger(word) === null) args.invarg('Invalid "netns" value\n', word)
  const byPid = ctx.p.net.openNetns(`/proc/${parseInteger(word)}/ns/net`)
  if (isErrno(byPid)) w.refusal = refused(ESRCH)
  else w.request.netns = byPid
}

function once(args: Args, w: Words, keyword: string, word: string): void {
  if (w.given.has(keyword)) args.duparg(keyword, word)
  w.given.add(keyword)
}

function integer(args: Args, keyword: string, word: string): number {
  const value = parseInteger(word)
  if (value === null) args.invarg(`Invalid "${keyword}" value\n`, word)
  return value
}

/** Keywords that carry one value. 0, or the exit status. */
function parseSetting(ctx: IpContext, args: Args, w: Words, keyword: string): number {
  const { request } = w
  if (keyword === 'nomaster') {
    request.master = 0
    return 0
  }
  const word = args.value()
  switch (keyword) {
    case 'index':
      if (w.index > 0) args.duparg('index', word)
      w.index = atoi(word)
      if (w.index <= 0) args.invarg('Invalid "index" value', word)
      return 0
    case 'link':
      w.link = word
      return 0
    case 'address':
    case 'broadcast':
    case 'brd':
      return parseHardwareAddress(ctx, w, keyword, word)
    case 'txqueuelen':
    case 'txqlen':
    case 'qlen':
      once(args, w, 'txqueuelen', word)
      request.txqlen = integer(args, 'txqueuelen', word) >>> 0
      return 0
    case 'mtu':
      once(args, w, 'mtu', word)
      request.mtu = integer(args, 'mtu', word)
      return 0
    case 'master': {
      const master = ctx.links.index(word)
      if (master === 0) args.invarg('Device does not exist\n', word)
      request.master = master
      return 0
    }
    case 'vrf':
      return args.invarg('Not a valid VRF name\n', word)
    case 'alias':
      if (word.length > LONGEST_ALIAS) args.invarg('alias too long\n', word)
      request.alias = word
      return 0
    case 'group': {
      once(args, w, 'group', word)
      const group = ctx.names.parseGroup(word)
      if (group === null) args.invarg('Invalid "group" value\n', word)
      request.group = group
      return 0
    }
    case 'protodown_reason':
      return parseProtodownReason(args, request, word)
  }
  if (parseLinkSetting(ctx, args, request, keyword, word, w.given)) return 0
  ctx.unsupported(keyword)
}

function parseHardwareAddress(ctx: IpContext, w: Words, keyword: string, word: string): number {
  const address = parseLlAddr(ctx, word)
  if (!address) return 1
  if (keyword === 'address') {
    w.request.address = address.mac
    w.addressOctets = address.octets
  } else w.request.broadcast = address.mac
  if (address.octets !== 6) w.refusal = refused(EINVAL)
  return 0
}
