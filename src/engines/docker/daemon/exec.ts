// One more process in a container. Ref: moby daemon/exec.go
import type { Blocking } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import type { ExecCreate, ExecInspect } from '../api/container.ts'
import { randomId } from '../lib/ids.ts'
import { ApiError, conflict, isApiError } from '../libnetwork/apiError.ts'
import { privilegesOf } from './capabilities.ts'
import type { Container } from './container.ts'
import { groupsOf, rootText, userOf } from './create.ts'
import type { Daemon } from './daemon.ts'
import { layerPaths } from './rootfs.ts'
import { Gate } from './runtime/init.ts'
import { environment } from './environment.ts'
import { Streams, closeStdio } from './streams.ts'
import { openTerminal, type TerminalSize } from './terminal.ts'

export class Exec {
  running = false
  started = false
  exitCode: number | null = null
  pid = 0
  readonly streams = new Streams()
  readonly changed = new WaitQueue()
  resize: ((size: TerminalSize) => void) | null = null

  constructor(
    readonly id: string,
    readonly container: Container,
    readonly request: ExecCreate,
  ) {}

  inspect(): ExecInspect {
    const [entrypoint = '', ...args] = this.request.Cmd
    return {
      ID: this.id,
      Running: this.running,
      ExitCode: this.exitCode,
      ProcessConfig: {
        tty: this.request.Tty ?? false,
        entrypoint,
        arguments: args,
        privileged: this.request.Privileged ?? false,
      },
      OpenStdin: this.request.AttachStdin ?? false,
      OpenStderr: this.request.AttachStderr ?? false,
      OpenStdout: this.request.AttachStdout ?? false,
      CanRemove: this.exitCode !== null,
      ContainerID: this.container.id,
      DetachKeys: '',
      Pid: this.pid,
    }
  }

  /** The container ended under it. */
  abandon(): void {
    this.changed.wake()
  }
}

export function createExec(d: Daemon, container: Container, request: ExecCreate): Exec | ApiError {
  const { state, name, id } = container
  if (request.Cmd.length === 0) return new ApiError(400, 'No exec command specified')
  if (!state.running) return conflict(`container ${id} is not running`)
  if (state.paused) return conflict(`Container ${name} is paused, unpause the container before exec`)
  if (state.restarting) return conflict(`Container ${id} is restarting, wait until the container is running`)
  const exec = new Exec(
    randomId(() => d.p.random()),
    container,
    request,
  )
  container.execs.set(exec.id, exec)
  event(d, exec, `exec_create: ${shownCommand(request)}`)
  return exec
}

/** The program, a space, and what there is of arguments. */
function shownCommand({ Cmd: [program = '', ...args] }: ExecCreate): string {
  return `${program} ${args.join(' ')}`
}

/** Whose process it is to be. */
export function execUser(
  d: Daemon,
  { container, request }: Exec,
): { readonly uid: number; readonly gid: number } | ApiError {
  const { merged } = layerPaths(container.record.layer)
  const user = request.User === undefined || request.User === '' ? container.config.User : request.User
  return userOf(rootText(d, merged, '/etc/passwd'), rootText(d, merged, '/etc/group'), user)
}

export function* startExec(d: Daemon, exec: Exec, size: TerminalSize): Blocking<ApiError | null> {
  const { container, request, streams } = exec
  const { shim, state } = container
  if (!state.running || !shim) return conflict(`container ${container.id} is not running`)
  if (exec.started) return conflict(`exec command ${exec.id} has already run`)
  exec.started = true
  const user = execUser(d, exec)
  if (isApiError(user)) return user
  const { merged } = layerPaths(container.record.layer)
  const passwd = rootText(d, merged, '/etc/passwd')
  const start = (body: Blocking<void>) => d.start(body)
  const tty = request.Tty === true ? openTerminal(d.p, streams, size, start) : null
  const stdio = tty ?? streams.pipes(d.p, request.AttachStdin === true, start)
  if (!stdio) return new ApiError(500, 'cannot open the streams of the process')
  exec.resize = tty?.resize ?? null
  event(d, exec, `exec_start: ${shownCommand(request)}`)
  const env = new Map(environment(container, user.uid, passwd, request.Tty === true, d.containers))
  for (const pair of request.Env ?? []) {
    const at = pair.indexOf('=')
    if (at > 0) env.set(pair.slice(0, at), pair.slice(at + 1))
  }
  const workingDir = request.WorkingDir ?? ''
  const own = container.config.WorkingDir
  const privileged = request.Privileged === true || container.hostConfig.Privileged
  exec.running = true
  const pid = yield* shim.exec(
    d.p,
    {
      argv: request.Cmd,
      env: homeLast(env),
      cwd: workingDir !== '' ? workingDir : own === '' ? '/' : own,
      ...user,
      groups: groupsOf(rootText(d, merged, '/etc/group'), container.hostConfig.GroupAdd),
      ...privilegesOf({ ...container.hostConfig, Privileged: privileged }),
      terminal: request.Tty === true,
      init: false,
    },
    stdio,
    Gate.opened(),
    ({ status }) => d.start(execExited(d, exec, status)),
  )
  closeStdio(stdio)
  if (typeof pid !== 'string') {
    exec.pid = pid
    return null
  }
  exec.running = false
  exec.exitCode = /no such file or directory|executable file not found/.test(pid) ? 127 : 126
  return new ApiError(400, `OCI runtime exec failed: exec failed: unable to start container process: ${pid}`)
}

function* execExited(d: Daemon, exec: Exec, status: number): Blocking<void> {
  const { streams, container } = exec
  while (!streams.ended) yield* d.p.clock.wait([streams.changed])
  streams.closeInput()
  if (exec.exitCode === null) {
    exec.exitCode = status
    const attributes = { ...container.attributes, execID: exec.id, exitCode: String(status) }
    d.events.log('container', 'exec_die', container.id, attributes, true)
  }
  exec.running = false
  exec.changed.wake()
}

/** runc puts HOME behind what was asked for. */
function homeLast(env: Map<string, string>): ReadonlyMap<string, string> {
  const home = env.get('HOME')
  if (home !== undefined) {
    env.delete('HOME')
    env.set('HOME', home)
  }
  return env
}

function event(d: Daemon, exec: Exec, action: string): void {
  const { container } = exec
  d.events.log('container', action, container.id, { ...container.attributes, execID: exec.id }, true)
}
