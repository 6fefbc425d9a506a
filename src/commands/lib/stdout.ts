// Standard output as stdio buffers it: at once on a terminal, in blocks elsewhere. What a program printed and what it
// complained of therefore mix in a pipe as they do on Linux.
import { concat } from '../../wire/octets.ts'
import type { Blocking, Process } from '../../os/program.ts'
import { EPIPE, type Errno } from '../../uapi/errno.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'

/** st_blksize of pipes and files. */
const BLOCK = 4096

export class Stdout {
  readonly #p: Process
  readonly #unbuffered: boolean
  #parts: (string | Uint8Array)[] = []
  #size = 0
  #wrote = false
  /** What the last write that failed said. */
  error: Errno | null = null

  constructor(p: Process) {
    this.#p = p
    const asked = p.env.get('_STDBUF_O')
    this.#unbuffered = p.io.isatty(1) || asked === 'L' || asked === '0'
  }

  /** Keeps it until there is a block. */
  print(data: string | Uint8Array): void {
    this.#parts.push(data)
    this.#size += data.length
    if (this.#unbuffered || this.#size >= BLOCK) this.flush()
  }

  flush(): void {
    if (this.#size === 0) return
    const octets = joined(this.#parts)
    this.#parts = []
    this.#size = 0
    this.#wrote = true
    const error = this.#p.io.write(1, octets)
    if (error === null) return
    this.error = error
    if (error === EPIPE) this.#p.procs.kill(this.#p.pid, 'PIPE')
  }

  /** Something was written since the last `room`. */
  get wrote(): boolean {
    return this.#wrote
  }

  /** Waits until a pipe that was written to has room; a reader that went away ends the process here. */
  *room(): Blocking<void> {
    if (!this.#wrote) return
    this.#wrote = false
    yield* this.#p.io.drain(1)
  }
}

function joined(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const [only] = parts
  if (parts.length === 1 && only instanceof Uint8Array) return only
  if (parts.every((part) => typeof part === 'string')) return encodeUtf8(parts.join(''))
  return concat(parts.map((part) => (typeof part === 'string' ? encodeUtf8(part) : part)))
}
