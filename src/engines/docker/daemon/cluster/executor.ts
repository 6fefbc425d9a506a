// Runs what the manager assigns to this node: a container for each task. (Ref: moby daemon/cluster/executor/container)
import type { Blocking } from '../../../../os/program.ts'
import { SECOND } from '../../../../sim/clock.ts'
import type { ContainerCreate } from '../../api/container.ts'
import type { ServicePort } from '../../api/service.ts'
import { isApiError } from '../../libnetwork/apiError.ts'
import type { ManagedNetwork } from '../../libnetwork/controller.ts'
import type { TaskReport } from '../../swarmkit/manager.ts'
import type { Assignment } from '../../swarmkit/orchestrator.ts'
import type { TaskState } from '../../swarmkit/objects.ts'
import { isIngress } from '../../swarmkit/serviceEndpoint.ts'
import type { Container } from '../container.ts'
import { createContainer } from '../create.ts'
import type { Daemon } from '../daemon.ts'
import type { LogEntry } from '../logs.ts'
import { removeContainer } from '../remove.ts'
import { startContainer } from '../start.ts'
import { stopContainer } from '../stop.ts'

/** Others hear of what is about to end before it does. (Ref: executor/container/controller.go:defaultGossipConvergeDelay) */
const CONVERGENCE = 2 * SECOND

interface Running {
  assignment: Assignment
  container: Container | null
  /** It is being started, or stopped. */
  busy: boolean
  over: boolean
  /** It follows one that ended, and is not to begin yet. */
  waits: boolean
}

export class Executor {
  readonly #daemon: () => Daemon
  readonly #node: string
  readonly #report: (report: TaskReport) => Blocking<void>
  readonly #tasks = new Map<string, Running>()

  constructor(daemon: () => Daemon, node: string, report: (report: TaskReport) => Blocking<void>) {
    this.#daemon = daemon
    this.#node = node
    this.#report = report
  }

  /** All that is this node's. */
  update(assignments: readonly Assignment[]): void {
    for (const assignment of assignments) {
      const { id, desired, state } = assignment.task
      const known = this.#tasks.get(id)
      if (known) {
        known.assignment = assignment
        this.#go(known)
      } else if (desired !== 'running' && desired !== 'ready' && state === 'assigned') {
        this.#daemon().start(this.#tell(assignment, desired === 'remove' ? 'gone' : 'shutdown', null))
      } else if (state === 'assigned' || state === 'ready' || state === 'running') {
        const running = {
          assignment,
          container: this.#found(id),
          busy: false,
          over: false,
          waits: false,
        }
        this.#tasks.set(id, running)
        this.#go(running)
      } else if (desired === 'remove') this.#daemon().start(this.#tell(assignment, 'gone', null))
    }
  }

  /** What a task's program has written. */
  logs(task: string): readonly LogEntry[] {
    const container = this.#tasks.get(task)?.container ?? this.#found(task)
    return container?.log.entries() ?? []
  }

  /** One that an earlier daemon made. */
  #found(task: string): Container | null {
    const all = this.#daemon().containers.all()
    return all.find(({ config }) => config.Labels?.['com.docker.swarm.task.id'] === task) ?? null
  }

  #go(running: Running): void {
    if (running.busy) return
    const { desired } = running.assignment.task
    const d = this.#daemon()
    if (desired === 'ready' && !running.waits) {
      running.waits = true
      d.start(this.#tell(running.assignment, 'ready', null))
    } else if (desired === 'running' && !running.container && !running.over) d.start(this.#run(running))
    else if (desired === 'running' && running.container && !running.over) d.start(this.#watch(running))
    else if (desired === 'shutdown' && !running.over) d.start(this.#stop(running, false))
    else if (desired === 'remove') d.start(this.#stop(running, true))
  }

  *#run(running: Running): Blocking<void> {
    running.busy = true
    const d = this.#daemon()
    const { assignment } = running
    yield* this.#tell(assignment, 'preparing', null)
    const image = d.images.get(assignment.task.spec.TaskTemplate.ContainerSpec.Image)
    if (isApiError(image)) return yield* this.#failed(running, 'rejected', image.message)
    for (const { network, nodeAddress } of assignment.networks) {
      const adopted = yield* d.networks.swarm.adopt(network, nodeAddress)
      if (isApiError(adopted)) return yield* this.#failed(running, 'rejected', adopted.message)
    }
    const container = createContainer(
      d,
      `${assignment.task.name}.${assignment.task.id}`,
      this.#request(assignment),
    )
    if (isApiError(container)) return yield* this.#failed(running, 'rejected', container.message)
    running.container = container
    // Its networks are the manager's to say: its own mode is what it is without a word.
    container.hostConfig.NetworkMode = 'bridge'
    for (const { network } of assignment.networks) {
      const settings = container.networking.endpoints.get(network.name)
      const own = { SwarmTask: assignment.task.id, IPAMOperational: true }
      if (settings) Object.assign(settings, own, { IngressPorts: meshPorts(assignment, network) })
    }
    yield* this.#tell(assignment, 'starting', container)
    const failed = yield* startContainer(d, container)
    if (failed) return yield* this.#failed(running, 'failed', `starting container failed: ${failed.message}`)
    this.#serve(running, false)
    yield* this.#tell(assignment, 'running', container)
    running.busy = false
    if (running.assignment.task.desired === 'running') yield* this.#watch(running)
    else this.#go(running)
  }

  *#failed(running: Running, state: TaskState, error: string): Blocking<void> {
    running.busy = false
    running.over = true
    yield* this.#tell(running.assignment, state, running.container, error)
    this.#go(running)
  }

  /** Until its container ends by itself. */
  *#watch(running: Running): Blocking<void> {
    const { container } = running
    if (!container) return
    while (container.state.running) {
      yield { on: [container.changed], until: Infinity }
      if (running.busy || this.#daemon().stopping) return
    }
    if (running.busy || running.over || running.assignment.task.desired !== 'running') return
    const { exitCode } = container.state
    const error = exitCode === 0 ? '' : `task: non-zero exit (${exitCode})`
    yield* this.#failed(running, exitCode === 0 ? 'complete' : 'failed', error)
  }

  *#stop(running: Running, remove: boolean): Blocking<void> {
    running.busy = true
    const d = this.#daemon()
    const { container, assignment } = running
    if (container && !running.over) {
      this.#serve(running, true)
      yield* d.p.clock.sleep(CONVERGENCE)
    }
    if (container) yield* stopContainer(d, container, {})
    if (!running.over) {
      running.over = true
      yield* this.#tell(assignment, 'shutdown', container)
    }
    running.busy = false
    if (!remove && running.assignment.task.desired !== 'remove') return
    if (container) yield* removeContainer(d, container, { force: true, volumes: false })
    this.#tasks.delete(assignment.task.id)
    yield* this.#tell(assignment, 'gone', container)
  }

  /** Its service leads to it from now on, or no more. */
  #serve({ assignment, container }: Running, disabled: boolean): void {
    const { task, service: name, networks } = assignment
    const services = networks.map(({ network, vip }) => {
      const ports = meshPorts(assignment, network)
      const attached = task.spec.TaskTemplate.Networks?.find(({ Target }) => Target === network.id)
      const aliases = attached?.Aliases ?? []
      return [network.id, { id: task.serviceId, name, aliases, vip, ports, disabled }] as const
    })
    if (container) this.#daemon().networks.swarm.serve(container.id, new Map(services))
  }

  *#tell(
    { task }: Assignment,
    state: TaskReport['state'],
    container: Container | null,
    error = '',
  ): Blocking<void> {
    yield* this.#report({
      task: task.id,
      state,
      message: MESSAGES[state] ?? state,
      error,
      container: container?.id ?? '',
      exitCode: container?.state.exitCode ?? 0,
    })
  }

  /** Ref: moby daemon/cluster/executor/container/container.go */
  #request({ task, service, networks }: Assignment): ContainerCreate {
    const { ContainerSpec } = task.spec.TaskTemplate
    const { ports } = task
    const [first] = networks
    return {
      Image: ContainerSpec.Image,
      ...(ContainerSpec.Command ? { Entrypoint: ContainerSpec.Command } : {}),
      ...(ContainerSpec.Args ? { Cmd: ContainerSpec.Args } : {}),
      ...(ContainerSpec.Env ? { Env: ContainerSpec.Env } : {}),
      ...(ContainerSpec.Hostname ? { Hostname: ContainerSpec.Hostname } : {}),
      ...(ContainerSpec.Dir ? { WorkingDir: ContainerSpec.Dir } : {}),
      ...(ContainerSpec.User ? { User: ContainerSpec.User } : {}),
      ...(ContainerSpec.TTY ? { Tty: true } : {}),
      Labels: {
        ...ContainerSpec.Labels,
        'com.docker.swarm.node.id': this.#node,
        'com.docker.swarm.service.id': task.serviceId,
        'com.docker.swarm.service.name': service,
        'com.docker.swarm.task': '',
        'com.docker.swarm.task.id': task.id,
        'com.docker.swarm.task.name': `${task.name}.${task.id}`,
      },
      ExposedPorts: Object.fromEntries(ports.map((port) => [`${port.TargetPort}/${port.Protocol}`, {}])),
      HostConfig: {
        NetworkMode: first?.network.name ?? 'default',
        PortBindings: Object.fromEntries(
          ports
            .filter((port) => !isIngress(port))
            .map((port) => [
              `${port.TargetPort}/${port.Protocol}`,
              [{ HostIp: '', HostPort: String(port.PublishedPort ?? '') }],
            ]),
        ),
      },
      NetworkingConfig: {
        EndpointsConfig: Object.fromEntries(
          networks.map(({ network, address }) => [network.name, { IPAMConfig: { IPv4Address: address } }]),
        ),
      },
    }
  }
}

/** Those of the routing mesh, in the network they come by. */
function meshPorts({ task }: Assignment, { ingress }: ManagedNetwork): readonly ServicePort[] {
  return ingress ? task.ports.filter(isIngress) : []
}

/** Ref: swarmkit agent/exec/controller.go */
const MESSAGES: Readonly<Partial<Record<TaskReport['state'], string>>> = {
  running: 'started',
  complete: 'finished',
  failed: 'started',
}
