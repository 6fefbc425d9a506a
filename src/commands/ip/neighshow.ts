// `ip neigh show` and `ip neigh flush` (Ref: iproute2 ip/ipneigh.c:do_show_or_flush()).
import type { NeighMessage, NeighRequest } from '../../uapi/rtnetlink.ts'
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  NTF_EXT_LEARNED,
  NTF_PROXY,
  NUD_FAILED,
  NUD_NOARP,
  NUD_PERMANENT,
} from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { cannotFindDevice, reportError } from './libnetlink.ts'
import { parseNudState, printNeigh } from './neighformat.ts'
import { NEIGH_USAGE } from './usage/neigh.ts'
import type { InetPrefix } from './utils.ts'
import { getPrefix, inFilter } from './utils.ts'

/** Stands for NUD_NONE in a mask of states. */
const NONE_BIT = 0x100
const ALL_STATES = 0xffffffff

interface Filter {
  family: number
  index: number
  dev: string | null
  /** NUD_* bits. */
  states: number
  statesGiven: boolean
  to: InetPrefix | null
  unused: boolean
  proxy: boolean
  master: number | null
}

function parseFilter(ctx: IpContext, args: Args, flush: boolean): Filter | null {
  const filter: Filter = {
    family: ctx.family,
    index: 0,
    dev: null,
    states: flush ? ALL_STATES & ~(NUD_PERMANENT | NUD_NOARP) : 0xff & ~NUD_NOARP,
    statesGiven: false,
    to: null,
    unused: false,
    proxy: false,
    master: null,
  }
  while (args.more) parseWord(ctx, args, filter, flush)
  if (filter.dev === null) return filter
  filter.index = ctx.links.index(filter.dev)
  if (filter.index > 0) return filter
  cannotFindDevice(ctx, filter.dev)
  return null
}

function parseWord(ctx: IpContext, args: Args, filter: Filter, flush: boolean): void {
  const word = args.take()
  switch (word) {
    case 'dev': {
      const dev = args.value()
      if (filter.dev !== null) args.duparg('dev', dev)
      filter.dev = dev
      return
    }
    case 'master': {
      const name = args.value()
      filter.master = ctx.links.index(name)
      if (filter.master === 0) args.invarg('Device does not exist\n', name)
      return
    }
    case 'vrf':
      return args.invarg('Not a valid VRF name\n', args.value())
    case 'nomaster':
      ctx.unsupported('nomaster')
    case 'unused':
      filter.unused = true
      return
    case 'nud':
      return takeState(args, filter, flush)
    case 'proxy':
      filter.proxy = true
      return
  }
  if (matches(word, 'protocol')) ctx.unsupported('neighbour attribute protocol')
  const prefix = word === 'to' ? args.value() : word
  if (matches(prefix, 'help')) ctx.usage(NEIGH_USAGE)
  filter.to = getPrefix(ctx, prefix, filter.family)
  if (filter.family === AF_UNSPEC) filter.family = filter.to.family
}

function takeState(args: Args, filter: Filter, flush: boolean): void {
  const word = args.value()
  if (!filter.statesGiven) filter.states = 0
  filter.statesGiven = true
  const state = parseNudState(word)
  if (state === null && word !== 'all') args.invarg('nud state is bad', word)
  if (state === null) filter.states |= flush ? ALL_STATES & ~NUD_NOARP : ALL_STATES
  else filter.states |= state === 0 ? NONE_BIT : state
}

function passes(ctx: IpContext, filter: Filter, neigh: NeighMessage): boolean {
  if (filter.index > 0 && neigh.index !== filter.index) return false
  const shown = neigh.state === 0 ? filter.states & NONE_BIT : filter.states & neigh.state
  if (!shown && !(neigh.flags & (NTF_PROXY | NTF_EXT_LEARNED))) return false
  if (filter.master !== null && ctx.links.get(neigh.index)?.master !== filter.master) return false
  if (!inFilter(filter.to, neigh.dst)) return false
  return !filter.unused || neigh.refcnt === 0
}

function read(ctx: IpContext, filter: Filter): readonly NeighMessage[] {
  const { family, proxy } = filter
  const entries: NeighMessage[] = []
  for (const one of family === AF_UNSPEC ? [AF_INET, AF_INET6] : [family]) {
    const { messages = [] } = ctx.p.net.rtnetlink({ type: 'RTM_GETNEIGH', family: one, proxy })
    for (const message of messages) {
      if (message.type === 'RTM_NEWNEIGH' && passes(ctx, filter, message)) entries.push(message)
    }
  }
  return entries
}

/** Exit status. */
export function showNeighs(ctx: IpContext, args: Args): number {
  const filter = parseFilter(ctx, args, false)
  if (!filter) return 1
  ctx.out.beginJson()
  for (const neigh of read(ctx, filter)) printNeigh(ctx, neigh, filter.index === 0)
  ctx.out.endJson()
  return 0
}

const MAX_ROUNDS = 10

/** Exit status. Failed entries are deleted in the first round only: the kernel keeps those in use. */
export function flushNeighs(ctx: IpContext, args: Args): number {
  if (!args.more) {
    ctx.err('Flush requires arguments.\n')
    return 1
  }
  const filter = parseFilter(ctx, args, true)
  if (!filter) return 1
  const { stats } = ctx.options
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const doomed = read(ctx, filter)
    if (doomed.length === 0) {
      if (stats > 0 && round === 0) ctx.out.line('Nothing to flush.\n')
      else if (stats > 0)
        ctx.out.line(`*** Flush is complete after ${round} round${round > 1 ? 's' : ''} ***\n`)
      return 0
    }
    if (stats > 1) for (const neigh of doomed) printNeigh(ctx, neigh, filter.index === 0)
    for (const { family, index, state, flags, dst } of doomed) {
      const neigh: NeighRequest = { family, index, state, flags }
      if (dst !== undefined) neigh.dst = dst
      const { error } = ctx.p.net.rtnetlink({ type: 'RTM_DELNEIGH', neigh })
      if (!error) continue
      reportError(ctx, error)
      ctx.err(`Failed to send flush request: ${error.errno.text}\n`)
      ctx.exit(1)
    }
    if (stats > 0) ctx.out.line(`\n*** Round ${round + 1}, deleting ${doomed.length} entries ***\n`)
    filter.states &= ~NUD_FAILED
  }
  ctx.out.line(`*** Flush not complete bailing out after ${MAX_ROUNDS} rounds\n`)
  return 255
}
