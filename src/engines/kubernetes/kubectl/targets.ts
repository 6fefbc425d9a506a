// Which objects a command is about: `pod web`, `pods a b`, `deploy/web`, `pods,svc -l app=web`.
import type { Blocking } from '../../../os/program.ts'
import { ApiError, isApiError } from '../api/client.ts'
import { resourceByName, type Resource } from '../api/resources.ts'
import { parseSelector } from '../api/selector.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Kubectl } from './context.ts'

export interface Target {
  readonly resource: Resource
  /** null: all of them. */
  readonly name: string | null
}

/** Of the category, as the server names them. */
const ALL = [
  'pods',
  'services',
  'daemonsets',
  'deployments',
  'replicasets',
  'statefulsets',
  'cronjobs',
  'jobs',
]

export function readTargets(k: Kubectl, operands: readonly string[] = k.operands): Target[] {
  const [first = '', ...names] = operands
  if (operands.some((word) => word.includes('/'))) {
    return operands.map((word) => {
      const [type = '', name = ''] = word.split('/')
      if (!word.includes('/')) {
        return k.fail(
          `there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. '${k.p.argv[0]} get resource/<resource_name>' instead of '${k.p.argv[0]} get resource resource/<resource_name>'`,
        )
      }
      return { resource: k.resource(type), name }
    })
  }
  const types = first.split(',').flatMap((word) => (word === 'all' ? ALL : [word]))
  const resources = types.map((word) => k.resource(word))
  if (names.length === 0) return resources.map((resource) => ({ resource, name: null }))
  return resources.flatMap((resource) => names.map((name) => ({ resource, name })))
}

export function namespaceOf(k: Kubectl, { namespaced }: Resource): string | null {
  return namespaced ? k.namespace : null
}

/** Objects of a target; those that are not there are told of, and null. */
export function* fetch(k: Kubectl, { resource, name }: Target): Blocking<KubeObject[]> {
  const everywhere = k.has('all-namespaces')
  if (name !== null) return [yield* k.must(k.api.get(resource, namespaceOf(k, resource), name))]
  const objects = yield* k.must(
    k.api.list<KubeObject>(resource, everywhere ? null : namespaceOf(k, resource)),
  )
  checkFields(k, resource)
  return filtered(k, objects)
}

/** By what pods may be chosen; other kinds by their names alone. Ref: pkg/apis/core/v1/conversion.go */
const POD_FIELDS: ReadonlySet<string> = new Set([
  ...['metadata.name', 'metadata.namespace', 'spec.nodeName', 'spec.restartPolicy', 'spec.schedulerName'],
  ...['spec.serviceAccountName', 'spec.hostNetwork', 'status.phase', 'status.podIP', 'status.podIPs'],
  'status.nominatedNodeName',
])
const NAME_FIELDS: ReadonlySet<string> = new Set(['metadata.name', 'metadata.namespace'])
/** Kinds with fields of their own beside the name. */
const OTHERS: ReadonlySet<string> = new Set([
  ...['Event', 'Node', 'Namespace', 'Secret', 'Service', 'ReplicaSet', 'Job'],
])

function checkFields(k: Kubectl, { kind, apiVersion, plural }: Resource): void {
  const text = k.flag('field-selector')
  if (text === null) return
  const group = apiVersion.includes('/') ? apiVersion : `/${apiVersion}`
  const start = `Unable to find "${group}, Resource=${plural}" that match label selector "${k.flag('selector') ?? ''}", field selector "${text}"`
  const refuse = (why: string): never => k.refuse(new ApiError(400, 'BadRequest', `${start}: ${why}`))
  for (const word of text.split(',').filter((part) => part !== '')) {
    const [, field] = /^([^=!]+)(?:!=|==?)/.exec(word) ?? []
    if (field === undefined) return refuse(`invalid selector: '${text}'; can't understand '${word}'`)
    if (kind === 'Pod' && !POD_FIELDS.has(field)) return refuse(`field label not supported: ${field}`)
    if (kind !== 'Pod' && !OTHERS.has(kind) && !NAME_FIELDS.has(field)) {
      return refuse(`"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`)
    }
  }
}

export function filtered(k: Kubectl, objects: readonly KubeObject[]): KubeObject[] {
  const selector = k.flag('selector')
  const select = selector === null ? null : parseSelector(selector)
  if (selector !== null && !select) return k.fail(`unable to parse requirement: found '${selector}'`)
  const fields = (k.flag('field-selector') ?? '').split(',').filter((word) => word !== '')
  return objects.filter((object) => {
    if (select && !select(object.metadata.labels)) return false
    return fields.every((field) => {
      const [, path = '', operator, value = ''] = /^([\w.]+)(!=|==?)(.*)$/.exec(field) ?? []
      let found: unknown = object
      for (const part of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[part]
      return (String(found ?? '') === value) === (operator !== '!=')
    })
  })
}

/** The pod a command works in: itself, or the first of what it stands for. */
export function* podOf(k: Kubectl, word: string): Blocking<string> {
  if (!word.includes('/')) return word
  const [type = '', name = ''] = word.split('/')
  const resource = k.resource(type)
  if (resource.kind === 'Pod') return name
  const found = yield* k.api.get<KubeObject>(resource, k.namespace, name)
  if (isApiError(found) && found.code === 404 && k.command === 'logs')
    return k.fail(`error from server (NotFound): ${found.message} in namespace "${k.namespace}"`)
  const owner = isApiError(found) ? k.refuse(found) : found
  const { selector } = (owner.spec ?? {}) as { selector?: Record<string, unknown> }
  const what = `*v1.${resource.kind}`
  const cannot = k.command === 'logs' ? `cannot get the logs from ${what}` : `cannot attach to ${what}`
  if (!selector && resource.kind === 'Service') {
    return k.fail(`${cannot}: invalid service '${name}': Service is defined without a selector`)
  }
  if (!selector) return k.fail(`${cannot}: selector for ${what} not implemented`)
  const labels = (selector['matchLabels'] ?? selector) as Record<string, string>
  const pods = resourceByName('pods')
  const all = pods ? yield* k.must(k.api.list<KubeObject>(pods, k.namespace)) : []
  const first = all.find(({ metadata }) => {
    const there = Object.entries(labels).every(([key, value]) => metadata.labels?.[key] === value)
    return there && metadata.deletionTimestamp === undefined
  })
  return first?.metadata.name ?? k.fail(`timed out waiting for the condition`)
}
