// What follows the end of a container's process: it is written down, and the policy may start it again.
// Ref: moby daemon/monitor.go, daemon/internal/restartmanager
import type { Blocking } from '../../../os/program.ts'
import { MILLISECOND, SECOND, type Nanoseconds } from '../../../sim/clock.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import type { Container } from './container.ts'
import type { Daemon } from './daemon.ts'
import { removeContainer } from './remove.ts'
import { unmountRoot } from './rootfs.ts'
import type { ExitStatus } from './runtime/shim.ts'
import { startContainer } from './start.ts'
import { Streams } from './streams.ts'
import { sleepFor } from './threads.ts'

/** The first delay before a restart; it doubles each time, up to a minute, until the container has run for ten seconds. */
const FIRST_DELAY = 100 * MILLISECOND
const LONGEST_DELAY = 60 * SECOND
const STEADY = 10 * SECOND
/** What a container's namespaces take to go. */
const CLEANUP_TIME = 20 * MILLISECOND

const delays = new WeakMap<Container, Nanoseconds>()

export function* containerExited(d: Daemon, container: Container, exit: ExitStatus): Blocking<void> {
  const { state, shim } = container
  // What it wrote last is on its way through the pipes.
  while (!container.streams.ended) yield* d.p.clock.wait([container.streams.changed])
  container.log.flush()
  container.streams.closeInput()
  container.streams = new Streams()
  yield* sleepFor(d.p, CLEANUP_TIME)
  const now = d.p.clock.now()
  const ran = now - state.startedAt
  state.finishedAt = now
  state.exitCode = exit.status
  state.pid = 0
  const restart = mayRestart(d, container, exit)
  container.shim = null
  shim?.stop()
  yield* d.networks.release(container.networking)
  unmountRoot(d, container)
  for (const exec of container.execs.values()) exec.abandon()
  state.running = restart
  state.restarting = restart
  state.paused = false
  d.events.log(
    'container',
    'die',
    container.id,
    {
      ...container.attributes,
      execDuration: String(Math.floor(ran / SECOND)),
      exitCode: String(exit.status),
    },
    true,
  )
  d.containers.save(container)
  container.changed.wake()
  if (restart) {
    const before = ran > STEADY ? undefined : delays.get(container)
    const delay = before === undefined ? FIRST_DELAY : Math.min(before * 2, LONGEST_DELAY)
    delays.set(container, delay)
    container.restartCount++
    d.start(restartLater(d, container, delay))
    return
  }
  delays.delete(container)
  if (container.hostConfig.AutoRemove && !d.stopping)
    yield* removeContainer(d, container, { force: true, volumes: true })
}

/** Ref: restartmanager.go:ShouldRestart() */
function mayRestart(d: Daemon, container: Container, exit: ExitStatus): boolean {
  if (d.stopping || container.manuallyStopped) return false
  const { Name, MaximumRetryCount } = container.hostConfig.RestartPolicy
  switch (Name) {
    case 'always':
    case 'unless-stopped':
      return true
    case 'on-failure':
      return exit.status !== 0 && (MaximumRetryCount === 0 || container.restartCount < MaximumRetryCount)
    default:
      return false
  }
}

function* restartLater(d: Daemon, container: Container, delay: Nanoseconds): Blocking<void> {
  const cancelled = new WaitQueue()
  let given = false
  container.cancelRestart = () => {
    given = true
    cancelled.wake()
  }
  const until = d.p.clock.now() + delay
  while (!given && d.p.clock.now() < until) yield { on: [cancelled], until }
  container.cancelRestart = null
  const { state } = container
  if (given || d.stopping) {
    state.running = false
    state.restarting = false
    container.changed.wake()
    return
  }
  const error = yield* startContainer(d, container)
  if (error) d.containers.save(container)
}
