// One trace: up to 16 probes on their way at once, printed in their order. Ref: traceroute traceroute.c:do_it()
import type { Blocking } from '../../os/program.ts'
import { MILLISECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { EMSGSIZE } from '../../uapi/errno.ts'
import type { Inet } from '../../wire/inet.ts'
import { formatAddress, type Inet6 } from '../../wire/inet6.ts'
import { hopsOfTtl } from '../lib/iputils/receivedTtl.ts'
import type { PlainTool } from '../lib/plainTool.ts'
import { getnameinfo } from '../lib/resolv/getaddrinfo.ts'
import type { Fatal, Method } from './methods.ts'
import { checkExpired, expiryOf, newProbe, type Answer, type Probe } from './probe.ts'
import type { TraceSettings } from './settings.ts'

export class TraceSession {
  readonly #tool: PlainTool
  readonly #set: TraceSettings
  readonly #method: Method
  readonly #probes: readonly Probe[]
  /** The first that is not printed yet, and the one after the last that is worth sending. */
  #start: number
  #end: number
  #lastSent: Nanoseconds | null = null

  constructor(tool: PlainTool, set: TraceSettings, method: Method) {
    this.#tool = tool
    this.#set = set
    this.#method = method
    this.#probes = Array.from({ length: set.maxHops * set.queries }, newProbe)
    this.#start = (set.firstHop - 1) * set.queries
    this.#end = this.#probes.length
  }

  /** What went wrong for good, or null. */
  *run(): Blocking<Fatal | null> {
    const { name, target, maxHops } = this.#set
    const length = this.#method.headerLength + this.#method.dataLength
    this.#print(
      `traceroute to ${name} (${formatAddress(target)}), ${maxHops} hops max, ${length} byte packets`,
    )
    while (this.#start < this.#end) {
      const next = yield* this.#turn()
      if (typeof next === 'object' && next !== null) return next
      const wrong = next === null ? null : yield* this.#poll(next)
      if (wrong) return wrong
    }
    this.#print('\n')
    return null
  }

  #print(text: string): void {
    this.#tool.out.print(text)
    this.#tool.out.flush()
  }

  /** Prints what can be printed, sends what can be sent. Until when to wait then; null: not at all. */
  *#turn(): Blocking<Nanoseconds | null | Fatal> {
    const { queries, squeries, sendSecs } = this.#set
    const now = this.#tool.p.clock.now()
    let next: Nanoseconds | null = null
    let waiting = 0
    for (let n = this.#start; n < this.#end; n++) {
      const probe = this.#probes[n]
      if (!probe) break
      if (n === this.#start && !probe.done && probe.sent !== null) {
        const expiry = expiryOf(this.#probes, n, this.#set)
        if (expiry > now) next = expiry
        else {
          this.#finish(probe)
          checkExpired(this.#probes, n, queries)
        }
      }
      if (probe.done) {
        if (n === this.#start) {
          yield* this.#printProbe(probe, n)
          this.#start++
        }
        if (probe.final) this.#end = (Math.floor(n / queries) + 1) * queries
        continue
      }
      if (probe.sent === null) {
        const due = this.#lastSent === null ? 0 : this.#lastSent + sendSecs * SECOND
        if (sendSecs > 0 && due > now) return due
        const result = this.#method.send(probe, Math.floor(n / queries) + 1)
        if (typeof result === 'object') return result
        if (result === 'later') return next ?? { fatal: 'send probe: Resource temporarily unavailable' }
        this.#lastSent = probe.sent
      }
      next ??= expiryOf(this.#probes, n, this.#set)
      waiting++
      if (waiting >= squeries) break
    }
    return next
  }

  #finish(probe: Probe): void {
    this.#method.release(probe)
    probe.done = true
  }

  *#poll(until: Nanoseconds): Blocking<Fatal | null> {
    const { clock } = this.#tool.p
    let answers = this.#method.receive()
    if (answers.length === 0 && until > clock.now()) {
      yield* clock.wait(this.#method.waitables, until)
      answers = this.#method.receive()
    }
    yield* this.#tool.out.room()
    for (const answer of answers) {
      const wrong = this.#take(answer)
      if (wrong) return wrong
    }
    return null
  }

  /** Ref: recv_reply() */
  #take({ probe, error, from, ttl }: Answer): Fatal | null {
    const method = this.#method
    probe.received = this.#tool.p.clock.now()
    probe.receivedTtl = ttl
    if (error === null) {
      probe.from = from
      probe.final = true
    } else if (from === null) {
      if (error.errno !== EMSGSIZE) return { fatal: `local recverr: ${error.errno.text}` }
      probe.mark = `!F-${error.mtu}`
      probe.final = true
    } else if (error.told) {
      probe.from = from
      const { mark } = error
      if (mark) probe.mark = mark
      probe.final = mark !== null
    }
    const mtu = error?.mtu ?? 0
    const { headerLength, dataLength } = method
    if (this.#set.mtu && mtu >= headerLength && mtu < headerLength + dataLength) {
      // The previous hop answered in its place: it is sent again, shorter, and says so.
      method.dataLength = mtu - headerLength
      method.release(probe)
      Object.assign(probe, newProbe(), { mark: `F=${mtu}` })
      return null
    }
    this.#finish(probe)
    return null
  }

  /** Ref: print_probe() */
  *#printProbe(probe: Probe, n: number): Blocking<void> {
    const { queries } = this.#set
    const ttl = Math.floor(n / queries) + 1
    const place = n % queries
    let text = place === 0 ? `\n${String(ttl).padStart(2)} ` : ''
    if (probe.from === null) text += ' *'
    else {
      const before = this.#probes.slice(n - place, n).findLast((p) => p.from !== null)
      const same =
        before?.from === probe.from && !(this.#set.back && before.receivedTtl !== probe.receivedTtl)
      if (!same) text += (yield* this.#host(probe.from)) + this.#back(probe, ttl)
    }
    if (probe.received !== null && probe.sent !== null) {
      text += `  ${((probe.received - probe.sent) / MILLISECOND).toFixed(3)} ms`
    }
    if (probe.mark !== '') text += ` ${probe.mark}`
    this.#print(text)
  }

  *#host(address: Inet | Inet6): Blocking<string> {
    const number = formatAddress(address)
    if (this.#set.numeric) return ` ${number}`
    return ` ${(yield* getnameinfo(this.#tool.p, address)) ?? number} (${number})`
  }

  #back({ receivedTtl }: Probe, ttl: number): string {
    if (!this.#set.back || receivedTtl === null) return ''
    const hops = hopsOfTtl(receivedTtl)
    return hops === ttl ? '' : ` '-${hops}'`
  }
}
