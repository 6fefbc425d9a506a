// Networks: all of it is the controller's. Ref: moby api/server/router/network
import { isApiError } from '../../libnetwork/apiError.ts'
import type { EndpointRequest } from '../../libnetwork/controller.ts'
import type { NetworkCreate } from '../../libnetwork/types.ts'
import { parseFilters } from '../filters.ts'
import { empty, json } from '../response.ts'
import { at, bodyOf, on, type Route } from './route.ts'

interface Connect {
  readonly Container?: string
  readonly EndpointConfig?: EndpointRequest | null
  readonly Force?: boolean
}

export const networkRoutes: readonly Route[] = [
  at('GET', '/networks', (d, request) => {
    const filters = parseFilters(request.query.get('filters'))
    if (isApiError(filters)) return filters
    const list = d.networks.listNetworks(filters)
    return isApiError(list) ? list : json(list)
  }),
  on('POST', '/networks/create', function* create(d, request) {
    const body = bodyOf<NetworkCreate>(request)
    if (isApiError(body)) return body
    const made = yield* d.networks.createNetwork(body)
    return isApiError(made) ? made : json(made, 201)
  }),
  on('POST', '/networks/prune', function* prune(d, request) {
    const filters = parseFilters(request.query.get('filters'))
    if (isApiError(filters)) return filters
    const pruned = yield* d.networks.pruneNetworks(filters)
    return isApiError(pruned) ? pruned : json(pruned)
  }),
  on('POST', '/networks/{id}/connect', function* connect(d, request) {
    const body = bodyOf<Connect>(request)
    if (isApiError(body)) return body
    const container = d.containers.get(body.Container ?? '')
    if (isApiError(container)) return container
    const error = yield* d.networks.connect(
      container.networking,
      request.params['id'] ?? '',
      body.EndpointConfig ?? {},
    )
    d.containers.save(container)
    return error ?? empty(200)
  }),
  on('POST', '/networks/{id}/disconnect', function* disconnect(d, request) {
    const body = bodyOf<Connect>(request)
    if (isApiError(body)) return body
    const container = d.containers.get(body.Container ?? '')
    if (isApiError(container)) return container
    const error = yield* d.networks.disconnect(
      container.networking,
      request.params['id'] ?? '',
      body.Force ?? false,
    )
    d.containers.save(container)
    return error ?? empty(200)
  }),
  at('GET', '/networks/{id}', (d, request) => {
    const network = d.networks.inspectNetwork(request.params['id'] ?? '', request.query.get('scope'))
    return isApiError(network) ? network : json(network)
  }),
  on('DELETE', '/networks/{id}', function* remove(d, request) {
    return (yield* d.networks.removeNetwork(request.params['id'] ?? '')) ?? empty()
  }),
]
