// /proc/PID. Ref: fs/proc/base.c
import type { Net, ProcNetFolder } from '../kernel/kernel.ts'
import type { Errno } from '../uapi/errno.ts'
import { EINVAL, EPERM } from '../uapi/errno.ts'
import { NAMESPACE_KINDS } from '../uapi/namespace.ts'
import type { Resource } from '../uapi/resource.ts'
import type { SuperBlock, Viewer } from './inode.ts'
import { Inode, Link } from './inode.ts'
import type { MountNamespace } from './mount.ts'
import type { AnyNamespace, UserNamespace } from './namespaces.ts'
import { NamespaceFile } from './nsfs.ts'
import { pathOf } from './openfile.ts'
import type { PidNamespace } from './pidns.ts'
import { mountinfoText, mountsText } from './procmounts.ts'
import { statLine, statusText } from './procstatus.ts'
import type { FileStat, OpenFile, OpenFlags } from './program.ts'
import { OpenRegular } from './regular.ts'
import { limitOf } from './rlimit.ts'
import type { System } from './system.ts'
import type { Task } from './task.ts'
import { ProcDirectory, TextFile, VirtualLink } from './virtual.ts'

const READ_ONLY = 0o444
const READ_WRITE = 0o644

const NAMES: readonly string[] = [...NAMESPACE_KINDS, 'pid_for_children', 'time_for_children'].sort()

/** What the machine's own user namespace maps: everybody to himself. */
const WHOLE_MAP = '         0          0 4294967295\n'

/** Ref: fs/proc/base.c:lnames */
const LIMIT_NAMES: Readonly<Record<Resource, readonly [name: string, unit: string]>> = {
  cpu: ['Max cpu time', 'seconds'],
  fsize: ['Max file size', 'bytes'],
  data: ['Max data size', 'bytes'],
  stack: ['Max stack size', 'bytes'],
  core: ['Max core file size', 'bytes'],
  rss: ['Max resident set', 'bytes'],
  nproc: ['Max processes', 'processes'],
  nofile: ['Max open files', 'files'],
  memlock: ['Max locked memory', 'bytes'],
  as: ['Max address space', 'bytes'],
  locks: ['Max file locks', 'locks'],
  sigpending: ['Max pending signals', 'signals'],
  msgqueue: ['Max msgqueue size', 'bytes'],
  nice: ['Max nice priority', ''],
  rtprio: ['Max realtime priority', ''],
  rttime: ['Max realtime timeout', 'us'],
}

const ENTRIES = [
  'cgroup',
  'cmdline',
  'comm',
  'cwd',
  'environ',
  'exe',
  'fd',
  'gid_map',
  'limits',
  'loginuid',
  'mountinfo',
  'mounts',
  'net',
  'ns',
  'oom_score_adj',
  'root',
  'setgroups',
  'stat',
  'statm',
  'status',
  'timens_offsets',
  'uid_map',
] as const

export class ProcessDirectory extends ProcDirectory {
  constructor(
    private readonly system: System,
    private readonly task: Task,
    /** Whose numbers are shown. */
    private readonly pidns: PidNamespace,
  ) {
    super(system.sb)
  }

  names(): readonly string[] {
    return ENTRIES
  }

  lookup(name: string): Inode | null {
    const { task, sb, pidns } = this
    const { user } = task.nsproxy
    switch (name as (typeof ENTRIES)[number]) {
      case 'cgroup':
        return this.#text(() => '0::/\n')
      case 'cmdline':
        return this.#text(() =>
          task.state === 'Z' ? '' : (task.cmdline ?? task.argv).map((word) => `${word}\0`).join(''),
        )
      case 'comm':
        return new TextFile(
          sb,
          READ_WRITE,
          () => `${task.comm}\n`,
          (text) => {
            task.comm = text.replace(/\n.*/s, '').slice(0, 15)
            return null
          },
        )
      case 'cwd':
        return new TaskLink(sb, task, () => task.cwd)
      case 'environ':
        return this.#text(() => [...task.env].map(([key, value]) => `${key}=${value}\0`).join(''))
      case 'exe':
        return new VirtualLink(sb, () => task.exe)
      case 'fd':
        return new FdDirectory(sb, task)
      case 'uid_map':
        return this.#map(user.uidMap, user, (text) => (user.uidMap = text))
      case 'gid_map':
        return this.#map(user.gidMap, user, (text) => (user.gidMap = text))
      case 'setgroups':
        return new TextFile(
          sb,
          READ_WRITE,
          () => `${user.setgroups}\n`,
          (text) => setGroups(user, text.trim()),
        )
      case 'limits':
        return this.#text(() => limitsText(task))
      case 'loginuid':
        return this.#text(() => '4294967295')
      case 'mountinfo':
        return this.#text(() => mountinfoText(task))
      case 'mounts':
        return this.#text(() => mountsText(task))
      case 'net':
        return new NetDirectory(this.system, task)
      case 'ns':
        return new NamespacesDirectory(sb, task)
      case 'oom_score_adj':
        return this.#text(() => '0\n')
      case 'root':
        return new TaskLink(sb, task, () => task.rootPath || '/')
      case 'stat':
        return this.#text(() => statLine(task, pidns))
      case 'statm':
        return this.#text(() => '0 0 0 0 0 0 0\n')
      case 'status':
        return this.#text(() => statusText(task, pidns))
      case 'timens_offsets':
        return this.#text(() => 'monotonic           0         0\nboottime            0         0\n')
      default:
        return null
    }
  }

  /** A map is written once. Ref: kernel/user_namespace.c:map_write() */
  #map(map: string, user: UserNamespace, set: (text: string) => void): TextFile {
    const text = user.parent ? map : WHOLE_MAP
    return new TextFile(
      this.sb,
      READ_WRITE,
      () => text,
      (written) => {
        const lines = written.split('\n').filter((line) => line.trim() !== '')
        if (text !== '') return EPERM
        if (lines.length === 0 || !lines.every((line) => /^\s*\d+\s+\d+\s+\d+\s*$/.test(line))) return EINVAL
        set(
          lines
            .map(
              (line) =>
                `${line
                  .trim()
                  .split(/\s+/)
                  .map((n) => n.padStart(10))
                  .join(' ')}\n`,
            )
            .join(''),
        )
        return null
      },
    )
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

/** What a process's directory or root is: beyond it lies what the process itself has mounted there. */
class TaskLink extends Link {
  constructor(
    sb: SuperBlock,
    private readonly task: Task,
    private readonly text: () => string,
  ) {
    super(sb)
  }
  target(): string {
    return this.text()
  }
  override leadsTo(viewer: Viewer): Inode | null {
    const { task } = this
    if (viewer.root === task.root && viewer.mounts === task.mounts) return null
    return task.mounts.top(task.root)
  }
  override get beyond(): MountNamespace {
    return this.task.mounts
  }
}

function setGroups(user: UserNamespace, word: string): Errno | null {
  if (word !== 'allow' && word !== 'deny') return EINVAL
  if (word === 'deny' && (!user.parent || user.gidMap !== '')) return EPERM
  user.setgroups = word
  return null
}

function limitsText(task: Task): string {
  const line = (name: string, soft: string, hard: string, unit: string): string =>
    `${name.padEnd(25)} ${soft.padEnd(20)} ${hard.padEnd(20)} ${unit.padEnd(10)}\n`
  const head = line('Limit', 'Soft Limit', 'Hard Limit', 'Units')
  const shown = (value: number): string => (value === Infinity ? 'unlimited' : String(value))
  const rows = (Object.keys(LIMIT_NAMES) as Resource[]).map((resource) => {
    const [name, unit] = LIMIT_NAMES[resource]
    const { soft, hard } = limitOf(task, resource)
    return line(name, shown(soft), shown(hard), unit)
  })
  return head + rows.join('')
}

/** Ref: fs/proc/namespaces.c */
class NamespacesDirectory extends ProcDirectory {
  constructor(
    sb: SuperBlock,
    private readonly task: Task,
  ) {
    super(sb)
  }
  names(): readonly string[] {
    return NAMES
  }
  lookup(name: string): Inode | null {
    const { sb, task } = this
    // Who has ended has left its namespaces. Ref: kernel/nsproxy.c:exit_task_namespaces()
    if (task.state === 'Z') return null
    const namespace = namespaceOf(task, name)
    if (!namespace) return null
    const file = new NamespaceFile(sb, namespace)
    return new VirtualLink(sb, () => file.text, file)
  }
}

/** By its name in /proc/PID/ns; null when there is none, or not yet (a process namespace nobody is born in). */
function namespaceOf(task: Task, name: string): AnyNamespace | null {
  const { nsproxy } = task
  switch (name) {
    case 'cgroup':
    case 'ipc':
    case 'time':
      return { kind: name, ns: nsproxy[name] }
    case 'time_for_children':
      return { kind: 'time', ns: nsproxy.timeForChildren }
    case 'mnt':
      return { kind: 'mnt', ns: task.mounts }
    case 'net':
      return { kind: 'net', ns: task.netns }
    case 'pid':
      return { kind: 'pid', ns: task.pidns }
    case 'pid_for_children': {
      const ns = nsproxy.pidForChildren
      return ns.reaper === 0 ? null : { kind: 'pid', ns }
    }
    case 'user':
      return { kind: 'user', ns: nsproxy.user }
    case 'uts':
      return { kind: 'uts', ns: nsproxy.uts }
    default:
      return null
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
