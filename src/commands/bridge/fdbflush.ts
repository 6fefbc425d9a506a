// `bridge fdb flush` (Ref: iproute2 bridge/fdb.c:fdb_flush(), net/bridge/br_fdb.c:br_fdb_delete_bulk()).
import { EOPNOTSUPP } from '../../uapi/errno.ts'
import type { NeighMessage } from '../../uapi/rtnetlink.ts'
import {
  AF_BRIDGE,
  NTF_EXT_LEARNED,
  NTF_MASTER,
  NTF_SELF,
  NTF_STICKY,
  NUD_NOARP,
  NUD_PERMANENT,
} from '../../uapi/rtnetlink.ts'
import type { Args } from '../ip/args.ts'
import type { IpContext } from '../ip/context.ts'
import { reportError } from '../ip/libnetlink.ts'
import { atoi } from '../ip/utils.ts'

const NTF_OFFLOADED = 0x20

/** Bits of the state to look at, and what they have to be. */
const STATES = new Map<string, readonly [mask: number, value: number]>([
  ['permanent', [NUD_PERMANENT, NUD_PERMANENT]],
  ['nopermanent', [NUD_PERMANENT, 0]],
  ['static', [NUD_NOARP | NUD_PERMANENT, NUD_NOARP]],
  ['nostatic', [NUD_NOARP, 0]],
  ['dynamic', [NUD_NOARP | NUD_PERMANENT, 0]],
  ['nodynamic', [NUD_NOARP, NUD_NOARP]],
])

/** As STATES, of the flags; null: not carried by the messages. */
const FLAGS = new Map<string, readonly [mask: number, value: number] | null>([
  ['added_by_user', null],
  ['noadded_by_user', null],
  ['extern_learn', [NTF_EXT_LEARNED, NTF_EXT_LEARNED]],
  ['noextern_learn', [NTF_EXT_LEARNED, 0]],
  ['sticky', [NTF_STICKY, NTF_STICKY]],
  ['nosticky', [NTF_STICKY, 0]],
  ['offloaded', [NTF_OFFLOADED, NTF_OFFLOADED]],
  ['nooffloaded', [NTF_OFFLOADED, 0]],
])

interface Words {
  dev: string | null
  port: string | null
  vlan: number | null
  target: number
  stateMask: number
  state: number
  flagMask: number
  flags: number
}

function parseWords(ctx: IpContext, args: Args): Words {
  const w: Words = {
    dev: null,
    port: null,
    vlan: null,
    target: 0,
    stateMask: 0,
    state: 0,
    flagMask: 0,
    flags: 0,
  }
  while (args.more) {
    const word = args.take()
    const state = STATES.get(word)
    const flag = FLAGS.get(word)
    if (word === 'dev') w.dev = args.value()
    else if (word === 'master') w.target |= NTF_MASTER
    else if (word === 'self') w.target |= NTF_SELF
    else if (state) {
      w.stateMask |= state[0]
      w.state = (w.state & ~state[0]) | state[1]
    } else if (flag === null) ctx.unsupported(`fdb flush ${word}`)
    else if (flag) {
      w.flagMask |= flag[0]
      w.flags = (w.flags & ~flag[0]) | flag[1]
    } else if (word === 'brport') {
      const port = args.value()
      if (w.port !== null) args.duparg2('brport', port)
      w.port = port
    } else if (word === 'vlan') {
      const vlan = args.value()
      if (w.vlan !== null) args.duparg2('vlan', vlan)
      w.vlan = atoi(vlan)
    }
    // Any other word is passed over, as iproute2 does.
  }
  return w
}

/** Exit status. */
export function flushFdb(ctx: IpContext, args: Args): number {
  const w = parseWords(ctx, args)
  if (w.dev === null) return refuse(ctx, 'Device is a required argument.')
  const index = ctx.links.index(w.dev)
  if (index === 0) return refuse(ctx, `Cannot find bridge device "${w.dev}"`)
  let port = w.port === null ? 0 : ctx.links.index(w.port)
  if (w.port !== null && port === 0) return refuse(ctx, `Cannot find bridge port device "${w.port}"`)
  const device = ctx.links.get(index)
  // `master` means the bridge that the device is a port of, and the entries of that port.
  const toMaster = (w.target & NTF_MASTER) !== 0
  const bridge = toMaster ? (device?.master ?? 0) : device?.linkinfo?.kind === 'bridge' ? index : 0
  const tunnel = !toMaster && device?.linkinfo?.kind === 'vxlan'
  if (bridge === 0 && !tunnel) {
    reportError(ctx, { errno: EOPNOTSUPP, extack: null })
    return 255
  }
  if (toMaster) port = index
  const matching = (entry: NeighMessage): boolean =>
    (tunnel ? entry.index === index && entry.master === undefined : entry.master === bridge) &&
    (port === 0 || entry.index === port) &&
    (w.vlan === null || (entry.vlan ?? 0) === w.vlan) &&
    ((entry.state ^ w.state) & w.stateMask) === 0 &&
    ((entry.flags ^ w.flags) & w.flagMask) === 0
  const { messages = [] } = ctx.p.net.rtnetlink({ type: 'RTM_GETNEIGH', family: AF_BRIDGE })
  for (const entry of messages) {
    if (entry.type !== 'RTM_NEWNEIGH' || !matching(entry)) continue
    // An entry of the bridge itself is its own, one of a port is its master's.
    const flags = tunnel || entry.index === bridge ? NTF_SELF : NTF_MASTER
    ctx.p.net.rtnetlink({ type: 'RTM_DELNEIGH', neigh: { ...entry, flags } })
  }
  return 0
}

function refuse(ctx: IpContext, text: string): 255 {
  ctx.err(`${text}\n`)
  return 255
}
