// mysql and mysqladmin: log in, ask, print tables. Ref: mysql client/mysql.cc, client/mysqladmin.cc
import { getaddrinfo } from '../../../../commands/lib/resolv/getaddrinfo.ts'
import { connectStream, sendStream } from '../../../../commands/lib/stream.ts'
import type { Blocking, Process } from '../../../../os/program.ts'
import type { StreamSocket } from '../../../../uapi/socket.ts'
import { encodeUtf8 } from '../../../../wire/utf8.ts'
import {
  emitLogin,
  PacketReader,
  packet,
  parseError,
  parseGreeting,
  proofOf,
  VERSION,
  words,
  type ResultSet,
  type SqlError,
} from './packets.ts'
import { receive } from './server.ts'

const COM_QUERY = 3
const COM_PING = 14

interface Options {
  host: string
  port: number
  user: string
  password: string | null
  database: string
  /** `-e`: statements to run instead of those of the input. */
  execute: string | null
  version: boolean
  operands: string[]
}

interface Connection {
  readonly socket: StreamSocket
  readonly reader: PacketReader
  readonly version: string
}

/** What is wrong, as the client numbers it. */
class ClientError {
  constructor(
    readonly code: number,
    readonly text: string,
    readonly state = 'HY000',
  ) {}

  toString(): string {
    return `ERROR ${this.code} (${this.state}): ${this.text}`
  }
}

const VALUES: Readonly<Record<string, keyof Options>> = {
  h: 'host',
  P: 'port',
  u: 'user',
  e: 'execute',
  D: 'database',
  host: 'host',
  port: 'port',
  user: 'user',
  execute: 'execute',
  database: 'database',
}

function readOptions(p: Process, program: string): Options | string {
  const options: Options = {
    host: 'localhost',
    port: 3306,
    user: 'root',
    password: p.env.get('MYSQL_PWD') ?? null,
    database: '',
    execute: null,
    version: false,
    operands: [],
  }
  const argv = p.argv.slice(1)
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    const [, long, short, attached] = /^(?:--([a-z-]+)|-([A-Za-z]))=?(.*)$/s.exec(word) ?? []
    const name = long ?? short
    if (name === undefined) options.operands.push(word)
    else if (name === 'V' || name === 'version') options.version = true
    else if (name === 'p' || name === 'password') {
      if (!attached) return `${program} -p without the password beside it is not supported in vethlab`
      options.password = attached
    } else {
      const key = VALUES[name]
      const value = attached || argv[++i]
      if (!key || value === undefined) return `${program} ${word} is not supported in vethlab`
      Object.assign(options, { [key]: key === 'port' ? Number(value) : value })
    }
  }
  return options
}

export function* mysqlClient(p: Process): Blocking<number> {
  const options = readOptions(p, 'mysql')
  if (typeof options === 'string') return fail(p, options)
  if (options.version) {
    p.io.out(`mysql  Ver ${VERSION} for Linux on x86_64 (MySQL Community Server - GPL)\n`)
    return 0
  }
  const [database = options.database] = options.operands
  warn(p, 'mysql', options)
  const connection = yield* connect(p, { ...options, database })
  if (connection instanceof ClientError) return fail(p, connection.toString())
  try {
    return yield* statements(p, connection, options)
  } finally {
    connection.socket.close()
  }
}

export function* mysqlAdmin(p: Process): Blocking<number> {
  const options = readOptions(p, 'mysqladmin')
  if (typeof options === 'string') return fail(p, options)
  const [command = ''] = options.operands
  if (command !== 'ping') return fail(p, `mysqladmin ${command} is not supported in vethlab`)
  warn(p, 'mysqladmin', options)
  const connection = yield* connect(p, options)
  if (connection instanceof ClientError) {
    // One that refuses is alive.
    if (connection.code < 2000) {
      p.io.out('mysqld is alive\n')
      return 0
    }
    p.io.err(`mysqladmin: connect to server at '${options.host}' failed\nerror: '${connection.text}'\n`)
    return 1
  }
  yield* sendStream(p, connection.socket, packet(0, [COM_PING]))
  const reply = yield* receive(p, connection.socket, connection.reader)
  connection.socket.close()
  p.io.out(reply ? 'mysqld is alive\n' : '')
  return reply ? 0 : 1
}

function fail(p: Process, words: string): number {
  p.io.err(`${words}\n`)
  return 1
}

function warn(p: Process, program: string, { password }: Options): void {
  if (password === null || p.env.get('MYSQL_PWD') !== undefined) return
  p.io.err(`${program}: [Warning] Using a password on the command line interface can be insecure.\n`)
}

function* connect(p: Process, options: Options): Blocking<Connection | ClientError> {
  const { host, port, user, password, database } = options
  // `localhost` is the server's socket in the file system; here it is the loopback address.
  const own = host === 'localhost'
  const found = own ? { addresses: [0x7f000001] } : yield* getaddrinfo(p, host)
  if ('error' in found) return new ClientError(2005, `Unknown MySQL server host '${host}' (-2)`)
  const [address = 0] = found.addresses
  const socket = p.net.streamSocket(typeof address === 'number' ? 'inet' : 'inet6')
  const refused = yield* connectStream(p, socket, { address, port })
  if (refused) {
    socket.close()
    if (own)
      return new ClientError(
        2002,
        "Can't connect to local MySQL server through socket '/var/run/mysqld/mysqld.sock' (2)",
      )
    return new ClientError(2003, `Can't connect to MySQL server on '${host}:${port}' (${refused.number})`)
  }
  const reader = new PacketReader()
  const first = yield* receive(p, socket, reader)
  const greeting = first ? parseGreeting(first.body) : null
  const lost = new ClientError(
    2013,
    "Lost connection to MySQL server at 'reading initial communication packet', system error: 0",
  )
  if (!greeting) return lost
  const proof = proofOf(password ?? '', greeting.nonce)
  yield* sendStream(p, socket, emitLogin({ user, proof, database }))
  const reply = yield* receive(p, socket, reader)
  const error = reply ? parseError(reply.body) : null
  if (reply && !error) return { socket, reader, version: greeting.version }
  socket.close()
  return error ? new ClientError(error.code, error.text, error.state) : lost
}

function* statements(p: Process, connection: Connection, { execute }: Options): Blocking<number> {
  const asks = execute === null && p.io.isatty(0)
  const table = p.io.isatty(1)
  if (asks)
    p.io.out(
      `Welcome to the MySQL monitor.  Commands end with ; or \\g.\nServer version: ${connection.version} MySQL Community Server - GPL\n\n`,
    )
  let text = execute ?? ''
  for (let line = 1; ; line++) {
    const parts = text.split(';')
    // What follows the last semicolon goes on in the next line.
    text = execute === null ? (parts.pop() ?? '') : ''
    for (const sql of parts) {
      if (sql.trim() === '') continue
      const failed = yield* query(p, connection, sql.trim(), table, asks)
      if (!failed) continue
      p.io.err(
        `ERROR ${failed.code} (${failed.state})${asks ? '' : ` at line ${Math.max(1, line - 1)}`}: ${failed.text}\n`,
      )
      if (!asks) return 1
    }
    if (execute !== null) return 0
    if (asks) p.io.out(text.trim() === '' ? 'mysql> ' : '    -> ')
    const next = yield* p.io.line(0)
    const word = next?.trim().replace(/;$/, '').toLowerCase()
    if (next === null || word === 'exit' || word === 'quit' || word === '\\q') {
      if (next !== null && asks) p.io.out('Bye\n')
      if (next === null && text.trim() !== '') yield* query(p, connection, text.trim(), table, asks)
      return 0
    }
    text += `${next}\n`
  }
}

function* query(
  p: Process,
  { socket, reader }: Connection,
  sql: string,
  table: boolean,
  asks: boolean,
): Blocking<SqlError | null> {
  const gone = { code: 2013, state: 'HY000', text: 'Lost connection to MySQL server during query' }
  yield* sendStream(p, socket, packet(0, [COM_QUERY, ...encodeUtf8(sql)]))
  const head = yield* receive(p, socket, reader)
  if (!head) return gone
  const error = parseError(head.body)
  if (error) return error
  const count = head.body[0] ?? 0
  if (count === 0) {
    if (asks) p.io.out('Query OK, 0 rows affected (0.00 sec)\n\n')
    return null
  }
  const columns: string[] = []
  const rows: (string | null)[][] = []
  for (let ends = 0; ends < 2;) {
    const next = yield* receive(p, socket, reader)
    if (!next) return gone
    if (next.body[0] === 0xfe && next.body.length < 9) ends++
    else if (ends === 0) columns.push(words(next.body)[4] ?? '')
    else rows.push(words(next.body))
  }
  p.io.out(table ? tableOf({ columns, rows }) : tabbed({ columns, rows }))
  if (asks) p.io.out(`${rows.length} ${rows.length === 1 ? 'row' : 'rows'} in set (0.00 sec)\n\n`)
  return null
}

function tabbed({ columns, rows }: ResultSet): string {
  return [columns, ...rows].map((row) => `${row.map((value) => value ?? 'NULL').join('\t')}\n`).join('')
}

function tableOf({ columns, rows }: ResultSet): string {
  const all = [columns, ...rows].map((row) => row.map((value) => value ?? 'NULL'))
  const widths = columns.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)))
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+\n`
  const line = (row: readonly string[]): string =>
    `|${row.map((value, i) => ` ${value.padEnd(widths[i] ?? 0)} `).join('|')}|\n`
  const [head = [], ...rest] = all
  return `${rule}${line(head)}${rule}${rest.map(line).join('')}${rule}`
}
