// The client of the Engine API: what `docker` and its plugins send, and what comes back.
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { decodeUtf8, encodeUtf8 } from '../../../wire/utf8.ts'
import { Channel } from './channel.ts'
import { isChunked, readBody, readChunk, readHead, type Fields } from './message.ts'
import { connectUnix } from './unix.ts'

export const API_VERSION = '1.51'
export const DOCKER_SOCKET = '/var/run/docker.sock'

/** A refusal, in the words the user reads. `status` is 0 when no daemon answered. */
export class ApiFailure {
  readonly status: number
  readonly message: string
  constructor(status: number, message: string) {
    this.status = status
    this.message = message
  }
}

export function isFailure(value: unknown): value is ApiFailure {
  return value instanceof ApiFailure
}

export interface Query {
  readonly [name: string]: string | number | boolean | undefined
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'
  readonly path: string
  readonly query?: Query
  readonly body?: unknown
  /** Octets instead of JSON. */
  readonly raw?: Uint8Array
}

export class ApiClient {
  constructor(
    private readonly p: Process,
    readonly socketPath: string = DOCKER_SOCKET,
  ) {}

  *get<T>(path: string, query?: Query): Blocking<T | ApiFailure> {
    return yield* this.json<T>({ method: 'GET', path, ...(query && { query }) })
  }

  *post<T>(path: string, query?: Query, body?: unknown): Blocking<T | ApiFailure> {
    return yield* this.json<T>({ method: 'POST', path, ...(query && { query }), body })
  }

  *delete<T>(path: string, query?: Query): Blocking<T | ApiFailure> {
    return yield* this.json<T>({ method: 'DELETE', path, ...(query && { query }) })
  }

  /** One request whose answer is JSON, or nothing (null). */
  *json<T>(request: Request): Blocking<T | ApiFailure> {
    const answer = yield* this.octets(request)
    if (isFailure(answer)) return answer
    const text = decodeUtf8(answer.body)
    return (text === '' ? null : JSON.parse(text)) as T
  }

  /** One request, its answer's fields and body as they came. */
  *octets(request: Request): Blocking<{ readonly fields: Fields; readonly body: Uint8Array } | ApiFailure> {
    const opened = yield* this.#open(request, false)
    if (isFailure(opened)) return opened
    const { channel, fields } = opened
    const body = request.method === 'HEAD' ? new Uint8Array(0) : yield* readBody(channel, fields, true)
    channel.close()
    return { fields, body }
  }

  /** One request whose answer arrives piece by piece: each as `piece` is called with it. */
  *pieces(request: Request, piece: (data: Uint8Array) => void | Blocking<void>): Blocking<ApiFailure | null> {
    const opened = yield* this.#open(request, false)
    if (isFailure(opened)) return opened
    const { channel, fields } = opened
    for (;;) {
      const data = isChunked(fields) ? yield* readChunk(channel) : yield* channel.read()
      if (data === null || data.length === 0) break
      const more = piece(data)
      if (more) yield* more
    }
    channel.close()
    return null
  }

  /** One request whose answer makes the connection a plain stream both ways (attach, exec). */
  *hijack(request: Request): Blocking<Channel | ApiFailure> {
    const opened = yield* this.#open(request, true)
    return isFailure(opened) ? opened : opened.channel
  }

  *#open(
    request: Request,
    upgrade: boolean,
  ): Blocking<{ readonly channel: Channel; readonly fields: Fields } | ApiFailure> {
    const socket = yield* connectUnix(this.p, this.socketPath)
    if (isErrno(socket)) return this.#unreachable()
    const channel = new Channel(this.p, socket)
    const body =
      request.raw ?? (request.body === undefined ? null : encodeUtf8(`${JSON.stringify(request.body)}\n`))
    const lines = [
      `${request.method} /v${API_VERSION}${request.path}${queryText(request.query)} HTTP/1.1`,
      'Host: api.moby.localhost',
      'User-Agent: Docker-Client/28.5.2+dfsg4 (linux)',
    ]
    if (body)
      lines.push(
        `Content-Length: ${body.length}`,
        `Content-Type: ${request.raw ? 'application/x-tar' : 'application/json'}`,
      )
    else if (request.method === 'POST') lines.push('Content-Length: 0')
    lines.push(...(upgrade ? ['Connection: Upgrade', 'Upgrade: tcp'] : ['Connection: close']))
    yield* channel.write(`${lines.join('\r\n')}\r\n\r\n`)
    if (body) yield* channel.write(body)
    const head = yield* readHead(channel)
    if (!head) return this.#unreachable()
    const status = Number(head.start.split(' ')[1])
    if (status >= 400) {
      const text = decodeUtf8(yield* readBody(channel, head.fields, true))
      channel.close()
      return new ApiFailure(status, `Error response from daemon: ${messageOf(text)}`)
    }
    return { channel, fields: head.fields }
  }

  #unreachable(): ApiFailure {
    return new ApiFailure(
      0,
      `Cannot connect to the Docker daemon at unix://${this.socketPath}. Is the docker daemon running?`,
    )
  }
}

function messageOf(body: string): string {
  try {
    const { message } = JSON.parse(body) as { message?: string }
    return message ?? body
  } catch {
    return body.trim()
  }
}

function queryText(query: Query | undefined): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) => {
    if (value === undefined) return []
    const text = value === true ? '1' : value === false ? '0' : String(value)
    return [`${name}=${encodeURIComponent(text).replaceAll('%20', '+')}`]
  })
  return pairs.length > 0 ? `?${pairs.sort().join('&')}` : ''
}
