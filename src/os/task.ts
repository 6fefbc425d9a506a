// A process as its machine keeps it. What a program sees of it is process.ts.
import type { Net, OpenSocket } from '../kernel/kernel.ts'
import type { Clock, Nanoseconds, Timer } from '../sim/clock.ts'
import type { Maker } from '../sim/provenance.ts'
import type { Signal } from '../uapi/signal.ts'
import type { ControllingTty, Directory } from './inode.ts'
import type { MountNamespace } from './mount.ts'
import type { NsProxy } from './namespaces.ts'
import type { PidNamespace } from './pidns.ts'
import type { Limit, Resource } from '../uapi/resource.ts'
import type { Blocking, ChildStatus, OpenFile, PidsLimit, Process, Program, WakeReason } from './program.ts'
import type { WaitQueue } from '../sim/wait.ts'

/** Where processes that can go on wait for their turn: the scheduler. */
export interface Runner {
  readonly clock: Clock
  /** The process whose code runs now. */
  readonly current: Task | null
  readonly onExit: ((task: Task) => void) | null
  enqueue(task: Task): void
}

/** Thrown by exit() through a program's code; only the scheduler catches it. */
export class Exit {
  constructor(readonly status: number) {}
}

/** What a child has from its parent. */
interface Place {
  readonly root: Directory
  readonly rootPath: string
  readonly mounts: MountNamespace
  readonly netns: Net
  readonly nsproxy: NsProxy
}

/** Thrown where a program would take more memory than it is to have. */
export class OutOfMemory extends Error {}

export class Task {
  ppid: number
  pgid: number
  /** Session, by the pid of its leader. */
  sid: number
  argv: readonly string[]
  env: Map<string, string>
  /** Name of the program, as ps shows it in parentheses. */
  comm = ''
  /** Path of the program. */
  exe = '/usr/bin/bash'

  readonly fds = new Map<number, OpenFile>()
  terminal: ControllingTty | null = null
  /** What `/` is, and where that lies in its mount namespace: `` or `/srv/jail`. */
  root: Directory
  rootPath: string
  cwd = '/root'
  mounts: MountNamespace
  netns: Net
  nsproxy: NsProxy
  readonly pidns: PidNamespace
  /** By the machine's numbers. */
  uid = 0
  gid = 0
  groups: readonly number[] = []
  /** Sent when its parent ends (prctl(2), PR_SET_PDEATHSIG). */
  deathSignal: Signal | null = null
  /** Namespaces it made and has neither entered nor mounted yet. */
  madeNets: Set<Net> | null = null
  pidsLimit: PidsLimit | null = null
  /** For whom it acts; null: for a person. */
  maker: Maker | null = null
  /** Those it has, without CAP_; null: all. */
  capabilities: ReadonlySet<string> | null = null
  /** Those it or its children could ever have. */
  bounding: ReadonlySet<string> | null = null
  noNewPrivs = false
  /** What /proc shows for its arguments where those are another program's; null: its own. */
  cmdline: readonly string[] | null = null
  /** Resource limits that are not the machine's own. */
  limits: ReadonlyMap<Resource, Limit> | null = null
  /** Sockets it opened, by descriptor; those it leaves open are closed for it. */
  sockets: Map<number, OpenSocket> | null = null

  /** R: its turn will come or has come; S: it sleeps; Z: it has ended and its parent has not asked yet. */
  state: 'R' | 'S' | 'Z' = 'R'
  stopped = false
  queued = false
  reason: WakeReason = 'ready'
  process: Process | null = null
  generator: Blocking<number> | null = null
  subscriptions: (() => void)[] = []
  timer: Timer | null = null
  #onWake: (() => void) | null = null

  /** Bits by signal number. */
  pending = 0
  ignored = 0
  handlers: Map<Signal, () => void> | null = null
  /** What a signal's handler threw (its exit), to be thrown where the program sleeps. */
  unwind: unknown = null

  children: Set<Task> | null = null
  /** Children that have ended, the first one first. */
  readonly zombies: Task[] = []
  childEvents: WaitQueue | null = null
  status = 0
  endedBy: Signal | null = null
  stoppedBy: Signal | null = null
  stopReported = true
  onExit: ((status: ChildStatus) => void) | null = null

  constructor(
    /** The machine's number of it. */
    readonly pid: number,
    /** Null for init. */
    public parent: Task | null,
    readonly table: ProcessTable,
    readonly runner: Runner,
    readonly program: Program | null,
    readonly started: Nanoseconds,
    from: { argv: readonly string[]; env: ReadonlyMap<string, string> | null },
    pidns: PidNamespace,
    place: Place,
  ) {
    this.ppid = parent ? parent.pid : 0
    this.pgid = pid
    this.sid = pid
    this.argv = from.argv
    this.env = from.env ? new Map(from.env) : new Map<string, string>()
    this.root = place.root
    this.rootPath = place.rootPath
    this.mounts = place.mounts
    this.netns = place.netns
    this.nsproxy = place.nsproxy
    this.pidns = pidns
  }

  /** What it hands to whatever it sleeps on. */
  get onWake(): () => void {
    this.#onWake ??= () => this.wake('ready')
    return this.#onWake
  }

  /** Ends its sleep. A stopped process waits for SIGCONT before it goes on. */
  wake(reason: WakeReason): void {
    if (this.state !== 'S') return
    this.forgetWait()
    this.state = 'R'
    this.reason = reason
    if (!this.stopped) this.runner.enqueue(this)
  }

  forgetWait(): void {
    if (this.subscriptions.length > 0) {
      for (const unsubscribe of this.subscriptions) unsubscribe()
      this.subscriptions.length = 0
    }
    if (this.timer) {
      this.timer.cancel()
      this.timer = null
    }
  }
}

/** The processes of one machine by pid. */
export class ProcessTable {
  readonly #tasks = new Map<number, Task>()
  #last = 1

  nextPid(): number {
    return ++this.#last
  }

  /** The pid given last (/proc/sys/kernel/ns_last_pid). */
  get lastPid(): number {
    return this.#last
  }

  add(task: Task): void {
    this.#tasks.set(task.pid, task)
  }

  remove(task: Task): void {
    this.#tasks.delete(task.pid)
  }

  get(pid: number): Task | null {
    return this.#tasks.get(pid) ?? null
  }

  get size(): number {
    return this.#tasks.size
  }

  /** By pid. */
  all(): IterableIterator<Task> {
    return this.#tasks.values()
  }

  group(pgid: number): Task[] {
    const members: Task[] = []
    for (const task of this.#tasks.values()) if (task.pgid === pgid) members.push(task)
    return members
  }

  get init(): Task {
    const init = this.#tasks.get(1)
    if (!init) throw new Error('a machine without init')
    return init
  }
}
