// The words after `type veth`, and what the words of any kind come to.
import type { BridgePortAttrs } from '../../uapi/bridge.ts'
import type { LinkInfo } from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import type { IpContext } from './context.ts'
import type { ParsedLink } from './linkparse.ts'
import { garbage, parseLink } from './linkparse.ts'

/** What the words after `type` add to the request. */
export interface TypeWords {
  readonly linkinfo: LinkInfo
  readonly bridgePort: BridgePortAttrs | null
  /** The other end of a veth, when it was described. */
  readonly peer: ParsedLink | null
}

/** Reads them, or gives the exit status after the refusal has been written. */
export type ParseType = (ctx: IpContext, args: Args, kind: string, create: boolean) => TypeWords | number

export function parseVeth(ctx: IpContext, args: Args, create: boolean): TypeWords | number {
  if (args.take() !== 'peer') {
    ctx.out.text(ctx.usageOf('veth'))
    return 1
  }
  const peer = parseLink(ctx, args, create)
  if (typeof peer === 'number') return peer
  if (peer.type !== null) args.duparg('type', peer.type)
  if (args.more) garbage(ctx, args)
  return { linkinfo: { kind: 'veth', peer: peer.request }, bridgePort: null, peer }
}
