// One ping: sending on time, receiving, and what is printed about it.
// Ref: iputils ping/ping_common.c:main_loop(), pinger(), __schedule_exit(); ping/ping.c:ping4_parse_reply().
import type { Blocking, Process } from '../../os/program.ts'
import { MICROSECOND, MILLISECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { EAGAIN, ENOBUFS, EPERM, isErrno, type Errno } from '../../uapi/errno.ts'
import type { Stdout } from '../lib/stdout.ts'
import { differentOctet, makePayload, microsecondsNow, stamp, stampOf, TIMEVAL } from './payload.ts'
import type { PingSettings } from './settings.ts'
import { formatTime, Statistics } from './statistics.ts'
import type { PingWire, Show, Shown, WireReply } from './wire.ts'

/** Shortest pause, in milliseconds: what the scheduler of old kernels could do. */
const MININTERVAL = 10
/** Time enough for what this machine sends to itself. */
const LOOPBACK = 10 * MICROSECOND
/** What pinger() answers when everything was sent. */
const NOTHING_TO_SEND = 1000

function atLeastMinimum(interval: number): number {
  return interval <= MININTERVAL ? MININTERVAL : interval
}

export class PingSession {
  readonly #p: Process
  readonly #set: PingSettings
  readonly #wire: PingWire
  readonly #out: Stdout
  readonly #stats = new Statistics()
  readonly #payload: Uint8Array
  /** Milliseconds; -A changes it. */
  #interval: number
  readonly #timed: boolean
  readonly #started: Nanoseconds
  /** When a packet last went out. */
  #current: Nanoseconds | null = null
  #tokens = 0
  #failures = 0
  #slowdown = 0
  #alarm: Nanoseconds = Infinity
  #lastWait = false
  #exiting = false
  #snapshot = false
  /** The last answer has not been told to the kernel yet (MSG_CONFIRM). */
  #confirm = false

  constructor(p: Process, set: PingSettings, wire: PingWire, out: Stdout) {
    this.#p = p
    this.#set = set
    this.#wire = wire
    this.#out = out
    this.#interval = set.interval
    this.#timed = set.size >= TIMEVAL
    this.#payload = makePayload(set.size, set.pattern)
    this.#started = p.clock.now()
    if (set.deadline > 0) this.#alarm = this.#started + set.deadline * SECOND
    p.procs.onSignal('INT', () => {
      this.#exiting = true
    })
    p.procs.onSignal('QUIT', () => {
      this.#snapshot = true
    })
  }

  /** Until everything was answered, given up or interrupted: gives the exit status. */
  *run(): Blocking<number> {
    const { count, deadline } = this.#set
    const stats = this.#stats
    for (;;) {
      if (this.#p.clock.now() >= this.#alarm) this.#exiting = true
      if (this.#exiting) break
      if (count > 0 && stats.received + stats.errors >= count) break
      if (deadline > 0 && stats.errors > 0) break
      if (this.#snapshot) this.#printStatus()
      let next = 0
      do {
        next = this.#scheduleExit(yield* this.#pinger())
      } while (next <= 0)
      yield* this.#wait(next)
      if (this.#out.wrote) yield* this.#out.room()
    }
    return this.#finish()
  }

  /** Sleeps for at most `next` milliseconds, then takes in whatever came. */
  *#wait(next: number): Blocking<void> {
    // While something is in flight a pause shorter than the shortest is stretched to it.
    const span = next <= MININTERVAL && this.#stats.inFlight > 0 ? MININTERVAL : next
    const until = Math.min(this.#p.clock.now() + span * MILLISECOND, this.#alarm)
    if (!(yield* this.#receiveAll())) {
      const why = yield* this.#p.clock.wait([this.#wire.socket], until)
      if (why !== 'ready') return
      yield* this.#receiveAll()
    }
  }

  // ---- sending

  /** Sends when it is time to; milliseconds until the next packet is due. */
  *#pinger(): Blocking<number> {
    const { count, deadline, preload } = this.#set
    const stats = this.#stats
    if (this.#exiting || (count > 0 && stats.transmitted >= count && deadline === 0)) return NOTHING_TO_SEND
    const now = this.#p.clock.now()
    if (this.#current === null) {
      this.#current = now
      this.#tokens = this.#interval * (preload - 1)
    } else {
      let tokens = Math.trunc((now - this.#current) / MILLISECOND)
      if (this.#interval === 0 && tokens < MININTERVAL && stats.inFlight >= preload)
        return MININTERVAL - tokens
      tokens = Math.min(tokens + this.#tokens, this.#interval * preload)
      if (tokens < this.#interval) return this.#interval - tokens
      this.#current = now
      this.#tokens = tokens - this.#interval
    }
    if (this.#set.outstanding && stats.transmitted > 0 && !stats.answered(stats.transmitted)) {
      this.#printLine(`no answer yet for icmp_seq=${stats.transmitted % 0x10000}\n`)
    }
    return yield* this.#send()
  }

  *#send(): Blocking<number> {
    const error = this.#sendProbe()
    const stats = this.#stats
    if (error === null) {
      this.#failures = 0
      stats.sent((stats.transmitted + 1) & 0xffff)
      if (!this.#set.quiet && this.#set.flood) this.#printLine('.')
      return this.#interval - this.#tokens
    }
    let silent = false
    if (error === ENOBUFS) {
      this.#tokens = 0
      const { ewma8 } = stats
      this.#slowdown += ewma8 < 8 * 50000 ? Math.trunc(ewma8 / 8) : 50000
      if (this.#set.adaptive) this.#updateInterval()
      const pause = Math.min(atLeastMinimum(Math.trunc(this.#interval / 2)), 500)
      if (++this.#failures * pause < this.#set.linger) return pause
    } else {
      // What a REJECT rule on the way out says is here on Linux before sendmsg() is over: lo delivers at once.
      if (error === EPERM) yield* this.#p.clock.sleep(LOOPBACK)
      const found = yield* this.#takeErrors()
      // An empty error queue counts as an error of this machine too, and those are not told here.
      silent = found.net === 0 && (found.local > 0 || found.others === 0)
    }
    stats.sent((stats.transmitted + 1) & 0xffff)
    if (!silent && !this.#set.quiet) {
      if (this.#set.flood) this.#printLine('E')
      else this.#complain(`sendmsg: ${error.text}`)
    }
    this.#tokens = 0
    return atLeastMinimum(this.#interval)
  }

  #sendProbe(): Errno | null {
    const data = this.#payload.slice()
    if (this.#timed) stamp(data, microsecondsNow(this.#p.clock))
    const seq = (this.#stats.transmitted + 1) & 0xffff
    const confirm = this.#confirm
    this.#confirm = false
    return this.#wire.send(seq, data, confirm)
  }

  #updateInterval(): void {
    const { ewma8 } = this.#stats
    const estimate = ewma8 > 0 ? Math.trunc(ewma8 / 8) : this.#interval * 1000
    this.#interval = Math.trunc((estimate + this.#slowdown + 500) / 1000)
  }

  /** After the last packet an alarm ends the wait for answers. */
  #scheduleExit(next: number): number {
    const { count, deadline, linger } = this.#set
    const stats = this.#stats
    if (count === 0 || stats.transmitted < count || deadline > 0 || this.#lastWait) return next
    const microseconds = stats.received > 0 ? Math.max(2 * stats.max, 1000 * this.#interval) : linger * 1000
    if (microseconds === 0) return next
    this.#lastWait = true
    this.#alarm = this.#p.clock.now() + microseconds * MICROSECOND
    return Math.max(next, Math.trunc(microseconds / 1000))
  }

  // ---- receiving

  /** True when anything was there. */
  *#receiveAll(): Blocking<boolean> {
    let any = false
    for (;;) {
      const errors = yield* this.#takeErrors()
      const reply = this.#wire.recv()
      if (isErrno(reply)) {
        if (reply === EAGAIN && errors.net + errors.local === 0) return any
        any = true
        continue
      }
      any = true
      yield* this.#parseReply(reply)
      if (this.#stats.inFlight === 0) return true
    }
  }

  /** Everything on the error queue: how many were about the net, of this machine, and about somebody else's packets. */
  *#takeErrors(): Blocking<{ readonly net: number; readonly local: number; readonly others: number }> {
    let net = 0
    let local = 0
    let others = 0
    for (;;) {
      const error = this.#wire.recverr()
      if (error === null) return { net, local, others }
      if (error.kind === 'local') {
        local++
        this.#localError(error.text)
      } else if (error.kind === 'net') {
        net++
        yield* this.#netError(error.from, error.seq, error.text)
      } else others++
    }
  }

  #localError(text: string): void {
    if (this.#set.quiet) return
    this.#stats.errors++
    if (this.#set.flood) this.#printLine('E')
    else this.#complain(`local error: ${text}`)
  }

  *#netError(from: Shown, sequence: number, text: (show: Show) => Blocking<string>): Blocking<void> {
    this.#stats.acknowledge(sequence)
    this.#stats.errors++
    if (this.#set.quiet) return
    if (this.#set.flood) {
      this.#printLine('\bE')
      return
    }
    const what = yield* text((address) => this.#show(address))
    this.#printLine(`${this.#time()}From ${yield* this.#show(from)} icmp_seq=${sequence} ${what}\n`)
  }

  *#parseReply(reply: WireReply): Blocking<void> {
    if (reply.kind === 'echo') return yield* this.#gather(reply)
    if (reply.kind === 'error') this.#stats.acknowledge(reply.seq)
    if (reply.kind !== 'redirect' || this.#set.quiet || this.#set.flood) return
    const what = yield* reply.text((address) => this.#show(address))
    this.#printLine(`${this.#time()}From ${yield* this.#show(reply.from)}: icmp_seq=${reply.seq} ${what}\n`)
  }

  *#gather({
    from,
    seq: sequence,
    data,
    ttl,
    different,
  }: Extract<WireReply, { kind: 'echo' }>): Blocking<void> {
    const set = this.#set
    const stats = this.#stats
    const sent = this.#timed ? stampOf(data) : null
    const trip = sent === null ? null : Math.max(0, microsecondsNow(this.#p.clock) - sent)
    this.#confirm = true
    stats.acknowledge(sequence)
    if (trip !== null) stats.measure(trip)
    if (trip !== null && set.adaptive) this.#updateInterval()
    const duplicate = stats.receive(sequence)
    if (set.quiet) return
    if (set.flood) {
      this.#printLine('\b \b')
      return
    }
    const { many, id } = this.#wire
    let line = `${this.#time()}${data.length + 8} bytes from ${yield* this.#show(from)}: icmp_seq=${sequence}`
    if (set.verbose) line += ` ident=${id}`
    line += ` ttl=${ttl}`
    if (data.length < set.size) {
      this.#printLine(`${line} (truncated)\n`)
      return
    }
    if (trip !== null) line += ` time=${formatTime(trip)} ms`
    if (duplicate && (!many || set.verbose)) line += ' (DUP!)'
    if (!many && different) line += ' (DIFFERENT ADDRESS!)'
    line += differentOctet(this.#payload, data)
    this.#printLine(`${line}${set.audible ? '\x07' : ''}\n`)
  }

  // ---- printing

  #printLine(text: string): void {
    this.#out.print(text)
    this.#out.flush()
  }

  #complain(message: string): void {
    this.#out.flush()
    this.#p.io.err(`ping: ${message}\n`)
  }

  *#show(address: Shown): Blocking<string> {
    if (this.#exiting || this.#set.numeric) return address.text
    const name = yield* address.name()
    return name === null ? address.text : `${name} (${address.text})`
  }

  #time(): string {
    if (!this.#set.timestamps) return ''
    const now = microsecondsNow(this.#p.clock)
    return `[${Math.trunc(now / 1000000)}.${String(now % 1000000).padStart(6, '0')}] `
  }

  #printStatus(): void {
    this.#snapshot = false
    this.#p.io.err(this.#stats.status(this.#timed))
  }

  #finish(): number {
    const { deadline, count, flood, adaptive } = this.#set
    const span = ((this.#current ?? this.#started) - this.#started) / MILLISECOND
    const gap = this.#interval === 0 || flood || adaptive
    this.#printLine(this.#stats.summary(this.#wire.hostname, span, this.#timed, gap))
    const { received } = this.#stats
    return received === 0 || (deadline > 0 && received < count) ? 1 : 0
  }
}
