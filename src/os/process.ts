// A process as its program sees it, and how a process makes another.
import type { LabDoor } from '../uapi/lab.ts'
import type { KernelLog } from '../uapi/syslog.ts'
import { commOf } from './exec.ts'
import { TaskFiles } from './files.ts'
import { TaskNetwork } from './network.ts'
import { TaskClock } from './processclock.ts'
import { TaskProcesses } from './processes.ts'
import type {
  Files,
  Network,
  Process,
  ProcessClock,
  Processes,
  Program,
  SpawnOptions,
  Stdio,
} from './program.ts'
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

  constructor(
    private readonly task: Task,
    private readonly system: System,
  ) {
    this.io = new TaskStdio(task)
  }

  get pid(): number {
    return this.task.pid
  }

  get ppid(): number {
    return this.task.ppid
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
  const child = new Task(table.nextPid(), parent, table, scheduler, program, clock.now, from, parent)
  child.process = new TaskProcess(child, system)
  for (const [fd, file] of options.fds ?? parent.fds) {
    file.ref()
    child.fds.set(fd, file)
  }
  child.pgid = options.pgid === 'own' ? child.pid : (options.pgid ?? parent.pgid)
  child.sid = parent.sid
  child.terminal = parent.terminal
  child.cwd = parent.cwd
  child.comm = options.argv[0] === parent.argv[0] ? parent.comm : commOf(options.argv[0] ?? parent.comm)
  child.exe = parent.exe
  child.ignored = options.ignore ? bits(options.ignore) : parent.ignored
  child.mounts.get()
  child.netns.get()
  parent.children ??= new Set()
  parent.children.add(child)
  table.add(child)
  scheduler.enqueue(child)
  return child
}
