// A process and other processes: fork, exec, wait, kill.
import type { Errno } from '../uapi/errno.ts'
import { EAGAIN, ECHILD, EINTR, EINVAL, ENOMEM, ESRCH, isErrno } from '../uapi/errno.ts'
import { MILLISECOND } from '../sim/clock.ts'
import type { Maker } from '../sim/provenance.ts'
import type { Limit, Resource } from '../uapi/resource.ts'
import type { Signal } from '../uapi/signal.ts'
import { capable } from './capabilities.ts'
import { idFrom, idIn } from './credentials.ts'
import { childStatus, reap } from './exit.ts'
import { commOf, loadProgram } from './exec.ts'
import type {
  OpenFile,
  PidsLimit,
  Blocking,
  ChildStatus,
  ProcessInfo,
  Processes,
  Program,
  SpawnOptions,
} from './program.ts'
import { processInfo } from './processinfo.ts'
import { ProcRoot } from './procfs.ts'
import { RegularFile } from './regular.ts'
import { limitOf } from './rlimit.ts'
import { childEvents, sendSignal, setAction } from './signals.ts'
import type { System } from './system.ts'
import type { Task } from './task.ts'
import { Exit } from './task.ts'
import { Terminal } from './tty.ts'
import { namei } from './vfs.ts'

/** Loading a program takes its time: what the last command set going (work queues, frames) has happened by then. */
const EXEC_TIME = 1 * MILLISECOND
/** A machine's processes: what cgroup's pids.max would be. A fork bomb is not to take the page's memory. */
const MOST_PROCESSES = 512
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** Makes a child; given by process.ts, which knows how a process looks to its program. */
export type Fork = (system: System, parent: Task, program: Program, options: SpawnOptions) => Task

/** Ref: kernel/cgroup/pids.c:pids_can_fork() */
function isFull(table: Task['table'], limit: PidsLimit): boolean {
  if (limit.max === Infinity) return false
  let count = 0
  for (const task of table.all()) if (task.pidsLimit === limit) count++
  return count >= limit.max
}

/** Root may have any number. Ref: kernel/fork.c:copy_process() */
function hasMany(task: Task): boolean {
  if (task.uid === 0 || task.limits === null) return false
  let count = 0
  for (const other of task.table.all()) if (other.uid === task.uid) count++
  return count >= limitOf(task, 'nproc').soft
}

export class TaskProcesses implements Processes {
  constructor(
    private readonly task: Task,
    private readonly system: System,
    private readonly fork: Fork,
  ) {}

  spawn(program: Program, options: SpawnOptions): number {
    const refused = this.mayFork()
    if (refused) {
      this.task.process?.io.err(`${this.task.comm}: fork failed: ${refused.text}\n`)
      throw new Exit(1)
    }
    const child = this.fork(this.system, this.task, program, options)
    return this.task.pidns.numberOf(child.pid)
  }

  /** Ref: kernel/pid.c:alloc_pid() */
  mayFork(): Errno | null {
    if (this.task.nsproxy.pidForChildren.closed) return ENOMEM
    const { table, pidsLimit } = this.task
    const full = table.size >= MOST_PROCESSES || (pidsLimit && isFull(table, pidsLimit))
    return full || hasMany(this.task) ? EAGAIN : null
  }

  joinPids(limit: PidsLimit): void {
    this.task.pidsLimit = limit
  }

  find(name: string): string | null {
    if (name.includes('/')) return isErrno(namei(this.task, name)) ? null : name
    let unusable: string | null = null
    for (const directory of (this.task.env.get('PATH') ?? DEFAULT_PATH).split(':')) {
      const path = `${directory === '' ? '.' : directory}/${name}`
      const inode = namei(this.task, path)
      if (!(inode instanceof RegularFile)) continue
      if (inode.mode & 0o111) return path
      unusable ??= path
    }
    return unusable
  }

  *exec(
    path: string,
    argv: readonly string[],
    env?: ReadonlyMap<string, string>,
    shown: readonly string[] | null = null,
  ): Blocking<number | Errno> {
    const { task } = this
    const loaded = loadProgram(this.system, task, path, argv)
    if (isErrno(loaded)) return loaded
    const { process } = task
    if (!process) return ESRCH
    task.argv = loaded.argv
    task.cmdline = shown
    task.comm = commOf(path)
    task.exe = process.fs.realpath(loaded.path)
    if (env && env !== task.env) task.env = new Map(env)
    // Handlers are code of the program that is gone; what it ignored stays ignored.
    task.handlers = null
    const { clock, scheduler } = this.system
    // Who runs itself again by this path takes the name it is called by (prctl(2), PR_SET_NAME).
    if (path === '/proc/self/exe') task.comm = commOf(argv[0] ?? path)
    yield { on: [], until: clock.now + (scheduler.held ? 0 : EXEC_TIME) }
    return yield* loaded.program(process)
  }

  *wait(pid: number | null, options: { readonly untraced?: boolean } = {}): Blocking<ChildStatus | Errno> {
    for (let signalled = false; ;) {
      const status = this.poll(pid, options)
      if (status !== null) return status
      if (signalled) return EINTR
      const reason = yield { on: [childEvents(this.task)], until: Infinity }
      signalled = reason === 'signal'
    }
  }

  poll(number: number | null, options: { readonly untraced?: boolean } = {}): ChildStatus | Errno | null {
    const { task } = this
    const pid = number === null ? null : this.#machinePid(number)
    if (!task.children || task.children.size === 0) return ECHILD
    const ended = this.#ended(pid)
    if (ended) {
      const status = this.#told(childStatus(ended))
      task.zombies.splice(task.zombies.indexOf(ended), 1)
      reap(ended)
      return status
    }
    if (pid !== null && pid > 0) {
      const child = task.table.get(pid)
      if (child?.parent !== task) return ECHILD
      return options.untraced ? this.#told(reportStop(child)) : null
    }
    let some = false
    for (const child of task.children) {
      if (!isMeant(child, pid)) continue
      some = true
      const status = options.untraced ? this.#told(reportStop(child)) : null
      if (status) return status
    }
    return some ? null : ECHILD
  }

  kill(number: number, signal: Signal | null): Errno | null {
    const { task } = this
    const { pidns, table } = task
    if (number === -1) {
      for (const other of table.all()) {
        if (other === task || pidns.numberOf(other.pid) <= 1 || !signal) continue
        sendSignal(other, signal, other.pidns === pidns)
      }
      return null
    }
    if (number <= 0) {
      const pgid = number === 0 ? task.pgid : pidns.pidOf(-number)
      const members = pgid === 0 ? [] : table.group(pgid)
      if (signal) for (const other of members) sendSignal(other, signal, other.pidns === pidns)
      return members.length > 0 ? null : ESRCH
    }
    const other = table.get(pidns.pidOf(number))
    if (!other) return ESRCH
    if (signal) sendSignal(other, signal, other.pidns === pidns)
    return null
  }

  groups(): readonly number[] {
    return this.task.groups
  }

  setgroups(gids: readonly number[]): void {
    this.task.groups = gids
  }

  setTitle(title: string): void {
    this.task.argv = [title]
  }

  maker(): Maker | null {
    return this.task.maker
  }

  setMaker(maker: Maker | null): void {
    this.task.maker = maker
  }

  capable(name: string): boolean {
    return capable(this.task, name)
  }

  limitCapabilities(names: ReadonlySet<string>): void {
    this.task.capabilities = names
  }

  limitBounding(names: ReadonlySet<string>): void {
    this.task.bounding = names
  }

  refuseNewPrivileges(): void {
    this.task.noNewPrivs = true
  }

  limit(resource: Resource): Limit {
    return limitOf(this.task, resource)
  }

  setLimit(resource: Resource, limit: Limit): void {
    this.task.limits = new Map([...(this.task.limits ?? []), [resource, limit]])
  }

  setsid(terminal: OpenFile | null): void {
    const { task } = this
    task.sid = task.pid
    task.pgid = task.pid
    task.terminal = terminal?.tty instanceof Terminal ? terminal.tty : null
    if (task.terminal) task.terminal.pgrp = task.pid
  }

  setpgid(pid: number, pgid: number): void {
    const { pidns, table } = this.task
    const task = pid === 0 ? this.task : table.get(pidns.pidOf(pid))
    if (task) task.pgid = pgid === 0 ? task.pid : pidns.pidOf(pgid)
  }

  onSignal(signal: Signal, action: 'default' | 'ignore' | (() => void)): void {
    setAction(this.task, signal, action)
  }

  list(): readonly ProcessInfo[] {
    const proc = namei(this.task, '/proc')
    if (!(proc instanceof ProcRoot)) return []
    return proc.tasks().map((task) => processInfo(task, proc.pidns))
  }

  get(pid: number): ProcessInfo | null {
    const { pidns, table } = this.task
    const task = table.get(pidns.pidOf(pid))
    return task ? processInfo(task, pidns) : null
  }

  uid(): number {
    return idIn(this.task.nsproxy.user, 'uidMap', this.task.uid)
  }

  gid(): number {
    return idIn(this.task.nsproxy.user, 'gidMap', this.task.gid)
  }

  setuid(uid: number): Errno | null {
    const id = idFrom(this.task.nsproxy.user, 'uidMap', uid)
    if (id === null) return EINVAL
    this.task.uid = id
    return null
  }

  setgid(gid: number): Errno | null {
    const id = idFrom(this.task.nsproxy.user, 'gidMap', gid)
    if (id === null) return EINVAL
    this.task.gid = id
    return null
  }

  setParentDeathSignal(signal: Signal): void {
    this.task.deathSignal = signal
  }

  exit(status: number): never {
    throw new Exit(status)
  }

  /** The machine's number of a process or, negative, of a group. */
  #machinePid(number: number): number {
    if (number === 0 || number === -1) return number
    const { pidns } = this.task
    if (number > 0) return pidns.pidOf(number) || Infinity
    return -pidns.pidOf(-number) || -Infinity
  }

  /** In the caller's numbers. */
  #told<S extends ChildStatus | null>(status: S): S {
    return status ? { ...status, pid: this.task.pidns.numberOf(status.pid) } : status
  }

  /** The child among those meant that ended first. */
  #ended(pid: number | null): Task | null {
    for (const zombie of this.task.zombies) if (isMeant(zombie, pid)) return zombie
    return null
  }
}

/** waitpid(2): a pid, any child (-1), one's own group (0) or another one (negative). */
function isMeant(child: Task, pid: number | null): boolean {
  if (pid === null || pid === -1) return true
  if (pid > 0) return child.pid === pid
  return child.pgid === (pid === 0 ? (child.parent?.pgid ?? 0) : -pid)
}

function reportStop(child: Task): ChildStatus | null {
  if (!child.stopped || child.stopReported) return null
  child.stopReported = true
  return childStatus(child)
}
