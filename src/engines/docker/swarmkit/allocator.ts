// Subnets, VXLAN ids and addresses of a swarm's networks, each after the one before: what was freed is given again only
// when the end is reached. (Ref: swarmkit manager/allocator, moby libnetwork/ipams/defaultipam with serial allocation)
import {
  contains,
  formatAddr,
  formatPrefix,
  lastOf,
  masked,
  overlaps,
  parseAddress,
  parsePrefix,
  sizeOf,
  type Prefix,
} from '../libnetwork/prefix.ts'
import type { ClusterObject, NetworkObject } from './objects.ts'

/** Ref: libnetwork/ipamutils: the pool of global scope. */
const DEFAULT_POOL = '10.0.0.0/8'
/** Ref: libnetwork/drivers/overlay/ovmanager: ids below are left to others. */
export const FIRST_VNI = 4096

const VNI_OPTION = 'com.docker.network.driver.overlay.vxlanid_list'

export interface Allocation {
  readonly subnet: string
  readonly gateway: string
  readonly vni: number
}

/** null when the subnet that was asked for overlaps with another network's, or none is left. */
export function allocateNetwork(
  cluster: ClusterObject,
  others: readonly NetworkObject[],
  wanted: NetworkObject,
  nextVni: number,
): Allocation | null {
  const used = others.flatMap(({ allocated }) => {
    const prefix = allocated ? parsePrefix(allocated.subnet) : null
    return prefix ? [prefix] : []
  })
  const config = wanted.spec.ipam.find(({ Subnet = '' }) => !Subnet.includes(':'))
  const asked = config?.Subnet ? parsePrefix(config.Subnet) : null
  const subnet = asked ? masked(asked) : freeSubnet(cluster, used)
  if (!subnet || used.some((other) => overlaps(other, subnet))) return null
  const gateway = config?.Gateway ?? formatAddr({ family: 4, value: subnet.value + 1n })
  const said = Number(wanted.spec.options[VNI_OPTION])
  return { subnet: formatPrefix(subnet), gateway, vni: Number.isInteger(said) ? said : nextVni }
}

function freeSubnet({ pools, subnetSize }: ClusterObject, used: readonly Prefix[]): Prefix | null {
  for (const text of pools.length > 0 ? pools : [DEFAULT_POOL]) {
    const pool = parsePrefix(text)
    if (!pool) continue
    const step = sizeOf({ ...pool, length: subnetSize })
    for (let { value } = masked(pool); value <= lastOf(pool); value += step) {
      const candidate: Prefix = { family: 4, value, length: subnetSize }
      if (!used.some((other) => overlaps(other, candidate))) return candidate
    }
  }
  return null
}

/** The addresses of one network that somebody has. */
export class AddressPool {
  readonly #subnet: Prefix
  readonly #taken = new Set<bigint>()
  #last: bigint

  constructor(subnet: Prefix, gateway: string) {
    this.#subnet = subnet
    this.#last = subnet.value
    this.#taken.add(subnet.value).add(lastOf(subnet))
    this.take(gateway)
    // One that lies at the beginning is where counting goes on from.
    if (this.#taken.has(subnet.value + 1n)) this.#last = subnet.value + 1n
  }

  /** Of one that is known: false when somebody has it. */
  take(text: string): boolean {
    const address = parseAddress(text)
    if (!address || !contains(this.#subnet, address) || this.#taken.has(address.value)) return false
    this.#taken.add(address.value)
    return true
  }

  /** The next one with the network's length; null when all are taken. */
  next(): string | null {
    const size = sizeOf(this.#subnet)
    for (let i = 1n; i <= size; i++) {
      const value = this.#subnet.value + ((this.#last - this.#subnet.value + i) % size)
      if (this.#taken.has(value)) continue
      this.#taken.add(value)
      this.#last = value
      return formatAddr({ family: 4, value })
    }
    return null
  }

  release(text: string): void {
    const address = parseAddress(text)
    if (address) this.#taken.delete(address.value)
  }
}
