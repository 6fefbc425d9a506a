// `ip address add`, `change`, `replace`, `delete` (Ref: iproute2 ip/ipaddress.c:ipaddr_modify()).
import type { AddrRequest, CreateFlags } from '../../uapi/rtnetlink.ts'
import { AF_INET, AF_INET6, AF_UNSPEC, INFINITY_LIFE_TIME, RT_SCOPE_HOST } from '../../uapi/rtnetlink.ts'
import { EOPNOTSUPP } from '../../uapi/errno.ts'
import { inetMask, isLoopback, isMulticast } from '../../wire/inet.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { IFA_FLAGS } from './ifaflags.ts'
import { cannotFindDevice, talk } from './libnetlink.ts'
import type { InetPrefix } from './utils.ts'
import { getAddr, getPrefix, parseUnsigned } from './utils.ts'

const IFA_F_MCAUTOJOIN = 0x400

type Change = 'add' | 'delete'

interface Words {
  family: number
  local: InetPrefix | null
  localWord: string
  peer: InetPrefix | null
  /** `+` and `-` are worked out from the prefix. */
  broadcast: InetPrefix | '+' | '-' | null
  scope: number | null
  dev: string | null
  label: string | null
  metric: number | null
  validLft: number | null
  preferredLft: number | null
  flags: number
}

function parseWords(ctx: IpContext, args: Args): Words {
  const w: Words = {
    family: ctx.family,
    local: null,
    localWord: '',
    peer: null,
    broadcast: null,
    scope: null,
    dev: null,
    label: null,
    metric: null,
    validLft: null,
    preferredLft: null,
    flags: 0,
  }
  while (args.more) parseWord(ctx, args, w)
  return w
}

function parseWord(ctx: IpContext, args: Args, w: Words): void {
  const word = args.take()
  if (word === 'peer' || word === 'remote') {
    const peer = args.value()
    if (w.peer) args.duparg('peer', peer)
    w.peer = getPrefix(ctx, peer, w.family)
    if (w.family === AF_UNSPEC) w.family = w.peer.family
  } else if (matches(word, 'broadcast') || word === 'brd') {
    const broadcast = args.value()
    if (w.broadcast) args.duparg('broadcast', broadcast)
    w.broadcast = broadcast === '+' || broadcast === '-' ? broadcast : getAddr(ctx, broadcast, w.family)
    if (typeof w.broadcast === 'object' && w.family === AF_UNSPEC) w.family = w.broadcast.family
  } else if (word === 'anycast') ctx.unsupported('anycast')
  else if (word === 'scope') {
    const name = args.value()
    w.scope = ctx.names.parseScope(name)
    if (w.scope === null) args.invarg('invalid scope value.', name)
  } else if (word === 'dev') w.dev = args.value()
  else if (word === 'label') w.label = args.value()
  else if (matches(word, 'metric') || matches(word, 'priority') || matches(word, 'preference')) {
    const metric = args.value()
    w.metric = parseUnsigned(metric)
    if (w.metric === null) args.invarg('"metric" value is invalid\n', metric)
  } else if (matches(word, 'valid_lft')) {
    if (w.validLft !== null) args.duparg('valid_lft', word)
    w.validLft = takeLifetime(args, 'valid_lft')
  } else if (matches(word, 'preferred_lft')) {
    if (w.preferredLft !== null) args.duparg('preferred_lft', word)
    w.preferredLft = takeLifetime(args, 'preferred_lft')
  } else if (!takeFlag(ctx, w, word)) takeLocal(ctx, args, w, word)
}

function takeLifetime(args: Args, keyword: string): number {
  const word = args.value()
  const seconds = word === 'forever' ? INFINITY_LIFE_TIME : parseUnsigned(word)
  if (seconds === null) args.invarg(`${keyword} value`, word)
  return seconds
}

function takeFlag(ctx: IpContext, w: Words, word: string): boolean {
  const flag = IFA_FLAGS.find(({ name }) => name === word)
  if (!flag) return false
  if (flag.readonly) ctx.err(`Warning: ${word} option is not mutable from userspace\n`)
  else if (flag.v6only && w.family !== AF_INET6) {
    ctx.err(`Warning: ${word} option can be set only for IPv6 addresses\n`)
  } else w.flags |= flag.mask
  return true
}

function takeLocal(ctx: IpContext, args: Args, w: Words, first: string): void {
  const word = first === 'local' ? args.value() : first
  if (matches(word, 'help')) ctx.usage(ctx.usageOf('address'))
  if (w.local) args.duparg2('local', word)
  w.local = getPrefix(ctx, word, w.family)
  w.localWord = word
  if (w.family === AF_UNSPEC) w.family = w.local.family
}

/** Exit status. */
export function modifyAddress(ctx: IpContext, args: Args, change: Change, flags: CreateFlags): number {
  const w = parseWords(ctx, args)
  if (w.dev === null) {
    ctx.err('Not enough information: "dev" argument is required.\n')
    return 1
  }
  const { local } = w
  let peer = w.peer
  if (!peer && local && local.bytelen > 0) {
    if (change === 'delete' && local.family === AF_INET && !local.lengthGiven) warnWildcard(ctx, w.localWord)
    else peer = local
  }
  const prefixlen = w.peer?.bitlen || (local?.bitlen ?? 0)
  if ((w.broadcast === '+' || w.broadcast === '-') && change === 'add' && w.family !== AF_INET) {
    ctx.err('Broadcast can be set only for IPv4 addresses\n')
    return 1
  }
  const index = ctx.links.index(w.dev)
  if (index === 0) return cannotFindDevice(ctx, w.dev)
  if (!lifetimesAreSound(ctx, w)) return 1
  if (w.flags & IFA_F_MCAUTOJOIN && !isMulticastPrefix(local)) {
    ctx.err('autojoin needs multicast address\n')
    return 1
  }
  if (w.family !== AF_INET && w.family !== AF_INET6) {
    ctx.err(`RTNETLINK answers: ${EOPNOTSUPP.text}\n`)
    return 2
  }
  const scope = w.scope ?? (change === 'add' ? defaultScope(local) : 0)
  const addr: AddrRequest = { family: w.family, index, prefixlen, scope, flags: w.flags }
  if (local && local.bytelen > 0) addr.local = local.address
  if (peer) addr.address = peer.address
  const broadcast = broadcastOf(w, peer, change)
  if (broadcast !== null) addr.broadcast = broadcast
  if (w.label !== null) addr.label = w.label
  if (w.metric !== null) addr.metric = w.metric
  if (w.validLft !== null || w.preferredLft !== null) {
    addr.validLft = w.validLft ?? INFINITY_LIFE_TIME
    addr.preferredLft = w.preferredLft ?? INFINITY_LIFE_TIME
  }
  const done = talk(
    ctx,
    change === 'delete' ? { type: 'RTM_DELADDR', addr } : { type: 'RTM_NEWADDR', flags, addr },
  )
  return done ? 0 : 2
}

function isMulticastPrefix(local: InetPrefix | null): boolean {
  if (!local) return false
  const { address } = local
  return typeof address === 'number' ? isMulticast(address) : address >> 120n === 0xffn
}

function warnWildcard(ctx: IpContext, word: string): void {
  ctx.err(
    'Warning: Executing wildcard deletion to stay compatible with old scripts.\n' +
      `         Explicitly specify the prefix length (${word}/32) to avoid this warning.\n` +
      '         This special behaviour is likely to disappear in further releases,\n' +
      '         fix your scripts!\n',
  )
}

function lifetimesAreSound(ctx: IpContext, w: Words): boolean {
  if (w.validLft === null && w.preferredLft === null) return true
  const valid = w.validLft ?? INFINITY_LIFE_TIME
  const preferred = w.preferredLft ?? INFINITY_LIFE_TIME
  if (valid === 0) ctx.err('valid_lft is zero\n')
  else if (valid < preferred) ctx.err('preferred_lft is greater than valid_lft\n')
  else return true
  return false
}

/** 127/8 is the host's own. */
function defaultScope(local: InetPrefix | null): number {
  return local && typeof local.address === 'number' && isLoopback(local.address) ? RT_SCOPE_HOST : 0
}

/** `+` sets the host bits, `-` clears them; a /31 and a /32 have no broadcast. */
function broadcastOf(w: Words, peer: InetPrefix | null, change: Change): number | null {
  if (w.broadcast === null) return null
  if (typeof w.broadcast === 'object') return Number(w.broadcast.address)
  if (change === 'delete' || !peer || typeof peer.address !== 'number' || peer.bitlen > 30) return null
  const mask = inetMask(peer.bitlen)
  return w.broadcast === '+' ? (peer.address | ~mask) >>> 0 : (peer.address & mask) >>> 0
}
