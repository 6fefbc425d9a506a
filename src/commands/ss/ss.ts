// ss of iproute2 6.1: sockets of TCP, UDP and raw. Read table.ts for the columns, filter.ts for the expressions.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { DiagProtocol, InetDiagMessage } from '../../uapi/sock_diag.ts'
import { TCP_CLOSE, TCP_CLOSE_WAIT, TCP_ESTABLISHED, TCP_LAST_ACK, TCP_TIME_WAIT } from '../../uapi/tcp.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { ALL_STATES, FilterError, FilterParser, stateMask, type Test } from './filter.ts'
import { socketRow, unixRow, type Shown } from './format.ts'
import { renderTable, type Row } from './table.ts'
import { USAGE } from './usage.ts'

type SsOption =
  | 'h'
  | 'V'
  | 'n'
  | 'r'
  | 'a'
  | 'l'
  | 'o'
  | 'e'
  | 'm'
  | 'p'
  | 'i'
  | 's'
  | 'N'
  | '4'
  | '6'
  | 't'
  | 'u'
  | 'w'
  | 'x'
  | 'f'
  | 'H'
  | 'O'
  | 'A'

const OPTIONS: OptionTable<SsOption> = {
  h: ['-h, --help', 'print help and exit'],
  V: ['-V, --version, -v', 'print version and exit'],
  n: ['-n, --numeric', 'no names of ports'],
  r: ['-r, --resolve', 'names of hosts'],
  a: ['-a, --all', 'listening and other sockets'],
  l: ['-l, --listening', 'listening sockets'],
  o: ['-o, --options', 'timers'],
  e: ['-e, --extended', 'inode and more'],
  m: ['-m, --memory', 'memory'],
  p: ['-p, --processes', 'processes'],
  i: ['-i, --info', 'what TCP knows of a connection'],
  s: ['-s, --summary', 'counts'],
  N: ['-N, --net=NSNAME', 'another network namespace'],
  '4': ['-4, --ipv4', 'IPv4'],
  '6': ['-6, --ipv6', 'IPv6'],
  t: ['-t, --tcp', 'TCP'],
  u: ['-u, --udp', 'UDP'],
  w: ['-w, --raw', 'raw'],
  x: ['-x, --unix', 'Unix domain sockets'],
  f: ['-f, --family=FAMILY', 'family: inet, inet6, unix'],
  H: ['-H, --no-header', 'no header'],
  O: ['-O, --oneline', 'a line a socket'],
  A: ['-A, --query=QUERY, --socket=QUERY', 'tables: all, inet, tcp, udp, raw, unix'],
}

const REFUSED: readonly string[] = [
  '-T, --threads',
  '--tipcinfo',
  '--tos',
  '--cgroup',
  '-b, --bpf',
  '-E, --events',
  '-Z, --context',
  '-z, --contexts',
  '-0, --packet',
  '-M, --mptcp',
  '-S, --sctp',
  '-d, --dccp',
  '--tipc',
  '--vsock',
  '--xdp',
  '-K, --kill',
  '--inet-sockopt',
  '-D, --diag=FILE',
  '-F, --filter=FILE',
]

type Table = DiagProtocol | 'unix'

export const ssCommand: Command = defineTool<SsOption>({
  name: 'ss',
  path: '/usr/bin/ss',
  summary: 'show sockets',
  usage: ['[ OPTIONS ]', '[ OPTIONS ] [ FILTER ]'],
  options: OPTIONS,
  refused: REFUSED,
  forms: ['ss -tln', 'ss -tulpn', 'ss -tan state STATE', "ss -tn 'sport = :80'"],
  badUsage: 255,
  hint: USAGE,
  ownHelp: true,
  main: ss,
})

function ss(tool: Tool, args: Args<SsOption>): number {
  const { p, out } = tool
  if (args.has('h')) {
    out.print(USAGE)
    return 0
  }
  if (args.has('V')) {
    out.print('ss utility, iproute2-6.1.0\n')
    return 0
  }
  const namespace = args.last('N')
  if (namespace !== null) {
    const netns = p.net.openNetns(`/run/netns/${namespace}`)
    if (isErrno(netns)) {
      p.io.err(`Cannot open network namespace "${namespace}": ${netns.text}\n`)
      return 1
    }
    p.net.setns(netns)
  }
  if (args.has('s')) return summary(tool)
  const tables = tablesOf(tool, args)
  if (typeof tables === 'number') return tables
  const filter = readFilter(tool, args)
  if (typeof filter === 'number') return filter
  list(tool, args, tables, filter)
  return 0
}

function tablesOf(tool: Tool, args: Args<SsOption>): ReadonlySet<Table> | number {
  const tables = new Set<Table>()
  for (const [id, table] of [
    ['t', 'tcp'],
    ['u', 'udp'],
    ['w', 'raw'],
    ['x', 'unix'],
  ] as const) {
    if (args.has(id)) tables.add(table)
  }
  for (const family of args.all('f')) {
    if (['inet', 'inet6', 'unix'].includes(family)) continue
    if (['link', 'netlink', 'vsock', 'tipc', 'xdp'].includes(family)) return tool.unsupported(`-f ${family}`)
    tool.complain(`"${family}" is invalid family`)
    tool.p.io.err(USAGE)
    return 255
  }
  for (const name of args.all('A').flatMap((query) => query.split(','))) {
    if (name === 'all' || name === 'inet')
      for (const table of ['tcp', 'udp', 'raw'] as const) tables.add(table)
    else if (name === 'tcp' || name === 'udp' || name === 'raw' || name === 'unix') tables.add(name)
    else {
      tool.complain(`"${name}" is illegal socket table id`)
      tool.p.io.err(USAGE)
      return 255
    }
  }
  if (args.last('f') === 'unix') tables.add('unix')
  return tables.size > 0 ? tables : new Set<Table>(['tcp', 'udp', 'raw', 'unix'])
}

interface Filter {
  /** Null: the default of each table. */
  readonly states: number | null
  readonly test: Test
  /** It asks for addresses or ports. */
  readonly limits: boolean
}

function readFilter(tool: Tool, args: Args<SsOption>): Filter | number {
  const words = [...args.operands]
  let states: number | null = null
  for (;;) {
    const word = words[0]
    if (word !== 'state' && word !== 'exclude' && word !== 'excl') break
    const name = words[1]
    if (name === undefined) break
    const mask = stateMask(name)
    if (mask === null) {
      tool.p.io.err(`ss: wrong state name: ${name}\n`)
      return 255
    }
    if (word === 'state') states = (states ?? 0) | mask
    else states = (states ?? defaultStates('tcp', args)) & ~mask
    words.splice(0, 2)
  }
  try {
    return { states, test: new FilterParser(tool.p, words).parse(), limits: words.length > 0 }
  } catch (error) {
    if (!(error instanceof FilterError)) throw error
    tool.p.io.err(`${error.message}\n`)
    return 255
  }
}

function defaultStates(table: Table, args: Args<SsOption>): number {
  if (args.has('a')) return ALL_STATES
  if (args.has('l')) return (1 << 10) | (1 << TCP_CLOSE)
  if (table !== 'tcp') return 1 << TCP_ESTABLISHED
  return ALL_STATES & ~((1 << 10) | (1 << TCP_CLOSE) | (1 << TCP_TIME_WAIT) | (1 << 3))
}

function list({ p, out }: Tool, args: Args<SsOption>, tables: ReadonlySet<Table>, filter: Filter): void {
  const statesOf = (table: Table): number => filter.states ?? defaultStates(table, args)
  const shown: Shown = {
    numeric: args.has('n'),
    resolve: args.has('r'),
    options: args.has('o'),
    extended: args.has('e'),
    memory: args.has('m'),
    info: args.has('i'),
    oneline: args.has('O'),
    owners: args.has('p') ? p.net.socketOwners() : null,
    devices: devicesOf(p),
  }
  const family = familyOf(args)
  // In the order that ss asks for them.
  const messages = (['raw', 'udp', 'tcp'] as const)
    .filter((table) => tables.has(table))
    .flatMap((table) => p.net.sockDiag(table).filter((m) => statesOf(table) & (1 << m.state)))
    .filter((m) => (family === null || m.family === family) && filter.test(m))
  const masks = new Set([...tables].map(statesOf))
  const states = [...masks].reduce((all, mask) => all | mask, 0)
  const stdout = p.io.fds.get(1)?.tty ?? null
  out.print(
    renderTable(
      [
        ...unixRows(p, tables, filter, statesOf('unix'), shown),
        ...messages.map((m) => socketRow(p, m, shown)),
      ],
      {
        netid: tables.size > 1 || tables.has('unix'),
        state: (states & (states - 1)) !== 0 || tables.has('unix'),
        header: !args.has('H'),
        screen: stdout === null ? null : stdout.columns,
      },
    ),
  )
}

/** A filter of addresses and ports takes none of them. */
function unixRows(
  p: Process,
  tables: ReadonlySet<Table>,
  filter: Filter,
  states: number,
  shown: Shown,
): readonly Row[] {
  if (!tables.has('unix') || filter.limits) return []
  const numbers = { LISTEN: 10, ESTAB: TCP_ESTABLISHED, UNCONN: TCP_CLOSE }
  return p.net
    .unixDiag()
    .filter(({ state }) => states & (1 << numbers[state]))
    .map((socket) => unixRow(socket, shown))
}

function familyOf(args: Args<SsOption>): 'inet' | 'inet6' | null {
  const four = args.has('4') || args.all('f').includes('inet')
  const six = args.has('6') || args.all('f').includes('inet6')
  return four === six ? null : four ? 'inet' : 'inet6'
}

function devicesOf(p: Process): ReadonlyMap<number, string> {
  const reply = p.net.rtnetlink({ type: 'RTM_GETLINK' })
  const devices = new Map<number, string>()
  if (reply.error) return devices
  for (const message of reply.messages)
    if (message.type === 'RTM_NEWLINK') devices.set(message.index, message.ifname)
  return devices
}

/** Ref: print_summary() */
function summary({ p, out }: Tool): number {
  const tcp = p.net.sockDiag('tcp')
  const udp = p.net.sockDiag('udp')
  const raw = p.net.sockDiag('raw')
  const established = tcp.filter((m) => m.state === TCP_ESTABLISHED || m.state === TCP_CLOSE_WAIT).length
  const timewait = tcp.filter((m) => m.state === TCP_TIME_WAIT).length
  const orphaned = tcp.filter(
    (m) => m.inode === 0 && m.state !== TCP_TIME_WAIT && m.state <= TCP_LAST_ACK,
  ).length
  const live = tcp.filter((m) => m.state !== TCP_TIME_WAIT)
  const closed = timewait + orphaned
  const six = (messages: readonly InetDiagMessage[]): number =>
    messages.filter((m) => m.family === 'inet6').length
  const line = (name: string, all: number, ipv6: number): string =>
    `${name}\t  ${String(all).padEnd(10)}${String(all - ipv6).padEnd(10)}${String(ipv6).padEnd(9)}\n`
  const total = live.filter((m) => m.inode !== 0).length + udp.length + raw.length
  out.print(
    `Total: ${total}\nTCP:   ${tcp.length} (estab ${established}, closed ${closed}, orphaned ${orphaned}, timewait ${timewait})\n\n` +
      'Transport Total     IP        IPv6\n' +
      line('RAW', raw.length, six(raw)) +
      line('UDP', udp.length, six(udp)) +
      line('TCP', live.length, six(live)) +
      line('INET', raw.length + udp.length + live.length, six(raw) + six(udp) + six(live)) +
      line('FRAG', 0, 0) +
      '\n',
  )
  return 0
}
