// What a container finds in its environment and in /etc. (Ref: pkg/kubelet/kubelet_pods.go, envvars/envvars.go)
import type { Cache } from '../api/watch.ts'
import type { Container, Pod, Service } from '../api/types.ts'

export const CLUSTER_DOMAIN = 'cluster.local'
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

export function environmentOf(cache: Cache, pod: Pod, { env = [] }: Container): Map<string, string> {
  const found = new Map([
    ['PATH', PATH],
    ['HOSTNAME', pod.spec.hostname ?? pod.metadata.name],
  ])
  for (const service of cache.all<Service>('Service')) {
    const { name, namespace } = service.metadata
    const own = namespace === pod.metadata.namespace
    const master = namespace === 'default' && name === 'kubernetes'
    if (own || master) addService(found, service)
  }
  for (const { name, value = '' } of env) found.set(name, value)
  return found.set('HOME', '/root')
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
  if (spec.dnsPolicy === 'Default' || (spec.hostNetwork && spec.dnsPolicy !== 'ClusterFirstWithHostNet'))
    return own
  const domain = `svc.${CLUSTER_DOMAIN}`
  return `search ${metadata.namespace}.${domain} ${domain} ${CLUSTER_DOMAIN}\nnameserver ${dns}\noptions ndots:5\n`
}

export function hostsFile(name: string, ip: string): string {
  return (
    '# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n' +
    'fe00::0\tip6-localnet\nfe00::0\tip6-mcastprefix\nfe00::1\tip6-allnodes\nfe00::2\tip6-allrouters\n' +
    `${ip}\t${name}\n`
  )
}
