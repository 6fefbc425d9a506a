// Networks of the swarm, as the API asks for them: those of this node are the network controller's, the others the manager's.
// (Ref: moby api/server/router/network/network_routes.go, daemon/cluster/networks.go)
import type { Blocking } from '../../../../os/program.ts'
import {
  conflict,
  invalidParameter,
  isApiError,
  systemError,
  type ApiError,
} from '../../libnetwork/apiError.ts'
import { validateIpam } from '../../libnetwork/ipamPlan.ts'
import type { NetworkCreate, NetworkInspect } from '../../libnetwork/types.ts'
import { rpcError } from '../../swarmkit/rpcError.ts'
import type { NetworkObject } from '../../swarmkit/objects.ts'
import type { Daemon } from '../daemon.ts'
import { networkInspect } from './convert.ts'

/** Those that a manager knows and that are no networks of this node at the moment. */
export function elsewhere({ cluster, networks }: Daemon): readonly NetworkObject[] {
  const manager = cluster.manager()
  if (isApiError(manager)) return []
  const here = new Set(networks.swarm.all().map(({ id }) => id))
  return [...manager.store.networks.values()].filter(({ id }) => !here.has(id))
}

/** `term` as everywhere; what the node itself has comes first. */
export function inspectNetwork(
  d: Daemon,
  term: string,
  scope: string | undefined,
): NetworkInspect | ApiError {
  const local = d.networks.inspectNetwork(term, scope, (id) => d.cluster.peers(id))
  if (!isApiError(local)) return local
  const manager = d.cluster.manager()
  const network = isApiError(manager) ? null : manager.store.findNetwork(term)
  return network && (scope === undefined || scope === 'swarm') ? networkInspect(network) : local
}

/** null: it is for this node alone. */
export function* createSwarmNetwork(
  d: Daemon,
  create: NetworkCreate,
): Blocking<{ readonly Id: string; readonly Warning: string } | ApiError | null> {
  yield* []
  const { Name: name, Driver: driver = 'bridge', Scope: scope } = create
  const swarmScoped = scope === 'swarm' || scope === 'global'
  if (driver !== 'overlay' && !(swarmScoped && d.cluster.state === 'active')) return null
  const manager = d.cluster.manager()
  if (isApiError(manager)) return driver === 'overlay' ? manager : null
  if (driver !== 'overlay')
    return systemError(`a swarm network with driver ${driver} is not supported in vethlab`)
  if (create.Ingress)
    return rpcError(
      'AlreadyExists',
      409,
      `ingress network (${manager.store.ingress?.id ?? ''}) is already present`,
    )
  if (create.EnableIPv6) return systemError('IPv6 in overlay networks is not supported in vethlab')
  const configs = create.IPAM?.Config ?? []
  if (configs.length > 1)
    return systemError('several subnets of an overlay network are not supported in vethlab')
  const wrong = validateIpam(configs, false) ?? wrongOptions(create.Options ?? {})
  if (wrong) return wrong
  if (!isApiError(inspectNetwork(d, name, undefined)))
    return conflict(`network with name ${name} already exists`)
  const network = manager.store.createNetwork({
    name,
    driver,
    labels: create.Labels ?? null,
    internal: create.Internal ?? false,
    attachable: create.Attachable ?? false,
    ingress: false,
    enableIPv6: false,
    ipam: configs,
    options: create.Options ?? {},
  })
  if (isApiError(network)) return network
  d.cluster.save()
  d.events.log('network', 'create', network.id, { name })
  return { Id: network.id, Warning: '' }
}

function wrongOptions(options: Readonly<Record<string, string>>): ApiError | null {
  if ('encrypted' in options)
    return systemError('encrypted overlay networks (IPsec) are not supported in vethlab')
  const mtu = options['com.docker.network.driver.mtu']
  if (mtu === undefined || (/^\d+$/.test(mtu) && Number(mtu) >= 68)) return null
  return invalidParameter(`invalid MTU value: ${mtu}`)
}

/** null: it is for this node alone. */
export function* removeSwarmNetwork(d: Daemon, term: string): Blocking<ApiError | 'removed' | null> {
  const known = inspectNetwork(d, term, undefined)
  if (isApiError(known) || known.Scope !== 'swarm') return null
  const manager = d.cluster.manager()
  if (isApiError(manager)) return manager
  const network = manager.store.networks.get(known.Id)
  if (!network) return rpcError('NotFound', 404, `network ${known.Id} not found`)
  if (network.spec.ingress) return systemError('removing the ingress network is not supported in vethlab')
  const refused = manager.store.removeNetwork(network)
  if (refused) return refused
  d.cluster.save()
  yield* d.networks.swarm.drop(network.id)
  d.events.log('network', 'remove', network.id, { name: network.spec.name })
  return 'removed'
}

/** Those that nobody is attached to. */
export function* pruneSwarmNetworks(d: Daemon): Blocking<readonly string[]> {
  const manager = d.cluster.manager()
  if (isApiError(manager)) return []
  const deleted: string[] = []
  for (const { id, spec } of [...manager.store.networks.values()]) {
    if (!spec.ingress && (yield* removeSwarmNetwork(d, id)) === 'removed') deleted.push(spec.name)
  }
  return deleted
}
