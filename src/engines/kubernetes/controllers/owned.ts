// Objects and what they own.
import type { Blocking } from '../../../os/program.ts'
import { isApiError, type ApiClient, type ApiError } from '../api/client.ts'
import type { Cache } from '../api/watch.ts'
import type { KubeObject, Labels, OwnerReference } from '../api/meta.ts'
import type { Pod, PodSpec } from '../api/podtypes.ts'
import type { PodTemplate } from '../api/types.ts'

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

/** A pod of a template; `name` ends in a hyphen: what follows is chosen by the server. Else it has a number of the set. */
export function podOf(
  owner: KubeObject,
  template: PodTemplate,
  name: string,
  labels: Labels,
  spec: Partial<PodSpec>,
): Pod {
  const { metadata } = template
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...(name.endsWith('-')
        ? { name: '', generateName: name }
        : { name, generateName: `${owner.metadata.name}-` }),
      namespace: owner.metadata.namespace ?? 'default',
      labels: { ...metadata.labels, ...labels },
      ...(metadata.annotations ? { annotations: metadata.annotations } : {}),
      ownerReferences: [ownerReference(owner)],
    },
    spec: { ...template.spec, ...spec },
    status: { phase: 'Pending' },
  }
}

/** FNV-1a of a template, in letters that spell nothing. Ref: pkg/controller/controller_utils.go:ComputeHash() */
export function templateHash(template: PodTemplate): string {
  let hash = 0x811c9dc5
  for (const char of JSON.stringify(template)) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  const letters = 'bcdfghjklmnpqrstvwxz2456789'
  return [...String(hash)].map((digit) => letters[digit.charCodeAt(0) % letters.length]).join('')
}
