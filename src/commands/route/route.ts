// route of net-tools 2.10: reads /proc/net/route and ipv6_route, changes through route requests that stand in for its
// ioctls.
import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { deviceNames } from '../lib/complete.ts'
import { readFamilies, type RouteFamily } from '../lib/nettools/families.ts'
import { showRoutes, type RouteColumns } from '../lib/nettools/routes.ts'
import { showRoutes6 } from '../lib/nettools/routes6.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { changeRoute } from './change.ts'
import { changeRoute6 } from './change6.ts'
import { FAMILIES, INET6_USAGE, USAGE } from './usage.ts'

const E_OPTERR = 3

type RouteOption = 'A' | 'n' | 'N' | 'v' | 'e' | 'F' | 'C' | 'h' | 'V' | 'inet' | 'inet6'

const OPTIONS: OptionTable<RouteOption> = {
  A: ['-A FAMILY', 'address family: inet or inet6'],
  n: ['-n, --numeric', 'no names'],
  N: ['-N, --symbolic', 'names'],
  v: ['-v, --verbose', 'be verbose'],
  e: ['-e, --extend', 'MSS, window and irtt; twice: everything'],
  F: ['-F, --fib', 'the forwarding information base (default)'],
  C: ['-C, --cache', 'the routing cache, which Linux no longer has'],
  inet: ['-4, --inet', 'address family inet'],
  inet6: ['-6, --inet6', 'address family inet6'],
  h: ['-h, --help', 'print help and exit'],
  V: ['-V, --version', 'print version and exit'],
}

export const routeCommand: Command = defineTool<RouteOption>({
  name: 'route',
  path: '/usr/sbin/route',
  summary: 'show and change the routing table',
  usage: [
    '[-nNvee]',
    '{add|del} [-net|-host] TARGET[/PREFIX] [gw GW] [netmask N] [metric M] [reject] [[dev] IF]',
  ],
  options: OPTIONS,
  refused: ['--ax25', '--netrom', '--rose', '--ipx', '--appletalk', '--x25'],
  forms: [
    '-6 add NETWORK/LENGTH gw ADDRESS dev IF',
    'add default gw ADDRESS',
    'add -net NETWORK netmask MASK dev IF',
    'del default',
  ],
  afterBadOption: printUsage,
  ownHelp: true,
  isOperand: (word) => word === '-net' || word === '-host',
  completeWord: (p, before) => {
    if (before.length === 0) return ['add', 'del']
    if (before.at(-1) === 'dev') return deviceNames(p)
    return before.length === 1
      ? ['default', '-net', '-host']
      : ['gw', 'netmask', 'metric', 'dev', 'reject', ...deviceNames(p)]
  },
  main: route,
})

/** The families come first where standard output is kept back. */
function printUsage(tool: Tool): number {
  tool.out.print(USAGE)
  tool.p.io.err(FAMILIES)
  return 0
}

function* route(tool: Tool, args: Args<RouteOption>): Blocking<number> {
  if (args.has('h')) {
    return printUsage(tool)
  }
  if (args.has('V')) {
    tool.out.print('net-tools 2.10\n')
    return 0
  }
  const families = readFamilies(tool, args.options)
  if (typeof families === 'number') return families
  const [verb, ...words] = args.operands
  if (verb === undefined) return Math.max(...families.map((family) => show(tool, args, family)))
  const six = families[0] === 'inet6'
  const change = verb === 'delete' ? 'del' : verb
  if (change === 'add' || change === 'del') {
    return six ? yield* changeRoute6(tool, change, words) : changeRoute(tool, change, words)
  }
  if (verb === 'flush') {
    tool.p.io.err(
      `Flushing \`${six ? 'inet6' : 'inet'}' routing table not supported\n${six ? INET6_USAGE : ''}`,
    )
    return E_OPTERR
  }
  tool.p.io.err(USAGE + FAMILIES)
  return E_OPTERR
}

const COLUMNS: readonly RouteColumns[] = ['use', 'tcp', 'both']

function show(tool: Tool, args: Args<RouteOption>, family: RouteFamily): number {
  const { p, out } = tool
  const cache = args.has('C') && !args.has('F')
  const numeric = args.lastOf('n', 'N') === 'n'
  if (family === 'inet6') return showRoutes6(p, out, cache, numeric)
  if (cache) {
    out.print('Kernel IP routing cache\n')
    out.print('Source          Destination     Gateway         Flags Metric Ref    Use Iface\n')
    return 0
  }
  return showRoutes(p, out, COLUMNS[Math.min(args.count('e'), 2)] ?? 'use', numeric)
}
