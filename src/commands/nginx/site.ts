// Which answer a request gets: server, location, and what stands there. Ref: nginx src/http/ngx_http_core_module.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { parseInet } from '../../wire/inet.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { formatHttpDate } from '../lib/http/date.ts'
import { formatIndex } from './autoindex.ts'
import type { Location, Scope, Server } from './config.ts'
import type { Proxy } from './proxy.ts'
import { expand, type Ends, type Request } from './request.ts'
import { ownPage, takesHeaders, type Response } from './response.ts'

/** Pages of errors lead to each other no further. */
const MOST_REDIRECTS = 10
const SECONDS = 1e9

export interface Answer {
  readonly response: Response
  readonly scope: Scope
}

export interface Visit {
  readonly p: Process
  readonly server: Server
  readonly request: Request
  readonly ends: Ends
  readonly proxy: Proxy
  readonly variables: Map<string, string>
  /** Words for the error log. */
  readonly complain: (words: string, scope: Scope) => void
}

export function* answer(visit: Visit): Blocking<Answer> {
  const { server, request } = visit
  if (request.bad || request.uri === null)
    return { response: page(visit, 400, server.scope), scope: server.scope }
  if (server.ret) return finish({ response: returned(visit, server.ret, server.scope), scope: server.scope })
  return finish(yield* visitUri(visit, request.uri, false, 0))
}

/** Adds the headers of the place. */
function finish({ response, scope }: Answer): Answer {
  const added = scope.headers.flatMap(([name, value, always]) =>
    value !== '' && (always || takesHeaders(response.status)) ? [[name, value] as const] : [],
  )
  const at = response.tail.findIndex(([name]) => name === 'Accept-Ranges')
  const tail = at < 0 ? [...response.tail, ...added] : response.tail.toSpliced(at, 0, ...added)
  return { response: { ...response, tail }, scope }
}

function* visitUri(visit: Visit, uri: string, internal: boolean, depth: number): Blocking<Answer> {
  const { server } = visit
  const location = findLocation(server.locations, uri)
  const scope = location?.scope ?? server.scope
  const response = yield* inLocation(visit, location, scope, uri, internal, depth)
  if ('response' in response) return response
  const custom = scope.errorPages.get(response.status)
  // What another server answers stands.
  if (!custom || depth > 0 || response.reason !== null) return { response, scope }
  if (!custom.uri.startsWith('/')) return { response: redirect(302, custom.uri, scope), scope }
  const paged = yield* visitUri(visit, custom.uri, true, depth + 1)
  if (paged.response.status >= 400) return { response, scope: paged.scope }
  return { response: { ...paged.response, status: custom.code ?? response.status }, scope: paged.scope }
}

/** The exact one, or the longest unless an expression fits. Ref: ngx_http_core_find_location() */
function findLocation(locations: readonly Location[], uri: string): Location | null {
  const exact = locations.find(({ kind, path }) => kind === '=' && path === uri)
  if (exact) return exact
  const [longest = null] = locations
    .filter(({ kind, path }) => (kind === '' || kind === '^~') && uri.startsWith(path))
    .toSorted((a, b) => b.path.length - a.path.length)
  const inner = longest && findLocation(longest.inner, uri)
  if (inner) return inner
  if (longest?.kind === '^~') return longest
  return locations.find(({ pattern }) => pattern?.test(uri)) ?? longest
}

function* inLocation(
  visit: Visit,
  location: Location | null,
  scope: Scope,
  uri: string,
  internal: boolean,
  depth: number,
): Blocking<Response | Answer> {
  if (location?.internal && !internal) return page(visit, 404, scope)
  const length = visit.request.body.length
  if (depth === 0 && scope.maxBody > 0 && length > scope.maxBody) {
    visit.complain(`client intended to send too large body: ${length} bytes`, scope)
    return page(visit, 413, scope)
  }
  if (location?.ret) return returned(visit, location.ret, scope)
  if (!allowed(visit, scope)) {
    visit.complain('access forbidden by rule', scope)
    return page(visit, 403, scope)
  }
  const tries = location ? location.tryFiles : visit.server.tryFiles
  if (tries) return yield* tryFiles(visit, tries, location, scope, uri, depth)
  if (location?.proxy) return yield* visit.proxy.pass(visit, location, uri)
  return yield* file(visit, location, scope, uri, depth)
}

function allowed({ ends }: Visit, scope: Scope): boolean {
  const rule = scope.access.find(({ who }) => who === 'all' || isWithin(ends.client, who))
  return rule?.allow ?? true
}

function isWithin(client: string, who: string): boolean {
  const [net = '', length = '32'] = who.split('/')
  const [a, b] = [parseInet(client), parseInet(net)]
  if (a === null || b === null) return client === who
  const shift = 32 - Number(length)
  return shift >= 32 || Math.floor(a / 2 ** shift) === Math.floor(b / 2 ** shift)
}

/** `return 200 text;`, `return 301 URL;`, `return URL;` */
function returned(visit: Visit, [first = '', text]: readonly string[], scope: Scope): Response {
  const fill = (word: string): string => expand(word, visit.p, visit.request, visit.ends, visit.variables)
  if (!/^\d+$/.test(first)) return redirect(302, fill(first), scope)
  const status = Number(first)
  if ([301, 302, 303, 307, 308].includes(status) && text !== undefined)
    return redirect(status, fill(text), scope)
  if (text === undefined) return status === 200 ? plain(visit, '', scope) : page(visit, status, scope)
  return { ...plain(visit, fill(text), scope), status }
}

function plain(visit: Visit, text: string, scope: Scope): Response {
  const type = typeOf(scope, visit.request.uri ?? '')
  return {
    status: 200,
    reason: null,
    head: [['Content-Type', type]],
    tail: [],
    body: encodeUtf8(text),
    chunked: false,
  }
}

function redirect(status: number, url: string, scope: Scope): Response {
  return { ...ownPage(status, scope.tokens), tail: [['Location', url]] }
}

export function page(_visit: Visit, status: number, scope: Scope): Response {
  return ownPage(status, scope.tokens)
}

function pathOf(location: Location | null, scope: Scope, uri: string): string {
  if (location?.alias === null || location?.alias === undefined)
    return `${scope.root.replace(/\/$/, '')}${uri}`
  return `${location.alias}${uri.slice(location.path.length)}`
}

function* tryFiles(
  visit: Visit,
  tries: readonly string[],
  location: Location | null,
  scope: Scope,
  uri: string,
  depth: number,
): Blocking<Response | Answer> {
  const last = tries.at(-1) ?? ''
  const variables = new Map([...visit.variables, ['uri', uri]])
  for (const word of tries.slice(0, -1)) {
    const tried = expand(word, visit.p, visit.request, visit.ends, variables)
    const stat = visit.p.fs.stat(pathOf(location, scope, tried.replace(/\/$/, '')) || '/')
    if (isErrno(stat) || (stat.kind === 'dir') !== tried.endsWith('/')) continue
    return yield* file(visit, location, scope, tried, depth)
  }
  if (/^=\d+$/.test(last)) return page(visit, Number(last.slice(1)), scope)
  if (depth > MOST_REDIRECTS) return page(visit, 500, scope)
  const next = expand(last, visit.p, visit.request, visit.ends, variables).split('?')[0] ?? ''
  return yield* visitUri(visit, next, true, depth + 1)
}

function* file(
  visit: Visit,
  location: Location | null,
  scope: Scope,
  uri: string,
  depth: number,
): Blocking<Response | Answer> {
  const { p, request, ends } = visit
  if (request.method !== 'GET' && request.method !== 'HEAD') return page(visit, 405, scope)
  const path = pathOf(location, scope, uri)
  const stat = p.fs.stat(path.replace(/(.)\/$/, '$1'))
  if (isErrno(stat) || (uri.endsWith('/') && stat.kind !== 'dir')) {
    const why = isErrno(stat) ? `(${stat.number}: ${stat.text})` : '(20: Not a directory)'
    if (uri.endsWith('/') && isErrno(stat))
      visit.complain(`"${path}${scope.index[0] ?? ''}" is not found ${why}`, scope)
    else visit.complain(`open() "${path}" failed ${why}`, scope)
    return page(visit, 404, scope)
  }
  if (stat.kind === 'dir') {
    if (uri.endsWith('/')) return yield* directory(visit, scope, uri, path, depth)
    const host = /^(?:\[[^\]]*\]|[^:]*)/.exec(
      visit.request.fields.find(({ name }) => name.toLowerCase() === 'host')?.value ?? '',
    )?.[0]
    const port = ends.ownPort === 80 ? '' : `:${ends.ownPort}`
    const moved = ownPage(301, scope.tokens)
    return { ...moved, head: [...moved.head, ['Location', `http://${host || ends.own}${port}${uri}/`]] }
  }
  const body = p.fs.readFile(path)
  if (isErrno(body)) {
    visit.complain(`open() "${path}" failed (${body.number}: ${body.text})`, scope)
    return page(visit, body.name === 'EACCES' ? 403 : 404, scope)
  }
  const mtime = Math.floor(p.clock.epoch() - (p.clock.now() - stat.mtime) / SECONDS)
  return {
    status: 200,
    reason: null,
    head: [
      ['Content-Type', typeOf(scope, uri)],
      ['Last-Modified', formatHttpDate(mtime)],
    ],
    tail: [
      ['ETag', `"${mtime.toString(16)}-${body.length.toString(16)}"`],
      ['Accept-Ranges', 'bytes'],
    ],
    body,
    chunked: false,
  }
}

function* directory(
  visit: Visit,
  scope: Scope,
  uri: string,
  path: string,
  depth: number,
): Blocking<Response | Answer> {
  for (const index of scope.index) {
    const stat = visit.p.fs.stat(`${path}${index}`)
    if (!isErrno(stat) && stat.kind !== 'dir' && depth < MOST_REDIRECTS)
      return yield* visitUri(visit, `${uri}${index}`, true, depth + 1)
  }
  if (scope.autoindex) {
    const text = formatIndex(visit.p, path, uri)
    return {
      status: 200,
      reason: null,
      head: [['Content-Type', 'text/html']],
      tail: [],
      body: encodeUtf8(text),
      chunked: true,
    }
  }
  visit.complain(`directory index of "${path}" is forbidden`, scope)
  return page(visit, 403, scope)
}

function typeOf(scope: Scope, uri: string): string {
  const [, end] = /\.([^./]+)$/.exec(uri) ?? []
  return (end === undefined ? undefined : scope.types.get(end.toLowerCase())) ?? scope.defaultType
}
