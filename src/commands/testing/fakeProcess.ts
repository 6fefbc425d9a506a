// A process on nothing: files and time in memory, one scheduler, no kernel. For this folder's tests.
import { DEFAULT_LIMITS, type Limit, type Resource } from '../../uapi/resource.ts'
import type {
  Blocking,
  ChildStatus,
  Network,
  OpenFile,
  Process,
  Processes,
  ProcessInfo,
  Program,
  SpawnOptions,
  Stdio,
  Wait,
  WakeReason,
} from '../../os/program.ts'
import { Clock } from '../../sim/clock.ts'
import { EBADF, ECHILD, ENOENT, ESRCH, isErrno, type Errno } from '../../uapi/errno.ts'
import type { LabDoor } from '../../uapi/lab.ts'
import { SIGNALS, type Signal } from '../../uapi/signal.ts'
import { decodeUtf8, encodeUtf8 } from '../../wire/utf8.ts'
import type { Command } from '../command.ts'
import { FakeClock } from './fakeClock.ts'
import { FakeFiles } from './fakeFiles.ts'
import { FAKE_NAMESPACES } from './fakeNamespaces.ts'
import { FakeLog } from './fakeLog.ts'

interface Task {
  readonly process: FakeProcess
  readonly run: Blocking<number>
  wait: Wait | null
  wake: WakeReason | null
  status: number | null
  signal: Signal | null
}

export class FakeMachine {
  readonly clock = new Clock()
  readonly files: FakeFiles
  readonly tasks: Task[] = []
  /** The one whose turn it is: a signal ends it when it next waits. */
  #running: Task | null = null
  constructor(
    files: Readonly<Record<string, string>>,
    readonly network: Network,
    readonly lab: LabDoor,
    readonly commands: readonly Command[],
  ) {
    this.files = new FakeFiles(files)
  }

  start(program: Program, options: SpawnOptions, parent: FakeProcess | null): FakeProcess {
    const process = new FakeProcess(this, this.tasks.length + 100, options, parent)
    const run = program(process)
    this.tasks.push({ process, run, wait: null, wake: 'ready', status: null, signal: null })
    return process
  }

  /** Until the first task is over. */
  finish(): number {
    const [main] = this.tasks
    for (let turns = 0; main && turns < 1_000_000; turns++) {
      if (main.status !== null) return main.status
      const ready = this.tasks.find((task) => task.status === null && task.wake !== null)
      if (ready) this.#resume(ready)
      else if (!this.clock.step()) throw new Error('everybody waits, and nothing will happen')
    }
    throw new Error('it does not end')
  }

  /** Calls `then` at a time that has not passed. */
  at(time: number, then: () => void): void {
    this.clock.after(Math.max(0, time - this.clock.now), () => then(), null, null)
  }

  #resume(task: Task): void {
    const why = task.wake ?? 'ready'
    task.wake = null
    this.#running = task
    const next = task.run.next(why)
    this.#running = null
    if (task.signal !== null) {
      this.#end(task, task.signal)
      return
    }
    if (next.done) {
      task.status = next.value
      this.#childEnded(task)
      return
    }
    const wake = (reason: WakeReason): void => {
      task.wake ??= reason
    }
    task.wait = next.value
    for (const thing of next.value.on) thing.subscribe(() => wake('ready'))
    if (next.value.until === Infinity) return
    this.at(next.value.until, () => wake('timeout'))
  }

  kill(pid: number, signal: Signal | null): Errno | null {
    const targets = this.tasks.filter(
      (t) => t.status === null && (pid < 0 ? t.process.pgid === -pid : t.process.pid === pid),
    )
    if (targets.length === 0) return ESRCH
    for (const task of targets) if (signal !== null) this.#deliver(task, signal)
    return null
  }

  #deliver(task: Task, signal: Signal): void {
    const action = task.process.actions.get(signal) ?? 'default'
    if (action === 'ignore' || (action === 'default' && (signal === 'CONT' || signal === 'CHLD'))) return
    if (action !== 'default') {
      action()
      task.wake ??= 'signal'
      return
    }
    task.signal = signal
    if (task !== this.#running) this.#end(task, signal)
  }

  #end(task: Task, signal: Signal): void {
    task.status = 128 + SIGNALS[signal]
    task.run.return(task.status)
    this.#childEnded(task)
  }

  #childEnded(task: Task): void {
    const parent = this.tasks.find((t) => t.process.pid === task.process.ppid)
    if (!parent || parent.status !== null) return
    this.#deliver(parent, 'CHLD')
    parent.wake ??= 'ready'
  }
}

export class FakeProcess implements Process {
  readonly ppid: number
  readonly argv: readonly string[]
  readonly env: Map<string, string>
  readonly io: Stdio
  readonly fs: FakeFiles
  readonly net: Network
  readonly clock: FakeClock
  readonly procs: Processes
  readonly ns = FAKE_NAMESPACES
  readonly lab: LabDoor
  readonly log = new FakeLog()
  readonly actions = new Map<Signal, 'default' | 'ignore' | (() => void)>()
  pgid: number

  constructor(
    readonly machine: FakeMachine,
    readonly pid: number,
    options: SpawnOptions,
    parent: FakeProcess | null,
  ) {
    this.ppid = parent?.pid ?? 1
    this.pgid = parent?.pgid ?? pid
    this.argv = options.argv
    this.env = new Map(options.env ?? parent?.env ?? [])
    this.io = new FakeStdio(new Map(options.fds ?? parent?.io.fds ?? []))
    this.fs = machine.files
    this.net = machine.network
    this.clock = new FakeClock(machine.clock)
    this.procs = new FakeProcesses(this)
    this.lab = machine.lab
  }

  random(): number {
    return 4711
  }
}

class FakeStdio implements Stdio {
  constructor(readonly fds: Map<number, OpenFile>) {}
  out(data: string | Uint8Array): void {
    this.write(1, data)
  }
  err(data: string | Uint8Array): void {
    this.write(2, data)
  }
  write(fd: number, data: string | Uint8Array): Errno | null {
    return this.fds.get(fd)?.write(typeof data === 'string' ? encodeUtf8(data) : data) ?? null
  }
  *drain(): Blocking<void> {}
  *read(fd: number, max = 65536): Blocking<Uint8Array | Errno> {
    return this.fds.get(fd)?.read(max) ?? EBADF
  }
  *line(fd: number): Blocking<string | null> {
    return yield* this.lineUnbuffered(fd)
  }
  *lineUnbuffered(fd: number): Blocking<string | null> {
    let text = ''
    for (;;) {
      const octet = yield* this.read(fd, 1)
      if (isErrno(octet) || octet.length === 0) return text === '' ? null : text
      if (octet[0] === 10) return text
      text += decodeUtf8(octet)
    }
  }
  *text(fd: number): Blocking<string> {
    const data = yield* this.read(fd, Infinity)
    return isErrno(data) ? '' : decodeUtf8(data)
  }
  isatty(fd: number): boolean {
    return (this.fds.get(fd)?.tty ?? null) !== null
  }
}

class FakeProcesses implements Processes {
  constructor(private readonly self: FakeProcess) {}
  spawn(program: Program, options: SpawnOptions): number {
    return this.self.machine.start(program, options, this.self).pid
  }
  find(name: string): string | null {
    return this.self.machine.commands.find((c) => c.name === name || c.path === name)?.path ?? null
  }
  *exec(path: string, argv: readonly string[], env?: ReadonlyMap<string, string>): Blocking<number | Errno> {
    const command = this.self.machine.commands.find((c) => c.path === path)
    if (!command) return ENOENT
    const pid = this.spawn((p) => command.run(p), env ? { argv, env } : { argv })
    const child = yield* this.wait(pid)
    return isErrno(child) ? child : child.status
  }
  *wait(pid: number | null): Blocking<ChildStatus | Errno> {
    for (;;) {
      const status = this.poll(pid)
      if (status !== null) return status
      yield { on: [], until: Infinity }
    }
  }
  poll(pid: number | null): ChildStatus | Errno | null {
    const task = this.self.machine.tasks.find((t) => t.process.pid === pid)
    if (!task) return ECHILD
    if (task.status === null) return null
    return { pid: task.process.pid, status: task.status, signal: task.signal, stopped: false }
  }
  limitCapabilities(): void {}
  limitBounding(): void {}
  refuseNewPrivileges(): void {}
  limit = (resource: Resource): Limit => DEFAULT_LIMITS[resource]
  setLimit(): void {}
  joinPids(): void {}
  readonly capable = (): boolean => true
  maker = (): null => null
  setMaker(): void {}
  setTitle(): void {}
  setsid(): void {}
  kill(pid: number, signal: Signal | null): Errno | null {
    return this.self.machine.kill(pid, signal)
  }
  setpgid(pid: number, pgid: number): void {
    if (pid === this.self.pid) this.self.pgid = pgid
  }
  onSignal(signal: Signal, action: 'default' | 'ignore' | (() => void)): void {
    this.self.actions.set(signal, action)
  }
  list(): readonly ProcessInfo[] {
    return this.self.machine.tasks
      .filter((t) => t.status === null)
      .map(({ process: { pid, ppid, pgid, argv } }) => ({
        pid,
        ppid,
        pgid,
        sid: pgid,
        comm: (argv[0] ?? '').replace(/^.*\//, ''),
        tty: null,
        foreground: false,
        argv,
        state: pid === this.self.pid ? ('R' as const) : ('S' as const),
        netns: { inode: 4026531840 },
        started: 0,
      }))
  }
  get(pid: number): ProcessInfo | null {
    return this.list().find((info) => info.pid === pid) ?? null
  }
  readonly uid = (): number => 0
  readonly gid = (): number => 0
  readonly setuid = (): null => null
  readonly setgid = (): null => null
  setParentDeathSignal(): void {}
  readonly groups = (): readonly number[] => []
  setgroups(): void {}
  readonly mayFork = (): null => null
  exit(): never {
    throw new Error('no exit in a test')
  }
}
