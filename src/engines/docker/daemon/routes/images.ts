// Images: list, inspect, history, tag, remove, prune, commit; pull and push end where a lab's network ends.
import { ApiError, invalidParameter, isApiError } from '../../libnetwork/apiError.ts'
import type { ImageSummary } from '../../api/others.ts'
import { familiarString, parseReference } from '../../lib/reference.ts'
import { commitContainer } from '../commit.ts'
import type { Daemon } from '../daemon.ts'
import { layersSize } from '../images.ts'
import { matchLabels, parseFilters, unknownFilter } from '../filters.ts'
import { empty, json } from '../response.ts'
import { registryError } from '../registry.ts'
import { at, flag, on, type Route } from './route.ts'

const FILTERS = ['before', 'dangling', 'label', 'label!', 'reference', 'since', 'until']

export const imageRoutes: readonly Route[] = [
  at('GET', '/images/json', (d, request) => {
    const filters = parseFilters(request.query.get('filters'))
    if (isApiError(filters)) return filters
    const unknown = unknownFilter(filters, FILTERS)
    if (unknown) return unknown
    const dangling = filters.get('dangling')?.[0]
    const references = filters.get('reference') ?? []
    const found: ImageSummary[] = []
    for (const image of d.images.all()) {
      if (!matchLabels(filters, image.config.Labels)) continue
      if (dangling !== undefined && (image.tags.length === 0) !== ['1', 'true'].includes(dangling)) continue
      const tags =
        references.length === 0
          ? image.tags
          : image.tags.filter((tag) => references.some((pattern) => matchReference(tag, pattern)))
      if (references.length > 0 && tags.length === 0) continue
      const users = d.containers.all().filter(({ record }) => record.image === image.id).length
      found.push({ ...d.images.summary(image, flag(request, 'shared-size') ? users : -1), RepoTags: tags })
    }
    return json(found.reverse().sort((a, b) => b.Created - a.Created))
  }),
  on('POST', '/images/create', function* pull(d, request) {
    const { query } = request
    const name = query.get('fromImage') ?? ''
    if (name === '') return invalidParameter('importing images is not supported in vethlab')
    const tag = query.get('tag') ?? ''
    const reference = parseReference(tag === '' ? name : `${name}${tag.includes(':') ? '@' : ':'}${tag}`)
    if (typeof reference === 'string') return invalidParameter(reference)
    return yield* registryError(d, reference)
  }),
  on('POST', '/images/{name*}/push', function* push(d, request) {
    const name = request.params['name'] ?? ''
    const tag = request.query.get('tag') ?? 'latest'
    const reference = parseReference(`${name}:${tag}`)
    if (typeof reference === 'string') return invalidParameter(reference)
    return yield* registryError(d, reference)
  }),
  at('POST', '/images/prune', (d, request) => {
    const filters = parseFilters(request.query.get('filters'))
    if (isApiError(filters)) return filters
    const onlyDangling = !['0', 'false'].includes(filters.get('dangling')?.[0] ?? 'true')
    const deleted: unknown[] = []
    const before = layersSize(d.images.all())
    for (const image of [...d.images.all()]) {
      if (onlyDangling && image.tags.length > 0) continue
      if (usersOfImages(d).some((user) => user.image === image.id)) continue
      for (const name of image.tags.length > 0 ? image.tags : [image.id]) {
        const removed = d.images.remove(name, true, [])
        if (!isApiError(removed)) deleted.push(...removed)
      }
    }
    // A layer that another image has, too, stays.
    const SpaceReclaimed = before - layersSize(d.images.all())
    d.events.log('image', 'prune', '', { reclaimed: String(SpaceReclaimed) })
    return json({ ImagesDeleted: deleted.length > 0 ? deleted : null, SpaceReclaimed })
  }),
  at('GET', '/images/{name*}/json', (d, request) => {
    const image = d.images.get(request.params['name'] ?? '')
    return isApiError(image) ? image : json(d.images.inspect(image))
  }),
  at('GET', '/images/{name*}/history', (d, request) => {
    const image = d.images.get(request.params['name'] ?? '')
    return isApiError(image) ? image : json(d.images.history(image))
  }),
  at('POST', '/images/{name*}/tag', (d, request) => {
    const image = d.images.get(request.params['name'] ?? '')
    if (isApiError(image)) return image
    const { query } = request
    const tag = query.get('tag') ?? ''
    const reference = parseReference(`${query.get('repo') ?? ''}${tag === '' ? '' : `:${tag}`}`)
    if (typeof reference === 'string') return invalidParameter(reference)
    d.images.tag(image, familiarString(reference))
    return empty(201)
  }),
  at('DELETE', '/images/{name*}', (d, request) => {
    const removed = d.images.remove(request.params['name'] ?? '', flag(request, 'force'), usersOfImages(d))
    return isApiError(removed) ? removed : json(removed)
  }),
  on('GET', '/images/search', function* search(d, request) {
    const term = request.query.get('term') ?? ''
    const error = yield* registryError(
      d,
      null,
      `https://index.docker.io/v1/search?q=${term}&n=${request.query.get('limit') ?? '25'}`,
    )
    return error
  }),
  on('POST', '/commit', function* commit(d, request) {
    const container = d.containers.get(request.query.get('container') ?? '')
    if (isApiError(container)) return container
    const id = yield* commitContainer(d, container, request)
    return id instanceof ApiError ? id : json({ Id: id }, 201)
  }),
]

function usersOfImages(d: Daemon): { id: string; image: string; running: boolean }[] {
  return d.containers
    .all()
    .map(({ id, record, state }) => ({ id, image: record.image, running: state.running }))
}

/** `nginx`, `nginx:1.*`, `*:latest`. */
function matchReference(tag: string, pattern: string): boolean {
  const expression = new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]')}$`,
  )
  return expression.test(tag) || expression.test(tag.replace(/:[^:/]*$/, ''))
}
