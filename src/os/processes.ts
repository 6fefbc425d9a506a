// A process and other processes: fork, exec, wait, kill.
import type { Errno } from '../uapi/errno.ts'
import { ECHILD, EINTR, ESRCH, isErrno } from '../uapi/errno.ts'
import { MILLISECOND } from '../sim/clock.ts'
import type { Signal } from '../uapi/signal.ts'
import { childStatus, reap } from './exit.ts'
import { commOf, loadProgram } from './exec.ts'
import type { Blocking, ChildStatus, ProcessInfo, Processes, Program, SpawnOptions } from './program.ts'
import { RegularFile } from './regular.ts'
import { childEvents, sendSignal, setAction, signalGroup } from './signals.ts'
import type { System } from './system.ts'
import type { Task } from './task.ts'
import { Exit } from './task.ts'
import { namei } from './vfs.ts'

/** Loading a program takes its time: what the last command set going (work queues, frames) has happened by then. */
const EXEC_TIME = 1 * MILLISECOND
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** Makes a child; given by process.ts, which knows how a process looks to its program. */
export type Fork = (system: System, parent: Task, program: Program, options: SpawnOptions) => Task

export class TaskProcesses implements Processes {
  constructor(
    private readonly task: Task,
    private readonly system: System,
    private readonly fork: Fork,
  ) {}

  spawn(program: Program, options: SpawnOptions): number {
    return this.fork(this.system, this.task, program, options).pid
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

  *exec(path: string, argv: readonly string[], env?: ReadonlyMap<string, string>): Blocking<number | Errno> {
    const { task } = this
    const loaded = loadProgram(this.system, task, path, argv)
    if (isErrno(loaded)) return loaded
    const { process } = task
    if (!process) return ESRCH
    task.argv = loaded.argv
    task.comm = commOf(path)
    task.exe = path
    if (env && env !== task.env) task.env = new Map(env)
    // Handlers are code of the program that is gone; what it ignored stays ignored.
    task.handlers = null
    const { clock, scheduler } = this.system
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

  poll(pid: number | null, options: { readonly untraced?: boolean } = {}): ChildStatus | Errno | null {
    const { task } = this
    if (!task.children || task.children.size === 0) return ECHILD
    const ended = this.#ended(pid)
    if (ended) {
      task.zombies.splice(task.zombies.indexOf(ended), 1)
      reap(ended)
      return childStatus(ended)
    }
    if (pid !== null && pid > 0) {
      const child = task.table.get(pid)
      if (child?.parent !== task) return ECHILD
      return options.untraced ? reportStop(child) : null
    }
    let some = false
    for (const child of task.children) {
      if (!isMeant(child, pid)) continue
      some = true
      const status = options.untraced ? reportStop(child) : null
      if (status) return status
    }
    return some ? null : ECHILD
  }

  kill(pid: number, signal: Signal | null): Errno | null {
    const { task } = this
    if (pid === -1) {
      for (const other of task.table.all()) if (other !== task && signal) sendSignal(other, signal)
      return null
    }
    if (pid <= 0) return signalGroup(task.table, pid === 0 ? task.pgid : -pid, signal) ? null : ESRCH
    const other = task.table.get(pid)
    if (!other) return ESRCH
    if (signal) sendSignal(other, signal)
    return null
  }

  setpgid(pid: number, pgid: number): void {
    const task = pid === 0 ? this.task : this.task.table.get(pid)
    if (task) task.pgid = pgid === 0 ? task.pid : pgid
  }

  onSignal(signal: Signal, action: 'default' | 'ignore' | (() => void)): void {
    setAction(this.task, signal, action)
  }

  list(): readonly ProcessInfo[] {
    return [...this.task.table.all()].map(processInfo)
  }

  get(pid: number): ProcessInfo | null {
    const task = this.task.table.get(pid)
    return task ? processInfo(task) : null
  }

  exit(status: number): never {
    throw new Exit(status)
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

function processInfo(task: Task): ProcessInfo {
  return {
    pid: task.pid,
    ppid: task.ppid,
    pgid: task.pgid,
    state: stateOf(task),
    argv: task.argv,
    netns: task.netns,
    started: task.started,
  }
}

/** As ps shows it: a process is running when it looks at itself. */
export function stateOf(task: Task): ProcessInfo['state'] {
  if (task.state === 'Z') return 'Z'
  if (task.stopped) return 'T'
  return task.state
}
