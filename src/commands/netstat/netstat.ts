// netstat of net-tools 2.10: sockets, the routing table and the table of devices.
import { IFF_UP } from '../../uapi/if.ts'
import type { Command } from '../command.ts'
import { allInterfaces } from '../lib/nettools/interfaces.ts'
import { readFamilies, type RouteFamily } from '../lib/nettools/families.ts'
import { showRoutes, type RouteColumns } from '../lib/nettools/routes.ts'
import { showRoutes6 } from '../lib/nettools/routes6.ts'
import { interfaceLine, interfaceParagraph } from '../lib/nettools/showInterface.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { showGroups } from './groups.ts'
import { showSockets, type SocketsAsked } from './sockets.ts'
import { showStatistics } from './statistics.ts'
import { FAMILIES, USAGE, VERSION } from './usage.ts'

type NetstatOption =
  | 'g'
  | 's'
  | 't'
  | 'u'
  | 'w'
  | 'r'
  | 'i'
  | 'a'
  | 'e'
  | 'n'
  | 'N'
  | 'v'
  | 'W'
  | 'F'
  | 'C'
  | 'A'
  | 'f'
  | 'V'
  | 'h'
  | '4'
  | '6'
  | 'l'
  | 'p'
  | 'o'
  | 'x'

const OPTIONS: OptionTable<NetstatOption> = {
  r: ['-r, --route', 'the routing table'],
  i: ['-i, --interfaces', 'the table of devices'],
  g: ['-g, --groups', 'groups of hosts'],
  s: ['-s, --statistics', 'what the protocols have counted'],
  l: ['-l, --listening', 'sockets that listen'],
  p: ['-p, --programs', 'which program has a socket'],
  o: ['-o, --timers', 'timers of sockets'],
  t: ['-t, --tcp', 'TCP only'],
  u: ['-u, --udp', 'UDP only'],
  w: ['-w, --raw', 'raw sockets, IP and ICMP only'],
  x: ['-x, --unix', 'Unix domain sockets, of which there are none'],
  a: ['-a, --all', 'sockets that listen too, devices that are down too'],
  e: ['-e, --extend', 'more: with -r other columns, with -i what ifconfig prints'],
  n: ['-n, --numeric, --numeric-hosts, --numeric-ports, --numeric-users', 'no names'],
  N: ['-N, --symbolic', 'hardware names'],
  v: ['-v, --verbose', 'be verbose'],
  W: ['-W, --wide', 'do not cut addresses short'],
  F: ['-F, --fib', 'the forwarding information base (default)'],
  C: ['-C, --cache', 'the routing cache, which Linux no longer has'],
  A: ['-A, --protocol=FAMILY', 'address family: inet or inet6'],
  '4': ['-4, --inet', 'address family inet'],
  '6': ['-6, --inet6', 'address family inet6'],
  f: ['-f', 'a family this program was built without'],
  V: ['-V, --version', 'print version and exit'],
  h: ['-h, --help', 'print help and exit'],
}

const REFUSED: readonly string[] = [
  '-M, --masquerade',
  '-c, --continuous',
  '-U, --udplite',
  '-S, --sctp',
  '-Z, --context',
  '--ax25',
  '--ipx',
  '--netrom',
]

export const netstatCommand: Command = defineTool<NetstatOption>({
  name: 'netstat',
  path: '/usr/bin/netstat',
  summary: 'show sockets, the routing table, the table of devices, counters and groups',
  usage: ['[-tuwlapneo]', '-r [-neC]', '-i [-ae]', '-s [-tuw]', '-g'],
  options: OPTIONS,
  refused: REFUSED,
  forms: ['netstat -tulpn', 'netstat -an', 'netstat -rn', 'netstat -i', 'netstat -s', 'netstat -gn'],
  badUsage: 3,
  hint: USAGE + FAMILIES,
  ownHelp: true,
  main: netstat,
})

function netstat(tool: Tool, args: Args<NetstatOption>): number {
  const { p, out } = tool
  if (args.has('V')) {
    out.print(VERSION)
    return 0
  }
  if (args.has('h')) {
    p.io.err(FAMILIES)
    out.print(USAGE)
    return 0
  }
  if (args.has('f')) {
    tool.complain("feature `AF BLUETOOTH' not supported.")
    p.io.err("Please recompile `net-tools' with newer kernel source or full configuration.\n")
    return 1
  }
  const families = readFamilies(tool, args.options)
  if (typeof families === 'number') return families
  if (args.has('r')) return Math.max(...families.map((family) => routes(tool, args, family)))
  if (args.has('g')) return showGroups(tool)
  if (args.has('s')) {
    const only = { tcp: args.has('t'), udp: args.has('u'), raw: args.has('w') }
    return showStatistics(tool, only)
  }
  return args.has('i') ? interfaces(tool, args) : showSockets(tool, socketsAsked(args, families))
}

function socketsAsked(args: Args<NetstatOption>, families: readonly RouteFamily[]): SocketsAsked {
  const said = args.has('4') || args.has('6') || args.has('A')
  return {
    tcp: args.has('t'),
    udp: args.has('u'),
    raw: args.has('w'),
    unix: args.has('x'),
    family: said && families.length === 1 ? (families[0] ?? null) : null,
    all: args.has('a'),
    listening: args.has('l'),
    numeric: args.has('n'),
    programs: args.has('p'),
    timers: args.has('o'),
    extended: args.has('e'),
    wide: args.has('W'),
  }
}

/** Where `route` shows the columns of use, this shows those of TCP: each `-e` goes one further. */
function routes(tool: Tool, args: Args<NetstatOption>, family: RouteFamily): number {
  const cache = args.has('C') && !args.has('F')
  if (family === 'inet6') return showRoutes6(tool.p, tool.out, cache, args.has('n'))
  const extent = args.count('e')
  const columns: RouteColumns = extent === 0 ? 'tcp' : extent === 1 ? 'use' : 'both'
  if (!cache) return showRoutes(tool.p, tool.out, columns, args.has('n'))
  const last = columns === 'tcp' ? '  MSS Window  irtt Iface' : 'Metric Ref    Use Iface'
  tool.out.print(`Kernel IP routing cache\nSource          Destination     Gateway         Flags ${last}\n`)
  return 0
}

function interfaces({ p, out }: Tool, args: Args<NetstatOption>): number {
  out.print('Kernel Interface table\n')
  const extended = args.has('e')
  if (!extended) {
    out.print('Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n')
  }
  for (const face of allInterfaces(p)) {
    if (args.has('a') || face.link.flags & IFF_UP)
      out.print((extended ? interfaceParagraph : interfaceLine)(face))
  }
  return 0
}
