// `ip address`.
import { modifyAddress } from './addrmodify.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import { DUMP_VERBS, refuseDump } from './binarydump.ts'
import type { IpContext } from './context.ts'
import { flushAddresses, showLinks } from './show.ts'
import { ADDRESS_USAGE } from './usage/address.ts'

/** Runs the verb at hand and gives the exit status. */
export function addrObject(ctx: IpContext, args: Args): number {
  if (!args.more) return showLinks(ctx, args, false)
  const verb = args.take()
  if (matches(verb, 'add')) return modifyAddress(ctx, args, 'add', { create: true, excl: true })
  if (matches(verb, 'change') || verb === 'chg') return modifyAddress(ctx, args, 'add', { replace: true })
  if (matches(verb, 'replace')) return modifyAddress(ctx, args, 'add', { create: true, replace: true })
  if (matches(verb, 'delete')) return modifyAddress(ctx, args, 'delete', {})
  if (matches(verb, 'list') || matches(verb, 'show') || matches(verb, 'lst'))
    return showLinks(ctx, args, false)
  if (matches(verb, 'flush')) return flushAddresses(ctx, args)
  for (const verbOfDump of DUMP_VERBS) if (matches(verb, verbOfDump)) refuseDump(ctx, 'address', verbOfDump)
  if (matches(verb, 'help')) ctx.usage(ADDRESS_USAGE)
  ctx.err(`Command "${verb}" is unknown, try "ip address help".\n`)
  ctx.exit(255)
}
