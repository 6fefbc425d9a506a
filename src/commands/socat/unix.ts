// Sockets of one machine, by path. Ref: socat xio-unix.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { UnixSocket } from '../../uapi/unix.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { hasOption, optionOf, type Address } from './address.ts'
import { streamChannel, type Channel } from './channel.ts'
import { serve } from './listen.ts'
import type { Opening } from './open.ts'

const BACKLOG = 5
const OCTAL = /^[0-7]+$/
/** What an end without a path is called. */
const ANONYMOUS = '<anon>'

function sockaddrText(path: string): string {
  return `AF=1 "${path === '' ? ANONYMOUS : path}"`
}

/** Octets of struct sockaddr_un as far as it is used. */
function sockaddrLength(path: string): number {
  return 2 + encodeUtf8(path).length
}

/** `UNIX` finds out what kind of socket it is, and tells less of it. */
export function connectUnix({ p, log, fd }: Opening, { type, params }: Address): Channel | number {
  const [path = ''] = params
  const direct = type === 'UNIX-CONNECT'
  if (direct) log.write('N', `opening connection to ${sockaddrText(path)}`)
  log.write('I', `socket(1, 1, 0) -> ${fd}`)
  const socket = p.net.unixSocket()
  const error = socket.connect(path)
  if (error === null) {
    log.write('N', `successfully connected from local address ${sockaddrText('')}`)
    return streamChannel(socket, fd)
  }
  socket.close()
  if (!direct) return log.fail(`UNIX-CLIENT:${path}: ${error.text}`)
  return log.fail(`connect(, ${sockaddrText(path)}, ${sockaddrLength(path)}): ${error.text}`)
}

export function* listenUnix(o: Opening, address: Address): Blocking<Channel | number> {
  const { p, log, fd, leftovers } = o
  const [path = ''] = address.params
  if (hasOption(address, 'unlink-early')) p.fs.unlink(path)
  else if (!isErrno(p.fs.lstat(path))) return log.fail(`"${path}" exists`)
  const listener = p.net.unixSocket()
  const refused = listener.bind(path)
  if (refused)
    return log.fail(`bind(${fd}, {${sockaddrText(path)}}, ${sockaddrLength(path)}): ${refused.text}`)
  if (optionOf(address, 'unlink-close') !== '0') leftovers.add(path)
  const mode = optionOf(address, 'mode', 'perm')
  if (mode !== null && OCTAL.test(mode)) p.fs.chmod(path, Number.parseInt(mode, 8))
  listener.listen(Number(optionOf(address, 'backlog') ?? BACKLOG))
  return yield* serve(o, address, {
    socket: listener,
    name: sockaddrText(path),
    take: (child) => take(child, o, listener),
  })
}

function take(p: Process, o: Opening, listener: UnixSocket): UnixSocket | null {
  const socket = p.net.acceptUnix(listener)
  if (isErrno(socket)) return null
  o.log.write(
    'N',
    `accepting connection from ${sockaddrText(socket.peerPath)} on ${sockaddrText(socket.path)}`,
  )
  o.env.set('SOCAT_PEERADDR', socket.peerPath === '' ? ANONYMOUS : socket.peerPath)
  o.env.set('SOCAT_SOCKADDR', socket.path)
  return socket
}
