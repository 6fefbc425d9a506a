// Stop, kill, restart, pause. Ref: moby daemon/stop.go, kill.go, restart.go, pause.go
import type { Blocking } from '../../../os/program.ts'
import { SECOND, type Nanoseconds } from '../../../sim/clock.ts'
import { SIGNALS, type Signal } from '../../../uapi/signal.ts'
import { conflict, invalidParameter, type ApiError } from '../libnetwork/apiError.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'
import { processesOf } from './processes.ts'
import { startContainer } from './start.ts'
import { parseSignal } from './verify.ts'

const DEFAULT_TIMEOUT = 10
/** What SIGKILL is given to take effect. */
const KILL_TIMEOUT = 10 * SECOND

export interface StopOptions {
  /** Seconds; absent: the container's own; negative: for ever. */
  readonly timeout?: number
  readonly signal?: string
}

export function* stopContainer(
  d: Daemon,
  container: Container,
  options: StopOptions = {},
): Blocking<ApiError | null> {
  container.manuallyStopped = true
  container.cancelRestart?.()
  if (!container.state.running) return null
  const number = parseSignal(options.signal ?? container.config.StopSignal ?? 'SIGTERM')
  if (number === null) return invalidParameter(`invalid signal: ${options.signal ?? ''}`)
  const seconds = options.timeout ?? container.config.StopTimeout ?? DEFAULT_TIMEOUT
  if (container.state.paused) resume(d, container)
  send(d, container, number)
  const stopped = yield* untilStopped(
    d,
    container,
    seconds < 0 ? Infinity : d.p.clock.now() + seconds * SECOND,
  )
  if (!stopped) {
    send(d, container, SIGNALS.KILL)
    yield* untilStopped(d, container, d.p.clock.now() + KILL_TIMEOUT)
  }
  d.events.log('container', 'stop', container.id, container.attributes, true)
  d.containers.save(container)
  return null
}

export function* killContainer(d: Daemon, container: Container, signal: string): Blocking<ApiError | null> {
  const number = signal === '' ? SIGNALS.KILL : parseSignal(signal)
  if (number === null) return invalidParameter(`invalid signal: ${signal}`)
  if (!container.state.running) return conflict(`container ${container.id} is not running`)
  const stops = number === SIGNALS.KILL || number === parseSignal(container.config.StopSignal ?? 'SIGTERM')
  if (stops) container.manuallyStopped = true
  if (container.state.restarting) {
    container.cancelRestart?.()
    return null
  }
  if (container.state.paused && number === SIGNALS.KILL) resume(d, container)
  send(d, container, number)
  if (number === SIGNALS.KILL) yield* untilStopped(d, container, d.p.clock.now() + KILL_TIMEOUT)
  return null
}

export function* restartContainer(
  d: Daemon,
  container: Container,
  options: StopOptions,
): Blocking<ApiError | null> {
  if (container.state.running) {
    // A container that removes itself is not removed by this stop.
    const { AutoRemove } = container.hostConfig
    container.hostConfig.AutoRemove = false
    const error = yield* stopContainer(d, container, options)
    container.hostConfig.AutoRemove = AutoRemove
    if (error) return error
  }
  const error = yield* startContainer(d, container)
  if (error) return error
  d.events.log('container', 'restart', container.id, container.attributes, true)
  return null
}

export function pauseContainer(d: Daemon, container: Container): ApiError | null {
  const { state, id } = container
  if (!state.running) return conflict(`container ${id} is not running`)
  if (state.paused) return conflict(`Container ${id} is already paused`)
  if (state.restarting) return conflict(`Container ${id} is restarting, wait until the container is running`)
  for (const { pid } of processesOf(d, container)) d.p.procs.kill(pid, 'STOP')
  state.paused = true
  d.events.log('container', 'pause', id, container.attributes, true)
  container.changed.wake()
  return null
}

export function unpauseContainer(d: Daemon, container: Container): ApiError | null {
  if (!container.state.paused) return conflict(`Container ${container.id} is not paused`)
  resume(d, container)
  d.events.log('container', 'unpause', container.id, container.attributes, true)
  return null
}

function resume(d: Daemon, container: Container): void {
  for (const { pid } of processesOf(d, container)) d.p.procs.kill(pid, 'CONT')
  container.state.paused = false
  container.changed.wake()
}

function send(d: Daemon, container: Container, number: number): void {
  const name = (Object.keys(SIGNALS) as Signal[]).find((signal) => SIGNALS[signal] === number)
  if (name && container.state.pid > 0) d.p.procs.kill(container.state.pid, name)
  d.events.log('container', 'kill', container.id, { ...container.attributes, signal: String(number) }, true)
}

/** False when `until` comes first. */
export function* untilStopped(d: Daemon, container: Container, until: Nanoseconds): Blocking<boolean> {
  while (container.state.running && d.p.clock.now() < until) yield { on: [container.changed], until }
  return !container.state.running
}

export function notRunning(container: Container): ApiError {
  return conflict(`container ${container.id} is not running`)
}
