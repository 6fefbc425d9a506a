// The tables of `kubectl get`, a kind each. (Ref: pkg/printers/internalversion/printers.go)
import type { Process } from '../../../os/program.ts'
import { conditionOf, isTrue } from '../api/conditions.ts'
import { parseTime } from '../api/time.ts'
import type {
  ConfigMap,
  Deployment,
  Endpoints,
  EndpointSlice,
  EventObject,
  KubeObject,
  Labels,
  LabelSelector,
  Namespace,
  NetworkPolicy,
  Node,
  Pod,
  ReplicaSet,
  Service,
} from '../api/types.ts'
import { ageOf, humanDuration } from './duration.ts'

interface Table {
  readonly head: readonly string[]
  /** Further columns of `-o wide`. */
  readonly wide: readonly string[]
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
    wide: [],
    row: (p, object) => {
      const { lastTimestamp, type, reason, involvedObject: about, message } = object as EventObject
      return [ageOf(p, lastTimestamp), type, reason, `${about.kind.toLowerCase()}/${about.name}`, message]
    },
  },
}

function containersOf({ containers }: Deployment['spec']['template']['spec']): [string, string] {
  return [containers.map(({ name }) => name).join(','), containers.map(({ image }) => image).join(',')]
}

function podRow(p: Process, pod: Pod): readonly string[] {
  const statuses = pod.status.containerStatuses ?? []
  const ready = statuses.filter((one) => one.ready).length
  const restarts = statuses.reduce((sum, { restartCount }) => sum + restartCount, 0)
  const last = statuses
    .flatMap(({ lastState }) => lastState.terminated?.finishedAt ?? [])
    .sort()
    .at(-1)
  const ago =
    restarts > 0 && last !== undefined
      ? ` (${humanDuration(Math.floor(p.clock.epoch()) - parseTime(last))} ago)`
      : ''
  return [
    pod.metadata.name,
    `${ready}/${pod.spec.containers.length}`,
    podReason(pod),
    `${restarts}${ago}`,
    age(p, pod),
    pod.status.podIP ?? NONE,
    pod.spec.nodeName ?? NONE,
    NONE,
    NONE,
  ]
}

/** What stands below STATUS. */
export function podReason({ metadata, status }: Pod): string {
  let reason = status.reason ?? status.phase
  let running = false
  for (const { state, ready } of [...(status.containerStatuses ?? [])].reverse()) {
    if (state.waiting) reason = state.waiting.reason
    else if (state.terminated) reason = state.terminated.reason || `ExitCode:${state.terminated.exitCode}`
    else if (ready) running = true
  }
  if (reason === 'Completed' && running) reason = 'Running'
  return metadata.deletionTimestamp === undefined ? reason : 'Terminating'
}

function serviceRow(p: Process, service: Service): readonly string[] {
  const { spec, metadata } = service
  const ports = (spec.ports ?? []).map(({ port, nodePort, protocol }) => {
    return nodePort === undefined ? `${port}/${protocol}` : `${port}:${nodePort}/${protocol}`
  })
  const outside = spec.type === 'LoadBalancer' ? '<pending>' : (spec.externalIPs ?? []).join(',') || NONE
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

function nodeRow(p: Process, node: Node): readonly string[] {
  const { metadata, status, spec } = node
  const state = isTrue(node, 'Ready') ? 'Ready' : conditionOf(node, 'Ready') ? 'NotReady' : 'Unknown'
  const prefix = 'node-role.kubernetes.io/'
  const roles = Object.keys(metadata.labels ?? {}).flatMap((key) =>
    key.startsWith(prefix) ? key.slice(prefix.length) : [],
  )
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
