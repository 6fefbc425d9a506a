// `ip link`.
import { ENODEV, EOPNOTSUPP, EPERM } from '../../uapi/errno.ts'
import type { CreateFlags } from '../../uapi/rtnetlink.ts'
import { AF_PACKET } from '../../uapi/socket.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { reportError, talk } from './libnetlink.ts'
import type { ParsedLink } from './linkparse.ts'
import { parseLink } from './linkparse.ts'
import { linkProperty } from './linkproperty.ts'
import { linkAfstats, linkXstats } from './linkxstats.ts'
import type { TypeWords } from './linktype.ts'
import { parseType } from './linktype.ts'
import { showLinks } from './show.ts'
import { LINK_USAGE } from './usage/link.ts'
import { OTHER_LINK_TYPES } from './usage/otherlinktypes.ts'
import { MORE_LINK_TYPES } from './usage/morelinktypes.ts'
import { BRIDGE_SLAVE_USAGE, BRIDGE_USAGE, VETH_USAGE } from './usage/linktypes.ts'

/** Runs the verb at hand and gives the exit status. */
export function linkObject(ctx: IpContext, args: Args): number {
  if (!args.more) return listLinks(ctx, args)
  const verb = args.take()
  if (matches(verb, 'add')) return modify(ctx, args, { create: true, excl: true })
  if (matches(verb, 'set') || matches(verb, 'change')) return modify(ctx, args, {})
  if (matches(verb, 'replace')) return modify(ctx, args, { create: true, replace: true })
  if (matches(verb, 'delete')) return remove(ctx, args)
  if (matches(verb, 'show') || matches(verb, 'lst') || matches(verb, 'list')) return listLinks(ctx, args)
  if (matches(verb, 'xstats')) return linkXstats(ctx, args)
  if (matches(verb, 'afstats')) return linkAfstats(ctx, args)
  if (matches(verb, 'property')) return linkProperty(ctx, args)
  if (matches(verb, 'help')) return help(ctx, args)
  ctx.err(`Command "${verb}" is unknown, try "ip link help".\n`)
  ctx.exit(255)
}

function listLinks(ctx: IpContext, args: Args): number {
  ctx.family = AF_PACKET
  return showLinks(ctx, args, true)
}

const TYPE_HELP = new Map<string, string>([
  ['veth', VETH_USAGE],
  ['bridge', BRIDGE_USAGE],
  ['bridge_slave', BRIDGE_SLAVE_USAGE],
])

function help(ctx: IpContext, args: Args): number {
  const kind = args.word
  const text = TYPE_HELP.get(kind) ?? OTHER_LINK_TYPES.get(kind) ?? MORE_LINK_TYPES.get(kind)
  if (text === undefined) ctx.usage(LINK_USAGE)
  ctx.out.text(text)
  return 0
}

function modify(ctx: IpContext, args: Args, flags: CreateFlags): number {
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

function remove(ctx: IpContext, args: Args): number {
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
