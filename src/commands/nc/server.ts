// nc that listens. Ref: netcat.c:main(), local_listen()
import type { Blocking, Process } from '../../os/program.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../uapi/socket.ts'
import type { DatagramEnd } from '../lib/datagram.ts'
import { portOf } from '../lib/services.ts'
import { acceptStream } from '../lib/stream.ts'
import { tcpConnection } from './connection.ts'
import { report, targetOf, type Target } from './names.ts'
import { readwrite } from './readwrite.ts'
import type { NcSettings } from './settings.ts'
import { udpEnd } from './udp.ts'

export function* serve(p: Process, set: NcSettings): Blocking<number> {
  const fail = (words: string): number => {
    p.io.err(`nc: ${words}\n`)
    return 1
  }
  const port = portOf(p, set.port ?? '', set.udp ? 'udp' : 'tcp')
  if (port === null) return fail('getaddrinfo: Servname not supported for ai_socktype')
  const target = set.host === null ? anyAddress(set) : yield* targetOf(p, set, set.host)
  if (typeof target === 'string') return fail(`getaddrinfo: ${target}`)
  if (set.udp) return yield* serveUdp(p, set, target, port, fail)
  const socket = p.net.streamSocket(target.family)
  try {
    prepare(socket, set)
    const refused = socket.bind({ address: target.address, port }) ?? socket.listen(1)
    if (refused) return fail(refused.text)
    if (set.verbose) yield* report(p, set, 'Listening', socket.local)
    return yield* serveTcp(p, set, socket)
  } finally {
    socket.close()
  }
}

function anyAddress(set: NcSettings): Target {
  return set.family === 'inet6' ? { family: 'inet6', address: 0n } : { family: 'inet', address: 0 }
}

function prepare(socket: StreamSocket | DatagramEnd, set: NcSettings): void {
  const { options } = socket
  options.reuseaddr = true
  options.reuseport = true
  options.ttl = set.ttl
  options.tos = set.tos
}

function* serveTcp(p: Process, set: NcSettings, listener: StreamSocket): Blocking<number> {
  do {
    const accepted = yield* acceptStream(p, listener)
    if (isErrno(accepted)) continue
    try {
      const peer = accepted.remote()
      if (set.verbose && !isErrno(peer)) yield* report(p, set, 'Connection received', peer)
      if ((yield* readwrite(p, set, tcpConnection(accepted))) === 'quit') return 0
    } finally {
      accepted.close()
    }
  } while (set.keep)
  return 0
}

function* serveUdp(
  p: Process,
  set: NcSettings,
  target: Target,
  port: number,
  fail: (words: string) => number,
): Blocking<number> {
  const { family, address } = target
  const { socket, net } = udpEnd(p, family)
  try {
    prepare(socket, set)
    socket.options.broadcast = set.broadcast
    const refused = socket.bind({ address, port })
    if (refused) return fail(refused.text)
    if (set.verbose) yield* report(p, set, 'Bound', { address, port })
    if (!set.keep) {
      // The first who calls is talked to, and nobody else.
      const from = yield* firstSender(p, socket)
      const error = socket.connect(from)
      if (error) return fail(`connect: ${error.text}`)
      if (set.verbose) yield* report(p, set, 'Connection received', from)
    }
    yield* readwrite(p, set, net)
    return 0
  } finally {
    socket.close()
  }
}

function* firstSender(p: Process, socket: DatagramEnd): Blocking<SocketAddress> {
  for (;;) {
    const from = socket.peekFrom()
    if (!isErrno(from)) return from
    if (from === EAGAIN) yield* p.clock.wait([socket])
  }
}
