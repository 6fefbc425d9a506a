// The `ip` that the page starts with: what a gesture types, spelt out. coreSuffices() in ../core.ts lets no other line
// through to it; every part of it is the whole command's own.
import type { Blocking, Process } from '../../os/program.ts'
import type { CreateFlags } from '../../uapi/rtnetlink.ts'
import type { Command } from '../command.ts'
import { modifyAddress } from './addrmodify.ts'
import { Args } from './args.ts'
import { defaultOptions, IpContext } from './context.ts'
import { modifyLink, removeLink } from './linkmodify.ts'
import { parseVeth, type TypeWords } from './linktypeveth.ts'
import { enterNetns } from './namespace.ts'
import { addNetns, execNetns, removeNetns } from './netnschange.ts'
import { modifyRoute } from './routemodify.ts'

const ADD: CreateFlags = { create: true, excl: true }

/** Of a bridge and of a veth: a bridge comes without words of its own. */
function parseType(ctx: IpContext, args: Args, kind: string, create: boolean): TypeWords | number {
  if (args.more) return parseVeth(ctx, args, create)
  return { linkinfo: { kind }, bridgePort: null, peer: null }
}

type Verb = (ctx: IpContext, args: Args) => number | Blocking<number>

/** By object and verb. */
const VERBS = new Map<string, Verb>([
  ['addr add', (ctx, args) => modifyAddress(ctx, args, 'add', ADD)],
  ['addr del', (ctx, args) => modifyAddress(ctx, args, 'delete', {})],
  ['link add', (ctx, args) => modifyLink(ctx, args, ADD, parseType)],
  ['link del', (ctx, args) => removeLink(ctx, args, parseType)],
  ['link set', (ctx, args) => modifyLink(ctx, args, {}, parseType)],
  ['netns add', (ctx, args) => addNetns(ctx, args, true)],
  ['netns del', removeNetns],
  ['netns exec', execNetns],
  ['route add', (ctx, args) => modifyRoute(ctx, args, ADD)],
  ['route del', (ctx, args) => modifyRoute(ctx, args, 'delete')],
])

/** A name, but no beginning of `help` or `type`, which mean something wherever they stand. */
const NAME = String.raw`(?!(?:h|he|hel|help|t|ty|typ|type)(?: |$))[\w.@][\w.@-]*`
const ADDRESS = String.raw`[\d.:a-f]+(?:/\d+)?`
const VIA = String.raw`(?: via [\d.:a-f]+)?(?: dev ${NAME})?`

/** What it can run, but for `ip netns exec`. */
const LINES: readonly RegExp[] = [
  `netns (?:add|del) ${NAME}`,
  `link add ${NAME} type (?:bridge|veth peer name ${NAME}(?: netns ${NAME})?)`,
  `link set ${NAME} (?:up|down|nomaster|(?:master|netns|name) ${NAME})`,
  `link del ${NAME}`,
  `addr (?:add|del) ${ADDRESS} dev ${NAME}`,
  `route (?:add|del) (?:default|${ADDRESS})${VIA}`,
].map((line) => new RegExp(`^ip (?:-n ${NAME} )?${line}$`))

const EXEC = new RegExp(`^ip netns exec ${NAME} (?=.)`)

/** Whether the command below does with a line what the whole one does; `runs`: whether it can be told so of another's. */
export function coreIpSuffices(line: string, runs: (line: string) => boolean): boolean {
  const exec = EXEC.exec(line)
  return exec ? runs(line.slice(exec[0].length)) : LINES.some((pattern) => pattern.test(line))
}

function* run(p: Process): Blocking<number> {
  const ctx = new IpContext('ip', p, defaultOptions())
  const [, option, netns = ''] = p.argv
  const at = option === '-n' ? 3 : 1
  if (at > 1 && !enterNetns(ctx, netns)) ctx.exit(255)
  const name = p.argv.slice(at, at + 2).join(' ')
  const verb = VERBS.get(name) ?? ctx.unsupported(name)
  const result = verb(ctx, new Args(ctx, p.argv, at + 2))
  const status = typeof result === 'number' ? result : yield* result
  ctx.out.finish()
  return status
}

export const coreIpCommand: Command = {
  name: 'ip',
  path: '/usr/sbin/ip',
  run,
  summary: 'change devices, addresses, routes and network namespaces',
  supports: [],
}
