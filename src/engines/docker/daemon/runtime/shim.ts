// containerd-shim-runc-v2: the parent of a container's processes. It outlives the request that made it and is told what to
// do by the daemon; here that is a queue, where containerd has ttrpc.
import type { Blocking, PidsLimit, Process, Program } from '../../../../os/program.ts'
import { WaitQueue } from '../../../../sim/wait.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import type { NamespaceKind } from '../../../../uapi/namespace.ts'
import type { Signal } from '../../../../uapi/signal.ts'
import { Threads } from '../threads.ts'
import { enterProgram, initProgram, type Gate } from './init.ts'
import type { ExecSpec, RuntimeSpec, StdioFiles } from './spec.ts'

const PATH = '/usr/bin/containerd-shim-runc-v2'
const ADDRESS = '/var/run/docker/containerd/containerd.sock'

export interface ExitStatus {
  readonly status: number
  readonly signal: Signal | null
}

export class Shim {
  readonly #requests: ((shim: Process) => void)[] = []
  readonly #wake = new WaitQueue()
  readonly #watched = new Map<number, (exit: ExitStatus) => void>()
  /** Those that ended before anybody asked. */
  readonly #ended = new Map<number, ExitStatus>()
  #stopped = false
  #initPid = 0

  readonly #pids: PidsLimit = { max: Infinity }

  constructor(private readonly id: string) {}

  /** Process 1 of the container, as the host counts; 0 before and after. */
  get initPid(): number {
    return this.#initPid
  }

  /** The most processes the container may have; 0 and below: any number. */
  limitProcesses(most: number | null): void {
    this.#pids.max = most !== null && most > 0 ? most : Infinity
  }

  /** Starts the shim: a grandchild of the daemon, so that process 1 becomes its parent. */
  *launch(p: Process): Blocking<void> {
    const argv = [PATH, '-namespace', 'moby', '-id', this.id, '-address', ADDRESS]
    const program = this.#program()
    const starter = p.procs.spawn(
      function* (starter) {
        starter.procs.spawn(program, { argv, fds: new Map(), pgid: 'own' })
        return 0
      },
      { argv, pgid: 'own' },
    )
    yield* p.procs.wait(starter)
  }

  /** Makes the container's first process, which waits at its gate; its number, or runc's complaint. */
  *create(
    daemon: Process,
    spec: RuntimeSpec,
    stdio: StdioFiles,
    gate: Gate,
    onExit: (exit: ExitStatus) => void,
  ): Blocking<number | string> {
    const pid = yield* this.#call(daemon, (shim) =>
      spawnIn(shim, spec.pid, initProgram(spec, gate, this.#pids), stdio, clonedFor(spec)),
    )
    this.#initPid = pid
    this.#watch(pid, (exit) => {
      this.#initPid = 0
      gate.end()
      onExit(exit)
    })
    const error = yield* gate.created(daemon)
    return error ?? pid
  }

  /** One more process in the container's namespaces; runc's complaint when it cannot start. */
  *exec(
    daemon: Process,
    spec: ExecSpec,
    stdio: StdioFiles,
    gate: Gate,
    onExit: (exit: ExitStatus) => void,
  ): Blocking<number | string> {
    const { initPid } = this
    const pid = yield* this.#call(daemon, (shim) =>
      spawnIn(shim, initPid, enterProgram(initPid, spec, gate, this.#pids), stdio, []),
    )
    this.#watch(pid, (exit) => {
      gate.end()
      onExit(exit)
    })
    return (yield* gate.created(daemon)) ?? pid
  }

  #watch(pid: number, onExit: (exit: ExitStatus) => void): void {
    const early = this.#ended.get(pid)
    this.#ended.delete(pid)
    if (early) onExit(early)
    else this.#watched.set(pid, onExit)
    this.#wake.wake()
  }

  /** The shim ends once its container has. */
  stop(): void {
    this.#stopped = true
    this.#wake.wake()
  }

  *#call<T>(daemon: Process, work: (shim: Process) => T): Blocking<T> {
    const done = new WaitQueue()
    let result: { readonly value: T } | null = null
    this.#requests.push((shim) => {
      result = { value: work(shim) }
      done.wake()
    })
    this.#wake.wake()
    for (;;) {
      const settled = result as { readonly value: T } | null
      if (settled) return settled.value
      yield* daemon.clock.wait([done])
    }
  }

  #program(): Program {
    const serve = this.#serve.bind(this)
    const reap = this.#reap.bind(this)
    const stopped = () => this.#stopped && this.#watched.size === 0
    return function* (shim) {
      const threads = new Threads(shim)
      threads.start(serve(shim))
      threads.start(reap(shim))
      yield* threads.run(stopped)
      return 0
    }
  }

  *#serve(shim: Process): Blocking<void> {
    for (;;) {
      for (const request of this.#requests.splice(0)) request(shim)
      yield* shim.clock.wait([this.#wake])
    }
  }

  *#reap(shim: Process): Blocking<void> {
    for (;;) {
      const ended = yield* shim.procs.wait(null)
      if (isErrno(ended)) {
        yield* shim.clock.wait([this.#wake])
        continue
      }
      const watcher = this.#watched.get(ended.pid)
      this.#watched.delete(ended.pid)
      const exit = { status: ended.status, signal: ended.signal }
      if (watcher) watcher(exit)
      else this.#ended.set(ended.pid, exit)
      this.#wake.wake()
    }
  }
}

/** A child in another process's pid namespace (null: in a new one, or the shim's own). */
function spawnIn(
  shim: Process,
  owner: number | null,
  program: Program,
  { stdin, stdout, stderr }: StdioFiles,
  clone: readonly NamespaceKind[],
): number {
  const joined = owner !== null && owner !== 1
  if (joined) enterPidNamespace(shim, String(owner))
  const fds = new Map([
    [0, stdin],
    [1, stdout],
    [2, stderr],
  ])
  const pid = shim.procs.spawn(program, { argv: ['runc', 'init'], env: new Map(), fds, pgid: 'own', clone })
  if (joined) enterPidNamespace(shim, 'self')
  return pid
}

/** For children yet to be made. */
function enterPidNamespace(shim: Process, of: string): void {
  const file = shim.fs.open(`/proc/${of}/ns/pid`, { read: true })
  if (isErrno(file)) return
  shim.ns.setns(file, 'pid')
  file.close()
}

function clonedFor(spec: RuntimeSpec): readonly NamespaceKind[] {
  const own = (['net', 'pid', 'ipc', 'uts'] as const).filter((kind) => spec[kind] === null)
  return ['mnt', ...own]
}
