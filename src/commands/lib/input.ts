// Reading files and standard input, by octets or by lines.
import type { Blocking, OpenFile, Process } from '../../os/program.ts'
import { EISDIR, isErrno, type Errno } from '../../uapi/errno.ts'
import { decodeUtf8 } from '../../wire/utf8.ts'

const CHUNK = 65536

/** What a program keeps of an input at most. */
const MOST_OCTETS = 64 * 1024 * 1024
const MOST_LINES = 4_000_000

/** A file that is being read, under a descriptor of the process. */
export class Input {
  readonly #p: Process
  readonly #file: OpenFile | null
  readonly fd: number
  #rest: Uint8Array = new Uint8Array(0)
  #at = 0
  #ended = false
  /** Why reading stopped before the end. */
  error: Errno | null = null
  /** False when the last line had no newline. */
  terminated = true

  constructor(p: Process, fd: number, file: OpenFile | null) {
    this.#p = p
    this.fd = fd
    this.#file = file
  }

  /** Some octets; none at the end, or when `error` was set. */
  *chunk(): Blocking<Uint8Array> {
    if (this.#at < this.#rest.length) {
      const rest = this.#rest.subarray(this.#at)
      this.#at = this.#rest.length
      return rest
    }
    const data = yield* this.#p.io.read(this.fd, CHUNK)
    if (!isErrno(data)) return data
    this.error = data
    return new Uint8Array(0)
  }

  /** The next line without its newline; null at the end. `separator` is 10, or 0 for -z. */
  *line(separator = 10): Blocking<string | null> {
    const octets = yield* this.lineOctets(separator)
    return octets === null ? null : decodeUtf8(octets)
  }

  /** The next line when all of it has been read already; null when it has not. */
  lineAtHand(separator = 10): Uint8Array | null {
    return this.#cut(separator, this.#at)
  }

  *lineOctets(separator = 10): Blocking<Uint8Array | null> {
    let scanned = this.#at
    for (;;) {
      const line = this.#cut(separator, scanned)
      if (line) return line
      if (this.#ended) return this.#lastLine()
      scanned = this.#rest.length - this.#at
      yield* this.#more()
    }
  }

  /** What stands before the next separator, which is not before `scanned`. */
  #cut(separator: number, scanned: number): Uint8Array | null {
    const end = this.#rest.indexOf(separator, scanned)
    if (end < 0) return null
    const line = this.#rest.subarray(this.#at, end)
    this.#at = end + 1
    return line
  }

  #lastLine(): Uint8Array | null {
    if (this.#at >= this.#rest.length) return null
    this.terminated = false
    const line = this.#rest.subarray(this.#at)
    this.#at = this.#rest.length
    return line
  }

  *#more(): Blocking<void> {
    const data = yield* this.#p.io.read(this.fd, CHUNK)
    if (isErrno(data) || data.length === 0) {
      if (isErrno(data)) this.error = data
      this.#ended = true
      const left = this.#rest.subarray(this.#at)
      this.#rest = left
      this.#at = 0
      return
    }
    const left = this.#rest.length - this.#at
    if (left === 0) this.#rest = data
    else {
      const joined = new Uint8Array(left + data.length)
      joined.set(this.#rest.subarray(this.#at))
      joined.set(data, left)
      this.#rest = joined
    }
    this.#at = 0
  }

  /** All that is left. */
  *octets(): Blocking<Uint8Array> {
    const parts: Uint8Array[] = []
    let size = 0
    for (;;) {
      const part = yield* this.chunk()
      if (part.length === 0) break
      parts.push(part)
      size += part.length
      if (size > MOST_OCTETS) this.exhausted()
    }
    const [only] = parts
    if (only && parts.length === 1) return only
    const all = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  }

  *text(): Blocking<string> {
    return decodeUtf8(yield* this.octets())
  }

  /** Ends a program that would keep more than there is memory for. Ref: gnulib xalloc-die.c */
  exhausted(): never {
    this.#p.io.err(`${this.#p.argv[0] ?? ''}: memory exhausted\n`)
    return this.#p.procs.exit(2)
  }

  close(): void {
    if (!this.#file) return
    this.#p.io.fds.delete(this.fd)
    this.#file.close()
  }
}

export function standardInput(p: Process): Input {
  return new Input(p, 0, null)
}

/** `-` is standard input. A directory is refused here as read(2) would. */
export function openInput(p: Process, path: string, dash = true): Input | Errno {
  if (dash && path === '-') return standardInput(p)
  const file = p.fs.open(path, { read: true })
  if (isErrno(file)) return file
  if (file.stat().kind === 'dir') {
    file.close()
    return EISDIR
  }
  let fd = 3
  while (p.io.fds.has(fd)) fd++
  p.io.fds.set(fd, file)
  return new Input(p, fd, file)
}

/** All lines, and whether the last one ended with a newline. */
export function* readLines(input: Input, separator = 10): Blocking<string[]> {
  const lines: string[] = []
  for (;;) {
    const line = yield* input.line(separator)
    if (line === null) return lines
    lines.push(line)
    if (lines.length > MOST_LINES) input.exhausted()
  }
}
