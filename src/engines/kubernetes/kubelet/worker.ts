// What a kubelet does for one pod from its coming to its end. (Ref: pkg/kubelet/pod_workers.go, kuberuntime)
import type { Blocking, Process } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { addNetwork, deleteNetwork, type Attachment } from '../../cni/libcni.ts'
import { isObject } from '../../cni/gojson.ts'
import { makeFolders } from '../../cni/folders.ts'
import type { ApiClient } from '../api/client.ts'
import { recordEvent } from '../api/events.ts'
import type { Cache } from '../api/watch.ts'
import type { Pod } from '../api/types.ts'
import { PodContainer } from './container.ts'
import { environmentOf, hostsFile, resolvConf } from './environment.ts'
import { findImage } from './images.ts'
import { firstNetwork, LOOPBACK } from './network.ts'
import { newId, removeSandbox, removeTask, startContainer, startSandbox, type Sandbox } from './runtime.ts'
import { podStatus } from './status.ts'

const SECOND = 1_000_000_000
const PODS = '/var/lib/kubelet/pods'
const RETRY = SECOND

export interface Node {
  readonly p: Process
  readonly name: string
  readonly ip: string
  readonly clusterDns: string
  readonly cache: Cache
  readonly api: ApiClient
  start(body: Blocking<void>): void
}

export class PodWorker {
  readonly containers: readonly PodContainer[]
  readonly node: Node
  pod: Pod
  sandbox: Sandbox | null = null
  podIP = ''
  readonly #changed = new WaitQueue()
  readonly #startTime: number
  #sandboxEnded = false
  #attachment: Attachment | null = null
  #written = ''
  #finished = false

  constructor(node: Node, pod: Pod) {
    this.node = node
    this.pod = pod
    this.containers = pod.spec.containers.map((spec) => new PodContainer(spec))
    this.#startTime = Math.floor(node.p.clock.epoch())
  }

  /** The object has changed. */
  update(pod: Pod): void {
    this.pod = pod
    this.#changed.wake()
  }

  *run(): Blocking<void> {
    const { p } = this.node
    while (this.pod.metadata.deletionTimestamp === undefined) {
      if (!this.sandbox && !(yield* this.#makeSandbox())) {
        yield* this.#report()
        yield* p.clock.wait([this.#changed], p.clock.now() + RETRY)
        continue
      }
      if (this.#sandboxEnded) {
        yield* this.#loseSandbox()
        continue
      }
      yield* this.#startContainers()
      yield* this.#report()
      const due = this.containers
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

  #event(type: 'Normal' | 'Warning', reason: string, message: string): Blocking<void> {
    const { api, name } = this.node
    return recordEvent(api, { component: 'kubelet', host: name }, this.pod, type, reason, message)
  }

  // ---- the sandbox

  *#makeSandbox(): Blocking<boolean> {
    const { p } = this.node
    const { spec, metadata } = this.pod
    const hostNetwork = spec.hostNetwork === true
    const sandbox = startSandbox(p, spec.hostname ?? metadata.name, hostNetwork)
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
    const { p } = this.node
    const network = firstNetwork(p)
    if (typeof network === 'string') return network
    const { name, namespace, uid = '' } = this.pod.metadata
    const words = `IgnoreUnknown=1;K8S_POD_NAMESPACE=${namespace};K8S_POD_NAME=${name};K8S_POD_INFRA_CONTAINER_ID=${sandbox.id};K8S_POD_UID=${uid}`
    const ports = this.containers
      .flatMap(({ spec }) => spec.ports ?? [])
      .filter(({ hostPort }) => hostPort !== undefined)
    const portMappings = ports.map(({ hostPort, containerPort, protocol = 'TCP', hostIP }) => {
      return { hostPort, containerPort, protocol: protocol.toLowerCase(), ...(hostIP ? { hostIP } : {}) }
    })
    this.#attachment = {
      containerId: sandbox.id,
      netns: sandbox.netns,
      ifName: 'eth0',
      args: words,
      path: '/opt/cni/bin',
      capabilities: portMappings.length > 0 ? { portMappings } : {},
    }
    // The runtime brings lo up by a network of its own.
    yield* addNetwork(p, LOOPBACK, { ...this.#attachment, ifName: 'lo', capabilities: {} })
    const result = yield* addNetwork(p, network, this.#attachment)
    if (typeof result === 'string') return result
    const [first] = Array.isArray(result['ips']) ? result['ips'] : []
    this.podIP = isObject(first) ? String(first['address']).replace(/\/.*/, '') : ''
    return null
  }

  *#removeSandbox(): Blocking<void> {
    const { p } = this.node
    const { sandbox } = this
    this.sandbox = null
    if (!sandbox) return
    const network = firstNetwork(p)
    if (this.#attachment && typeof network !== 'string') yield* deleteNetwork(p, network, this.#attachment)
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
    for (const container of this.containers) container.notBefore = 0
  }

  // ---- containers

  #restarts(container: PodContainer): boolean {
    const { restartPolicy = 'Always' } = this.pod.spec
    const code = container.state.terminated?.exitCode
    if (code === undefined) return true
    return restartPolicy === 'Always' || (restartPolicy === 'OnFailure' && code !== 0)
  }

  *#startContainers(): Blocking<void> {
    const { p } = this.node
    for (const container of this.containers) {
      if (container.running || container.notBefore > p.clock.now() || !this.sandbox) continue
      if (container.state.terminated) {
        if (!this.#restarts(container)) continue
        container.backOff(p, this.#fullName())
        if (container.notBefore > p.clock.now()) {
          yield* this.#event(
            'Warning',
            'BackOff',
            `Back-off restarting failed container ${container.spec.name} in pod ${this.#fullName()}`,
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
    const { p } = this.node
    const { spec } = container
    const image = findImage(p, spec.image)
    if (!image) return yield* this.#missingImage(container)
    yield* this.#event('Normal', 'Pulled', `Container image "${spec.image}" already present on machine`)
    const id = newId(p)
    yield* this.#event('Normal', 'Created', `Container created`)
    const output = p.fs.pipe()
    const none = p.fs.pipe()
    none.write.close()
    const pid = startContainer(
      p,
      {
        id,
        sandbox,
        image: image.root,
        argv: image.argv(spec.command, spec.args),
        env: environmentOf(this.node.cache, this.pod, spec),
        cwd: spec.workingDir ?? '/',
        files: this.#files(),
      },
      new Map([
        [0, none.read],
        [1, output.write],
        [2, output.write],
      ]),
      (why) => {
        container.complaint = why
      },
    )
    none.read.close()
    output.write.close()
    container.started(p, id, pid)
    this.node.start(container.collect(p, output.read))
    this.node.start(this.#watchContainer(container, id, pid))
    yield* this.#event('Normal', 'Started', `Container started`)
  }

  *#watchContainer(container: PodContainer, id: string, pid: number): Blocking<void> {
    const { p } = this.node
    const ended = yield* p.procs.wait(pid)
    removeTask(p, id)
    container.ended(p, isErrno(ended) ? 1 : ended.status)
    this.#changed.wake()
  }

  *#missingImage(container: PodContainer): Blocking<void> {
    const { p } = this.node
    const { image } = container.spec
    const message = `Back-off pulling image "${image}": vethlab has no image of that name`
    const first = container.state.waiting?.reason === 'ContainerCreating'
    container.state = { waiting: { reason: first ? 'ErrImagePull' : 'ImagePullBackOff', message } }
    container.notBefore = p.clock.now() + 10 * SECOND
    if (!first) return
    yield* this.#event('Normal', 'Pulling', `Pulling image "${image}"`)
    yield* this.#event('Warning', 'Failed', `Failed to pull image "${image}": it is not supported in vethlab`)
  }

  /** Files of the node that are shown in every container of the pod. */
  #files(): ReadonlyMap<string, string> {
    const { p, clusterDns } = this.node
    const folder = `${PODS}/${this.pod.metadata.uid ?? ''}`
    makeFolders(p, folder)
    const own = p.fs.readText('/etc/resolv.conf')
    const name = this.pod.spec.hostname ?? this.pod.metadata.name
    p.fs.writeFile(`${folder}/etc-hosts`, hostsFile(name, this.podIP))
    p.fs.writeFile(`${folder}/hostname`, `${name}\n`)
    p.fs.writeFile(`${folder}/resolv.conf`, resolvConf(this.pod, clusterDns, isErrno(own) ? '' : own))
    return new Map([
      ['/etc/hosts', `${folder}/etc-hosts`],
      ['/etc/hostname', `${folder}/hostname`],
      ['/etc/resolv.conf', `${folder}/resolv.conf`],
    ])
  }

  // ---- the end

  /** TERM, then KILL when the time given is over. */
  *#killContainers(graceSeconds: number): Blocking<void> {
    const { p } = this.node
    const until = p.clock.now() + graceSeconds * SECOND
    for (const { pid } of this.containers)
      if (pid !== 0) p.procs.kill(pid, graceSeconds > 0 ? 'TERM' : 'KILL')
    while (this.containers.some(({ running }) => running)) {
      const queues = this.containers.map(({ changed }) => changed)
      const why = yield* p.clock.wait(queues, p.clock.now() < until ? until : Infinity)
      if (why !== 'timeout') continue
      for (const { pid } of this.containers) if (pid !== 0) p.procs.kill(pid, 'KILL')
    }
  }

  *#end(): Blocking<void> {
    const { deletionGracePeriodSeconds = 30 } = this.pod.metadata
    for (const { spec, running } of this.containers) {
      if (running) yield* this.#event('Normal', 'Killing', `Stopping container ${spec.name}`)
    }
    yield* this.#killContainers(deletionGracePeriodSeconds)
    yield* this.#removeSandbox()
    yield* this.node.api.remove(this.pod, 0)
  }

  *#report(): Blocking<void> {
    const status = podStatus(this.pod, this.containers, {
      podIP: this.podIP,
      hostIP: this.node.ip,
      startTime: this.#startTime,
      now: Math.floor(this.node.p.clock.epoch()),
    })
    const text = JSON.stringify(status)
    if (text === this.#written) return
    this.#written = text
    yield* this.node.api.replace({ ...this.pod, status }, '/status')
  }
}
