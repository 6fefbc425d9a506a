// Where the body goes: standard output, or a file that is made when there is something to write.
import type { OpenFile, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Stdout } from '../lib/stdout.ts'
import type { Sink } from './transfer.ts'

export class Output implements Sink {
  readonly #p: Process
  readonly #out: Stdout
  /** Null: standard output. */
  readonly path: string | null
  readonly shown: boolean
  readonly #warn: (text: string) => void
  readonly #unbuffered: boolean
  #file: OpenFile | null = null

  constructor(
    p: Process,
    out: Stdout,
    path: string | null,
    unbuffered: boolean,
    warn: (text: string) => void,
  ) {
    this.#p = p
    this.#out = out
    this.path = path
    this.shown = path === null && p.io.isatty(1)
    this.#unbuffered = unbuffered
    this.#warn = warn
  }

  write(octets: Uint8Array): boolean {
    if (this.path === null) {
      this.#out.print(octets)
      if (this.#unbuffered) this.#out.flush()
      return this.#out.error === null
    }
    return (this.#file ?? this.#open(this.path))?.write(octets) === null
  }

  #open(path: string): OpenFile | null {
    const file = this.#p.fs.open(path, { write: true, create: true, truncate: true })
    if (isErrno(file)) {
      this.#warn(`Failed to open the file ${path}: ${file.text}`)
      return null
    }
    this.#file = file
    return file
  }

  /** `whole`: an answer without a body makes an empty file. */
  close(whole: boolean): void {
    if (whole && this.path !== null && !this.#file) this.#open(this.path)
    this.#file?.close()
    this.#file = null
  }
}
