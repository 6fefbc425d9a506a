// A node's side of the connection to its manager: made, kept alive, made again. (Ref: swarmkit agent/session.go,
// ca/config.go:DownloadRootCA(), node/node.go)
import type { Blocking, Process } from '../../../os/program.ts'
import { connectStream } from '../../../commands/lib/stream.ts'
import { SECOND } from '../../../sim/clock.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { ETIMEDOUT, type Errno } from '../../../uapi/errno.ts'
import { formatInet } from '../../../wire/inet.ts'
import { isApiError, systemError, type ApiError } from '../libnetwork/apiError.ts'
import { goText } from '../libnetwork/netlink.ts'
import { hexDigest, parseJoinToken } from './identity.ts'
import {
  HEARTBEAT,
  type JoinRequest,
  type LogsRequest,
  type NodeDuties,
  type SessionStart,
} from './manager.ts'
import type { Assignment } from './orchestrator.ts'
import { RpcLink } from './rpc.ts'
import { rpcError } from './rpcError.ts'

const DIAL_TIMEOUT = 5 * SECOND
/** Ref: ca/config.go:GetRemoteCARetryInterval: so often, so far apart. */
const ATTEMPTS = 5
const RETRY_INTERVAL = 2 * SECOND
const RECONNECT_INTERVAL = 5 * SECOND

export interface Remote {
  readonly address: number
  readonly port: number
}

export class Agent {
  readonly #p: Process
  readonly #remote: Remote
  readonly #start: (body: Blocking<void>) => void
  readonly #changed = new WaitQueue()
  #link: RpcLink | null = null
  #closed = false

  readonly #duties: NodeDuties

  constructor(p: Process, remote: Remote, start: (body: Blocking<void>) => void, duties: NodeDuties) {
    this.#duties = duties
    this.#p = p
    this.#remote = remote
    this.#start = start
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Several attempts, as Docker makes them; the last one's error. */
  *join(request: JoinRequest): Blocking<SessionStart | ApiError> {
    let error: ApiError = systemError('context canceled')
    for (let i = 0; i < ATTEMPTS && !this.#closed; i++) {
      const begun = yield* this.#begin('join', request)
      if (!isApiError(begun)) return begun
      error = begun
      yield { on: [this.#changed], until: this.#p.clock.now() + RETRY_INTERVAL }
    }
    return error
  }

  /** Keeps the session, beginning it again when it breaks: a thread of the daemon. */
  *keep(request: JoinRequest, begun: (start: SessionStart) => Blocking<void>): Blocking<void> {
    while (!this.#closed) {
      const link = this.#link
      if (!link || link.closed) {
        const start = yield* this.#begin('session', request)
        if (isApiError(start)) yield { on: [this.#changed], until: this.#p.clock.now() + RECONNECT_INTERVAL }
        else yield* begun(start)
        continue
      }
      yield* link.ended(this.#p.clock.now() + HEARTBEAT)
      if (!link.closed) yield* link.tell('heartbeat', null)
    }
  }

  /** A request to the manager, as soon as there is a session; null when there is none before `until`. */
  *call<T>(method: string, body: unknown, until: number): Blocking<T | ApiError | null> {
    while (!this.#closed && (!this.#link || this.#link.closed)) {
      if (this.#p.clock.now() >= until) return null
      yield { on: [this.#changed], until }
    }
    return this.#closed || !this.#link ? null : yield* this.#link.call<T>(method, body, until)
  }

  close(): void {
    this.#closed = true
    this.#link?.close()
    this.#changed.wake()
  }

  *#begin(method: 'join' | 'session', request: JoinRequest): Blocking<SessionStart | ApiError> {
    const link = yield* this.#dial()
    if (isApiError(link)) return link
    const until = this.#p.clock.now() + DIAL_TIMEOUT
    const trusted = method === 'session' ? null : yield* this.#checkAuthority(link, request.token, until)
    const start = trusted ?? (yield* link.call<SessionStart>(method, request, until))
    if (start && !isApiError(start) && !this.#closed) {
      this.#link = link
      this.#changed.wake()
      return start
    }
    link.close()
    return start && isApiError(start) ? start : rpcError('DeadlineExceeded', 500, 'context deadline exceeded')
  }

  /** A token begins with the digest of the authority that who joins is to trust. */
  *#checkAuthority(link: RpcLink, token: string, until: number): Blocking<ApiError | null> {
    const expected = parseJoinToken(token)?.digest
    const digest = yield* link.call<string>('ca', null, until)
    if (isApiError(digest)) return digest
    if (expected === undefined || digest === null || digest === expected) return null
    return systemError(`remote CA does not match fingerprint. Expected: ${hexDigest(expected)}`)
  }

  *#told(method: string, body: unknown): Blocking<unknown> {
    yield* []
    if (method === 'logs') return this.#duties.logs(body as LogsRequest)
    if (method === 'assign') this.#duties.assigned(body as readonly Assignment[])
    return null
  }

  *#dial(): Blocking<RpcLink | ApiError> {
    const { address, port } = this.#remote
    const socket = this.#p.net.streamSocket('inet')
    const until = this.#p.clock.now() + DIAL_TIMEOUT
    const refused = yield* connectStream(this.#p, socket, { address, port }, until)
    if (refused) {
      socket.close()
      return dialError(refused, `${formatInet(address)}:${port}`)
    }
    const link = new RpcLink(this.#p, socket, (method, body) => this.#told(method, body), this.#start)
    this.#start(link.run())
    return link
  }
}

/** Ref: google.golang.org/grpc/internal/transport/http2_client.go */
function dialError(errno: Errno, remote: string): ApiError {
  const what = errno === ETIMEDOUT ? 'i/o timeout' : `connect: ${goText(errno)}`
  const dial = `transport: Error while dialing: dial tcp ${remote}: ${what}`
  return rpcError('Unavailable', 500, `connection error: desc = "${dial}"`)
}
