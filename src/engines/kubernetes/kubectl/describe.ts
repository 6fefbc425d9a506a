// kubectl describe. (Ref: kubectl/pkg/describe/describe.go)
import type { Blocking } from '../../../os/program.ts'
import { parseTime } from '../api/time.ts'
import type {
  Container,
  ContainerStatus,
  Deployment,
  EndpointSlice,
  EventObject,
  KubeObject,
  Labels,
  NetworkPolicy,
  Node,
  Pod,
  ReplicaSet,
  Service,
} from '../api/types.ts'
import { formatSelector, podReason } from './columns.ts'
import type { Kubectl } from './context.ts'
import { ageOf } from './duration.ts'
import { formatPolicy } from './describepolicy.ts'
import { Tabbed } from './tabbed.ts'
import { fetch, readTargets } from './targets.ts'

const NONE = '<none>'

export function* describe(k: Kubectl): Blocking<number> {
  if (k.operands.length === 0) {
    return k.fail(
      'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.',
    )
  }
  const texts: string[] = []
  for (const target of readTargets(k)) {
    for (const object of yield* fetch(k, target)) texts.push(yield* describeOne(k, object))
  }
  if (texts.length === 0) k.p.io.err(`No resources found in ${k.namespace} namespace.\n`)
  k.out(texts.join('\n\n'))
  return 0
}

function* describeOne(k: Kubectl, object: KubeObject): Blocking<string> {
  const t = new Tabbed()
  switch (object.kind) {
    case 'Pod':
      describePod(t, object as Pod)
      break
    case 'Service':
      yield* describeService(k, t, object as Service)
      return t.text()
    case 'Deployment':
      yield* describeDeployment(k, t, object as Deployment)
      break
    case 'ReplicaSet':
      describeReplicaSet(t, object as ReplicaSet)
      break
    case 'Node':
      yield* describeNode(k, t, object as Node)
      break
    case 'NetworkPolicy':
      return formatPolicy(object as NetworkPolicy)
    default:
      return k.fail(`describe of ${object.kind} is not supported in vethlab`)
  }
  yield* describeEvents(k, t, object)
  return t.text()
}

/** `a=b`, a line each. */
function labels(t: Tabbed, title: string, map: Labels | undefined): void {
  const shown = Object.entries(map ?? {}).filter(
    ([key]) => key !== 'kubectl.kubernetes.io/last-applied-configuration',
  )
  const pairs = shown
    .map(([key, value]) => (title === 'Annotations' ? `${key}: ${value}` : `${key}=${value}`))
    .sort()
  for (const [i, pair] of (pairs.length > 0 ? pairs : [NONE]).entries())
    t.row(i === 0 ? `${title}:` : '', pair)
}

function longTime(time: string | undefined): string {
  if (time === undefined) return '<unknown>'
  const names = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed']
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  const day = names[Math.floor(parseTime(time) / 86_400) % 7]
  const [, y, m, d, clock] = /^(\d+)-(\d+)-(\d+)T([\d:]+)/.exec(time) ?? []
  return `${day}, ${d} ${months[Number(m) - 1]} ${y} ${clock} +0000`
}

// ---- pods

function describePod(t: Tabbed, pod: Pod): void {
  const { metadata, spec, status } = pod
  t.row('Name:', metadata.name)
  t.row('Namespace:', metadata.namespace ?? '')
  t.row('Priority:', '0')
  t.row('Service Account:', 'default')
  t.row('Node:', spec.nodeName === undefined ? NONE : `${spec.nodeName}/${status.hostIP ?? ''}`)
  if (status.startTime !== undefined) t.row('Start Time:', longTime(status.startTime))
  labels(t, 'Labels', metadata.labels)
  labels(t, 'Annotations', metadata.annotations)
  const reason = podReason(pod)
  t.row('Status:', reason === 'Terminating' ? `Terminating (lasts ${ageSince(pod)})` : status.phase)
  t.row('IP:', status.podIP ?? '')
  const ips = status.podIPs ?? []
  if (ips.length === 0) t.row('IPs:', NONE)
  else t.line('IPs:')
  for (const { ip } of ips) t.row('  IP:', ip)
  const [owner] = metadata.ownerReferences ?? []
  if (owner) t.row('Controlled By:', `${owner.kind}/${owner.name}`)
  t.line('Containers:')
  for (const container of spec.containers) {
    const found = (status.containerStatuses ?? []).find(({ name }) => name === container.name)
    describeContainer(t, container, found ?? null)
  }
  t.line('Conditions:')
  t.row('  Type', 'Status')
  for (const { type, status: is } of status.conditions ?? []) t.row(`  ${type}`, `${is} `)
  t.row('QoS Class:', status.qosClass ?? 'BestEffort')
  labels(t, 'Node-Selectors', spec.nodeSelector)
  const tolerations = (spec.tolerations ?? []) as {
    key?: string
    effect?: string
    tolerationSeconds?: number
    operator?: string
  }[]
  for (const [i, one] of tolerations.entries()) {
    const exists = one.operator === 'Exists' ? ' op=Exists' : ''
    const lasts = one.tolerationSeconds === undefined ? '' : ` for ${one.tolerationSeconds}s`
    t.row(
      i === 0 ? 'Tolerations:' : '',
      `${one.key ?? ''}${one.effect ? `:${one.effect}` : ''}${exists}${lasts}`,
    )
  }
}

function ageSince({ metadata }: Pod): string {
  return `${metadata.deletionGracePeriodSeconds ?? 30}s`
}

function describeContainer(t: Tabbed, container: Container, status: ContainerStatus | null): void {
  const { name, image, ports = [], command, args, env = [] } = container
  t.line(`  ${name}:`)
  if (status) t.row('    Container ID:', status.containerID ?? '')
  t.row('    Image:', image)
  if (status) t.row('    Image ID:', status.imageID)
  const list = ports.map(
    ({ containerPort, protocol = 'TCP', name: word }) =>
      `${containerPort}/${protocol}${word ? ` (${word})` : ''}`,
  )
  const hosts = ports.map(({ hostPort = 0, protocol = 'TCP' }) => `${hostPort}/${protocol}`)
  t.row(ports.length > 1 ? '    Ports:' : '    Port:', list.join(', ') || NONE)
  t.row(ports.length > 1 ? '    Host Ports:' : '    Host Port:', hosts.join(', ') || NONE)
  for (const [title, words] of [
    ['Command', command],
    ['Args', args],
  ] as const) {
    if (!words) continue
    t.line(`    ${title}:`)
    for (const word of words) t.line(`      ${word}`)
  }
  if (status) {
    describeState(t, 'State', status.state)
    if (status.lastState.terminated) describeState(t, 'Last State', status.lastState)
    t.row('    Ready:', status.ready ? 'True' : 'False')
    t.row('    Restart Count:', String(status.restartCount))
  }
  if (env.length === 0) t.row('    Environment:', NONE)
  else t.line('    Environment:')
  for (const { name: key, value = '' } of env) t.row(`      ${key}:`, value)
  t.row('    Mounts:', NONE)
}

function describeState(t: Tabbed, title: string, state: ContainerStatus['state']): void {
  const { running, waiting, terminated } = state
  t.row(`    ${title}:`, running ? 'Running' : waiting ? 'Waiting' : 'Terminated')
  if (running) t.row('      Started:', longTime(running.startedAt))
  if (waiting) t.row('      Reason:', waiting.reason)
  if (waiting?.message) t.row('      Message:', waiting.message)
  if (!terminated) return
  t.row('      Reason:', terminated.reason)
  t.row('      Exit Code:', String(terminated.exitCode))
  t.row('      Started:', longTime(terminated.startedAt))
  t.row('      Finished:', longTime(terminated.finishedAt))
}

// ---- services

function* describeService(k: Kubectl, t: Tabbed, service: Service): Blocking<void> {
  const { metadata, spec } = service
  t.row('Name:', metadata.name)
  t.row('Namespace:', metadata.namespace ?? '')
  labels(t, 'Labels', metadata.labels)
  labels(t, 'Annotations', metadata.annotations)
  const selector = Object.entries(spec.selector ?? {}).map(([key, value]) => `${key}=${value}`)
  t.row('Selector:', selector.sort().join(',') || NONE)
  t.row('Type:', spec.type)
  t.row('IP Family Policy:', spec.ipFamilyPolicy ?? 'SingleStack')
  t.row('IP Families:', (spec.ipFamilies ?? ['IPv4']).join(','))
  t.row('IP:', spec.clusterIP ?? '')
  t.row('IPs:', (spec.clusterIPs ?? []).join(',') || NONE)
  const slices = yield* k.must(
    k.api.list<EndpointSlice>(k.resource('endpointslices'), metadata.namespace ?? null),
  )
  const own = slices.filter(
    (slice) => slice.metadata.labels?.['kubernetes.io/service-name'] === metadata.name,
  )
  for (const { name = '', port, protocol, targetPort, nodePort } of spec.ports ?? []) {
    const word = name === '' ? '<unset>' : name
    t.row('Port:', `${word}  ${port}/${protocol}`)
    t.row('TargetPort:', `${targetPort}/${protocol}`)
    if (nodePort !== undefined) t.row('NodePort:', `${word}  ${nodePort}/${protocol}`)
    const found = own.flatMap(({ endpoints, ports }) => {
      const number = ports.find((one) => one.name === name)?.port
      const ready = endpoints.filter(({ conditions }) => conditions.ready)
      return number === undefined
        ? []
        : ready.flatMap(({ addresses }) => addresses.map((ip) => `${ip}:${number}`))
    })
    const more = found.length > 3 ? ` + ${found.length - 3} more...` : ''
    t.row('Endpoints:', found.slice(0, 3).join(',') + more)
  }
  t.row('Session Affinity:', spec.sessionAffinity ?? 'None')
  if (spec.externalTrafficPolicy) t.row('External Traffic Policy:', spec.externalTrafficPolicy)
  t.row('Internal Traffic Policy:', spec.internalTrafficPolicy ?? 'Cluster')
  yield* describeEvents(k, t, service)
}

// ---- workloads

function* describeDeployment(k: Kubectl, t: Tabbed, deployment: Deployment): Blocking<void> {
  const { metadata, spec, status } = deployment
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0, unavailableReplicas = 0 } = status
  t.row('Name:', metadata.name)
  t.row('Namespace:', metadata.namespace ?? '')
  t.row('CreationTimestamp:', longTime(metadata.creationTimestamp))
  labels(t, 'Labels', metadata.labels)
  labels(t, 'Annotations', metadata.annotations)
  t.row('Selector:', formatSelector(spec.selector))
  t.row(
    'Replicas:',
    `${spec.replicas} desired | ${updatedReplicas} updated | ${replicas} total | ${availableReplicas} available | ${unavailableReplicas} unavailable`,
  )
  t.row('StrategyType:', 'RollingUpdate')
  t.row('MinReadySeconds:', '0')
  t.row('RollingUpdateStrategy:', '25% max unavailable, 25% max surge')
  describeTemplate(t, deployment)
  t.line('Conditions:')
  t.row('  Type', 'Status', 'Reason')
  t.row('  ----', '------', '------')
  for (const { type, status: is, reason = '' } of status.conditions ?? [])
    t.row(`  ${type} `, `${is} `, reason)
  const sets = yield* k.must(k.api.list<ReplicaSet>(k.resource('replicasets'), metadata.namespace ?? null))
  const own = sets.filter((set) =>
    (set.metadata.ownerReferences ?? []).some(({ uid }) => uid === metadata.uid),
  )
  const say = (set: ReplicaSet) =>
    `${set.metadata.name} (${set.status.replicas}/${set.spec.replicas} replicas created)`
  const revision = metadata.annotations?.['deployment.kubernetes.io/revision']
  const current = own.filter(
    (set) => set.metadata.annotations?.['deployment.kubernetes.io/revision'] === revision,
  )
  const old = own.filter((set) => !current.includes(set))
  t.row('OldReplicaSets:', old.map(say).join(', ') || NONE)
  t.row('NewReplicaSet:', current.map(say).join(', ') || NONE)
}

function describeReplicaSet(t: Tabbed, set: ReplicaSet): void {
  const { metadata, spec, status } = set
  t.row('Name:', metadata.name)
  t.row('Namespace:', metadata.namespace ?? '')
  t.row('Selector:', formatSelector(spec.selector))
  labels(t, 'Labels', metadata.labels)
  labels(t, 'Annotations', metadata.annotations)
  const [owner] = metadata.ownerReferences ?? []
  if (owner) t.row('Controlled By:', `${owner.kind}/${owner.name}`)
  t.row('Replicas:', `${status.replicas} current / ${spec.replicas} desired`)
  const { readyReplicas = 0 } = status
  t.row(
    'Pods Status:',
    `${readyReplicas} Running / ${status.replicas - readyReplicas} Waiting / 0 Succeeded / 0 Failed`,
  )
  describeTemplate(t, set)
}

function describeTemplate(t: Tabbed, { spec }: Deployment | ReplicaSet): void {
  t.line('Pod Template:')
  const pairs = Object.entries(spec.template.metadata.labels ?? {}).map(([key, value]) => `${key}=${value}`)
  for (const [i, pair] of pairs.sort().entries()) t.row(i === 0 ? '  Labels:' : '', ` ${pair}`)
  t.line('  Containers:')
  const inner = new Tabbed()
  for (const container of spec.template.spec.containers) describeContainer(inner, container, null)
  inner.row('  Volumes:', NONE)
  inner.row('  Node-Selectors:', NONE)
  inner.row('  Tolerations:', NONE)
  for (const line of inner.text().trimEnd().split('\n'))
    t.line(line.replace(/^ {2}/, ' '.repeat(line.startsWith('    ') ? 2 : 2)))
}

// ---- nodes

function* describeNode(k: Kubectl, t: Tabbed, node: Node): Blocking<void> {
  const { metadata, spec, status } = node
  const roles = Object.keys(metadata.labels ?? {}).flatMap(
    (key) => /^node-role\.kubernetes\.io\/(.+)$/.exec(key)?.[1] ?? [],
  )
  t.row('Name:', metadata.name)
  t.row('Roles:', roles.join(',') || NONE)
  labels(t, 'Labels', metadata.labels)
  labels(t, 'Annotations', metadata.annotations)
  t.row('CreationTimestamp:', longTime(metadata.creationTimestamp))
  const taints = (spec.taints ?? []).map(
    ({ key, value, effect }) => `${key}${value ? `=${value}` : ''}:${effect}`,
  )
  t.row('Taints:', taints.join('\n') || NONE)
  t.row('Unschedulable:', String(spec.unschedulable ?? false))
  t.line('Conditions:')
  t.row('  Type', 'Status', 'LastHeartbeatTime', 'LastTransitionTime', 'Reason', 'Message')
  t.row('  ----', '------', '-----------------', '------------------', '------', '-------')
  for (const one of status.conditions) {
    t.row(
      `  ${one.type} `,
      `${one.status} `,
      `${longTime(one.lastHeartbeatTime)} `,
      `${longTime(one.lastTransitionTime)} `,
      `${one.reason ?? ''} `,
      one.message ?? '',
    )
  }
  t.line('Addresses:')
  for (const { type, address } of status.addresses) t.row(`  ${type}:`, address)
  for (const [title, map] of [
    ['Capacity', status.capacity],
    ['Allocatable', status.allocatable],
  ] as const) {
    t.line(`${title}:`)
    for (const [key, value] of Object.entries(map)) t.row(`  ${key}:`, value)
  }
  t.line('System Info:')
  const info = status.nodeInfo
  for (const [title, key] of [
    ['Kernel Version', 'kernelVersion'],
    ['OS Image', 'osImage'],
    ['Operating System', 'operatingSystem'],
    ['Architecture', 'architecture'],
    ['Container Runtime Version', 'containerRuntimeVersion'],
    ['Kubelet Version', 'kubeletVersion'],
    ['Kube-Proxy Version', 'kubeProxyVersion'],
  ] as const) {
    t.row(`  ${title}:`, info[key] ?? '')
  }
  if (spec.podCIDR !== undefined) {
    t.row('PodCIDR:', spec.podCIDR)
    t.row('PodCIDRs:', (spec.podCIDRs ?? []).join(','))
  }
  const pods = (yield* k.must(k.api.list<Pod>(k.resource('pods'), null))).filter(
    (pod) => pod.spec.nodeName === metadata.name,
  )
  t.row('Non-terminated Pods:', `(${pods.length} in total)`)
  t.row('  Namespace', 'Name', '', 'Age')
  t.row('  ---------', '----', '', '---')
  for (const pod of pods)
    t.row(`  ${pod.metadata.namespace}`, pod.metadata.name, '', ageOf(k.p, pod.metadata.creationTimestamp))
}

// ---- events

function* describeEvents(k: Kubectl, t: Tabbed, { kind, metadata }: KubeObject): Blocking<void> {
  const namespace = metadata.namespace ?? 'default'
  const all = yield* k.must(k.api.list<EventObject>(k.resource('events'), namespace))
  const own = all.filter(({ involvedObject: about }) => about.kind === kind && about.uid === metadata.uid)
  if (own.length === 0) return t.row('Events:', NONE)
  const order = own.sort((a, b) => Number(a.metadata.resourceVersion) - Number(b.metadata.resourceVersion))
  t.line('Events:')
  t.row('  Type', 'Reason', 'Age', 'From', 'Message')
  t.row('  ----', '------', '----', '----', '-------')
  for (const { type, reason, lastTimestamp, source, message } of order) {
    t.row(`  ${type}`, reason, ageOf(k.p, lastTimestamp), source.component, message)
  }
}
