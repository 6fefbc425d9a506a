// A connection to http.server: its requests are read one after the other, refused where they are no HTTP, and logged.
// Ref: Lib/http/server.py:BaseHTTPRequestHandler
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { strftime } from '../lib/calendar.ts'
import { formatHttpDate } from '../lib/http/date.ts'
import { fieldOf, parseField, type HttpField } from '../lib/http/fields.ts'
import { LineReader } from '../lib/http/reader.ts'
import { sendStream } from '../lib/stream.ts'
import { escapeHtml, logged, repr } from './text.ts'

const MAX_LINE = 65536
const MAX_FIELDS = 100
/** Version of a request whose line has none: the answer is a body without a head. */
const HTTP_0_9 = 'HTTP/0.9'

/** Phrase and explanation of what is answered. Ref: Lib/http/__init__.py */
const RESPONSES: Readonly<Record<number, readonly [string, string]>> = {
  100: ['Continue', 'Request received, please continue'],
  200: ['OK', 'Request fulfilled, document follows'],
  301: ['Moved Permanently', 'Object moved permanently -- see URI list'],
  304: ['Not Modified', 'Document has not changed since given time'],
  400: ['Bad Request', 'Bad request syntax or unsupported method'],
  404: ['Not Found', 'Nothing matches the given URI'],
  414: ['Request-URI Too Long', 'URI is too long'],
  431: [
    'Request Header Fields Too Large',
    'The server is unwilling to process the request because its header fields are too large',
  ],
  501: ['Not Implemented', 'Server does not support this operation'],
  505: ['HTTP Version Not Supported', 'Cannot fulfill request'],
}

/** What a request for a page comes to. */
export interface Page {
  readonly code: number
  readonly fields: readonly HttpField[]
  readonly body: Uint8Array | null
}

export type Answer = Page | { readonly code: 404; readonly message: string }

/** Finds what a path stands for. */
export type Site = (path: string, fields: readonly HttpField[]) => Answer

/** Where a system call failed. */
export interface Failure {
  readonly error: Errno
  readonly call: 'readline' | 'headers' | 'write'
}

export class RequestHandler {
  readonly #p: Process
  readonly #socket: StreamSocket
  readonly #reader: LineReader
  readonly #client: string
  readonly #protocol: string
  readonly #site: Site
  #requestLine = ''
  #command: string | null = null
  #version = HTTP_0_9
  #path = ''
  #fields: readonly HttpField[] = []
  #close = true

  constructor(p: Process, socket: StreamSocket, client: string, protocol: string, site: Site) {
    this.#p = p
    this.#socket = socket
    this.#reader = new LineReader(p, socket)
    this.#client = client
    this.#protocol = protocol
    this.#site = site
  }

  /** Until the connection is to be closed; null, or what failed. */
  *handle(): Blocking<Failure | null> {
    do {
      const failure = yield* this.#handleOne()
      if (failure) return failure
    } while (!this.#close)
    return null
  }

  *#handleOne(): Blocking<Failure | null> {
    const line = yield* this.#reader.line(MAX_LINE + 1)
    if (isErrno(line)) return { error: line, call: 'readline' }
    if (line.length > MAX_LINE) {
      this.#begin('', '')
      return yield* this.#sendError(414)
    }
    if (line === '') {
      this.#close = true
      return null
    }
    this.#begin(line.replace(/[\r\n]+$/, ''), HTTP_0_9)
    const refused = this.#parseLine()
    if (refused === 'empty') return null
    if (refused) return yield* this.#sendError(refused.code, refused.message)
    const fields = yield* this.#readFields()
    if (typeof fields === 'string') return yield* this.#sendError(431, ...fieldsError(fields))
    if (isErrno(fields)) return { error: fields, call: 'headers' }
    this.#fields = fields
    return (yield* this.#negotiate()) ?? (yield* this.#answer())
  }

  #begin(requestLine: string, version: string): void {
    this.#requestLine = requestLine
    this.#version = version
    this.#command = null
    this.#close = true
  }

  /** Ref: parse_request() */
  #parseLine(): 'empty' | { readonly code: number; readonly message: string } | null {
    const words = this.#requestLine.split(/[\s\x1c-\x1f\x85]+/).filter((word) => word !== '')
    if (words.length === 0) return 'empty'
    const version = words.at(-1) ?? ''
    if (words.length >= 3) {
      const numbers = /^HTTP\/(\d+)\.(\d+)$/.exec(version)
      if (!numbers) return { code: 400, message: `Bad request version (${repr(version)})` }
      const [major, minor] = [Number(numbers[1]), Number(numbers[2])]
      const keeps = major > 1 || (major === 1 && minor >= 1)
      if (keeps && this.#protocol >= 'HTTP/1.1') this.#close = false
      if (major >= 2) return { code: 505, message: `Invalid HTTP version (${version.slice(5)})` }
      this.#version = version
    }
    if (words.length < 2 || words.length > 3)
      return { code: 400, message: `Bad request syntax (${repr(this.#requestLine)})` }
    const [command = '', path = ''] = words
    if (words.length === 2) {
      this.#close = true
      if (command !== 'GET') return { code: 400, message: `Bad HTTP/0.9 request type (${repr(command)})` }
    }
    this.#command = command
    this.#path = path.replace(/^\/\/+/, '/')
    return null
  }

  *#readFields(): Blocking<readonly HttpField[] | 'line' | 'count' | Errno> {
    const fields: HttpField[] = []
    for (let count = 0; ; count++) {
      const line = yield* this.#reader.line(MAX_LINE + 1)
      if (isErrno(line)) return line
      if (line.length > MAX_LINE) return 'line'
      if (count > MAX_FIELDS) return 'count'
      if (line === '\r\n' || line === '\n' || line === '') return fields
      const field = parseField(line)
      if (field) fields.push(field)
    }
  }

  /** Whether the connection stays, and whether a body is awaited. */
  *#negotiate(): Blocking<Failure | null> {
    const connection = fieldOf(this.#fields, 'Connection')?.toLowerCase()
    if (connection === 'close') this.#close = true
    else if (connection === 'keep-alive' && this.#protocol >= 'HTTP/1.1') this.#close = false
    const expects = fieldOf(this.#fields, 'Expect')?.toLowerCase() === '100-continue'
    if (!expects || this.#protocol < 'HTTP/1.1' || this.#version < 'HTTP/1.1') return null
    return yield* this.#write(encodeUtf8(`${this.#statusLine(100)}\r\n\r\n`))
  }

  *#answer(): Blocking<Failure | null> {
    const command = this.#command ?? ''
    if (command !== 'GET' && command !== 'HEAD')
      return yield* this.#sendError(501, `Unsupported method (${repr(command)})`)
    const answer = this.#site(this.#path, this.#fields)
    if ('message' in answer) return yield* this.#sendError(answer.code, answer.message)
    return yield* this.#respond(answer, null)
  }

  *#sendError(code: number, message?: string, explain?: string): Blocking<Failure | null> {
    const [phrase, explanation] = RESPONSES[code] ?? ['???', '???']
    const said = message ?? phrase
    this.#log(`code ${code}, message ${said}`)
    const body = encodeUtf8(errorPage(code, said, explain ?? explanation))
    this.#close = true
    const fields: HttpField[] = [
      { name: 'Connection', value: 'close' },
      { name: 'Content-Type', value: 'text/html;charset=utf-8' },
      { name: 'Content-Length', value: String(body.length) },
    ]
    return yield* this.#respond({ code, fields, body }, said)
  }

  *#respond(page: Page, message: string | null): Blocking<Failure | null> {
    const { code, fields, body } = page
    this.#log(`"${this.#requestLine}" ${code} -`)
    if (this.#version !== HTTP_0_9) {
      const lines = [
        this.#statusLine(code, message),
        'Server: SimpleHTTP/0.6 Python/3.11.2',
        `Date: ${formatHttpDate(this.#p.clock.epoch())}`,
        ...fields.map(({ name, value }) => `${name}: ${value}`),
      ]
      const failure = yield* this.#write(latin1Octets(`${lines.join('\r\n')}\r\n\r\n`))
      if (failure) return failure
    }
    if (body === null || this.#command === 'HEAD') return null
    return yield* this.#write(body)
  }

  #statusLine(code: number, message: string | null = null): string {
    return `${this.#protocol} ${code} ${message ?? RESPONSES[code]?.[0] ?? ''}`
  }

  *#write(octets: Uint8Array): Blocking<Failure | null> {
    const error = yield* sendStream(this.#p, this.#socket, octets)
    return error && { error, call: 'write' }
  }

  #log(message: string): void {
    const time = strftime('%d/%b/%Y %H:%M:%S', this.#p.clock.epoch())
    this.#p.io.err(`${this.#client} - - [${time}] ${logged(message)}\n`)
  }
}

function fieldsError(what: 'line' | 'count'): readonly [string, string] {
  return what === 'line'
    ? ['Line too long', `got more than ${MAX_LINE} bytes when reading header line`]
    : ['Too many headers', `got more than ${MAX_FIELDS} headers`]
}

function errorPage(code: number, message: string, explain: string): string {
  return `<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: ${code}</p>
        <p>Message: ${escapeHtml(message)}.</p>
        <p>Error code explanation: ${code} - ${escapeHtml(explain)}.</p>
    </body>
</html>
`
}

function latin1Octets(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0))
}
