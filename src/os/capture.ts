// An open file that keeps what is written to it, for whoever runs a program without a terminal.
import { decodeUtf8 } from '../wire/utf8.ts'
import type { Errno } from '../uapi/errno.ts'
import { EBADF } from '../uapi/errno.ts'
import { OpenFileBase } from './openfile.ts'
import type { FileStat } from './program.ts'

export class Capture extends OpenFileBase {
  readonly path = 'pipe:[1]'
  #chunks: Uint8Array[] = []

  read(): Errno {
    return EBADF
  }

  write(octets: Uint8Array): null {
    this.#chunks.push(octets)
    return null
  }

  stat(): FileStat {
    return { kind: 'fifo', size: 0, mode: 0o600, inode: 1, mtime: 0 }
  }

  /** What was written since the last take, as text. */
  take(): string {
    const text = decodeUtf8(concat(this.#chunks))
    this.#chunks = []
    return text
  }
}

/** One run of octets out of several; the only one there is is not copied. */
export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0]
  let length = 0
  for (const chunk of chunks) length += chunk.length
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
