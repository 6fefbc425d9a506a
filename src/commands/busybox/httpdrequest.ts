// One request to httpd and its answer. Ref: busybox networking/httpd.c:handle_incoming_and_exit()
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { modifiedAt } from '../lib/fileTime.ts'
import { formatHttpDate } from '../lib/http/date.ts'
import { LineReader } from '../lib/http/reader.ts'
import { sendStream } from '../lib/stream.ts'

export interface Site {
  /** What stands for a directory. */
  readonly index: string
  /** A page of its own for what is not there. */
  readonly notFound: string | null
  readonly types: ReadonlyMap<string, string>
}

const TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  h: 'text/plain',
  c: 'text/plain',
  cc: 'text/plain',
  cpp: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  png: 'image/png',
  svg: 'image/svg+xml',
  css: 'text/css',
  js: 'application/javascript',
  wav: 'audio/wav',
  avi: 'video/x-msvideo',
  mov: 'video/quicktime',
  mpe: 'video/mpeg',
  mpeg: 'video/mpeg',
}

const PHRASES = {
  200: ['OK', null],
  206: ['Partial Content', null],
  302: ['Found', null],
  304: ['Not Modified', null],
  400: ['Bad Request', 'Unsupported method'],
  403: ['Forbidden', ''],
  404: ['Not Found', 'The requested URL was not found'],
  501: ['Not Implemented', 'The requested method is not recognized'],
} as const

type Status = keyof typeof PHRASES

const LONGEST_LINE = 8192

/** `log`: what -v (1) and -vv (2) tell. */
export function* serve(
  p: Process,
  socket: StreamSocket,
  site: Site,
  log: (level: number, text: string) => void,
): Blocking<void> {
  try {
    const reader = new LineReader(p, socket)
    const first = yield* reader.line(LONGEST_LINE)
    if (isErrno(first) || first === '') return
    const fields = new Map<string, string>()
    for (;;) {
      const line = yield* reader.line(LONGEST_LINE)
      if (isErrno(line) || line.trim() === '') break
      const colon = line.indexOf(':')
      if (colon > 0) fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
    }
    const answer = answerTo(p, site, first, fields, log)
    log(1, `response:${answer.status}`)
    yield* sendStream(p, socket, encodeUtf8(headOf(p, answer)))
    yield* sendStream(p, socket, answer.body)
  } finally {
    socket.shutdown('write')
    socket.close()
  }
}

interface Answer {
  readonly status: Status
  readonly type: string
  readonly fields: readonly string[]
  readonly body: Uint8Array
}

function headOf(p: Process, { status, type, fields }: Answer): string {
  const [phrase] = PHRASES[status]
  const lines = [
    `HTTP/1.1 ${status} ${phrase}`,
    `Date: ${formatHttpDate(p.clock.epoch())}`,
    'Connection: close',
    `Content-type: ${type}`,
    ...fields,
  ]
  return `${lines.join('\r\n')}\r\n\r\n`
}

function error(status: Status): Answer {
  const [phrase, text] = PHRASES[status]
  const title = `${status} ${phrase}`
  const page = `<HTML><HEAD><TITLE>${title}</TITLE></HEAD>\n<BODY><H1>${title}</H1>\n${text ?? ''}\n</BODY></HTML>\n`
  return { status, type: 'text/html', fields: [], body: encodeUtf8(page) }
}

function answerTo(
  p: Process,
  site: Site,
  request: string,
  fields: ReadonlyMap<string, string>,
  log: (level: number, text: string) => void,
): Answer {
  const [method = '', url] = request.trim().split(/ +/)
  if (url === undefined || !url.startsWith('/')) return error(400)
  if (!/^(?:GET|HEAD)$/i.test(method)) return error(501)
  const [coded = ''] = url.split('?')
  const path = normal(
    coded.replace(/%([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  )
  if (path === null) return error(400)
  log(2, `url:${path}`)
  const stat = p.fs.stat(`.${path}`)
  if (!isErrno(stat) && stat.kind === 'dir' && !path.endsWith('/')) {
    return { status: 302, type: 'text/html', fields: [`Location: ${path}/`], body: new Uint8Array(0) }
  }
  return fileAnswer(p, site, path.endsWith('/') ? `${path}${site.index}` : path, fields)
}

/** Without `.`, `..` and doubled slashes; null when it leads out of the root. */
function normal(path: string): string | null {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null
    } else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}${parts.length > 0 && /\/\.{0,2}$/.test(path) ? '/' : ''}`
}

function fileAnswer(p: Process, site: Site, path: string, fields: ReadonlyMap<string, string>): Answer {
  const stat = p.fs.stat(`.${path}`)
  const body = isErrno(stat) || stat.kind !== 'file' ? null : p.fs.readFile(`.${path}`)
  if (isErrno(stat) || body === null || isErrno(body)) {
    const page = site.notFound === null ? null : p.fs.readFile(site.notFound)
    return page === null || isErrno(page) ? error(404) : { ...error(404), body: page }
  }
  const dot = path.lastIndexOf('.')
  const suffix = dot < 0 ? '' : path.slice(dot + 1)
  const type = site.types.get(suffix) ?? TYPES[suffix] ?? 'application/octet-stream'
  const modified = Math.floor(modifiedAt(p, stat))
  const about = [
    'Accept-Ranges: bytes',
    `Last-Modified: ${formatHttpDate(modified)}`,
    `ETag: "${modified.toString(16)}-${body.length.toString(16)}"`,
  ]
  if (fields.get('if-none-match') === `"${modified.toString(16)}-${body.length.toString(16)}"`) {
    return { status: 304, type: 'text/html', fields: [], body: new Uint8Array(0) }
  }
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(fields.get('range') ?? '') ?? []
  const last = Math.min(to === undefined || to === '' ? Infinity : Number(to), body.length - 1)
  if (from !== undefined && Number(from) <= last) {
    const part = body.slice(Number(from), last + 1)
    const range = `Content-Range: bytes ${from}-${last}/${body.length}`
    return {
      status: 206,
      type: 'text/html',
      fields: [range, ...about, `Content-Length: ${part.length}`],
      body: part,
    }
  }
  return { status: 200, type, fields: [...about, `Content-Length: ${body.length}`], body }
}
