// What every kind of network does. (Ref: moby libnetwork/driverapi/driverapi.go)
import type { Blocking } from '../../../../os/program.ts'
import type { NetnsRef } from '../../../../uapi/netns.ts'
import type { ApiError } from '../apiError.ts'
import type { Endpoint, Network } from '../network.ts'
import type { Address } from '../prefix.ts'

export interface Driver {
  /** `local` or `global`. */
  readonly scope: string
  /** Whether its containers get addresses and interfaces of it. */
  readonly addressed: boolean
  /** What is wrong with a network's options, before anything is made; whether it has no gateway of its own. */
  check(network: NetworkPlan): ApiError | { readonly skipGateway: boolean }
  createNetwork(network: Network): Blocking<ApiError | null>
  deleteNetwork(network: Network): Blocking<void>
  /** Makes the interface `endpoint.srcName`, in the container's namespace or, moved there by the caller, in the host's. */
  createEndpoint(endpoint: Endpoint, netns: NetnsRef): Blocking<ApiError | null>
  /** Returns when frames get through to it. */
  waitForward(endpoint: Endpoint): Blocking<void>
  deleteEndpoint(endpoint: Endpoint): Blocking<void>
  /** Prefix of names in the container: `eth`. */
  ifacePrefix(network: Network): string
  /** By which a container gets out; `device`: straight out of its interface; null: not at all. */
  gateway(network: Network, family: 4 | 6): Address | 'device' | null
}

/** A network that is about to be made. */
export interface NetworkPlan {
  readonly id: string
  readonly options: Readonly<Record<string, string>>
  readonly internal: boolean
  readonly enableIPv4: boolean
  readonly enableIPv6: boolean
}
