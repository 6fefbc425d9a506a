// UDP addresses of socat. Ref: socat xio-udp.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { SocketAddress, Waitable } from '../../uapi/socket.ts'
import { datagramEnd, type DatagramEnd } from '../lib/datagram.ts'
import { hasOption, optionOf, type Address } from './address.ts'
import { datagramChannel, type Channel } from './channel.ts'
import { sockaddrLength, sockaddrText } from './log.ts'
import { familyOf, localOf, resolve } from './names.ts'
import type { Opening } from './open.ts'
import { setVariables } from './tcp.ts'

/** Where its buffer happens to be. */
const BUFFER = '0x5619a2d3e000'

function setOptions({ options }: DatagramEnd, address: Address): void {
  options.reuseaddr = hasOption(address, 'reuseaddr', 'so-reuseaddr')
  options.reuseport = hasOption(address, 'reuseport', 'so-reuseport')
  options.broadcast = hasOption(address, 'broadcast')
  options.v6only = hasOption(address, 'ipv6only', 'ipv6-v6only')
  options.bindToDevice = optionOf(address, 'so-bindtodevice', 'bindtodevice', 'interface')
  const ttl = optionOf(address, 'ttl')
  if (ttl !== null) options.ttl = Number(ttl)
}

export function* openUdp(o: Opening, address: Address): Blocking<Channel | number> {
  const [, kind = ''] = /^UDP[46]?-?(.*)$/.exec(address.type) ?? []
  if (kind === 'LISTEN' || kind === 'RECVFROM' || kind === 'RECV') return yield* receiver(o, address, kind)
  const { p, log, fd } = o
  const [host = '', port = ''] = address.params
  const ends = yield* resolve(p, 'udp', host, port, familyOf(address))
  if (typeof ends === 'string') return log.fail(ends)
  const [end] = ends
  if (!end) return log.fail(`no address for ${host}`)
  const socket = datagramEnd(p, end.family)
  setOptions(socket, address)
  const bind = optionOf(address, 'bind')
  const sourcePort = optionOf(address, 'sourceport', 'sp') ?? /:(\d+)$/.exec(bind ?? '')?.[1] ?? '0'
  if (bind !== null || sourcePort !== '0') {
    const local = yield* localOf(p, 'udp', address, sourcePort)
    if (typeof local === 'string') return log.fail(local)
    const refused = socket.bind(local)
    if (refused)
      return log.fail(`bind(${fd}, {${sockaddrText(local)}}, ${sockaddrLength(local)}): ${refused.text}`)
  }
  if (kind === '') {
    log.write('N', `opening connection to ${sockaddrText(end)}`)
    const error = socket.connect(end)
    if (error) return log.fail(`connect(${fd}, ${sockaddrText(end)}, ${sockaddrLength(end)}): ${error.text}`)
    log.write('N', `successfully connected from local address ${sockaddrText(socket.local)}`)
    return datagramChannel(socket, (data) => socket.sendto(data, null), fd, null, false)
  }
  const send = (data: Uint8Array): Errno | null => {
    const error = socket.sendto(data, end)
    if (error)
      log.write(
        'E',
        `sendto(${fd}, ${BUFFER}, ${data.length}, 0, ${sockaddrText(end)}, ${sockaddrLength(end)}): ${error.text}`,
      )
    return error ? p.procs.exit(1) : null
  }
  return datagramChannel(socket, send, fd, null, false)
}

function* receiver(o: Opening, address: Address, kind: string): Blocking<Channel | number> {
  const { p, log, fd } = o
  const local = yield* localOf(p, 'udp', address, address.params[0] ?? '')
  if (typeof local === 'string') return log.fail(local)
  const socket = datagramEnd(p, local.family)
  setOptions(socket, address)
  const forks = hasOption(address, 'fork')
  if (kind === 'LISTEN' && forks) socket.options.reuseaddr = true
  const refused = socket.bind(local)
  if (refused)
    return log.fail(`bind(${fd}, {${sockaddrText(local)}}, ${sockaddrLength(local)}): ${refused.text}`)
  if (kind === 'RECV') return datagramChannel(socket, (data) => socket.sendto(data, null), fd, null, false)
  const listens = kind === 'LISTEN'
  for (let n = 0; ; n++) {
    if (n === 0 || !listens)
      log.write('N', `${listens ? 'listening on UDP' : 'receiving on'} ${sockaddrText(local)}`)
    const got = yield* next(p, socket)
    const { data, from } = got
    log.write('N', `${listens ? 'accepting UDP connection' : 'receiving packet'} from ${sockaddrText(from)}`)
    setVariables(o.env, from, local)
    if (!forks) {
      if (listens) socket.connect(from)
      return datagramChannel(
        socket,
        (answer) => socket.sendto(answer, listens ? null : from),
        fd,
        data,
        !listens,
      )
    }
    const pid = o.fork(function* (child) {
      if (!listens)
        return datagramChannel(sharing(socket), (answer) => socket.sendto(answer, from), fd, data, true)
      const own = datagramEnd(child, local.family)
      own.options.reuseaddr = true
      own.bind(local)
      own.connect(from)
      return datagramChannel(own, (answer) => own.sendto(answer, null), fd, data, false)
    })
    log.write('N', `forked off child process ${pid}`)
    if (listens) log.write('N', `listening on UDP ${sockaddrText(local)}`)
    yield* p.clock.sleep(1)
  }
}

/** The parent's socket, which the child only answers by. */
function sharing(
  socket: DatagramEnd,
): Waitable & { recv(): { readonly data: Uint8Array } | Errno; close(): void } {
  return { subscribe: (wake) => socket.subscribe(wake), recv: () => ({ data: new Uint8Array() }), close() {} }
}

function* next(
  p: Process,
  socket: DatagramEnd,
): Blocking<{ readonly data: Uint8Array; readonly from: SocketAddress }> {
  for (;;) {
    const got = socket.recv()
    if (!isErrno(got)) return got
    yield* p.clock.wait([socket])
  }
}
