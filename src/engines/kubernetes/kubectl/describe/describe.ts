// kubectl describe. (Ref: kubectl/pkg/cmd/describe/describe.go)
import type { Blocking } from '../../../../os/program.ts'
import { isApiError } from '../../api/client.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Pod } from '../../api/podtypes.ts'
import { resourceOfKind } from '../../api/resources.ts'
import { matches } from '../../api/selector.ts'
import type {
  ConfigMap,
  CronJob,
  DaemonSet,
  Deployment,
  Endpoints,
  EndpointSlice,
  EventObject,
  Ingress,
  Job,
  LabelSelector,
  Namespace,
  NetworkPolicy,
  Node,
  ReplicaSet,
  Secret,
  Service,
  StatefulSet,
} from '../../api/types.ts'
import type { Kubectl } from '../context.ts'
import { fetch, readTargets, type Target } from '../targets.ts'
import { describeIngress } from './ingress.ts'
import { eventLines } from './lines.ts'
import { describeNode } from './node.ts'
import { describeConfigMap, describeNamespace, describeSecret, describeServiceAccount } from './others.ts'
import { describePod } from './pod.ts'
import { formatPolicy } from './policy.ts'
import { describeEndpoints, describeService, describeSlice } from './service.ts'
import { Tabbed } from './tabbed.ts'
import {
  describeCronJob,
  describeDaemonSet,
  describeDeployment,
  describeJob,
  describeReplicaSet,
  describeStatefulSet,
} from './workload.ts'

export function* describe(k: Kubectl): Blocking<number> {
  if (k.operands.length === 0 && k.all('filename').length === 0) {
    return k.fail(
      'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.',
    )
  }
  const targets = yield* targetsOf(k)
  const objects: KubeObject[] = []
  let [failed, alike] = [false, false]
  for (const target of targets) {
    const found = yield* matching(k, target)
    if (isApiError(found)) {
      if (found.code === 0 || targets.length === 1) return k.refuse(found)
      failed = true
      k.p.io.err(`${k.words(found)}\n`)
    } else {
      objects.push(...found)
      alike ||= target.name !== null && found[0]?.metadata.name !== target.name
    }
  }
  if (objects.length === 0 && !failed) {
    const everywhere = k.has('all-namespaces') || targets.every(({ resource }) => !resource.namespaced)
    k.p.io.err(everywhere ? 'No resources found\n' : `No resources found in ${k.namespace} namespace.\n`)
  }
  // Events are shown of one alone unless they are asked for.
  const events = k.flag('show-events') === null ? objects.length === 1 : k.has('show-events')
  const texts: string[] = []
  for (const object of objects) texts.push(yield* describeOne(k, object, events))
  k.out(alike ? texts.map((text) => `${text}\n`).join('') : texts.join('\n\n'))
  return failed ? 1 : 0
}

function* targetsOf(k: Kubectl): Blocking<Target[]> {
  if (k.all('filename').length === 0) return readTargets(k)
  return (yield* k.objects()).map(({ kind, metadata }) => ({
    resource: k.resource(kind),
    name: metadata.name,
  }))
}

/** The one of that name, or those whose names begin so. */
function* matching(k: Kubectl, target: Target): Blocking<KubeObject[] | ReturnType<Kubectl['missing']>> {
  const { resource, name } = target
  if (name === null) return yield* fetch(k, target)
  const exact = yield* k.api.get<KubeObject>(resource, resource.namespaced ? k.namespace : null, name)
  if (!isApiError(exact)) return [exact]
  if (exact.code !== 404) return exact
  const all = yield* k.must(k.api.list<KubeObject>(resource, resource.namespaced ? k.namespace : null))
  const found = all.filter(({ metadata }) => metadata.name.startsWith(name))
  return found.length > 0 ? found : exact
}

function* describeOne(k: Kubectl, object: KubeObject, events: boolean): Blocking<string> {
  if (object.kind === 'NetworkPolicy') return formatPolicy(object as NetworkPolicy)
  const t = new Tabbed()
  yield* write(k, t, object)
  if (events && !QUIET.has(object.kind)) eventLines(t, k.p, yield* eventsOf(k, object))
  return t.text()
}

/** Kinds of which nothing is ever told. */
const QUIET = new Set(['Namespace', 'Secret', 'Event'])

function* write(k: Kubectl, t: Tabbed, object: KubeObject): Blocking<void> {
  switch (object.kind) {
    case 'Pod':
      return describePod(t, object as Pod)
    case 'Service':
      return describeService(t, object as Service, yield* slicesOf(k, object))
    case 'Endpoints':
      return describeEndpoints(t, object as Endpoints)
    case 'EndpointSlice':
      return describeSlice(t, object as EndpointSlice)
    case 'Deployment':
      return describeDeployment(t, object as Deployment, yield* setsOf(k, object))
    case 'ReplicaSet':
      return describeReplicaSet(t, object as ReplicaSet, yield* podsOf(k, object))
    case 'DaemonSet':
      return describeDaemonSet(t, object as DaemonSet, yield* podsOf(k, object))
    case 'StatefulSet':
      return describeStatefulSet(t, object as StatefulSet, yield* podsOf(k, object))
    case 'Job':
      return describeJob(t, object as Job)
    case 'CronJob':
      return describeCronJob(t, object as CronJob)
    case 'Ingress': {
      const { namespace = 'default' } = object.metadata
      const services = yield* list<Service>(k, 'Service', namespace)
      const slices = yield* list<EndpointSlice>(k, 'EndpointSlice', namespace)
      return describeIngress(t, object as Ingress, { services, slices })
    }
    case 'Node':
      return yield* writeNode(k, t, object as Node)
    case 'Namespace':
      return describeNamespace(t, object as Namespace)
    case 'ConfigMap':
      return describeConfigMap(t, object as ConfigMap)
    case 'Secret':
      return describeSecret(t, object as Secret)
    case 'ServiceAccount':
      return describeServiceAccount(t, object)
    default:
      return k.fail(`describe of ${object.kind} is not supported in vethlab`)
  }
}

function* list<T extends KubeObject>(k: Kubectl, kind: string, namespace: string | null): Blocking<T[]> {
  const resource = resourceOfKind(kind)
  return resource ? yield* k.must(k.api.list<T>(resource, namespace)) : []
}

function* slicesOf(k: Kubectl, { metadata }: KubeObject): Blocking<EndpointSlice[]> {
  const all = yield* list<EndpointSlice>(k, 'EndpointSlice', metadata.namespace ?? null)
  return all.filter((slice) => slice.metadata.labels?.['kubernetes.io/service-name'] === metadata.name)
}

function* setsOf(k: Kubectl, { metadata }: KubeObject): Blocking<ReplicaSet[]> {
  const all = yield* list<ReplicaSet>(k, 'ReplicaSet', metadata.namespace ?? null)
  return all.filter((set) => (set.metadata.ownerReferences ?? []).some(({ uid }) => uid === metadata.uid))
}

function* podsOf(k: Kubectl, { metadata, spec }: KubeObject): Blocking<Pod[]> {
  const { selector } = spec as { selector: LabelSelector }
  const all = yield* list<Pod>(k, 'Pod', metadata.namespace ?? null)
  return all.filter((pod) => matches(selector, pod.metadata.labels))
}

function* writeNode(k: Kubectl, t: Tabbed, node: Node): Blocking<void> {
  const { name } = node.metadata
  const pods = (yield* list<Pod>(k, 'Pod', null)).filter(({ spec, status }) => {
    return spec.nodeName === name && status.phase !== 'Succeeded' && status.phase !== 'Failed'
  })
  const leases = yield* list<KubeObject>(k, 'Lease', 'kube-node-lease')
  const lease = leases.find(({ metadata }) => metadata.name === name)
  const { renewTime = null } = (lease?.spec ?? {}) as { renewTime?: string }
  describeNode(t, k.p, node, pods, renewTime)
}

/** Those about an object, in the order in which they came. */
function* eventsOf(k: Kubectl, { kind, metadata }: KubeObject): Blocking<EventObject[]> {
  const all = yield* list<EventObject>(k, 'Event', metadata.namespace ?? 'default')
  const own = all.filter(({ involvedObject: about }) => {
    return about.kind === kind && about.name === metadata.name && (about.uid ?? metadata.uid) === metadata.uid
  })
  const key = ({ lastTimestamp, metadata: { name } }: EventObject): string => `${lastTimestamp} ${name}`
  return own.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
