// mysqld: greets who connects, checks the password, answers. Read first: packets.ts, statements.ts.
import { strftime } from '../../../../commands/lib/calendar.ts'
import { recvStream, sendStream } from '../../../../commands/lib/stream.ts'
import { withThreads } from '../../../../commands/lib/threads.ts'
import type { Blocking, Process } from '../../../../os/program.ts'
import { MILLISECOND } from '../../../../sim/clock.ts'
import { WaitQueue } from '../../../../sim/wait.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import type { StreamSocket } from '../../../../uapi/socket.ts'
import { decodeUtf8 } from '../../../../wire/utf8.ts'
import { formatAddress, isMapped, unmapped } from '../../../../wire/inet6.ts'
import { becomeUser } from '../user.ts'
import {
  ACCESS_DENIED,
  emitError,
  emitGreeting,
  emitOk,
  emitResult,
  PacketReader,
  parseLogin,
  proofOf,
  VERSION,
} from './packets.ts'
import { isSqlError, run, unknownDatabase, use, type Data, type Session } from './statements.ts'

const PORT = 3306
const BACKLOG = 151
/** The X protocol's door, which nobody answers at. */
const X_PORT = 33060
const X_BACKLOG = 70
const NONCE = 20

const COM_QUIT = 1
const COM_INIT_DB = 2
const COM_QUERY = 3
const COM_PING = 14

/** A timestamp of its log. */
export function logTime(p: Process): string {
  const epoch = p.clock.epoch()
  const micro = String(Math.floor((epoch % 1) * 1e6)).padStart(6, '0')
  return `${strftime('%Y-%m-%dT%H:%M:%S', epoch)}.${micro}Z`
}

export function* mysqld(p: Process): Blocking<number> {
  const [option] = p.argv.slice(1)
  if (option !== undefined) {
    p.io.err(`mysqld ${option} is not supported in vethlab\n`)
    return 1
  }
  becomeUser(p)
  const log = (level: string, code: string, where: string, text: string): void =>
    p.io.err(`${logTime(p)} 0 [${level}] [MY-${code}] [${where}] ${text}\n`)
  log('System', '015015', 'Server', 'MySQL Server - start.')
  const listener = listen(p, PORT, BACKLOG)
  if (!listener) {
    log('ERROR', '010262', 'Server', "Can't start server: Bind on TCP/IP port: Address already in use")
    log('ERROR', '010119', 'Server', 'Aborting')
    return 1
  }
  const other = listen(p, X_PORT, X_BACKLOG)
  log('System', '010116', 'Server', `/usr/sbin/mysqld (mysqld ${VERSION}) starting as process ${p.pid}`)
  log('System', '013576', 'InnoDB', 'InnoDB initialization has started.')
  yield* p.clock.sleep(100 * MILLISECOND)
  log('System', '013577', 'InnoDB', 'InnoDB initialization has ended.')
  const words = `ready for connections. Version: '${VERSION}'  socket: '/var/run/mysqld/mysqld.sock'  port: ${PORT}  MySQL Community Server - GPL.`
  log('System', '010931', 'Server', `/usr/sbin/mysqld: ${words}`)
  const data: Data = { databases: new Set(['information_schema', 'mysql', 'performance_schema', 'sys']) }
  const named = p.env.get('MYSQL_DATABASE')
  if (named) data.databases.add(named)
  const ending = new WaitQueue()
  let over = false
  for (const signal of ['TERM', 'INT', 'QUIT'] as const) {
    p.procs.onSignal(signal, () => {
      over = true
      ending.wake()
    })
  }
  p.procs.onSignal('PIPE', 'ignore')
  let threads = 8
  yield* withThreads(p, function* accepting(start) {
    while (!over) {
      const connection = p.net.accept(listener)
      if (!isErrno(connection)) start(serve(p, data, connection, threads++))
      else yield* p.clock.wait([listener, ending])
    }
  })
  other?.close()
  listener.close()
  log(
    'System',
    '013172',
    'Server',
    `Received SHUTDOWN from user <via user signal>. Shutting down mysqld (Version: ${VERSION}).`,
  )
  log(
    'System',
    '010910',
    'Server',
    `/usr/sbin/mysqld: Shutdown complete (mysqld ${VERSION})  MySQL Community Server - GPL.`,
  )
  return 0
}

/** For both families; null when the port is taken. */
function listen(p: Process, port: number, backlog: number): StreamSocket | null {
  const socket = p.net.streamSocket('inet6')
  socket.options.reuseaddr = true
  if (!(socket.bind({ address: 0n, port }) ?? socket.listen(backlog))) return socket
  socket.close()
  return null
}

/** The password of a user; null: there is no such user. */
function passwordOf(p: Process, user: string): string | null {
  if (user === 'root') return p.env.get('MYSQL_ROOT_PASSWORD') ?? ''
  return user !== '' && user === p.env.get('MYSQL_USER') ? (p.env.get('MYSQL_PASSWORD') ?? '') : null
}

function hostOf(socket: StreamSocket): string {
  const remote = socket.remote()
  if (isErrno(remote)) return ''
  const { address } = remote
  const text = formatAddress(typeof address === 'bigint' && isMapped(address) ? unmapped(address) : address)
  return text === '127.0.0.1' || text === '::1' ? 'localhost' : text
}

function* serve(p: Process, data: Data, socket: StreamSocket, thread: number): Blocking<void> {
  const reader = new PacketReader()
  try {
    const nonce = Uint8Array.from({ length: NONCE }, () => 33 + (p.random() % 90))
    if (yield* sendStream(p, socket, emitGreeting(thread, nonce))) return
    const first = yield* receive(p, socket, reader)
    if (!first) return
    const { user, proof, database } = parseLogin(first.body)
    const host = hostOf(socket)
    const session: Session = { thread, user, host, database: null, epoch: () => p.clock.epoch() }
    const password = passwordOf(p, user)
    const known = password !== null && proofOf(password, nonce).join() === proof.join()
    if (!known) {
      const text = `Access denied for user '${user}'@'${host}' (using password: ${proof.length > 0 ? 'YES' : 'NO'})`
      yield* sendStream(p, socket, emitError(2, { code: ACCESS_DENIED, state: '28000', text }))
      return
    }
    const refused = database === '' ? null : use(data, session, database)
    yield* sendStream(p, socket, refused ? emitError(2, refused) : emitOk(2))
    if (!refused) yield* converse(p, data, session, socket, reader)
  } finally {
    socket.close()
  }
}

function* converse(
  p: Process,
  data: Data,
  session: Session,
  socket: StreamSocket,
  reader: PacketReader,
): Blocking<void> {
  for (;;) {
    const asked = yield* receive(p, socket, reader)
    const command = asked?.body[0] ?? COM_QUIT
    if (!asked || command === COM_QUIT) return
    const text = decodeUtf8(asked.body.subarray(1))
    for (const reply of answer(data, session, command, text)) {
      if (yield* sendStream(p, socket, reply)) return
    }
  }
}

function answer(data: Data, session: Session, command: number, text: string): Uint8Array[] {
  if (command === COM_PING) return [emitOk(1)]
  if (command === COM_INIT_DB) {
    const refused = data.databases.has(text) ? use(data, session, text) : unknownDatabase(text)
    return [refused ? emitError(1, refused) : emitOk(1)]
  }
  if (command !== COM_QUERY) return [emitError(1, { code: 1047, state: '08S01', text: 'Unknown command' })]
  const outcome = run(data, session, text)
  if (outcome === null) return [emitOk(1)]
  return isSqlError(outcome) ? [emitError(1, outcome)] : emitResult(outcome)
}

/** Null: there is no more. */
export function* receive(
  p: Process,
  socket: StreamSocket,
  reader: PacketReader,
): Blocking<ReturnType<PacketReader['next']>> {
  for (;;) {
    const found = reader.next()
    if (found) return found
    const octets = yield* recvStream(p, socket)
    if (isErrno(octets) || octets.length === 0) return null
    reader.push(octets)
  }
}
