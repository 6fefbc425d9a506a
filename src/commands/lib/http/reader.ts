// A connection read line by line, as a server reads requests.
import { concat } from '../../../wire/octets.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno, type Errno } from '../../../uapi/errno.ts'
import type { StreamEnd } from '../../../uapi/socket.ts'
import { recvStream } from '../stream.ts'
import { latin1 } from './fields.ts'

const NEWLINE = 10
/** What is asked of the socket at a time. */
const BUFSIZE = 8192

export class LineReader {
  readonly #p: Process
  readonly #socket: StreamEnd
  #ahead: Uint8Array = new Uint8Array(0)

  constructor(p: Process, socket: StreamEnd) {
    this.#p = p
    this.#socket = socket
  }

  /** With its newline; without one at the end of the stream or after `max` octets; '' when nothing is left. */
  *line(max: number): Blocking<string | Errno> {
    for (;;) {
      const end = this.#ahead.indexOf(NEWLINE) + 1
      if (end > 0 || this.#ahead.length >= max) return this.#take(Math.min(end || max, max))
      const more = yield* recvStream(this.#p, this.#socket, BUFSIZE)
      if (isErrno(more)) return more
      if (more.length === 0) return this.#take(this.#ahead.length)
      this.#ahead = concat([this.#ahead, more])
    }
  }

  /** So many, or as many as there are. */
  *octets(length: number): Blocking<Uint8Array> {
    while (this.#ahead.length < length) {
      const more = yield* recvStream(this.#p, this.#socket, BUFSIZE)
      if (isErrno(more) || more.length === 0) break
      this.#ahead = concat([this.#ahead, more])
    }
    const octets = this.#ahead.slice(0, length)
    this.#ahead = this.#ahead.subarray(length)
    return octets
  }

  #take(length: number): string {
    const line = latin1(this.#ahead.subarray(0, length))
    this.#ahead = this.#ahead.subarray(length)
    return line
  }
}
