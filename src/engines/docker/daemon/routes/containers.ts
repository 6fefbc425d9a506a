// Containers: list, inspect, create, top, changes, rename, update, remove, prune.
import type { ContainerCreate, HostConfig } from '../../api/container.ts'
import { ApiError, invalidParameter, isApiError } from '../../libnetwork/apiError.ts'
import { containerChanges } from '../changes.ts'
import type { Container } from '../container.ts'
import type { Daemon } from '../daemon.ts'
import { checkName, createContainer } from '../create.ts'
import { inspectContainer, summarize } from '../inspect.ts'
import { listContainers } from '../list.ts'
import { processesOf } from '../processes.ts'
import { pruneContainers } from '../prune.ts'
import { removeContainer } from '../remove.ts'
import { json, empty } from '../response.ts'
import { notRunning } from '../stop.ts'
import { topContainer } from '../top.ts'
import { updateContainer } from '../update.ts'
import { warningsOf } from '../verify.ts'
import { systemInfo } from '../info.ts'
import { at, bodyOf, flag, on, type Route } from './route.ts'

export const containerRoutes: readonly Route[] = [
  at('GET', '/containers/json', (d, request) => {
    const found = listContainers(d, request)
    if (isApiError(found)) return found
    return json(found.map((container) => summarize(d, container, flag(request, 'size'))))
  }),
  at('POST', '/containers/create', (d, request) => {
    const body = bodyOf<ContainerCreate>(request)
    if (isApiError(body)) return body
    const container = createContainer(d, request.query.get('name') ?? '', body)
    if (isApiError(container)) return container
    return json({ Id: container.id, Warnings: warningsOf(container.hostConfig) }, 201)
  }),
  on('POST', '/containers/prune', function* prune(d, request) {
    const pruned = yield* pruneContainers(d, request)
    return isApiError(pruned) ? pruned : json(pruned)
  }),
  at('GET', '/containers/{id}/json', (d, request) => {
    const container = d.containers.get(request.params['id'] ?? '')
    return isApiError(container) ? container : json(inspectContainer(d, container, flag(request, 'size')))
  }),
  on('GET', '/containers/{id}/top', function* top(d, request) {
    const container = d.containers.get(request.params['id'] ?? '')
    if (isApiError(container)) return container
    if (!container.state.running) return notRunning(container)
    const table = yield* topContainer(d, container, request.query.get('ps_args') ?? '-ef')
    return isApiError(table) ? table : json(table)
  }),
  at('GET', '/containers/{id}/changes', (d, request) => {
    const container = d.containers.get(request.params['id'] ?? '')
    return isApiError(container) ? container : json(containerChanges(d, container))
  }),
  at('GET', '/containers/{id}/stats', (d, request) => {
    const container = d.containers.get(request.params['id'] ?? '')
    if (isApiError(container)) return container
    return json(statsOf(d, container))
  }),
  at('POST', '/containers/{id}/rename', (d, request) => {
    const container = d.containers.get(request.params['id'] ?? '')
    if (isApiError(container)) return container
    const name = (request.query.get('name') ?? '').replace(/^\//, '')
    if (name === '') return invalidParameter('Neither old nor new names may be empty')
    if (name === container.name)
      return invalidParameter('Renaming a container with the same name as its current name')
    const wrong = checkName(name, `/${name}`) ?? d.containers.refusal(name)
    if (wrong) return new ApiError(wrong.status, `Error when allocating new name: ${wrong.message}`)
    const before = container.name
    container.networking.name = name
    d.networks.renamed(container.networking, before)
    d.containers.save(container)
    const attributes = { ...container.attributes, oldName: `/${before}` }
    d.events.log('container', 'rename', container.id, attributes, true)
    return empty()
  }),
  at('POST', '/containers/{id}/update', (d, request) => {
    const container = d.containers.get(request.params['id'] ?? '')
    if (isApiError(container)) return container
    const body = bodyOf<Partial<HostConfig>>(request)
    if (isApiError(body)) return body
    return updateContainer(container, body) ?? (d.containers.save(container), json({ Warnings: null }))
  }),
  on('DELETE', '/containers/{id}', function* remove(d, request) {
    const term = request.params['id'] ?? ''
    const container = d.containers.get(term)
    if (isApiError(container)) return container
    if (flag(request, 'link')) {
      return invalidParameter('removing links is not supported in vethlab')
    }
    const error = yield* removeContainer(d, container, {
      force: flag(request, 'force'),
      volumes: flag(request, 'v'),
    })
    return error ?? empty()
  }),
]

function statsOf(d: Daemon, container: Container) {
  const limit = container.hostConfig.Memory || systemInfo(d).MemTotal
  return {
    name: `/${container.name}`,
    id: container.id,
    pids_stats: { current: processesOf(d, container).length },
    memory_stats: container.state.running ? { usage: 0, limit } : {},
    networks: container.state.running ? d.networks.traffic(container.networking) : {},
  }
}
