// The kinds of objects there are, by the names people and paths have for them. (`kubectl api-resources`)

export interface Resource {
  readonly kind: string
  readonly plural: string
  readonly singular: string
  readonly short: readonly string[]
  /** `v1` or `GROUP/VERSION`. */
  readonly apiVersion: string
  readonly namespaced: boolean
}

function resource(
  kind: string,
  plural: string,
  apiVersion: string,
  namespaced: boolean,
  ...short: string[]
): Resource {
  return { kind, plural, singular: kind.toLowerCase(), short, apiVersion, namespaced }
}

export const RESOURCES: readonly Resource[] = [
  resource('ConfigMap', 'configmaps', 'v1', true, 'cm'),
  resource('Endpoints', 'endpoints', 'v1', true, 'ep'),
  resource('Event', 'events', 'v1', true, 'ev'),
  resource('Namespace', 'namespaces', 'v1', false, 'ns'),
  resource('Node', 'nodes', 'v1', false, 'no'),
  resource('Pod', 'pods', 'v1', true, 'po'),
  resource('Secret', 'secrets', 'v1', true),
  resource('ServiceAccount', 'serviceaccounts', 'v1', true, 'sa'),
  resource('Service', 'services', 'v1', true, 'svc'),
  resource('DaemonSet', 'daemonsets', 'apps/v1', true, 'ds'),
  resource('Deployment', 'deployments', 'apps/v1', true, 'deploy'),
  resource('ReplicaSet', 'replicasets', 'apps/v1', true, 'rs'),
  resource('StatefulSet', 'statefulsets', 'apps/v1', true, 'sts'),
  resource('CronJob', 'cronjobs', 'batch/v1', true, 'cj'),
  resource('Job', 'jobs', 'batch/v1', true),
  resource('Lease', 'leases', 'coordination.k8s.io/v1', true),
  resource('EndpointSlice', 'endpointslices', 'discovery.k8s.io/v1', true),
  resource('Ingress', 'ingresses', 'networking.k8s.io/v1', true, 'ing'),
  resource('NetworkPolicy', 'networkpolicies', 'networking.k8s.io/v1', true, 'netpol'),
]

export function resourceOfKind(kind: string): Resource | null {
  return RESOURCES.find((one) => one.kind === kind) ?? null
}

/** By what people type: `pod`, `pods`, `po`, `deployments.apps`. */
export function resourceByName(name: string): Resource | null {
  const lower = name.toLowerCase()
  return (
    RESOURCES.find(({ plural, singular, short, apiVersion }) => {
      const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : null
      const names = [plural, singular, ...short]
      return names.includes(lower) || (group !== null && names.some((one) => `${one}.${group}` === lower))
    }) ?? null
  )
}

/** `deployments.apps`, as messages name it; `pods` of the core group. */
export function qualifiedPlural({ plural, apiVersion }: Resource): string {
  const slash = apiVersion.indexOf('/')
  return slash < 0 ? plural : `${plural}.${apiVersion.slice(0, slash)}`
}

/** `deployment.apps`, as `kubectl apply` names it. */
export function qualifiedSingular({ singular, apiVersion }: Resource): string {
  const slash = apiVersion.indexOf('/')
  return slash < 0 ? singular : `${singular}.${apiVersion.slice(0, slash)}`
}

export function apiPath(resource: Resource, namespace: string | null, name: string | null): string {
  const root = resource.apiVersion.includes('/')
    ? `/apis/${resource.apiVersion}`
    : `/api/${resource.apiVersion}`
  const space = resource.namespaced && namespace !== null ? `/namespaces/${namespace}` : ''
  return `${root}${space}/${resource.plural}${name === null ? '' : `/${name}`}`
}
