// Requests and answers of HTTP/1.1 between the parts of a cluster: JSON, one a connection. In a real cluster TLS is
// around it.
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno, type Errno } from '../../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../../uapi/socket.ts'
import { decodeUtf8, encodeUtf8 } from '../../../wire/utf8.ts'
import { connectStream, recvStream, sendStream } from '../../../commands/lib/stream.ts'

/** What a connection gave and nobody has read yet. */
export class Connection {
  readonly p: Process
  readonly socket: StreamSocket
  #buffer = new Uint8Array(0)
  #ended = false

  constructor(p: Process, socket: StreamSocket) {
    this.p = p
    this.socket = socket
  }

  *#fill(): Blocking<boolean> {
    if (this.#ended) return false
    const data = yield* recvStream(this.p, this.socket)
    if (isErrno(data) || data.length === 0) {
      this.#ended = true
      return false
    }
    const whole = new Uint8Array(this.#buffer.length + data.length)
    whole.set(this.#buffer)
    whole.set(data, this.#buffer.length)
    this.#buffer = whole
    return true
  }

  /** A line without its end; null at the end of the stream. */
  *line(): Blocking<string | null> {
    for (;;) {
      const end = this.#buffer.indexOf(10)
      if (end >= 0) {
        const text = decodeUtf8(this.#buffer.subarray(0, end))
        this.#buffer = this.#buffer.subarray(end + 1)
        return text.replace(/\r$/, '')
      }
      if (!(yield* this.#fill())) return null
    }
  }

  /** Exactly so many octets; fewer when the stream ends. */
  *take(count: number): Blocking<Uint8Array> {
    while (this.#buffer.length < count) if (!(yield* this.#fill())) break
    const data = this.#buffer.slice(0, count)
    this.#buffer = this.#buffer.subarray(data.length)
    return data
  }

  /** What there is; none at the end. */
  *some(): Blocking<Uint8Array> {
    if (this.#buffer.length === 0) yield* this.#fill()
    const data = this.#buffer
    this.#buffer = new Uint8Array(0)
    return data
  }

  /** Whether a line can be had without waiting. */
  get hasLine(): boolean {
    return this.#buffer.indexOf(10) >= 0
  }

  *write(data: string | Uint8Array): Blocking<boolean> {
    const octets = typeof data === 'string' ? encodeUtf8(data) : data
    return (yield* sendStream(this.p, this.socket, octets)) === null
  }

  close(): void {
    this.socket.shutdown('write')
    this.socket.close()
  }
}

export interface HttpRequest {
  readonly method: string
  readonly path: string
  readonly query: ReadonlyMap<string, string>
  /** By names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** Connects, or why not. `socket`: one that was made in another namespace. */
export function* dial(
  p: Process,
  remote: SocketAddress,
  until: number = Infinity,
  socket: StreamSocket = p.net.streamSocket('inet'),
): Blocking<Connection | Errno> {
  const error = yield* connectStream(p, socket, remote, until)
  if (!error) return new Connection(p, socket)
  socket.close()
  return error
}

export function* sendRequest(
  c: Connection,
  method: string,
  target: string,
  body: string | null,
  type: string = 'application/json',
): Blocking<boolean> {
  const octets = encodeUtf8(body ?? '')
  const length = body === null ? '' : `Content-Type: ${type}\r\nContent-Length: ${octets.length}\r\n`
  const head = `${method} ${target} HTTP/1.1\r\nHost: kubernetes\r\nConnection: close\r\n${length}\r\n`
  return yield* c.write(head + (body ?? ''))
}

function* readFields(c: Connection): Blocking<Map<string, string>> {
  const fields = new Map<string, string>()
  for (;;) {
    const line = yield* c.line()
    if (line === null || line === '') return fields
    const colon = line.indexOf(':')
    fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
}

/** null when there is none. */
export function* readRequest(c: Connection): Blocking<HttpRequest | null> {
  const first = yield* c.line()
  const [method, target] = first?.split(' ') ?? []
  if (method === undefined || target === undefined) return null
  const fields = yield* readFields(c)
  const body = decodeUtf8(yield* c.take(Number(fields.get('content-length') ?? 0)))
  const [path = '', words = ''] = target.split('?')
  const pairs = words.split('&').flatMap((pair) => {
    const at = pair.indexOf('=')
    return pair === '' ? [] : [[decode(pair.slice(0, at)), decode(pair.slice(at + 1))] as const]
  })
  return { method, path: decode(path), query: new Map(pairs), headers: fields, body }
}

function decode(text: string): string {
  return decodeURIComponent(text)
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  404: 'Not Found',
  409: 'Conflict',
}

export function* answer(c: Connection, status: number, body: string): Blocking<void> {
  const length = encodeUtf8(body).length
  const head = `HTTP/1.1 ${status} ${REASONS[status] ?? 'Error'}\r\nContent-Type: application/json\r\n`
  yield* c.write(`${head}Content-Length: ${length}\r\nConnection: close\r\n\r\n${body}`)
}

/** The head of an answer whose body ends with the connection, or is a stream both ways. */
export function* answerStream(c: Connection): Blocking<void> {
  yield* c.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n')
}

/** Status of an answer, its body still to be read; null when there is none. */
export function* readStatus(
  c: Connection,
): Blocking<{ readonly status: number; readonly length: number } | null> {
  const first = yield* c.line()
  if (first === null) return null
  const fields = yield* readFields(c)
  return { status: Number(first.split(' ')[1]), length: Number(fields.get('content-length') ?? 0) }
}
