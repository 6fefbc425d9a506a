// TCP addresses of socat. Ref: socat xio-tcp.c, xio-listen.c
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { ETIMEDOUT, isErrno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../uapi/socket.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { connectStream } from '../lib/stream.ts'
import { hasOption, optionOf, type Address } from './address.ts'
import { streamChannel, type Channel } from './channel.ts'
import { sockaddrLength, sockaddrText } from './log.ts'
import { familyOf, localOf, resolve } from './names.ts'
import { serve } from './listen.ts'
import type { Opening } from './open.ts'

const BACKLOG = 5

function setOptions(socket: StreamSocket, address: Address): void {
  const { options } = socket
  options.reuseaddr = hasOption(address, 'reuseaddr', 'so-reuseaddr')
  options.reuseport = hasOption(address, 'reuseport', 'so-reuseport')
  options.keepalive = hasOption(address, 'keepalive', 'so-keepalive')
  options.nodelay = hasOption(address, 'nodelay', 'tcp-nodelay')
  options.v6only = hasOption(address, 'ipv6only', 'ipv6-v6only')
  options.bindToDevice = optionOf(address, 'so-bindtodevice', 'bindtodevice', 'interface')
  const [ttl, tos] = [optionOf(address, 'ttl'), optionOf(address, 'tos')]
  if (ttl !== null) options.ttl = Number(ttl)
  if (tos !== null) options.tos = Number(tos)
}

export function* connectTcp(o: Opening, address: Address): Blocking<Channel | number> {
  const { p, log } = o
  const [host = '', port = ''] = address.params
  const ends = yield* resolve(p, 'tcp', host, port, familyOf(address))
  if (typeof ends === 'string') return log.fail(ends)
  let tries = hasOption(address, 'forever') ? Infinity : Number(optionOf(address, 'retry') ?? 0)
  const pause = Number(optionOf(address, 'interval') ?? 1)
  for (;;) {
    for (const [n, end] of ends.entries()) {
      const result = yield* connectOne(o, address, end)
      if (typeof result !== 'string') return result
      if (n < ends.length - 1) {
        log.write('W', result)
        continue
      }
      if (tries <= 0) return log.fail(result)
      log.write('W', result)
    }
    tries--
    yield* p.clock.sleep(pause * SECOND)
  }
}

function* connectOne(
  { p, log, fd }: Opening,
  address: Address,
  end: SocketAddress & { readonly family: StreamSocket['family'] },
): Blocking<Channel | string> {
  log.write('N', `opening connection to ${sockaddrText(end)}`)
  log.write('I', 'starting connect loop')
  log.write('I', `socket(${end.family === 'inet' ? 2 : 10}, 1, 6) -> ${fd}`)
  const socket = p.net.streamSocket(end.family)
  setOptions(socket, address)
  const bind = optionOf(address, 'bind')
  const sourcePort = optionOf(address, 'sourceport', 'sp') ?? /:(\d+)$/.exec(bind ?? '')?.[1] ?? '0'
  if (bind !== null || sourcePort !== '0') {
    const local = yield* localOf(p, 'tcp', address, sourcePort)
    const error = typeof local === 'string' ? local : socket.bind(local)
    if (error !== null) {
      socket.close()
      if (typeof error === 'string' || typeof local === 'string') return String(error)
      return `bind(${fd}, {${sockaddrText(local)}}, ${sockaddrLength(local)}): ${error.text}`
    }
  }
  const timeout = optionOf(address, 'connect-timeout')
  const until = timeout === null ? Infinity : p.clock.now() + Number(timeout) * SECOND
  const error = yield* connectStream(p, socket, end, until)
  if (error === null) {
    log.write('N', `successfully connected from local address ${sockaddrText(socket.local)}`)
    return streamChannel(socket, fd)
  }
  socket.close()
  const text = error === ETIMEDOUT && p.clock.now() >= until ? 'Connection timed out' : error.text
  if (error === ETIMEDOUT && p.clock.now() >= until) return `connecting to ${sockaddrText(end)}: ${text}`
  log.write('W', 'recvmsg(): Resource temporarily unavailable')
  return `connect(${fd}, ${sockaddrText(end)}, ${sockaddrLength(end)}): ${text}`
}

export function* listenTcp(o: Opening, address: Address): Blocking<Channel | number> {
  const { p, log, fd } = o
  const local = yield* localOf(p, 'tcp', address, address.params[0] ?? '')
  if (typeof local === 'string') return log.fail(local)
  const listener = p.net.streamSocket(local.family)
  setOptions(listener, address)
  const backlog = Number(optionOf(address, 'backlog') ?? BACKLOG)
  const refused = listener.bind(local)
  if (refused)
    return log.fail(`bind(${fd}, {${sockaddrText(local)}}, ${sockaddrLength(local)}): ${refused.text}`)
  const deaf = listener.listen(backlog)
  if (deaf) return log.fail(`listen(${fd}, ${backlog}): ${deaf.text}`)
  return yield* serve(o, address, {
    socket: listener,
    name: sockaddrText(local),
    take: (child) => take(child, o, listener),
  })
}

/** The connection that waits; null when it has gone. */
function take(p: Process, o: Opening, listener: StreamSocket): StreamSocket | null {
  const socket = p.net.accept(listener)
  if (isErrno(socket)) return null
  const peer = socket.remote()
  if (!isErrno(peer)) {
    o.log.write('N', `accepting connection from ${sockaddrText(peer)} on ${sockaddrText(socket.local)}`)
    setVariables(o.env, peer, socket.local)
  }
  return socket
}

/** What a program on the other end finds in its environment. */
export function setVariables(env: Map<string, string>, peer: SocketAddress, local: SocketAddress): void {
  const text = ({ address }: SocketAddress): string =>
    typeof address === 'number' ? formatAddress(address) : `[${formatAddress(address)}]`
  env.set('SOCAT_PEERADDR', text(peer))
  env.set('SOCAT_PEERPORT', String(peer.port))
  env.set('SOCAT_SOCKADDR', text(local))
  env.set('SOCAT_SOCKPORT', String(local.port))
}
