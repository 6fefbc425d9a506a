// What the parts of a cluster tell of an object, for `kubectl describe`. (Ref: client-go tools/record)
import type { Blocking } from '../../../os/program.ts'
import type { ApiClient } from './client.ts'
import { formatTime } from './time.ts'
import type { EventObject, KubeObject } from './types.ts'

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
): Blocking<void> {
  const { kind, apiVersion, metadata } = about
  const now = formatTime(Math.floor(api.p.clock.epoch()))
  const namespace = metadata.namespace ?? 'default'
  const suffix = api.p.random().toString(16).padStart(8, '0') + api.p.random().toString(16).padStart(8, '0')
  const event: EventObject = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${metadata.name}.${suffix}`, namespace },
    involvedObject: {
      kind,
      apiVersion,
      name: metadata.name,
      ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
      ...(metadata.uid === undefined ? {} : { uid: metadata.uid }),
    },
    reason,
    message,
    type,
    count: 1,
    firstTimestamp: now,
    lastTimestamp: now,
    source,
  }
  yield* api.create(event)
}
