// dockerd: reads its configuration, finds its networks, images and containers again, and serves the Engine API.
// Read first: daemon.ts (what its parts share), server.ts, start.ts, monitor.ts. Ref: moby daemon/command/daemon.go
import type { Command } from '../../../commands/command.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { SECOND } from '../../../sim/clock.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { DOCKER_SOCKET } from '../http/client.ts'
import { listenUnix } from '../http/unix.ts'
import { randomId } from '../lib/ids.ts'
import { Libnetwork } from '../libnetwork/libnetwork.ts'
import { Cluster } from './cluster/cluster.ts'
import { readConfig, type DaemonConfig } from './config.ts'
import type { Container } from './container.ts'
import { ContainerStore } from './containers.ts'
import type { Daemon } from './daemon.ts'
import { Events } from './events.ts'
import { ImageStore } from './images.ts'
import { containerExited } from './monitor.ts'
import { describeNode } from './info.ts'
import { unmountRoot } from './rootfs.ts'
import { mkdirAll } from './runtime/rootfs.ts'
import { serve } from './server.ts'
import { startContainer } from './start.ts'
import { stopContainer } from './stop.ts'
import { sleepFor, Threads } from './threads.ts'
import { NEVER, rfc3339Nano } from './time.ts'
import { VolumeStore } from './volumes.ts'
import { GIT_COMMIT, VERSION } from './version.ts'

const PID_FILE = '/var/run/docker.pid'
/** Seconds that containers have to end when the daemon is stopped. */
const SHUTDOWN_TIMEOUT = 15
/** containerd ends with its daemon. */
const CONTAINERD_STOP = 1 * SECOND

export const dockerdProgram: Command = {
  name: 'dockerd',
  path: '/usr/sbin/dockerd',
  summary: 'Docker Engine: runs containers, serves the Engine API at /var/run/docker.sock',
  supports: [
    'dockerd',
    'dockerd --validate [--config-file FILE]',
    '/etc/docker/daemon.json: networks, labels, debug',
  ],
  *run(p) {
    const words = p.argv.slice(1)
    const [option] = words
    if (option === '--version' || option === '-v') {
      p.io.out(`Docker version ${VERSION}, build ${GIT_COMMIT}\n`)
      return 0
    }
    if (words.includes('--validate')) return validate(p, words)
    if (option !== undefined) {
      p.io.err(`dockerd ${option} is not supported in vethlab: /etc/docker/daemon.json is read\n`)
      return 1
    }
    const config = readConfig(p)
    if (typeof config === 'string') {
      p.io.err(`${config}\n`)
      return 1
    }
    return yield* runDaemon(p, config)
  },
}

/** `dockerd --validate [--config-file FILE]`: says whether a daemon would start with its file. */
function validate(p: Process, words: readonly string[]): number {
  let file: string | null = null
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '--validate') continue
    const [option, value = words[++i]] = word.split('=')
    if (option !== '--config-file' || value === undefined) {
      p.io.err(`dockerd --validate ${word} is not supported in vethlab: /etc/docker/daemon.json is read\n`)
      return 1
    }
    file = value
  }
  const config = readConfig(p, file)
  p.io.err(typeof config === 'string' ? `${config}\n` : 'configuration OK\n')
  return typeof config === 'string' ? 1 : 0
}

function* runDaemon(p: Process, config: DaemonConfig): Blocking<number> {
  const listener = listenUnix(p, DOCKER_SOCKET)
  if (isErrno(listener)) {
    p.io.err(`failed to load listeners: can't create unix socket ${DOCKER_SOCKET}: ${listener.text}\n`)
    return 1
  }
  p.fs.chmod(DOCKER_SOCKET, 0o660)
  const threads = new Threads(p)
  const wake = new WaitQueue()
  let signalled = false
  let ended: number | null = null
  for (const signal of ['TERM', 'INT'] as const) {
    p.procs.onSignal(signal, () => {
      signalled = true
      wake.wake()
    })
  }
  const d = makeDaemon(p, config, threads, () => signalled)
  threads.start(
    (function* main(): Blocking<void> {
      const failure = yield* startUp(d)
      if (failure !== null) {
        p.io.err(`failed to start daemon: ${failure}\n`)
        ended = 1
        return
      }
      d.start(serve(d, listener))
      p.procs.onSignal('HUP', () => d.images.preload())
      p.fs.writeFile(PID_FILE, String(p.pid))
      while (!signalled) yield* p.clock.wait([wake])
      yield* shutDown(d)
      p.fs.unlink(PID_FILE)
      ended = 0
    })(),
  )
  yield* threads.run(() => ended !== null)
  listener.close()
  p.fs.unlink(DOCKER_SOCKET)
  return ended ?? 0
}

function makeDaemon(p: Process, config: DaemonConfig, threads: Threads, stopping: () => boolean): Daemon {
  const events = new Events(() => p.clock.now())
  const containers = new ContainerStore(p)
  const random = () => p.random()
  const id = randomId(random, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const networks = new Libnetwork(p, config.network, {
    event: (action, networkId, attributes) => events.log('network', action, networkId, attributes),
    log: (level, message) =>
      p.io.err(`time="${rfc3339Nano(p.clock.now())}" level=${level} msg=${JSON.stringify(message)}\n`),
    container: (term) => containers.find(term)?.networking ?? null,
    state: ({ id: which }) => containers.find(which)?.state.status ?? 'exited',
  })
  const d: Daemon = {
    p,
    config,
    containers,
    images: new ImageStore(p, events),
    volumes: new VolumeStore(p, events),
    networks,
    events,
    cluster: new Cluster({
      p,
      networks,
      containers,
      events,
      describe: () => describeNode(p),
      daemon: () => d,
      start: (body) => threads.start(body),
    }),
    id,
    start: (body) => threads.start(body),
    exited: (container, exit) => containerExited(d, container, exit),
    get stopping() {
      return stopping()
    },
  }
  return d
}

/** Why it cannot start, or null. */
function* startUp(d: Daemon): Blocking<string | null> {
  mkdirAll(d.p, '/var/lib/docker/containers')
  d.images.load()
  d.volumes.load()
  const wereRunning = d.containers.load()
  for (const container of d.containers.all()) unmountRoot(d, container)
  const failure = yield* d.networks.start()
  if (failure !== null) return failure
  d.start(networkWork(d))
  yield* d.cluster.restore()
  for (const container of wereRunning) container.state.exitCode ||= 137
  for (const container of d.containers.all()) {
    if (wantsStart(container, wereRunning.includes(container))) yield* startContainer(d, container)
  }
  return null
}

/** The resolvers' thread also looks again after each event: who listens has changed. */
function* networkWork(d: Daemon): Blocking<void> {
  const work = d.networks.work()
  let step = work.next('ready')
  while (!step.done) {
    const { on, until } = step.value
    step = work.next(yield { on: [...on, d.events.changed], until })
  }
}

/** Ref: moby daemon/daemon.go:restore() */
function wantsStart(container: Container, ran: boolean): boolean {
  const { Name } = container.hostConfig.RestartPolicy
  if (Name === 'always') return ran || container.state.startedAt !== NEVER
  if (Name === 'unless-stopped') return ran || !container.manuallyStopped
  return Name === 'on-failure' && ran && container.state.exitCode !== 0
}

function* shutDown(d: Daemon): Blocking<void> {
  const stops: { done: boolean }[] = []
  const over = new WaitQueue()
  for (const container of d.containers.all()) {
    if (!container.state.running) continue
    const stop = { done: false }
    stops.push(stop)
    d.start(
      (function* end(): Blocking<void> {
        const before = container.manuallyStopped
        yield* stopContainer(d, container, { timeout: SHUTDOWN_TIMEOUT })
        // It was not a person who stopped it.
        container.manuallyStopped = before
        d.containers.save(container)
        stop.done = true
        over.wake()
      })(),
    )
  }
  while (stops.some(({ done }) => !done)) yield* d.p.clock.wait([over])
  yield* d.networks.shutdown()
  yield* d.cluster.shutdown()
  yield* sleepFor(d.p, CONTAINERD_STOP)
}
