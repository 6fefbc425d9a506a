// The verbs of the API on its objects.
import { apiPath, RESOURCES, type Resource } from '../api/resources.ts'
import { alreadyExists, badRequest, forbiddenObject, notFound, type ApiStatus } from '../api/status.ts'
import type { Pod } from '../api/podtypes.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Service } from '../api/types.ts'
import { withDefaults } from './defaults.ts'
import { unreadable } from './fields.ts'
import { furnish } from './bootstrap.ts'
import { mergePatch } from './patch.ts'
import { allocate, settle } from './services.ts'
import type { Store } from './store.ts'
import { admit } from './admission.ts'
import { immutable } from './immutable.ts'
import { validate } from './validation/validate.ts'
import type { HttpRequest } from '../api/http.ts'

/** Ref: plugin/pkg/admission/namespace/lifecycle/admission.go */
const LASTING: ReadonlySet<string> = new Set(['default', 'kube-public', 'kube-system'])

export interface Target {
  readonly resource: Resource
  readonly namespace: string | null
  readonly name: string | null
  readonly subresource: string | null
}

/** What a path is about. */
export function targetOf(path: string): Target | null {
  for (const resource of RESOURCES) {
    const root = apiPath(resource, null, null)
    const space = root.slice(0, root.lastIndexOf('/'))
    const namespaced = new RegExp(
      `^${space}/namespaces/([^/]+)/${resource.plural}(?:/([^/]+))?(?:/([^/]+))?$`,
    )
    const whole = new RegExp(`^${root}(?:/([^/]+))?(?:/(status))?$`)
    const inside = resource.namespaced ? namespaced.exec(path) : null
    if (inside) {
      const [, namespace = null, name = null, subresource = null] = inside
      return { resource, namespace, name, subresource }
    }
    const outside = whole.exec(path)
    if (outside)
      return { resource, namespace: null, name: outside[1] ?? null, subresource: outside[2] ?? null }
  }
  return null
}

export function handle(
  store: Store,
  { method, body, query }: HttpRequest,
  target: Target,
): object | ApiStatus {
  switch (method) {
    case 'GET':
      return read(store, target)
    case 'POST':
      return create(store, target, body, query.has('dryRun'))
    case 'PUT':
      return replace(store, target, body, query.has('dryRun'))
    case 'PATCH':
      return patch(store, target, body)
    case 'DELETE':
      return remove(store, target, query.get('gracePeriodSeconds') ?? null, query.get('uid') ?? null)
    default:
      return {
        code: 405,
        reason: 'MethodNotAllowed',
        message: 'the server does not allow this method on the requested resource',
      }
  }
}

function read(store: Store, { resource, namespace, name }: Target): object | ApiStatus {
  const { kind, apiVersion } = resource
  if (name !== null) return store.get(kind, namespace ?? '', name) ?? notFound(resource, name)
  const items = store.list(kind, namespace)
  return { kind: `${kind}List`, apiVersion, metadata: { resourceVersion: store.version }, items }
}

function parse(body: string): KubeObject | null {
  const value = withoutNulls(JSON.parse(body)) as KubeObject | null
  return value?.metadata ? withSpec(value) : null
}

/** A member that is null is not there. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const there = Object.entries(value).filter(([, item]) => item !== null)
  return Object.fromEntries(there.map(([key, item]) => [key, withoutNulls(item)]))
}

/** What a structure always has, if only as its zero. */
function withSpec(object: KubeObject): KubeObject {
  if (['ConfigMap', 'Secret', 'Endpoints', 'EndpointSlice', 'Event', 'ServiceAccount'].includes(object.kind))
    return object
  const spec = (object.spec ?? {}) as Record<string, unknown>
  if (object.kind === 'NetworkPolicy') return { ...object, spec: { podSelector: {}, ...spec } }
  if (!object.apiVersion.startsWith('apps/') && !object.apiVersion.startsWith('batch/'))
    return { ...object, spec }
  const { template = {} } = spec as { template?: object }
  return { ...object, spec: { ...spec, template: { metadata: {}, spec: {}, ...template } } }
}

function create(
  store: Store,
  { resource, namespace }: Target,
  body: string,
  dry: boolean,
): object | ApiStatus {
  const given = parse(body)
  if (!given) return badRequest('the object has no metadata')
  const unknown = unreadable(given)
  if (unknown !== null) return badRequest(unknown)
  const name = given.metadata.name || generated(store, given.metadata.generateName ?? '')
  if (resource.namespaced && namespace !== null && !store.get('Namespace', '', namespace)) {
    return { code: 404, reason: 'NotFound', message: `namespaces "${namespace}" not found` }
  }
  if (store.get(resource.kind, namespace ?? '', name)) return alreadyExists(resource, name)
  const metadata = {
    ...given.metadata,
    name,
    ...(resource.namespaced ? { namespace: namespace ?? 'default' } : {}),
    uid: store.uid(),
    creationTimestamp: store.now(),
  }
  const whole = withDefaults({ ...given, metadata })
  const wrong = admit(store, resource, whole) ?? validate(resource, whole)
  if (wrong) return wrong
  const placed = whole.kind === 'Service' ? allocate(store, resource, whole as Service) : whole
  if ('code' in placed || dry) return placed
  if (placed.kind === 'Namespace') furnish(store, name)
  return store.put(placed)
}

/** Merged into what stands; a list whose members have names by these. Ref: strategicpatch */
function patch(store: Store, target: Target, body: string): object | ApiStatus {
  const { resource, namespace, name } = target
  const before = store.get(resource.kind, namespace ?? '', name ?? '')
  if (!before) return notFound(resource, name ?? '')
  const merged = mergePatch(before, JSON.parse(body))
  return replace(store, target, JSON.stringify(merged))
}

/** Names of what is made many times end in letters that spell nothing. Ref: apimachinery/pkg/util/rand */
function generated(store: Store, prefix: string): string {
  const letters = 'bcdfghjklmnpqrstvwxz2456789'
  if (prefix === '') return ''
  return prefix + [0, 0, 0, 0, 0].map(() => letters[store.random(letters.length)]).join('')
}

function replace(store: Store, target: Target, body: string, dry: boolean = false): object | ApiStatus {
  const { resource, namespace, name, subresource } = target
  const given = parse(body)
  const before = store.get(resource.kind, namespace ?? '', name ?? '')
  if (!before) return notFound(resource, name ?? '')
  if (!given) return badRequest('the object has no metadata')
  if (subresource === 'status') return store.put({ ...before, status: given.status })
  const unknown = unreadable(given)
  if (unknown !== null) return badRequest(unknown)
  const { uid, creationTimestamp, generation = 1 } = before.metadata
  const kept = given.kind === 'Service' ? settle(before as Service, given as Service) : given
  const filled = withDefaults({ ...kept, status: before.status })
  const wrong = validate(resource, filled) ?? immutable(resource, before, filled)
  if (wrong) return wrong
  const changed = JSON.stringify(filled.spec) !== JSON.stringify(before.spec)
  const counts = resource.apiVersion === 'apps/v1'
  const metadata = {
    ...given.metadata,
    ...(uid === undefined ? {} : { uid }),
    ...(creationTimestamp === undefined ? {} : { creationTimestamp }),
    ...(counts ? { generation: changed ? generation + 1 : generation } : {}),
  }
  const whole = { ...filled, metadata, ...(before.status === undefined ? {} : { status: before.status }) }
  const placed = whole.kind === 'Service' ? allocate(store, resource, whole as Service) : whole
  return 'code' in placed || dry ? placed : store.put(placed)
}

/** A pod on a node goes once its kubelet has ended it; a namespace once it is empty. */
function remove(
  store: Store,
  { resource, namespace, name }: Target,
  grace: string | null,
  uid: string | null,
): object | ApiStatus {
  const object = store.get(resource.kind, namespace ?? '', name ?? '')
  if (!object) return notFound(resource, name ?? '')
  if (uid !== null && object.metadata.uid !== uid) {
    const words = `the UID in the precondition (${uid}) does not match the UID in record (${object.metadata.uid})`
    return {
      code: 409,
      reason: 'Conflict',
      message: `Operation cannot be fulfilled on ${resource.plural} "${name}": ${words}`,
    }
  }
  if (object.kind === 'Namespace' && LASTING.has(object.metadata.name))
    return forbiddenObject(resource, object.metadata.name, 'this namespace may not be deleted')
  const now = { deletionTimestamp: object.metadata.deletionTimestamp ?? store.now() }
  if (object.kind === 'Namespace' && grace !== '0') {
    return store.put({
      ...object,
      metadata: { ...object.metadata, ...now },
      status: { phase: 'Terminating' },
    })
  }
  if (object.kind !== 'Pod' || grace === '0' || !(object as Pod).spec.nodeName) {
    store.delete(object)
    return object
  }
  const { terminationGracePeriodSeconds = 30 } = (object as Pod).spec
  const seconds = grace === null ? terminationGracePeriodSeconds : Number(grace)
  const metadata = { ...object.metadata, ...now, deletionGracePeriodSeconds: seconds }
  return store.put({ ...object, metadata })
}
