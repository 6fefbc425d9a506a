// Lines that the descriptions of many kinds share. (Ref: kubectl/pkg/describe/describe.go)
import type { KubeObject, Labels } from '../../api/meta.ts'
import { parseTime } from '../../api/time.ts'
import { ageOf } from '../duration.ts'
import type { EventObject } from '../../api/types.ts'
import type { Process } from '../../../../os/program.ts'
import type { Tabbed } from './tabbed.ts'

export const NONE = '<none>'
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration'

/** `a=b`, a line each. */
export function labelLines(t: Tabbed, title: string, labels: Labels | undefined): void {
  lines(
    t,
    `${title}:`,
    Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`),
  )
}

export function annotationLines(t: Tabbed, annotations: Labels | undefined): void {
  const shown = Object.entries(annotations ?? {}).filter(([key]) => key !== LAST_APPLIED)
  lines(
    t,
    'Annotations:',
    shown.map(([key, value]) => `${key}: ${value}`),
  )
}

/** In order, the first behind the title. */
export function lines(t: Tabbed, title: string, values: readonly string[]): void {
  const sorted = [...values].sort()
  for (const [i, value] of (sorted.length > 0 ? sorted : [NONE]).entries()) t.row(i === 0 ? title : '', value)
}

/** What every description begins with. */
export function headLines(t: Tabbed, { metadata }: KubeObject): void {
  t.row('Name:', metadata.name)
  t.row('Namespace:', metadata.namespace ?? '')
  labelLines(t, 'Labels', metadata.labels)
  annotationLines(t, metadata.annotations)
}

/** `Wed, 01 Jan 2025 00:00:07 +0000`. */
export function longTime(time: string | undefined): string {
  if (time === undefined) return '<unknown>'
  const names = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed']
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  const day = names[Math.floor(parseTime(time) / 86_400) % 7]
  const [, y, m, d, clock] = /^(\d+)-(\d+)-(\d+)T([\d:]+)/.exec(time) ?? []
  return `${day}, ${d} ${months[Number(m) - 1]} ${y} ${clock} +0000`
}

export function eventLines(t: Tabbed, p: Process, events: readonly EventObject[]): void {
  if (events.length === 0) return t.row('Events:', NONE)
  t.line('Events:')
  t.row('  Type', 'Reason', 'Age', 'From', 'Message')
  t.row('  ----', '------', '----', '----', '-------')
  const when = ({ lastTimestamp }: EventObject): number => parseTime(lastTimestamp)
  for (const one of [...events].sort((a, b) => when(a) - when(b))) {
    const { type, reason, lastTimestamp, firstTimestamp, count, source, message, involvedObject } = one
    const age = ageOf(p, lastTimestamp)
    const since = count > 1 ? `${age} (x${count} over ${ageOf(p, firstTimestamp)})` : age
    const { fieldPath = '' } = involvedObject
    const where = fieldPath === '' ? '' : `${fieldPath}: `
    t.row(`  ${type}`, reason, since, source.component, where + message.trim())
  }
}
