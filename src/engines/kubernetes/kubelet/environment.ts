// What a container finds in its environment and in /etc. (Ref: pkg/kubelet/kubelet_pods.go, envvars/envvars.go)
import { decodeBase64 } from '../../../commands/lib/base64.ts'
import { decodeUtf8 } from '../../../wire/utf8.ts'
import type { Cache } from '../api/watch.ts'
import type { Container, EnvVar, Pod } from '../api/podtypes.ts'
import type { ConfigMap, Secret, Service } from '../api/types.ts'

export const CLUSTER_DOMAIN = 'cluster.local'
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** What is known of the pod beside its object. */
export interface PodFacts {
  readonly podIP: string
  readonly hostIP: string
}

/** The environment; or why it cannot be made. */
export function environmentOf(
  cache: Cache,
  pod: Pod,
  { env = [], envFrom = [] }: Container,
  facts: PodFacts,
): Map<string, string> | string {
  const { namespace = 'default' } = pod.metadata
  const found = new Map([
    ['PATH', PATH],
    ['HOSTNAME', pod.spec.hostname ?? pod.metadata.name],
  ])
  const services = new Map<string, string>()
  for (const service of cache.all<Service>('Service')) {
    const own = service.metadata.namespace === namespace && pod.spec['enableServiceLinks'] !== false
    const master = service.metadata.namespace === 'default' && service.metadata.name === 'kubernetes'
    if (own || master) addService(services, service)
  }
  for (const { prefix = '', configMapRef, secretRef } of envFrom) {
    const name = configMapRef?.name ?? secretRef?.name ?? ''
    const data = configMapRef ? configMapData(cache, namespace, name) : secretData(cache, namespace, name)
    if (!data) {
      if (configMapRef?.optional ?? secretRef?.optional) continue
      return `${configMapRef ? 'configmap' : 'secret'} "${name}" not found`
    }
    for (const [key, value] of Object.entries(data)) found.set(prefix + key, value)
  }
  for (const one of env) {
    const value = one.valueFrom ? valueFrom(cache, pod, one.valueFrom, facts) : { value: one.value ?? '' }
    if ('error' in value) return value.error
    if (value.value !== null) found.set(one.name, expand(value.value, new Map([...services, ...found])))
  }
  for (const [name, value] of services) if (!found.has(name)) found.set(name, value)
  return found.set('HOME', '/root')
}

type Value = { readonly value: string | null } | { readonly error: string }

function valueFrom(
  cache: Cache,
  pod: Pod,
  { fieldRef, configMapKeyRef, secretKeyRef }: NonNullable<EnvVar['valueFrom']>,
  facts: PodFacts,
): Value {
  const { namespace = 'default' } = pod.metadata
  if (fieldRef) return { value: fieldOf(pod, fieldRef.fieldPath, facts) }
  const ref = configMapKeyRef ?? secretKeyRef
  if (!ref) return { value: '' }
  const kind = configMapKeyRef ? 'configmap' : 'secret'
  const data = configMapKeyRef
    ? configMapData(cache, namespace, ref.name)
    : secretData(cache, namespace, ref.name)
  if (data && ref.key in data) return { value: data[ref.key] ?? '' }
  if (ref.optional) return { value: null }
  if (!data) return { error: `${kind} "${ref.name}" not found` }
  const Kind = configMapKeyRef ? 'ConfigMap' : 'Secret'
  return { error: `couldn't find key ${ref.key} in ${Kind} ${namespace}/${ref.name}` }
}

/** Ref: pkg/fieldpath/fieldpath.go, kubelet_pods.go:podFieldSelectorRuntimeValue() */
export function fieldOf({ metadata, spec }: Pod, path: string, { podIP, hostIP }: PodFacts): string {
  const keyed = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path)
  if (keyed) return metadata[keyed[1] as 'labels' | 'annotations']?.[keyed[2] ?? ''] ?? ''
  const fields: Readonly<Record<string, string | undefined>> = {
    'metadata.name': metadata.name,
    'metadata.namespace': metadata.namespace,
    'metadata.uid': metadata.uid,
    'spec.nodeName': spec.nodeName,
    'spec.serviceAccountName': String(spec['serviceAccountName'] ?? 'default'),
    'status.podIP': podIP,
    'status.podIPs': podIP,
    'status.hostIP': hostIP,
  }
  return fields[path] ?? ''
}

export function configMapData(cache: Cache, namespace: string, name: string): Record<string, string> | null {
  const object = cache.get<ConfigMap>('ConfigMap', namespace, name)
  return object ? (object.data ?? {}) : null
}

export function secretData(cache: Cache, namespace: string, name: string): Record<string, string> | null {
  const object = cache.get<Secret>('Secret', namespace, name)
  if (!object) return null
  const pairs = Object.entries(object.data ?? {})
  return Object.fromEntries(
    pairs.map(([key, value]) => [key, decodeUtf8(decodeBase64(value) ?? new Uint8Array())]),
  )
}

/** `$(NAME)` of what is known; `$$(NAME)` is none. Ref: third_party/forked/golang/expansion */
export function expand(text: string, known: ReadonlyMap<string, string>): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (all, name: string | undefined) => {
    return name === undefined ? '$' : (known.get(name) ?? all)
  })
}

function addService(env: Map<string, string>, { metadata, spec }: Service): void {
  const { clusterIP, ports = [] } = spec
  const [first] = ports
  if (!clusterIP || clusterIP === 'None' || !first) return
  const prefix = metadata.name.toUpperCase().replaceAll('-', '_')
  env.set(`${prefix}_SERVICE_HOST`, clusterIP)
  env.set(`${prefix}_SERVICE_PORT`, String(first.port))
  for (const { name, port } of ports) {
    if (name) env.set(`${prefix}_SERVICE_PORT_${name.toUpperCase().replaceAll('-', '_')}`, String(port))
  }
  for (const [i, { port, protocol }] of ports.entries()) {
    const low = protocol.toLowerCase()
    const url = `${low}://${clusterIP}:${port}`
    if (i === 0) env.set(`${prefix}_PORT`, url)
    const start = `${prefix}_PORT_${port}_${protocol}`
    env.set(start, url)
    env.set(`${start}_PROTO`, low)
    env.set(`${start}_PORT`, String(port))
    env.set(`${start}_ADDR`, clusterIP)
  }
}

/** `dns`: address of the cluster's name server. `own`: the node's file, for pods that want no other. */
export function resolvConf({ metadata, spec }: Pod, dns: string, own: string): string {
  const { dnsPolicy } = spec
  const config = spec['dnsConfig'] as DnsConfig | undefined
  const plain = dnsPolicy === 'Default' || (spec.hostNetwork && dnsPolicy !== 'ClusterFirstWithHostNet')
  if (plain && dnsPolicy !== 'None') return own
  const domain = `svc.${CLUSTER_DOMAIN}`
  const none = dnsPolicy === 'None'
  const searches = [
    ...(none ? [] : [`${metadata.namespace}.${domain}`, domain, CLUSTER_DOMAIN]),
    ...(config?.searches ?? []),
  ]
  const servers = [...(none ? [] : [dns]), ...(config?.nameservers ?? [])]
  const options = new Map(none ? [] : [['ndots', '5']])
  for (const { name, value = '' } of config?.options ?? []) options.set(name, value)
  const words = [...options].map(([name, value]) => (value === '' ? name : `${name}:${value}`))
  return (
    (searches.length > 0 ? `search ${searches.join(' ')}\n` : '') +
    servers.map((server) => `nameserver ${server}\n`).join('') +
    (words.length > 0 ? `options ${words.join(' ')}\n` : '')
  )
}

interface DnsConfig {
  readonly nameservers?: readonly string[]
  readonly searches?: readonly string[]
  readonly options?: readonly { readonly name: string; readonly value?: string }[]
}

export function hostsFile({ metadata, spec }: Pod, ip: string): string {
  const name = spec.hostname ?? metadata.name
  const full = `${name}.${spec.subdomain}.${metadata.namespace}.svc.${CLUSTER_DOMAIN}`
  const aliases = (spec.hostAliases ?? []).map((one) => `${one.ip}\t${one.hostnames.join('\t')}\n`)
  return (
    '# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n' +
    'fe00::0\tip6-localnet\nfe00::0\tip6-mcastprefix\nfe00::1\tip6-allnodes\nfe00::2\tip6-allrouters\n' +
    `${ip}\t${spec.subdomain ? `${full}\t` : ''}${name}\n` +
    (aliases.length > 0 ? `\n# Entries added by HostAliases.\n${aliases.join('')}` : '')
  )
}
