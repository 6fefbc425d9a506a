// pipe(7): octets in at one end, out at the other, with both programs running. Ref: fs/pipe.c
import type { Errno } from '../uapi/errno.ts'
import { EAGAIN, EBADF, EPIPE } from '../uapi/errno.ts'
import { concat } from '../wire/octets.ts'
import { OpenFileBase } from './openfile.ts'
import type { FileStat } from './program.ts'
import { WaitQueue } from '../sim/wait.ts'

/** Octets a pipe holds before writers are asked to wait (PIPE_BUF × 16, the default of F_GETPIPE_SZ). */
export const PIPE_CAPACITY = 65_536

class Pipe {
  readonly chunks: Uint8Array[] = []
  /** Octets inside. */
  size = 0
  readers = true
  writers = true
  readonly readable = new WaitQueue()
  readonly writable = new WaitQueue()
  constructor(readonly inode: number) {}

  stat(): FileStat {
    return { kind: 'fifo', size: 0, mode: 0o600, inode: this.inode, mtime: 0 }
  }
}

class ReadEnd extends OpenFileBase {
  constructor(private readonly pipe: Pipe) {
    super()
  }

  get path(): string {
    return `pipe:[${this.pipe.inode}]`
  }

  read(max: number): Uint8Array | Errno {
    const { pipe } = this
    if (pipe.size === 0) return pipe.writers ? EAGAIN : new Uint8Array(0)
    const wasFull = pipe.size > PIPE_CAPACITY
    const { taken, count } = take(pipe.chunks, pipe.size, max)
    pipe.size -= count
    if (wasFull && pipe.size <= PIPE_CAPACITY) pipe.writable.wake()
    return taken
  }

  write(): Errno {
    return EBADF
  }

  override subscribe(wake: () => void): () => void {
    return this.pipe.readable.subscribe(wake)
  }

  stat(): FileStat {
    return this.pipe.stat()
  }

  protected override release(): void {
    this.pipe.readers = false
    this.pipe.chunks.length = 0
    this.pipe.size = 0
    this.pipe.writable.wake()
  }
}

class WriteEnd extends OpenFileBase {
  constructor(private readonly pipe: Pipe) {
    super()
  }

  get path(): string {
    return `pipe:[${this.pipe.inode}]`
  }

  override get writable(): boolean {
    return !this.pipe.readers || this.pipe.size <= PIPE_CAPACITY
  }

  read(): Errno {
    return EBADF
  }

  write(octets: Uint8Array): Errno | null {
    const { pipe } = this
    if (!pipe.readers) return EPIPE
    if (octets.length === 0) return null
    pipe.chunks.push(octets)
    pipe.size += octets.length
    pipe.readable.wake()
    return null
  }

  override subscribe(wake: () => void): () => void {
    return this.pipe.writable.subscribe(wake)
  }

  stat(): FileStat {
    return this.pipe.stat()
  }

  protected override release(): void {
    this.pipe.writers = false
    this.pipe.readable.wake()
  }
}

/** Up to `max` octets off the front of a pipe that is not empty. */
export function take(
  chunks: Uint8Array[],
  size: number,
  max: number,
): { readonly taken: Uint8Array; readonly count: number } {
  const taken: Uint8Array[] = []
  let room = max
  let whole = 0
  for (const chunk of chunks) {
    if (chunk.length > room) {
      if (room > 0) taken.push(chunk.subarray(0, room))
      chunks[whole] = chunk.subarray(room)
      room = 0
      break
    }
    taken.push(chunk)
    room -= chunk.length
    whole++
  }
  chunks.splice(0, whole)
  return { taken: concat(taken), count: Math.min(size, max - room) }
}

export function makePipe(inode: number): { readonly read: OpenFileBase; readonly write: OpenFileBase } {
  const pipe = new Pipe(inode)
  return { read: new ReadEnd(pipe), write: new WriteEnd(pipe) }
}
