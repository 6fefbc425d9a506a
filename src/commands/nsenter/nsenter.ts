// nsenter of util-linux 2.38: a program in the namespaces of others. Ref: util-linux sys-utils/nsenter.c
import type { Blocking, OpenFile, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { NamespaceKind } from '../../uapi/namespace.ts'
import type { Command } from '../command.ts'
import { execProgram } from '../lib/namespaces.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { USAGE } from './usage.ts'

type NsenterOption =
  | NamespaceKind
  | 'a'
  | 't'
  | 'S'
  | 'G'
  | 'creds'
  | 'r'
  | 'w'
  | 'wdns'
  | 'F'
  | 'Z'
  | 'h'
  | 'V'

const OPTIONS: OptionTable<NsenterOption> = {
  a: ['-a, --all', 'enter all namespaces'],
  t: ['-t, --target=PID', 'target process to get namespaces from'],
  mnt: ['-m, --mount[=FILE]', 'enter mount namespace'],
  uts: ['-u, --uts[=FILE]', 'enter UTS namespace (hostname etc)'],
  ipc: ['-i, --ipc[=FILE]', 'enter System V IPC namespace'],
  net: ['-n, --net[=FILE]', 'enter network namespace'],
  pid: ['-p, --pid[=FILE]', 'enter pid namespace'],
  cgroup: ['-C, --cgroup[=FILE]', 'enter cgroup namespace'],
  user: ['-U, --user[=FILE]', 'enter user namespace'],
  time: ['-T, --time[=FILE]', 'enter time namespace'],
  S: ['-S, --setuid=UID', 'set uid in entered namespace'],
  G: ['-G, --setgid=GID', 'set gid in entered namespace'],
  creds: ['--preserve-credentials', 'do not touch uids or gids'],
  r: ['-r, --root[=DIR]', 'set the root directory'],
  w: ['-w, --wd[=DIR]', 'set the working directory'],
  wdns: ['-W, --wdns=DIR', 'set the working directory in namespace'],
  F: ['-F, --no-fork', 'do not fork before exec-ing PROGRAM'],
  Z: ['-Z, --follow-context', 'set SELinux context according to --target PID'],
  h: ['-h, --help', 'display this help'],
  V: ['-V, --version', 'display version'],
}

/** In the order they are opened and entered in (namespace_files). */
const KINDS: readonly NamespaceKind[] = ['user', 'cgroup', 'ipc', 'uts', 'net', 'pid', 'mnt', 'time']

export const nsenterCommand: Command = defineTool<NsenterOption>({
  name: 'nsenter',
  path: '/usr/bin/nsenter',
  summary: 'run a program in the namespaces of another process',
  usage: ['[OPTIONS] [PROGRAM [ARGUMENTS]]'],
  options: OPTIONS,
  stopAtOperand: true,
  ownHelp: true,
  main: nsenter,
})

/** What has been complained about already. */
class Refused extends Error {}

class Entry {
  /** Opened namespaces, by kind. */
  readonly files = new Map<NamespaceKind, OpenFile>()
  readonly p: Process

  constructor(
    readonly tool: Tool,
    readonly args: Args<NsenterOption>,
    readonly target: number | null,
  ) {
    this.p = tool.p
  }

  refuse(text: string): never {
    this.tool.complain(text)
    throw new Refused()
  }

  /** Of FILE, or of the target. */
  path(file: string | null, name: string, label: string): string {
    if (file !== null) return file
    if (this.target !== null) return `/proc/${this.target}/${name}`
    this.refuse(`neither filename nor target pid supplied for ${label}`)
  }

  open(kind: NamespaceKind, file: string | null): void {
    const path = this.path(file, `ns/${kind}`, `ns/${kind}`)
    const opened = this.p.fs.open(path, { read: true })
    if (isErrno(opened)) this.refuse(`cannot open ${path}: ${opened.text}`)
    this.files.set(kind, opened)
  }

  openAll(): void {
    if (this.target === null) this.refuse('no target PID specified for --all')
    for (const kind of KINDS) {
      if (this.files.has(kind)) continue
      const path = `/proc/${this.target}/ns/${kind}`
      const [other, own] = [this.p.fs.stat(path), this.p.fs.stat(`/proc/self/ns/${kind}`)]
      if (isErrno(other)) this.refuse(`stat of ${path} failed: ${other.text}`)
      if (isErrno(own) || other.inode !== own.inode) this.open(kind, null)
    }
  }

  enter(): void {
    // One's own user namespace cannot be entered; others are first, unless that is not allowed yet.
    for (const kind of KINDS) {
      const file = this.files.get(kind)
      if (!file) continue
      const error = this.p.ns.setns(file, kind)
      if (error) this.refuse(`reassociate to namespace 'ns/${kind}' failed: ${error.text}`)
    }
    for (const file of this.files.values()) file.close()
  }
}

function* nsenter(tool: Tool, args: Args<NsenterOption>): Blocking<number> {
  if (args.has('h') || args.has('V')) {
    tool.out.print(args.has('V') ? 'nsenter from util-linux 2.38.1\n' : USAGE)
    return 0
  }
  const given = args.last('t')
  const target = given === null ? null : wholeNumber(given)
  if (given !== null && (target === null || target < 0)) {
    tool.complain(`failed to parse pid: '${given}'`)
    return 1
  }
  const entry = new Entry(tool, args, target)
  try {
    const refused = prepare(entry)
    if (refused !== null) {
      tool.complain(refused)
      return 1
    }
  } catch (thrown) {
    if (thrown instanceof Refused) return 1
    throw thrown
  }
  return yield* become(entry)
}

/** Everything before the program: null, or what failed. */
function prepare(entry: Entry): string | null {
  const { args, p } = entry
  for (const { id, value } of args.options) {
    const kind = KINDS.find((each) => each === id)
    if (kind && value !== null) entry.open(kind, value)
  }
  if (args.has('a')) entry.openAll()
  for (const kind of KINDS) if (args.has(kind) && !entry.files.has(kind)) entry.open(kind, null)
  // Paths are read before anything is entered: what they lead to is what was meant outside.
  const root = args.has('r') ? entry.path(args.last('r'), 'root', 'root') : null
  const directory = args.has('w') ? entry.path(args.last('w'), 'cwd', 'cwd') : null
  for (const path of [root, directory]) {
    const found = path === null ? null : p.fs.stat(path)
    if (isErrno(found)) return `cannot open ${path}: ${found.text}`
  }
  const own = p.fs.cwd()
  const wd = directory === null ? null : insideOf(p, directory, entry.files.has('mnt') || root !== null)
  const at = root === null ? null : insideOf(p, root, entry.files.has('mnt'))
  entry.enter()
  if (at !== null) {
    const error = p.fs.chroot(at)
    if (error) return `chroot failed: ${error.text}`
    if (wd === null) p.fs.chdir(own)
  }
  if (wd !== null) p.fs.chdir(wd)
  const there = args.last('wdns')
  const error = there === null ? null : p.fs.chdir(there)
  if (error) return `chdir by working directory in namespace failed: ${error.text}`
  return setIds(entry)
}

/** Where a link of /proc/PID leads, as its process writes it; other paths as they are. */
function insideOf(p: Process, path: string, beyond: boolean): string {
  const link = beyond ? p.fs.readlink(path) : path
  return isErrno(link) ? path : link
}

function setIds({ args, p }: Entry): string | null {
  const gid = args.last('G') ?? (args.has('user') && !args.has('creds') ? '0' : null)
  const group = gid === null ? null : p.procs.setgid(Number(gid))
  if (group) return `setgid failed: ${group.text}`
  const uid = args.last('S') ?? (args.has('user') && !args.has('creds') ? '0' : null)
  const user = uid === null ? null : p.procs.setuid(Number(uid))
  return user ? `setuid failed: ${user.text}` : null
}

/** Only a child is born in a process namespace. */
function* become({ tool, args, p, files }: Entry): Blocking<number> {
  if (!files.has('pid') || args.has('F')) return yield* execProgram(tool, p, args.operands)
  const refused = p.procs.mayFork()
  if (refused) {
    tool.complain(`fork failed: ${refused.text}`)
    return 1
  }
  const child = p.procs.spawn((c) => execProgram(tool, c, args.operands), { argv: p.argv })
  for (;;) {
    const ended = yield* p.procs.wait(child, { untraced: true })
    if (isErrno(ended)) {
      if (ended.name === 'EINTR') continue
      return 1
    }
    if (ended.stopped) {
      p.procs.kill(p.pid, 'STOP')
      yield* p.clock.sleep(0)
      p.procs.kill(child, 'CONT')
      continue
    }
    if (ended.signal !== null) {
      p.procs.onSignal(ended.signal, 'default')
      p.procs.kill(p.pid, ended.signal)
      yield* p.clock.sleep(0)
    }
    return ended.status
  }
}
