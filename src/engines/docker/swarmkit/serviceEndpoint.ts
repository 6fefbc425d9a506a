// Ports and virtual addresses of a service: what it asks for, or what is free. (Ref: swarmkit manager/allocator/cnmallocator/
// networkallocator.go:ServiceAllocate(), portallocator.go)
import type { ServicePort, ServiceSpec } from '../api/service.ts'
import type { ApiError } from '../libnetwork/apiError.ts'
import type { NetworkObject, ServiceEndpoint, ServiceObject } from './objects.ts'
import { rpcError } from './rpcError.ts'

/** Ref: portallocator.go: ports that nobody asked for by number are among these. */
const DYNAMIC_FIRST = 30000
const DYNAMIC_LAST = 32767

/** What is chosen from. */
interface Home {
  readonly ingress: NetworkObject | null
  nextAddress(networkId: string): string | null
  release(networkId: string, address: string): void
}

export function isIngress({ PublishMode }: ServicePort): boolean {
  return PublishMode !== 'host'
}

function key({ Protocol, PublishedPort }: ServicePort): string {
  return `${PublishedPort}/${Protocol}`
}

/** Ref: controlapi/service.go:validateEndpointSpec(), checkPortConflicts() */
export function checkEndpoint(spec: ServiceSpec, others: readonly ServiceObject[]): ApiError | null {
  const { Mode, Ports = [] } = spec.EndpointSpec
  const wrong = (text: string): ApiError => rpcError('InvalidArgument', 400, text)
  if (Mode === 'dnsrr' && Ports.some(isIngress)) {
    return wrong("EndpointSpec: port published with ingress mode can't be used with dnsrr mode")
  }
  const seen = new Set<string>()
  for (const port of Ports) {
    if (port.PublishedPort === undefined) continue
    if (seen.has(key(port))) {
      return wrong('EndpointSpec: duplicate published ports provided')
    }
    seen.add(key(port))
    for (const { id, spec: other, endpoint } of others) {
      const clash = endpoint.ports.find((used) => key(used) === key(port))
      if (!clash || (!isIngress(clash) && !isIngress(port))) continue
      const as = isIngress(clash) ? 'an ingress port' : 'a host-published port'
      const by = `service '${other.Name}' (${id})`
      return wrong(`port '${port.PublishedPort}' is already in use by ${by} as ${as}`)
    }
  }
  return null
}

/** Keeps of `before` what is still wanted, gives back the rest. */
export function allocateEndpoint(
  home: Home,
  spec: ServiceSpec,
  before: ServiceEndpoint | null,
  others: readonly ServiceObject[],
): ServiceEndpoint {
  const { Mode, Ports = [] } = spec.EndpointSpec
  const ports = allocatePorts(Ports, before?.ports ?? [], others)
  const wanted = Mode === 'dnsrr' ? [] : networksOf(home, spec, ports)
  const old = before?.vips ?? []
  for (const { networkId, address } of old) if (!wanted.includes(networkId)) home.release(networkId, address)
  const vips = wanted.flatMap((networkId) => {
    const known = old.find((vip) => vip.networkId === networkId)
    if (known) return [known]
    const address = home.nextAddress(networkId)
    return address === null ? [] : [{ networkId, address }]
  })
  return { mode: Mode, ports, vips }
}

/** Those that a service and its tasks are in, the ingress network first. */
export function networksOf(
  { ingress }: Pick<Home, 'ingress'>,
  spec: ServiceSpec,
  ports: readonly ServicePort[],
): string[] {
  const own = (spec.TaskTemplate.Networks ?? []).map(({ Target }) => Target)
  return ingress && ports.some(isIngress) ? [ingress.id, ...own] : own
}

function allocatePorts(
  wanted: readonly ServicePort[],
  before: readonly ServicePort[],
  others: readonly ServiceObject[],
): ServicePort[] {
  const used = new Set(others.flatMap(({ endpoint }) => endpoint.ports.filter(isIngress).map(key)))
  return wanted.map((port) => {
    if (!isIngress(port) || port.PublishedPort !== undefined) return port
    const known = before.find(
      ({ TargetPort, Protocol, PublishedPort = 0 }) =>
        TargetPort === port.TargetPort && Protocol === port.Protocol && PublishedPort >= DYNAMIC_FIRST,
    )
    let PublishedPort = known?.PublishedPort ?? DYNAMIC_FIRST
    while (!known && used.has(key({ ...port, PublishedPort })) && PublishedPort < DYNAMIC_LAST)
      PublishedPort++
    const { Protocol, TargetPort, PublishMode } = port
    const chosen = { Protocol, TargetPort, PublishedPort, PublishMode }
    used.add(key(chosen))
    return chosen
  })
}
