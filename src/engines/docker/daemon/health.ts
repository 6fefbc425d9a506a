// Health checks. Ref: moby daemon/health.go
import { concat } from '../../../wire/octets.ts'
import type { Blocking } from '../../../os/program.ts'
import { SECOND } from '../../../sim/clock.ts'
import { decodeUtf8 } from '../../../wire/utf8.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'
import { createExec, startExec, type Exec } from './exec.ts'
import { isApiError } from '../libnetwork/apiError.ts'
import { rfc3339Nano } from './time.ts'

const INTERVAL = 30 * SECOND
const TIMEOUT = 30 * SECOND
const START_INTERVAL = 5 * SECOND
const RETRIES = 3
/** What a probe prints beyond this is cut. */
const OUTPUT = 4096
const KEPT = 5

export function startHealth(d: Daemon, container: Container): void {
  const check = container.config.Healthcheck
  const [kind] = check?.Test ?? []
  if (!check || kind === undefined || kind === 'NONE') {
    container.state.health = null
    return
  }
  container.state.health = { status: 'starting', failingStreak: 0, log: [] }
  d.start(monitor(d, container, container.runs))
}

function* monitor(d: Daemon, container: Container, run: number): Blocking<void> {
  const check = container.config.Healthcheck ?? {}
  const or = (value: number | undefined, fallback: number) =>
    value === undefined || value === 0 ? fallback : value
  const began = d.p.clock.now()
  const startPeriod = check.StartPeriod ?? 0
  const alive = () => container.state.running && container.runs === run
  while (alive()) {
    const { health } = container.state
    const starting = health?.status === 'starting' && d.p.clock.now() - began < startPeriod
    const pause = starting ? or(check.StartInterval, START_INTERVAL) : or(check.Interval, INTERVAL)
    const until = d.p.clock.now() + pause
    while (alive() && d.p.clock.now() < until) yield { on: [container.changed], until }
    if (!alive() || !container.state.health) return
    if (container.state.paused) continue
    const started = d.p.clock.now()
    const { exitCode, output } = yield* probe(d, container, or(check.Timeout, TIMEOUT))
    if (!alive() || !container.state.health) return
    record(d, container, {
      exitCode,
      output,
      started,
      began,
      startPeriod,
      retries: or(check.Retries, RETRIES),
    })
  }
}

interface ProbeResult {
  readonly exitCode: number
  readonly output: string
  readonly started: number
  readonly began: number
  readonly startPeriod: number
  readonly retries: number
}

function record(d: Daemon, container: Container, result: ProbeResult): void {
  const { health } = container.state
  if (!health) return
  const { exitCode, output, started } = result
  health.log.push({
    Start: rfc3339Nano(started),
    End: rfc3339Nano(d.p.clock.now()),
    ExitCode: exitCode,
    Output: output,
  })
  if (health.log.length > KEPT) health.log.shift()
  const before = health.status
  if (exitCode === 0) {
    health.failingStreak = 0
    health.status = 'healthy'
  } else {
    const early = started - result.began < result.startPeriod && health.status === 'starting'
    if (!early) health.failingStreak++
    if (health.failingStreak >= result.retries) health.status = 'unhealthy'
  }
  if (health.status !== before) {
    d.events.log('container', `health_status: ${health.status}`, container.id, container.attributes, true)
    container.changed.wake()
  }
}

function* probe(
  d: Daemon,
  container: Container,
  timeout: number,
): Blocking<{ exitCode: number; output: string }> {
  const [kind, ...words] = container.config.Healthcheck?.Test ?? []
  const Cmd = kind === 'CMD-SHELL' ? ['/bin/sh', '-c', words.join(' ')] : words
  const exec = createExec(d, container, { Cmd, AttachStdout: true, AttachStderr: true })
  if (isApiError(exec)) return { exitCode: -1, output: exec.message }
  let output: Uint8Array = new Uint8Array(0)
  exec.streams.attach({
    stdout: true,
    stderr: true,
    write: (_, data) => {
      if (output.length < OUTPUT) output = concat([output, data])
    },
  })
  const error = yield* startExec(d, exec, { columns: 80, rows: 24 })
  if (error) return { exitCode: -1, output: error.message }
  const until = d.p.clock.now() + timeout
  const finished = yield* waitExec(d, exec, until)
  container.execs.delete(exec.id)
  if (finished) return { exitCode: exec.exitCode ?? -1, output: decodeUtf8(output.subarray(0, OUTPUT)) }
  if (exec.pid > 0) d.p.procs.kill(exec.pid, 'KILL')
  return { exitCode: -1, output: `Health check exceeded timeout (${timeout / SECOND}s)` }
}

/** False when `until` comes first. */
function* waitExec(d: Daemon, exec: Exec, until: number): Blocking<boolean> {
  while (exec.running && d.p.clock.now() < until) yield { on: [exec.changed], until }
  return !exec.running
}
