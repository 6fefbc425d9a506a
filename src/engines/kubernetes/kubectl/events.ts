// kubectl events. (Ref: kubectl/pkg/cmd/events/events.go)
import type { Blocking } from '../../../os/program.ts'
import type { EventObject } from '../api/types.ts'
import type { Kubectl } from './context.ts'
import { ageOf } from './duration.ts'
import { toYaml } from './goyaml.ts'
import { formatTable, toJson } from './output.ts'

export function* events(k: Kubectl): Blocking<number> {
  const everywhere = k.has('all-namespaces')
  const all = yield* k.must(k.api.list<EventObject>(k.resource('events'), everywhere ? null : k.namespace))
  const [, kind = '', name = ''] = /^([^/]+)\/(.+)$/.exec(k.flag('for') ?? '') ?? []
  const about = kind === '' ? null : k.resource(kind)
  const types = k.all('types').flatMap((word) => word.split(','))
  const found = all.filter(({ involvedObject, type }) => {
    const meant = !about || (involvedObject.kind === about.kind && involvedObject.name === name)
    return meant && (types.length === 0 || types.includes(type))
  })
  const key = ({ lastTimestamp, metadata }: EventObject): string => `${lastTimestamp} ${metadata.name}`
  found.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const output = k.flag('output')
  if (output === 'json' || output === 'yaml') {
    const list = { apiVersion: 'v1', items: found, kind: 'List', metadata: {} }
    k.out(output === 'json' ? toJson(list) : toYaml(list))
    return 0
  }
  if (found.length === 0) {
    k.p.io.err(everywhere ? 'No events found.\n' : `No events found in ${k.namespace} namespace.\n`)
    return 0
  }
  const seen = ({ count, firstTimestamp, lastTimestamp }: EventObject): string => {
    const last = ageOf(k.p, lastTimestamp)
    return count > 1 ? `${last} (x${count} over ${ageOf(k.p, firstTimestamp)})` : last
  }
  const rows = found.map((event) => {
    const { type, reason, involvedObject: of, message, metadata } = event
    return [
      ...(everywhere ? [metadata.namespace ?? ''] : []),
      seen(event),
      type,
      reason,
      `${of.kind}/${of.name}`,
      message.trim(),
    ]
  })
  const head = [...(everywhere ? ['NAMESPACE'] : []), 'LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE']
  k.out(formatTable(k.has('no-headers') ? rows : [head, ...rows]))
  return 0
}
