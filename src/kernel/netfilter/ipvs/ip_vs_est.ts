// Counters of services and servers, and their averages. Ref: net/netfilter/ipvs/ip_vs_est.c
import { SECOND, type Clock, type Nanoseconds } from '../../../sim/clock.ts'
import type { IpvsRates, IpvsStats } from '../../../uapi/ipvs.ts'

/** Averages are brought up to date every two seconds (IPVS_EST_NTICKS). */
const PERIOD = 2 * SECOND

const KEYS = ['conns', 'inPackets', 'outPackets', 'inBytes', 'outBytes'] as const
type Key = (typeof KEYS)[number]
type Counters = Record<Key, number>

function none(): Counters {
  return { conns: 0, inPackets: 0, outPackets: 0, inBytes: 0, outBytes: 0 }
}

/** Averages have binary places: 10 of what is counted by packets, 5 of octets; a period has two seconds. */
const PLACES: Readonly<Counters> = { conns: 10, inPackets: 10, outPackets: 10, inBytes: 5, outBytes: 5 }

export class IpVsStats {
  readonly #clock: Clock
  readonly #now = none()
  /** As they stood when they were last set to zero, and when the averages were last brought up to date. */
  #zero: Counters = none()
  #last: Counters = none()
  #average: Counters = none()
  #period: Nanoseconds

  constructor(clock: Clock) {
    this.#clock = clock
    this.#period = clock.now
  }

  conn(): void {
    this.#estimate()
    this.#now.conns++
  }

  in(length: number): void {
    this.#estimate()
    this.#now.inPackets++
    this.#now.inBytes += length
  }

  out(length: number): void {
    this.#estimate()
    this.#now.outPackets++
    this.#now.outBytes += length
  }

  /** Ref: ip_vs_zero_stats() */
  zero(): void {
    this.#zero = { ...this.#now }
    this.#last = { ...this.#now }
    this.#average = none()
  }

  /** Ref: ip_vs_copy_stats() */
  read(): IpvsStats {
    const shown = none()
    for (const key of KEYS) shown[key] = this.#now[key] - this.#zero[key]
    return shown
  }

  /** Ref: ip_vs_read_estimator() */
  rates(): IpvsRates {
    this.#estimate()
    const rate = (key: Key): number => {
      const half = 2 ** (PLACES[key] - 1) - 1
      return Math.floor((this.#average[key] + half) / 2 ** PLACES[key])
    }
    return {
      cps: rate('conns'),
      inPps: rate('inPackets'),
      outPps: rate('outPackets'),
      inBps: rate('inBytes'),
      outBps: rate('outBytes'),
    }
  }

  /** Does what the timer would have done since. Ref: ip_vs_chain_estimation() */
  #estimate(): void {
    let periods = Math.floor((this.#clock.now - this.#period) / PERIOD)
    if (periods <= 0) return
    this.#period += periods * PERIOD
    for (; periods > 0; periods--) {
      let busy = false
      for (const key of KEYS) {
        const rate = (this.#now[key] - this.#last[key]) * 2 ** (PLACES[key] - 1)
        this.#average[key] += Math.floor((rate - this.#average[key]) / 4)
        this.#last[key] = this.#now[key]
        if (this.#average[key] !== 0) busy = true
      }
      if (!busy) break
    }
  }
}
