// An address of a service, a port of a node, a pod behind a service: what of them does not fit.
import type { Service, ServicePort } from '../../../engines/kubernetes/api/types.ts'
import { formatInet } from '../../../wire/inet.ts'
import type { NetnsView } from '../../view.ts'
import type { Cause, Finding, Words } from '../cause.ts'
import { inNamespace, type Cluster } from '../cluster.ts'
import { mend, type Mend } from '../commands.ts'
import type { Scene } from '../scene.ts'
import { nobodyBehind } from './clusterrules.ts'

const NO_PING: Words = {
  en: '{address} is the ClusterIP of service {service}, which no interface has: only rules for its ports ({ports}) stand behind it, so it does not answer ping.',
  ko: '{address}은(는) 서비스 {service}의 ClusterIP라 이 주소를 가진 인터페이스가 없습니다: 포트({ports})에 대한 규칙만 있으므로 ping에 답하지 않습니다.',
}
const NO_SUCH_PORT: Words = {
  en: 'Service {service} ({address}) has no port {port}, only {ports}: no rule of kube-proxy takes it up.',
  ko: '서비스 {service}({address})에 {port}번 포트가 없고 {ports}만 있습니다: kube-proxy의 어떤 규칙도 이 패킷을 맡지 않습니다.',
}
const NO_NODE_PORT: Words = {
  en: 'Nothing on {where} listens on port {port}, and it is no NodePort: service {service} is of type {type}, reached at {address} inside the cluster only.',
  ko: '{where}에서 {port}번 포트를 듣는 것이 없고 NodePort도 아닙니다: 서비스 {service}은(는) {type} 유형이라 클러스터 안에서만 {address}(으)로 닿습니다.',
}
const OTHER_NODE_PORT: Words = {
  en: 'Nothing on {where} listens on port {port}: the NodePort of service {service} is {nodePort}.',
  ko: '{where}에서 {port}번 포트를 듣는 것이 없습니다: 서비스 {service}의 NodePort는 {nodePort}입니다.',
}
const WRONG_TARGET: Words = {
  en: 'Service {service} sends its port {port} to port {target} of its pods (targetPort), where nothing listens; {pod} listens on {right}.',
  ko: '서비스 {service}은(는) {port}번 포트를 파드의 {target}번 포트(targetPort)로 보내는데 거기서 듣는 것이 없습니다. {pod}은(는) {right}번에서 듣습니다.',
}
const NOTHING_IN_POD: Words = {
  en: 'Nothing in pod {pod} listens on {protocol} port {port}{right}.',
  ko: '파드 {pod}에서 {protocol} {port}번 포트를 듣는 것이 없습니다{rightKo}.',
}

export const serviceAddress: Cause = {
  id: 'service-address',
  find(scene) {
    const { probe, target, source, fate } = scene
    const service = target === null ? null : (scene.cluster?.serviceAt(target) ?? null)
    if (!service || target === null || fate.kind === 'through') return null
    const ports = service.spec.ports ?? []
    const values = {
      service: service.metadata.name,
      address: formatInet(target),
      port: probe.port,
      ports: ports.map(({ port, protocol }) => `${port}/${protocol}`).join(', '),
    }
    if (probe.kind === 'ping') return at(source, NO_PING, values, [])
    const protocol = probe.kind === 'tcp' ? 'TCP' : 'UDP'
    if (ports.some((one) => one.port === probe.port && one.protocol === protocol)) return null
    const mends = scene.cluster ? exposed(scene.cluster, service, probe.port, ports[0]?.targetPort) : []
    return at(source, NO_SUCH_PORT, values, mends)
  },
}

/** The same service with another port. */
function exposed(
  cluster: Cluster,
  service: Service,
  port: number,
  target: ServicePort['targetPort'] | undefined,
): Mend[] {
  const { metadata, spec } = service
  const flag = inNamespace(service)
  const made = cluster.deployments.find(
    (one) =>
      one.metadata.namespace === metadata.namespace &&
      Object.entries(spec.selector ?? {}).every(
        ([key, value]) => one.spec.template.metadata.labels?.[key] === value,
      ),
  )
  if (!made || target === undefined) return []
  const type = spec.type === 'ClusterIP' ? '' : ` --type=${spec.type}`
  const expose = `kubectl${flag} expose deployment ${made.metadata.name} --name=${metadata.name} --port=${port} --target-port=${target}${type}`
  return [
    mend([
      { machine: cluster.machine, line: `kubectl${flag} delete service ${metadata.name}` },
      { machine: cluster.machine, line: expose },
    ]),
  ]
}

/** The packet came to a node, or to a pod, and nothing took it. */
export const servicePort: Cause = {
  id: 'service-port',
  find(scene) {
    const { fate, cluster } = scene
    if (!cluster || fate.kind !== 'dropped' || fate.reply || fate.event.reason !== 'NO_SOCKET') return null
    const { payload } = fate.packet
    const netns = scene.netns(fate.event)
    if (!netns || (payload.kind !== 'tcp' && payload.kind !== 'udp')) return null
    const asked = { protocol: payload.kind, port: payload.dport }
    return netns.root ? onNode(scene, cluster, netns, asked) : inPod(scene, cluster, netns, asked)
  },
}

interface Asked {
  readonly protocol: 'tcp' | 'udp'
  readonly port: number
}

function onNode(scene: Scene, cluster: Cluster, netns: NetnsView, { port }: Asked): Finding | null {
  const node = cluster.pods.some(({ spec }) => spec.nodeName === netns.machine)
  const ports = cluster.services
    .filter(({ metadata }) => metadata.namespace !== 'kube-system' && metadata.name !== 'kubernetes')
    .flatMap((service) => (service.spec.ports ?? []).map((one) => ({ service, one })))
  const meant =
    ports.find(({ one }) => one.port === port) ??
    ports.find(({ one }) => one.targetPort === port) ??
    ports.find(({ one }) => one.nodePort !== undefined)
  if (!node || !meant) return null
  const { service, one } = meant
  const { type, clusterIP = '' } = service.spec
  const values = { where: scene.name(netns), port, service: service.metadata.name, type }
  if (one.nodePort !== undefined) return at(netns, OTHER_NODE_PORT, { ...values, nodePort: one.nodePort }, [])
  return at(netns, NO_NODE_PORT, { ...values, address: `${clusterIP}:${one.port}` }, [])
}

function inPod(scene: Scene, cluster: Cluster, netns: NetnsView, asked: Asked): Finding | null {
  const pod = scene.podIn(netns)
  if (!pod) return null
  const open = scene
    .listeners(netns, asked.protocol)
    .filter(({ own }) => !own)
    .map(({ port }) => port)
  const right = [...new Set(open)].join(', ')
  const { namespace, labels = {}, name } = pod.metadata
  const through = cluster.services.flatMap((service) => {
    const { selector = {}, ports = [] } = service.spec
    const mine = Object.entries(selector).every(([key, value]) => labels[key] === value)
    if (service.metadata.namespace !== namespace || !mine) return []
    return ports.filter(({ targetPort }) => targetPort === asked.port).map((one) => ({ service, one }))
  })
  const translated = scene.fate.kind === 'dropped' && scene.fate.trail.events.some((e) => e.kind === 'nat')
  const [meant] = through
  if (meant && translated && right !== '') {
    const { service, one } = meant
    const values = { service: service.metadata.name, port: one.port, target: asked.port, pod: name, right }
    return at(
      netns,
      WRONG_TARGET,
      values,
      open.flatMap((port) => exposed(cluster, service, one.port, port)),
    )
  }
  const values = {
    pod: name,
    ...asked,
    right: right === '' ? '' : `; it listens on ${right}`,
    rightKo: right === '' ? '' : `. ${right}번에서 듣습니다`,
  }
  return at(netns, NOTHING_IN_POD, values, [])
}

const OTHER_NAMESPACE: Words = {
  en: 'Service {name} is in namespace {theirs}, and a name without a namespace is looked for in one’s own ({ours}): from here it is {name}.{theirs}.',
  ko: '서비스 {name}은(는) 네임스페이스 {theirs}에 있는데, 네임스페이스 없이 쓴 이름은 자신의 네임스페이스({ours})에서 찾습니다: 여기서는 {name}.{theirs}(으)로 부릅니다.',
}
const NO_SERVICE: Words = {
  en: 'No service is called {name} in namespace {ours}: the cluster’s DNS knows services, not {kind} {name}.',
  ko: '네임스페이스 {ours}에 {name} 서비스가 없습니다: 클러스터의 DNS는 서비스를 알 뿐 {kindKo} {name}은(는) 모릅니다.',
}
const DNS_EMPTY: Words = {
  en: 'The cluster’s DNS, service kube-dns, has no endpoints: {why}.',
  ko: '클러스터의 DNS인 서비스 kube-dns에 엔드포인트가 없습니다: {whyKo}.',
}

const NODE_ASKS: Words = {
  en: '{name} is a service of the cluster, whose names are known to its own DNS only: pods ask that, {where} asks {resolver}. From here it is reached at {address}.',
  ko: '{name}은(는) 클러스터의 서비스인데 그 이름은 클러스터의 DNS만 압니다: 파드는 그 DNS에 묻지만 {where}은(는) {resolver}에 묻습니다. 여기서는 {address}(으)로 닿습니다.',
}

/** A name that the cluster's DNS does not know, or a DNS that is not there. */
export const serviceName: Cause = {
  id: 'service-name',
  find(scene) {
    const { probe, source, fate, cluster } = scene
    if (!cluster || probe.kind !== 'name') return null
    const pod = scene.podIn(source)
    if (!pod) return source.root ? onNodeAsked(scene, cluster) : null
    const { namespace: ours = 'default' } = pod.metadata
    const dns = cluster.serviceCalled('kube-system/kube-dns')
    const served = dns && cluster.endpoints(dns)?.subsets?.some(({ addresses = [] }) => addresses.length > 0)
    if (dns && !served) {
      const { en, ko, mends } = nobodyBehind(cluster, dns)
      return at(source, DNS_EMPTY, { why: en, whyKo: ko }, mends)
    }
    if (fate.kind !== 'through' || fate.answered) return null
    const [name = ''] = probe.host.split('.')
    const called = cluster.services.filter(({ metadata }) => metadata.name === name)
    const away = called.find(({ metadata }) => metadata.namespace !== ours)
    if (away && !called.some(({ metadata }) => metadata.namespace === ours)) {
      return at(source, OTHER_NAMESPACE, { name, ours, theirs: away.metadata.namespace ?? '' }, [])
    }
    const deployment = cluster.deployments.find(
      (one) => one.metadata.name === name && one.metadata.namespace === ours,
    )
    const other = cluster.pods.find((one) => one.metadata.name === name && one.metadata.namespace === ours)
    if (called.length > 0 || (!deployment && !other)) return null
    const kind = deployment ? 'deployment' : 'pod'
    const port = probe.command.includes('dig') ? 80 : probe.port
    const line = `kubectl${inNamespace(pod)} expose ${kind} ${name} --port=${port}`
    const values = { name, ours, kind, kindKo: deployment ? '디플로이먼트' : '파드' }
    return at(source, NO_SERVICE, values, [mend([{ machine: cluster.machine, line }])])
  },
}

/** A machine's own resolver knows nothing of services. */
function onNodeAsked(scene: Scene, cluster: Cluster): Finding | null {
  const { probe, source, target, fate } = scene
  const [name = '', namespace = 'default'] = probe.host.split('.')
  const service = cluster.services.find(
    ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
  )
  if (!service || target === null || (fate.kind === 'through' && fate.answered)) return null
  const [port] = service.spec.ports ?? []
  const isNode = cluster.pods.some(({ spec }) => spec.nodeName === source.machine)
  const values = {
    name: probe.host,
    where: scene.name(source),
    resolver: formatInet(target),
    address: isNode
      ? `${service.spec.clusterIP}:${port?.port ?? ''}`
      : port?.nodePort === undefined
        ? 'kubectl port-forward'
        : `NodePort ${port.nodePort}`,
  }
  return at(source, NODE_ASKS, values, [])
}

function at(netns: NetnsView, words: Words, values: Finding['values'], mends: readonly Mend[]): Finding {
  return { words, values, mends, netns: netns.id, device: null, sure: true }
}
