// A service's port with the endpoints behind it: what rules are made of.
import { compareText } from '../api/order.ts'
import type { Cache } from '../api/watch.ts'
import type { Endpoint, EndpointSlice, Service } from '../api/types.ts'

export interface ProxiedPort {
  /** `NAMESPACE/NAME` or `NAMESPACE/NAME:PORT`, by which chains and comments call it. */
  readonly name: string
  readonly protocol: string
  readonly clusterIP: string
  readonly port: number
  readonly nodePort: number | null
  readonly externalIPs: readonly string[]
  /** Only endpoints of this node are used for what comes from outside, or from the cluster. */
  readonly externalLocal: boolean
  readonly internalLocal: boolean
  /** Seconds; null: none. */
  readonly affinity: number | null
  /** `ADDRESS:PORT`. */
  readonly endpoints: readonly { readonly text: string; readonly ip: string; readonly local: boolean }[]
}

/** All of them, by name. Headless services have none. */
export function proxiedPorts(cache: Cache, node: string): ProxiedPort[] {
  const slices = cache.all<EndpointSlice>('EndpointSlice')
  const ports = cache.all<Service>('Service').flatMap((service) => portsOf(service, slices, node))
  return ports.sort((a, b) => compareText(a.name + a.protocol, b.name + b.protocol))
}

function portsOf(service: Service, slices: readonly EndpointSlice[], node: string): ProxiedPort[] {
  const { spec, metadata } = service
  const { clusterIP } = spec
  if (clusterIP === undefined || clusterIP === 'None' || clusterIP === '') return []
  const own = slices.filter(({ metadata: { namespace, labels } }) => {
    return namespace === metadata.namespace && labels?.['kubernetes.io/service-name'] === metadata.name
  })
  const whole = `${metadata.namespace}/${metadata.name}`
  const affinity =
    spec.sessionAffinity === 'ClientIP'
      ? (spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10_800)
      : null
  return (spec.ports ?? []).map((port) => ({
    name: port.name ? `${whole}:${port.name}` : whole,
    protocol: port.protocol.toLowerCase(),
    clusterIP,
    port: port.port,
    nodePort: port.nodePort ?? null,
    externalIPs: spec.externalIPs ?? [],
    externalLocal: spec.externalTrafficPolicy === 'Local',
    internalLocal: spec.internalTrafficPolicy === 'Local',
    affinity,
    endpoints: endpointsOf(own, port.name ?? '', node),
  }))
}

/** Those that are ready; when none is, those that still serve while they end. */
function endpointsOf(
  slices: readonly EndpointSlice[],
  portName: string,
  node: string,
): ProxiedPort['endpoints'] {
  const found = slices.flatMap(({ endpoints, ports }) => {
    const port = ports.find(({ name }) => name === portName)
    return port ? endpoints.map((endpoint) => ({ endpoint, port: port.port })) : []
  })
  const ready = found.filter(({ endpoint }) => endpoint.conditions.ready)
  const used =
    ready.length > 0 ? ready : found.filter(({ endpoint: { conditions: c } }) => c.serving && c.terminating)
  const of = ({ endpoint, port }: { endpoint: Endpoint; port: number }) => {
    const [ip = ''] = endpoint.addresses
    return { text: `${ip}:${port}`, ip, local: endpoint.nodeName === node }
  }
  return used.map(of).sort((a, b) => compareText(a.text, b.text))
}
