// `ip link add`, `set`, `replace` and `delete` (Ref: iproute2 ip/iplink.c:iplink_modify()).
import { ENODEV, EOPNOTSUPP, EPERM } from '../../uapi/errno.ts'
import type { CreateFlags } from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import type { IpContext } from './context.ts'
import { reportError, talk } from './libnetlink.ts'
import type { ParsedLink } from './linkparse.ts'
import { parseLink } from './linkparse.ts'
import type { ParseType, TypeWords } from './linktypeveth.ts'

/** `parseType` reads the words after `type`. Exit status. */
export function modifyLink(ctx: IpContext, args: Args, flags: CreateFlags, parseType: ParseType): number {
  const create = flags.create ?? false
  const parsed = parseLink(ctx, args, create)
  if (typeof parsed === 'number') return parsed
  const { request } = parsed
  let words: TypeWords | null = null
  if (parsed.type !== null) {
    const read = parseType(ctx, args, parsed.type, create)
    if (typeof read === 'number') return read
    words = read
    if (words.bridgePort) request.bridgePort = words.bridgePort
    else request.linkinfo = words.linkinfo
  } else if (create) {
    ctx.err('Not enough information: "type" argument is required\n')
    return 1
  }
  if (request.index === undefined && !create) return setGroup(ctx, parsed)
  const isPort =
    request.index !== undefined && ctx.links.get(request.index)?.linkinfo?.bridgePort !== undefined
  const notPort = request.bridgePort && !isPort ? { errno: EOPNOTSUPP, extack: null } : null
  const refusal = parsed.refusal ?? words?.peer?.refusal ?? notPort
  if (refusal) {
    reportError(ctx, refusal)
    return 2
  }
  if (talk(ctx, { type: 'RTM_NEWLINK', flags, link: request }) === null) return 2
  ctx.links.forget()
  return 0
}

/** `ip link set group N …`: the kernel changes every member. */
function setGroup(ctx: IpContext, parsed: ParsedLink): number {
  const { group, ...change } = parsed.request
  for (const link of ctx.links.list()) {
    if (link.group !== group) continue
    if (talk(ctx, { type: 'RTM_NEWLINK', flags: {}, link: { ...change, index: link.index } }) === null)
      return 2
  }
  ctx.links.forget()
  return 0
}

export function removeLink(ctx: IpContext, args: Args, parseType: ParseType): number {
  const parsed = parseLink(ctx, args, false)
  if (typeof parsed === 'number') return parsed
  if (parsed.type !== null) {
    const words = parseType(ctx, args, parsed.type, false)
    if (typeof words === 'number') return words
  }
  const { index, group } = parsed.request
  if (index === undefined) return removeGroup(ctx, group)
  if (talk(ctx, { type: 'RTM_DELLINK', index }) === null) return 2
  ctx.links.forget()
  return 0
}

/** `ip link del group N`: the kernel deletes all members or, when one cannot be deleted, none. */
function removeGroup(ctx: IpContext, group: number | undefined): number {
  const members = ctx.links.list().filter((link) => link.group === group)
  const stays = members.some((link) => !link.linkinfo || link.linkinfo.kind === '')
  const refusal = group === 0 ? EPERM : members.length === 0 ? ENODEV : stays ? EOPNOTSUPP : null
  if (refusal) {
    ctx.err(`RTNETLINK answers: ${refusal.text}\n`)
    return 2
  }
  for (const { index } of members) {
    ctx.links.forget()
    // The other end of a pair is gone with the first.
    if (ctx.links.get(index) !== null && talk(ctx, { type: 'RTM_DELLINK', index }) === null) return 2
  }
  return 0
}
