// Objects and what they own.
import type { Blocking } from '../../../os/program.ts'
import { isApiError, type ApiClient, type ApiError } from '../api/client.ts'
import type { Cache } from '../api/watch.ts'
import type { KubeObject, OwnerReference } from '../api/types.ts'

export function ownerReference({ apiVersion, kind, metadata }: KubeObject): OwnerReference {
  const { name, uid = '' } = metadata
  return { apiVersion, blockOwnerDeletion: true, controller: true, kind, name, uid }
}

export function isOwnedBy(object: KubeObject, owner: KubeObject): boolean {
  return (object.metadata.ownerReferences ?? []).some(({ uid }) => uid === owner.metadata.uid)
}

/** What was written is known at once, before the server tells of it: nothing is done twice. */
export function* write<T extends KubeObject>(
  cache: Cache,
  request: Blocking<T | ApiError>,
): Blocking<T | null> {
  const object = yield* request
  if (isApiError(object)) return null
  cache.take({ type: 'MODIFIED', object })
  return object
}

export function* remove(cache: Cache, api: ApiClient, object: KubeObject): Blocking<void> {
  const left = yield* api.remove(object)
  if (isApiError(left)) return
  cache.take({ type: left.metadata.deletionTimestamp === undefined ? 'DELETED' : 'MODIFIED', object: left })
}
