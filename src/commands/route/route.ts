// route of net-tools 2.10: reads /proc/net/route, changes through route requests that stand in for its ioctls.
import { isErrno } from '../../uapi/errno.ts'
import { formatInet } from '../../wire/inet.ts'
import type { Command } from '../command.ts'
import { deviceNames } from '../lib/complete.ts'
import { showInet } from '../lib/nettools/inet.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { changeRoute } from './change.ts'
import { FAMILIES, USAGE } from './usage.ts'

const E_OPTERR = 3

const RTF_GATEWAY = 0x0002
const RTF_HOST = 0x0004
const RTF_REINSTATE = 0x0008
const RTF_DYNAMIC = 0x0010
const RTF_MODIFIED = 0x0020
const RTF_REJECT = 0x0200

type RouteOption = 'A' | 'n' | 'N' | 'v' | 'e' | 'F' | 'C' | 'h' | 'V' | 'inet'

const OPTIONS: OptionTable<RouteOption> = {
  A: ['-A FAMILY', 'address family: inet'],
  n: ['-n, --numeric', 'no names'],
  N: ['-N, --symbolic', 'names'],
  v: ['-v, --verbose', 'be verbose'],
  e: ['-e, --extend', 'MSS, window and irtt; twice: everything'],
  F: ['-F, --fib', 'the forwarding information base (default)'],
  C: ['-C, --cache', 'the routing cache, which Linux no longer has'],
  inet: ['-4, --inet', 'address family inet'],
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
  refused: ['-6, --inet6', '--ax25', '--netrom', '--rose', '--ipx', '--appletalk', '--x25'],
  forms: ['add default gw ADDRESS', 'add -net NETWORK netmask MASK dev IF', 'del default'],
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

function route(tool: Tool, args: Args<RouteOption>): number {
  if (args.has('h')) {
    return printUsage(tool)
  }
  if (args.has('V')) {
    tool.out.print('net-tools 2.10\n')
    return 0
  }
  const family = args.last('A')
  if (family !== null && family !== 'inet') return tool.unsupported(`-A ${family}`)
  const [verb, ...words] = args.operands
  if (verb === undefined) return show(tool, args)
  if (verb === 'add') return changeRoute(tool, 'add', words)
  if (verb === 'del' || verb === 'delete') return changeRoute(tool, 'del', words)
  if (verb === 'flush') {
    tool.p.io.err("Flushing `inet' routing table not supported\n")
    return E_OPTERR
  }
  tool.p.io.err(USAGE + FAMILIES)
  return E_OPTERR
}

const HEAD = 'Destination     Gateway         Genmask         Flags '
const HEADERS = [
  'Metric Ref    Use Iface',
  '  MSS Window  irtt Iface',
  'Metric Ref    Use Iface    MSS   Window irtt',
]

/** Little-endian hexadecimal, as /proc/net/route has addresses. */
function readHex(text: string): number {
  return (text.match(/../g) ?? []).reduceRight((value, octet) => value * 256 + parseInt(octet, 16), 0)
}

function show(tool: Tool, args: Args<RouteOption>): number {
  const { p, out } = tool
  if (args.has('C')) {
    out.print('Kernel IP routing cache\n')
    out.print('Source          Destination     Gateway         Flags Metric Ref    Use Iface\n')
    return 0
  }
  const text = p.fs.readText('/proc/net/route')
  if (isErrno(text)) {
    p.io.err(`/proc/net/route: ${text.text}\nINET (IPv4) not configured in this system.\n`)
    return 1
  }
  const extent = Math.min(args.count('e'), 2)
  const numeric = args.lastOf('n', 'N') === 'n'
  out.print(`Kernel IP routing table\n${HEAD}${HEADERS[extent] ?? ''}\n`)
  for (const line of text.split('\n').slice(1)) {
    const fields = line.trim().split('\t')
    const [
      iface = '',
      destination = '',
      gateway = '',
      flags = '',
      ref = '',
      use = '',
      metric = '',
      mask = '',
    ] = fields
    if (mask === '') continue
    const bits = parseInt(flags, 16)
    const reject = (bits & RTF_REJECT) !== 0
    const genmask = readHex(mask)
    const target = showInet(p, readHex(destination), genmask, numeric, 'default')
    const via = reject ? '-' : showInet(p, readHex(gateway), 0xffffffff, numeric, '0.0.0.0')
    const shared = [
      target.padEnd(15),
      via.padEnd(15),
      formatInet(genmask).padEnd(15),
      letters(bits).padEnd(5),
    ].join(' ')
    const dash = (value: string): string => (reject ? '-' : value)
    const [mss = '', window = '', irtt = ''] = fields.slice(8).map((field) => dash(field.trim()))
    const usage = `${metric.padEnd(6)} ${dash(ref).padEnd(2)} ${use.padStart(7)}`
    const name = dash(iface)
    if (extent === 0) out.print(`${shared} ${usage} ${name}\n`)
    else if (extent === 1)
      out.print(`${shared} ${mss.padStart(5)} ${window.padEnd(5)} ${irtt.padStart(6)} ${name}\n`)
    else out.print(`${shared} ${usage} ${name.padEnd(8)} ${mss.padEnd(5)} ${window.padEnd(6)} ${irtt}\n`)
  }
  return 0
}

function letters(flags: number): string {
  const marks: readonly (readonly [number, string])[] = [
    [RTF_GATEWAY, 'G'],
    [RTF_HOST, 'H'],
    [RTF_REINSTATE, 'R'],
    [RTF_DYNAMIC, 'D'],
    [RTF_MODIFIED, 'M'],
  ]
  const first = flags & RTF_REJECT ? '!' : 'U'
  return first + marks.map(([bit, letter]) => (flags & bit ? letter : '')).join('')
}
