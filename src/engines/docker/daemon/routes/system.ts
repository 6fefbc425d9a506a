// The daemon itself: ping, version, info, events, disk usage.
import { encodeUtf8 } from '../../../../wire/utf8.ts'
import { goJson } from '../../../lib/gotemplate/json.ts'
import type { EventMessage } from '../../api/others.ts'
import { invalidParameter, isApiError } from '../../libnetwork/apiError.ts'
import type { Filters } from '../../libnetwork/types.ts'
import { parseFilters } from '../filters.ts'
import { layersSize } from '../images.ts'
import { kernelVersion, systemInfo } from '../info.ts'
import { summarize } from '../inspect.ts'
import { usersOf } from '../remove.ts'
import { json } from '../response.ts'
import { versionResponse } from '../version.ts'
import { treeSize } from '../volumes.ts'
import { at, type Route } from './route.ts'
import { unixSeconds } from '../time.ts'

export const systemRoutes: readonly Route[] = [
  { ...at('GET', '/_ping', () => ({ kind: 'text', text: 'OK' })), head: true },
  at('GET', '/version', (d) => json(versionResponse(kernelVersion(d)))),
  at('GET', '/info', (d) => json(systemInfo(d))),
  at('POST', '/auth', () => invalidParameter('logging in to a registry is not supported in vethlab')),
  at('POST', '/build/prune', () => json({ CachesDeleted: null, SpaceReclaimed: 0 })),
  at('GET', '/system/df', (d) => {
    const containers = d.containers.all()
    return json({
      LayersSize: layersSize(d.images.all()),
      Images: d.images.all().map((image) => ({
        ...d.images.summary(image, containers.filter(({ record }) => record.image === image.id).length),
        SharedSize: d.images.sharedSize(image),
      })),
      Containers: containers.map((container) => summarize(d, container, true)),
      Volumes: d.volumes.all().map((volume) => ({
        ...volume,
        UsageData: { RefCount: usersOf(d, volume.Name).length, Size: treeSize(d.p, volume.Mountpoint) },
      })),
      BuildCache: [],
    })
  }),
  at('GET', '/events', (d, request) => {
    const filters = parseFilters(request.query.get('filters'))
    if (isApiError(filters)) return filters
    const since = request.query.get('since') ?? ''
    const until = request.query.get('until') ?? ''
    return {
      kind: 'stream',
      type: 'application/json',
      *run(send, channel) {
        let seen = d.events.since(Infinity).count
        const wanted = (event: EventMessage) =>
          matches(event, filters) && (until === '' || event.time <= Number(until))
        if (since !== '') {
          const past = d.events
            .since(0)
            .events.filter((event) => event.time >= Number(since) && wanted(event))
          for (const event of past) if (!(yield* send(lineOf(event)))) return
        }
        const left = until === '' ? Infinity : (Number(until) - unixSeconds(d.p.clock.now())) * 1e9
        const end = d.p.clock.now() + left
        while (d.p.clock.now() < end) {
          if (channel.poll() && channel.atEnd) return
          yield { on: [d.events.changed, channel.socket], until: end }
          const more = d.events.since(seen)
          seen = more.count
          for (const event of more.events) if (wanted(event) && !(yield* send(lineOf(event)))) return
        }
      },
    }
  }),
]

function lineOf(event: EventMessage): Uint8Array {
  return encodeUtf8(`${goJson(event as never)}\n`)
}

/** Ref: moby daemon/events/filter.go */
function matches({ Type, Action, Actor }: EventMessage, filters: Filters): boolean {
  const any = (key: string, test: (value: string) => boolean) => {
    const values = filters.get(key)
    return values === undefined || values.some(test)
  }
  const named = (type: string) => (value: string) =>
    Type === type && (Actor.ID.startsWith(value) || Actor.Attributes['name'] === value)
  return (
    any('type', (value) => value === Type) &&
    any('event', (value) => Action === value || Action.startsWith(`${value}:`)) &&
    any('container', named('container')) &&
    any('network', named('network')) &&
    any('volume', named('volume')) &&
    any('image', (value) => Actor.Attributes['image'] === value || named('image')(value)) &&
    any('label', (value) => {
      const at = value.indexOf('=')
      return at < 0 ? value in Actor.Attributes : Actor.Attributes[value.slice(0, at)] === value.slice(at + 1)
    })
  )
}
