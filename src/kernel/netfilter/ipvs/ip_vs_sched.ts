// Which server the next connection gets. A scheduler sees the servers as the kernel keeps them: the newest first.
// Ref: net/netfilter/ipvs/ip_vs_rr.c, ip_vs_wrr.c, ip_vs_lc.c, ip_vs_wlc.c, ip_vs_sed.c, ip_vs_nq.c, ip_vs_fo.c,
// ip_vs_ovf.c, ip_vs_sh.c, ip_vs_dh.c
import { IPVS_SH_FALLBACK, IPVS_SH_PORT, type IpvsScheduler } from '../../../uapi/ipvs.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { IpVsDest, IpVsService } from './ip_vs.ts'

/** The packet that asks. */
export interface Asking {
  readonly saddr: Inet
  readonly daddr: Inet
  readonly sport: number
}

/** A scheduler at work for one service (Ref: struct ip_vs_scheduler). */
export interface Scheduling {
  readonly name: IpvsScheduler
  schedule(svc: IpVsService, asking: Asking): IpVsDest | null
  /** A server is about to be taken out. */
  leave?(svc: IpVsService, dest: IpVsDest): void
  /** Servers came, changed or went. */
  changed?(svc: IpVsService): void
}

function usable(dest: IpVsDest): boolean {
  return !dest.overloaded && dest.options.weight > 0
}

/** In turn. */
class RoundRobin implements Scheduling {
  readonly name = 'rr'
  #last: IpVsDest | null = null

  schedule({ dests }: IpVsService): IpVsDest | null {
    const from = this.#last ? dests.indexOf(this.#last) : -1
    for (let i = 1; i <= dests.length; i++) {
      const dest = dests[(from + i) % dests.length]
      if (dest && usable(dest)) return (this.#last = dest)
    }
    return null
  }

  /** Turns go on behind its neighbour. Ref: ip_vs_rr_del_dest() */
  leave({ dests }: IpVsService, dest: IpVsDest): void {
    if (dest === this.#last) this.#last = dests[dests.indexOf(dest) - 1] ?? null
  }
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

/** In turn, those of greater weight oftener. */
class WeightedRoundRobin implements Scheduling {
  readonly name = 'wrr'
  #last: IpVsDest | null = null
  /** Weight that a server must have now, the greatest of them, and how far it falls from round to round. */
  #current = 0
  #most = 0
  #step = 1

  schedule({ dests }: IpVsService): IpVsDest | null {
    if (this.#most <= 0) return null
    let i = this.#last ? dests.indexOf(this.#last) : -1
    // Every weight is met once in as many rounds.
    for (let rounds = Math.ceil(this.#most / this.#step) + 1; rounds >= 0; rounds--) {
      for (i++; i < dests.length; i++) {
        const dest = dests[i]
        if (dest && !dest.overloaded && dest.options.weight >= this.#current) return (this.#last = dest)
      }
      i = -1
      this.#current -= this.#step
      if (this.#current <= 0) this.#current = this.#most
    }
    return null
  }

  /** Ref: ip_vs_wrr_dest_changed() */
  changed({ dests }: IpVsService): void {
    const weights = dests.map(({ options }) => options.weight)
    this.#last = null
    this.#step = weights.reduce(gcd, 0) || 1
    this.#most = Math.max(0, ...weights) - (this.#step - 1)
    if (this.#current > this.#most || this.#current === 0) this.#current = this.#most
    else if (this.#step > 1) this.#current = Math.floor(this.#current / this.#step) * this.#step + 1
  }
}

/** The one with least to do, by `less`; of equals the first. */
function least(
  name: IpvsScheduler,
  less: (a: IpVsDest, b: IpVsDest) => boolean,
  fits: (dest: IpVsDest) => boolean = usable,
): Scheduling {
  return {
    name,
    schedule({ dests }) {
      let found: IpVsDest | null = null
      for (const dest of dests) if (fits(dest) && (found === null || less(dest, found))) found = dest
      return found
    },
  }
}

/** Active connections count much more than others. Ref: ip_vs_dest_conn_overhead() */
function overhead({ active, inactive }: IpVsDest): number {
  return active * 256 + inactive
}

function weight({ options }: IpVsDest): number {
  return options.weight
}

/** Ref: ip_vs_sed_schedule() */
function shorterDelay(a: IpVsDest, b: IpVsDest): boolean {
  return (a.active + 1) * weight(b) < (b.active + 1) * weight(a)
}

/** An idle one at once. Ref: ip_vs_nq_schedule() */
function neverQueue(): Scheduling {
  const shortest = least('nq', shorterDelay)
  return {
    name: 'nq',
    schedule(svc, asking) {
      const idle = svc.dests.find((dest) => usable(dest) && dest.active === 0)
      return idle ?? shortest.schedule(svc, asking)
    },
  }
}

const BUCKETS = 256
/** GOLDEN_RATIO_32 */
const GOLDEN = 0x61c88647

/** By an address, always the same one. Ref: ip_vs_sh_reassign(), ip_vs_dh_reassign() */
class Hashing implements Scheduling {
  readonly name: 'sh' | 'dh'
  #buckets: readonly IpVsDest[] = []

  constructor(name: 'sh' | 'dh') {
    this.name = name
  }

  schedule(svc: IpVsService, { saddr, daddr, sport }: Asking): IpVsDest | null {
    if (this.name === 'dh') {
      const dest = this.#buckets[Number((BigInt(daddr) * 2654435761n) & 255n)]
      return dest && usable(dest) ? dest : null
    }
    const { schedFlags } = svc.options
    const port = schedFlags & IPVS_SH_PORT ? sport : 0
    const dest = this.#at(saddr, port, 0)
    if (!dest || usable(dest)) return dest
    if (!(schedFlags & IPVS_SH_FALLBACK)) return null
    const first = sourceHash(saddr, port, 0)
    for (let offset = 0; offset < BUCKETS; offset++) {
      const other = this.#at(saddr, port, (offset + first) % BUCKETS)
      if (other && usable(other)) return other
    }
    return null
  }

  #at(address: Inet, port: number, offset: number): IpVsDest | null {
    return this.#buckets[sourceHash(address, port, offset)] ?? null
  }

  /** Of source hashing each server has as many buckets in a row as it has weight. */
  changed({ dests }: IpVsService): void {
    const weighted = this.name === 'sh'
    const row = dests.flatMap((dest) => {
      const times = weighted ? Math.min(Math.max(weight(dest), 1), BUCKETS) : 1
      return Array.from({ length: times }, () => dest)
    })
    this.#buckets = Array.from(
      { length: row.length > 0 ? BUCKETS : 0 },
      (_, i) => row[i % row.length],
    ).filter((dest) => dest !== undefined)
  }
}

/** Ref: ip_vs_sh_hashkey() */
function sourceHash(address: Inet, port: number, offset: number): number {
  return (offset + (Math.imul((port + address) | 0, GOLDEN) >>> 24)) % BUCKETS
}

/** Ref: ip_vs_scheduler_get() */
export function ipVsScheduler(name: IpvsScheduler): Scheduling {
  switch (name) {
    case 'rr':
      return new RoundRobin()
    case 'wrr':
      return new WeightedRoundRobin()
    case 'lc':
      return least('lc', (a, b) => overhead(a) < overhead(b))
    case 'wlc':
      return least('wlc', (a, b) => overhead(a) * weight(b) < overhead(b) * weight(a))
    case 'sed':
      return least('sed', shorterDelay)
    case 'nq':
      return neverQueue()
    case 'fo':
      return least('fo', (a, b) => weight(a) > weight(b))
    case 'ovf':
      return least(
        'ovf',
        (a, b) => weight(a) > weight(b),
        (dest) => usable(dest) && dest.active <= weight(dest),
      )
    case 'sh':
    case 'dh':
      return new Hashing(name)
  }
}
