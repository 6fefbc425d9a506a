// What Docker says of its containers and networks on a machine, asked as anybody asks it.
import type { ContainerInspect } from '../../engines/docker/api/container.ts'
import type { EndpointSettings, NetworkInspect } from '../../engines/docker/libnetwork/types.ts'
import { formatInet, parseInet, type Inet } from '../../wire/inet.ts'
import type { Lab } from '../lab.ts'
import type { NetnsId } from '../view.ts'
import type { Words } from './cause.ts'
import { covers } from './prefixes.ts'

/** A port of a container that one of the machine leads to. */
export interface Published {
  readonly protocol: string
  /** Of the machine; empty: every one. */
  readonly hostIp: string
  readonly hostPort: number
  readonly port: number
}

export class Docker {
  readonly machine: string
  readonly containers: readonly ContainerInspect[]
  readonly networks: readonly NetworkInspect[]
  /** Which namespace each running one has. */
  readonly #netns = new Map<NetnsId, ContainerInspect>()

  private constructor(
    lab: Lab,
    machine: string,
    containers: readonly ContainerInspect[],
    networks: readonly NetworkInspect[],
  ) {
    this.machine = machine
    this.containers = containers
    this.networks = networks
    const node = lab.machine(machine)
    const tasks = new Map([...(node?.machine.system.table.all() ?? [])].map((task) => [task.pid, task]))
    for (const container of containers) {
      const task = tasks.get(container.State.Pid)
      if (!container.State.Running || !task || task.netns === node?.kernel.initNet) continue
      const id = `${machine}/${task.netns.inode}`
      // Who joined another's network comes after it.
      if (!this.#netns.has(id) || !container.HostConfig.NetworkMode.startsWith('container:'))
        this.#netns.set(id, container)
    }
  }

  /** null where no daemon runs. */
  static of(lab: Lab, machine: string): Docker | null {
    const tasks = lab.machine(machine)?.machine.system.table.all() ?? []
    if (![...tasks].some(({ comm }) => comm === 'dockerd')) return null
    const networks = asked<NetworkInspect>(lab, machine, 'docker network inspect $(docker network ls -q)')
    if (!networks) return null
    return new Docker(
      lab,
      machine,
      asked<ContainerInspect>(lab, machine, 'docker inspect $(docker ps -aq)') ?? [],
      networks,
    )
  }

  in(netns: NetnsId): ContainerInspect | null {
    return this.#netns.get(netns) ?? null
  }

  /** Of a container that runs, by its name; null when it has none of its own. */
  netnsOf(name: string): NetnsId | null {
    for (const [netns, container] of this.#netns) if (nameOf(container) === name) return netns
    return null
  }

  /** The running one that has the address, and in which network. */
  at(address: Inet): { readonly container: ContainerInspect; readonly network: string } | null {
    const text = formatInet(address)
    for (const container of this.containers)
      for (const [network, { IPAddress }] of endpointsOf(container))
        if (container.State.Running && IPAddress === text) return { container, network }
    return null
  }

  network(name: string): NetworkInspect | null {
    return this.networks.find(({ Name }) => Name === name) ?? null
  }

  /** Whose bridge a device is. */
  ofBridge(device: string): NetworkInspect | null {
    return this.networks.find((network) => bridgeOf(network) === device) ?? null
  }

  around(address: Inet): NetworkInspect | null {
    return (
      this.networks.find(({ IPAM }) =>
        (IPAM.Config ?? []).some(({ Subnet = '' }) => {
          const [text = '', length = ''] = Subnet.split('/')
          const network = parseInet(text)
          return network !== null && covers(network, Number(length), address)
        }),
      ) ?? null
    )
  }
}

function asked<T>(lab: Lab, machine: string, command: string): readonly T[] | null {
  const { output, status } = lab.aside(machine, `${command} 2>/dev/null`)
  // The client prints an empty list, and fails, when there is none.
  return status === 0 ? (JSON.parse(output) as T[]) : null
}

export function nameOf({ Name }: ContainerInspect): string {
  return Name.replace(/^\//, '')
}

const STATUS_IN_KOREAN: Readonly<Record<string, string>> = {
  created: '생성만 됨',
  running: '실행 중',
  paused: '일시 중지됨',
  restarting: '재시작 중',
  removing: '삭제 중',
  exited: '종료됨',
  dead: '제거 실패',
}

/** As Docker says it: `exited`. */
export function statusWords({ State: { Status } }: ContainerInspect): Words {
  return { en: Status, ko: STATUS_IN_KOREAN[Status] ?? Status }
}

export function endpointsOf({
  NetworkSettings,
}: ContainerInspect): readonly (readonly [string, EndpointSettings])[] {
  return Object.entries(NetworkSettings.Networks)
}

/** null when it is of another driver. */
export function bridgeOf({ Driver, Options, Id }: NetworkInspect): string | null {
  return Driver === 'bridge' ? (Options?.['com.docker.network.bridge.name'] ?? `br-${Id.slice(0, 12)}`) : null
}

/** Networks made by a person: there containers find each other by name. */
export function isUserDefined(network: string): boolean {
  return network !== 'bridge' && network !== 'host' && network !== 'none'
}

/** What it was told to publish, whether it runs or not. */
export function publishedBy({ HostConfig }: ContainerInspect): readonly Published[] {
  return Object.entries(HostConfig.PortBindings ?? {}).flatMap(([key, bindings]) => {
    const [port = '', protocol = 'tcp'] = key.split('/')
    return (bindings ?? []).map(({ HostIp, HostPort }) => ({
      protocol,
      hostIp: HostIp,
      hostPort: Number(HostPort),
      port: Number(port),
    }))
  })
}
