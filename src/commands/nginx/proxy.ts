// proxy_pass: another server is asked, of several in turn. Ref: nginx src/http/ngx_http_upstream_round_robin.c
import { concat } from '../../wire/octets.ts'
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { EAGAIN, ETIMEDOUT, isErrno } from '../../uapi/errno.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { ResponseParser } from '../lib/http/response.ts'
import { connectStream, recvStream, sendStream } from '../lib/stream.ts'
import { proxyTarget, type Location, type NginxConfig, type Peer } from './config.ts'
import { expand, type Request } from './request.ts'
import { ownPage, type Response } from './response.ts'
import type { Visit } from './site.ts'

const FAIL_TIMEOUT = 10 * SECOND
/** What is not passed on, either way. */
const OWN: ReadonlySet<string> = new Set([
  'date',
  'server',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
])

interface PeerState {
  readonly peer: Peer
  readonly address: number | bigint
  current: number
  failedAt: number
}

export class Proxy {
  readonly #p: Process
  readonly #config: NginxConfig
  readonly #addresses: ReadonlyMap<string, number | bigint>
  readonly #groups = new Map<string, PeerState[]>()

  constructor(p: Process, config: NginxConfig, addresses: ReadonlyMap<string, number | bigint>) {
    this.#p = p
    this.#config = config
    this.#addresses = addresses
  }

  *pass(visit: Visit, location: Location, uri: string): Blocking<Response> {
    const url = location.proxy ?? ''
    const target = proxyTarget(url)
    const group = this.#group(target.host, target.port)
    const path = this.#pathOf(visit.request, location, target.path, uri)
    const tried = new Set<PeerState>()
    for (;;) {
      const state = this.#next(group, tried)
      if (!state) {
        if (tried.size === 0)
          visit.complain(
            `no live upstreams while connecting to upstream|${target.name}${path}`,
            location.scope,
          )
        return ownPage(502, location.scope.tokens)
      }
      tried.add(state)
      const end = `${formatHost(state.address)}:${state.peer.port}`
      visit.variables.set('upstream_addr', end)
      const response = yield* this.#ask(visit, location, state, path, target.name)
      if (typeof response !== 'string') return response
      // One alone is never given up.
      if (group.length > 1) state.failedAt = this.#p.clock.now()
      visit.complain(`${response}|${end}${path}`, location.scope)
      if (tried.size >= group.length)
        return ownPage(response.startsWith('upstream timed') ? 504 : 502, location.scope.tokens)
    }
  }

  #group(host: string, port: number): PeerState[] {
    const key = `${host}:${port}`
    const known = this.#groups.get(key)
    if (known) return known
    const alone: Peer = { host, port, weight: 1, down: false, backup: false }
    const made = (this.#config.upstreams.get(host) ?? [alone]).flatMap((peer): PeerState[] => {
      const address = this.#addresses.get(peer.host)
      return address === undefined ? [] : [{ peer, address, current: 0, failedAt: -Infinity }]
    })
    this.#groups.set(key, made)
    return made
  }

  /** Smooth weighted round robin; backups when nobody else is left. Ref: ngx_http_upstream_get_peer() */
  #next(group: readonly PeerState[], tried: ReadonlySet<PeerState>): PeerState | null {
    const now = this.#p.clock.now()
    const able = group.filter(
      (one) => !one.peer.down && !tried.has(one) && one.failedAt + FAIL_TIMEOUT <= now,
    )
    const first = able.filter(({ peer }) => !peer.backup)
    const from = first.length > 0 ? first : able
    const total = from.reduce((sum, { peer }) => sum + peer.weight, 0)
    let best: PeerState | null = null
    for (const one of from) {
      one.current += one.peer.weight
      if (!best || one.current > best.current) best = one
    }
    if (best) best.current -= total
    return best
  }

  /** A path of proxy_pass stands where the location's was. */
  #pathOf(request: Request, location: Location, path: string | null, uri: string): string {
    if (path === null) return request.target
    const rest = location.pattern ? uri : uri.slice(location.path.length)
    return `${path}${encodeURI(rest)}${request.args === '' ? '' : `?${request.args}`}`
  }

  /** The answer, or what went wrong. */
  *#ask(
    visit: Visit,
    location: Location,
    state: PeerState,
    path: string,
    name: string,
  ): Blocking<Response | string> {
    const { address, peer } = state
    const socket = this.#p.net.streamSocket(typeof address === 'number' ? 'inet' : 'inet6')
    try {
      const { connectTimeout, readTimeout } = location.scope
      const until = this.#p.clock.now() + connectTimeout
      const error = yield* connectStream(this.#p, socket, { address, port: peer.port }, until)
      if (error === ETIMEDOUT)
        return 'upstream timed out (110: Connection timed out) while connecting to upstream'
      if (error) return `connect() failed (${error.number}: ${error.text}) while connecting to upstream`
      yield* sendStream(this.#p, socket, this.#request(visit, location, path, name))
      const parser = new ResponseParser(visit.request.method === 'HEAD')
      let body: Uint8Array = new Uint8Array()
      while (!parser.done) {
        const got = yield* recvStream(this.#p, socket, 65536, this.#p.clock.now() + readTimeout)
        if (got === EAGAIN)
          return 'upstream timed out (110: Connection timed out) while reading response header from upstream'
        if (isErrno(got))
          return `recv() failed (${got.number}: ${got.text}) while reading response header from upstream`
        if (got.length === 0) break
        body = concat([body, parser.push(got)])
      }
      const { head } = parser
      if (!head) return 'upstream prematurely closed connection while reading response header from upstream'
      return {
        status: head.status,
        reason: head.statusLine.replace(/^\S+ +\d+ ?/, ''),
        head: head.fields.flatMap(({ name: field, value }) =>
          field.toLowerCase() === 'content-type' ? [['Content-Type', value] as const] : [],
        ),
        tail: head.fields.flatMap(({ name: field, value }) =>
          OWN.has(field.toLowerCase()) || field.toLowerCase() === 'content-type'
            ? []
            : [[field, value] as const],
        ),
        body,
        chunked:
          parser.chunked || !head.fields.some((field) => field.name.toLowerCase() === 'content-length'),
      }
    } finally {
      socket.close()
    }
  }

  #request(visit: Visit, { scope }: Location, path: string, name: string): Uint8Array {
    const { request, ends, p } = visit
    const variables = new Map([...visit.variables, ['proxy_host', name]])
    const set = scope.proxyHeaders.map(
      ([field, value]) => [field, expand(value, p, request, ends, variables)] as const,
    )
    const has = (field: string): boolean => set.some(([one]) => one.toLowerCase() === field)
    const lines = [
      `${request.method} ${path} HTTP/1.0`,
      ...(has('host') ? [] : [`Host: ${name}`]),
      ...set.flatMap(([field, value]) => (value === '' ? [] : [`${field}: ${value}`])),
      ...(has('connection') ? [] : ['Connection: close']),
      ...(request.body.length > 0 ? [`Content-Length: ${request.body.length}`] : []),
      ...request.fields.flatMap((field) => {
        const lower = field.name.toLowerCase()
        return OWN.has(lower) || lower === 'host' || has(lower) ? [] : [`${field.name}: ${field.value}`]
      }),
    ]
    return concat([encodeUtf8(`${lines.join('\r\n')}\r\n\r\n`), request.body])
  }
}

function formatHost(address: number | bigint): string {
  return typeof address === 'bigint' ? `[${formatAddress(address)}]` : formatAddress(address)
}
