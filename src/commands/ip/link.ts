// `ip link`.
import { AF_PACKET } from '../../uapi/socket.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { modifyLink, removeLink } from './linkmodify.ts'
import { linkProperty } from './linkproperty.ts'
import { linkAfstats, linkXstats } from './linkxstats.ts'
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
  if (matches(verb, 'add')) return modifyLink(ctx, args, { create: true, excl: true }, parseType)
  if (matches(verb, 'set') || matches(verb, 'change')) return modifyLink(ctx, args, {}, parseType)
  if (matches(verb, 'replace')) return modifyLink(ctx, args, { create: true, replace: true }, parseType)
  if (matches(verb, 'delete')) return removeLink(ctx, args, parseType)
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
