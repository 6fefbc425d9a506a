// Which pods stand behind a service. (Ref: pkg/controller/endpointslice/reconciler.go, pkg/controller/endpoint)
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import { isReady } from '../api/conditions.ts'
import { matchesLabels } from '../api/selector.ts'
import type { Cache } from '../api/watch.ts'
import type { Pod } from '../api/podtypes.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Endpoint, Endpoints, EndpointSlice, Service, ServicePort } from '../api/types.ts'
import { isOwnedBy, ownerReference, remove, write } from './owned.ts'

const SERVICE_NAME = 'kubernetes.io/service-name'

export function* reconcileEndpoints(cache: Cache, api: ApiClient): Blocking<void> {
  for (const service of cache.all<Service>('Service')) {
    if (service.spec.selector && service.spec.type !== 'ExternalName') yield* reconcile(cache, api, service)
  }
  for (const endpoints of cache.all<Endpoints>('Endpoints')) {
    const { name, namespace = '' } = endpoints.metadata
    const managed =
      endpoints.metadata.annotations?.['endpoints.kubernetes.io/last-change-trigger-time'] !== undefined
    if (managed && !cache.get('Service', namespace, name)) yield* remove(cache, api, endpoints)
  }
}

function* reconcile(cache: Cache, api: ApiClient, service: Service): Blocking<void> {
  const { namespace = 'default' } = service.metadata
  const pods = cache.all<Pod>('Pod', namespace).filter((pod) => {
    if (pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed') return false
    return pod.status.podIP !== undefined && matchesLabels(service.spec.selector ?? {}, pod.metadata.labels)
  })
  const endpoints = pods.map((pod) => endpointOf(pod, service))
  const ports = (service.spec.ports ?? []).flatMap((port) => {
    const number = targetPort(port, pods)
    return number === null ? [] : [{ name: port.name ?? '', port: number, protocol: port.protocol }]
  })
  yield* writeSlice(cache, api, service, endpoints, ports)
  yield* writeEndpoints(cache, api, service, endpoints, ports)
}

function endpointOf(pod: Pod, { spec, metadata }: Service): Endpoint {
  const { name, namespace = '', uid, deletionTimestamp } = pod.metadata
  const { hostname, subdomain } = pod.spec
  const serving = isReady(pod)
  const terminating = deletionTimestamp !== undefined
  const ready = spec.publishNotReadyAddresses === true || (serving && !terminating)
  return {
    addresses: [pod.status.podIP ?? ''],
    conditions: { ready, serving, terminating },
    ...(hostname !== undefined && subdomain === metadata.name ? { hostname } : {}),
    ...(pod.spec.nodeName === undefined ? {} : { nodeName: pod.spec.nodeName }),
    targetRef: { kind: 'Pod', name, namespace, ...(uid === undefined ? {} : { uid }) },
  }
}

/** The number of a port that may be named; null when no pod has the name. */
function targetPort({ targetPort: target }: ServicePort, pods: readonly Pod[]): number | null {
  if (typeof target === 'number') return target
  for (const { spec } of pods) {
    for (const { ports = [] } of spec.containers) {
      const found = ports.find(({ name }) => name === target)
      if (found) return found.containerPort
    }
  }
  return null
}

type Ports = EndpointSlice['ports']

function* writeSlice(
  cache: Cache,
  api: ApiClient,
  service: Service,
  endpoints: Endpoint[],
  ports: Ports,
): Blocking<void> {
  const { name, namespace = 'default', labels } = service.metadata
  const old = cache.all<EndpointSlice>('EndpointSlice', namespace).find((slice) => isOwnedBy(slice, service))
  if (old && same([old.endpoints, old.ports], [endpoints, ports])) return
  const metadata = old?.metadata ?? {
    name: '',
    generateName: `${name}-`,
    namespace,
    labels: {
      ...labels,
      'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
      [SERVICE_NAME]: name,
      ...(service.spec.clusterIP === 'None' ? { 'service.kubernetes.io/headless': '' } : {}),
    },
    ownerReferences: [ownerReference(service)],
  }
  const slice: EndpointSlice = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata,
    addressType: 'IPv4',
    endpoints,
    ports,
  }
  yield* save(cache, api, old !== undefined, slice)
}

function* writeEndpoints(
  cache: Cache,
  api: ApiClient,
  service: Service,
  endpoints: readonly Endpoint[],
  ports: Ports,
): Blocking<void> {
  const { name, namespace = 'default', labels } = service.metadata
  const old = cache.get<Endpoints>('Endpoints', namespace, name)
  const of = (ready: boolean) => {
    return endpoints
      .filter(({ conditions }) => conditions.ready === ready && !conditions.terminating)
      .map(({ addresses: [ip = ''], hostname, nodeName, targetRef }) => {
        return {
          ...(hostname === undefined ? {} : { hostname }),
          ip,
          ...(nodeName === undefined ? {} : { nodeName }),
          ...(targetRef === undefined ? {} : { targetRef }),
        }
      })
  }
  const [addresses, notReadyAddresses] = [of(true), of(false)]
  const subset = {
    ...(addresses.length > 0 ? { addresses } : {}),
    ...(notReadyAddresses.length > 0 ? { notReadyAddresses } : {}),
    ...(ports.length > 0
      ? {
          ports: ports.map(({ name: word, port, protocol }) => ({
            ...(word === '' ? {} : { name: word }),
            port,
            protocol,
          })),
        }
      : {}),
  }
  const subsets = addresses.length + notReadyAddresses.length > 0 ? [subset] : undefined
  if (old && same(old.subsets, subsets)) return
  const trigger = {
    'endpoints.kubernetes.io/last-change-trigger-time': service.metadata.creationTimestamp ?? '',
  }
  const metadata = old?.metadata ?? { name, namespace, ...(labels ? { labels } : {}), annotations: trigger }
  const object: Endpoints = { apiVersion: 'v1', kind: 'Endpoints', metadata, ...(subsets ? { subsets } : {}) }
  yield* save(cache, api, old !== null, object)
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function* save(cache: Cache, api: ApiClient, exists: boolean, object: KubeObject): Blocking<void> {
  yield* write(cache, exists ? api.replace(object) : api.create(object))
}
