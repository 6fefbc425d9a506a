// Asking servers one question, as dig, host and nslookup do. Ref: BIND bin/dig/dighost.c:send_udp(), recv_done()
import type { Blocking, Process } from '../../../os/program.ts'
import { SECOND, type Nanoseconds } from '../../../sim/clock.ts'
import {
  EAGAIN,
  ECONNREFUSED,
  EHOSTUNREACH,
  ENETUNREACH,
  EPERM,
  isErrno,
  type Errno,
} from '../../../uapi/errno.ts'
import { emitDns, parseDns, type DnsMessage } from '../../../wire/dns.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { Inet6 } from '../../../wire/inet6.ts'
import { datagramEnd, familyOf, type DatagramEnd } from '../datagram.ts'
import { connectStream, recvStream, sendStream } from '../stream.ts'

export interface Server {
  readonly address: Inet | Inet6
  /** As it is shown: the address. */
  readonly text: string
  /** As it was given: a name, or the address. */
  readonly given: string
}

export interface AskOptions {
  readonly port: number
  /** Seconds. */
  readonly timeout: number
  readonly tries: number
  readonly tcp: boolean
  /** A server that fails (SERVFAIL) is believed. */
  readonly servfailStops: boolean
  readonly print: (line: string) => void
}

export interface Reply {
  readonly message: DnsMessage
  readonly size: number
  readonly server: Server
  readonly took: Nanoseconds
}

type Failure = { readonly setup: string } | { readonly trouble: string }

const SERVFAIL = 2
const LENGTH = 2

/**
 * The first server is tried as often as there are tries, the others once each. Null when none answered, of which
 * `setup` says that nothing could even be sent.
 */
export function* ask(
  p: Process,
  servers: readonly Server[],
  query: DnsMessage,
  options: AskOptions,
): Blocking<Reply | { readonly setup: boolean }> {
  const { print, port } = options
  const name = query.questions[0]?.name || '.'
  let { tries } = options
  let setup = false
  for (let n = 0; n < servers.length;) {
    const server = servers[n]
    if (!server) break
    const began = p.clock.now()
    const answer = yield* options.tcp ? askTcp(p, server, query, options) : askUdp(p, server, query, options)
    const last = n === servers.length - 1
    if (!('setup' in answer) && !('trouble' in answer)) {
      const failed = answer.message.rcode === SERVFAIL && !options.servfailStops && !last
      if (!failed) return { ...answer, server, took: p.clock.now() - began }
      n++
      continue
    }
    setup = 'setup' in answer
    if ('setup' in answer) {
      const how = options.tcp ? 'Connection to' : 'UDP setup with'
      print(`;; ${how} ${server.text}#${port}(${server.given}) for ${name} failed: ${answer.setup}.`)
      if (last) print(';; no servers could be reached')
    } else print(`;; communications error to ${server.text}#${port}: ${answer.trouble}`)
    if (tries > 1) tries--
    else n++
  }
  return { setup }
}

/** isc_result_totext() */
function textOf(error: Errno): string {
  if (error === ECONNREFUSED) return 'connection refused'
  if (error === ENETUNREACH) return 'network unreachable'
  if (error === EHOSTUNREACH) return 'host unreachable'
  if (error === EPERM) return 'permission denied'
  return error.text.toLowerCase()
}

function connect(p: Process, { address }: Server, port: number): DatagramEnd | Errno {
  const socket = datagramEnd(p, familyOf(address))
  // Ref: bind lib/isc/netmgr/socket.c:isc__nm_socket_disable_pmtud()
  if (typeof address === 'number') socket.options.pmtudisc = 'dont'
  else socket.options.recverr = true
  const error = socket.connect({ address, port })
  if (!error) return socket
  socket.close()
  return error
}

function* askUdp(
  p: Process,
  server: Server,
  query: DnsMessage,
  { port, timeout }: AskOptions,
): Blocking<{ readonly message: DnsMessage; readonly size: number } | Failure> {
  const socket = connect(p, server, port)
  if (isErrno(socket)) return { setup: textOf(socket) }
  try {
    const error = socket.sendto(emitDns(query), { address: server.address, port })
    if (error) return { trouble: textOf(error) }
    const until = p.clock.now() + timeout * SECOND
    for (;;) {
      const got = socket.recv()
      if (got === EAGAIN) {
        const failed = socket.recverr()
        if (failed) return { trouble: textOf(failed) }
        if ((yield* p.clock.wait([socket], until)) !== 'ready') return { trouble: 'timed out' }
        continue
      }
      if (isErrno(got)) return { trouble: textOf(socket.recverr() ?? got) }
      const message = parseDns(got.data)
      if (message?.qr && message.id === query.id) return { message, size: got.data.length }
    }
  } finally {
    socket.close()
  }
}

function* askTcp(
  p: Process,
  { address }: Server,
  query: DnsMessage,
  { port, timeout }: AskOptions,
): Blocking<{ readonly message: DnsMessage; readonly size: number } | Failure> {
  const socket = p.net.streamSocket(familyOf(address))
  const until = p.clock.now() + timeout * SECOND
  try {
    const error = yield* connectStream(p, socket, { address, port }, until)
    if (error) return { setup: p.clock.now() >= until ? 'timed out' : textOf(error) }
    const octets = emitDns(query)
    const led = Uint8Array.from([octets.length >> 8, octets.length & 255, ...octets])
    const failed = yield* sendStream(p, socket, led, until)
    if (failed) return { trouble: textOf(failed) }
    let all = new Uint8Array()
    for (;;) {
      const size = ((all[0] ?? 0) << 8) | (all[1] ?? 0)
      if (all.length >= LENGTH && all.length >= LENGTH + size) {
        const message = parseDns(all.slice(LENGTH, LENGTH + size))
        return message ? { message, size } : { trouble: 'end of file' }
      }
      const got = yield* recvStream(p, socket, 65536, until)
      if (got === EAGAIN) return { trouble: 'timed out' }
      if (isErrno(got)) return { trouble: textOf(got) }
      if (got.length === 0) return { trouble: 'end of file' }
      all = Uint8Array.from([...all, ...got])
    }
  } finally {
    socket.close()
  }
}
