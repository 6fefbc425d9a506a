// What a new network's IPAM settings come to: checked, then pools, gateways and reserved addresses taken.
// (Ref: moby api/types/network/ipam.go:ValidateIPAM(), libnetwork/network.go:ipamAllocate())
import { reservedNetworks } from './reserved.ts'
import type { Process } from '../../../os/program.ts'
import { forbidden, invalidParameter, isApiError, type ApiError } from './apiError.ts'
import type { Ipam, Pool } from './ipam.ts'
import type { Subnet, SubnetRecord } from './network.ts'
import {
  contains,
  formatAddr,
  formatPrefix,
  masked,
  parseAddress,
  parsePrefix,
  type Address,
  type Prefix,
} from './prefix.ts'
import type { IpamConfig } from './types.ts'

/** null when nothing is wrong. */
export function validateIpam(configs: readonly IpamConfig[], enableIPv6: boolean): ApiError | null {
  const errors = configs.flatMap((config) => wrongIn(config, enableIPv6))
  if (errors.length === 0) return null
  const [first = ''] = errors
  const text = errors.length === 1 ? first : errors.map((error) => `* ${error}`).join('\n')
  return invalidParameter(`invalid network config:\n${text}`)
}

function wrongIn(
  { Subnet, IPRange, Gateway, AuxiliaryAddresses }: IpamConfig,
  enableIPv6: boolean,
): string[] {
  const errors: string[] = []
  const subnet = parsePrefix(Subnet ?? '')
  if (!subnet) return [`invalid subnet ${Subnet ?? ''}: invalid CIDR block notation`]
  if (subnet.value !== masked(subnet).value)
    errors.push(`invalid subnet ${Subnet ?? ''}: it should be ${formatPrefix(masked(subnet))}`)
  if (subnet.family === 6 && !enableIPv6) return errors
  const block = subnet.family === 4 ? 'IPv4' : 'IPv6'
  if (IPRange) {
    const range = parsePrefix(IPRange)
    if (!range) errors.push(`invalid ip-range ${IPRange}: invalid CIDR block notation`)
    else if (range.family !== subnet.family)
      errors.push(`invalid ip-range ${IPRange}: parent subnet is an ${block} block`)
    else if (range.length < subnet.length)
      errors.push(`invalid ip-range ${IPRange}: CIDR block is bigger than its parent subnet ${Subnet}`)
    else if (range.value !== masked(range).value)
      errors.push(`invalid ip-range ${IPRange}: it should be ${formatPrefix(masked(range))}`)
    else if (!contains(subnet, range))
      errors.push(`invalid ip-range ${IPRange}: parent subnet ${Subnet} doesn't contain ip-range`)
  }
  if (Gateway) errors.push(...wrongAddress('gateway', Gateway, Gateway, subnet, block))
  for (const [name, address] of Object.entries(AuxiliaryAddresses ?? {})) {
    errors.push(...wrongAddress(`auxiliary address`, name, address, subnet, block))
  }
  return errors
}

function wrongAddress(what: string, name: string, text: string, subnet: Prefix, block: string): string[] {
  const address = parseAddress(text)
  if (!address) return [`invalid ${what} ${name}: invalid address`]
  if (address.family !== subnet.family) return [`invalid ${what} ${name}: parent subnet is an ${block} block`]
  if (!contains(subnet, address))
    return [`invalid ${what} ${name}: parent subnet ${formatPrefix(subnet)} doesn't contain this address`]
  return []
}

interface Plan {
  readonly enableIPv4: boolean
  readonly enableIPv6: boolean
  readonly configs: readonly IpamConfig[]
  readonly skipGateway: boolean
}

/** IPv4 first. Nothing is kept after an error. */
export function allocateSubnets(p: Process, ipam: Ipam, plan: Plan): readonly Subnet[] | ApiError {
  const subnets: Subnet[] = []
  const fail = (error: ApiError): ApiError => {
    releaseSubnets(ipam, subnets)
    return error
  }
  for (const family of [4, 6] as const) {
    if (!(family === 4 ? plan.enableIPv4 : plan.enableIPv6)) continue
    const own = plan.configs.filter(({ Subnet }) => parsePrefix(Subnet ?? '')?.family === family)
    for (const config of own.length > 0 ? own : [{}]) {
      const pool = requestPool(p, ipam, config, family)
      if (isApiError(pool)) return fail(pool)
      const subnet = takeFrom(pool, config, plan.skipGateway)
      if (isApiError(subnet)) {
        ipam.releasePool(pool)
        return fail(subnet)
      }
      subnets.push(subnet)
    }
  }
  return subnets
}

export function releaseSubnets(ipam: Ipam, subnets: readonly Subnet[]): void {
  for (const { pool } of subnets) ipam.releasePool(pool)
}

function requestPool(p: Process, ipam: Ipam, { Subnet }: IpamConfig, family: 4 | 6): Pool | ApiError {
  const prefix = Subnet ? parsePrefix(Subnet) : null
  return prefix ? ipam.requestPool(masked(prefix)) : ipam.requestPredefined(family, reservedNetworks(p))
}

function takeFrom(pool: Pool, config: IpamConfig, skipGateway: boolean): Subnet | ApiError {
  const range = config.IPRange ? parsePrefix(config.IPRange) : null
  const aux = config.AuxiliaryAddresses ?? {}
  for (const [name, text] of Object.entries(aux)) {
    // Those that name a gateway are not addresses of somebody else.
    if (name.startsWith('DefaultGatewayIPv')) continue
    const taken = takeAddress(pool, parseAddress(text), range)
    if (typeof taken === 'string')
      return forbidden(`failed to allocate secondary ip address (${name}:${text}): ${taken}`)
  }
  if (skipGateway && !config.Gateway) return { pool, range, gateway: null, aux }
  const wish = config.Gateway ? parseAddress(config.Gateway) : null
  const gateway = takeAddress(pool, wish, range)
  if (typeof gateway !== 'string') return { pool, range, gateway, aux }
  return forbidden(`failed to allocate gateway (${wish ? formatAddr(wish) : ''}): ${gateway}`)
}

export const NONE_LEFT = 'No available addresses'

/** The address, or what stands against it. */
export function takeAddress(pool: Pool, wish: Address | null, range: Prefix | null): Prefix | string {
  const taken = pool.request(wish, range)
  if (taken === 'taken') return 'Address already in use'
  if (taken === 'outOfRange') return 'Requested address is out of range'
  return taken === 'none' ? NONE_LEFT : taken
}

export function recordOf({ pool, range, gateway, aux }: Subnet): SubnetRecord {
  return {
    subnet: formatPrefix(pool.prefix),
    range: range ? formatPrefix(range) : null,
    gateway: gateway ? formatAddr(gateway) : null,
    aux,
  }
}

export function configOf({ subnet, range, gateway, aux }: SubnetRecord): IpamConfig {
  return {
    Subnet: subnet,
    ...(range === null ? {} : { IPRange: range }),
    ...(gateway === null ? {} : { Gateway: gateway }),
    AuxiliaryAddresses: aux,
  }
}
