// What the API server of a cluster says of pods, services and policies, asked as anybody asks it.
import type { KubeObject } from '../../engines/kubernetes/api/meta.ts'
import type { Pod } from '../../engines/kubernetes/api/podtypes.ts'
import type { NetworkPolicy, Service, Endpoints, Deployment } from '../../engines/kubernetes/api/types.ts'
import { formatInet, type Inet } from '../../wire/inet.ts'
import type { Lab } from '../lab.ts'

const ASKED = 'kubectl get pods,services,endpoints,deployments,networkpolicies -A -o json 2>/dev/null'

export class Cluster {
  /** Where kubectl is at home. */
  readonly machine: string
  readonly #items: readonly KubeObject[]

  private constructor(machine: string, items: readonly KubeObject[]) {
    this.machine = machine
    this.#items = items
  }

  /** null where there is none, or it does not answer. */
  static of(lab: Lab, machines: readonly string[]): Cluster | null {
    const server = machines.find((name) =>
      [...(lab.machine(name)?.machine.system.table.all() ?? [])].some(
        ({ comm }) => comm === 'kube-apiserver',
      ),
    )
    if (server === undefined) return null
    const { output, status } = lab.aside(server, ASKED)
    const items = status === 0 ? (JSON.parse(output) as { items: KubeObject[] }).items : null
    if (!items) return null
    // A person uses it from beside the cluster where that is set up.
    const beside = machines.find((name) => {
      const file = lab.machine(name)?.machine.init.fs.readText('/root/.kube/config')
      return typeof file === 'string'
    })
    return new Cluster(beside ?? server, items)
  }

  get pods(): readonly Pod[] {
    return this.#all<Pod>('Pod')
  }

  get services(): readonly Service[] {
    return this.#all<Service>('Service')
  }

  get deployments(): readonly Deployment[] {
    return this.#all<Deployment>('Deployment')
  }

  get policies(): readonly NetworkPolicy[] {
    return this.#all<NetworkPolicy>('NetworkPolicy')
  }

  endpoints({ metadata }: Service): Endpoints | null {
    const all = this.#all<Endpoints>('Endpoints')
    return (
      all.find((e) => e.metadata.name === metadata.name && e.metadata.namespace === metadata.namespace) ??
      null
    )
  }

  /** Pods on the network of their node are not told from it. */
  podAt(address: Inet): Pod | null {
    const text = formatInet(address)
    return this.pods.find(({ spec, status }) => status.podIP === text && spec.hostNetwork !== true) ?? null
  }

  serviceAt(address: Inet): Service | null {
    const text = formatInet(address)
    return this.services.find(({ spec }) => spec.clusterIP === text) ?? null
  }

  /** As rules name it: `default/web`, or `default/web:http` of a port with a name. */
  serviceCalled(name: string): Service | null {
    const [namespace, rest = ''] = name.split('/')
    const [own] = rest.split(':')
    return (
      this.services.find(({ metadata }) => metadata.name === own && metadata.namespace === namespace) ?? null
    )
  }

  #all<T extends KubeObject>(kind: string): readonly T[] {
    return this.#items.filter((item): item is T => item.kind === kind)
  }
}

/** ` -n shop`, for any but the namespace one is in. */
export function inNamespace({ metadata }: KubeObject): string {
  return metadata.namespace === undefined || metadata.namespace === 'default'
    ? ''
    : ` -n ${metadata.namespace}`
}
