// What transfers of one curl share: names already resolved, connections that are left open, how it talks.
import type { Blocking, Process } from '../../os/program.ts'
import { MILLISECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import type { UnixSocket } from '../../uapi/unix.ts'
import { formatAddress, parseInet6 } from '../../wire/inet6.ts'
import { inetAton } from '../lib/inetAton.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { withThreads } from '../lib/threads.ts'
import { connectAny, type Address } from './connect.ts'
import type { Meter } from './meter.ts'
import type { CurlSettings } from './options.ts'
import type { Url } from './url.ts'

/** CURLOPT_CONNECTTIMEOUT of itself. */
const CONNECT_TIMEOUT = 300

export interface Connection {
  readonly id: number
  readonly socket: StreamSocket | UnixSocket
  readonly address: Address
}

/** An error of libcurl. */
export interface CurlError {
  readonly code: number
  readonly text: string
  /** It is not told of with -v. */
  readonly untold?: boolean
}

/** When a transfer began and must be over. */
export interface Deadline {
  readonly start: Nanoseconds
  readonly until: Nanoseconds
}

export class Session {
  readonly p: Process
  readonly settings: CurlSettings
  readonly #names = new Map<string, readonly Address[]>()
  readonly #open = new Map<string, Connection>()
  #connections = 0
  /** The last line told of data that is not shown. */
  #toldData = false

  constructor(p: Process, settings: CurlSettings) {
    this.p = p
    this.settings = settings
  }

  /** With -v: `*` information, `>` and `<` head lines. */
  trace(mark: '*' | '>' | '<', text: string): void {
    if (!this.settings.flags.has('verbose')) return
    this.#toldData = false
    this.p.io.err(`${mark} ${text}`)
  }

  info(text: string): void {
    this.trace('*', `${text}\n`)
  }

  /** With -v: data goes by that is not shown. */
  data(mark: '{' | '}', size: number, shown: boolean): void {
    if (!this.settings.flags.has('verbose') || this.#toldData || shown) return
    this.#toldData = true
    this.p.io.err(`${mark} [${size} bytes data]\n`)
  }

  milliseconds({ start }: Deadline): number {
    return Math.floor((this.p.clock.now() - start) / MILLISECOND)
  }

  /** --resolve HOST:PORT:ADDRESS[,ADDRESS…] */
  addResolved(): CurlError | null {
    for (const entry of this.settings.resolve) {
      const [, host = '', port = '', list = ''] = /^\+?([^:]+):(\d+):(.+)$/.exec(entry) ?? []
      const addresses = list.split(',').map((text) => {
        const bare = text.replace(/^\[|\]$/g, '')
        return inetAton(bare) ?? parseInet6(bare)
      })
      const known = addresses.flatMap((address) => address ?? [])
      if (host === '' || known.length !== addresses.length)
        return { code: 49, text: `Couldn't parse CURLOPT_RESOLVE entry '${entry}'` }
      this.#names.set(`${host.toLowerCase()}:${port}`, known)
      this.info(`Added ${host}:${port}:${list} to DNS cache`)
    }
    return null
  }

  /** A connection that was left open, or null. */
  reuse(url: Url): Connection | null {
    const key = `${url.host}:${url.port}`
    const connection = this.#open.get(key)
    if (!connection) return null
    this.#open.delete(key)
    const { readable, hup, error } = connection.socket.poll()
    if (readable || hup || error) {
      this.info(`Connection ${connection.id} seems to be dead`)
      this.closeConnection(connection)
      return null
    }
    this.info(`Found bundle for host: 0x${this.#pointer()} [serially]`)
    this.info('Can not multiplex, even if we wanted to')
    this.info(`Re-using existing connection #${connection.id} with host ${url.host}`)
    return connection
  }

  #pointer(): string {
    return `55${this.p.random().toString(16).padStart(8, '0')}d0`
  }

  keep(url: Url, connection: Connection): void {
    this.#open.set(`${url.host}:${url.port}`, connection)
    this.info(`Connection #${connection.id} to host ${url.host} left intact`)
  }

  closeConnection(connection: Connection): void {
    this.info(`Closing connection ${connection.id}`)
    connection.socket.close()
  }

  /** A new connection; `resolved` hears when the name is. */
  *connect(
    url: Url,
    deadline: Deadline,
    meter: Meter,
    resolved: () => void,
  ): Blocking<Connection | CurlError> {
    const id = this.#connections++
    const made = yield* this.#connect(id, url, deadline, meter, resolved)
    if ('socket' in made) return made
    if (!made.untold) this.info(made.text)
    meter.end()
    this.info(`Closing connection ${id}`)
    return made
  }

  *#connect(
    id: number,
    url: Url,
    deadline: Deadline,
    meter: Meter,
    resolved: () => void,
  ): Blocking<Connection | CurlError> {
    const { p, settings } = this
    const limit = Number(settings.values.get('connect-timeout') ?? CONNECT_TIMEOUT) || CONNECT_TIMEOUT
    // poll(2) counts whole milliseconds: a time-out is found to be over in the next.
    const connectUntil = deadline.start + limit * SECOND + MILLISECOND
    const until = Math.min(deadline.until, connectUntil)
    const path = settings.values.get('unix-socket')
    if (path !== undefined) {
      resolved()
      return this.#connectUnix(id, url, path, deadline)
    }
    const addresses = yield* this.#resolve(url, until, meter)
    if (addresses === 'late')
      return { code: 28, text: `Resolving timed out after ${this.milliseconds(deadline)} milliseconds` }
    if ('code' in addresses) return addresses
    resolved()
    const connected = yield* connectAny(p, {
      addresses,
      port: url.port,
      from: settings.values.get('interface') ?? null,
      localPort: Number(settings.values.get('local-port') ?? 0),
      until,
      say: (line) => this.info(line),
      meter,
    })
    if ('code' in connected) return connected
    if ('socket' in connected) {
      const { socket, address } = connected
      const shown = `${url.host} (${addressText(socket)}) port ${url.port} (#${id})`
      this.info(`Connected to ${shown}`)
      return { id, socket, address }
    }
    const after = this.milliseconds(deadline)
    if (connected.failed === 'late' && deadline.until <= connectUntil)
      return { code: 28, text: `Connection timed out after ${after} milliseconds` }
    if (connected.failed === 'late')
      this.info(
        `ipv${typeof addresses[0] === 'bigint' ? 6 : 4} connect timeout after ${limit * 1000}ms, move on!`,
      )
    const failed = `Failed to connect to ${url.host} port ${url.port} after ${after} ms`
    return connected.failed === 'late'
      ? { code: 28, text: `${failed}: Timeout was reached` }
      : { code: 7, text: `${failed}: Couldn't connect to server` }
  }

  /** `--unix-socket`: the URL's host is only talked of. */
  #connectUnix(id: number, url: Url, path: string, deadline: Deadline): Connection | CurlError {
    this.info(`  Trying ${path}:0...`)
    const socket = this.p.net.unixSocket()
    const error = socket.connect(path)
    if (!error) {
      this.info(`Connected to ${url.host} (${socket.peerPath}) port ${url.port} (#${id})`)
      return { id, socket, address: 0 }
    }
    socket.close()
    this.info(`Immediate connect fail for ${path}: ${error.text}`)
    const after = this.milliseconds(deadline)
    return {
      code: 7,
      text: `Failed to connect to ${url.host} port ${url.port} after ${after} ms: Couldn't connect to server`,
    }
  }

  *#resolve(url: Url, until: Nanoseconds, meter: Meter): Blocking<readonly Address[] | 'late' | CurlError> {
    const { p } = this
    const { flags } = this.settings
    const family = flags.has('ipv4') ? 'inet' : flags.has('ipv6') ? 'inet6' : 'any'
    const wants = (address: Address): boolean =>
      family === 'any' || (family === 'inet6') === (typeof address === 'bigint')
    const key = `${url.host.toLowerCase()}:${url.port}`
    const known = this.#names.get(key)
    if (known) {
      this.info(`Hostname ${url.host} was found in DNS cache`)
      return known.filter(wants)
    }
    const numeric = inetAton(url.host) ?? parseInet6(url.host)
    if (numeric !== null) {
      if (!wants(numeric)) return { code: 7, text: "Couldn't connect to server", untold: true }
      this.#names.set(key, [numeric])
      return [numeric]
    }
    // RFC 6761 section 6.3. Ref: lib/hostip.c:get_localhost()
    if (/(^|\.)localhost\.?$/i.test(url.host)) {
      const own: readonly Address[] = [0x7f000001, 1n]
      this.#names.set(key, own.filter(wants))
      return own.filter(wants)
    }
    let found: readonly Address[] | null | undefined
    yield* withThreads(p, function* waiting(start) {
      start(
        (function* looking() {
          const answer = yield* getaddrinfo(p, url.host, family)
          found = 'error' in answer ? null : answer.addresses
        })(),
      )
      do {
        yield* p.clock.wait([], Math.min(until, meter.next))
        meter.tick()
      } while (found === undefined && p.clock.now() < until)
    })
    if (found === undefined) return 'late'
    if (found === null) return { code: 6, text: `Could not resolve host: ${url.host}` }
    this.#names.set(key, found)
    return found
  }
}

function addressText(socket: Connection['socket']): string {
  return endText(socket).address
}

/** The other end. */
export function endText(socket: Connection['socket']): { readonly address: string; readonly port: number } {
  if (!('remote' in socket)) return { address: socket.peerPath, port: 0 }
  const remote = socket.remote()
  return 'address' in remote
    ? { address: formatAddress(remote.address), port: remote.port }
    : { address: '', port: 0 }
}
