// `ip neigh`. Ref: busybox networking/libiproute/ipneigh.c
import type { NeighMessage } from '../../../uapi/rtnetlink.ts'
import { AF_INET, AF_INET6, NTF_PROXY, NTF_ROUTER, NUD_NOARP } from '../../../uapi/rtnetlink.ts'
import { formatAddress } from '../../../wire/inet6.ts'
import { formatMac } from '../../../wire/mac.ts'
import { NEIGH_STATES, parseNudState } from '../../ip/neighformat.ts'
import { inFilter, type InetPrefix } from '../../ip/utils.ts'
import type { IpContext } from './context.ts'

export function neighObject(ctx: IpContext): number {
  if (!ctx.more) return show(ctx)
  const word = ctx.take()
  const verb = ctx.keyword(word, 'show flush')
  if (verb === '') ctx.invalid(word, 'ip')
  return verb === 'show' ? show(ctx) : flush(ctx)
}

interface Filter {
  index: number
  to: InetPrefix | null
  states: number
  unused: boolean
}

/** Bit of the filter for an entry in no state. */
const NONE = 0x100

function parseFilter(ctx: IpContext, states: number): Filter {
  const filter: Filter = { index: 0, to: null, states, unused: false }
  let given = false
  while (ctx.more) {
    const word = ctx.take()
    if (word === 'dev') filter.index = ctx.device(ctx.value())
    else if (word === 'unused') filter.unused = true
    else if (word === 'nud') {
      const name = ctx.value()
      if (!given) filter.states = 0
      given = true
      const state = name === 'all' ? 0xff | NONE : parseNudState(name)
      if (state === null) ctx.invalid(name, 'nud state')
      filter.states |= state === 0 ? NONE : state
    } else filter.to = ctx.prefix(word === 'to' ? ctx.value() : word)
  }
  return filter
}

function read(ctx: IpContext, filter: Filter): readonly NeighMessage[] {
  const families = ctx.family === 0 ? [AF_INET, AF_INET6] : [ctx.family]
  const all = families.flatMap((family) => ctx.talk({ type: 'RTM_GETNEIGH', family }))
  return all.filter((neigh): neigh is NeighMessage => {
    if (neigh.type !== 'RTM_NEWNEIGH') return false
    if (filter.index > 0 && neigh.index !== filter.index) return false
    const wanted = neigh.state === 0 ? filter.states & NONE : filter.states & neigh.state
    if (!wanted && !(neigh.flags & NTF_PROXY)) return false
    return inFilter(filter.to, neigh.dst) && (!filter.unused || neigh.refcnt === 0)
  })
}

/** Its times are divided by the nanoseconds of a second, for a number of /proc/net/psched that it reads: they are 0. */
function neighText(ctx: IpContext, filter: Filter, neigh: NeighMessage): string {
  let text = neigh.dst === undefined ? '' : `${formatAddress(neigh.dst)} `
  if (filter.index === 0) text += `dev ${ctx.links.name(neigh.index)} `
  if (neigh.lladdr !== undefined) text += `lladdr ${formatMac(neigh.lladdr)}`
  if (neigh.flags & NTF_ROUTER) text += ' router'
  if (neigh.refcnt > 0) text += ` ref ${neigh.refcnt}`
  text += ` used 0/0/0 probes ${neigh.probes}`
  for (const [flag, name] of NEIGH_STATES) if (neigh.state & flag) text += ` ${name}`
  return `${text}\n`
}

function show(ctx: IpContext): number {
  const filter = parseFilter(ctx, 0xff & ~NUD_NOARP)
  for (const neigh of read(ctx, filter)) ctx.out(neighText(ctx, filter, neigh))
  return 0
}

function flush(ctx: IpContext): number {
  if (!ctx.more) ctx.die('"ip neigh flush" requires an argument')
  const filter = parseFilter(ctx, 0xff & ~NUD_NOARP & ~0x80)
  for (let round = 0; ; round++) {
    const doomed = read(ctx, filter)
    if (doomed.length === 0) {
      ctx.out(round === 0 ? 'Nothing to flush\n' : `*** Flush is complete after ${round} round(s) ***\n`)
      return 0
    }
    for (const neigh of doomed) {
      ctx.out(neighText(ctx, filter, neigh))
      const { family, index, state, flags, dst } = neigh
      const request = dst === undefined ? {} : { dst }
      ctx.p.net.rtnetlink({ type: 'RTM_DELNEIGH', neigh: { family, index, state, flags, ...request } })
    }
    ctx.out(`\n*** Round ${round + 1}, deleting ${doomed.length} entries ***\n`)
    // The kernel keeps failed entries that are in use.
    filter.states &= ~0x20
  }
}
