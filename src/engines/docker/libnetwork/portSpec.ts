// What ports a container is to publish, in the order in which Docker does. (Ref: moby daemon/network.go:buildSandboxOptions(),
// libnetwork/drivers/bridge/port_mapping_linux.go:cmpPortBinding())
import { invalidParameter, type ApiError } from './apiError.ts'
import type { ContainerNetworking } from './controller.ts'
import { parseAddress, type Address } from './prefix.ts'

export interface PortSpec {
  readonly protocol: string
  readonly containerPort: number
  /** null: wherever the network says. */
  readonly hostAddress: Address | null
  /** 0 and 0: any; the same: that one. */
  readonly hostFrom: number
  readonly hostTo: number
}

const PROTOCOLS = ['icmp', 'tcp', 'udp', 'sctp']

export function portSpecs(c: ContainerNetworking): readonly PortSpec[] | ApiError {
  const specs: PortSpec[] = []
  const ports = new Set([...c.exposedPorts, ...Object.keys(c.portBindings)])
  for (const port of ports) {
    const [number = '', protocol = 'tcp'] = port.split('/')
    const containerPort = Number(number)
    const bindings = c.portBindings[port] ?? []
    for (const { HostIp, HostPort } of bindings) {
      const range = /^(\d+)(?:-(\d+))?$/.exec(HostPort)
      if (HostPort !== '' && !range)
        return invalidParameter(`Error parsing HostPort value(${HostPort}):invalid syntax`)
      const hostFrom = Number(range?.[1] ?? 0)
      const hostTo = Number(range?.[2] ?? hostFrom)
      specs.push({
        protocol,
        containerPort,
        hostAddress: HostIp === '' ? null : parseAddress(HostIp),
        hostFrom,
        hostTo,
      })
    }
    if (c.publishAllPorts && bindings.length === 0)
      specs.push({ protocol, containerPort, hostAddress: null, hostFrom: 0, hostTo: 0 })
  }
  return specs.toSorted(compare)
}

/** Exact ports before ranges, which might otherwise take them. */
function compare(a: PortSpec, b: PortSpec): number {
  const ranged = (spec: PortSpec): number => Number(spec.hostFrom === 0 || spec.hostFrom !== spec.hostTo)
  const address = (spec: PortSpec): bigint => spec.hostAddress?.value ?? -1n
  const differences = [
    ranged(a) - ranged(b),
    a.containerPort - b.containerPort,
    PROTOCOLS.indexOf(a.protocol) - PROTOCOLS.indexOf(b.protocol),
    a.hostFrom - b.hostFrom,
    a.hostTo - b.hostTo,
    (a.hostAddress?.family ?? 0) - (b.hostAddress?.family ?? 0),
    address(a) < address(b) ? -1 : Number(address(a) > address(b)),
  ]
  return differences.find((difference) => difference !== 0) ?? 0
}

/** Whether two differ in nothing but the host's address, and so get the same port. */
export function needSamePort(a: PortSpec, b: PortSpec): boolean {
  return (
    a.containerPort === b.containerPort &&
    a.protocol === b.protocol &&
    a.hostFrom === b.hostFrom &&
    a.hostTo === b.hostTo
  )
}
