// kubectl describe of what only holds words. (Ref: kubectl/pkg/describe/describe.go)
import { decodeBase64 } from '../../../../commands/lib/base64.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { ConfigMap, Namespace, Secret } from '../../api/types.ts'
import { annotationLines, headLines, labelLines, NONE } from './lines.ts'
import type { Tabbed } from './tabbed.ts'

export function describeNamespace(t: Tabbed, { metadata, status }: Namespace): void {
  t.row('Name:', metadata.name)
  labelLines(t, 'Labels', metadata.labels)
  annotationLines(t, metadata.annotations)
  t.row('Status:', status.phase)
  t.line('')
  t.line('No resource quota.')
  t.line('')
  t.line('No LimitRange resource.')
}

export function describeConfigMap(t: Tabbed, map: ConfigMap): void {
  headLines(t, map)
  t.line('')
  t.line('Data')
  t.line('====')
  for (const [key, value] of Object.entries(map.data ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))) {
    t.line(`${key}:`)
    t.line('----')
    for (const line of value.split('\n')) t.line(line)
    t.line('')
  }
  t.line('')
  t.line('BinaryData')
  t.line('====')
  t.line('')
}

export function describeSecret(t: Tabbed, secret: Secret): void {
  headLines(t, secret)
  t.line('')
  t.row('Type:', secret.type ?? 'Opaque')
  t.line('')
  t.line('Data')
  t.line('====')
  for (const [key, value] of Object.entries(secret.data ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))) {
    t.row(`${key}:`, `${decodeBase64(value)?.length ?? 0} bytes`)
  }
}

export function describeServiceAccount(t: Tabbed, account: KubeObject): void {
  headLines(t, account)
  t.row('Image pull secrets:', NONE)
}
