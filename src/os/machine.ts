// A machine: a kernel, a tree of files, processes. Read first: program.ts (what a program sees), system.ts (what they
// share), process.ts (how they are made).
import type { KernelApi } from '../kernel/kernel.ts'
import type { Clock } from '../sim/clock.ts'
import type { Random } from '../sim/random.ts'
import type { LabDoor } from '../uapi/lab.ts'
import { Device, makeDev } from './dev.ts'
import { etcFiles } from './etc.ts'
import { commOf, programContent } from './exec.ts'
import { MemoryDirectory, SuperBlock, Symlink } from './inode.ts'
import { MountNamespace } from './mount.ts'
import { firstInode } from './namespaces.ts'
import { TaskProcess, fork } from './process.ts'
import { ProcRoot } from './procfs.ts'
import type { ChildStatus, OpenFile, Process, Program } from './program.ts'
import { RegularFile } from './regular.ts'
import type { Scheduler } from './scheduler.ts'
import { sendSignal, signalGroup } from './signals.ts'
import { SysRoot } from './sysfs.ts'
import { System } from './system.ts'
import { Task } from './task.ts'
import { Terminal } from './tty.ts'
import { namei, openPath } from './vfs.ts'
import { isErrno } from '../uapi/errno.ts'

export interface InstalledProgram {
  readonly path: string
  readonly run: Program
  readonly files?: Readonly<Record<string, string>>
}

export interface MachineOptions {
  readonly name: string
  readonly kernel: KernelApi
  readonly scheduler: Scheduler
  readonly clock: Clock
  readonly random: Random
  readonly programs: Iterable<InstalledProgram>
  readonly lab: LabDoor
}

export interface MachineSpawnOptions {
  readonly argv: readonly string[]
  /** Absent: DEFAULT_ENV, and TERM on a terminal. */
  readonly env?: ReadonlyMap<string, string>
  /** Each is referred to once more, so that the caller keeps and closes its own. Absent ones are /dev/null. */
  readonly fds?: ReadonlyMap<number, OpenFile>
  /** Absent: /root. */
  readonly cwd?: string
  /** Called when it has ended. */
  readonly onExit?: (status: ChildStatus) => void
}

export const DEFAULT_ENV: ReadonlyMap<string, string> = new Map([
  ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
  ['HOME', '/root'],
  ['LANG', 'C.UTF-8'],
  ['USER', 'root'],
])

/** Directories of a fresh machine, each after its parent. */
const DIRECTORIES =
  'usr usr/bin usr/sbin usr/lib usr/local usr/local/bin usr/local/sbin usr/share ' +
  'boot dev etc etc/iproute2 etc/sysctl.d home media mnt opt proc root run run/lock run/netns srv sys tmp ' +
  'var var/cache var/lib var/log var/spool var/tmp'

/** Modes of directories that are not 755. */
const MODES: Readonly<Record<string, number>> = { proc: 0o555, root: 0o700, tmp: 0o1777, 'var/tmp': 0o1777 }

const LINKS: readonly (readonly [string, string])[] = [
  ['bin', 'usr/bin'],
  ['sbin', 'usr/sbin'],
  ['lib', 'usr/lib'],
  ['var/run', '/run'],
  ['var/lock', '/run/lock'],
  ['etc/mtab', '../proc/self/mounts'],
]

export class Machine {
  readonly name: string
  readonly kernel: KernelApi
  readonly system: System
  /** Process 1: its `fs` and `net` are the machine's own. It runs nothing and buries orphans. */
  readonly init: Process
  readonly #init: Task
  readonly #pts: MemoryDirectory
  #terminals = 0

  constructor(options: MachineOptions) {
    const { name, kernel, scheduler, clock, random, lab } = options
    this.name = name
    this.kernel = kernel
    const sb = new SuperBlock(clock)
    const system = new System(name, kernel, scheduler, clock, random, lab, sb)
    this.system = system
    const mounts = new MountNamespace(null, () => firstInode('mnt'), system.root)
    system.dev = makeDev(system)
    const { dev, pts } = system.dev
    this.#pts = pts
    const { nsproxy, pidns, root } = system
    const place = { root, rootPath: '', mounts, netns: kernel.initNet, nsproxy }
    pidns.reaper = 1
    const from = { argv: ['/sbin/init'], env: DEFAULT_ENV }
    this.#init = new Task(1, null, system.table, scheduler, null, clock.now, from, pidns, place)
    this.#init.state = 'S'
    this.#init.comm = 'init'
    this.#init.exe = '/usr/sbin/init'
    this.#init.cwd = '/'
    this.init = new TaskProcess(this.#init, system)
    this.#init.process = this.init
    system.table.add(this.#init)
    system.openTerminal = (columns, rows) => this.openTty(columns, rows)
    this.#fill()
    for (const { path, run, files } of options.programs) this.install(path, run, files)
    for (const [path, inode, source, type] of [
      ['/', root, '/dev/vda1', 'ext4'],
      ['/dev', dev, 'devtmpfs', 'devtmpfs'],
      ['/dev/pts', pts, 'devpts', 'devpts'],
      ['/proc', new ProcRoot(system, pidns), 'proc', 'proc'],
      ['/sys', new SysRoot(system, kernel.initNet), 'sysfs', 'sysfs'],
      ['/run', null, 'tmpfs', 'tmpfs'],
      ['/tmp', null, 'tmpfs', 'tmpfs'],
    ] as const) {
      const point = namei(this.#init, path)
      if (isErrno(point)) continue
      const flags = 'rw,relatime'
      mounts.mount({ point, root: inode ?? point, path, source, type, flags, data: '', within: '/' })
    }
  }

  get hostname(): string {
    return this.system.nsproxy.uts.nodename
  }

  /** Puts a program's file into the tree, the directories it needs, and what comes with it where nothing is yet. */
  install(path: string, run: Program, files: Readonly<Record<string, string>> = {}): void {
    const { sb, programs } = this.system
    for (const [name, text] of Object.entries(files)) {
      if (!isErrno(namei(this.#init, name))) continue
      const vacancy = this.#vacancy(name)
      const plain = new RegularFile(sb, 0o644)
      plain.text = text
      vacancy.directory.insert(vacancy.name, plain)
    }
    const place = this.#vacancy(path)
    const file = new RegularFile(sb, 0o755, run)
    file.text = programContent(path)
    place.directory.insert(place.name, file)
    programs.set(path, run)
  }

  /** A process of its own session, child of init. A terminal on its descriptor 0 becomes its controlling terminal. */
  spawn(program: Program, options: MachineSpawnOptions): number {
    const terminal = options.fds?.get(0)?.tty
    const env = new Map(options.env ?? DEFAULT_ENV)
    if (!options.env && terminal) env.set('TERM', 'xterm-256color')
    const fds = options.fds ?? new Map<number, OpenFile>()
    const task = fork(this.system, this.#init, program, { argv: options.argv, env, fds, pgid: 'own' })
    for (const fd of [0, 1, 2]) if (!task.fds.has(fd)) this.#openNull(task, fd)
    task.sid = task.pid
    task.cwd = options.cwd ?? '/root'
    task.comm = commOf((options.argv[0] ?? '').replace(/^-/, ''))
    task.exe = options.argv[0]?.startsWith('/') ? options.argv[0] : task.exe
    task.onExit = options.onExit ?? null
    if (terminal instanceof Terminal) {
      task.terminal = terminal
      terminal.pgrp = task.pid
    }
    return task.pid
  }

  /** A new terminal at /dev/pts/N. `open` gives its slave side, once for each descriptor it is to become. */
  openTty(columns: number, rows: number): Terminal {
    const number = this.#terminals++
    const { sb, table, scheduler, pidns } = this.system
    const terminal = new Terminal(`/dev/pts/${number}`, sb.nextInode(), columns, rows, {
      signal: (pgid, signal) => void signalGroup(table, pgid, signal),
      asker: () => scheduler.current?.pidns ?? pidns,
      hangUp: (closed) => this.#hangUp(closed),
    })
    this.#pts.insert(String(number), new Device(sb, 0o620, () => terminal.open()))
    return terminal
  }

  /** Ends every process; they are gone once the scheduler has run. */
  powerOff(): void {
    for (const task of this.system.table.all()) sendSignal(task, 'KILL')
  }

  /** Ref: drivers/tty/tty_jobctrl.c:tty_signal_session_leader() */
  #hangUp(terminal: Terminal): void {
    const { table } = this.system
    this.#pts.remove(terminal.path.slice(terminal.path.lastIndexOf('/') + 1), this.#init)
    const { pgrp } = terminal
    for (const task of table.all()) {
      if (task.terminal !== terminal) continue
      if (task.pid !== task.sid && task.pgid !== pgrp) continue
      sendSignal(task, 'HUP')
      sendSignal(task, 'CONT')
    }
  }

  #openNull(task: Task, fd: number): void {
    const file = openPath(this.#init, '/dev/null', { read: true, write: true })
    if (!isErrno(file)) task.fds.set(fd, file)
  }

  #fill(): void {
    const { sb } = this.system
    for (const path of DIRECTORIES.split(' ')) {
      const { directory, name } = this.#vacancy(path)
      directory.insert(name, new MemoryDirectory(sb, MODES[path] ?? 0o755))
    }
    for (const [path, target] of LINKS) {
      const { directory, name } = this.#vacancy(path)
      directory.insert(name, new Symlink(sb, target))
    }
    for (const [path, text] of Object.entries(etcFiles(this.name))) {
      const { directory, name } = this.#vacancy(`etc/${path}`)
      const file = new RegularFile(sb)
      file.text = text
      directory.insert(name, file)
    }
  }

  /** Where a path's last name belongs; missing directories are made. */
  #vacancy(path: string): { readonly directory: MemoryDirectory; readonly name: string } {
    const names = path.split('/').filter((part) => part !== '')
    let directory = this.system.root
    for (const [i, name] of names.slice(0, -1).entries()) {
      const next = namei(this.#init, `/${names.slice(0, i + 1).join('/')}`)
      if (next instanceof MemoryDirectory) {
        directory = next
        continue
      }
      const made = new MemoryDirectory(this.system.sb)
      directory.insert(name, made)
      directory = made
    }
    return { directory, name: names.at(-1) ?? '' }
  }
}
