// One neighbour as `ip neigh` shows it, and its states as one writes them.
import type { NeighMessage } from '../../uapi/rtnetlink.ts'
import {
  NTF_EXT_LEARNED,
  NTF_PROXY,
  NTF_ROUTER,
  NUD_DELAY,
  NUD_FAILED,
  NUD_INCOMPLETE,
  NUD_NOARP,
  NUD_NONE,
  NUD_PERMANENT,
  NUD_PROBE,
  NUD_REACHABLE,
  NUD_STALE,
} from '../../uapi/rtnetlink.ts'
import { formatMac } from '../../wire/mac.ts'
import { matches } from './args.ts'
import { familyColor } from './addrformat.ts'
import type { IpContext } from './context.ts'
import { parseUnsigned } from './utils.ts'

export const NEIGH_STATES: readonly (readonly [number, string])[] = [
  [NUD_INCOMPLETE, 'INCOMPLETE'],
  [NUD_REACHABLE, 'REACHABLE'],
  [NUD_STALE, 'STALE'],
  [NUD_DELAY, 'DELAY'],
  [NUD_PROBE, 'PROBE'],
  [NUD_FAILED, 'FAILED'],
  [NUD_NOARP, 'NOARP'],
  [NUD_PERMANENT, 'PERMANENT'],
]

const FLAGS: readonly (readonly [number, string])[] = [
  [NTF_ROUTER, 'router'],
  [NTF_PROXY, 'proxy'],
  [NTF_EXT_LEARNED, 'extern_learn'],
]

const STATE_WORDS = new Map<string, number>([
  ['noarp', NUD_NOARP],
  ['none', NUD_NONE],
  ['stale', NUD_STALE],
  ['incomplete', NUD_INCOMPLETE],
  ['delay', NUD_DELAY],
  ['probe', NUD_PROBE],
])

/** NUD_* of a word or a number with one bit set; null for anything else. */
export function parseNudState(word: string): number | null {
  if (matches(word, 'permanent')) return NUD_PERMANENT
  if (matches(word, 'reachable')) return NUD_REACHABLE
  const named = STATE_WORDS.get(word)
  if (named !== undefined) return named
  if (matches(word, 'failed')) return NUD_FAILED
  const number = parseUnsigned(word, 0xff)
  return number === null || number & (number - 1) ? null : number
}

/** `withDevice`: the entries of more than one device are shown. */
export function printNeigh(ctx: IpContext, neigh: NeighMessage, withDevice: boolean): void {
  const { out } = ctx
  const { brief, stats } = ctx.options
  out.openObject(null)
  if (neigh.dst !== undefined) {
    const dst = ctx.host(neigh.dst)
    out.colored(familyColor(neigh.family), 'dst', dst, brief ? `${dst.padEnd(39)} ` : `${dst} `)
  }
  if (withDevice && neigh.index > 0) {
    const dev = ctx.links.name(neigh.index)
    if (!brief) out.text('dev ')
    out.colored('ifname', 'dev', dev, brief ? `${dev.padEnd(16)} ` : `${dev} `)
  }
  if (neigh.lladdr !== undefined) {
    const lladdr = formatMac(neigh.lladdr)
    if (!brief) out.text('lladdr ')
    out.colored('mac', 'lladdr', lladdr, brief ? lladdr : `${lladdr} `)
  }
  if (!brief) {
    for (const [flag, name] of FLAGS) if (neigh.flags & flag) out.any(name, null, `${name} `)
    // A proxy entry keeps no times.
    if (stats > 0 && !(neigh.flags & NTF_PROXY)) printTimes(ctx, neigh)
    if (neigh.state !== 0) printState(ctx, neigh.state)
  }
  out.text('\n')
  out.closeObject()
}

function printTimes(ctx: IpContext, neigh: NeighMessage): void {
  const { out } = ctx
  if (neigh.refcnt > 0) out.any('refcnt', neigh.refcnt, ` ref ${neigh.refcnt}`)
  const [used, confirmed, updated] = [neigh.used, neigh.confirmed, neigh.updated].map(Math.floor)
  out.any('used', used ?? 0, ` used ${used}`)
  out.any('confirmed', confirmed ?? 0, `/${confirmed}`)
  out.any('updated', updated ?? 0, `/${updated}`)
  out.any('probes', neigh.probes, `probes ${neigh.probes} `)
}

function printState(ctx: IpContext, state: number): void {
  ctx.out.openArray('state', '')
  for (const [flag, name] of NEIGH_STATES) if (state & flag) ctx.out.item(name, `${name} `)
  ctx.out.closeArray('')
}
