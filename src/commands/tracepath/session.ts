// One tracepath: a packet as long as the path may take, one hop further each time.
// Ref: iputils tracepath.c:probe_ttl(), recverr()
import type { Blocking } from '../../os/program.ts'
import { MICROSECOND, MILLISECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { EACCES, ECONNREFUSED, EHOSTUNREACH, EMSGSIZE, ENETUNREACH, ETIMEDOUT } from '../../uapi/errno.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { hopsOfTtl } from '../lib/iputils/receivedTtl.ts'
import { getnameinfoOrAgain } from '../lib/resolv/getaddrinfo.ts'
import type { Tool } from '../lib/tool.ts'
import type { PathEnd, PathError } from './ends.ts'
import type { TracepathSettings } from './options.ts'

/** Width of the column of hosts. */
const HOST_COLUMN = 52
const MOST_TRIES = 10
const TRIES_PER_HOP = 3
/** Probes that are remembered by their port. */
const HISTORY = 64
/** Octets of the header that each probe carries: its TTL, and when it was sent. */
const PROBE_HEADER = 24

/** What came of looking at the error queue: nothing, something that lets it go on, or the end. */
type Progress = 'none' | 'more' | 'end'

interface Sent {
  readonly hops: number
  readonly time: Nanoseconds
}

export class TracepathSession {
  readonly #tool: Tool
  readonly #set: TracepathSettings
  readonly #socket: PathEnd
  readonly #history: (Sent | null)[] = Array<Sent | null>(HISTORY).fill(null)
  #slot = 0
  #mtu: number
  #ttl = 0
  #hopsTo = -1
  #hopsFrom = -1

  constructor(tool: Tool, set: TracepathSettings, socket: PathEnd, mtu: number) {
    this.#tool = tool
    this.#set = set
    this.#socket = socket
    this.#mtu = mtu
  }

  *run(): Blocking<void> {
    if (!(yield* this.#walk())) this.#print(`     Too many hops: pmtu ${this.#mtu}\n`)
    let resume = `     Resume: pmtu ${this.#mtu} `
    if (this.#hopsTo >= 0) resume += `hops ${this.#hopsTo} `
    if (this.#hopsFrom >= 0) resume += `back ${this.#hopsFrom} `
    this.#print(`${resume}\n`)
  }

  /** False when the hops did not suffice. */
  *#walk(): Blocking<boolean> {
    for (this.#ttl = 1; this.#ttl <= this.#set.maxHops; this.#ttl++) {
      this.#socket.setTtl(this.#ttl)
      let progress: Progress = 'none'
      let tries = 0
      while (tries < TRIES_PER_HOP && progress === 'none') {
        const mtu = this.#mtu
        progress = yield* this.#probe()
        if (this.#mtu !== mtu) {
          tries = 0
          progress = 'none'
          continue
        }
        if (progress === 'end') return true
        tries++
      }
      if (progress === 'none') this.#print(`${this.#hop()}:  no reply\n`)
    }
    return false
  }

  #hop(): string {
    return String(this.#ttl).padStart(2)
  }

  #print(text: string): void {
    this.#tool.out.print(text)
  }

  *#probe(): Blocking<Progress> {
    const { clock } = this.#tool.p
    let tries = 0
    while (!this.#send()) {
      const progress = yield* this.#readErrors()
      this.#history[this.#slot] = null
      if (progress === 'end') return 'end'
      tries = progress === 'more' ? 0 : tries + 1
      if (tries === MOST_TRIES) {
        this.#print(`${this.#hop()}:  send failed\n`)
        return 'end'
      }
    }
    this.#slot = (this.#slot + 1) % HISTORY
    const deadline = clock.now() + SECOND
    for (;;) {
      const progress = yield* this.#readErrors()
      if (progress !== 'none') return progress
      if (this.#socket.answered()) {
        this.#print(`${this.#hop()}?: reply received 8)\n`)
        return 'end'
      }
      if (clock.now() >= deadline) return 'none'
      yield* clock.wait([this.#socket], deadline)
      yield* this.#tool.out.room()
    }
  }

  #send(): boolean {
    const now = this.#tool.p.clock.now()
    const data = new Uint8Array(this.#mtu - this.#socket.overhead)
    if (data.length >= PROBE_HEADER) {
      const view = new DataView(data.buffer)
      view.setUint32(0, this.#ttl, true)
      view.setUint32(8, Math.floor(now / SECOND), true)
      view.setUint32(16, now % SECOND, true)
    }
    this.#history[this.#slot] = { hops: this.#ttl, time: now }
    return this.#socket.sendto(data, (this.#set.port + this.#slot) & 0xffff) === null
  }

  *#readErrors(): Blocking<Progress> {
    let progress: Progress = 'none'
    for (let error = this.#socket.recverr(); error !== null; error = this.#socket.recverr()) {
      progress = 'more'
      if (yield* this.#report(error)) return 'end'
    }
    return progress
  }

  /** What the probe itself says of when it was sent, or what is remembered of its port. */
  #sentOf({ port, data }: PathError): Sent | null {
    if (port === null) return null
    const slot = port - this.#set.port
    const remembered = this.#history[slot] ?? null
    if (slot >= 0 && slot < HISTORY) this.#history[slot] = null
    if (data.length < PROBE_HEADER) return remembered
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
    return {
      hops: view.getUint32(0, true),
      time: view.getUint32(8, true) * SECOND + view.getUint32(16, true),
    }
  }

  /** Prints an error's line. True when there is nothing more to try. */
  *#report(error: PathError): Blocking<boolean> {
    const sent = this.#sentOf(error)
    const { from, number, errno, ttl } = error
    const back = ttl === null ? null : hopsOfTtl(ttl)
    if (from === null) this.#print(`${this.#hop()}?: ${'[LOCALHOST]'.padEnd(32)} `)
    else
      this.#print(
        `${sent ? `${String(sent.hops).padStart(2)}:  ` : `${this.#hop()}?: `}${yield* this.#host(from, number)}`,
      )
    if (sent) this.#print(`${roundTrip(this.#tool.p.clock.now() - sent.time)}ms `)
    const hops = sent?.hops ?? this.#ttl
    switch (errno) {
      case ETIMEDOUT:
        this.#print('\n')
        return false
      case EMSGSIZE:
        this.#mtu = error.mtu ?? this.#mtu
        this.#print(`pmtu ${this.#mtu}\n`)
        return false
      case ECONNREFUSED:
        this.#print('reached\n')
        this.#hopsTo = hops
        this.#hopsFrom = back ?? -1
        return true
      case EHOSTUNREACH:
        if (!error.expired) {
          this.#print('!H\n')
          return true
        }
        this.#print(back !== null && back !== hops ? `asymm ${String(back).padStart(2)} \n` : '\n')
        return false
      case ENETUNREACH:
        this.#print('!N\n')
        return true
      case EACCES:
        this.#print('!A\n')
        return true
      default:
        this.#print('\n')
        this.#tool.complain(`NET ERROR: ${errno.text}`)
        return true
    }
  }

  *#host(address: Inet | Inet6, number: string): Blocking<string> {
    const wanted = this.#set.both || !this.#set.numeric
    const found = wanted ? yield* getnameinfoOrAgain(this.#tool.p, address) : null
    const name = found === 'EAI_AGAIN' ? '???' : (found ?? number)
    const [first, second] = this.#set.numeric ? [number, this.#set.both ? name : ''] : [name, number]
    const text = this.#set.both ? `${first} (${second})` : first
    return text + ' '.repeat(Math.max(1, HOST_COLUMN - text.length))
  }
}

/** Milliseconds with three places: `  0.052`. */
function roundTrip(span: Nanoseconds): string {
  const ms = Math.floor(span / MILLISECOND)
  const rest = Math.floor((span % MILLISECOND) / MICROSECOND)
  return `${String(ms).padStart(3)}.${String(rest).padStart(3, '0')}`
}
