// `ip rule`: the three rules that Linux is born with can be looked at, not changed.
import { AF_INET6 } from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { OTHER_USAGES } from './usage/others.ts'

const BORN: readonly (readonly [number, string])[] = [
  [0, 'local'],
  [32766, 'main'],
  [32767, 'default'],
]

/** Runs the verb at hand and gives the exit status. */
export function ruleObject(ctx: IpContext, args: Args): number {
  const verb = args.more ? args.take() : 'list'
  if (matches(verb, 'list') || matches(verb, 'lst') || matches(verb, 'show')) return list(ctx, args)
  if (matches(verb, 'help')) ctx.usage(OTHER_USAGES.get('rule') ?? '')
  if (matches(verb, 'add') && !args.more) {
    ctx.err('"ip rule add" requires arguments.\n')
    return 1
  }
  for (const known of ['add', 'delete', 'flush', 'save', 'restore']) {
    if (matches(verb, known)) ctx.unsupported(`rule ${known}`)
  }
  ctx.err(`Command "${verb}" is unknown, try "ip rule help".\n`)
  ctx.exit(255)
}

function list(ctx: IpContext, args: Args): number {
  if (args.more) ctx.unsupported(`rule list ${args.word}`)
  const { out } = ctx
  out.beginJson()
  for (const [priority, table] of BORN) {
    // IPv6 has no table of that name.
    if (table === 'default' && ctx.family === AF_INET6) continue
    out.openObject(null)
    out.any('priority', priority, `${priority}:\t`)
    out.any('src', 'all', 'from all ')
    out.any('table', table, `lookup ${table}`)
    if (ctx.options.details > 0) out.any('protocol', 'kernel', ' proto kernel')
    out.text('\n')
    out.closeObject()
  }
  out.endJson()
  return 0
}
