// `bridge vlan`: the words are checked as Linux checks them, what they ask for is not there.
import type { Args } from '../ip/args.ts'
import { matches } from '../ip/args.ts'
import type { IpContext } from '../ip/context.ts'
import { reportError } from '../ip/libnetlink.ts'
import { atoi } from '../ip/utils.ts'
import { EINVAL } from '../../uapi/errno.ts'
import { BRIDGE_VLAN_USAGE } from './usage.ts'

const VERBS: readonly string[] = [
  'add',
  'delete',
  'show',
  'lst',
  'list',
  'tunnelshow',
  'set',
  'global',
  'help',
]
const VLAN_N_VID = 4096

/** Runs the verb at hand and gives the exit status. */
export function vlanObject(ctx: IpContext, args: Args): number {
  const word = args.more ? args.take() : 'show'
  const verb = VERBS.find((one) => matches(word, one))
  if (verb === 'help') ctx.usage(BRIDGE_VLAN_USAGE)
  if (verb === 'add' || verb === 'delete') return modify(ctx, args)
  if (verb !== undefined) ctx.unsupported(`vlan ${verb}`)
  ctx.err(`Command "${word}" is unknown, try "bridge vlan help".\n`)
  ctx.exit(255)
}

/** Ref: iproute2 bridge/vlan.c:vlan_modify(). */
function modify(ctx: IpContext, args: Args): number {
  let dev: string | null = null
  let vid: number | null = null
  while (args.more) {
    const word = args.take()
    if (word === 'dev') dev = args.value()
    else if (word === 'vid') vid = atoi(args.value())
    else if (matches(word, 'help')) args.value()
  }
  if (dev === null || vid === null) {
    ctx.err('Device and VLAN ID are required arguments.\n')
    return 255
  }
  if (ctx.links.index(dev) === 0) {
    ctx.err(`Cannot find bridge device "${dev}"\n`)
    return 255
  }
  if (vid >= VLAN_N_VID) {
    ctx.err(`Invalid VLAN ID "${vid}"\n`)
    return 255
  }
  if (vid <= 0 || vid === VLAN_N_VID - 1) {
    reportError(ctx, { errno: EINVAL, extack: 'bridge: Vlan id is invalid' })
    return 255
  }
  ctx.unsupported('vlan filtering')
}
