// Pools and addresses. (Ref: moby libnetwork/ipams/defaultipam/allocator.go, address_space.go)
import type { Process } from '../../../os/program.ts'
import { forbidden, type ApiError } from './apiError.ts'
import { randomHex } from './ids.ts'
import {
  contains,
  formatPrefix,
  lastOf,
  masked,
  overlaps,
  parsePrefix,
  sizeOf,
  type Address,
  type Prefix,
} from './prefix.ts'

export interface PoolBase {
  readonly base: Prefix
  /** Length of the subnets that it is cut into. */
  readonly size: number
}

const LOCAL_IPV4 = [
  ...Array.from({ length: 15 }, (_, i) => ({ base: `172.${17 + i}.0.0/16`, size: 16 })),
  { base: '192.168.0.0/16', size: 20 },
]

/** Ref: moby libnetwork/ipamutils/utils.go */
function defaultPools(): readonly PoolBase[] {
  return LOCAL_IPV4.flatMap(({ base, size }) => {
    const prefix = parsePrefix(base)
    return prefix ? [{ base: prefix, size }] : []
  })
}

export class Pool {
  readonly prefix: Prefix
  readonly #taken = new Set<bigint>()

  constructor(prefix: Prefix) {
    this.prefix = prefix
    // Of IPv4 the network's own address and the broadcast address, of IPv6 the routers' anycast address (RFC 4291 §2.6.1).
    if (sizeOf(prefix) > 2n) {
      this.#taken.add(prefix.value)
      if (prefix.family === 4) this.#taken.add(lastOf(prefix))
    }
  }

  /** The wished one, or the lowest that is free (in the range); null: it is taken, or none is left. */
  request(wish: Address | null, range: Prefix | null): Prefix | 'taken' | 'outOfRange' | 'none' {
    const { prefix } = this
    if (wish) {
      if (!contains(prefix, wish)) return 'outOfRange'
      if (this.#taken.has(wish.value)) return 'taken'
      this.#taken.add(wish.value)
      return { ...prefix, value: wish.value }
    }
    const from = range ?? prefix
    const end = lastOf(from)
    for (let value = masked(from).value; value <= end; value++) {
      if (this.#taken.has(value)) continue
      this.#taken.add(value)
      return { ...prefix, value }
    }
    return 'none'
  }

  release({ value }: Address): void {
    this.#taken.delete(value)
  }
}

export class Ipam {
  readonly #pools = new Map<string, Pool>()
  readonly #predefined: readonly PoolBase[]
  /** `fd` and forty random bits, from which IPv6 networks are cut (RFC 4193 §3.2). */
  readonly #ula: Prefix

  constructor(predefined: readonly PoolBase[], ula: Prefix) {
    this.#predefined = predefined
    this.#ula = ula
  }

  requestPool(prefix: Prefix): Pool | ApiError {
    for (const { prefix: other } of this.#pools.values()) {
      if (overlaps(prefix, other))
        return forbidden('invalid pool request: Pool overlaps with other one on this address space')
    }
    return this.#add(prefix)
  }

  /** The first predefined subnet that is neither a pool already nor overlaps with `reserved`. */
  requestPredefined(family: 4 | 6, reserved: readonly Prefix[]): Pool | ApiError {
    const bases = family === 4 ? this.#predefined : [{ base: this.#ula, size: 64 }]
    const used = [...[...this.#pools.values()].map(({ prefix }) => prefix), ...reserved]
    for (const { base, size } of bases) {
      if (base.family !== family) continue
      const end = lastOf(base)
      const step = sizeOf({ ...base, length: size })
      for (let { value } = base; value <= end; value += step) {
        const candidate = { ...base, value, length: size }
        if (!used.some((other) => overlaps(candidate, other))) return this.#add(candidate)
      }
    }
    return forbidden('all predefined address pools have been fully subnetted')
  }

  releasePool(pool: Pool): void {
    this.#pools.delete(formatPrefix(pool.prefix))
  }

  #add(prefix: Prefix): Pool {
    const pool = new Pool(prefix)
    this.#pools.set(formatPrefix(prefix), pool)
    return pool
  }
}

/** For networks of one machine; `said`: the daemon's own pools. */
export function localIpam(
  p: Process,
  said: readonly { readonly base: string; readonly size: number }[],
): Ipam {
  const ula = parsePrefix(`fd${randomHex(p, 2)}:${randomHex(p, 4)}:${randomHex(p, 4)}::/48`)
  const pools = said.flatMap(({ base, size }) => {
    const prefix = parsePrefix(base)
    return prefix ? [{ base: prefix, size }] : []
  })
  return new Ipam(
    pools.length > 0 ? pools : defaultPools(),
    ula ?? { family: 6, value: 0xfdn << 120n, length: 48 },
  )
}
