// What the parts of a cluster tell of an object, for `kubectl describe`. (Ref: client-go tools/record)
import type { Blocking } from '../../../os/program.ts'
import { isApiError, type ApiClient } from './client.ts'
import { formatTime } from './time.ts'
import type { KubeObject } from './meta.ts'
import type { EventObject } from './types.ts'

const SECOND = 1_000_000_000n

export interface EventSource {
  readonly component: string
  readonly host?: string
}

export function* recordEvent(
  api: ApiClient,
  source: EventSource,
  about: KubeObject,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
  fieldPath: string | null = null,
): Blocking<void> {
  const { kind, apiVersion, metadata } = about
  const epoch = Math.floor(api.p.clock.epoch())
  const now = formatTime(epoch)
  const namespace = metadata.namespace ?? 'default'
  const event: EventObject = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: '', namespace },
    involvedObject: {
      kind,
      apiVersion,
      name: metadata.name,
      ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
      ...(metadata.uid === undefined ? {} : { uid: metadata.uid }),
      ...(fieldPath === null ? {} : { fieldPath }),
    },
    reason,
    message,
    type,
    count: 1,
    firstTimestamp: now,
    lastTimestamp: now,
    source,
  }
  // What was told before is counted. Ref: events_cache.go:getEventKey()
  const key = JSON.stringify([source, event.involvedObject, type, reason, message])
  const before = api.told.get(key)
  if (before) {
    before.count++
    const again = { ...event, metadata: { name: before.name, namespace } }
    const changed = yield* api.patch(again, { count: before.count, lastTimestamp: now })
    if (!isApiError(changed)) return
    api.told.delete(key)
  }
  // Named by when it was told, in nanoseconds since 1970: names are in the order of time.
  let at = BigInt(epoch) * SECOND + (BigInt(Math.floor(api.p.clock.now())) % SECOND)
  for (;;) {
    const named = { ...event, metadata: { name: `${metadata.name}.${at.toString(16)}`, namespace } }
    const made = yield* api.create(named)
    if (!isApiError(made)) api.told.set(key, { name: made.metadata.name, count: 1 })
    if (!isApiError(made) || made.reason !== 'AlreadyExists') return
    at++
  }
}
