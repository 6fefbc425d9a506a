// unshare of util-linux 2.38: a program in namespaces of its own. Ref: util-linux sys-utils/unshare.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import { NAMESPACE_KINDS, type NamespaceKind } from '../../uapi/namespace.ts'
import type { Signal } from '../../uapi/signal.ts'
import type { Command } from '../command.ts'
import { execProgram } from '../lib/namespaces.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { parseSignal } from '../lib/signals.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { keepNamespaces } from './persist.ts'
import { USAGE } from './usage.ts'
import { mapUsers, readMaps, type UserMaps } from './usermaps.ts'

/** Kinds by the letter that unshares them; the long option may name a file too. */
const LETTERS = {
  mnt: 'm',
  uts: 'u',
  ipc: 'i',
  net: 'n',
  pid: 'p',
  user: 'U',
  cgroup: 'C',
  time: 'T',
} as const

export type UnshareOption =
  | NamespaceKind
  | (typeof LETTERS)[NamespaceKind]
  | 'f'
  | 'r'
  | 'c'
  | 'mapUser'
  | 'mapGroup'
  | 'mapUsers'
  | 'mapGroups'
  | 'killChild'
  | 'mountProc'
  | 'propagation'
  | 'setgroups'
  | 'keepCaps'
  | 'R'
  | 'w'
  | 'S'
  | 'G'
  | 'h'
  | 'V'

const OPTIONS: OptionTable<UnshareOption> = {
  mnt: ['--mount[=FILE]', 'unshare mounts namespace; FILE keeps it'],
  m: ['-m', 'unshare mounts namespace'],
  uts: ['--uts[=FILE]', 'unshare UTS namespace (hostname etc); FILE keeps it'],
  u: ['-u', 'unshare UTS namespace (hostname etc)'],
  ipc: ['--ipc[=FILE]', 'unshare System V IPC namespace; FILE keeps it'],
  i: ['-i', 'unshare System V IPC namespace'],
  net: ['--net[=FILE]', 'unshare network namespace; FILE keeps it'],
  n: ['-n', 'unshare network namespace'],
  pid: ['--pid[=FILE]', 'unshare pid namespace; FILE keeps it'],
  p: ['-p', 'unshare pid namespace'],
  user: ['--user[=FILE]', 'unshare user namespace; FILE keeps it'],
  U: ['-U', 'unshare user namespace'],
  cgroup: ['--cgroup[=FILE]', 'unshare cgroup namespace; FILE keeps it'],
  C: ['-C', 'unshare cgroup namespace'],
  time: ['--time[=FILE]', 'unshare time namespace; FILE keeps it'],
  T: ['-T', 'unshare time namespace'],
  f: ['-f, --fork', 'fork before launching PROGRAM'],
  mapUser: ['--map-user=UID', 'map current user to uid (implies --user)'],
  mapGroup: ['--map-group=GID', 'map current group to gid (implies --user)'],
  r: ['-r, --map-root-user', 'map current user to root (implies --user)'],
  c: ['-c, --map-current-user', 'map current user to itself (implies --user)'],
  mapUsers: ['--map-users=MAP', 'map count users from outeruid to inneruid (implies --user)'],
  mapGroups: ['--map-groups=MAP', 'map count groups from outergid to innergid (implies --user)'],
  killChild: ['--kill-child[=SIG]', 'when dying, kill the forked child (implies --fork)'],
  mountProc: ['--mount-proc[=DIR]', 'mount proc filesystem first (implies --mount)'],
  propagation: ['--propagation=MODE', 'slave, shared, private or unchanged mount propagation'],
  setgroups: ['--setgroups=WORD', 'allow or deny the setgroups syscall in user namespaces'],
  keepCaps: ['--keep-caps', 'retain capabilities granted in user namespaces'],
  R: ['-R, --root=DIR', 'run the command with root directory set to DIR'],
  w: ['-w, --wd=DIR', 'change working directory to DIR'],
  S: ['-S, --setuid=UID', 'set uid in entered namespace'],
  G: ['-G, --setgid=GID', 'set gid in entered namespace'],
  h: ['-h, --help', 'display this help'],
  V: ['-V, --version', 'display version'],
}

const USER_OPTIONS = ['r', 'c', 'mapUser', 'mapGroup', 'mapUsers', 'mapGroups'] as const
const PROPAGATIONS: ReadonlySet<string> = new Set(['slave', 'shared', 'private', 'unchanged'])

export const unshareCommand: Command = defineTool<UnshareOption>({
  name: 'unshare',
  path: '/usr/bin/unshare',
  summary: 'run a program in namespaces of its own',
  usage: ['[OPTIONS] [PROGRAM [ARGUMENTS]]'],
  options: OPTIONS,
  refused: ['--map-auto', '--monotonic=OFF', '--boottime=OFF'],
  stopAtOperand: true,
  ownHelp: true,
  main: unshare,
})

interface Plan {
  readonly args: Args<UnshareOption>
  readonly kinds: readonly NamespaceKind[]
  readonly maps: UserMaps
  readonly killChild: Signal | null
}

/** What was asked for; a word when it cannot be. */
function readPlan(args: Args<UnshareOption>): Plan | string {
  const kinds = NAMESPACE_KINDS.filter(
    (kind) =>
      args.has(kind) ||
      args.has(LETTERS[kind]) ||
      (kind === 'mnt' && args.has('mountProc')) ||
      (kind === 'user' && USER_OPTIONS.some((id) => args.has(id))),
  )
  const propagation = args.last('propagation')
  if (propagation !== null && !PROPAGATIONS.has(propagation)) {
    return `unsupported propagation mode: ${propagation}`
  }
  const setgroups = args.last('setgroups')
  if (setgroups !== null && setgroups !== 'allow' && setgroups !== 'deny') {
    return `unsupported --setgroups argument '${setgroups}'`
  }
  const word = args.last('killChild') ?? 'KILL'
  const killChild = parseSignal(word)
  if (killChild === null || killChild === 0) return `unknown signal: ${word}`
  for (const [id, what] of [
    ['S', 'uid'],
    ['G', 'gid'],
  ] as const) {
    const given = args.last(id)
    if (given !== null && wholeNumber(given) === null) return `failed to parse ${what}: '${given}'`
  }
  const maps = readMaps(args)
  if (typeof maps === 'string') return maps
  return { args, kinds, maps, killChild: args.has('killChild') ? killChild : null }
}

function* unshare(tool: Tool, args: Args<UnshareOption>): Blocking<number> {
  const { p } = tool
  if (args.has('h') || args.has('V')) {
    tool.out.print(args.has('V') ? 'unshare from util-linux 2.38.1\n' : USAGE)
    return 0
  }
  const plan = readPlan(args)
  if (typeof plan === 'string') return fail(tool, p, plan)
  const before = p.fs.open('/proc/self/ns/mnt', { read: true })
  const error = p.ns.unshare(plan.kinds)
  if (error) return fail(tool, p, `unshare failed: ${error.text}`)
  const forks = args.has('f') || plan.killChild !== null
  if (!forks) {
    const kept = yield* keepNamespaces(tool, args, before)
    if (!isErrno(before)) before.close()
    return kept ? yield* inside(tool, p, plan) : 1
  }
  const child = p.procs.spawn(
    function* (c) {
      if (plan.killChild) c.procs.setParentDeathSignal(plan.killChild)
      return yield* inside(tool, c, plan)
    },
    { argv: p.argv },
  )
  const kept = yield* keepNamespaces(tool, args, before)
  if (!isErrno(before)) before.close()
  if (!kept) {
    p.procs.kill(child, 'KILL')
    return 1
  }
  // A signal from the keyboard is the child's to mind.
  p.procs.onSignal('INT', 'ignore')
  p.procs.onSignal('TERM', 'ignore')
  const ended = yield* p.procs.wait(child)
  if (isErrno(ended)) return 1
  if (ended.signal === null) return ended.status
  // It would end by the same signal, but unblocks it the wrong way.
  return fail(tool, p, 'sigprocmask unblock failed: Invalid argument')
}

/** In the process that becomes the program. */
function* inside(tool: Tool, p: Process, plan: Plan): Blocking<number> {
  const { args } = plan
  const mapping = mapUsers(p, plan.maps, args.last('setgroups'))
  if (mapping !== null) return fail(tool, p, mapping)
  if (args.last('propagation') === 'slave') p.fs.makePrivate()
  const root = args.last('R')
  const wrong = root === null ? null : p.fs.chroot(root)
  if (wrong) return fail(tool, p, `cannot change root directory to '${root}': ${wrong.text}`)
  const directory = args.last('w') ?? (root === null ? null : '/')
  const lost = directory === null ? null : p.fs.chdir(directory)
  if (lost) return fail(tool, p, `cannot chdir to '${directory}': ${lost.text}`)
  if (args.has('mountProc')) {
    const at = args.last('mountProc') ?? '/proc'
    const error = p.fs.mount('proc', at, 'proc', 'nosuid,nodev,noexec')
    if (error) return fail(tool, p, `mount ${at} failed: ${error.text}`)
  }
  const refused = setIds(p, args)
  if (refused) return fail(tool, p, refused)
  return yield* execProgram(tool, p, args.operands)
}

function setIds(p: Process, args: Args<UnshareOption>): string | null {
  const gid = args.last('G')
  const group: Errno | null = gid === null ? null : p.procs.setgid(Number(gid))
  if (group) return `setgid failed: ${group.text}`
  const uid = args.last('S')
  const user: Errno | null = uid === null ? null : p.procs.setuid(Number(uid))
  return user ? `setuid failed: ${user.text}` : null
}

function fail(tool: Tool, p: Process, text: string): number {
  p.io.err(`${tool.name}: ${text}\n`)
  return 1
}
