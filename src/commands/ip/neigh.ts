// `ip neighbour`.
import { EINVAL } from '../../uapi/errno.ts'
import type { CreateFlags, NeighMessage, NeighRequest } from '../../uapi/rtnetlink.ts'
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  NTF_EXT_LEARNED,
  NTF_PROXY,
  NTF_ROUTER,
  NTF_USE,
  NUD_PERMANENT,
} from '../../uapi/rtnetlink.ts'
import { AF_PACKET } from '../../uapi/socket.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { cannotFindDevice, reportError, talk } from './libnetlink.ts'
import { parseNudState, printNeigh } from './neighformat.ts'
import { flushNeighs, showNeighs } from './neighshow.ts'
import { NEIGH_USAGE } from './usage/neigh.ts'
import type { InetPrefix } from './utils.ts'
import { getAddr, parseLlAddr } from './utils.ts'

/** Runs the verb at hand and gives the exit status. */
export function neighObject(ctx: IpContext, args: Args): number {
  if (!args.more) return showNeighs(ctx, args)
  const verb = args.take()
  if (matches(verb, 'add')) return modify(ctx, args, { create: true, excl: true })
  if (matches(verb, 'change') || verb === 'chg') return modify(ctx, args, { replace: true })
  if (matches(verb, 'replace')) return modify(ctx, args, { create: true, replace: true })
  if (matches(verb, 'delete')) return modify(ctx, args, 'delete')
  if (matches(verb, 'get')) return get(ctx, args)
  if (matches(verb, 'show') || matches(verb, 'lst') || matches(verb, 'list')) return showNeighs(ctx, args)
  if (matches(verb, 'flush')) return flushNeighs(ctx, args)
  if (matches(verb, 'help')) ctx.usage(NEIGH_USAGE)
  ctx.err(`Command "${verb}" is unknown, try "ip neigh help".\n`)
  ctx.exit(255)
}

interface Words {
  dst: InetPrefix | null
  dev: string | null
  lladdr: string | null
  state: number
  flags: number
}

function emptyWords(): Words {
  return { dst: null, dev: null, lladdr: null, state: NUD_PERMANENT, flags: 0 }
}

function takeAddress(ctx: IpContext, w: Words, word: string): void {
  w.dst = getAddr(ctx, word, ctx.family === AF_PACKET ? AF_UNSPEC : ctx.family)
}

function takeProxy(ctx: IpContext, args: Args, w: Words): void {
  const word = args.value()
  if (matches(word, 'help')) ctx.usage(NEIGH_USAGE)
  if (w.dst) args.duparg('address', word)
  takeAddress(ctx, w, word)
  w.flags |= NTF_PROXY
}

function parseWord(ctx: IpContext, args: Args, w: Words): void {
  const word = args.take()
  if (matches(word, 'lladdr')) {
    const lladdr = args.value()
    if (w.lladdr !== null) args.duparg('lladdr', lladdr)
    w.lladdr = lladdr
  } else if (word === 'nud') {
    const state = args.value()
    w.state = parseNudState(state) ?? args.invarg('nud state is bad', state)
  } else if (matches(word, 'proxy')) takeProxy(ctx, args, w)
  else if (word === 'router') w.flags |= NTF_ROUTER
  else if (word === 'use') w.flags |= NTF_USE
  else if (word === 'managed') ctx.unsupported('neighbour flag managed')
  else if (matches(word, 'extern_learn')) w.flags |= NTF_EXT_LEARNED
  else if (word === 'dev') w.dev = args.value()
  else if (matches(word, 'protocol')) {
    const name = args.value()
    if (ctx.names.parseProtocol(name) === null) args.invarg('"protocol" value is invalid\n', name)
    ctx.unsupported('neighbour attribute protocol')
  } else {
    const address = word === 'to' || matches(word, 'help') ? args.value() : word
    if (w.dst) args.duparg2('to', address)
    takeAddress(ctx, w, address)
  }
}

/** A proxy entry may do without a device. */
function isComplete(w: Words): w is Words & { dst: InetPrefix } {
  return w.dst !== null && w.dst.family !== AF_UNSPEC && (w.dev !== null || (w.flags & NTF_PROXY) !== 0)
}

function requestOf(w: Words & { dst: InetPrefix }): NeighRequest {
  const { dst, state, flags } = w
  const family = dst.family === AF_INET6 ? AF_INET6 : AF_INET
  return { family, index: 0, state, flags, dst: dst.address }
}

/** Ref: iproute2 ip/ipneigh.c:ipneigh_modify(). */
function modify(ctx: IpContext, args: Args, flags: CreateFlags | 'delete'): number {
  const w = emptyWords()
  while (args.more) parseWord(ctx, args, w)
  if (!isComplete(w)) {
    ctx.err('Device and destination are required arguments.\n')
    ctx.exit(255)
  }
  const neigh = requestOf(w)
  let octets = 6
  if (w.lladdr !== null && w.lladdr !== 'null') {
    const lladdr = parseLlAddr(ctx, w.lladdr)
    if (!lladdr) return 1
    neigh.lladdr = lladdr.mac
    octets = lladdr.octets
  }
  if (w.dev !== null) {
    neigh.index = ctx.links.index(w.dev)
    if (neigh.index === 0) return cannotFindDevice(ctx, w.dev)
  }
  if (octets < 6) {
    reportError(ctx, { errno: EINVAL, extack: 'Invalid link address' })
    ctx.exit(2)
  }
  const deletes = flags === 'delete'
  if (!talk(ctx, deletes ? { type: 'RTM_DELNEIGH', neigh } : { type: 'RTM_NEWNEIGH', flags, neigh }))
    ctx.exit(2)
  return 0
}

/** Ref: iproute2 ip/ipneigh.c:ipneigh_get(). */
function get(ctx: IpContext, args: Args): number {
  const w = emptyWords()
  while (args.more) {
    const word = args.take()
    if (word === 'dev') w.dev = args.value()
    else if (matches(word, 'proxy')) takeProxy(ctx, args, w)
    else {
      const address = word === 'to' ? args.value() : word
      if (matches(address, 'help')) ctx.usage(NEIGH_USAGE)
      if (w.dst) args.duparg2('to', address)
      takeAddress(ctx, w, address)
    }
  }
  if (!isComplete(w)) {
    ctx.err('Device and address are required arguments.\n')
    return 1
  }
  const wanted = requestOf(w)
  if (w.dev !== null) {
    wanted.index = ctx.links.index(w.dev)
    if (wanted.index === 0) return cannotFindDevice(ctx, w.dev)
  }
  const proxy = (w.flags & NTF_PROXY) !== 0
  const entries = talk(ctx, { type: 'RTM_GETNEIGH', family: wanted.family, proxy })
  if (!entries) return 2
  const found = entries.find(
    (entry): entry is NeighMessage =>
      entry.type === 'RTM_NEWNEIGH' && entry.index === wanted.index && entry.dst === wanted.dst,
  )
  if (!found) {
    ctx.err(`Error: ${proxy ? 'Proxy neighbour' : 'Neighbour'} entry not found.\n`)
    return 2
  }
  printNeigh(ctx, found, true)
  return 0
}
