// An open file that keeps what is written to it, for whoever runs a program without a terminal.
import { concat } from '../wire/octets.ts'
import { shownUtf8 } from '../wire/utf8.ts'
import type { Errno } from '../uapi/errno.ts'
import { EBADF } from '../uapi/errno.ts'
import { OpenFileBase } from './openfile.ts'
import type { FileStat } from './program.ts'

/** More than anybody reads. */
const MOST_OCTETS = 4 * 1024 * 1024

export class Capture extends OpenFileBase {
  readonly path = 'pipe:[1]'
  #chunks: Uint8Array[] = []
  #size = 0

  /** A program that prints without end waits for ever. */
  override get writable(): boolean {
    return this.#size < MOST_OCTETS
  }

  read(): Errno {
    return EBADF
  }

  write(octets: Uint8Array): null {
    this.#chunks.push(octets)
    this.#size += octets.length
    return null
  }

  stat(): FileStat {
    return { kind: 'fifo', size: 0, mode: 0o600, inode: 1, mtime: 0 }
  }

  /** What was written since the last take, as text. */
  take(): string {
    const text = shownUtf8(concat(this.#chunks))
    this.#chunks = []
    this.#size = 0
    return text
  }
}
