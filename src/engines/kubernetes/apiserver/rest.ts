// The verbs of the API on its objects.
import { PATCH_TYPES } from '../api/client.ts'
import { goValue } from '../api/goformat.ts'
import { apiPath, RESOURCES, type Resource } from '../api/resources.ts'
import { alreadyExists, badRequest, forbiddenObject, notFound, type ApiStatus } from '../api/status.ts'
import type { Pod } from '../api/podtypes.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Service } from '../api/types.ts'
import { withDefaults } from './defaults.ts'
import { readFields, unreadable, type Findings } from './fields.ts'
import { furnish } from './bootstrap.ts'
import { jsonPatch } from './jsonpatch.ts'
import { mergePatch, withoutPath } from './patch.ts'
import { allocate, settle } from './services.ts'
import type { Store } from './store.ts'
import { admit, generated, withToken } from './admission.ts'
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

export function handle(store: Store, request: HttpRequest, target: Target): object | ApiStatus {
  const { method, body, query } = request
  switch (method) {
    case 'GET':
      return read(store, target)
    case 'POST':
      return create(store, target, body, query.has('dryRun'))
    case 'PUT':
      return replace(store, target, body, query.has('dryRun'))
    case 'PATCH':
      return patch(store, target, request)
    case 'DELETE':
      return remove(store, target, query)
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
  // A time that is none is written all the same. Ref: core/v1 PodCondition
  const there = Object.entries(value).filter(([key, item]) => item !== null || key === 'lastProbeTime')
  return Object.fromEntries(there.map(([key, item]) => [key, withoutNulls(item)]))
}

/** What a structure always has, if only as its zero. */
function withSpec(object: KubeObject): KubeObject {
  if (['ConfigMap', 'Secret', 'Endpoints', 'EndpointSlice', 'Event', 'ServiceAccount'].includes(object.kind))
    return object
  const spec = (object.spec ?? {}) as Record<string, unknown>
  if (object.kind === 'NetworkPolicy') return { ...object, spec: { podSelector: {}, ...spec } }
  if (object.kind === 'CronJob') {
    const { jobTemplate = {} } = spec as { jobTemplate?: { spec?: { template?: object } } }
    const { template = {}, ...job } = jobTemplate.spec ?? {}
    const whole = { ...job, template: { metadata: {}, spec: {}, ...template } }
    return { ...object, spec: { ...spec, jobTemplate: { ...jobTemplate, spec: whole } } }
  }
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
  const whole = withToken(store, withDefaults({ ...given, metadata }))
  const wrong = admit(store, resource, whole) ?? validate(resource, whole)
  if (wrong) return wrong
  const placed = whole.kind === 'Service' ? allocate(store, resource, whole as Service) : whole
  if ('code' in placed || dry) return placed
  if (placed.kind === 'Namespace') furnish(store, name)
  return store.put(placed)
}

const REJECTED: ApiStatus = {
  code: 422,
  reason: 'Invalid',
  message: 'the server rejected our request due to an error in our request',
  details: { causes: [] },
}

/** Merged into what stands; members that no object of the kind has are left out, and that is said. Ref: handlers/patch.go */
function patch(store: Store, target: Target, { body, headers, query }: HttpRequest): object | ApiStatus {
  const { resource, namespace, name } = target
  const before = store.get(resource.kind, namespace ?? '', name ?? '')
  if (!before) return notFound(resource, name ?? '')
  const type = headers.get('content-type') ?? PATCH_TYPES.strategic
  const change = readJson(body)
  if (change instanceof Error) return badRequest(change.message)
  const listed = Array.isArray(change)
  if (type === PATCH_TYPES.json && !listed)
    return badRequest('json: cannot unmarshal object into Go value of type jsonpatch.Patch')
  if (type !== PATCH_TYPES.json && listed)
    return badRequest('json: cannot unmarshal array into Go value of type map[string]interface {}')
  const merged = listed
    ? jsonPatch(before, change)
    : (mergePatch(before, change, type === PATCH_TYPES.strategic) as KubeObject)
  if (!merged) return REJECTED
  const given = (merged as KubeObject).metadata.name
  if (given !== name)
    return badRequest(`the name of the object (${given}) does not match the name on the URL (${name})`)
  const { unknown, wrong } = readFields(merged as KubeObject)
  if (wrong) {
    const words = `Invalid value: "${goValue(change)}": ${conversionError(wrong)}`
    return { ...REJECTED, details: { causes: [{ field: 'patch', message: words }] } }
  }
  const known = unknown.reduce((whole, path) => withoutPath(whole, path), merged)
  return replace(store, target, JSON.stringify(known), query.has('dryRun'))
}

/** Ref: apimachinery/pkg/runtime/converter.go */
function conversionError({ kind, go }: NonNullable<Findings['wrong']>): string {
  if (go.startsWith('[]')) return `cannot restore slice from ${kind}`
  if (go.startsWith('v1.')) return `cannot restore struct from: ${kind}`
  if (go.startsWith('map')) return `cannot restore map from ${kind}`
  return `unrecognized type: ${go}`
}

/** As Go says what is wrong with it. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const at = /[^\s{}[\]":,\w.+-]/.exec(text)?.[0]
    return new Error(
      at === undefined ? 'unexpected EOF' : `invalid character '${at}' looking for beginning of value`,
    )
  }
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
  const counts = /^(?:apps|batch|networking)/.test(resource.apiVersion)
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
  query: HttpRequest['query'],
): object | ApiStatus {
  const grace = query.get('gracePeriodSeconds') ?? null
  const uid = query.get('uid') ?? null
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
  if (query.has('dryRun')) return object
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
