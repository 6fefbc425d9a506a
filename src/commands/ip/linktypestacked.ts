// The words after `type vlan`, `type macvlan` and `type ipvlan` (Ref: iproute2 ip/iplink_vlan.c, iplink_macvlan.c,
// iplink_ipvlan.c).
import {
  IPVLAN_F_PRIVATE,
  IPVLAN_F_VEPA,
  MACVLAN_FLAG_NODST,
  MACVLAN_FLAG_NOPROMISC,
  MACVLAN_MODE_PASSTHRU,
  VLAN_FLAG_BRIDGE_BINDING,
  VLAN_FLAG_GVRP,
  VLAN_FLAG_LOOSE_BINDING,
  VLAN_FLAG_MVRP,
  VLAN_FLAG_REORDER_HDR,
  type IpvlanAttrs,
  type MacvlanAttrs,
  type QosMapping,
  type VlanAttrs,
} from '../../uapi/if_link.ts'
import type { LinkInfo } from '../../uapi/rtnetlink.ts'
import type { Mac } from '../../wire/mac.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { IPVLAN_MODES, MACVLAN_MODES, parseLlProto } from './linkmodes.ts'
import { MORE_LINK_TYPES } from './usage/morelinktypes.ts'
import { parseLlAddr, parseUnsigned } from './utils.ts'

const U16 = 0xffff
const U32 = 0xffffffff

/** The kind's own help, which is also what follows a word it does not know. */
function explain(ctx: IpContext, kind: string): 1 {
  ctx.err(MORE_LINK_TYPES.get(kind) ?? '')
  return 1
}

function unknown(ctx: IpContext, kind: string, what: string, word: string): 1 {
  ctx.err(`${kind}: unknown ${what} "${word}"?\n`)
  return explain(ctx, kind)
}

const VLAN_SWITCHES: readonly (readonly [string, number])[] = [
  ['reorder_hdr', VLAN_FLAG_REORDER_HDR],
  ['gvrp', VLAN_FLAG_GVRP],
  ['mvrp', VLAN_FLAG_MVRP],
  ['loose_binding', VLAN_FLAG_LOOSE_BINDING],
  ['bridge_binding', VLAN_FLAG_BRIDGE_BINDING],
]

/** Flags whose protocols are not spoken here. */
const ABSENT_FLAGS = VLAN_FLAG_GVRP | VLAN_FLAG_MVRP | VLAN_FLAG_BRIDGE_BINDING

/** The attributes, or the exit status after the refusal has been written. */
export function parseVlan(ctx: IpContext, args: Args): LinkInfo | number {
  const vlan: VlanAttrs = {}
  while (args.more) {
    const word = args.take()
    if (matches(word, 'protocol')) {
      const text = args.value()
      const protocol = parseLlProto(text)
      if (protocol === null) args.invarg('protocol is invalid', text)
      vlan.protocol = protocol
      continue
    }
    if (matches(word, 'id')) {
      const text = args.value()
      const id = parseUnsigned(text, U16)
      if (id === null) args.invarg('id is invalid', text)
      vlan.id = id
      continue
    }
    const flag = VLAN_SWITCHES.find(([keyword]) => matches(word, keyword))
    if (flag) {
      const on = args.onOff(flag[0])
      if (on === null) return 1
      if (on && flag[1] & ABSENT_FLAGS) ctx.unsupported(`vlan option ${flag[0]}`)
      vlan.flagMask = (vlan.flagMask ?? 0) | flag[1]
      vlan.flags = ((vlan.flags ?? 0) & ~flag[1]) | (on ? flag[1] : 0)
    } else if (matches(word, 'ingress-qos-map')) vlan.ingressQos = parseQosMap(args, 'ingress-qos-map')
    else if (matches(word, 'egress-qos-map')) vlan.egressQos = parseQosMap(args, 'egress-qos-map')
    else if (matches(word, 'help')) return explain(ctx, 'vlan')
    else return unknown(ctx, 'vlan', 'command', word)
  }
  return { kind: 'vlan', vlan }
}

/** As many `FROM:TO` as follow. */
function parseQosMap(args: Args, keyword: string): QosMapping[] {
  if (!args.more) args.incomplete()
  const map: QosMapping[] = []
  while (args.word.includes(':')) {
    const word = args.take()
    const [left = '', ...right] = word.split(':')
    const from = parseUnsigned(left, U32)
    const to = parseUnsigned(right.join(':'), U32)
    if (from === null || to === null) args.invarg(`invalid ${keyword}`, left)
    map.push({ from, to })
  }
  return map
}

export function parseMacvlan(ctx: IpContext, args: Args): LinkInfo | number {
  const macvlan: MacvlanAttrs = {}
  while (args.more) {
    const word = args.take()
    let status = 0
    if (matches(word, 'mode')) status = takeMacvlanMode(ctx, args, macvlan)
    else if (matches(word, 'flag')) status = takeMacvlanFlag(ctx, args, macvlan)
    else if (matches(word, 'macaddr')) status = takeMacaddr(ctx, args, macvlan)
    else if (matches(word, 'nopromisc')) macvlan.flags = (macvlan.flags ?? 0) | MACVLAN_FLAG_NOPROMISC
    else if (matches(word, 'bcqueuelen')) status = takeQueueLength(ctx, args, macvlan)
    else if (matches(word, 'help')) return explain(ctx, 'macvlan')
    else return unknown(ctx, 'macvlan', 'option', word)
    if (status !== 0) return status
  }
  if ((macvlan.flags ?? 0) & MACVLAN_FLAG_NOPROMISC && macvlan.mode !== MACVLAN_MODE_PASSTHRU) {
    ctx.err('macvlan: nopromisc flag only valid in passthru mode\n')
    return explain(ctx, 'macvlan')
  }
  return { kind: 'macvlan', macvlan }
}

function takeMacvlanMode(ctx: IpContext, args: Args, macvlan: MacvlanAttrs): number {
  const word = args.value()
  for (const [mode, name] of MACVLAN_MODES) {
    if (name !== word) continue
    macvlan.mode = mode
    return 0
  }
  const names = '"private", "vepa", "bridge", "passthru" or "source"'
  ctx.err(`Error: argument of "mode" must be ${names}, not "${word}"\n`)
  return 1
}

const MACVLAN_FLAGS = new Map<string, number>([
  ['nopromisc', MACVLAN_FLAG_NOPROMISC],
  ['nodst', MACVLAN_FLAG_NODST],
  ['null', 0],
])

function takeMacvlanFlag(ctx: IpContext, args: Args, macvlan: MacvlanAttrs): number {
  const word = args.value()
  const flag = MACVLAN_FLAGS.get(word)
  if (flag === undefined) {
    ctx.err(`Error: argument of "flag" must be "nopromisc", "nodst" or "null", not "${word}"\n`)
    return 1
  }
  macvlan.flags = flag === 0 ? (macvlan.flags ?? 0) : (macvlan.flags ?? 0) | flag
  return 0
}

function takeMacaddr(ctx: IpContext, args: Args, macvlan: MacvlanAttrs): number {
  const how = args.value()
  if (how !== 'add' && how !== 'del' && how !== 'set' && how !== 'flush') return explain(ctx, 'macvlan')
  macvlan.macaddrMode = how
  const macs: Mac[] = []
  macvlan.macaddrs = macs
  if (how === 'add' || how === 'del') {
    const address = parseLlAddr(ctx, args.value())
    if (address?.octets !== 6) return 1
    macs.push(address.mac)
  }
  // As many as look like addresses; the first that does not is a keyword.
  while (how === 'set' && args.more && /^[0-9a-f]+(:[0-9a-f]+){5}$/i.test(args.word)) {
    const address = parseLlAddr(ctx, args.take())
    if (!address) return 1
    macs.push(address.mac)
  }
  return 0
}

function takeQueueLength(ctx: IpContext, args: Args, macvlan: MacvlanAttrs): number {
  const word = args.value()
  const length = parseUnsigned(word, U32)
  if (length === null) {
    ctx.err(`Error: argument of "bcqueuelen" must be a positive integer [0-4294967295], not "${word}"\n`)
    return 1
  }
  macvlan.bcQueueLen = length
  return 0
}

export function parseIpvlan(ctx: IpContext, args: Args): LinkInfo | number {
  const ipvlan: IpvlanAttrs = {}
  while (args.more) {
    const word = args.take()
    if (matches(word, 'mode')) {
      const text = args.value()
      const mode = IPVLAN_MODES.indexOf(text)
      if (mode < 0) {
        ctx.err('Error: argument of "mode" must be either "l2", "l3" or "l3s"\n')
        return 1
      }
      ipvlan.mode = mode
    } else if (matches(word, 'private') && ipvlan.flags === undefined) ipvlan.flags = IPVLAN_F_PRIVATE
    else if (matches(word, 'vepa') && ipvlan.flags === undefined) ipvlan.flags = IPVLAN_F_VEPA
    else if (matches(word, 'bridge') && ipvlan.flags === undefined) ipvlan.flags = 0
    else if (matches(word, 'help')) return explain(ctx, 'ipvlan')
    else return unknown(ctx, 'ipvlan', 'option', word)
  }
  return { kind: 'ipvlan', ipvlan }
}
