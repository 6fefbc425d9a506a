import { invalidParameter, isApiError } from '../../libnetwork/apiError.ts'
import { matchLabels, parseFilters, unknownFilter } from '../filters.ts'
import { usersOf } from '../remove.ts'
import { empty, json } from '../response.ts'
import { treeSize } from '../volumes.ts'
import { at, bodyOf, flag, type Route } from './route.ts'

interface VolumeCreate {
  readonly Name?: string
  readonly Driver?: string
  readonly DriverOpts?: Readonly<Record<string, string>> | null
  readonly Labels?: Readonly<Record<string, string>> | null
}

export const volumeRoutes: readonly Route[] = [
  at('GET', '/volumes', (d, request) => {
    const filters = parseFilters(request.query.get('filters'))
    if (isApiError(filters)) return filters
    const unknown = unknownFilter(filters, ['dangling', 'driver', 'label', 'name'])
    if (unknown) return unknown
    const dangling = filters.get('dangling')?.[0]
    const Volumes = d.volumes
      .all()
      .filter(
        ({ Name, Driver, Labels }) =>
          (filters.get('name') ?? [Name]).some((part) => Name.includes(part)) &&
          (filters.get('driver') ?? [Driver]).includes(Driver) &&
          (dangling === undefined || (usersOf(d, Name).length === 0) === ['1', 'true'].includes(dangling)) &&
          matchLabels(filters, Labels),
      )
    return json({ Volumes, Warnings: null })
  }),
  at('POST', '/volumes/create', (d, request) => {
    const body = bodyOf<VolumeCreate>(request)
    if (isApiError(body)) return body
    const driver = body.Driver ?? ''
    if (driver !== '' && driver !== 'local') {
      return invalidParameter(
        `create ${body.Name ?? ''}: error looking up volume plugin ${driver}: plugin "${driver}" not found`,
      )
    }
    const options = body.DriverOpts ?? null
    const noOptions = options === null || Object.keys(options).length === 0
    if (!noOptions) return invalidParameter('options of the volume driver local are not supported in vethlab')
    const labels = body.Labels && Object.keys(body.Labels).length > 0 ? body.Labels : null
    const volume = d.volumes.create(body.Name ?? '', labels)
    return isApiError(volume) ? volume : json(volume, 201)
  }),
  at('POST', '/volumes/prune', (d, request) => {
    const filters = parseFilters(request.query.get('filters'))
    if (isApiError(filters)) return filters
    const all = ['1', 'true'].includes(filters.get('all')?.[0] ?? '')
    const deleted: string[] = []
    let SpaceReclaimed = 0
    for (const { Name, Mountpoint, Labels } of d.volumes.all()) {
      if (
        usersOf(d, Name).length > 0 ||
        !(all || d.volumes.isAnonymous(Name)) ||
        !matchLabels(filters, Labels)
      )
        continue
      SpaceReclaimed += treeSize(d.p, Mountpoint)
      d.volumes.remove(Name, [], false)
      deleted.push(Name)
    }
    d.events.log('volume', 'prune', '', { reclaimed: String(SpaceReclaimed) })
    return json({ VolumesDeleted: deleted.length > 0 ? deleted : null, SpaceReclaimed })
  }),
  at('GET', '/volumes/{name}', (d, request) => {
    const volume = d.volumes.get(request.params['name'] ?? '')
    return isApiError(volume) ? volume : json(volume)
  }),
  at('DELETE', '/volumes/{name}', (d, request) => {
    const name = request.params['name'] ?? ''
    return d.volumes.remove(name, usersOf(d, name), flag(request, 'force')) ?? empty()
  }),
]
