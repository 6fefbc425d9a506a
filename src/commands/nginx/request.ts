// A request as it is read, and what its variables stand for. Ref: nginx src/http/ngx_http_request.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { strftime } from '../lib/calendar.ts'
import { fieldOf, parseField, type HttpField } from '../lib/http/fields.ts'
import type { LineReader } from '../lib/http/reader.ts'

const MOST_LINE = 8192

export interface Request {
  readonly line: string
  readonly method: string
  /** As it was sent, with the query. */
  readonly target: string
  /** Decoded and without dots; null when it leads out. */
  readonly uri: string | null
  readonly args: string
  readonly version: '1.0' | '1.1'
  readonly fields: readonly HttpField[]
  readonly body: Uint8Array
  readonly keepAlive: boolean
  /** It is none: it is answered with 400. */
  readonly bad: boolean
}

/** Null at the end of the connection. */
export function* readRequest(reader: LineReader): Blocking<Request | null> {
  let line = ''
  do {
    const read = yield* reader.line(MOST_LINE)
    if (isErrno(read) || read === '') return null
    line = read.replace(/\r?\n$/, '')
  } while (line === '')
  const [, method, target, version] = /^([A-Z_-]+) (\S+) HTTP\/(1\.[01])$/.exec(line) ?? []
  const bad = { line, method: '', target: '', uri: null, args: '', fields: [], body: new Uint8Array() }
  if (method === undefined || target === undefined)
    return { ...bad, version: '1.1', keepAlive: false, bad: true }
  const path = target.replace(/^http:\/\/[^/]*/, '')
  const [encoded = '', ...query] = path.split('?')
  const uri = normalize(encoded)
  // What comes after a line that cannot be is not read.
  if (uri === null) return { ...bad, version: '1.1', keepAlive: false, bad: true }
  const fields: HttpField[] = []
  for (;;) {
    const read = yield* reader.line(MOST_LINE)
    if (isErrno(read) || read === '') return null
    const text = read.replace(/\r?\n$/, '')
    if (text === '') break
    const field = parseField(text)
    if (field) fields.push(field)
  }
  const length = Number(fieldOf(fields, 'Content-Length') ?? 0)
  const body = yield* reader.octets(length)
  const connection = fieldOf(fields, 'Connection')?.toLowerCase() ?? ''
  const old = version === '1.0'
  return {
    line,
    method,
    target,
    uri,
    args: query.join('?'),
    version: old ? '1.0' : '1.1',
    fields,
    body,
    keepAlive: old ? connection === 'keep-alive' : connection !== 'close',
    bad: !old && fieldOf(fields, 'Host') === null,
  }
}

/** Ref: ngx_http_parse_complex_uri() */
function normalize(encoded: string): string | null {
  let text: string
  try {
    text = decodeURIComponent(encoded)
  } catch {
    text = encoded
  }
  if (!text.startsWith('/')) return null
  const parts: string[] = []
  const words = text.split('/').slice(1)
  for (const [i, part] of words.entries()) {
    const last = i === words.length - 1
    if (part === '..') {
      if (parts.length === 0) return null
      parts.pop()
    } else if (part !== '.' && (part !== '' || last)) parts.push(part)
    if (last && (part === '.' || part === '..')) parts.push('')
  }
  return `/${parts.join('/')}`
}

/** Who asks whom. */
export interface Ends {
  readonly client: string
  readonly clientPort: number
  readonly own: string
  readonly ownPort: number
  readonly serverName: string
}

/** Fills in `$name` and `${name}`. */
export function expand(
  text: string,
  p: Process,
  request: Request,
  ends: Ends,
  more: ReadonlyMap<string, string>,
): string {
  if (!text.includes('$')) return text
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced: string | undefined, bare: string | undefined) =>
    valueOf(braced ?? bare ?? '', p, request, ends, more),
  )
}

export function hostOf(request: Request, ends: Ends): string {
  const host = fieldOf(request.fields, 'Host')?.toLowerCase().replace(/:\d+$/, '')
  return host === undefined || host === '' ? ends.serverName : host
}

function valueOf(
  name: string,
  p: Process,
  request: Request,
  ends: Ends,
  more: ReadonlyMap<string, string>,
): string {
  const given = more.get(name)
  if (given !== undefined) return given
  if (name.startsWith('http_')) return fieldOf(request.fields, name.slice(5).replaceAll('_', '-')) ?? ''
  if (name.startsWith('arg_'))
    return new Map(request.args.split('&').map((one) => splitOnce(one, '='))).get(name.slice(4)) ?? ''
  switch (name) {
    case 'host':
      return hostOf(request, ends)
    case 'hostname':
      return p.net.hostname()
    case 'server_name':
      return ends.serverName
    case 'uri':
    case 'document_uri':
      return request.uri ?? ''
    case 'request_uri':
      return request.target
    case 'args':
    case 'query_string':
      return request.args
    case 'is_args':
      return request.args === '' ? '' : '?'
    case 'remote_addr':
      return ends.client
    case 'remote_port':
      return String(ends.clientPort)
    case 'server_addr':
      return ends.own
    case 'server_port':
      return String(ends.ownPort)
    case 'server_protocol':
      return `HTTP/${request.version}`
    case 'scheme':
      return 'http'
    case 'request_method':
      return request.method
    case 'request':
      return request.line
    case 'request_body':
      return String.fromCharCode(...request.body)
    case 'content_length':
      return fieldOf(request.fields, 'Content-Length') ?? ''
    case 'pid':
      return String(p.pid)
    case 'nginx_version':
      return '1.22.1'
    case 'time_local':
      return strftime('%d/%b/%Y:%H:%M:%S +0000', p.clock.epoch())
    case 'time_iso8601':
      return strftime('%Y-%m-%dT%H:%M:%S+00:00', p.clock.epoch())
    case 'msec':
      return p.clock.epoch().toFixed(3)
    case 'proxy_add_x_forwarded_for': {
      const before = fieldOf(request.fields, 'X-Forwarded-For')
      return before === null ? ends.client : `${before}, ${ends.client}`
    }
    default:
      return ''
  }
}

function splitOnce(text: string, at: string): [string, string] {
  const [name = '', ...rest] = text.split(at)
  return [name, rest.join(at)]
}
