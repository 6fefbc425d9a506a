// The first steps of a container's process, as runc's init takes them: namespaces, file system, then the program itself.
// Ref: runc libcontainer/standard_init_linux.go, setns_init_linux.go
import type { Blocking, PidsLimit, Process, Program } from '../../../../os/program.ts'
import { WaitQueue } from '../../../../sim/wait.ts'
import { isErrno, type Errno } from '../../../../uapi/errno.ts'
import { CAPABILITIES } from '../../../../uapi/capability.ts'
import type { NamespaceKind } from '../../../../uapi/namespace.ts'
import { DOCKER_INIT, dockerInit } from './dockerInit.ts'
import { lookPath } from './lookPath.ts'
import { enterRootfs } from './rootfs.ts'
import type { ExecSpec, RuntimeSpec } from './spec.ts'

/** Where a new process waits until the daemon lets it begin, and where the daemon waits until it is ready (runc's exec.fifo). */
export class Gate {
  readonly #changed = new WaitQueue()
  #ready = false
  #error: string | null = null
  #open = false
  #ended = false

  /** Opens at once: for processes that nothing has to be prepared for. */
  static opened(): Gate {
    const gate = new Gate()
    gate.#open = true
    return gate
  }

  /** Its complaint, or null once it stands ready. */
  *created(daemon: Process): Blocking<string | null> {
    while (!this.#ready && this.#error === null && !this.#ended) yield* daemon.clock.wait([this.#changed])
    return this.#error
  }

  open(): void {
    this.#open = true
    this.#changed.wake()
  }

  ready(): void {
    this.#ready = true
    this.#changed.wake()
  }

  fail(error: string): void {
    this.#error ??= error
    this.#changed.wake()
  }

  end(): void {
    this.#ended = true
    this.#changed.wake()
  }

  *pass(c: Process): Blocking<void> {
    while (!this.#open) yield* c.clock.wait([this.#changed])
  }
}

const THREADS = 5
const SHARED = ['ipc', 'uts', 'net'] as const

export function initProgram(spec: RuntimeSpec, gate: Gate, pids: PidsLimit): Program {
  return function* (c) {
    for (const kind of SHARED) {
      const owner = spec[kind]
      if (owner !== null && owner !== 1) joinNamespace(c, owner, kind)
    }
    return yield* start(c, spec, gate, pids)
  }
}

function* start(c: Process, spec: RuntimeSpec, gate: Gate, pids: PidsLimit): Blocking<number> {
  if (spec.uts === null) c.net.setHostname(spec.hostname)
  if (spec.uts === null && spec.domainname !== '') c.ns.setDomainname(spec.domainname)
  const error = enterRootfs(c, spec)
  if (error !== null) return refuse(gate, error)
  return yield* become(c, spec, gate, pids, 'error during container init: ', true)
}

/** For a process beside the first one, born in the container's pid namespace: it enters the others. */
export function enterProgram(initPid: number, spec: ExecSpec, gate: Gate, pids: PidsLimit): Program {
  return function* (c) {
    // The mount namespace last: /proc is found through it.
    for (const kind of ['ipc', 'uts', 'net', 'cgroup', 'mnt'] as const) joinNamespace(c, initPid, kind)
    return yield* become(c, spec, gate, pids, '', false)
  }
}

function* become(
  c: Process,
  spec: ExecSpec,
  gate: Gate,
  pids: PidsLimit,
  context: string,
  makeCwd: boolean,
): Blocking<number> {
  if (makeCwd && isErrno(c.fs.stat(spec.cwd))) makeDirectories(c, spec.cwd)
  const wrongCwd = c.fs.chdir(spec.cwd)
  if (wrongCwd) {
    return refuse(
      gate,
      `${context}chdir to cwd ("${spec.cwd}") set in config.json failed: ${lower(wrongCwd)}`,
    )
  }
  const found = lookPath(c, spec.argv[0] ?? '', spec.env)
  if ('error' in found) return refuse(gate, context + found.error)
  yield* runThreads(c)
  c.procs.joinPids(pids)
  if (spec.init) c.fs.install(DOCKER_INIT, dockerInit)
  gate.ready()
  yield* gate.pass(c)
  c.procs.setsid(spec.terminal ? (c.io.fds.get(0) ?? null) : null)
  takeCredentials(c, spec)
  const status = spec.init
    ? yield* c.procs.exec(DOCKER_INIT, [DOCKER_INIT, '--', ...spec.argv], spec.env)
    : yield* c.procs.exec(found.path, spec.argv, spec.env)
  if (!isErrno(status)) return status
  c.io.err(`exec ${found.path}: ${lower(status)}\n`)
  return 255
}

/** Another user than root has no capabilities. */
function takeCredentials(
  c: Process,
  { uid, gid, groups, capabilities, limits, noNewPrivileges }: ExecSpec,
): void {
  for (const [resource, limit] of limits) c.procs.setLimit(resource, limit)
  const limited = capabilities.size < CAPABILITIES.length
  if (limited) c.procs.limitBounding(capabilities)
  if (noNewPrivileges) c.procs.refuseNewPrivileges()
  c.procs.setgroups([gid, ...groups])
  c.procs.setgid(gid)
  c.procs.setuid(uid)
  if (uid !== 0) c.procs.limitCapabilities(new Set())
  else if (limited) c.procs.limitCapabilities(capabilities)
}

/** runc is a program of several threads until it becomes the container's: their numbers are gone. */
function* runThreads(c: Process): Blocking<void> {
  for (let i = 0; i < THREADS; i++) {
    const thread = c.procs.spawn(
      function* () {
        return 0
      },
      { argv: ['runc', 'init'] },
    )
    yield* c.procs.wait(thread)
  }
}

function refuse(gate: Gate, error: string): number {
  gate.fail(error)
  return 1
}

function joinNamespace(c: Process, pid: number, kind: NamespaceKind): void {
  const file = c.fs.open(`/proc/${pid}/ns/${kind}`, { read: true })
  if (isErrno(file)) return
  c.ns.setns(file, kind)
  file.close()
}

function makeDirectories(c: Process, path: string): void {
  const names = path.split('/').filter((name) => name !== '')
  for (let i = 1; i <= names.length; i++) c.fs.mkdir(`/${names.slice(0, i).join('/')}`)
}

function lower(error: Errno): string {
  return error.text.charAt(0).toLowerCase() + error.text.slice(1)
}
