// ping and ping6. A raw socket without error queue: what others say of its packets it never sees.
// Ref: busybox networking/ping.c
import type { Blocking, Process } from '../../os/program.ts'
import { MICROSECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { IcmpSocket } from '../../uapi/socket.ts'
import type { Icmp6Socket } from '../../uapi/socket6.ts'
import { parseInet } from '../../wire/inet.ts'
import { formatAddress, parseInet6 } from '../../wire/inet6.ts'
import { indexOfDevice } from '../lib/hosts6.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { Wire4 } from '../ping/wire4.ts'
import { Wire6 } from '../ping/wire6.ts'
import type { PingWire, WireReply } from '../ping/wire.ts'
import { thousandths } from '../ping/statistics.ts'
import type { Applet } from './applet.ts'
import { getopt, parseDuration, showUsage, xatou } from './getopt.ts'

const OPTIONS = `

Send ICMP ECHO_REQUESTs to HOST

	-4,-6		Force IP or IPv6 name resolution
	-c CNT		Send only CNT pings
	-s SIZE		Send SIZE data bytes in packets (default 56)
	-i SECS		Interval
	-A		Ping as soon as reply is received
	-t TTL		Set TTL
	-I IFACE/IP	Source interface or IP address
	-W SEC		Seconds to wait for the first response (default 10)
			(after all -c CNT packets are sent)
	-w SEC		Seconds until ping exits (default:infinite)
			(can exit earlier with -c CNT)
	-q		Quiet, only display output at start/finish
	-p HEXBYTE	Payload pattern`

export const pingApplet: Applet = {
  name: 'ping',
  usage: ` [OPTIONS] HOST${OPTIONS}`,
  run: (p) => ping(p, pingApplet, 'any'),
}

export const ping6Applet: Applet = {
  name: 'ping6',
  usage: ` [OPTIONS] HOST${OPTIONS.replace('	-4,-6		Force IP or IPv6 name resolution\n', '')}`,
  run: (p) => ping(p, ping6Applet, 'inet6'),
}

interface Settings {
  readonly host: string
  /** 0: no end. */
  readonly count: number
  readonly size: number
  readonly interval: Nanoseconds
  readonly deadline: Nanoseconds
  /** Seconds to wait for a first answer. */
  readonly timeout: number
  readonly adaptive: boolean
  readonly quiet: boolean
  readonly ttl: number | null
  readonly pattern: number
}

function* ping(p: Process, applet: Applet, byDefault: 'any' | 'inet6'): Blocking<number> {
  const options = getopt(p, applet, '46c:s:i:At:I:W:w:qp:nv')
  if (!options) return 1
  const { given, operands } = options
  const [host] = operands
  if (host === undefined || operands.length > 1) return showUsage(p, applet)
  const number = (letter: string, otherwise: number): number | null =>
    given.has(letter) ? xatou(p, applet.name, given.get(letter) ?? '') : otherwise
  const [count, size, timeout] = [number('c', 0), number('s', 56), number('W', 10)]
  const span = (letter: string, otherwise: number): number | null =>
    given.has(letter) ? parseDuration(p, applet.name, given.get(letter) ?? '') : otherwise
  const [interval, deadline] = [span('i', SECOND), span('w', 0)]
  const ttl = number('t', 0)
  if (count === null || size === null || timeout === null || ttl === null) return 1
  if (interval === null || deadline === null) return 1
  const settings: Settings = {
    host,
    count,
    size,
    interval,
    deadline,
    timeout,
    adaptive: given.has('A'),
    quiet: given.has('q'),
    ttl: given.has('t') ? ttl : null,
    pattern: parseInt(given.get('p') ?? '0', 16) || 0,
  }
  const family = given.has('6') ? 'inet6' : given.has('4') ? 'inet' : byDefault
  return yield* start(p, applet.name, settings, family, given.get('I') ?? null)
}

/** Ref: common_ping_main(), ping4(), ping6() */
function* start(
  p: Process,
  name: string,
  set: Settings,
  family: 'any' | 'inet' | 'inet6',
  from: string | null,
): Blocking<number> {
  const fail = (message: string): number => {
    p.io.err(`${name}: ${message}\n`)
    return 1
  }
  let source = from === null ? null : (parseInet(from) ?? parseInet6(from))
  const device = source === null ? from : null
  if (device !== null && indexOfDevice(p, device) === 0) {
    const found = yield* getaddrinfo(p, device, family)
    if ('error' in found) return fail(`bad address '${device}'`)
    source = found.addresses[0] ?? null
  }
  const [bare = '', zone] = set.host.split('%')
  const found = yield* getaddrinfo(p, bare, family)
  const address = 'error' in found ? undefined : found.addresses[0]
  if (address === undefined) return fail(`bad address '${set.host}'`)
  const scope = zone === undefined ? 0 : indexOfDevice(p, zone)
  const id = p.pid & 0xffff
  const socket = typeof address === 'number' ? p.net.icmpSocket() : p.net.icmp6Socket()
  try {
    const { options } = socket
    options.bindToDevice = source === null ? device : null
    options.broadcast = true
    if (set.ttl !== null) {
      options.ttl = set.ttl & 0xff
      options.multicastTtl = set.ttl & 0xff
    }
    const shown = formatAddress(address) + (zone === undefined ? '' : `%${zone}`)
    const where = source === null ? '' : ` from ${formatAddress(source)}`
    p.io.out(`PING ${set.host} (${shown})${where}: ${set.size} data bytes\n`)
    if (!p.procs.capable('NET_RAW')) return fail('permission denied (are you root?)')
    if (source !== null && !bind(socket, source)) return fail("can't set multicast source interface")
    const wire =
      typeof address === 'number'
        ? new Wire4(p, socket as IcmpSocket, { hostname: set.host, address, id, broadcast: true }, noName)
        : new Wire6(p, socket as Icmp6Socket, set.host, { address, port: 0, scope }, id)
    return yield* new Session(p, name, set, wire).run()
  } finally {
    socket.close()
  }
}

function* noName(): Blocking<string | null> {
  return null
}

function bind(socket: IcmpSocket | Icmp6Socket, source: number | bigint): boolean {
  const error =
    typeof source === 'number'
      ? (socket as IcmpSocket).bind({ address: source, port: 0 })
      : (socket as Icmp6Socket).bind({ address: source, port: 0, scope: 0 })
  return error === null
}

class Session {
  #transmitted = 0
  #received = 0
  #repeats = 0
  #least = Infinity
  #most = 0
  #sum = 0
  readonly #seen = new Set<number>()
  /** When each packet went out, in nanoseconds. */
  readonly #times = new Map<number, Nanoseconds>()
  #interrupted = false

  constructor(
    private readonly p: Process,
    private readonly name: string,
    private readonly set: Settings,
    private readonly wire: PingWire,
  ) {
    p.procs.onSignal('INT', () => {
      this.#interrupted = true
    })
  }

  *run(): Blocking<number> {
    const { p, set, wire } = this
    const started = p.clock.now()
    let alarm = started
    for (;;) {
      if (this.#interrupted) return this.#finish()
      if (p.clock.now() >= alarm) {
        const over = set.deadline > 0 && p.clock.now() - started >= set.deadline
        if (over || (set.count > 0 && this.#transmitted >= set.count)) return this.#finish()
        if (!this.#send()) return 1
        alarm = this.#nextAlarm()
      }
      const reply = wire.recv()
      if (isErrno(reply)) {
        yield* p.clock.wait([wire.socket], alarm)
        continue
      }
      if (reply.kind === 'echo' && !this.#take(reply)) continue
      if (set.count > 0 && this.#received >= set.count) return this.#finish()
      if (set.adaptive && reply.kind === 'echo') alarm = p.clock.now()
    }
  }

  /** After the last packet the wait is for twice the longest trip, in whole seconds. Ref: sendping_tail() */
  #nextAlarm(): Nanoseconds {
    const { p, set } = this
    if (set.count === 0 || this.#transmitted < set.count) return p.clock.now() + set.interval
    const longest = Math.max(1, Math.trunc(this.#most / (512 * 1024)))
    const wait = this.#received > 0 ? longest : set.timeout
    // alarm(0) sets none.
    return wait === 0 ? Infinity : p.clock.now() + wait * SECOND
  }

  #send(): boolean {
    const { p, set, wire } = this
    const seq = this.#transmitted++ & 0xffff
    this.#seen.delete(seq)
    const data = new Uint8Array(set.size).fill(set.pattern)
    this.#times.set(seq, p.clock.now())
    const error = wire.send(seq, data, false)
    if (error === null) return true
    p.io.err(`${this.name}: sendto: ${error.text}\n`)
    return false
  }

  /** False when it was there before. Ref: unpack_tail() */
  #take(reply: Extract<WireReply, { kind: 'echo' }>): boolean {
    const { p, set } = this
    const sent = this.#times.get(reply.seq) ?? p.clock.now()
    // The time travels in the first four octets.
    const timed = reply.data.length >= 4
    const trip = Math.trunc((p.clock.now() - sent) / MICROSECOND)
    if (timed) {
      this.#sum += trip
      this.#least = Math.min(this.#least, trip)
      this.#most = Math.max(this.#most, trip)
    }
    const again = this.#seen.has(reply.seq)
    this.#seen.add(reply.seq)
    if (again) this.#repeats++
    else this.#received++
    if (!set.quiet) {
      const time = timed ? ` time=${thousandths(trip)} ms` : ''
      const head = `${reply.data.length + 8} bytes from ${reply.from.text}: seq=${reply.seq} ttl=${reply.ttl}`
      p.io.out(`${head}${time}${again ? ' (DUP!)' : ''}\n`)
    }
    return !again
  }

  /** Ref: print_stats_and_exit() */
  #finish(): number {
    const { set } = this
    const loss = this.#transmitted
      ? Math.trunc(((this.#transmitted - this.#received) * 100) / this.#transmitted)
      : 0
    const repeats = this.#repeats > 0 ? `${this.#repeats} duplicates, ` : ''
    let text = `\n--- ${set.host} ping statistics ---\n${this.#transmitted} packets transmitted, `
    text += `${this.#received} packets received, ${repeats}${loss}% packet loss\n`
    if (this.#least !== Infinity) {
      const average = Math.trunc(this.#sum / (this.#received + this.#repeats))
      const times = [this.#least, average, this.#most].map(thousandths).join('/')
      text += `round-trip min/avg/max = ${times} ms\n`
    }
    this.p.io.out(text)
    return this.#received === 0 || (set.deadline > 0 && this.#received < set.count) ? 1 : 0
  }
}
