// /proc/PID. Ref: fs/proc/base.c, fs/proc/array.c
import { SECOND } from '../sim/clock.ts'
import { SIGNALS } from '../uapi/signal.ts'
import type { Net, ProcNetFolder } from '../kernel/kernel.ts'
import type { Errno } from '../uapi/errno.ts'
import type { SuperBlock, Viewer } from './inode.ts'
import { Directory, Inode } from './inode.ts'
import { NetnsFile } from './netnsfile.ts'
import { pathOf } from './openfile.ts'
import { stateOf } from './processes.ts'
import type { FileStat, OpenFile, OpenFlags } from './program.ts'
import { OpenRegular } from './regular.ts'
import type { System } from './system.ts'
import type { Task } from './task.ts'
import { ProcDirectory, TextFile, VirtualLink } from './virtual.ts'

const READ_ONLY = 0o444
const READ_WRITE = 0o644
/** Clock ticks a second (USER_HZ). */
const USER_HZ = 100
/** Major device number of /dev/pts/N (UNIX98_PTY_SLAVE_MAJOR). */
const PTS_MAJOR = 136
const STATE_NAMES = { R: 'running', S: 'sleeping', T: 'stopped', Z: 'zombie' } as const

/** Namespaces of other kinds: there is one of each on a machine. */
const NAMESPACES: Readonly<Record<string, string>> = {
  cgroup: 'cgroup:[4026531835]',
  ipc: 'ipc:[4026531839]',
  mnt: 'mnt:[4026531841]',
  net: '',
  pid: 'pid:[4026531836]',
  pid_for_children: 'pid:[4026531836]',
  time: 'time:[4026531834]',
  time_for_children: 'time:[4026531834]',
  user: 'user:[4026531837]',
  uts: 'uts:[4026531838]',
}

const ENTRIES = [
  'cmdline',
  'comm',
  'cwd',
  'environ',
  'exe',
  'fd',
  'mounts',
  'net',
  'ns',
  'root',
  'stat',
  'status',
] as const

export class ProcessDirectory extends ProcDirectory {
  constructor(
    private readonly system: System,
    private readonly task: Task,
  ) {
    super(system.sb)
  }

  names(): readonly string[] {
    return ENTRIES
  }

  lookup(name: string): Inode | null {
    const { task, sb } = this
    switch (name as (typeof ENTRIES)[number]) {
      case 'cmdline':
        return this.#text(() => (task.state === 'Z' ? '' : task.argv.map((word) => `${word}\0`).join('')))
      case 'comm':
        return this.#text(() => `${task.comm}\n`)
      case 'cwd':
        return new VirtualLink(sb, () => task.cwd)
      case 'environ':
        return this.#text(() => [...task.env].map(([key, value]) => `${key}=${value}\0`).join(''))
      case 'exe':
        return new VirtualLink(sb, () => task.exe)
      case 'fd':
        return new FdDirectory(sb, task)
      case 'mounts':
        return this.#text(() => mountsOf(task))
      case 'net':
        return new NetDirectory(this.system, task)
      case 'ns':
        return new NamespacesDirectory(sb, task)
      case 'root':
        return new VirtualLink(sb, () => '/')
      case 'stat':
        return this.#text(() => statLine(task))
      case 'status':
        return this.#text(() => statusText(task))
      default:
        return null
    }
  }

  #text(read: () => string): TextFile {
    return new TextFile(this.sb, READ_ONLY, read)
  }
}

/** /proc/PID/net: the network as the process's namespace has it. */
class NetDirectory extends ProcDirectory {
  constructor(
    private readonly system: System,
    private readonly task: Task,
  ) {
    super(system.sb)
  }
  names(): readonly string[] {
    const { procNetFiles, procNetFolders } = this.system.kernel
    return [...procNetFiles, ...procNetFolders.keys()].sort()
  }
  lookup(name: string): Inode | null {
    const { kernel } = this.system
    const folder = kernel.procNetFolders.get(name)
    if (folder) return new NetFolder(this.sb, this.task.netns, folder)
    if (!kernel.procNetFiles.includes(name)) return null
    const net = this.task.netns
    return new TextFile(this.sb, READ_ONLY, () => kernel.readProcNet(net, name))
  }
}

/** /proc/net/xt_recent and the like. */
class NetFolder extends ProcDirectory {
  constructor(
    sb: SuperBlock,
    private readonly net: Net,
    private readonly folder: ProcNetFolder,
  ) {
    super(sb)
  }
  names(): readonly string[] {
    return this.folder.names(this.net)
  }
  lookup(name: string): Inode | null {
    const { net, folder } = this
    if (!folder.names(net).includes(name)) return null
    const read = (): string | Errno => folder.read(net, name)
    return new TextFile(this.sb, READ_WRITE, read, (text) => folder.write(net, name, text))
  }
}

class NamespacesDirectory extends ProcDirectory {
  constructor(
    sb: SuperBlock,
    private readonly task: Task,
  ) {
    super(sb)
  }
  names(): readonly string[] {
    return Object.keys(NAMESPACES)
  }
  lookup(name: string): Inode | null {
    if (!Object.hasOwn(NAMESPACES, name)) return null
    const { sb, task } = this
    // Who has ended has left its namespaces. Ref: fs/nsfs.c, kernel/nsproxy.c:exit_task_namespaces()
    if (task.state === 'Z') return null
    if (name !== 'net') {
      const text = NAMESPACES[name] ?? ''
      return new VirtualLink(sb, () => text, new TextFile(sb, READ_ONLY, () => ''))
    }
    return new VirtualLink(sb, () => `net:[${task.netns.inode}]`, new NetnsFile(sb, task.netns))
  }
}

/** /proc/PID/fd: opening an entry gives what the descriptor refers to. */
class FdDirectory extends ProcDirectory {
  constructor(
    sb: SuperBlock,
    private readonly task: Task,
  ) {
    super(sb)
  }
  names(): readonly string[] {
    return [...this.task.fds.keys()].map(String)
  }
  lookup(name: string): Inode | null {
    const file = this.task.fds.get(Number(name))
    return file ? new VirtualLink(this.sb, () => pathOf(file), new FdInode(this.sb, file)) : null
  }
}

class FdInode extends Inode {
  readonly kind: FileStat['kind']
  constructor(
    sb: SuperBlock,
    private readonly file: OpenFile,
  ) {
    const { kind, mode, inode } = file.stat()
    super(sb, mode, inode)
    this.kind = kind
  }
  /** A regular file is opened anew, with its own place in it; of all else there is only one. */
  open(flags: OpenFlags, viewer: Viewer, path: string): OpenFile {
    const { file } = this
    if (file instanceof OpenRegular) return file.inode.open(flags, viewer, path)
    file.ref()
    return file
  }
}

function ticks(task: Task): number {
  return Math.floor((task.started / SECOND) * USER_HZ)
}

function statLine(task: Task): string {
  const terminal = task.terminal ? PTS_MAJOR * 256 + Number(/\d+$/.exec(task.terminal.path)) : 0
  const foreground = task.terminal?.foreground ?? -1
  return (
    `${task.pid} (${task.comm}) ${stateOf(task)} ${task.ppid} ${task.pgid} ${task.sid} ${terminal} ${foreground} ` +
    `4194304 0 0 0 0 0 0 0 0 20 0 1 0 ${ticks(task)} 0 0${' 0'.repeat(28)}\n`
  )
}

function statusText(task: Task): string {
  const state = stateOf(task)
  const hex = (mask: number): string => (mask >>> 1).toString(16).padStart(16, '0')
  let caught = 0
  for (let number = 1; number < 31; number++) if (isCaught(task, number)) caught |= 1 << number
  return (
    `Name:\t${task.comm}\nUmask:\t0022\nState:\t${state} (${STATE_NAMES[state]})\nTgid:\t${task.pid}\nNgid:\t0\n` +
    `Pid:\t${task.pid}\nPPid:\t${task.ppid}\nTracerPid:\t0\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nFDSize:\t256\n` +
    `Groups:\t \nNStgid:\t${task.pid}\nNSpid:\t${task.pid}\nNSpgid:\t${task.pgid}\nNSsid:\t${task.sid}\n` +
    `Kthread:\t0\nThreads:\t1\nSigPnd:\t${hex(task.pending)}\nSigIgn:\t${hex(task.ignored)}\n` +
    `SigCgt:\t${hex(caught)}\n`
  )
}

function isCaught(task: Task, number: number): boolean {
  for (const signal of task.handlers?.keys() ?? []) if (SIGNALS[signal] === number) return true
  return false
}

/** /proc/PID/mounts. Ref: fs/proc_namespace.c:show_vfsmnt() */
function mountsOf(task: Task): string {
  let text =
    '/dev/vda1 / ext4 rw,relatime 0 0\ndevtmpfs /dev devtmpfs rw,relatime 0 0\nproc /proc proc rw,relatime 0 0\n' +
    'sysfs /sys sysfs rw,relatime 0 0\ntmpfs /run tmpfs rw,relatime 0 0\ntmpfs /tmp tmpfs rw,relatime 0 0\n'
  const run = task.root.lookup('run', task)
  const directory = run instanceof Directory ? run.lookup('netns', task) : null
  if (!(directory instanceof Directory)) return text
  for (const name of [...directory.names(task)].reverse()) {
    const inode = directory.lookup(name, task)
    if (inode && task.mounts.top(inode) instanceof NetnsFile) text += `nsfs /run/netns/${name} nsfs rw 0 0\n`
  }
  return text
}
