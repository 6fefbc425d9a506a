// A worker process: takes connections, answers requests, writes the logs.
import { concat } from '../../wire/octets.ts'
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { formatAddress, isMapped, unmapped } from '../../wire/inet6.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { strftime } from '../lib/calendar.ts'
import { formatHttpDate } from '../lib/http/date.ts'
import { LineReader } from '../lib/http/reader.ts'
import { userNumber } from '../lib/owner.ts'
import { sendStream } from '../lib/stream.ts'
import { withThreads } from '../lib/threads.ts'
import type { Listen, NginxConfig, Scope, Server } from './config.ts'
import { Proxy } from './proxy.ts'
import { expand, hostOf, readRequest, type Ends, type Request } from './request.ts'
import { reasonOf, VERSION, type Response } from './response.ts'
import { answer } from './site.ts'

export interface Open {
  readonly listen: Listen
  readonly socket: StreamSocket
}

export class Worker {
  readonly #p: Process
  readonly #config: NginxConfig
  readonly #opens: readonly Open[]
  readonly #proxy: Proxy
  #connections = 0
  #ended = false

  constructor(
    p: Process,
    config: NginxConfig,
    opens: readonly Open[],
    addresses: ReadonlyMap<string, number | bigint>,
  ) {
    this.#p = p
    this.#config = config
    this.#opens = opens
    this.#proxy = new Proxy(p, config, addresses)
  }

  *run(): Blocking<number> {
    const { procs } = this.#p
    const uid = userNumber(this.#p, this.#config.user)
    if (uid !== null) procs.setuid(uid)
    for (const signal of ['TERM', 'QUIT'] as const) procs.onSignal(signal, () => (this.#ended = true))
    procs.onSignal('PIPE', 'ignore')
    procs.onSignal('INT', 'ignore')
    for (const { socket } of this.#opens) this.#p.net.inherit(socket)
    yield* withThreads(this.#p, (start) => this.#accept(start))
    return 0
  }

  *#accept(start: (body: Blocking<void>) => void): Blocking<void> {
    const { net, clock } = this.#p
    const sockets = this.#opens.map(({ socket }) => socket)
    while (!this.#ended) {
      for (const { listen, socket } of this.#opens) {
        const connection = net.accept(socket)
        if (!isErrno(connection)) start(this.#serve(connection, listen))
      }
      if (sockets.every(({ pendingConnections }) => pendingConnections === 0)) yield* clock.wait(sockets)
    }
  }

  *#serve(socket: StreamSocket, listen: Listen): Blocking<void> {
    const number = ++this.#connections
    const peer = socket.remote()
    if (isErrno(peer)) return socket.close()
    const text = (address: number | bigint): string =>
      formatAddress(typeof address === 'bigint' && isMapped(address) ? unmapped(address) : address)
    const { local } = socket
    const reader = new LineReader(this.#p, socket)
    for (;;) {
      const request = yield* readRequest(reader)
      if (!request) break
      const plain = {
        client: text(peer.address),
        clientPort: peer.port,
        own: text(local.address),
        ownPort: local.port,
      }
      const server = this.#serverFor(listen, request, local.port)
      if (!server) break
      const ends: Ends = { ...plain, serverName: server.names[0] ?? '' }
      const variables = new Map<string, string>()
      const { response, scope } = yield* answer({
        p: this.#p,
        server,
        request,
        ends,
        proxy: this.#proxy,
        variables,
        complain: (words, at) => this.#complain(words, at, number, request, ends),
      })
      const keep = request.keepAlive && !request.bad && response.status !== 400 && response.status !== 413
      const { head, body } = format(this.#p, request, response, keep, scope.tokens)
      variables.set('status', String(response.status))
      variables.set('body_bytes_sent', String(body.length))
      this.#log(request, ends, scope, variables)
      if (yield* sendStream(this.#p, socket, concat([head, body]))) break
      if (!keep) break
    }
    socket.shutdown('write')
    socket.close()
  }

  /** Of those that listen there the one of the name, the default, or the first. */
  #serverFor(listen: Listen, request: Request, port: number): Server | null {
    const here = this.#config.servers.filter(({ listens }) => listens.some((one) => one.text === listen.text))
    const ends: Ends = { client: '', clientPort: 0, own: '', ownPort: port, serverName: '' }
    const host = hostOf(request, ends)
    const named =
      here.find(({ names }) => names.includes(host)) ??
      here.find(({ names }) => names.some((name) => name.startsWith('*.') && host.endsWith(name.slice(1)))) ??
      here.find(({ names }) =>
        names.some((name) => name.endsWith('.*') && host.startsWith(name.slice(0, -1))),
      ) ??
      here.find(({ names }) =>
        names.some((name) => name.startsWith('~') && new RegExp(name.slice(1)).test(host)),
      )
    const standard = here.find(({ listens }) =>
      listens.some((one) => one.text === listen.text && one.isDefault),
    )
    return named ?? standard ?? here[0] ?? null
  }

  #log(request: Request, ends: Ends, scope: Scope, variables: Map<string, string>): void {
    for (const { path, format } of scope.accessLogs) {
      const text = this.#config.formats.get(format) ?? ''
      const filled = new Map([
        ...variables,
        ...DASHES.flatMap((name): [string, string][] => dash(name, request)),
      ])
      this.#append(path, `${expand(text, this.#p, request, ends, filled)}\n`)
    }
  }

  /** `words`, and after a bar where an upstream was asked. */
  #complain(words: string, scope: Scope, number: number, request: Request, ends: Ends): void {
    const [what = '', upstream] = words.split('|')
    const host = request.fields.find(({ name }) => name.toLowerCase() === 'host')?.value
    const time = strftime('%Y/%m/%d %H:%M:%S', this.#p.clock.epoch())
    const { pid } = this.#p
    const line =
      `${time} [error] ${pid}#${pid}: *${number} ${what}, client: ${ends.client}, server: ${ends.serverName}, ` +
      `request: "${request.line}"${upstream === undefined ? '' : `, upstream: "http://${upstream}"`}` +
      `${host === undefined ? '' : `, host: "${host}"`}\n`
    if (scope.errorLog === null || scope.errorLog === 'stderr') this.#p.io.err(line)
    else this.#append(scope.errorLog, line)
  }

  #append(path: string, line: string): void {
    const file = this.#p.fs.open(path, { write: true, append: true, create: true })
    if (isErrno(file)) return
    file.write(encodeUtf8(line))
    file.close()
  }
}

/** What a log shows as a hyphen when it is not there. */
const DASHES = ['http_referer', 'http_user_agent', 'remote_user', 'upstream_addr', 'http_x_forwarded_for']

function dash(name: string, request: Request): [string, string][] {
  const field = name.startsWith('http_') ? name.slice(5).replaceAll('_', '-') : null
  const there = field !== null && request.fields.some((one) => one.name.toLowerCase() === field)
  return there || name === 'upstream_addr' ? [] : [[name, '-']]
}

interface Octets {
  readonly head: Uint8Array
  readonly body: Uint8Array
}

function format(p: Process, request: Request, response: Response, keep: boolean, tokens: boolean): Octets {
  const { status, reason, head, tail, body, chunked } = response
  const cut = chunked && request.version === '1.1' && body.length > 0
  const length = cut || (status === 204 && body.length === 0) ? [] : [`Content-Length: ${body.length}`]
  const told = reason ?? reasonOf(status)
  const [type, ...others] = head.map(([name, value]) => `${name}: ${value}`)
  const lines = [
    `HTTP/1.1 ${status}${told === '' ? '' : ` ${told}`}`,
    `Server: nginx${tokens ? `/${VERSION}` : ''}`,
    `Date: ${formatHttpDate(p.clock.epoch())}`,
    ...(type === undefined ? [] : [type]),
    ...length,
    ...others,
    ...(cut ? ['Transfer-Encoding: chunked'] : []),
    `Connection: ${keep ? 'keep-alive' : 'close'}`,
    ...tail.map(([name, value]) => `${name}: ${value}`),
  ]
  const octets = encodeUtf8(`${lines.join('\r\n')}\r\n\r\n`)
  if (request.method === 'HEAD') return { head: octets, body: new Uint8Array() }
  if (!cut) return { head: octets, body }
  const chunk = concat([encodeUtf8(`${body.length.toString(16)}\r\n`), body])
  return { head: octets, body: concat([chunk, encodeUtf8('\r\n0\r\n\r\n')]) }
}
