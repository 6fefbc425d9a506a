// The networks a daemon has: made, found, taken away, kept on disk.
// (Ref: moby daemon/network.go, libnetwork/controller.go:NewNetwork(), network.go)
import type { Blocking, Process } from '../../../os/program.ts'
import {
  conflict,
  forbidden,
  invalidParameter,
  isApiError,
  notFound,
  systemError,
  type ApiError,
} from './apiError.ts'
import { madeFor } from '../../lib/madeFor.ts'
import type { ControllerHooks, NetworkConfig } from './controller.ts'
import type { Driver } from './drivers/driver.ts'
import { generateId } from './ids.ts'
import type { Ipam } from './ipam.ts'
import { allocateSubnets, configOf, recordOf, releaseSubnets, validateIpam } from './ipamPlan.ts'
import { isPredefined, Network, type NetworkRecord, type Subnet } from './network.ts'
import { forNetwork } from './provenance.ts'
import { timestamp } from './timestamp.ts'
import { loadNetworks, saveNetworks } from './store.ts'
import type { IpamConfig, NetworkCreate } from './types.ts'

const IPAM_DRIVERS: ReadonlySet<string> = new Set(['default', 'null', 'windows'])

export class Networks {
  readonly #p: Process
  readonly #config: NetworkConfig
  readonly #hooks: ControllerHooks
  readonly #ipam: Ipam
  readonly #drivers: ReadonlyMap<string, Driver>
  readonly #byId = new Map<string, Network>()

  constructor(
    p: Process,
    config: NetworkConfig,
    hooks: ControllerHooks,
    ipam: Ipam,
    drivers: ReadonlyMap<string, Driver>,
  ) {
    this.#p = p
    this.#config = config
    this.#hooks = hooks
    this.#ipam = ipam
    this.#drivers = drivers
  }

  all(): readonly Network[] {
    return [...this.#byId.values()]
  }

  named(name: string): Network | null {
    return this.all().find((network) => network.name === name) ?? null
  }

  driverOf(network: Network): Driver | null {
    return this.#drivers.get(network.driver) ?? null
  }

  /** By its id, its name, or the beginning of its id. */
  find(term: string): Network | ApiError {
    const exact = this.#byId.get(term) ?? this.named(term)
    if (exact) return exact
    const begun = term === '' ? [] : this.all().filter(({ id }) => id.startsWith(term))
    const [only] = begun
    if (!only) return notFound(`network ${term} not found`)
    return begun.length === 1
      ? only
      : invalidParameter(`network ${term} is ambiguous (${begun.length} matches found based on ID prefix)`)
  }

  /** Why a container of several networks cannot start: the one that its mode names is no more. */
  gone(mode: string): ApiError | null {
    const found = this.find(mode)
    if (!isApiError(found)) return null
    return notFound(
      `failed to set up container networking: could not find a network matching network mode ${mode}: ${found.message}`,
    )
  }

  /** Those of the last daemon; what cannot be made again is left out. */
  *restore(): Blocking<void> {
    for (const record of loadNetworks(this.#p)) {
      // Those of a swarm are its manager's to tell of again.
      if (record.scope === 'swarm') continue
      const driver = this.#drivers.get(record.driver)
      const { enableIPv4, enableIPv6 } = record
      const configs = record.subnets.map(configOf)
      const addressed = driver?.addressed && !record.configOnly
      const plan = { enableIPv4, enableIPv6, configs, skipGateway: true }
      const subnets = addressed ? allocateSubnets(this.#p, this.#ipam, plan) : []
      if (isApiError(subnets)) continue
      const network = new Network(record, subnets)
      const failed = record.configOnly ? null : yield* this.#make(network)
      if (failed) {
        releaseSubnets(this.#ipam, subnets)
        this.#hooks.log('error', `Failed to restore network ${record.name}: ${failed.message}`)
      } else this.#byId.set(network.id, network)
    }
  }

  *create(create: NetworkCreate): Blocking<Network | ApiError> {
    const wrong = this.#refuse(create)
    if (wrong) return wrong
    const from = create.ConfigFrom?.Network ?? ''
    const source = from === '' ? null : this.named(from)
    if (from !== '' && !source) return notFound(`network ${from} not found`)
    if (source && !source.record.configOnly) return forbidden(`${from} is not a configuration network`)
    return yield* this.add(create, source)
  }

  /** A network of the swarm: its addresses are the manager's to give, so that no other network's pools matter. */
  *adopt(record: NetworkRecord, subnets: readonly Subnet[]): Blocking<Network | ApiError> {
    const network = new Network(record, subnets)
    const failed = yield* this.#make(network)
    if (failed) return failed
    this.#byId.set(network.id, network)
    this.save()
    return network
  }

  /** Without the checks that are for clients. */
  *add(create: NetworkCreate, source: Network | null): Blocking<Network | ApiError> {
    const id = generateId(this.#p)
    const driverName = create.ConfigOnly ? 'null' : create.Driver || 'bridge'
    const driver = this.#drivers.get(driverName)
    if (!driver) return notFound(`plugin "${driverName}" not found`)
    const ipamDriver = create.IPAM?.Driver || 'default'
    if (!IPAM_DRIVERS.has(ipamDriver)) return notFound(`plugin "${ipamDriver}" not found`)
    const options = {
      ...this.#config.defaultNetworkOpts[driverName],
      ...source?.record.options,
      ...create.Options,
    }
    const ipamConfig = source?.record.ipamConfig ?? create.IPAM?.Config ?? []
    const record: NetworkRecord = {
      name: create.Name,
      id,
      created: timestamp(this.#p),
      createdAt: this.#p.clock.epoch(),
      driver: driverName,
      scope: driver.scope,
      enableIPv4: create.EnableIPv4 ?? true,
      enableIPv6: source?.record.enableIPv6 || (create.EnableIPv6 ?? false),
      internal: create.Internal ?? false,
      attachable: create.Attachable ?? false,
      ingress: create.Ingress ?? false,
      configOnly: create.ConfigOnly ?? false,
      configFrom: source?.name ?? '',
      ipamDriver,
      ipamOptions: create.IPAM?.Options ?? null,
      ipamConfig,
      options,
      labels: { ...source?.record.labels, ...create.Labels },
      subnets: [],
    }
    const network = record.configOnly ? new Network(record, []) : yield* this.#build(driver, record)
    if (isApiError(network)) return network
    this.#byId.set(id, network)
    this.save()
    return network
  }

  *remove(network: Network): Blocking<ApiError | null> {
    const { id, name } = network
    if (isPredefined(name)) return forbidden(`${name} is a pre-defined network and cannot be removed`)
    const endpoints = [...network.endpoints.values()]
    if (endpoints.length > 0) {
      const list = endpoints.map((ep) => `name:"${ep.name}" id:"${ep.id.slice(0, 12)}"`).join(', ')
      return forbidden(`error while removing network: network ${name} has active endpoints (${list})`)
    }
    const users = this.all().filter(({ record }) => record.configFrom === name)
    if (network.record.configOnly && users.length > 0)
      return forbidden(`configuration network "${name}" is in use`)
    yield* this.drop(network)
    this.#hooks.event('destroy', id, { name, type: network.driver })
    return null
  }

  *drop(network: Network): Blocking<void> {
    releaseSubnets(this.#ipam, network.subnets)
    if (!network.record.configOnly) yield* this.driverOf(network)?.deleteNetwork(network) ?? []
    this.#byId.delete(network.id)
    this.save()
  }

  save(): void {
    const records = this.all().map(({ record, subnets }) => ({ ...record, subnets: subnets.map(recordOf) }))
    saveNetworks(this.#p, records)
  }

  *#build(driver: Driver, record: NetworkRecord): Blocking<Network | ApiError> {
    const { enableIPv4, enableIPv6, ipamConfig: configs } = record
    const checked = driver.check(record)
    if (isApiError(checked)) return checked
    const plan = { enableIPv4, enableIPv6, configs, skipGateway: checked.skipGateway }
    const subnets = driver.addressed ? allocateSubnets(this.#p, this.#ipam, plan) : []
    if (isApiError(subnets)) return subnets
    const network = new Network(record, subnets)
    const failed = yield* this.#make(network)
    if (!failed) return network
    releaseSubnets(this.#ipam, subnets)
    return failed
  }

  *#make(network: Network): Blocking<ApiError | null> {
    const driver = this.driverOf(network)
    if (!driver) return systemError(`could not find network driver: ${network.driver}`)
    return yield* madeFor(this.#p, forNetwork(network), () => driver.createNetwork(network))
  }

  #refuse(create: NetworkCreate): ApiError | null {
    const { Name: name, Scope: scope, IPAM: ipam } = create
    if (isPredefined(name) || name === 'default')
      return forbidden(`operation is not permitted on predefined ${name} network`)
    if (scope === 'swarm' || scope === 'global')
      return forbidden('cannot create a swarm scoped network when swarm is not active')
    if (create.Driver === 'overlay')
      return forbidden(
        'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
      )
    if (create.Ingress) return invalidParameter('Ingress network can only be global scope network')
    if (this.named(name)) return conflict(`network with name ${name} already exists`)
    const configs: readonly IpamConfig[] = ipam?.Config ?? []
    return validateIpam(configs, create.EnableIPv6 ?? false)
  }
}
