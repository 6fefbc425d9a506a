// What a kubelet does for one pod from its coming to its end. (Ref: pkg/kubelet/pod_workers.go, kuberuntime)
import type { Blocking } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { Attachment } from '../../cni/libcni.ts'
import { recordEvent } from '../api/events.ts'
import type { Pod } from '../api/podtypes.ts'
import { PodContainer } from './container.ts'
import { environmentOf, expand } from './environment.ts'
import { findImage, pullFailure } from './images.ts'
import { watchProbe, type ProbeKind } from './probes.ts'
import { joinNetwork, leaveNetwork } from './network.ts'
import type { Node, Worker } from './node.ts'
import {
  newId,
  removeSandbox,
  removeTask,
  startContainer,
  startSandbox,
  type Annotations,
  type Sandbox,
} from './runtime.ts'
import { isOver, StatusReporter } from './status.ts'
import { openStdio } from './stdio.ts'
import { mountsOf, podFiles, prepareVolumes } from './volumes.ts'

const SECOND = 1_000_000_000
const PODS = '/var/lib/kubelet/pods'
const RETRY = SECOND
/** By then a process has become its program, or has failed to. */
const START_TIME = 1_000_000

export class PodWorker implements Worker {
  readonly initial: readonly PodContainer[]
  readonly containers: readonly PodContainer[]
  readonly node: Node
  pod: Pod
  sandbox: Sandbox | null = null
  podIP = ''
  readonly #changed = new WaitQueue()
  readonly #status: StatusReporter
  #sandboxEnded = false
  /** Where the volumes lie; null until all can be had. */
  #volumes: Map<string, string> | null = null
  #attachment: Attachment | null = null
  /** What was said last of volumes that cannot be had. */
  #complaint = ''
  #finished = false

  constructor(node: Node, pod: Pod) {
    this.node = node
    this.pod = pod
    this.initial = (pod.spec.initContainers ?? []).map((spec) => new PodContainer(spec, true))
    this.containers = pod.spec.containers.map((spec) => new PodContainer(spec, false))
    this.#status = new StatusReporter(node)
  }

  /** The object has changed. */
  update(pod: Pod): void {
    this.pod = pod
    for (const container of this.containers) {
      const spec = pod.spec.containers.find(({ name }) => name === container.spec.name)
      if (!spec || spec.image === container.spec.image) continue
      container.spec = spec
      container.notBefore = 0
      if (container.running)
        this.node.start(this.#restart(container, 'definition changed, will be restarted'))
    }
    this.#changed.wake()
  }

  *run(): Blocking<void> {
    const { p } = this.node
    while (this.pod.metadata.deletionTimestamp === undefined) {
      if (!(yield* this.#mountVolumes()) || (!this.sandbox && !(yield* this.#makeSandbox()))) {
        yield* this.#status.report(this.pod, this.podIP, this.initial, this.containers)
        yield* p.clock.wait([this.#changed], p.clock.now() + RETRY)
        continue
      }
      if (this.#sandboxEnded) {
        yield* this.#loseSandbox()
        continue
      }
      yield* this.#startContainers()
      yield* this.#status.report(this.pod, this.podIP, this.initial, this.containers)
      const due = this.#wanted()
        .filter((one) => !one.running && this.#restarts(one))
        .map((one) => one.notBefore)
      yield* p.clock.wait([this.#changed], Math.min(Infinity, ...due))
    }
    yield* this.#end()
    this.#finished = true
  }

  get finished(): boolean {
    return this.#finished
  }

  /** `about`: the container it is about; null: the whole pod. */
  #event(
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
    about: PodContainer | null = null,
  ): Blocking<void> {
    const { api, name } = this.node
    const path = about ? `spec.${about.initial ? 'initContainers' : 'containers'}{${about.spec.name}}` : null
    return recordEvent(api, { component: 'kubelet', host: name }, this.pod, type, reason, message, path)
  }

  get all(): readonly PodContainer[] {
    return [...this.initial, ...this.containers]
  }

  get #folder(): string {
    return `${PODS}/${this.pod.metadata.uid ?? ''}`
  }

  get #annotations(): Annotations {
    const { name, namespace = 'default', uid = '' } = this.pod.metadata
    return { 'sandbox-name': name, 'sandbox-namespace': namespace, 'sandbox-uid': uid }
  }

  get #facts(): { readonly podIP: string; readonly hostIP: string } {
    return { podIP: this.podIP, hostIP: this.node.ip }
  }

  *#mountVolumes(): Blocking<boolean> {
    if (this.#volumes) return true
    const { p, cache } = this.node
    const volumes = prepareVolumes(p, cache, this.pod, this.#folder)
    if (typeof volumes !== 'string') {
      this.#volumes = volumes
      return true
    }
    if (this.#complaint !== volumes) yield* this.#event('Warning', 'FailedMount', volumes)
    this.#complaint = volumes
    return false
  }

  // ---- the sandbox

  *#makeSandbox(): Blocking<boolean> {
    const { p } = this.node
    const { spec, metadata } = this.pod
    const hostNetwork = spec.hostNetwork === true
    const sandbox = startSandbox(p, spec.hostname ?? metadata.name, hostNetwork, this.#annotations)
    this.sandbox = sandbox
    this.#sandboxEnded = false
    this.node.start(this.#watchSandbox(sandbox))
    if (hostNetwork) {
      this.podIP = this.node.ip
      return true
    }
    const error = yield* this.#attach(sandbox)
    if (error === null) return true
    const words = `Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "${sandbox.id}": ${error}`
    yield* this.#event('Warning', 'FailedCreatePodSandBox', words)
    yield* this.#removeSandbox()
    return false
  }

  *#watchSandbox({ pid }: Sandbox): Blocking<void> {
    yield* this.node.p.procs.wait(pid)
    if (this.sandbox?.pid !== pid) return
    this.#sandboxEnded = true
    this.#changed.wake()
  }

  *#attach(sandbox: Sandbox): Blocking<string | null> {
    const joined = yield* joinNetwork(this.node.p, this.pod, sandbox)
    if (typeof joined === 'string') return joined
    this.#attachment = joined.attachment
    if (joined.error !== null) return joined.error
    this.podIP = joined.ip
    return null
  }

  *#removeSandbox(): Blocking<void> {
    const { p } = this.node
    const { sandbox } = this
    this.sandbox = null
    if (!sandbox) return
    if (this.#attachment) yield* leaveNetwork(p, this.#attachment)
    this.#attachment = null
    p.procs.kill(sandbox.pid, 'KILL')
    removeSandbox(p, sandbox)
    this.podIP = ''
  }

  /** Its process is gone: nothing holds the pod together any more, and all of it is made anew. */
  *#loseSandbox(): Blocking<void> {
    yield* this.#event('Normal', 'SandboxChanged', 'Pod sandbox changed, it will be killed and re-created.')
    yield* this.#killContainers(0)
    yield* this.#removeSandbox()
    for (const container of this.initial) container.state = { waiting: { reason: 'PodInitializing' } }
    for (const container of this.all) container.notBefore = 0
  }

  // ---- containers

  #restarts(container: PodContainer): boolean {
    const { restartPolicy = 'Always' } = this.pod.spec
    const code = container.state.terminated?.exitCode
    if (code === undefined) return true
    if (container.initial && container.spec.restartPolicy !== 'Always')
      return code !== 0 && restartPolicy !== 'Never'
    return restartPolicy === 'Always' || (restartPolicy === 'OnFailure' && code !== 0)
  }

  /** Those whose turn it is: each that begins waits for the one before; the others wait for all of these. */
  #wanted(): readonly PodContainer[] {
    const at = this.initial.findIndex((one) => !isOver(one))
    const begun = this.initial.filter((one, i) => (at < 0 || i <= at) && one.spec.restartPolicy === 'Always')
    const next = this.initial[at]
    if (next) return begun.includes(next) ? begun : [...begun, next]
    return [...begun, ...this.containers]
  }

  *#startContainers(): Blocking<void> {
    const { p } = this.node
    for (const container of this.#wanted()) {
      if (container.running || container.notBefore > p.clock.now() || !this.sandbox) continue
      if (container.state.terminated) {
        if (!this.#restarts(container)) continue
        container.backOff(p, this.#fullName())
        if (container.notBefore > p.clock.now()) {
          yield* this.#event(
            'Warning',
            'BackOff',
            `Back-off restarting failed container ${container.spec.name} in pod ${this.#fullName()}`,
            container,
          )
          continue
        }
      }
      yield* this.#startContainer(container, this.sandbox)
    }
  }

  #fullName(): string {
    const { name, namespace, uid = '' } = this.pod.metadata
    return `${name}_${namespace}(${uid})`
  }

  *#startContainer(container: PodContainer, sandbox: Sandbox): Blocking<void> {
    const { p, cache } = this.node
    const { spec } = container
    const image = findImage(p, spec.image)
    if (!image) return yield* this.#missingImage(container)
    yield* this.#event(
      'Normal',
      'Pulled',
      `Container image "${spec.image}" already present on machine`,
      container,
    )
    const env = environmentOf(cache, this.pod, spec, this.#facts)
    if (typeof env === 'string') return yield* this.#misconfigured(container, env)
    const id = newId(p)
    yield* this.#event('Normal', 'Created', `Container created`, container)
    for (const [name, value] of image.env) if (!env.has(name) || name === 'PATH') env.set(name, value)
    if (spec.tty) env.set('TERM', 'xterm')
    const { fds, output } = openStdio(p, container)
    const words = (list: readonly string[] | undefined) => list?.map((word) => expand(word, env))
    const pid = startContainer(
      p,
      {
        id,
        sandbox,
        image: image.root,
        argv: image.argv(words(spec.command), words(spec.args)),
        env,
        cwd: spec.workingDir ?? image.cwd,
        mounts: [
          ...podFiles(p, this.pod, this.#folder, this.podIP, this.node.clusterDns),
          ...mountsOf(p, spec, this.#volumes ?? new Map()),
        ],
        terminal: spec.tty === true,
        annotations: { ...this.#annotations, 'container-name': spec.name, 'image-name': spec.image },
      },
      fds,
      (why) => {
        container.complaint = `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ${why}`
      },
    )
    for (const file of fds.values()) file.close()
    container.started(p, id, pid)
    this.node.start(container.collect(p, output))
    this.node.start(this.#watchContainer(container, id, pid))
    // A program that is not there fails at once.
    yield* p.clock.sleep(START_TIME)
    if (container.complaint !== null)
      return yield* this.#event('Warning', 'Failed', `Error: ${container.complaint}`, container)
    yield* this.#event('Normal', 'Started', `Container started`, container)
    this.#startProbes(container)
  }

  #startProbes(container: PodContainer): void {
    const { p } = this.node
    const { startupProbe, livenessProbe, readinessProbe, name } = container.spec
    const title = { startup: 'Startup', liveness: 'Liveness', readiness: 'Readiness' }
    const watcher = {
      p,
      ip: () => this.podIP,
      failed: (kind: ProbeKind, why: string) =>
        this.#event('Warning', 'Unhealthy', `${title[kind]} probe failed: ${why}`, container),
      changed: () => this.#changed.wake(),
      restart: (kind: ProbeKind) => this.#restart(container, `failed ${kind} probe, will be restarted`),
    }
    for (const [kind, probe] of [
      ['startup', startupProbe],
      ['liveness', livenessProbe],
      ['readiness', readinessProbe],
    ] as const) {
      if (probe && name) this.node.start(watchProbe(watcher, kind, probe, container))
    }
  }

  *#restart(container: PodContainer, why: string): Blocking<void> {
    const { p } = this.node
    const { pid } = container
    yield* this.#event('Normal', 'Killing', `Container ${container.spec.name} ${why}`, container)
    p.procs.kill(pid, 'TERM')
    const until = p.clock.now() + (this.pod.spec.terminationGracePeriodSeconds ?? 30) * SECOND
    while (container.pid === pid && p.clock.now() < until) yield* p.clock.wait([container.changed], until)
    if (container.pid === pid) p.procs.kill(pid, 'KILL')
  }

  *#watchContainer(container: PodContainer, id: string, pid: number): Blocking<void> {
    const { p } = this.node
    const ended = yield* p.procs.wait(pid)
    removeTask(p, id)
    container.ended(p, isErrno(ended) ? 1 : ended.status)
    this.#changed.wake()
  }

  /** Said once, then tried again every while. Ref: pkg/kubelet/images/image_manager.go */
  *#missingImage(container: PodContainer): Blocking<void> {
    const { p } = this.node
    const { image } = container.spec
    const pulled = pullFailure(image)
    const { waiting } = container.state
    container.notBefore = p.clock.now() + 10 * SECOND
    if (waiting?.reason !== 'ErrImagePull' && waiting?.reason !== 'ImagePullBackOff') {
      container.state = { waiting: { reason: 'ErrImagePull', message: pulled } }
      yield* this.#event('Normal', 'Pulling', `Pulling image "${image}"`, container)
      yield* this.#event('Warning', 'Failed', pulled.replace(/^f/, 'F'), container)
      yield* this.#event('Warning', 'Failed', 'Error: ErrImagePull', container)
      return
    }
    if (waiting.reason === 'ImagePullBackOff') return
    const message = `Back-off pulling image "${image}": ErrImagePull: ${pulled}`
    container.state = { waiting: { reason: 'ImagePullBackOff', message } }
    yield* this.#event('Normal', 'BackOff', `Back-off pulling image "${image}"`, container)
    yield* this.#event('Warning', 'Failed', 'Error: ImagePullBackOff', container)
  }

  *#misconfigured(container: PodContainer, why: string): Blocking<void> {
    const { waiting } = container.state
    container.state = { waiting: { reason: 'CreateContainerConfigError', message: why } }
    container.notBefore = this.node.p.clock.now() + 10 * SECOND
    if (waiting?.message !== why) yield* this.#event('Warning', 'Failed', `Error: ${why}`, container)
  }

  // ---- the end

  /** TERM, then KILL when the time given is over. */
  *#killContainers(graceSeconds: number): Blocking<void> {
    const { p } = this.node
    const until = p.clock.now() + graceSeconds * SECOND
    for (const { pid } of this.all) if (pid !== 0) p.procs.kill(pid, graceSeconds > 0 ? 'TERM' : 'KILL')
    while (this.all.some(({ running }) => running)) {
      const queues = this.all.map(({ changed }) => changed)
      const why = yield* p.clock.wait(queues, p.clock.now() < until ? until : Infinity)
      if (why !== 'timeout') continue
      for (const { pid } of this.all) if (pid !== 0) p.procs.kill(pid, 'KILL')
    }
  }

  *#end(): Blocking<void> {
    const { deletionGracePeriodSeconds = 30 } = this.pod.metadata
    for (const container of this.all) {
      if (container.running)
        yield* this.#event('Normal', 'Killing', `Stopping container ${container.spec.name}`, container)
    }
    yield* this.#killContainers(deletionGracePeriodSeconds)
    yield* this.#removeSandbox()
    yield* this.node.api.remove(this.pod, 0)
  }
}
