// What nodes of a swarm say to their manager: requests with answers over one connection, a line each. Docker's are gRPC
// over TLS; here they can be read on the wire.
import type { Blocking, Process } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import type { StreamSocket } from '../../../uapi/socket.ts'
import { Channel } from '../http/channel.ts'
import { ApiError, isApiError } from '../libnetwork/apiError.ts'

interface Message {
  readonly id?: number
  readonly method?: string
  readonly body?: unknown
  readonly error?: { readonly status: number; readonly message: string }
}

/** Answers a request of the other side; null needs no answer. */
export type RpcHandler = (method: string, body: unknown, link: RpcLink) => Blocking<unknown>

export class RpcLink {
  readonly #p: Process
  readonly #channel: Channel
  readonly #handler: RpcHandler
  readonly #start: (body: Blocking<void>) => void
  readonly #answers = new Map<number, Message>()
  readonly #changed = new WaitQueue()
  #next = 0
  #closed = false

  constructor(p: Process, socket: StreamSocket, handler: RpcHandler, start: (body: Blocking<void>) => void) {
    this.#p = p
    this.#channel = new Channel(p, socket)
    this.#handler = handler
    this.#start = start
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Reads until the connection ends: a thread of the daemon. */
  *run(): Blocking<void> {
    for (;;) {
      const line = yield* this.#channel.line()
      if (line === null || this.#closed) break
      const message = JSON.parse(line) as Message
      if (message.method !== undefined) this.#start(this.#answer(message))
      else if (message.id !== undefined) {
        this.#answers.set(message.id, message)
        this.#changed.wake()
      }
    }
    this.close()
  }

  /** null: the connection ended, or no answer came before `until`. */
  *call<T>(method: string, body: unknown, until = Infinity): Blocking<T | ApiError | null> {
    const id = ++this.#next
    yield* this.#send({ id, method, body })
    while (!this.#answers.has(id)) {
      if (this.#closed || this.#p.clock.now() >= until) return null
      yield { on: [this.#changed], until }
    }
    const answer = this.#answers.get(id)
    this.#answers.delete(id)
    if (answer?.error) return new ApiError(answer.error.status, answer.error.message)
    return answer?.body as T
  }

  *tell(method: string, body: unknown): Blocking<void> {
    yield* this.#send({ method, body })
  }

  /** Returns when it has ended. */
  *ended(until: number): Blocking<void> {
    while (!this.#closed && this.#p.clock.now() < until) yield { on: [this.#changed], until }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#channel.close()
    this.#changed.wake()
  }

  *#answer({ id, method = '', body }: Message): Blocking<void> {
    const answer = yield* this.#handler(method, body, this)
    if (id === undefined) return
    yield* this.#send(
      isApiError(answer)
        ? { id, error: { status: answer.status, message: answer.message } }
        : { id, body: answer },
    )
  }

  *#send(message: Message): Blocking<void> {
    if (!this.#closed) yield* this.#channel.write(`${JSON.stringify(message)}\n`)
  }
}
