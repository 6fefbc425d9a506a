// The swarm and its nodes. Ref: moby api/server/router/swarm
import { invalidParameter, isApiError, systemError } from '../../libnetwork/apiError.ts'
import type { InitRequest, JoinSwarmRequest, NodeSpec } from '../../api/swarm.ts'
import { newId } from '../../swarmkit/identity.ts'
import { failedPrecondition } from '../../swarmkit/rpcError.ts'
import { nodeInspect, swarmInspect } from '../cluster/convert.ts'
import { parseFilters } from '../filters.ts'
import { empty, json } from '../response.ts'
import { at, bodyOf, flag, on, type Route } from './route.ts'

const AVAILABILITY: ReadonlySet<string> = new Set(['active', 'pause', 'drain'])

export const swarmRoutes: readonly Route[] = [
  at('GET', '/swarm', (d) => {
    const manager = d.cluster.manager()
    return isApiError(manager) ? manager : json(swarmInspect(manager.store.cluster))
  }),
  on('POST', '/swarm/init', function* init(d, request) {
    const body = bodyOf<InitRequest>(request)
    if (isApiError(body)) return body
    const id = yield* d.cluster.init(body)
    return isApiError(id) ? id : json(id)
  }),
  on('POST', '/swarm/join', function* join(d, request) {
    const body = bodyOf<JoinSwarmRequest>(request)
    if (isApiError(body)) return body
    return (yield* d.cluster.join(body)) ?? empty(200)
  }),
  on('POST', '/swarm/leave', function* leave(d, request) {
    return (yield* d.cluster.leave(flag(request, 'force'))) ?? empty(200)
  }),
  at('POST', '/swarm/update', (d, request) => {
    const manager = d.cluster.manager()
    if (isApiError(manager)) return manager
    const body = bodyOf<InitRequest['Spec'] & object>(request)
    if (isApiError(body)) return body
    const { cluster } = manager.store
    cluster.taskHistory = body.Orchestration?.TaskHistoryRetentionLimit ?? cluster.taskHistory
    if (flag(request, 'rotateWorkerToken')) cluster.workerSecret = newId(d.p)
    if (flag(request, 'rotateManagerToken')) cluster.managerSecret = newId(d.p)
    manager.store.changed(cluster)
    d.cluster.save()
    return empty(200)
  }),
  at('GET', '/swarm/unlockkey', (d) => {
    const manager = d.cluster.manager()
    return isApiError(manager) ? manager : json({ UnlockKey: '' })
  }),
  at('GET', '/nodes', (d, request) => {
    const manager = d.cluster.manager()
    if (isApiError(manager)) return manager
    const filters = parseFilters(request.query.get('filters'))
    if (isApiError(filters)) return filters
    const any = (key: string, test: (value: string) => boolean): boolean =>
      (filters.get(key) ?? []).length === 0 || (filters.get(key) ?? []).some(test)
    const nodes = [...manager.store.nodes.values()].filter(
      ({ id, role, description }) =>
        any('id', (value) => id.startsWith(value)) &&
        any('name', (value) => description.hostname.startsWith(value)) &&
        any('role', (value) => role === value),
    )
    return json(nodes.map((node) => nodeInspect(manager, node)))
  }),
  at('GET', '/nodes/{id}', (d, request) => {
    const manager = d.cluster.manager()
    if (isApiError(manager)) return manager
    const node = manager.store.findNode(request.params['id'] ?? '')
    return isApiError(node) ? node : json(nodeInspect(manager, node))
  }),
  at('POST', '/nodes/{id}/update', (d, request) => {
    const manager = d.cluster.manager()
    if (isApiError(manager)) return manager
    const node = manager.store.findNode(request.params['id'] ?? '')
    if (isApiError(node)) return node
    const body = bodyOf<NodeSpec>(request)
    if (isApiError(body)) return body
    if (!AVAILABILITY.has(body.Availability))
      return invalidParameter(`invalid Availability: "${body.Availability}"`)
    if (body.Role !== 'manager' && body.Role !== 'worker')
      return invalidParameter(`invalid Role: "${String(body.Role)}"`)
    if (body.Role !== node.role) {
      if (body.Role === 'manager') return systemError('a second manager is not supported in vethlab')
      return failedPrecondition('attempting to demote the last manager of the swarm')
    }
    const before = node.availability
    node.availability = body.Availability
    node.labels = { ...body.Labels }
    manager.store.changed(node)
    manager.look()
    const changes =
      before === node.availability
        ? {}
        : { 'availability.new': node.availability, 'availability.old': before }
    d.events.log('node', 'update', node.id, { name: node.description.hostname, ...changes })
    return empty(200)
  }),
  at('DELETE', '/nodes/{id}', (d, request) => {
    const manager = d.cluster.manager()
    if (isApiError(manager)) return manager
    const node = manager.store.findNode(request.params['id'] ?? '')
    if (isApiError(node)) return node
    const refused = manager.store.removeNode(node, flag(request, 'force'))
    if (refused) return refused
    manager.dismiss(node)
    d.cluster.save()
    d.events.log('node', 'remove', node.id, { name: node.description.hostname })
    return empty(200)
  }),
]
