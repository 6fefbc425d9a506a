// pgrep and pkill: processes by name.
import type { Process, ProcessInfo } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { PosixRegex } from '../../libc/regex/posixRegex.ts'
import { parseSignal } from '../lib/signals.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { PGREP_USAGE, PKILL_USAGE } from './usage.ts'

type PgrepOption =
  | 'a'
  | 'c'
  | 'd'
  | 'e'
  | 'f'
  | 'i'
  | 'l'
  | 'n'
  | 'o'
  | 'P'
  | 'g'
  | 'signal'
  | 's'
  | 't'
  | 'A'
  | 'ns'
  | 'u'
  | 'v'
  | 'x'
  | 'h'
  | 'V'

const OPTIONS: OptionTable<PgrepOption> = {
  a: ['-a, --list-full', 'list PID and full command line (pgrep)'],
  c: ['-c, --count', 'count of matching processes'],
  d: ['-d, --delimiter=STRING', 'specify output delimiter (pgrep)'],
  e: ['-e, --echo', 'display what is killed (pkill)'],
  f: ['-f, --full', 'use full process name to match'],
  g: ['-g, --pgroup=PGID', 'match listed process group IDs'],
  i: ['-i, --ignore-case', 'match case insensitively'],
  l: ['-l, --list-name', 'list PID and process name (pgrep)'],
  n: ['-n, --newest', 'select most recently started'],
  o: ['-o, --oldest', 'select least recently started'],
  P: ['-P, --parent=PPID', 'match only child processes of the given parent'],
  signal: ['--signal=SIG', 'signal to send (either number or name); also -SIG (pkill)'],
  s: ['-s, --session=SID', 'match session IDs'],
  t: ['-t, --terminal=TTY', 'match by controlling terminal'],
  A: ['-A, --ignore-ancestors', 'exclude our ancestors from results'],
  ns: ['--ns=PID', 'match the processes that belong to the same namespaces as PID'],
  u: ['-u, -U, --euid, --uid=ID', 'match by user IDs'],
  v: ['-v, --inverse', 'negates the matching (pgrep)'],
  x: ['-x, --exact', 'match exactly with the command name'],
  h: ['-h, --help', 'display help and exit'],
  V: ['-V, --version', 'output version information and exit'],
}

const REFUSED = [
  '-w, --lightweight',
  '-G, --group=GID',
  '-O, --older=SECONDS',
  '-F, --pidfile=FILE',
  '-L, --logpidfile',
  '-r, --runstates=STATE',
  '--cgroup=GRP',
  '--nslist=NS',
  '-q, --queue=VALUE',
  '-H, --require-handler',
]

const NO_MATCH = 1
const WRONG = 2

function define(name: 'pgrep' | 'pkill', summary: string): Command {
  return defineTool<PgrepOption>({
    name,
    path: `/usr/bin/${name}`,
    summary,
    usage: ['[options] <pattern>'],
    options: OPTIONS,
    refused: REFUSED,
    badUsage: WRONG,
    ownHelp: true,
    isOperand: (word) => name === 'pkill' && signalWord(word) !== null,
    hint: name === 'pgrep' ? PGREP_USAGE : PKILL_USAGE,
    main: (tool, args) => run(tool, args, name === 'pkill'),
  })
}

export const pgrepCommand: Command = define('pgrep', 'list processes by name')
export const pkillCommand: Command = define('pkill', 'signal processes by name')

/** `-9`, `-TERM`, `-SIGINT`. */
function signalWord(word: string): ReturnType<typeof parseSignal> {
  return /^-([0-9]+|[A-Z]{2,}[0-9]?)$/.test(word) ? parseSignal(word.slice(1)) : null
}

function run(tool: Tool, args: Args<PgrepOption>, kill: boolean): number {
  const { p } = tool
  if (args.has('h') || args.has('V')) {
    const usage = kill ? PKILL_USAGE : PGREP_USAGE
    tool.out.print(args.has('V') ? `${tool.name} from procps-ng 4.0.2\n` : usage)
    return 0
  }
  let signal: ReturnType<typeof parseSignal> = 'TERM'
  const words: string[] = []
  for (const word of args.operands) {
    const named = kill ? signalWord(word) : null
    if (named === null) words.push(word)
    else signal = named
  }
  const named = args.last('signal')
  if (named !== null) signal = parseSignal(named)
  if (signal === null) {
    tool.complain(`Unknown signal "${named ?? ''}".`)
    return WRONG
  }
  const selective =
    args.has('P') ||
    args.has('u') ||
    args.has('g') ||
    args.has('s') ||
    args.has('t') ||
    args.has('ns') ||
    args.has('n') ||
    args.has('o')
  if (words.length > 1) return wrong(tool, 'only one pattern can be provided')
  if (words.length === 0 && !selective) return wrong(tool, 'no matching criteria specified')
  const regex = PosixRegex.compile(words[0] ?? '', {
    syntax: 'extended',
    ignoreCase: args.has('i'),
    escapes: false,
    multiline: false,
    strict: true,
    whole: false,
  })
  if ('error' in regex) {
    tool.complain(regex.error)
    return WRONG
  }
  const found = select(p, args, regex, words.length > 0)
  if (kill) {
    for (const { info, name } of found) {
      const error = p.procs.kill(info.pid, signal === 0 ? null : signal)
      if (error !== null) tool.complain(`killing pid ${info.pid} failed: ${error.text}`)
      else if (args.has('e')) tool.out.print(`${name} killed (pid ${info.pid})\n`)
    }
    if (args.has('c')) tool.out.print(`${found.length}\n`)
  } else if (args.has('c')) tool.out.print(`${found.length}\n`)
  else if (found.length > 0) {
    const shown = found.map(({ info, name }) => {
      if (args.has('a')) return `${info.pid} ${info.argv.join(' ')}`
      return args.has('l') ? `${info.pid} ${name}` : String(info.pid)
    })
    tool.out.print(`${shown.join(args.last('d') ?? '\n')}\n`)
  }
  return found.length > 0 ? 0 : NO_MATCH
}

function wrong(tool: Tool, message: string): number {
  tool.complain(message)
  tool.p.io.err(`Try \`${tool.name} --help' for more information.\n`)
  return WRONG
}

interface Found {
  readonly info: ProcessInfo
  readonly name: string
}

function select(p: Process, args: Args<PgrepOption>, regex: PosixRegex, byName: boolean): readonly Found[] {
  const ownGroup = p.procs.get(p.pid)?.pgid ?? 0
  const parents = args.last('P')?.split(',').map(Number) ?? null
  const groups =
    args
      .last('g')
      ?.split(',')
      .map((word) => (word === '0' ? ownGroup : Number(word))) ?? null
  const users = args.last('u')?.split(',') ?? null
  const own = p.procs.get(p.pid)
  const zeroIs = (list: string | null, mine: number | undefined): number[] | null =>
    list?.split(',').map((word) => (word === '0' ? (mine ?? 0) : Number(word))) ?? null
  const sessions = zeroIs(args.last('s'), own?.sid)
  const ttys = args.last('t')?.split(',') ?? null
  const ancestors = args.has('A') ? ancestorsOf(p) : new Set<number>()
  const like = args.last('ns')
  const found: Found[] = []
  for (const info of p.procs.list()) {
    if (info.pid === p.pid) continue
    const name = info.comm
    const subject = args.has('f') ? info.argv.join(' ') : name
    const match = byName ? regex.exec(subject) : null
    const whole = match !== null && match.index === 0 && match.end === subject.length
    let matches = !byName || (match !== null && (!args.has('x') || whole))
    if (parents !== null && !parents.includes(info.ppid)) matches = false
    if (groups !== null && !groups.includes(info.pgid)) matches = false
    if (sessions !== null && !sessions.includes(info.sid)) matches = false
    if (ttys !== null && !ttys.includes(info.tty ?? '-')) matches = false
    if (like !== null && !sharesNamespaces(p, like, info.pid)) matches = false
    if (ancestors.has(info.pid)) continue
    if (users !== null && !users.includes('root') && !users.includes('0')) matches = false
    if (matches !== args.has('v')) found.push({ info, name })
  }
  const extreme = args.lastOf('n', 'o')
  if (extreme === null || found.length === 0) return found
  const order = [...found].sort((a, b) => a.info.started - b.info.started || a.info.pid - b.info.pid)
  const only = order.at(extreme === 'n' ? -1 : 0)
  return only ? [only] : []
}

function ancestorsOf(p: Process): Set<number> {
  const ancestors = new Set<number>()
  for (let pid = p.ppid; pid > 0 && !ancestors.has(pid); pid = p.procs.get(pid)?.ppid ?? 0) ancestors.add(pid)
  return ancestors
}

/** `--ns`: of every kind that it compares. */
function sharesNamespaces(p: Process, pid: string, other: number): boolean {
  return ['ipc', 'mnt', 'net', 'pid', 'user', 'uts'].every((kind) => {
    const [one, two] = [p.fs.readlink(`/proc/${pid}/ns/${kind}`), p.fs.readlink(`/proc/${other}/ns/${kind}`)]
    return !isErrno(one) && one === two
  })
}
