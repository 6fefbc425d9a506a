// redis-server: one process that serves its clients by turns. Read first: resp.ts, commands.ts.
// Ref: redis src/server.c:main(), processCommand()
import { strftime } from '../../../../commands/lib/calendar.ts'
import { recvStream, sendStream } from '../../../../commands/lib/stream.ts'
import { withThreads } from '../../../../commands/lib/threads.ts'
import type { Blocking, Process } from '../../../../os/program.ts'
import { WaitQueue } from '../../../../sim/wait.ts'
import { EAGAIN, isErrno, type Errno } from '../../../../uapi/errno.ts'
import type { StreamSocket } from '../../../../uapi/socket.ts'
import { encodeUtf8 } from '../../../../wire/utf8.ts'
import { makeClient, SERVER_COMMANDS, type Client, type Server } from './clients.ts'
import { KEY_COMMANDS } from './commands.ts'
import { Keyspace } from './keyspace.ts'
import { emitReply, failure, RespReader, type Reply } from './resp.ts'
import { becomeUser } from '../user.ts'
import { isKnown, VERSION } from './version.ts'

const BACKLOG = 511
const DATABASES = 16

interface Options {
  readonly port: number
  readonly password: string | null
}

/** Their values are taken and have no effect: nothing is kept on disk. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'save',
  'appendonly',
  'protected-mode',
  'loglevel',
  'maxmemory',
  'maxmemory-policy',
  'bind',
  'dir',
])

export function* redisServer(p: Process): Blocking<number> {
  const [option] = p.argv.slice(1)
  if (option === '-v' || option === '--version') {
    p.io.out(`Redis server v=${VERSION} sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=0\n`)
    return 0
  }
  const options = readOptions(p.argv.slice(1))
  if (typeof options === 'string') {
    p.io.err(`${options}\n`)
    return 1
  }
  becomeUser(p)
  const log = (role: 'C' | 'M', level: '*' | '#', text: string): void => {
    const epoch = p.clock.epoch()
    const milliseconds = String(Math.floor((epoch % 1) * 1000)).padStart(3, '0')
    p.io.out(`${p.pid}:${role} ${strftime('%d %b %Y %H:%M:%S', epoch)}.${milliseconds} ${level} ${text}\n`)
  }
  log('C', '#', 'oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo')
  log('C', '#', `Redis version=${VERSION}, bits=64, commit=00000000, modified=0, pid=${p.pid}, just started`)
  const plain = p.argv.length === 1
  const warning =
    'Warning: no config file specified, using the default config. In order to specify a config file use redis-server /path/to/redis.conf'
  log('C', '#', plain ? warning : 'Configuration loaded')
  log('M', '*', 'monotonic clock: POSIX clock_gettime')
  const listeners = listen(p, options.port, (address, refused) => {
    log(
      'M',
      '#',
      `Warning: Could not create server TCP listening socket ${address}:${options.port}: bind: ${refused.text}`,
    )
  })
  if (listeners.length === 0) {
    log('M', '#', `Failed listening on port ${options.port} (TCP), aborting.`)
    return 1
  }
  p.procs.setTitle(`redis-server *:${options.port}`)
  log('M', '*', `Running mode=standalone, port=${options.port}.`)
  log('M', '#', 'Server initialized')
  log('M', '*', 'Ready to accept connections')
  const ending = new WaitQueue()
  const server: Server = {
    p,
    ...options,
    started: p.clock.now(),
    databases: Array.from({ length: DATABASES }, () => new Keyspace(() => p.clock.now())),
    clients: new Set(),
    over: false,
    shutDown() {
      this.over = true
      ending.wake()
    },
  }
  for (const signal of ['TERM', 'INT'] as const) {
    p.procs.onSignal(signal, () => {
      const seconds = Math.floor(p.clock.epoch())
      p.io.out(`${p.pid}:signal-handler (${seconds}) Received SIG${signal} scheduling shutdown...\n`)
      server.shutDown()
    })
  }
  p.procs.onSignal('PIPE', 'ignore')
  yield* withThreads(p, function* accepting(start) {
    while (!server.over) {
      const accepted = listeners.flatMap((listener) => {
        const connection = p.net.accept(listener)
        return isErrno(connection) ? [] : [connection]
      })
      for (const connection of accepted) start(serve(server, connection))
      if (accepted.length === 0) yield* p.clock.wait([...listeners, ending])
    }
  })
  log('M', '#', 'User requested shutdown...')
  log('M', '#', 'Redis is now ready to exit, bye bye...')
  return 0
}

/** What they come to, or the complaint. */
function readOptions(words: readonly string[]): Options | string {
  const options = { port: 6379, password: null as string | null }
  for (let i = 0; i < words.length; i += 2) {
    const [name = '', value = ''] = [words[i], words[i + 1]]
    const option = name.replace(/^--/, '')
    if (!name.startsWith('--'))
      return `redis-server ${name}: a configuration file is not supported in vethlab`
    if (option === 'port') options.port = Number(value)
    else if (option === 'requirepass') options.password = value
    else if (!WITHOUT_EFFECT.has(option)) return `redis-server ${name} is not supported in vethlab`
  }
  return options
}

function listen(p: Process, port: number, failed: (address: string, errno: Errno) => void): StreamSocket[] {
  return (['inet', 'inet6'] as const).flatMap((family) => {
    const socket = p.net.streamSocket(family)
    socket.options.reuseaddr = true
    socket.options.v6only = true
    const address = family === 'inet' ? 0 : 0n
    const refused = socket.bind({ address, port }) ?? socket.listen(BACKLOG)
    if (!refused) return [socket]
    socket.close()
    failed(family === 'inet' ? '*' : '::*', refused)
    return []
  })
}

function* serve(server: Server, socket: StreamSocket): Blocking<void> {
  const { p } = server
  const client = makeClient(server, socket)
  const reader = new RespReader()
  server.clients.add(client)
  try {
    while (!client.closing) {
      const octets = yield* recvStream(p, socket)
      if (isErrno(octets) ? octets !== EAGAIN : octets.length === 0) return
      if (isErrno(octets)) continue
      reader.push(octets)
      const replies = answerAll(server, client, reader)
      if (replies === null) return
      if (replies !== '' && (yield* sendStream(p, socket, encodeUtf8(replies)))) return
    }
  } finally {
    server.clients.delete(client)
    socket.close()
  }
}

/** Null: somebody speaks HTTP, and is hung up on. Ref: redis src/networking.c:securityWarningCommand() */
function answerAll(server: Server, client: Client, reader: RespReader): string | null {
  let replies = ''
  while (!client.closing) {
    const request = reader.request()
    if (request === null) break
    if ('error' in request) {
      client.closing = true
      return replies + emitReply(failure(`ERR Protocol error: ${request.error}`))
    }
    const [name = ''] = request
    if (name === '') continue
    if (['host:', 'post'].includes(name.toLowerCase())) return null
    replies += emitReply(answer(server, client, request))
  }
  return replies
}

/** Ref: redis src/server.c:processCommand() */
function answer(server: Server, client: Client, [given = '', ...words]: readonly string[]): Reply {
  const name = given.toLowerCase()
  const own = SERVER_COMMANDS[name]
  const command = own ?? KEY_COMMANDS[name]
  if (!command) {
    client.queueFailed = true
    if (isKnown(name)) return failure(`ERR ${name.toUpperCase()} is not supported in vethlab`)
    const beginning = words.map((word) => `'${word}' `).join('')
    return failure(`ERR unknown command '${given}', with args beginning with: ${beginning}`)
  }
  const { arity } = command
  if (arity > 0 ? words.length + 1 !== arity : words.length + 1 < -arity) {
    client.queueFailed = true
    return failure(`ERR wrong number of arguments for '${name}' command`)
  }
  if (server.password !== null && !client.trusted && !['auth', 'hello', 'quit'].includes(name))
    return failure('NOAUTH Authentication required.')
  if (client.queue && !['exec', 'discard', 'multi', 'quit'].includes(name)) {
    client.queue.push([name, ...words])
    return { kind: 'status', text: 'QUEUED' }
  }
  if (name === 'exec') return runQueue(server, client)
  return own ? own.run(server, client, words) : (KEY_COMMANDS[name]?.run(client.database, words) ?? null)
}

/** Ref: redis src/multi.c:execCommand() */
function runQueue(server: Server, client: Client): Reply {
  const { queue, queueFailed } = client
  client.queue = null
  if (!queue) return failure('ERR EXEC without MULTI')
  if (queueFailed) return failure('EXECABORT Transaction discarded because of previous errors.')
  return queue.map((request) => answer(server, client, request))
}
