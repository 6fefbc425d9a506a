// A dockerd without its API, for this folder's tests: it owns a controller and does what a test hands it.
import { isErrno } from '../../../uapi/errno.ts'
import { withThreads } from '../../../commands/lib/threads.ts'
import { fullLab } from '../../../lab/full.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { isApiError, type ApiError } from './apiError.ts'
import type { ContainerNetworking, NetworkConfig } from './controller.ts'
import { generateId } from './ids.ts'
import { Libnetwork } from './libnetwork.ts'
import type { EndpointSettings } from './types.ts'

const DEFAULTS: NetworkConfig = {
  iptables: true,
  ip6tables: true,
  ipForward: true,
  ipForwardNoDrop: false,
  ipMasq: true,
  userlandProxy: true,
  icc: true,
  bridge: '',
  bip: '',
  fixedCidr: '',
  defaultGateway: '',
  mtu: 0,
  ip: '',
  defaultAddressPools: [],
  dns: [],
  dnsSearch: [],
  dnsOpts: [],
  hostGatewayIp: '',
  defaultNetworkOpts: {},
}

type Work<T> = (controller: Libnetwork, p: Process) => Blocking<T | ApiError>

export class DockerBench {
  readonly lab = fullLab('lan')
  readonly events: string[] = []
  readonly containers = new Map<string, ContainerNetworking>()
  readonly pids = new Map<string, number>()
  readonly #bell = new WaitQueue()
  readonly #tasks: Work<void>[] = []
  #failure: string | null = null
  #ended = false

  constructor(config: Partial<NetworkConfig> = {}) {
    this.start(config)
  }

  /** Why the daemon did not start. */
  get failure(): string | null {
    return this.#failure
  }

  start(config: Partial<NetworkConfig> = {}): void {
    this.#ended = false
    const node = this.lab.machine('host')
    node?.machine.spawn((p) => this.#daemon(p, { ...DEFAULTS, ...config }), { argv: ['/usr/sbin/dockerd'] })
    this.sh('sleep 1')
  }

  stop(): void {
    for (const name of [...this.pids.keys()]) this.kill(name)
    this.do(function* (controller) {
      yield* controller.shutdown()
    })
    this.#ended = true
    this.#bell.wake()
    this.sh('sleep 0.01')
  }

  sh(command: string, machine = 'host'): string {
    return this.lab.exec(machine, command).output
  }

  /** In a container's namespace. */
  inside(name: string, command: string): string {
    return this.sh(`nsenter -t ${this.pids.get(name)} -n ${command}`)
  }

  file(name: string, file: string): string {
    return this.sh(`cat ${this.containers.get(name)?.root}/${file}`)
  }

  /** What the daemon does; the error's words when it refuses. */
  do<T>(work: Work<T>): T | string {
    let result: T | string = 'nothing was done'
    this.#tasks.push(function* (controller, p) {
      const answer = yield* work(controller, p)
      result = isApiError(answer) ? answer.message : answer
    })
    this.#bell.wake()
    for (let i = 0; i < 100 && this.#tasks.length > 0; i++) this.sh('sleep 0.01')
    return result
  }

  network(name: string, create = {}): string {
    const made = this.do((controller) => controller.createNetwork({ Name: name, ...create }))
    return typeof made === 'string' ? made : made.Id
  }

  /** `docker run -d`: a process that sleeps, in a namespace of its own. */
  run(name: string, options: Partial<ContainerNetworking> = {}, requests = {}): string {
    const created = this.create(name, options, requests)
    return created === '' ? this.startContainer(name) : created
  }

  create(name: string, options: Partial<ContainerNetworking> = {}, requests = {}): string {
    const { containers } = this
    return this.do<string>(function* (controller, p) {
      yield* []
      const id = generateId(p)
      const root = `/var/lib/docker/containers/${id}`
      const c: ContainerNetworking = {
        id,
        name,
        hostname: id.slice(0, 12),
        domainname: '',
        networkMode: 'bridge',
        root,
        exposedPorts: [],
        portBindings: {},
        publishAllPorts: false,
        dns: [],
        dnsSearch: [],
        dnsOptions: [],
        extraHosts: [],
        links: [],
        sysctls: {},
        endpoints: new Map<string, EndpointSettings>(),
        ...options,
      }
      const refused = controller.configure(c, requests)
      if (refused) return refused
      for (const path of ['/var/lib/docker', '/var/lib/docker/containers', root]) p.fs.mkdir(path)
      containers.set(name, c)
      return ''
    })
  }

  startContainer(name: string): string {
    const c = this.containers.get(name)
    if (!c) return 'no such container'
    const { pids } = this
    return this.do<string>(function* (controller, p) {
      const refused = yield* controller.prepare(c)
      if (refused) return refused
      const netns = c.networkMode === 'host' ? p.net.netns() : p.net.createNetns()
      if (isErrno(netns)) return netns.text
      const pid = p.procs.spawn(
        function* (child) {
          child.net.setns(netns)
          yield* child.clock.sleep(Infinity)
          return 0
        },
        { argv: ['sleep', 'infinity'] },
      )
      yield* p.clock.sleep(1)
      const failed = yield* controller.attach(c, netns)
      if (!failed) pids.set(name, pid)
      else p.procs.kill(pid, 'KILL')
      return failed ?? ''
    })
  }

  kill(name: string): void {
    const c = this.containers.get(name)
    const pid = this.pids.get(name)
    if (!c || pid === undefined) return
    this.pids.delete(name)
    this.do(function* (controller, p) {
      p.procs.kill(pid, 'KILL')
      yield* p.procs.wait(pid)
      yield* controller.release(c)
    })
  }

  *#daemon(p: Process, config: NetworkConfig): Blocking<number> {
    const controller = new Libnetwork(p, config, {
      event: (action, _id, { name = '' }) => void this.events.push(`${action} ${name}`),
      log: () => {},
      container: (term) => this.containers.get(term) ?? null,
      state: ({ name }) => (this.pids.has(name) ? 'running' : 'exited'),
    })
    this.#failure = yield* controller.start()
    if (this.#failure !== null) return 1
    return yield* withThreads(p, (begin) => {
      begin(controller.work())
      return this.#serve(controller, p)
    })
  }

  *#serve(controller: Libnetwork, p: Process): Blocking<number> {
    while (!this.#ended) {
      const [task] = this.#tasks
      if (task) {
        yield* task(controller, p)
        this.#tasks.shift()
      } else yield* p.clock.wait([this.#bell])
    }
    return 0
  }
}
