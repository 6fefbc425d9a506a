// What all open files have in common: a count of the descriptors that refer to them.
import type { Errno } from '../uapi/errno.ts'
import type { NamespaceRef } from '../uapi/namespace.ts'
import type { NetnsRef } from '../uapi/netns.ts'
import type { FileStat, OpenFile, Tty } from './program.ts'

/** Born with one reference, the opener's. */
export abstract class OpenFileBase implements OpenFile {
  #refs = 1

  abstract read(max: number): Uint8Array | Errno
  abstract write(octets: Uint8Array): Errno | null
  abstract stat(): FileStat
  /** What /proc/PID/fd/N links to: `/tmp/x`, `pipe:[12]`. */
  abstract readonly path: string

  /** The last descriptor is gone. */
  protected release(): void {}

  get writable(): boolean {
    return true
  }

  get tty(): Tty | null {
    return null
  }

  get netns(): NetnsRef | null {
    return null
  }

  get ns(): NamespaceRef | null {
    return null
  }

  subscribe(_wake: () => void): () => void {
    return never
  }

  ref(): void {
    this.#refs++
  }

  close(): void {
    if (this.#refs === 0) return
    if (--this.#refs === 0) this.release()
  }
}

function never(): void {}

/** Path of any open file, for /proc/PID/fd. */
export function pathOf(file: OpenFile): string {
  return file instanceof OpenFileBase ? file.path : 'anon_inode:[file]'
}
