// A pipe with a name. Opening one does not wait for the other end, as fifo(7) has it: a reader waits in its first read
// until somebody has opened it to write. What was written before anybody reads is kept.
import type { Errno } from '../uapi/errno.ts'
import { EAGAIN, EBADF, EPIPE } from '../uapi/errno.ts'
import { WaitQueue } from '../sim/wait.ts'
import { Inode, type Viewer } from './inode.ts'
import { OpenFileBase } from './openfile.ts'
import { PIPE_CAPACITY, take } from './pipe.ts'
import type { FileStat, OpenFlags } from './program.ts'

export class Fifo extends Inode {
  readonly kind = 'fifo'
  readonly chunks: Uint8Array[] = []
  /** Octets inside.*/
  held = 0
  readers = 0
  writers = 0
  /** How often it has been opened, ever. */
  readOpens = 0
  writeOpens = 0
  readonly changes = new WaitQueue()

  open(flags: OpenFlags, _viewer: Viewer, path: string): OpenFifo {
    return new OpenFifo(this, flags, path)
  }
}

class OpenFifo extends OpenFileBase {
  /** Somebody has had the other end open while this one was. */
  readonly #writersBefore: number
  readonly #readersBefore: number
  readonly #reads: boolean
  readonly #writes: boolean

  constructor(
    private readonly fifo: Fifo,
    flags: OpenFlags,
    readonly path: string,
  ) {
    super()
    this.#writes = Boolean(flags.write ?? flags.append)
    this.#reads = flags.read ?? !this.#writes
    this.#writersBefore = fifo.writeOpens - (fifo.writers > 0 || fifo.held > 0 ? 1 : 0)
    this.#readersBefore = fifo.readOpens - (fifo.readers > 0 ? 1 : 0)
    if (this.#reads) fifo.readOpens++
    if (this.#reads) fifo.readers++
    if (this.#writes) fifo.writeOpens++
    if (this.#writes) fifo.writers++
    fifo.changes.wake()
  }

  read(max: number): Uint8Array | Errno {
    const { fifo } = this
    if (!this.#reads) return EBADF
    if (fifo.held === 0) {
      const over = fifo.writers === 0 && fifo.writeOpens > this.#writersBefore
      return over ? new Uint8Array(0) : EAGAIN
    }
    const wasFull = fifo.held > PIPE_CAPACITY
    const { taken, count } = take(fifo.chunks, fifo.held, max)
    fifo.held -= count
    if (wasFull) fifo.changes.wake()
    return taken
  }

  override get writable(): boolean {
    return this.#deserted || this.fifo.held <= PIPE_CAPACITY
  }

  /** All who read are gone. */
  get #deserted(): boolean {
    return this.fifo.readers === 0 && this.fifo.readOpens > this.#readersBefore
  }

  write(octets: Uint8Array): Errno | null {
    if (!this.#writes) return EBADF
    if (this.#deserted) return EPIPE
    if (octets.length === 0) return null
    this.fifo.chunks.push(octets)
    this.fifo.held += octets.length
    this.fifo.changes.wake()
    return null
  }

  override subscribe(wake: () => void): () => void {
    return this.fifo.changes.subscribe(wake)
  }

  stat(): FileStat {
    return this.fifo.stat()
  }

  protected override release(): void {
    const { fifo } = this
    if (this.#reads) fifo.readers--
    if (this.#writes) fifo.writers--
    if (this.#reads && fifo.readers === 0) {
      fifo.chunks.length = 0
      fifo.held = 0
    }
    fifo.changes.wake()
  }
}
