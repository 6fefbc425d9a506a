// Addresses and ports that the API server gives to services. (Ref: pkg/registry/core/service/storage/alloc.go)
import { formatInet, parseInet } from '../../../wire/inet.ts'
import { invalid, type ApiStatus } from '../api/status.ts'
import type { Resource } from '../api/resources.ts'
import type { Service } from '../api/types.ts'
import type { Store } from './store.ts'

/** 10.96.0.0/12; what is given out lies above its first 256. */
const NETWORK = 0x0a600000
const SIZE = 2 ** 20
const LOW_BAND = 256
const NODE_PORTS = { first: 30_000, last: 32_767 }

function isOutside({ type }: Service['spec']): boolean {
  return type === 'NodePort' || type === 'LoadBalancer'
}

/** What a changed service keeps of what was given to it, and loses with its type. Ref: patchAllocatedValues(), dropTypeDependentFields() */
export function settle(before: Service, after: Service): Service {
  const old = before.spec
  const spec = { ...after.spec }
  const inside = [old, spec].every(({ type }) => type !== 'ExternalName')
  if (inside && !spec.clusterIP && old.clusterIP !== undefined) spec.clusterIP = old.clusterIP
  if (spec.type === 'ExternalName' && spec.clusterIP === old.clusterIP) {
    delete spec.clusterIP
    delete spec.clusterIPs
  }
  if (!isOutside(old)) return { ...after, spec }
  const given = new Set((old.ports ?? []).map(({ nodePort }) => nodePort))
  const used = new Set((spec.ports ?? []).map(({ nodePort }) => nodePort))
  if (!isOutside(spec)) {
    if (spec.externalTrafficPolicy === old.externalTrafficPolicy) delete spec.externalTrafficPolicy
    const same = [...used].every((port) => port === undefined || given.has(port))
    if (same && spec.ports) spec.ports = spec.ports.map(({ nodePort: _, ...port }) => port)
    return { ...after, spec }
  }
  spec.ports = (spec.ports ?? []).map((port) => {
    const nodePort = old.ports?.find(({ name }) => name === port.name)?.nodePort
    if (port.nodePort !== undefined || nodePort === undefined || used.has(nodePort)) return port
    used.add(nodePort)
    return { ...port, nodePort }
  })
  return { ...after, spec }
}

/** The service with what it did not ask for by number; or why it cannot have what it asked for. */
export function allocate(store: Store, resource: Resource, service: Service): Service | ApiStatus {
  const { spec, metadata } = service
  const others = (store.list('Service', null) as Service[]).filter(
    ({ metadata: { uid } }) => uid !== metadata.uid,
  )
  const wrong = (field: string, body: string): ApiStatus => {
    return invalid(resource, metadata.name, [{ field, body }])
  }
  if (spec.type === 'ExternalName') return service
  const clusterIP = spec.clusterIP ? spec.clusterIP : freeAddress(store, others)
  if (clusterIP !== 'None') {
    const address = parseInet(clusterIP)
    const value = `Invalid value: ["${clusterIP}"]`
    if (address === null || address - NETWORK < 0 || address - NETWORK >= SIZE) {
      return wrong(
        'spec.clusterIPs',
        `${value}: failed to allocate IP ${clusterIP}: the provided IP (${clusterIP}) is not in the valid range. The range of valid IPs is 10.96.0.0/12`,
      )
    }
    if (others.some((other) => other.spec.clusterIP === clusterIP)) {
      return wrong(
        'spec.clusterIPs',
        `${value}: failed to allocate IP ${clusterIP}: provided IP is already allocated`,
      )
    }
  }
  const taken = new Set(
    others.flatMap((other) => (other.spec.ports ?? []).flatMap(({ nodePort }) => nodePort ?? [])),
  )
  const outside = isOutside(spec)
  const ports = []
  for (const [i, port] of (spec.ports ?? []).entries()) {
    if (!outside) {
      ports.push(port)
      continue
    }
    const nodePort = port.nodePort ?? freePort(store, taken)
    const field = `spec.ports[${i}].nodePort`
    const value = `Invalid value: ${nodePort}`
    if (nodePort < NODE_PORTS.first || nodePort > NODE_PORTS.last) {
      return wrong(
        field,
        `${value}: provided port is not in the valid range. The range of valid ports is 30000-32767`,
      )
    }
    if (taken.has(nodePort)) return wrong(field, `${value}: provided port is already allocated`)
    taken.add(nodePort)
    ports.push({ ...port, nodePort })
  }
  return {
    ...service,
    spec: { ...spec, clusterIP, clusterIPs: [clusterIP], ...(spec.ports ? { ports } : {}) },
  }
}

function freeAddress(store: Store, others: readonly Service[]): string {
  const taken = new Set(others.map(({ spec }) => spec.clusterIP))
  for (;;) {
    const text = formatInet(NETWORK + LOW_BAND + store.random(SIZE - LOW_BAND - 1))
    if (!taken.has(text)) return text
  }
}

function freePort(store: Store, taken: ReadonlySet<number>): number {
  for (;;) {
    const port = NODE_PORTS.first + store.random(NODE_PORTS.last - NODE_PORTS.first + 1)
    if (!taken.has(port)) return port
  }
}
