// What goes when its owner or its namespace has gone. (Ref: pkg/controller/garbagecollector, pkg/controller/namespace)
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from '../api/client.ts'
import type { Cache } from '../api/watch.ts'
import { RESOURCES } from '../api/resources.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Namespace } from '../api/types.ts'
import { remove } from './owned.ts'

export function* collectGarbage(cache: Cache, api: ApiClient): Blocking<void> {
  const kinds = RESOURCES.filter(({ namespaced, kind }) => namespaced && kind !== 'Event').map(
    ({ kind }) => kind,
  )
  const objects = kinds.flatMap((kind) => cache.all(kind))
  const owners = [...objects, ...cache.all('Node')]
  const uids = new Set(owners.map(({ metadata }) => metadata.uid))
  for (const object of objects) {
    const { ownerReferences = [], deletionTimestamp } = object.metadata
    if (deletionTimestamp !== undefined || ownerReferences.length === 0) continue
    if (ownerReferences.some(({ uid }) => uids.has(uid))) continue
    yield* remove(cache, api, object)
  }
  for (const space of cache.all<Namespace>('Namespace')) {
    if (space.metadata.deletionTimestamp !== undefined) yield* empty(cache, api, space, objects)
  }
}

function* empty(
  cache: Cache,
  api: ApiClient,
  space: Namespace,
  objects: readonly KubeObject[],
): Blocking<void> {
  const inside = objects.filter(({ metadata }) => metadata.namespace === space.metadata.name)
  for (const object of inside)
    if (object.metadata.deletionTimestamp === undefined) yield* remove(cache, api, object)
  if (inside.length === 0) {
    yield* api.remove(space, 0)
    cache.take({ type: 'DELETED', object: space })
  }
}
