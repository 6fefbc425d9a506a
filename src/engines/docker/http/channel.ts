// One connection of the Engine API: octets both ways over a socket of /var/run/docker.sock.
import { concat } from '../../../wire/octets.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { EAGAIN, EINTR, isErrno, type Errno } from '../../../uapi/errno.ts'
import type { Waitable } from '../../../uapi/socket.ts'
import { decodeUtf8, encodeUtf8 } from '../../../wire/utf8.ts'

/** What a connection needs of a socket, whichever family it is of. */
export interface ByteSocket extends Waitable {
  send(data: Uint8Array): number | Errno
  recv(max: number): Uint8Array | Errno
  shutdown(how: 'read' | 'write' | 'both'): Errno | null
  close(): void
  poll(): { readonly hup: boolean }
}

export class Channel {
  #buffer: Uint8Array = new Uint8Array(0)
  #ended = false

  constructor(
    private readonly p: Process,
    readonly socket: ByteSocket,
  ) {}

  /** Some octets as soon as there are any; none at the end. */
  *read(max = 65536): Blocking<Uint8Array> {
    while (this.#buffer.length === 0 && !this.#ended) {
      if (this.poll()) break
      yield* this.p.clock.wait([this.socket])
    }
    const taken = this.#buffer.subarray(0, max)
    this.#buffer = this.#buffer.subarray(taken.length)
    return taken
  }

  /** Takes what is there without waiting; whether there is anything to read, the end included. */
  poll(): boolean {
    if (this.#ended) return true
    const data = this.socket.recv(65536)
    if (data === EAGAIN || data === EINTR) return this.#buffer.length > 0
    if (isErrno(data) || data.length === 0) this.#ended = true
    else this.#buffer = concat([this.#buffer, data])
    return true
  }

  get atEnd(): boolean {
    return this.#ended && this.#buffer.length === 0
  }

  /** The other side is closed both ways, not only for writing. */
  get gone(): boolean {
    return this.#ended && this.socket.poll().hup
  }

  /** Exactly so many, fewer only at the end. */
  *exactly(count: number): Blocking<Uint8Array> {
    const out = new Uint8Array(count)
    let at = 0
    while (at < count) {
      const piece = yield* this.read(count - at)
      if (piece.length === 0) break
      out.set(piece, at)
      at += piece.length
    }
    return out.subarray(0, at)
  }

  /** A line without its end; null when the stream ends first. */
  *line(): Blocking<string | null> {
    const octets: number[] = []
    for (;;) {
      const piece = yield* this.read(1)
      const [c] = piece
      if (c === undefined) return null
      if (c === 10) return decodeUtf8(Uint8Array.from(octets)).replace(/\r$/, '')
      octets.push(c)
    }
  }

  /** Everything up to the end. */
  *rest(): Blocking<Uint8Array> {
    let all: Uint8Array = new Uint8Array(0)
    for (;;) {
      const piece = yield* this.read()
      if (piece.length === 0) return all
      all = concat([all, piece])
    }
  }

  /** False when nobody reads any more. */
  *write(data: Uint8Array | string): Blocking<boolean> {
    const octets = typeof data === 'string' ? encodeUtf8(data) : data
    for (let at = 0; at < octets.length;) {
      const taken = this.socket.send(octets.subarray(at))
      if (taken === EAGAIN) yield* this.p.clock.wait([this.socket])
      else if (isErrno(taken)) return false
      else at += taken
    }
    return true
  }

  close(): void {
    this.socket.close()
  }
}
