// Standard output as stdio buffers it: at once on a terminal, in blocks elsewhere. What a program printed and what it
// complained of therefore mix in a pipe as they do on Linux.
import type { Blocking, Process } from '../../os/program.ts'
import { EPIPE, type Errno } from '../../uapi/errno.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'

/** st_blksize of pipes and files. */
const BLOCK = 4096

export class Stdout {
  readonly #p: Process
  readonly #unbuffered: boolean
  #text: string[] = []
  #size = 0
  /** What the last write that failed said. */
  error: Errno | null = null

  constructor(p: Process) {
    this.#p = p
    this.#unbuffered = p.io.isatty(1)
  }

  /** Keeps it until there is a block; the caller yields to `room` now and then. */
  print(text: string): void {
    if (this.#unbuffered) {
      this.#write(text)
      return
    }
    this.#text.push(text)
    this.#size += text.length
    if (this.#size >= BLOCK) this.flush()
  }

  /** Octets, after what was printed before. */
  octets(data: Uint8Array): void {
    this.flush()
    this.#write(data)
  }

  flush(): void {
    if (this.#size === 0) return
    const text = this.#text.join('')
    this.#text = []
    this.#size = 0
    this.#write(text)
  }

  /** Waits until a pipe has room; a reader that went away ends the process here. */
  *room(): Blocking<void> {
    yield* this.#p.io.drain(1)
  }

  #write(data: string | Uint8Array): void {
    const error = this.#p.io.write(1, typeof data === 'string' ? encodeUtf8(data) : data)
    if (error === null) return
    this.error = error
    if (error === EPIPE) this.#p.procs.kill(this.#p.pid, 'PIPE')
  }
}
