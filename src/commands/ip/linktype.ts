// The words after `type KIND`.
import type { LinkInfo } from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { parseBridge, parseBridgeSlave } from './linktypebridge.ts'
import { parseIpvlan, parseMacvlan, parseVlan } from './linktypestacked.ts'
import { parseVeth, type TypeWords } from './linktypeveth.ts'
import { LINK_USAGE } from './usage/link.ts'
import { MORE_LINK_TYPES } from './usage/morelinktypes.ts'
import { OTHER_LINK_TYPES } from './usage/otherlinktypes.ts'
import { parseVxlan } from './vxlan.ts'

/** Kinds that Linux knows and iproute2 has no words for. */
const WORDLESS_KINDS: ReadonlySet<string> = new Set(['lowpan', 'netkit', 'wireguard'])

/** Kinds that are here although their help stands among that of the others. */
const HELPED_KINDS: ReadonlySet<string> = new Set(['dummy', 'ipvlan', 'macvlan', 'vlan', 'vxlan'])

function isUnsupported(kind: string): boolean {
  if (HELPED_KINDS.has(kind)) return false
  return OTHER_LINK_TYPES.has(kind) || MORE_LINK_TYPES.has(kind) || WORDLESS_KINDS.has(kind)
}

/** Reads them, or gives the exit status after the refusal has been written. */
export function parseType(ctx: IpContext, args: Args, kind: string, create: boolean): TypeWords | number {
  if (isUnsupported(kind)) ctx.unsupported(`link type ${kind}`)
  const plain: TypeWords = { linkinfo: { kind }, bridgePort: null, peer: null }
  if (!args.more) return plain
  switch (kind) {
    case 'veth':
      return parseVeth(ctx, args, create)
    case 'bridge': {
      const bridge = parseBridge(ctx, args)
      return typeof bridge === 'number' ? bridge : { ...plain, linkinfo: { kind, bridge } }
    }
    case 'bridge_slave': {
      const bridgePort = parseBridgeSlave(ctx, args)
      return typeof bridgePort === 'number' ? bridgePort : { ...plain, bridgePort }
    }
    case 'vxlan': {
      const vxlan = parseVxlan(ctx, args, create)
      return typeof vxlan === 'number' ? vxlan : { ...plain, linkinfo: { kind, vxlan } }
    }
    case 'vlan':
      return alone(parseVlan(ctx, args))
    case 'macvlan':
      return alone(parseMacvlan(ctx, args))
    case 'ipvlan':
      return alone(parseIpvlan(ctx, args))
    case 'dummy':
      // A dummy has no words of its own; iproute2 does not look at what follows.
      return plain
  }
  if (matches(args.word, 'help')) ctx.usage(LINK_USAGE)
  ctx.err(`Garbage instead of arguments "${args.word} ...". Try "ip link help".\n`)
  return 1
}

/** A kind whose words tell of nothing but the device itself. */
function alone(linkinfo: LinkInfo | number): TypeWords | number {
  return typeof linkinfo === 'number' ? linkinfo : { linkinfo, bridgePort: null, peer: null }
}
