// The tables of `kubectl get`, a kind each. (Ref: pkg/printers/internalversion/printers.go)
import type { Process } from '../../../os/program.ts'
import { conditionOf, isTrue } from '../api/conditions.ts'
import { parseTime } from '../api/time.ts'
import type { Pod } from '../api/podtypes.ts'
import type { KubeObject, Labels } from '../api/meta.ts'
import type {
  ConfigMap,
  CronJob,
  DaemonSet,
  Deployment,
  Endpoints,
  EndpointSlice,
  EventObject,
  Ingress,
  IngressBackend,
  Job,
  LabelSelector,
  Namespace,
  NetworkPolicy,
  Node,
  ReplicaSet,
  Secret,
  Service,
  StatefulSet,
} from '../api/types.ts'
import { ageOf, humanDuration } from './duration.ts'
import { podRow } from './podcolumns.ts'

interface Table {
  readonly head: readonly string[]
  /** Further columns of `-o wide`. */
  readonly wide: readonly string[]
  /** The columns of a wide table when they do not stand in this order. */
  readonly order?: readonly number[]
  readonly row: (p: Process, object: KubeObject) => readonly string[]
}

const NONE = '<none>'

export function formatLabels(labels: Labels | undefined): string {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`)
  return pairs.length > 0 ? pairs.sort().join(',') : NONE
}

export function formatSelector({ matchLabels, matchExpressions = [] }: LabelSelector): string {
  const equal = Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`)
  const others = matchExpressions.map(({ key, operator, values = [] }) => {
    if (operator === 'Exists') return key
    if (operator === 'DoesNotExist') return `!${key}`
    return `${key} ${operator.toLowerCase()} (${values.join(',')})`
  })
  const all = [...equal.sort(), ...others]
  return all.length > 0 ? all.join(',') : NONE
}

function age(p: Process, { metadata }: KubeObject): string {
  return ageOf(p, metadata.creationTimestamp)
}

export const TABLES: Readonly<Record<string, Table>> = {
  Pod: {
    head: ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'],
    wide: ['IP', 'NODE', 'NOMINATED NODE', 'READINESS GATES'],
    row: (p, object) => podRow(p, object as Pod),
  },
  Service: {
    head: ['NAME', 'TYPE', 'CLUSTER-IP', 'EXTERNAL-IP', 'PORT(S)', 'AGE'],
    wide: ['SELECTOR'],
    row: (p, object) => serviceRow(p, object as Service),
  },
  Deployment: {
    head: ['NAME', 'READY', 'UP-TO-DATE', 'AVAILABLE', 'AGE'],
    wide: ['CONTAINERS', 'IMAGES', 'SELECTOR'],
    row: (p, object) => {
      const { metadata, spec, status } = object as Deployment
      const { readyReplicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status
      const counts = [`${readyReplicas}/${spec.replicas}`, String(updatedReplicas), String(availableReplicas)]
      return [
        metadata.name,
        ...counts,
        age(p, object),
        ...containersOf(spec.template.spec),
        formatSelector(spec.selector),
      ]
    },
  },
  ReplicaSet: {
    head: ['NAME', 'DESIRED', 'CURRENT', 'READY', 'AGE'],
    wide: ['CONTAINERS', 'IMAGES', 'SELECTOR'],
    row: (p, object) => {
      const { metadata, spec, status } = object as ReplicaSet
      const counts = [spec.replicas, status.replicas, status.readyReplicas ?? 0].map(String)
      return [
        metadata.name,
        ...counts,
        age(p, object),
        ...containersOf(spec.template.spec),
        formatSelector(spec.selector),
      ]
    },
  },
  DaemonSet: {
    head: ['NAME', 'DESIRED', 'CURRENT', 'READY', 'UP-TO-DATE', 'AVAILABLE', 'NODE SELECTOR', 'AGE'],
    wide: ['CONTAINERS', 'IMAGES', 'SELECTOR'],
    row: (p, object) => {
      const { metadata, spec, status } = object as DaemonSet
      const counts = [
        status.desiredNumberScheduled,
        status.currentNumberScheduled,
        status.numberReady,
        status.updatedNumberScheduled ?? 0,
        status.numberAvailable ?? 0,
      ].map(String)
      return [
        metadata.name,
        ...counts,
        formatLabels(spec.template.spec.nodeSelector),
        age(p, object),
        ...containersOf(spec.template.spec),
        formatSelector(spec.selector),
      ]
    },
  },
  StatefulSet: {
    head: ['NAME', 'READY', 'AGE'],
    wide: ['CONTAINERS', 'IMAGES'],
    row: (p, object) => {
      const { metadata, spec, status } = object as StatefulSet
      const ready = `${status.readyReplicas ?? 0}/${spec.replicas}`
      return [metadata.name, ready, age(p, object), ...containersOf(spec.template.spec)]
    },
  },
  Job: {
    head: ['NAME', 'STATUS', 'COMPLETIONS', 'DURATION', 'AGE'],
    wide: ['CONTAINERS', 'IMAGES', 'SELECTOR'],
    row: (p, object) => jobRow(p, object as Job),
  },
  CronJob: {
    head: ['NAME', 'SCHEDULE', 'TIMEZONE', 'SUSPEND', 'ACTIVE', 'LAST SCHEDULE', 'AGE'],
    wide: ['CONTAINERS', 'IMAGES', 'SELECTOR'],
    row: (p, object) => cronJobRow(p, object as CronJob),
  },
  Ingress: {
    head: ['NAME', 'CLASS', 'HOSTS', 'ADDRESS', 'PORTS', 'AGE'],
    wide: [],
    row: (p, object) => ingressRow(p, object as Ingress),
  },
  Secret: {
    head: ['NAME', 'TYPE', 'DATA', 'AGE'],
    wide: [],
    row: (p, object) => {
      const { metadata, type = 'Opaque', data = {} } = object as Secret
      return [metadata.name, type, String(Object.keys(data).length), age(p, object)]
    },
  },
  ServiceAccount: {
    head: ['NAME', 'AGE'],
    wide: [],
    row: (p, object) => [object.metadata.name, age(p, object)],
  },
  Lease: {
    head: ['NAME', 'HOLDER', 'AGE'],
    wide: [],
    row: (p, object) => [
      object.metadata.name,
      (object.spec as { holderIdentity?: string }).holderIdentity ?? '',
      age(p, object),
    ],
  },
  Node: {
    head: ['NAME', 'STATUS', 'ROLES', 'AGE', 'VERSION'],
    wide: ['INTERNAL-IP', 'EXTERNAL-IP', 'OS-IMAGE', 'KERNEL-VERSION', 'CONTAINER-RUNTIME'],
    row: (p, object) => nodeRow(p, object as Node),
  },
  Namespace: {
    head: ['NAME', 'STATUS', 'AGE'],
    wide: [],
    row: (p, object) => [object.metadata.name, (object as Namespace).status.phase, age(p, object)],
  },
  Endpoints: {
    head: ['NAME', 'ENDPOINTS', 'AGE'],
    wide: [],
    row: (p, object) => [object.metadata.name, formatEndpoints(object as Endpoints), age(p, object)],
  },
  EndpointSlice: {
    head: ['NAME', 'ADDRESSTYPE', 'PORTS', 'ENDPOINTS', 'AGE'],
    wide: [],
    row: (p, object) => {
      const { metadata, addressType, ports, endpoints } = object as EndpointSlice
      const numbers = ports.map(({ port }) => String(port))
      const addresses = endpoints.flatMap((one) => one.addresses)
      const list =
        addresses.length > 3
          ? `${addresses.slice(0, 3).join(',')} + ${addresses.length - 3} more...`
          : addresses.join(',')
      return [metadata.name, addressType, numbers.join(',') || '<unset>', list || '<unset>', age(p, object)]
    },
  },
  ConfigMap: {
    head: ['NAME', 'DATA', 'AGE'],
    wide: [],
    row: (p, object) => {
      return [
        object.metadata.name,
        String(Object.keys((object as ConfigMap).data ?? {}).length),
        age(p, object),
      ]
    },
  },
  NetworkPolicy: {
    head: ['NAME', 'POD-SELECTOR', 'AGE'],
    wide: [],
    row: (p, object) => {
      return [
        object.metadata.name,
        formatSelector((object as NetworkPolicy).spec.podSelector),
        age(p, object),
      ]
    },
  },
  Event: {
    head: ['LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'],
    wide: ['SUBOBJECT', 'SOURCE', 'FIRST SEEN', 'COUNT', 'NAME'],
    order: [0, 1, 2, 3, 5, 6, 4, 7, 8, 9],
    row: (p, object) => eventRow(p, object as EventObject),
  },
}

function eventRow(p: Process, event: EventObject): readonly string[] {
  const { lastTimestamp, firstTimestamp, type, reason, involvedObject: about, message, source } = event
  return [
    ageOf(p, lastTimestamp),
    type,
    reason,
    `${about.kind.toLowerCase()}/${about.name}`,
    message.trim(),
    about.fieldPath ?? '',
    source.host === undefined ? source.component : `${source.component}, ${source.host}`,
    ageOf(p, firstTimestamp),
    String(event.count),
    event.metadata.name,
  ]
}

function containersOf({ containers }: Deployment['spec']['template']['spec']): [string, string] {
  return [containers.map(({ name }) => name).join(','), containers.map(({ image }) => image).join(',')]
}

function cronJobRow(p: Process, cron: CronJob): readonly string[] {
  const { metadata, spec, status } = cron
  return [
    metadata.name,
    spec.schedule,
    spec.timeZone ?? NONE,
    spec.suspend ? 'True' : 'False',
    String(status.active?.length ?? 0),
    status.lastScheduleTime === undefined ? NONE : ageOf(p, status.lastScheduleTime),
    age(p, cron),
    ...containersOf(spec.jobTemplate.spec.template.spec),
    formatSelector(spec.jobTemplate.spec.selector ?? {}),
  ]
}

/** Ref: printers.go:formatHosts() */
function ingressRow(p: Process, ingress: Ingress): readonly string[] {
  const { metadata, spec } = ingress
  const hosts = (spec.rules ?? []).flatMap(({ host }) => host ?? [])
  const few = hosts.slice(0, 3).join(',')
  const more = hosts.length > 3 ? `${few} + ${hosts.length - 3} more...` : few
  const ports = (spec.tls ?? []).length > 0 ? '80, 443' : '80'
  return [metadata.name, spec.ingressClassName ?? NONE, more || '*', '', ports, age(p, ingress)]
}

/** Of a backend: its number, or its name. */
export function formatPortRef({ port = {} }: NonNullable<IngressBackend['service']>): string {
  return port.name ?? String(port.number ?? '')
}

function jobRow(p: Process, job: Job): readonly string[] {
  const { metadata, spec, status } = job
  const state = isTrue(job, 'Complete') ? 'Complete' : isTrue(job, 'Failed') ? 'Failed' : 'Running'
  const end =
    status.completionTime === undefined ? Math.floor(p.clock.epoch()) : parseTime(status.completionTime)
  return [
    metadata.name,
    state,
    `${status.succeeded ?? 0}/${spec.completions ?? 1}`,
    status.startTime === undefined ? '' : humanDuration(end - parseTime(status.startTime)),
    age(p, job),
    ...containersOf(spec.template.spec),
    formatSelector(spec.selector ?? {}),
  ]
}

function serviceRow(p: Process, service: Service): readonly string[] {
  const { spec, metadata } = service
  const ports = (spec.ports ?? []).map(({ port, nodePort, protocol }) => {
    return nodePort === undefined ? `${port}/${protocol}` : `${port}:${nodePort}/${protocol}`
  })
  const outside = outsideOf(spec)
  return [
    metadata.name,
    spec.type,
    spec.clusterIP ?? NONE,
    outside,
    ports.join(',') || NONE,
    age(p, service),
    formatLabels(spec.selector),
  ]
}

/** Ref: printers.go:getServiceExternalIP() */
function outsideOf({ type, externalIPs = [], externalName = '' }: Service['spec']): string {
  if (type === 'ExternalName') return externalName
  return externalIPs.join(',') || (type === 'LoadBalancer' ? '<pending>' : NONE)
}

export function rolesOf({ metadata }: Node): string[] {
  const prefix = 'node-role.kubernetes.io/'
  const keys = Object.keys(metadata.labels ?? {})
  return keys.flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : [])).sort()
}

function nodeRow(p: Process, node: Node): readonly string[] {
  const { metadata, status, spec } = node
  const state = isTrue(node, 'Ready') ? 'Ready' : conditionOf(node, 'Ready') ? 'NotReady' : 'Unknown'
  const roles = rolesOf(node)
  const {
    osImage = '',
    kernelVersion = '',
    containerRuntimeVersion = '',
    kubeletVersion = '',
  } = status.nodeInfo
  const internal = status.addresses.find(({ type }) => type === 'InternalIP')?.address ?? NONE
  return [
    metadata.name,
    spec.unschedulable ? `${state},SchedulingDisabled` : state,
    roles.join(',') || NONE,
    age(p, node),
    kubeletVersion,
    internal,
    NONE,
    osImage,
    kernelVersion,
    containerRuntimeVersion,
  ]
}

export function formatEndpoints({ subsets = [] }: Endpoints): string {
  const all = subsets.flatMap(({ addresses = [], ports = [] }) => {
    return ports.flatMap(({ port }) => addresses.map(({ ip }) => `${ip}:${port}`))
  })
  if (all.length === 0) return NONE
  return all.length > 3 ? `${all.slice(0, 3).join(',')} + ${all.length - 3} more...` : all.join(',')
}
