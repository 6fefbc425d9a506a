// Who is connected to a server, and the commands that are about the connection and the server.
// Ref: redis src/networking.c, src/server.c
import type { Process } from '../../../../os/program.ts'
import { MILLISECOND, SECOND, type Nanoseconds } from '../../../../sim/clock.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../../../uapi/socket.ts'
import { formatAddress } from '../../../../wire/inet6.ts'
import type { Keyspace } from './keyspace.ts'
import { failure, OK, type Reply } from './resp.ts'
import { VERSION } from './version.ts'

export interface Server {
  readonly p: Process
  readonly port: number
  readonly password: string | null
  readonly started: Nanoseconds
  readonly databases: readonly Keyspace[]
  readonly clients: Set<Client>
  over: boolean
  shutDown(): void
}

export interface Client {
  readonly id: number
  readonly socket: StreamSocket
  readonly since: Nanoseconds
  name: string
  number: number
  database: Keyspace
  /** It has given the password. */
  trusted: boolean
  closing: boolean
  /** Since MULTI; null outside of it. */
  queue: (readonly string[])[] | null
  queueFailed: boolean
}

export interface ServerCommand {
  /** With the command's own name; negative: at least so many. */
  readonly arity: number
  run(server: Server, client: Client, words: readonly string[]): Reply
}

const ids = new WeakMap<Server, number>()

export function makeClient(server: Server, socket: StreamSocket): Client {
  const id = (ids.get(server) ?? 2) + 1
  ids.set(server, id)
  const [database] = server.databases
  if (!database) throw new Error('server without databases')
  const since = server.p.clock.now()
  const plain = { name: '', number: 0, trusted: false, closing: false, queue: null, queueFailed: false }
  return { id, socket, since, database, ...plain }
}

function endOf(address: SocketAddress): string {
  const text = formatAddress(address.address)
  return text.includes(':') ? `[${text}]:${address.port}` : `${text}:${address.port}`
}

function clientLine({ p }: Server, client: Client): string {
  const { id, socket, name, number, since } = client
  const remote = socket.remote()
  const age = Math.floor((p.clock.now() - since) / SECOND)
  const ends = `addr=${isErrno(remote) ? '' : endOf(remote)} laddr=${endOf(socket.local)}`
  return `id=${id} ${ends} fd=${id + 5} name=${name} age=${age} idle=0 flags=N db=${number} user=default\n`
}

function authenticate(server: Server, client: Client, words: readonly string[]): Reply {
  const { password } = server
  const [user, given] = words.length > 1 ? words : ['default', words[0]]
  if (password === null && words.length === 1) {
    return failure(
      'ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?',
    )
  }
  if (user !== 'default' || (password !== null && given !== password))
    return failure('WRONGPASS invalid username-password pair or user is disabled.')
  client.trusted = true
  return OK
}

function info(server: Server, [asked = 'default']: readonly string[]): string {
  const { p, port, clients, databases, started } = server
  const seconds = Math.floor((p.clock.now() - started) / SECOND)
  const sections: Readonly<Record<string, readonly string[]>> = {
    Server: [
      `redis_version:${VERSION}`,
      'redis_git_sha1:00000000',
      'redis_git_dirty:0',
      'redis_mode:standalone',
      'os:Linux 6.18.0 x86_64',
      'arch_bits:64',
      `process_id:${p.pid}`,
      `tcp_port:${port}`,
      `uptime_in_seconds:${seconds}`,
      `uptime_in_days:${Math.floor(seconds / 86400)}`,
    ],
    Clients: [`connected_clients:${clients.size}`, 'blocked_clients:0'],
    Replication: ['role:master', 'connected_slaves:0'],
    Keyspace: databases.flatMap((db, i) => {
      const keys = db.keys()
      const ending = keys.filter((key) => db.left(key) >= 0).length
      return keys.length > 0 ? [`db${i}:keys=${keys.length},expires=${ending},avg_ttl=0`] : []
    }),
  }
  const all = ['default', 'all', 'everything'].includes(asked.toLowerCase())
  return Object.entries(sections)
    .filter(([name]) => all || name.toLowerCase() === asked.toLowerCase())
    .map(([name, lines]) => [`# ${name}`, ...lines, ''].join('\r\n'))
    .join('\r\n')
}

function aboutClient(server: Server, client: Client, [what = '', value = '']: readonly string[]): Reply {
  switch (what.toLowerCase()) {
    case 'id':
      return client.id
    case 'getname':
      return client.name === '' ? null : client.name
    case 'setname':
      client.name = value
      return OK
    case 'list':
      return [...server.clients].map((one) => clientLine(server, one)).join('')
    case 'info':
      return clientLine(server, client)
    default:
      return failure(`ERR CLIENT ${what.toUpperCase()} is not supported in vethlab`)
  }
}

function configure(server: Server, [what = '', ...words]: readonly string[]): Reply {
  if (what.toLowerCase() !== 'get')
    return failure(`ERR CONFIG ${what.toUpperCase()} is not supported in vethlab`)
  const settings: readonly (readonly [string, string])[] = [
    ['port', String(server.port)],
    ['databases', String(server.databases.length)],
    ['requirepass', server.password ?? ''],
    ['bind', '* -::*'],
    ['maxmemory', '0'],
    ['timeout', '0'],
    ['dir', '/data'],
  ]
  return words.flatMap((word) =>
    settings.filter(([name]) => word === '*' || name === word.toLowerCase()).flat(),
  )
}

export const SERVER_COMMANDS: Readonly<Record<string, ServerCommand>> = {
  ping: {
    arity: -1,
    run: (_server, _client, words) => {
      if (words.length > 1) return failure("ERR wrong number of arguments for 'ping' command")
      return words[0] ?? { kind: 'status', text: 'PONG' }
    },
  },
  echo: { arity: 2, run: (_server, _client, [text = '']) => text },
  auth: { arity: -2, run: authenticate },
  select: {
    arity: 2,
    run: (server, client, [text = '']) => {
      const database = server.databases[Number(text)]
      if (!/^\d+$/.test(text)) return failure('ERR value is not an integer or out of range')
      if (!database) return failure('ERR DB index is out of range')
      client.number = Number(text)
      client.database = database
      return OK
    },
  },
  quit: {
    arity: -1,
    run: (_server, client) => {
      client.closing = true
      return OK
    },
  },
  flushall: {
    arity: -1,
    run: ({ databases }) => {
      for (const database of databases) database.clear()
      return OK
    },
  },
  multi: {
    arity: 1,
    run: (_server, client) => {
      if (client.queue) return failure('ERR MULTI calls can not be nested')
      client.queue = []
      client.queueFailed = false
      return OK
    },
  },
  /** Done where requests are. */
  exec: { arity: 1, run: () => null },
  discard: {
    arity: 1,
    run: (_server, client) => {
      if (!client.queue) return failure('ERR DISCARD without MULTI')
      client.queue = null
      return OK
    },
  },
  time: {
    arity: 1,
    run: ({ p }) => {
      const epoch = p.clock.epoch()
      return [String(Math.floor(epoch)), String(Math.floor((p.clock.now() / MILLISECOND) * 1000) % 1e6)]
    },
  },
  role: { arity: 1, run: () => ['master', 0, []] },
  info: { arity: -1, run: (server, _client, words) => info(server, words) },
  client: { arity: -2, run: aboutClient },
  config: { arity: -2, run: (server, _client, words) => configure(server, words) },
  command: { arity: -1, run: () => [] },
  scan: {
    arity: -2,
    run: (_server, client, [, ...options]) =>
      options.length > 0
        ? failure('ERR SCAN with options is not supported in vethlab')
        : ['0', client.database.keys()],
  },
  shutdown: {
    arity: -1,
    run: (server, client) => {
      client.closing = true
      server.shutDown()
      return OK
    },
  },
}
