// A process as its program sees it, and how a process makes another.
import type { LabDoor } from '../uapi/lab.ts'
import type { KernelLog } from '../uapi/syslog.ts'
import { commOf } from './exec.ts'
import { TaskFiles } from './files.ts'
import { TaskNetwork } from './network.ts'
import { TaskNamespaces, unshare } from './nsproxy.ts'
import { TaskClock } from './processclock.ts'
import { TaskProcesses } from './processes.ts'
import type {
  Files,
  Namespaces,
  Network,
  Process,
  ProcessClock,
  Processes,
  Program,
  SpawnOptions,
  Stdio,
} from './program.ts'
import { PidNamespace } from './pidns.ts'
import { bits } from './signals.ts'
import { TaskStdio } from './stdio.ts'
import type { System } from './system.ts'
import { Task } from './task.ts'

/** Capabilities are made when first asked for: most programs need two or three. */
export class TaskProcess implements Process {
  readonly io: Stdio
  #fs: Files | null = null
  #net: Network | null = null
  #clock: ProcessClock | null = null
  #procs: Processes | null = null
  #ns: Namespaces | null = null

  constructor(
    private readonly task: Task,
    private readonly system: System,
  ) {
    this.io = new TaskStdio(task)
  }

  get pid(): number {
    return this.task.pidns.numberOf(this.task.pid)
  }

  get ppid(): number {
    return this.task.pidns.numberOf(this.task.ppid)
  }

  get argv(): readonly string[] {
    return this.task.argv
  }

  get env(): Map<string, string> {
    return this.task.env
  }

  get fs(): Files {
    this.#fs ??= new TaskFiles(this.task, this.system)
    return this.#fs
  }

  get net(): Network {
    this.#net ??= new TaskNetwork(this.task, this.system)
    return this.#net
  }

  get clock(): ProcessClock {
    this.#clock ??= new TaskClock(this.system.clock)
    return this.#clock
  }

  get ns(): Namespaces {
    this.#ns ??= new TaskNamespaces(this.task, this.system)
    return this.#ns
  }

  get procs(): Processes {
    this.#procs ??= new TaskProcesses(this.task, this.system, fork)
    return this.#procs
  }

  get lab(): LabDoor {
    return this.system.lab
  }

  get log(): KernelLog {
    return this.system.kernel.stack.log
  }

  random(): number {
    return this.system.rng.u32()
  }
}

/** A child that shares nothing but what it refers to; its turn comes when its parent waits. Ref: kernel/fork.c */
export function fork(system: System, parent: Task, program: Program, options: SpawnOptions): Task {
  const { table, scheduler, clock } = system
  const from = { argv: options.argv, env: options.env ?? parent.env }
  const { clone } = options
  const pids = parent.nsproxy.pidForChildren
  const pidns = clone?.includes('pid') ? new PidNamespace(system.nextNamespace(), pids) : pids
  const child = new Task(table.nextPid(), parent, table, scheduler, program, clock.now, from, pidns, parent)
  if (pidns !== pids) child.nsproxy = { ...parent.nsproxy, pidForChildren: pidns }
  const { time, timeForChildren } = child.nsproxy
  if (time !== timeForChildren) child.nsproxy = { ...child.nsproxy, time: timeForChildren }
  child.process = new TaskProcess(child, system)
  for (const [fd, file] of options.fds ?? parent.fds) {
    file.ref()
    child.fds.set(fd, file)
  }
  child.pgid = options.pgid === 'own' ? child.pid : groupOf(parent, options.pgid)
  child.sid = parent.sid
  child.terminal = parent.terminal
  child.cwd = parent.cwd
  child.capabilities = parent.capabilities
  child.bounding = parent.bounding
  child.noNewPrivs = parent.noNewPrivs
  child.limits = parent.limits
  child.maker = parent.maker
  child.pidsLimit = parent.pidsLimit
  child.uid = parent.uid
  child.gid = parent.gid
  child.groups = parent.groups
  child.comm = keepsName(options.argv[0], parent) ? parent.comm : commOf(options.argv[0] ?? parent.comm)
  child.exe = parent.exe
  child.ignored = options.ignore ? bits(options.ignore) : parent.ignored
  child.mounts.get()
  child.netns.get()
  pidns.add(child.pid)
  if (clone)
    unshare(
      system,
      child,
      clone.filter((kind) => kind !== 'pid'),
    )
  parent.children ??= new Set()
  parent.children.add(child)
  table.add(child)
  scheduler.enqueue(child)
  return child
}

/** A group given by number, as its parent counts. */
function groupOf(parent: Task, pgid: number | undefined): number {
  return pgid === undefined ? parent.pgid : parent.pidns.pidOf(pgid)
}

/** A title that a program gives itself (`nginx: worker process`) is not its name. */
function keepsName(title: string | undefined, parent: Task): boolean {
  return title === parent.argv[0] || (title?.startsWith(`${parent.comm}: `) ?? false)
}
