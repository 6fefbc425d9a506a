// The names of a cluster: services, their endpoints, pods by address, and the way back.
// (Kubernetes DNS-based service discovery 1.1.0; Ref: coredns plugin/kubernetes/kubernetes.go)
import { DNS_CLASS_IN, DNS_RCODES, DNS_TYPES, type DnsMessage, type DnsRecord } from '../../../wire/dns.ts'
import { parseInet } from '../../../wire/inet.ts'
import type { Cache } from '../api/watch.ts'
import type { EndpointSlice, Service } from '../api/types.ts'

const ZONE = 'cluster.local'
const TTL = 30
const NXDOMAIN = DNS_RCODES.indexOf('NXDOMAIN')

/** The answer when the name is the cluster's; null when others are to be asked. */
export function answerCluster(cache: Cache, query: DnsMessage): DnsMessage | null {
  const [question] = query.questions
  if (!question) return null
  const name = question.name.toLowerCase()
  const base = { ...query, qr: true, aa: true, ra: false, additional: [], answers: [], authority: [] }
  if (name.endsWith('.in-addr.arpa')) {
    const target = nameOf(cache, name)
    if (target === null) return null
    return { ...base, answers: [record(question.name, DNS_TYPES.PTR, { kind: 'name', name: target })] }
  }
  if (name !== ZONE && !name.endsWith(`.${ZONE}`)) return null
  const found = lookup(cache, name.slice(0, -ZONE.length - 1))
  if (!found) return { ...base, rcode: NXDOMAIN, authority: [soa()] }
  const answers: DnsRecord[] = []
  if (found.alias !== undefined) {
    answers.push(record(question.name, DNS_TYPES.CNAME, { kind: 'name', name: found.alias }))
    return { ...base, answers }
  }
  if (question.type === DNS_TYPES.A) {
    for (const address of found.addresses)
      answers.push(record(question.name, DNS_TYPES.A, { kind: 'a', address }))
  }
  if (question.type === DNS_TYPES.SRV) {
    for (const { port, target } of found.ports) {
      const weight = Math.max(1, Math.floor(100 / found.ports.length))
      answers.push(
        record(question.name, DNS_TYPES.SRV, { kind: 'srv', priority: 0, weight, port, name: target }),
      )
    }
  }
  return { ...base, answers, authority: answers.length > 0 ? [] : [soa()] }
}

function record(name: string, type: number, data: DnsRecord['data']): DnsRecord {
  return { name, type, class: DNS_CLASS_IN, ttl: TTL, data }
}

function soa(): DnsRecord {
  const numbers = [1_735_689_600, 7200, 1800, 86_400, TTL]
  return record(ZONE, DNS_TYPES.SOA, {
    kind: 'soa',
    mname: `ns.dns.${ZONE}`,
    rname: `hostmaster.${ZONE}`,
    numbers,
  })
}

interface Found {
  /** Of a service that only stands for another name. */
  readonly alias?: string
  readonly addresses: readonly number[]
  readonly ports: readonly { readonly port: number; readonly target: string }[]
}

const EMPTY: Found = { addresses: [], ports: [] }

/** `name`: without the zone. null when there is nothing of that name, nor below it. */
function lookup(cache: Cache, name: string): Found | null {
  const labels = name === '' ? [] : name.split('.')
  const kind = labels.at(-1)
  if (kind === undefined) return EMPTY
  if (kind === 'pod') return podByAddress(labels.slice(0, -1))
  if (kind !== 'svc') return null
  const [serviceName, ...before] = labels.slice(0, -2).reverse()
  const namespace = labels.at(-2)
  if (namespace === undefined) return EMPTY
  if (serviceName === undefined) return cache.get('Namespace', '', namespace) ? EMPTY : null
  const service = cache.get<Service>('Service', namespace, serviceName)
  if (!service) return null
  const [first, second] = before
  if (first === undefined) return whole(cache, service)
  if (second !== undefined || first.startsWith('_')) return ofPort(cache, service, second ?? '', first)
  return endpoint(cache, service, first)
}

/** `10-244-1-2.default.pod`. */
function podByAddress([host, namespace, ...more]: readonly string[]): Found | null {
  if (host === undefined || more.length > 0) return host === undefined ? EMPTY : null
  if (namespace === undefined) return EMPTY
  const address = parseInet(host.replaceAll('-', '.'))
  return address === null ? null : { addresses: [address], ports: [] }
}

function fullName({ metadata }: Service): string {
  return `${metadata.name}.${metadata.namespace}.svc.${ZONE}`
}

interface Member {
  readonly ip: string
  readonly host: string
  readonly ports: EndpointSlice['ports']
}

function members(cache: Cache, { metadata }: Service): Member[] {
  const slices = cache
    .all<EndpointSlice>('EndpointSlice', metadata.namespace ?? '')
    .filter(({ metadata: own }) => {
      return own.labels?.['kubernetes.io/service-name'] === metadata.name
    })
  return slices.flatMap(({ endpoints, ports }) => {
    const ready = endpoints.filter(({ conditions }) => conditions.ready)
    return ready.flatMap(({ addresses, hostname }) =>
      addresses.map((ip) => ({ ip, host: hostname ?? ip.replaceAll('.', '-'), ports })),
    )
  })
}

function isHeadless({ spec }: Service): boolean {
  return spec.clusterIP === 'None'
}

function whole(cache: Cache, service: Service): Found {
  if (service.spec.type === 'ExternalName') return { ...EMPTY, alias: service.spec.externalName ?? '' }
  if (!isHeadless(service)) {
    const address = parseInet(service.spec.clusterIP ?? '')
    const ports = (service.spec.ports ?? []).map(({ port }) => ({ port, target: fullName(service) }))
    return { addresses: address === null ? [] : [address], ports }
  }
  const all = members(cache, service)
  return {
    addresses: all.flatMap(({ ip }) => parseInet(ip) ?? []),
    ports: all.flatMap(({ host, ports }) =>
      ports.map(({ port }) => ({ port, target: `${host}.${fullName(service)}` })),
    ),
  }
}

function ofPort(cache: Cache, service: Service, port: string, protocol: string): Found | null {
  const matches = (name: string | undefined, proto: string) => {
    return (port === '' || `_${name ?? ''}` === port) && `_${proto.toLowerCase()}` === protocol
  }
  const found = (service.spec.ports ?? []).filter(({ name, protocol: proto }) => matches(name, proto))
  if (found.length === 0) return null
  const { addresses } = whole(cache, service)
  if (!isHeadless(service))
    return {
      addresses,
      ports: found.map(({ port: number }) => ({ port: number, target: fullName(service) })),
    }
  const ports = members(cache, service).flatMap(({ host, ports: own }) => {
    const fit = own.filter(({ name, protocol: proto }) => matches(name, proto))
    return fit.map(({ port: number }) => ({ port: number, target: `${host}.${fullName(service)}` }))
  })
  return { addresses, ports }
}

function endpoint(cache: Cache, service: Service, host: string): Found | null {
  if (!isHeadless(service)) return null
  const found = members(cache, service).filter((member) => member.host === host)
  return found.length === 0 ? null : { addresses: found.flatMap(({ ip }) => parseInet(ip) ?? []), ports: [] }
}

/** The service or endpoint that has an address; null when it is no one's here. */
function nameOf(cache: Cache, reverse: string): string | null {
  const ip = reverse
    .replace(/\.in-addr\.arpa$/, '')
    .split('.')
    .reverse()
    .join('.')
  for (const service of cache.all<Service>('Service')) {
    if (service.spec.clusterIP === ip) return fullName(service)
    const member = members(cache, service).find((one) => one.ip === ip)
    if (member) return `${member.host}.${fullName(service)}`
  }
  return null
}
