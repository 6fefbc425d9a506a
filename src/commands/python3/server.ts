// python3 -m http.server: binds, says where, and serves each connection in a thread of its own.
// Ref: Lib/http/server.py:test(), Lib/socketserver.py
import type { Blocking, Process } from '../../os/program.ts'
import { MICROSECOND } from '../../sim/clock.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../uapi/socket.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import { getaddrinfo, getnameinfo } from '../lib/resolv/getaddrinfo.ts'
import { Stdout } from '../lib/stdout.ts'
import { withThreads } from '../lib/threads.ts'
import type { ServerArguments } from './arguments.ts'
import { findPage } from './directory.ts'
import { RequestHandler } from './request.ts'
import {
  bindTraceback,
  listenTraceback,
  NO_SERVICE,
  requestTraceback,
  resolveTraceback,
} from './tracebacks.ts'

/** socketserver's request_queue_size. */
const BACKLOG = 5

export function* serveDirectory(p: Process, args: ServerArguments): Blocking<number> {
  const fail = (traceback: string): number => {
    p.io.err(traceback)
    return 1
  }
  const { port } = args
  if (port < 0) return fail(resolveTraceback(NO_SERVICE))
  const found = args.bind === null ? { addresses: [0] } : yield* getaddrinfo(p, args.bind)
  if ('error' in found) return fail(resolveTraceback(found.error))
  const [address = 0] = found.addresses
  const socket = p.net.streamSocket(typeof address === 'number' ? 'inet' : 'inet6')
  try {
    socket.options.reuseaddr = true
    const unbound = socket.bind({ address, port: Number(BigInt.asUintN(16, BigInt(port))) })
    if (unbound) return fail(bindTraceback(unbound))
    yield* findOwnName(p, address)
    const deaf = socket.listen(BACKLOG)
    if (deaf) return fail(listenTraceback(deaf))
    return yield* serveForever(p, socket, args)
  } finally {
    socket.close()
  }
}

/** The server's name, which nobody sees; asking for it takes its time. Ref: Lib/socket.py:getfqdn() */
function* findOwnName(p: Process, address: SocketAddress['address']): Blocking<void> {
  if (address === 0) {
    const own = yield* getaddrinfo(p, p.net.hostname(), 'inet')
    if ('error' in own) return
    yield* getnameinfo(p, own.addresses[0] ?? 0)
  } else yield* getnameinfo(p, address)
}

function* serveForever(p: Process, listener: StreamSocket, args: ServerArguments): Blocking<number> {
  const out = new Stdout(p)
  const print = (text: string): void => {
    out.print(text)
    if (p.env.get('PYTHONUNBUFFERED')) out.flush()
  }
  const host = formatAddress(listener.local)
  const { port } = listener.local
  print(
    `Serving HTTP on ${host} port ${port} (http://${host.includes(':') ? `[${host}]` : host}:${port}/) ...\n`,
  )
  const directory = args.directory ?? p.fs.cwd()
  let interrupted = false
  p.procs.onSignal('PIPE', 'ignore')
  p.procs.onSignal('INT', () => {
    interrupted = true
  })
  yield* withThreads(p, function* accepting(start) {
    while (!interrupted) {
      const connection = p.net.accept(listener)
      if (!isErrno(connection)) start(serveConnection(p, connection, directory, args.protocol))
      else if (connection === EAGAIN) yield* p.clock.wait([listener])
    }
  })
  print('\nKeyboard interrupt received, exiting.\n')
  out.flush()
  return 0
}

/** What the interpreter takes to let go of a request: long enough for the answer to be acknowledged before the FIN. */
const UNTIL_CLOSE = 100 * MICROSECOND

function* serveConnection(
  p: Process,
  socket: StreamSocket,
  directory: string,
  protocol: string,
): Blocking<void> {
  const peer = socket.remote()
  if (isErrno(peer)) return socket.close()
  const client = formatAddress(peer)
  const site = findPage.bind(null, p, directory)
  const handler = new RequestHandler(p, socket, client, protocol, site)
  const failure = yield* handler.handle()
  if (failure) {
    const scope = client.includes(':') ? ', 0, 0' : ''
    p.io.err(requestTraceback(failure, `('${client}', ${peer.port}${scope})`))
  }
  yield* p.clock.sleep(UNTIL_CLOSE)
  socket.shutdown('write')
  socket.close()
}

function formatAddress({ address }: SocketAddress): string {
  if (typeof address === 'number') return formatInet(address)
  if (address >> 32n === 0xffffn) return `::ffff:${formatInet(Number(address & 0xffffffffn))}`
  return formatInet6(address)
}
