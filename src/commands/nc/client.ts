// nc that connects. Ref: netcat.c:main(), remote_connect(), udptest()
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { ETIMEDOUT, isErrno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../uapi/socket.ts'
import type { DatagramEnd } from '../lib/datagram.ts'
import { serviceName, portOf } from '../lib/services.ts'
import { connectStream } from '../lib/stream.ts'
import { tcpConnection, type Connection } from './connection.ts'
import { formatAddress, targetOf, targetsOf, type Target } from './names.ts'
import { readwrite } from './readwrite.ts'
import type { NcSettings } from './settings.ts'
import { udpEnd } from './udp.ts'

/** Seconds that a scan gives a UDP port to answer, without -w. */
const UDP_SCAN_TIMEOUT = 3

/** A socket, connected; or the words to end with. */
type Attempt =
  | { readonly socket: StreamSocket | DatagramEnd; readonly net: Connection; readonly target: Target }
  | { readonly fatal: string }
  | null

export function* connectAll(p: Process, set: NcSettings): Blocking<number> {
  let status = 1
  const host = set.host ?? ''
  const targets = yield* targetsOf(p, set, host)
  if (typeof targets === 'string') {
    p.io.err(`nc: getaddrinfo for host "${host}" port ${set.ports[0] ?? 0}: ${targets}\n`)
    return 1
  }
  for (const port of set.ports) {
    const attempt = yield* connectFirst(p, set, targets, port)
    if (attempt === null) continue
    if ('fatal' in attempt) {
      p.io.err(`nc: ${attempt.fatal}\n`)
      return 1
    }
    const { socket, net, target } = attempt
    try {
      status = 0
      if (set.verbose) {
        if (set.udp && !(yield* udpAnswers(p, set, net))) {
          status = 1
          continue
        }
        reportSuccess(p, set, target, port)
      }
      if (!set.scan && (yield* readwrite(p, set, net)) === 'quit') return 0
    } finally {
      socket.close()
    }
  }
  return status
}

/** The first address that lets itself be connected to. */
function* connectFirst(
  p: Process,
  set: NcSettings,
  targets: readonly Target[],
  port: number,
): Blocking<Attempt> {
  for (const target of targets) {
    const attempt = set.udp
      ? yield* udpConnect(p, set, target, port)
      : yield* tcpConnect(p, set, target, port)
    if (attempt !== null) return attempt
  }
  return null
}

function* sourceOf(p: Process, set: NcSettings): Blocking<SocketAddress | string | null> {
  if (set.source === null && set.sourcePort === null) return null
  const port = portOf(p, set.sourcePort ?? '0', set.udp ? 'udp' : 'tcp')
  if (port === null) return 'getaddrinfo: Servname not supported for ai_socktype'
  const any = { family: 'inet', address: 0 } as const
  const target = set.source === null ? any : yield* targetOf(p, set, set.source)
  return typeof target === 'string' ? `getaddrinfo: ${target}` : { address: target.address, port }
}

function* tcpConnect(p: Process, set: NcSettings, target: Target, port: number): Blocking<Attempt> {
  const socket = p.net.streamSocket(target.family)
  const { options } = socket
  options.ttl = set.ttl
  options.tos = set.tos
  const source = yield* sourceOf(p, set)
  let fatal = typeof source === 'string' ? source : null
  if (source !== null && typeof source !== 'string') {
    options.reuseport = true
    const refused = socket.bind(source)
    if (refused) fatal = `bind failed: ${refused.text}`
  }
  if (fatal !== null) {
    socket.close()
    return { fatal }
  }
  const until = set.timeout === null ? Infinity : p.clock.now() + set.timeout * SECOND
  const error = yield* connectStream(p, socket, { address: target.address, port }, until)
  if (error === null) return { socket, net: tcpConnection(socket), target }
  const late = error === ETIMEDOUT && p.clock.now() >= until
  complain(p, set, target, port, late ? 'timed out: Operation now in progress' : `failed: ${error.text}`)
  socket.close()
  return null
}

function* udpConnect(p: Process, set: NcSettings, target: Target, port: number): Blocking<Attempt> {
  const { socket, net } = udpEnd(p, target.family)
  const { options } = socket
  options.ttl = set.ttl
  options.tos = set.tos
  options.broadcast = set.broadcast
  const source = yield* sourceOf(p, set)
  let fatal = typeof source === 'string' ? source : null
  if (source !== null && typeof source !== 'string') {
    options.reuseport = true
    const refused = socket.bind(source)
    if (refused) fatal = `bind failed: ${refused.text}`
  }
  if (fatal !== null) {
    socket.close()
    return { fatal }
  }
  const error = socket.connect({ address: target.address, port })
  if (error === null) return { socket, net, target }
  complain(p, set, target, port, `failed: ${error.text}`)
  socket.close()
  return null
}

/** The host, and its address where that says more. */
function named(set: NcSettings, target: Target): string {
  const host = set.host ?? ''
  const address = formatAddress(target.address)
  return set.numeric || host === address ? host : `${host} (${address})`
}

function complain(p: Process, set: NcSettings, target: Target, port: number, what: string): void {
  if (!set.verbose) return
  const protocol = set.udp ? 'udp' : 'tcp'
  p.io.err(`nc: connect to ${named(set, target)} port ${port} (${protocol}) ${what}\n`)
}

function reportSuccess(p: Process, set: NcSettings, target: Target, port: number): void {
  const protocol = set.udp ? 'udp' : 'tcp'
  const service = (set.numeric ? null : serviceName(p, port, protocol)) ?? '*'
  p.io.err(`Connection to ${named(set, target)} ${port} port [${protocol}/${service}] succeeded!\n`)
}

/** Sends octets and sees whether an ICMP error comes back. */
function* udpAnswers(p: Process, set: NcSettings, net: Connection): Blocking<boolean> {
  const octet = Uint8Array.of(0x58)
  const write = (): boolean => !isErrno(net.write(octet))
  if (!write()) return false
  // Between two system calls of its own an error on this very machine comes in.
  yield* p.clock.sleep(SECOND / 50_000)
  if (!write()) return false
  const seconds = set.timeout ?? UDP_SCAN_TIMEOUT
  for (let i = 0; i < seconds; i++) {
    yield* p.clock.sleep(SECOND)
    if (!write()) return false
  }
  return true
}
