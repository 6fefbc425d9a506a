// `save`, `showdump` and `restore`: netlink messages in a file as they are on the wire, which vethlab has not. What a
// terminal is told is Linux's own.
import type { IpContext } from './context.ts'

/** In iproute2's order, which decides what an abbreviation means. */
export const DUMP_VERBS = ['save', 'showdump', 'restore'] as const

export function refuseDump(
  ctx: IpContext,
  object: 'route' | 'address' | 'rule',
  verb: (typeof DUMP_VERBS)[number],
): never {
  const { io } = ctx.p
  if (verb === 'save' && io.isatty(1)) {
    ctx.err('Not sending a binary stream to stdout\n')
    ctx.exit(1)
  }
  if (verb !== 'save' && io.isatty(0)) {
    ctx.err(`Can't restore ${object} dump from a terminal\n`)
    ctx.exit(object === 'route' ? 1 : 255)
  }
  ctx.unsupported(`${object} ${verb}`)
}
