// Pods of the cluster's own programs. These run on a node as they are, in no sandbox: whatever started the node has
// started them, too. The worker of such a pod takes over the process that is there, and starts it anew when it ends.
import type { Blocking, OpenFile } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { recordEvent } from '../api/events.ts'
import type { Container, Pod } from '../api/podtypes.ts'
import { PodContainer } from './container.ts'
import { environmentOf, expand } from './environment.ts'
import { newId } from './runtime.ts'
import { StatusReporter } from './status.ts'
import type { Node, Worker } from './node.ts'

const SECOND = 1_000_000_000
/** How often it is looked whether a process that is nobody's child still runs. */
const PERIOD = SECOND
const CANNOT_EXEC = 127
const MIRROR = 'kubernetes.io/config.mirror'

interface SystemImage {
  readonly path: string
  /** It has that one program and no shell. */
  readonly only: boolean
}

const IMAGES: Readonly<Record<string, SystemImage>> = {
  'registry.k8s.io/etcd': { path: '/usr/local/bin/etcd', only: true },
  'registry.k8s.io/kube-apiserver': { path: '/usr/local/bin/kube-apiserver', only: true },
  'registry.k8s.io/kube-controller-manager': { path: '/usr/local/bin/kube-controller-manager', only: true },
  'registry.k8s.io/kube-scheduler': { path: '/usr/local/bin/kube-scheduler', only: true },
  'registry.k8s.io/kube-proxy': { path: '/usr/local/bin/kube-proxy', only: false },
  'docker.io/cloudnativelabs/kube-router': { path: '/usr/local/bin/kube-router', only: false },
  'ghcr.io/flannel-io/flannel': { path: '/opt/bin/flanneld', only: false },
}

function imageOf({ spec }: Pod): SystemImage | null {
  const [container] = spec.containers
  return IMAGES[container?.image.replace(/:[^/]*$/, '') ?? ''] ?? null
}

export function isSystemPod(pod: Pod): boolean {
  return pod.spec.hostNetwork === true && pod.spec.containers.length === 1 && imageOf(pod) !== null
}

export class SystemPod implements Worker {
  readonly node: Node
  readonly all: readonly PodContainer[]
  readonly podIP: string
  readonly sandbox = null
  pod: Pod
  readonly #changed = new WaitQueue()
  readonly #status: StatusReporter
  readonly #container: PodContainer
  readonly #path: string
  /** It was started here, and is waited for. */
  #child = false
  #finished = false

  constructor(node: Node, pod: Pod, spec: Container) {
    this.node = node
    this.pod = pod
    this.podIP = node.ip
    const { path, only } = imageOf(pod) ?? { path: '', only: false }
    const name = path.slice(path.lastIndexOf('/') + 1)
    this.#path = path
    this.#container = new PodContainer(spec, false)
    this.#container.onlyProgram = only ? name : null
    this.#container.logFile = `/var/log/${name}.log`
    this.all = [this.#container]
    this.#status = new StatusReporter(node)
  }

  get finished(): boolean {
    return this.#finished
  }

  update(pod: Pod): void {
    this.pod = pod
    this.#changed.wake()
  }

  *run(): Blocking<void> {
    const { clock } = this.node.p
    this.#adopt()
    while (this.pod.metadata.deletionTimestamp === undefined) {
      this.#look()
      if (!this.#container.running && this.#restarts) yield* this.#start()
      yield* this.#status.report(this.pod, this.podIP, [], this.all)
      yield* clock.wait([this.#changed], clock.now() + PERIOD)
    }
    // A mirror can be taken away, what it shows cannot.
    if (this.pod.metadata.annotations?.[MIRROR] === undefined) yield* this.#stop()
    yield* this.node.api.remove(this.pod, 0)
    this.#finished = true
  }

  /** What the API server holds would be lost with it: it is left as it ended. */
  get #restarts(): boolean {
    return !this.#path.endsWith('/kube-apiserver')
  }

  #adopt(): void {
    const { p } = this.node
    const comm = this.#path.slice(this.#path.lastIndexOf('/') + 1).slice(0, 15)
    const found = p.procs.list().find((one) => one.comm === comm && one.state !== 'Z')
    if (found) this.#container.started(p, newId(p), found.pid)
  }

  /** Whether it still runs. */
  #look(): void {
    const { p } = this.node
    const { pid } = this.#container
    if (pid === 0) return
    const ended = this.#child ? p.procs.poll(pid) : null
    const left = p.procs.get(pid)
    if (ended === null && left !== null && left.state !== 'Z') return
    this.#container.ended(p, ended === null || isErrno(ended) ? 0 : ended.status)
  }

  #event(type: 'Normal' | 'Warning', reason: string, message: string): Blocking<void> {
    const { api, name } = this.node
    return recordEvent(api, { component: 'kubelet', host: name }, this.pod, type, reason, message)
  }

  *#start(): Blocking<void> {
    const { p, cache, ip } = this.node
    const container = this.#container
    const { spec } = container
    if (container.notBefore > p.clock.now()) return
    if (container.state.terminated) {
      const { name, namespace, uid = '' } = this.pod.metadata
      container.backOff(p, `${name}_${namespace}(${uid})`)
      if (container.notBefore > p.clock.now()) {
        const words = `Back-off restarting failed container ${spec.name} in pod ${name}_${namespace}(${uid})`
        return yield* this.#event('Warning', 'BackOff', words)
      }
    }
    const made = environmentOf(cache, this.pod, spec, { podIP: ip, hostIP: ip })
    const env = typeof made === 'string' ? new Map<string, string>() : made
    const [, ...words] = [...(spec.command ?? []), ...(spec.args ?? [])].map((word) => expand(word, env))
    const argv = [this.#path, ...words]
    yield* this.#event('Normal', 'Pulled', `Container image "${spec.image}" already present on machine`)
    yield* this.#event('Normal', 'Created', 'Container created')
    const path = this.#path
    const pid = p.procs.spawn(
      function* (c) {
        c.procs.setMaker(null)
        const status = yield* c.procs.exec(path, argv, env)
        return isErrno(status) ? CANNOT_EXEC : status
      },
      { argv, env, fds: this.#openLog(), pgid: 'own' },
    )
    this.#child = true
    container.started(p, newId(p), pid)
    yield* this.#event('Normal', 'Started', 'Container started')
  }

  #openLog(): ReadonlyMap<number, OpenFile> {
    const { p } = this.node
    const input = p.fs.open('/dev/null', { read: true })
    const log = p.fs.open(this.#container.logFile ?? '', { write: true, append: true, create: true })
    const fds = new Map<number, OpenFile>()
    if (!isErrno(input)) fds.set(0, input)
    if (!isErrno(log)) for (const fd of [1, 2]) fds.set(fd, log)
    this.#container.logStart = isErrno(log) ? 0 : log.stat().size
    return fds
  }

  /** TERM, then KILL when the time given is over. */
  *#stop(): Blocking<void> {
    const { p } = this.node
    const container = this.#container
    if (!container.running) return
    const { deletionGracePeriodSeconds = 30 } = this.pod.metadata
    yield* this.#event('Normal', 'Killing', `Stopping container ${container.spec.name}`)
    const until = p.clock.now() + deletionGracePeriodSeconds * SECOND
    p.procs.kill(container.pid, deletionGracePeriodSeconds > 0 ? 'TERM' : 'KILL')
    for (;;) {
      yield* p.clock.wait([], p.clock.now() + SECOND / 10)
      this.#look()
      if (!container.running) return
      if (p.clock.now() >= until) p.procs.kill(container.pid, 'KILL')
    }
  }
}
