// What of a cluster an object counts on, and is not made without. (Ref: plugin/pkg/admission/{serviceaccount,priority})
import type { KubeObject } from '../api/meta.ts'
import type { Pod } from '../api/podtypes.ts'
import type { Resource } from '../api/resources.ts'
import { forbiddenObject, type ApiStatus } from '../api/status.ts'
import { PRIORITIES } from './defaults.ts'
import type { Store } from './store.ts'

/** null when all of it is there. */
export function admit(store: Store, resource: Resource, object: KubeObject): ApiStatus | null {
  if (object.kind !== 'Pod') return null
  const { metadata, spec } = object as Pod
  const { name, namespace = 'default' } = metadata
  const priority = spec['priorityClassName']
  if (priority !== undefined && !(String(priority) in PRIORITIES))
    return forbiddenObject(resource, name, `no PriorityClass with name ${String(priority)} was found`)
  const account = String(spec['serviceAccountName'])
  if (store.get('ServiceAccount', namespace, account)) return null
  const why = `error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`
  return forbiddenObject(resource, name, why)
}
