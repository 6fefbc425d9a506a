// Networks: all of it is the controller's. Ref: moby api/server/router/network
import { isApiError, notFound, type ApiError } from '../../libnetwork/apiError.ts'
import type { EndpointRequest } from '../../libnetwork/controller.ts'
import { listed } from '../../libnetwork/networkFilters.ts'
import type { NetworkCreate } from '../../libnetwork/types.ts'
import { networkInspect } from '../cluster/convert.ts'
import {
  createSwarmNetwork,
  elsewhere,
  inspectNetwork,
  pruneSwarmNetworks,
  removeSwarmNetwork,
} from '../cluster/networks.ts'
import { parseFilters } from '../filters.ts'
import type { Daemon } from '../daemon.ts'
import { empty, json, type ApiRequest } from '../response.ts'
import { at, bodyOf, flag, on, type Route } from './route.ts'

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
    if (isApiError(list)) return list
    const others = listed(elsewhere(d).map(networkInspect), filters)
    return isApiError(others) ? others : json([...list, ...others])
  }),
  on('POST', '/networks/create', function* create(d, request) {
    const body = bodyOf<NetworkCreate>(request)
    if (isApiError(body)) return body
    const made = (yield* createSwarmNetwork(d, body)) ?? (yield* d.networks.createNetwork(body))
    return isApiError(made) ? made : json(made, 201)
  }),
  on('POST', '/networks/prune', function* prune(d, request) {
    const filters = parseFilters(request.query.get('filters'))
    if (isApiError(filters)) return filters
    const pruned = yield* d.networks.pruneNetworks(filters)
    if (isApiError(pruned)) return pruned
    // Labels and times are asked of this node's own.
    const others = filters.size === 0 ? yield* pruneSwarmNetworks(d) : []
    const deleted = [...(pruned.NetworksDeleted ?? []), ...others]
    return json({ NetworksDeleted: deleted.length > 0 ? deleted : null })
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
    if (isApiError(container)) return body.Force === true ? noEndpoint(d, request, body) : container
    const error = yield* d.networks.disconnect(
      container.networking,
      request.params['id'] ?? '',
      body.Force ?? false,
    )
    d.containers.save(container)
    return error ?? empty(200)
  }),
  at('GET', '/networks/{id}', (d, request) => {
    const network = inspectNetwork(d, request.params['id'] ?? '', request.query.get('scope'))
    if (isApiError(network)) return network
    const services = flag(request, 'verbose') ? d.networks.swarm.services(network.Id) : {}
    return json(Object.keys(services).length > 0 ? { ...network, Services: services } : network)
  }),
  on('DELETE', '/networks/{id}', function* remove(d, request) {
    const id = request.params['id'] ?? ''
    const removed = yield* removeSwarmNetwork(d, id)
    if (removed === 'removed') return empty()
    return removed ?? (yield* d.networks.removeNetwork(id)) ?? empty()
  }),
]

/** An endpoint can be taken away whose container is gone; none outlives its container here. */
function noEndpoint(d: Daemon, request: ApiRequest, { Container = '' }: Connect): ApiError {
  const network = inspectNetwork(d, request.params['id'] ?? '', undefined)
  return isApiError(network) ? network : notFound(`endpoint ${Container} not found`)
}
