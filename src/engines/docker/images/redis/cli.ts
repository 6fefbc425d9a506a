// redis-cli: sends one command, or those of its input, and prints the replies. Ref: redis src/redis-cli.c
import { getaddrinfo } from '../../../../commands/lib/resolv/getaddrinfo.ts'
import { connectStream, recvStream, sendStream } from '../../../../commands/lib/stream.ts'
import type { Blocking, Process } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import type { StreamSocket } from '../../../../uapi/socket.ts'
import { encodeUtf8 } from '../../../../wire/utf8.ts'
import { emitRequest, isFailure, RespReader, splitWords, type Reply } from './resp.ts'
import { VERSION } from './version.ts'

interface Options {
  host: string
  port: number
  password: string | null
  database: number
  /** As a program reads it; null: where it does not go to a terminal. */
  raw: boolean | null
  words: readonly string[]
}

interface Conversation {
  readonly socket: StreamSocket
  readonly reader: RespReader
}

export function* redisCli(p: Process): Blocking<number> {
  const options = readOptions(p.argv.slice(1))
  if (typeof options === 'string') {
    p.io.err(`${options}\n`)
    return 1
  }
  if (options.words[0] === '--version') {
    p.io.out(`redis-cli ${VERSION}\n`)
    return 0
  }
  const raw = options.raw ?? !p.io.isatty(1)
  if (options.password !== null)
    p.io.err(
      "Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.\n",
    )
  const talk = yield* connect(p, options)
  if (typeof talk === 'string') {
    p.io.err(`${talk}\n`)
    if (options.words.length > 0 || !p.io.isatty(0)) return 1
  } else yield* greet(p, talk, options)
  try {
    if (options.words.length === 0)
      return yield* lines(p, typeof talk === 'string' ? null : talk, options, raw)
    return typeof talk === 'string' || (yield* once(p, talk, options.words, raw)) === null ? 1 : 0
  } finally {
    if (typeof talk !== 'string') talk.socket.close()
  }
}

function readOptions(argv: readonly string[]): Options | string {
  const options: Options = {
    host: '127.0.0.1',
    port: 6379,
    password: null,
    database: 0,
    raw: null,
    words: [],
  }
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    if (word === '--version' || word === '-v') return { ...options, words: ['--version'] }
    if (!word.startsWith('-')) return { ...options, words: argv.slice(i) }
    if (word === '--raw') options.raw = true
    else if (word === '--no-raw') options.raw = false
    else if (word === '--no-auth-warning') continue
    else if (!['-h', '-p', '-a', '--pass', '-n'].includes(word)) return refusal(word)
    else {
      const value = argv[++i]
      if (value === undefined) return `Unrecognized option or bad number of args for: '${word}'`
      if (word === '-h') options.host = value
      else if (word === '-p') options.port = Number(value)
      else if (word === '-n') options.database = Number(value)
      else options.password = value
    }
  }
  return options
}

const OTHERS =
  /^(?:-[rixucd23]|--(?:user|tls|cluster|stat|scan|bigkeys|latency|csv|json|eval|pipe|help|rdb|replica|ldb).*)$/

function refusal(word: string): string {
  if (OTHERS.test(word)) return `redis-cli ${word} is not supported in vethlab`
  return `Unrecognized option or bad number of args for: '${word}'`
}

function* connect(p: Process, { host, port }: Options): Blocking<Conversation | string> {
  const fail = (why: string): string => `Could not connect to Redis at ${host}:${port}: ${why}`
  const found = yield* getaddrinfo(p, host)
  if ('error' in found) return fail(found.error)
  let why = ''
  for (const address of found.addresses) {
    const socket = p.net.streamSocket(typeof address === 'number' ? 'inet' : 'inet6')
    const refused = yield* connectStream(p, socket, { address, port })
    if (!refused) return { socket, reader: new RespReader() }
    socket.close()
    why = refused.text
  }
  return fail(why)
}

function* greet(p: Process, talk: Conversation, { password, database }: Options): Blocking<void> {
  if (password !== null) {
    const reply = yield* ask(p, talk, ['AUTH', password])
    if (reply !== undefined && isFailure(reply)) p.io.err(`AUTH failed: ${reply.text}\n`)
  }
  if (database === 0) return
  const reply = yield* ask(p, talk, ['SELECT', String(database)])
  if (reply !== undefined && isFailure(reply)) p.io.err(`SELECT ${database} failed: ${reply.text}\n`)
}

/** Undefined: the server has gone. */
function* ask(
  p: Process,
  { socket, reader }: Conversation,
  words: readonly string[],
): Blocking<Reply | undefined> {
  const failed = yield* sendStream(p, socket, encodeUtf8(emitRequest(words)))
  if (failed) return undefined
  for (;;) {
    const reply = reader.reply()
    if (reply !== undefined) return reply
    const octets = yield* recvStream(p, socket)
    if (isErrno(octets) || octets.length === 0) return undefined
    reader.push(octets)
  }
}

/** Null: there was no reply. */
function* once(
  p: Process,
  talk: Conversation,
  words: readonly string[],
  raw: boolean,
): Blocking<Reply | undefined | null> {
  const reply = yield* ask(p, talk, words)
  if (reply === undefined) {
    if (words[0]?.toLowerCase() === 'shutdown') return undefined
    p.io.err('Error: Server closed the connection\n')
    return null
  }
  p.io.out(raw ? `${rawText(reply)}\n` : shown(reply, ''))
  return reply
}

function* lines(p: Process, first: Conversation | null, options: Options, raw: boolean): Blocking<number> {
  const asks = p.io.isatty(0)
  let database = options.database
  let talk = first
  for (;;) {
    const place = `${options.host}:${options.port}${database === 0 ? '' : `[${database}]`}`
    if (asks) p.io.out(talk ? `${place}> ` : 'not connected> ')
    const line = yield* p.io.line(0)
    if (line === null) {
      if (asks) p.io.out('\n')
      return 0
    }
    const words = splitWords(line)
    if (!words) {
      p.io.out('Invalid argument(s)\n')
      continue
    }
    const [name = ''] = words
    if (name === '') continue
    if (['quit', 'exit'].includes(name.toLowerCase())) return 0
    if (name.toLowerCase() === 'help' || name === '?') {
      p.io.out('redis-cli help is not supported in vethlab\n')
      continue
    }
    if (!talk) {
      const again = yield* connect(p, options)
      if (typeof again === 'string') {
        p.io.err(`${again}\n`)
        continue
      }
      talk = again
    }
    const reply = yield* once(p, talk, words, raw)
    if (reply === null) talk = null
    else if (name.toLowerCase() === 'select' && reply !== undefined && !isFailure(reply))
      database = Number(words[1])
  }
}

/** Ref: cliFormatReplyRaw() */
function rawText(reply: Reply): string {
  if (reply === null) return ''
  if (typeof reply === 'string') return reply
  if (typeof reply === 'number') return String(reply)
  if ('kind' in reply) return isFailure(reply) ? `${reply.text}\n` : reply.text
  return reply.map(rawText).join('\n')
}

/** Ref: cliFormatReplyTTY() */
function shown(reply: Reply, indent: string): string {
  if (reply === null) return '(nil)\n'
  if (typeof reply === 'string') return `${quoted(reply)}\n`
  if (typeof reply === 'number') return `(integer) ${reply}\n`
  if ('kind' in reply) return isFailure(reply) ? `(error) ${reply.text}\n` : `${reply.text}\n`
  if (reply.length === 0) return '(empty array)\n'
  const width = String(reply.length).length
  return reply
    .map((one, i) => {
      const number = `${String(i + 1).padStart(width)}) `
      return `${i === 0 ? '' : indent}${number}${shown(one, indent + ' '.repeat(number.length))}`
    })
    .join('')
}

const NAMED: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\u0007': '\\a',
}

/** Ref: redis src/sds.c:sdscatrepr() */
function quoted(text: string): string {
  const body = [...encodeUtf8(text)].map((octet) => {
    const letter = String.fromCharCode(octet)
    if (NAMED[letter] !== undefined) return NAMED[letter]
    return octet >= 32 && octet < 127 ? letter : `\\x${octet.toString(16).padStart(2, '0')}`
  })
  return `"${body.join('')}"`
}
