// What a request is answered with: files, listings, and what is wrong. Ref: httpd modules/http/http_protocol.c,
// http_request.c, server/core.c, modules/mappers/mod_dir.c, modules/generators/mod_autoindex.c
import { modifiedAt } from '../../../../commands/lib/fileTime.ts'
import { formatHttpDate, parseHttpDate } from '../../../../commands/lib/http/date.ts'
import type { Process } from '../../../../os/program.ts'
import { EACCES, isErrno } from '../../../../uapi/errno.ts'
import { encodeUtf8 } from '../../../../wire/utf8.ts'
import type { HttpdConfig, Section } from './config.ts'

export interface Request {
  /** The request line as it came. */
  readonly line: string
  readonly method: string
  readonly url: string
  /** 9 for what has no version, 10, 11. */
  readonly version: number
  readonly fields: ReadonlyMap<string, string>
}

export interface Answer {
  readonly status: string
  readonly fields: readonly string[]
  readonly body: Uint8Array
  /** A line of the error log: module, then the words. */
  readonly complaint?: readonly [module: string, words: string, errno?: string]
}

const DOCTYPE = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n'
const METHODS = 'OPTIONS,HEAD,GET,POST,TRACE'
const KNOWN: ReadonlySet<string> = new Set(
  'GET HEAD POST OPTIONS TRACE PUT DELETE PATCH CONNECT PROPFIND MKCOL COPY MOVE LOCK UNLOCK'.split(' '),
)

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  txt: 'text/plain',
  conf: 'text/plain',
  log: 'text/plain',
  css: 'text/css',
  csv: 'text/csv',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  ico: 'image/x-icon',
  pdf: 'application/pdf',
  zip: 'application/zip',
  tar: 'application/x-tar',
  gz: 'application/x-gzip',
  mp4: 'video/mp4',
}

/** The line and the fields of a request; null when it is none. */
export function parseRequest(line: string, fields: ReadonlyMap<string, string>): Request | null {
  const [, method = '', url = '', digits] =
    /^([A-Za-z]+) (\/\S*|\*|https?:\/\/\S+)(?: HTTP\/(1\.[01]))?$/.exec(line) ?? []
  if (method === '' || (digits === undefined && (method !== 'GET' || / HTTP/.test(line)))) return null
  const version = digits === undefined ? 9 : digits === '1.0' ? 10 : 11
  if (version === 11 && !fields.has('host')) return null
  return { line, method, url, version, fields }
}

export function badRequest(): Answer {
  return page('400 Bad Request', 'Your browser sent a request that this server could not understand.<br />\n')
}

export function answerTo(p: Process, config: HttpdConfig, request: Request): Answer {
  const { method, url } = request
  const [coded = ''] = url.replace(/^https?:\/\/[^/]*/, '').split('?')
  const path = decoded(coded)
  if (path === null) return { ...badRequest(), complaint: ['core', `AH10244: invalid URI path (${coded})`] }
  if (!KNOWN.has(method)) {
    const words = `${method} not supported for current URL.<br />\n`
    const answer = page('501 Not Implemented', words, [`Allow: ${METHODS}`])
    return { ...answer, complaint: ['core', `AH00135: Invalid method in request ${request.line}`] }
  }
  if (method === 'TRACE') return trace(request)
  if (url === '*') return options()
  const file = config.documentRoot + path
  const denied = accessError(config, file)
  if (denied) return denied
  if (method === 'OPTIONS') return options()
  if (!['GET', 'HEAD', 'POST'].includes(method)) {
    const words = `The requested method ${method} is not allowed for this URL.`
    return page('405 Method Not Allowed', words, [`Allow: ${METHODS}`])
  }
  const stat = p.fs.stat(file)
  if (isErrno(stat)) return stat === EACCES ? unreadable(file) : notFound()
  if (stat.kind !== 'dir') return path.endsWith('/') ? notFound() : fileAnswer(p, config, file, request)
  return path.endsWith('/') ? directoryAnswer(p, config, path, request) : moved(`${coded}/`, request)
}

/** Without `.` and doubled slashes; null when it leads out of the root or has no such octets. */
function decoded(coded: string): string | null {
  if (/%(?![\da-fA-F]{2})/.test(coded)) return null
  const plain = coded.replace(/%([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  const parts: string[] = []
  for (const part of plain.split('/').slice(1)) {
    if (part === '..') {
      if (parts.pop() === undefined) return null
    } else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}${parts.length > 0 && /\/\.{0,2}$/.test(plain) ? '/' : ''}`
}

/** What the longest section that a path is in says. */
function ruling<K extends 'granted' | 'indexes'>(config: HttpdConfig, path: string, key: K): Section[K] {
  const within = config.directories.filter(
    (section) => section[key] !== null && `${path}/`.startsWith(section.path.replace(/\/?$/, '/')),
  )
  return within.toSorted((a, b) => a.path.length - b.path.length).at(-1)?.[key] ?? null
}

function accessError(config: HttpdConfig, file: string): Answer | null {
  const hidden = file.split('/').some((name) => name.startsWith('.ht'))
  if (!hidden && ruling(config, file, 'granted') !== false) return null
  const words = `AH01630: client denied by server configuration: ${file}`
  return { ...forbidden(), complaint: ['authz_core', words] }
}

function fileAnswer(p: Process, config: HttpdConfig, file: string, { fields, method }: Request): Answer {
  const stat = p.fs.stat(file)
  const octets = p.fs.readFile(file)
  if (isErrno(stat)) return notFound()
  if (isErrno(octets)) return octets === EACCES ? unreadable(file) : notFound()
  const modified = Math.min(modifiedAt(p, stat), p.clock.epoch())
  const etag = `"${octets.length.toString(16)}-${Math.floor(modified * 1e6).toString(16)}"`
  const about = [
    `Last-Modified: ${formatHttpDate(Math.floor(modified))}`,
    `ETag: ${etag}`,
    'Accept-Ranges: bytes',
  ]
  if (method !== 'POST' && unchanged(p, fields, etag, modified))
    return { status: '304 Not Modified', fields: about, body: new Uint8Array(0) }
  const suffix =
    file
      .slice(file.lastIndexOf('/') + 1)
      .split('.')
      .slice(1)
      .at(-1) ?? ''
  const type = config.types.get(suffix) ?? TYPES[suffix]
  const typed = type === undefined ? [] : [`Content-Type: ${type}`]
  const [, from, to = ''] = /^bytes=(\d+)-(\d*)$/.exec(fields.get('range') ?? '') ?? []
  if (from === undefined)
    return {
      status: '200 OK',
      fields: [...about, `Content-Length: ${octets.length}`, ...typed],
      body: octets,
    }
  if (Number(from) >= octets.length) return outOfRange()
  const last = Math.min(to === '' ? Infinity : Number(to), octets.length - 1)
  const body = octets.slice(Number(from), last + 1)
  const range = [`Content-Length: ${body.length}`, `Content-Range: bytes ${from}-${last}/${octets.length}`]
  return { status: '206 Partial Content', fields: [...about, ...range, ...typed], body }
}

/** A date that is yet to come says nothing. */
function unchanged(p: Process, fields: ReadonlyMap<string, string>, etag: string, modified: number): boolean {
  const tags = fields.get('if-none-match')
  if (tags !== undefined) return tags === '*' || tags.split(/,\s*/).includes(etag)
  const since = parseHttpDate(fields.get('if-modified-since') ?? '')
  return since !== null && since <= p.clock.epoch() && since >= Math.floor(modified)
}

function directoryAnswer(p: Process, config: HttpdConfig, path: string, request: Request): Answer {
  const folder = config.documentRoot + path
  for (const index of config.indexes) {
    const stat = p.fs.stat(folder + index)
    if (!isErrno(stat) && stat.kind === 'file') return fileAnswer(p, config, folder + index, request)
  }
  const names = p.fs.readdir(folder)
  if (isErrno(names)) return unreadable(folder)
  if (ruling(config, folder, 'indexes') !== true) {
    const words = `AH01276: Cannot serve directory ${folder}: No matching DirectoryIndex (${config.indexes.join(',')}) found, and server-generated directory index forbidden by Options directive`
    return { ...forbidden(), complaint: ['autoindex', words] }
  }
  const shown = names.filter((name) => !name.startsWith('.ht')).sort((a, b) => (a < b ? -1 : 1))
  const lines = shown.map((name) => {
    const stat = p.fs.stat(folder + name)
    const label = `${name}${!isErrno(stat) && stat.kind === 'dir' ? '/' : ''}`
    return `<li><a href="${encodeURI(label)}"> ${escaped(label)}</a></li>\n`
  })
  const above = path.replace(/[^/]*\/$/, '')
  const parent = path === '/' ? '' : `<li><a href="${encodeURI(above)}"> Parent Directory</a></li>\n`
  const title = `Index of ${escaped(path === '/' ? path : path.slice(0, -1))}`
  const text = `${DOCTYPE}<html>\n <head>\n  <title>${title}</title>\n </head>\n <body>\n<h1>${title}</h1>\n<ul>${parent}${lines.join('')}</ul>\n</body></html>\n`
  return textAnswer('200 OK', text, [], 'text/html;charset=ISO-8859-1')
}

function moved(path: string, { fields }: Request): Answer {
  const host = fields.get('host') ?? 'localhost'
  const location = `http://${host}${path}`
  const words = `The document has moved <a href="${escaped(location)}">here</a>.`
  return page('301 Moved Permanently', words, [`Location: ${location}`])
}

function trace({ line, fields }: Request): Answer {
  const head = [line, ...[...fields].map(([name, value]) => `${titled(name)}: ${value}`)]
  return {
    status: '200 OK',
    fields: ['Content-Type: message/http'],
    body: encodeUtf8(`${head.join('\r\n')}\r\n\r\n`),
  }
}

function titled(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
}

function options(): Answer {
  return {
    status: '200 OK',
    fields: [`Allow: ${METHODS}`, 'Content-Length: 0', 'Content-Type: text/html'],
    body: new Uint8Array(0),
  }
}

function notFound(): Answer {
  return page('404 Not Found', 'The requested URL was not found on this server.')
}

function forbidden(): Answer {
  return page('403 Forbidden', "You don't have permission to access this resource.")
}

function unreadable(file: string): Answer {
  const words = `AH00132: file permissions deny server access: ${file}`
  return { ...forbidden(), complaint: ['core', words, '(13)Permission denied: '] }
}

function outOfRange(): Answer {
  const words =
    'None of the range-specifier values in the Range\nrequest-header field overlap the current extent\nof the selected resource.'
  const answer = page('416 Requested Range Not Satisfiable', words)
  return { ...answer, fields: answer.fields.filter((field) => !field.startsWith('Content-Length')) }
}

/** A page about a status. Ref: http_protocol.c:ap_send_error_response() */
function page(status: string, words: string, fields: readonly string[] = []): Answer {
  const title = status.slice(4)
  const text = `${DOCTYPE}<html><head>\n<title>${status}</title>\n</head><body>\n<h1>${title}</h1>\n<p>${words}</p>\n</body></html>\n`
  return textAnswer(status, text, fields, 'text/html; charset=iso-8859-1')
}

function textAnswer(status: string, text: string, fields: readonly string[], type: string): Answer {
  const body = encodeUtf8(text)
  return { status, fields: [...fields, `Content-Length: ${body.length}`, `Content-Type: ${type}`], body }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
