// How probes are sent and answers told apart: UDP, one socket a probe, and ICMP echo requests.
// Ref: traceroute mod-udp.c, mod-icmp.c, traceroute.c:tune_socket()
import type { Process } from '../../os/program.ts'
import { EAGAIN, EMSGSIZE, ENOBUFS, ENODEV, type Errno } from '../../uapi/errno.ts'
import type { Waitable } from '../../uapi/socket.ts'
import type { EchoEnd, Family, TraceEnd, UdpEnd } from './ends.ts'
import type { Answer, Probe } from './probe.ts'
import type { TraceSettings } from './settings.ts'

/** Octets of data after the IP and UDP headers, or after the IP header. */
const DATA_LENGTH = 40
const UDP_HEADER = 8
const ICMP_HEADER = 8
const DEFAULT_PORT = 33434
const DEFAULT_UDP_PORT = 53

/** A system call that failed for good: `connect: Network is unreachable`. */
export interface Fatal {
  readonly fatal: string
}

export interface Method {
  /** Octets before the data. */
  readonly headerLength: number
  dataLength: number
  readonly waitables: readonly Waitable[]
  /** 'later': there was no room. */
  send(probe: Probe, ttl: number): 'sent' | 'later' | Fatal
  /** Every answer that has come. */
  receive(): readonly Answer[]
  /** Nothing more is waited for. */
  release(probe: Probe): void
  close(): void
}

function fatal(call: string, error: Errno): Fatal {
  return { fatal: `${call}: ${error.text}` }
}

function fill(length: number, from: number): Uint8Array {
  const data = new Uint8Array(length)
  for (let i = 0; i < length; i++) data[i] = 0x40 + ((i + from) & 0x3f)
  return data
}

function dataLengthFor(set: TraceSettings, headerLength: number, ownHeader: number): number {
  if (set.packetLength === null) return DATA_LENGTH - ownHeader
  return Math.max(0, set.packetLength - headerLength)
}

/** Everything that both kinds of socket are given; null when all went well. */
function tune(p: Process, socket: TraceEnd, set: TraceSettings): Fatal | null {
  const { options } = socket
  options.mark = set.mark
  if (set.device !== null) {
    const known = p.net.rtnetlink({ type: 'RTM_GETLINK', ifname: set.device }).messages
    if (!known) return fatal('setsockopt SO_BINDTODEVICE', ENODEV)
    options.bindToDevice = set.device
  }
  const error = socket.bind(set.source, set.sport & 0xffff)
  if (error !== null) return fatal('bind', error)
  options.pmtudisc = set.dontFragment ? 'do' : 'dont'
  if (set.tos !== 0) options.tos = set.tos & 0xff
  options.dontroute = set.direct
  return null
}

function sendResult(error: Errno | null): 'sent' | 'later' | Fatal {
  // Too long: the error queue will say more.
  if (error === null || error === EMSGSIZE) return 'sent'
  return error === ENOBUFS || error === EAGAIN ? 'later' : fatal('send', error)
}

export class UdpMethod implements Method {
  readonly headerLength: number
  dataLength: number
  readonly #p: Process
  readonly #set: TraceSettings
  readonly #family: Family
  readonly #sockets = new Map<Probe, UdpEnd>()
  #port: number

  constructor(p: Process, set: TraceSettings, family: Family) {
    this.#p = p
    this.#set = set
    this.#family = family
    this.headerLength = family.headerLength + UDP_HEADER
    this.#port = set.port || (set.module === 'udp' ? DEFAULT_UDP_PORT : DEFAULT_PORT)
    this.dataLength = dataLengthFor(set, this.headerLength, UDP_HEADER)
  }

  get waitables(): readonly Waitable[] {
    return [...this.#sockets.values()]
  }

  send(probe: Probe, ttl: number): 'sent' | 'later' | Fatal {
    const socket = this.#family.udp()
    this.#sockets.set(probe, socket)
    const wrong = tune(this.#p, socket, this.#set)
    if (wrong) return wrong
    socket.options.ttl = ttl
    const error = socket.connect(this.#set.target, this.#port & 0xffff)
    if (error !== null) return fatal('connect', error)
    socket.options.recverr = true
    probe.sent = this.#p.clock.now()
    const result = sendResult(socket.send(fill(this.dataLength, 0)))
    if (result !== 'sent') {
      probe.sent = null
      this.release(probe)
      return result
    }
    if (this.#set.module === 'default') this.#port++
    return 'sent'
  }

  receive(): readonly Answer[] {
    const answers: Answer[] = []
    for (const [probe, socket] of this.#sockets) {
      const error = socket.recverr()
      if (error !== null) {
        answers.push({ probe, error, from: error.from, ttl: error.ttl })
        continue
      }
      const from = socket.recv()
      if (from !== null) answers.push({ probe, error: null, from, ttl: null })
    }
    return answers
  }

  release(probe: Probe): void {
    this.#sockets.get(probe)?.close()
    this.#sockets.delete(probe)
  }

  close(): void {
    for (const probe of this.#sockets.keys()) this.release(probe)
  }
}

export class IcmpMethod implements Method {
  readonly headerLength: number
  dataLength: number
  readonly #p: Process
  readonly #set: TraceSettings
  readonly #socket: EchoEnd
  readonly #probes = new Map<number, Probe>()
  readonly #id: number
  #seq: number

  constructor(p: Process, set: TraceSettings, family: Family) {
    this.#p = p
    this.#set = set
    this.headerLength = family.headerLength
    this.#socket = family.echo()
    this.#id = p.pid & 0xffff
    this.#seq = set.port || 1
    this.dataLength = Math.max(ICMP_HEADER, dataLengthFor(set, this.headerLength, 0))
  }

  /** Before anything is printed. */
  init(): Fatal | null {
    const wrong = tune(this.#p, this.#socket, this.#set)
    if (wrong) return wrong
    const error = this.#socket.connect(this.#set.target, 0)
    if (error !== null) return fatal('connect', error)
    this.#socket.options.recverr = true
    return null
  }

  get waitables(): readonly Waitable[] {
    return [this.#socket]
  }

  send(probe: Probe, ttl: number): 'sent' | 'later' | Fatal {
    const seq = this.#seq & 0xffff
    this.#socket.options.ttl = ttl
    const data = fill(this.dataLength - ICMP_HEADER, ICMP_HEADER)
    probe.sent = this.#p.clock.now()
    const result = sendResult(this.#socket.send({ id: this.#id, seq }, data))
    if (result !== 'sent') {
      probe.sent = null
      return result
    }
    this.#probes.set(seq, probe)
    this.#seq++
    return 'sent'
  }

  receive(): readonly Answer[] {
    const answers: Answer[] = []
    for (let error = this.#socket.recverr(); error !== null; error = this.#socket.recverr()) {
      const probe = this.#probeOf(error.echo)
      if (probe) answers.push({ probe, error, from: error.from, ttl: error.ttl })
    }
    for (let got = this.#socket.recv(); got !== null; got = this.#socket.recv()) {
      const probe = this.#probeOf(got.echo)
      if (probe) answers.push({ probe, error: null, from: got.from, ttl: got.ttl })
    }
    return answers
  }

  #probeOf(echo: { readonly id: number; readonly seq: number } | null): Probe | null {
    return echo?.id === this.#id ? (this.#probes.get(echo.seq) ?? null) : null
  }

  release(probe: Probe): void {
    for (const [seq, owner] of this.#probes) if (owner === probe) this.#probes.delete(seq)
  }

  close(): void {
    this.#socket.close()
  }
}
