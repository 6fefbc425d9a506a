// kubectl describe ingress. (Ref: kubectl/pkg/describe/describe.go:describeIngressV1())
import type { EndpointSlice, Ingress, IngressBackend, Service } from '../../api/types.ts'
import { formatPortRef } from '../columns.ts'
import { annotationLines, labelLines, NONE } from './lines.ts'
import type { Tabbed } from './tabbed.ts'

/** What is behind the services of its namespace. */
export interface Behind {
  readonly services: readonly Service[]
  readonly slices: readonly EndpointSlice[]
}

export function describeIngress(t: Tabbed, { metadata, spec }: Ingress, behind: Behind): void {
  const { defaultBackend, ingressClassName, rules = [], tls = [] } = spec
  t.row('Name:', metadata.name)
  labelLines(t, 'Labels', metadata.labels)
  t.row('Namespace:', metadata.namespace ?? '')
  t.row('Address:', '')
  t.row('Ingress Class:', ingressClassName ?? NONE)
  t.row('Default backend:', defaultBackend ? backendText(defaultBackend, behind) : '<default>')
  if (tls.length > 0) t.line('TLS:')
  for (const { hosts = [], secretName = '' } of tls) {
    const what = hosts.length > 0 ? hosts.join(',') : ''
    t.line(secretName === '' ? `  SNI routes ${what}` : `  ${secretName} terminates ${what}`)
  }
  t.line('Rules:')
  t.row('  Host', 'Path', 'Backends')
  t.row('  ----', '----', '--------')
  for (const { host = '', http } of rules) {
    t.row(`  ${host === '' ? '*' : host}`, '')
    for (const { path = '', backend } of http?.paths ?? []) {
      t.row('  ', path, backendText(backend ?? {}, behind))
    }
  }
  if (rules.length === 0)
    t.row('  *', '*', defaultBackend ? backendText(defaultBackend, behind) : '<default>')
  annotationLines(t, metadata.annotations)
}

function backendText({ service }: IngressBackend, { services, slices }: Behind): string {
  if (!service) return ''
  const text = `${service.name}:${formatPortRef(service)}`
  const found = services.find(({ metadata }) => metadata.name === service.name)
  if (!found) return `${text} (<error: services "${service.name}" not found>)`
  const wanted = found.spec.ports?.find(
    ({ name, port }) => port === service.port?.number || name === service.port?.name,
  )
  const all = slices
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === service.name)
    .flatMap(({ endpoints, ports }) => {
      const port = ports.find(({ name }) => name === (wanted?.name ?? ''))?.port
      const ready = endpoints.filter(({ conditions }) => conditions.ready)
      return port === undefined ? [] : ready.map(({ addresses: [ip = ''] }) => `${ip}:${port}`)
    })
  const shown = all.length > 3 ? `${all.slice(0, 3).join(',')} + ${all.length - 3} more...` : all.join(',')
  return `${text} (${shown})`
}
