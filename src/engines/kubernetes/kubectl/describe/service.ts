// kubectl describe service, endpoints and endpointslice. (Ref: kubectl/pkg/describe/describe.go:describeService())
import type { Endpoints, EndpointSlice, Service } from '../../api/types.ts'
import { headLines, NONE } from './lines.ts'
import type { Tabbed } from './tabbed.ts'

/** `slices`: those of the service. */
export function describeService(t: Tabbed, service: Service, slices: readonly EndpointSlice[]): void {
  const { spec } = service
  headLines(t, service)
  const selector = Object.entries(spec.selector ?? {}).map(([key, value]) => `${key}=${value}`)
  t.row('Selector:', selector.sort().join(',') || NONE)
  t.row('Type:', spec.type)
  if (spec.ipFamilyPolicy) t.row('IP Family Policy:', spec.ipFamilyPolicy)
  if (spec.ipFamilies) t.row('IP Families:', spec.ipFamilies.join(','))
  t.row('IP:', spec.clusterIP ?? '')
  t.row('IPs:', (spec.clusterIPs ?? []).join(',') || NONE)
  if ((spec.externalIPs ?? []).length > 0) t.row('External IPs:', (spec.externalIPs ?? []).join(','))
  if (spec.externalName) t.row('External Name:', spec.externalName)
  for (const { name = '', port, protocol, targetPort, nodePort } of spec.ports ?? []) {
    const word = name === '' ? '<unset>' : name
    t.row('Port:', word, `${port}/${protocol}`)
    t.row('TargetPort:', `${targetPort}/${protocol}`)
    if (nodePort !== undefined) t.row('NodePort:', word, `${nodePort}/${protocol}`)
    t.row('Endpoints:', endpointList(slices, name))
  }
  t.row('Session Affinity:', spec.sessionAffinity ?? 'None')
  if (spec.externalTrafficPolicy) t.row('External Traffic Policy:', spec.externalTrafficPolicy)
  if (spec.internalTrafficPolicy) t.row('Internal Traffic Policy:', spec.internalTrafficPolicy)
}

function endpointList(slices: readonly EndpointSlice[], name: string): string {
  if (slices.length === 0) return NONE
  const found = slices.flatMap(({ endpoints, ports }) => {
    const number = ports.find((one) => one.name === name)?.port
    const ready = endpoints.filter(({ conditions }) => conditions.ready)
    return number === undefined
      ? []
      : ready.flatMap(({ addresses }) => addresses.map((ip) => `${ip}:${number}`))
  })
  const more = found.length > 3 ? ` + ${found.length - 3} more...` : ''
  return found.slice(0, 3).join(',') + more
}

export function describeEndpoints(t: Tabbed, endpoints: Endpoints): void {
  headLines(t, endpoints)
  t.line('Subsets:')
  for (const { addresses = [], notReadyAddresses = [], ports = [] } of endpoints.subsets ?? []) {
    t.row('  Addresses:', addresses.map(({ ip }) => ip).join(',') || NONE)
    t.row('  NotReadyAddresses:', notReadyAddresses.map(({ ip }) => ip).join(',') || NONE)
    if (ports.length > 0) {
      t.line('  Ports:')
      t.row('    Name', 'Port', 'Protocol')
      t.row('    ----', '----', '--------')
      for (const { name = '', port, protocol } of ports)
        t.row(`    ${name || '<unset>'}`, String(port), protocol)
    }
    t.line('')
  }
}

export function describeSlice(t: Tabbed, slice: EndpointSlice): void {
  headLines(t, slice)
  t.row('AddressType:', slice.addressType)
  if (slice.ports.length === 0) t.row('Ports:', '<unset>')
  else {
    t.line('Ports:')
    t.row('  Name', 'Port', 'Protocol')
    t.row('  ----', '----', '--------')
  }
  for (const { name, port, protocol } of slice.ports) t.row(`  ${name || '<unset>'}`, String(port), protocol)
  if (slice.endpoints.length === 0) return t.row('Endpoints:', NONE)
  t.line('Endpoints:')
  for (const { addresses, conditions, hostname, targetRef, nodeName } of slice.endpoints) {
    t.row('  - Addresses:', addresses.join(', ') || NONE)
    t.line('    Conditions:')
    t.row('      Ready:', String(conditions.ready))
    t.row('    Hostname:', hostname ?? '<unset>')
    if (targetRef) t.row('    TargetRef:', `${targetRef.kind}/${targetRef.name}`)
    t.row('    NodeName:', nodeName ?? '<unset>')
    t.row('    Zone:', '<unset>')
  }
}
