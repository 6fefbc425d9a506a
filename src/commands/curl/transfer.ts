// One request and its answer. Ref: lib/http.c, lib/transfer.c
import { concat } from '../../wire/octets.ts'
import type { Blocking } from '../../os/program.ts'
import { EAGAIN, isErrno, type Errno } from '../../uapi/errno.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { fieldOf, parseField } from '../lib/http/fields.ts'
import { ResponseParser, type ResponseHead } from '../lib/http/response.ts'
import { sendStream } from '../lib/stream.ts'
import { encodeBase64 } from '../lib/base64.ts'
import type { Meter } from './meter.ts'
import { endText, type Connection, type CurlError, type Deadline, type Session } from './session.ts'
import { bracketed, type Url } from './url.ts'
import type { TransferFacts } from './writeout.ts'
import { formatAddress } from '../../wire/inet6.ts'

export interface Request {
  readonly url: Url
  readonly method: string
  readonly body: Uint8Array | null
  /** The server is known to speak HTTP/1.0. */
  readonly old: boolean
}

/** Where what comes goes. */
export interface Sink {
  /** False when it cannot be written. */
  write(octets: Uint8Array): boolean
  /** It goes to a terminal. */
  readonly shown: boolean
}

export type Outcome = { readonly head: ResponseHead | null } | CurlError

export class Transfer {
  readonly #session: Session
  readonly #request: Request
  readonly #facts: TransferFacts
  readonly #deadline: Deadline
  readonly #meter: Meter
  readonly #sink: Sink
  /** Everything has been read that was to be. */
  #reading = false

  constructor(
    session: Session,
    request: Request,
    facts: TransferFacts,
    deadline: Deadline,
    meter: Meter,
    sink: Sink,
  ) {
    this.#session = session
    this.#request = request
    this.#facts = facts
    this.#deadline = deadline
    this.#meter = meter
    this.#sink = sink
  }

  *run(): Blocking<Outcome> {
    const session = this.#session
    const { url } = this.#request
    this.#meter.begin()
    const kept = session.reuse(url)
    const connection =
      kept ?? (yield* session.connect(url, this.#deadline, this.#meter, () => this.#mark('nameLookup')))
    if ('code' in connection) return connection
    if (!kept) this.#facts.connects++
    this.#mark('connect')
    this.#mark('pretransfer')
    this.#noteEnds(connection)
    const parser = new ResponseParser(this.#request.method === 'HEAD')
    const error = (yield* this.#send(connection)) ?? (yield* this.#receive(connection, parser))
    if (error && !error.untold) session.info(error.text)
    this.#meter.end()
    const { head } = parser
    if (error === null && head !== null && parser.excess === 0 && this.#stays(head, parser))
      session.keep(url, connection)
    else session.closeConnection(connection)
    return error ?? { head }
  }

  /** Microseconds since the start. */
  #mark(what: 'nameLookup' | 'connect' | 'pretransfer' | 'startTransfer'): void {
    const { clock } = this.#session.p
    this.#facts[what] = Math.floor((clock.now() - this.#deadline.start) / 1000)
  }

  #noteEnds({ socket }: Connection): void {
    const { address, port } = endText(socket)
    this.#facts.remoteIp = address
    this.#facts.remotePort = port
    if (!('local' in socket)) return
    this.#facts.localIp = formatAddress(socket.local.address)
    this.#facts.localPort = socket.local.port
  }

  *#send({ socket }: Connection): Blocking<CurlError | null> {
    const session = this.#session
    const { body } = this.#request
    const head = this.#requestHead()
    for (const line of head.match(/[^\n]*\n/g) ?? []) session.trace('>', line)
    const octets = encodeUtf8(head)
    this.#facts.requestSize += octets.length + (body?.length ?? 0)
    if (body && body.length > 0) session.data('}', body.length, false)
    const all = body ? concat([octets, body]) : octets
    const error = yield* sendStream(session.p, socket, all, this.#deadline.until)
    if (body) {
      this.#facts.uploaded += body.length
      this.#meter.uploaded += body.length
      this.#meter.uploadTotal = body.length
    }
    if (error === EAGAIN) return this.#late(null)
    return error && { code: 55, text: `Send failure: ${error.text}` }
  }

  #requestHead(): string {
    const { settings } = this.#session
    const { url, method, body, old } = this.#request
    const { values, flags } = settings
    const own = settings.headers.map((text) => {
      const bare = /^([^:;]+);\s*$/.exec(text)
      return bare ? { name: bare[1] ?? '', value: '', keep: true } : { ...fieldFrom(text), keep: false }
    })
    const lines: string[] = []
    const add = (name: string, value: string | null): void => {
      if (value === null) return
      if (own.some((field) => field.name.toLowerCase() === name.toLowerCase())) return
      lines.push(`${name}: ${value}`)
    }
    const host = own.find((field) => field.name.toLowerCase() === 'host')
    if (host === undefined) lines.push(`Host: ${bracketed(url.host)}${url.port === 80 ? '' : `:${url.port}`}`)
    else if (host.value !== '') lines.push(`Host: ${host.value}`)
    const user = values.get('user') ?? url.user
    if (user !== null) {
      const pair = user.includes(':') ? user : `${user}:`
      this.#session.info(`Server auth using Basic with user '${pair.slice(0, pair.indexOf(':'))}'`)
      add('Authorization', `Basic ${encodeBase64(encodeUtf8(pair))}`)
    }
    const agent = values.get('user-agent') ?? 'curl/7.88.1'
    add('User-Agent', agent === '' ? null : agent)
    add('Accept', '*/*')
    add('Accept-Encoding', flags.has('compressed') ? 'deflate, gzip, br, zstd' : null)
    add('Referer', values.get('referer') ?? null)
    for (const { name, value, keep } of own) {
      if (name.toLowerCase() === 'host' || (value === '' && !keep)) continue
      lines.push(value === '' ? `${name}:` : `${name}: ${value}`)
    }
    add('Content-Length', body === null ? null : String(body.length))
    add('Content-Type', body === null ? null : 'application/x-www-form-urlencoded')
    const version = old || flags.has('http1.0') ? '1.0' : '1.1'
    return `${method} ${url.target} HTTP/${version}\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`
  }

  *#receive({ socket }: Connection, parser: ResponseParser): Blocking<CurlError | null> {
    const { p } = this.#session
    const { until } = this.#deadline
    for (;;) {
      const octets = socket.recv(65536)
      if (octets === EAGAIN) {
        if (p.clock.now() >= until) return this.#late(parser)
        yield* p.clock.wait([socket], Math.min(until, this.#meter.next))
        if (p.clock.now() < until) this.#meter.tick()
        continue
      }
      if (isErrno(octets)) return receiveError(octets)
      const error = octets.length === 0 ? this.#atEnd(parser) : this.#take(parser, octets)
      if (error) return error
      if (octets.length === 0 || parser.done) return null
    }
  }

  /** What came is shown, and written. */
  #take(parser: ResponseParser, octets: Uint8Array): CurlError | null {
    const had = parser.head
    let body = parser.push(octets)
    if (parser.headless) {
      if (!this.#session.settings.flags.has('http0.9'))
        return { code: 1, text: 'Received HTTP/0.9 when not allowed' }
      body = parser.takeHeadless()
    }
    if (!had && parser.head) {
      const error = this.#takeHead(parser.head, parser)
      if (error) return error
    }
    if (parser.broken) return { code: 56, text: 'Malformed encoding found in chunked-encoding' }
    if (body.length === 0) return null
    const follows = parser.head !== null && this.#follows(parser.head)
    const size = parser.chunked ? octets.length - (had ? 0 : (parser.head?.size ?? 0)) : body.length
    this.#session.data('{', size, this.#sink.shown)
    if (follows) return null
    this.#facts.downloaded += body.length
    this.#meter.downloaded += body.length
    if (this.#sink.write(body)) return null
    return { code: 23, text: 'Failure writing output to destination' }
  }

  #takeHead(head: ResponseHead, parser: ResponseParser): CurlError | null {
    const session = this.#session
    const { flags } = session.settings
    const { fields, lines, status } = head
    this.#reading = true
    this.#mark('startTransfer')
    this.#facts.status = status
    this.#facts.version = head.version
    this.#facts.fields = fields
    this.#facts.headerSize += head.size
    const close = /close/i.test(fieldOf(fields, 'Connection') ?? '')
    const keeps = /keep-alive/i.test(fieldOf(fields, 'Connection') ?? '')
    if (head.version === '1.0' && !keeps) session.info('HTTP 1.0, assume close after body')
    for (const line of lines.slice(0, -1)) session.trace('<', line)
    const prints = flags.has('include') || flags.has('head')
    if (flags.has('fail') && status >= 400) {
      this.#sink.write(encodeUtf8(prints ? lines.slice(0, -1).join('') : ''))
      return { code: 22, text: `The requested URL returned error: ${status}` }
    }
    if (!parser.done && !parser.chunked && parser.left === null && !close && head.version === '1.1')
      session.info('no chunk, no close, no size. Assume close to signal end')
    session.trace('<', lines.at(-1) ?? '')
    if (prints && !this.#sink.write(encodeUtf8(lines.join(''))))
      return { code: 23, text: 'Failure writing output to destination' }
    const length = Number(fieldOf(fields, 'Content-Length') ?? NaN)
    if (this.#follows(head)) {
      if (length > 0) session.info('Ignoring the response-body')
    } else if (length > 0 && !parser.chunked && this.#request.method !== 'HEAD')
      this.#meter.downloadTotal = length
    return null
  }

  #follows({ status, fields }: ResponseHead): boolean {
    const moved = status >= 300 && status < 400 && fieldOf(fields, 'Location') !== null
    return moved && this.#session.settings.flags.has('location')
  }

  /** The other end has closed. */
  #atEnd(parser: ResponseParser): CurlError | null {
    const { head, left } = parser
    if (!head) return parser.headless ? null : { code: 52, text: 'Empty reply from server' }
    if (parser.chunked) return { code: 18, text: 'transfer closed with outstanding read data remaining' }
    return left === null || left === 0
      ? null
      : { code: 18, text: `transfer closed with ${left} bytes remaining to read` }
  }

  #late(parser: ResponseParser | null): CurlError {
    const after = this.#session.milliseconds(this.#deadline)
    const { downloaded, downloadTotal } = this.#meter
    const total = this.#reading && parser?.left !== null ? downloadTotal : null
    const got = total === null ? `${downloaded}` : `${downloaded} out of ${total}`
    return { code: 28, text: `Operation timed out after ${after} milliseconds with ${got} bytes received` }
  }

  #stays(head: ResponseHead, parser: ResponseParser): boolean {
    const connection = fieldOf(head.fields, 'Connection') ?? ''
    if (!parser.done || /close/i.test(connection)) return false
    return head.version === '1.1' || /keep-alive/i.test(connection)
  }
}

function fieldFrom(text: string): { readonly name: string; readonly value: string } {
  return parseField(text) ?? { name: text, value: '' }
}

function receiveError(error: Errno): CurlError {
  return { code: 56, text: `Recv failure: ${error.text}` }
}
