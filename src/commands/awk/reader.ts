// Records of a file or a pipe, as they come. Ref: mawk fin.c
import type { Blocking } from '../../os/program.ts'
import type { Input } from '../lib/input.ts'
import { octetText } from './octets.ts'
import type { AwkRegex } from './regex.ts'

/** RS: one octet, '' for paragraphs, or an expression. */
export type RecordEnd = string | AwkRegex

export class RecordReader {
  readonly input: Input
  #rest = ''
  #at = 0
  #ended = false

  constructor(input: Input) {
    this.input = input
  }

  /** Null at the end. */
  *next(end: RecordEnd): Blocking<string | null> {
    if (end === '') return yield* this.#paragraph()
    let scanned = this.#at
    for (;;) {
      const found = this.#find(end, scanned)
      if (found) {
        const record = this.#rest.slice(this.#at, found.start)
        this.#at = found.end
        return record
      }
      if (this.#ended) return this.#last()
      scanned = typeof end === 'string' ? this.#rest.length - this.#at : 0
      yield* this.#more()
    }
  }

  #find(end: RecordEnd, from: number): { readonly start: number; readonly end: number } | null {
    if (typeof end === 'string') {
      const start = this.#rest.indexOf(end, from)
      return start < 0 ? null : { start, end: start + 1 }
    }
    const found = end.find(this.#rest, from)
    if (!found || found.end === found.start) return null
    // It may go on in what was not read yet.
    return found.end === this.#rest.length && !this.#ended ? null : found
  }

  *#paragraph(): Blocking<string | null> {
    for (;;) {
      while (this.#rest[this.#at] === '\n') this.#at++
      const gap = /\n\n+/g
      gap.lastIndex = this.#at
      const found = this.#at < this.#rest.length ? gap.exec(this.#rest) : null
      if (found && (this.#ended || gap.lastIndex < this.#rest.length)) {
        const record = this.#rest.slice(this.#at, found.index)
        this.#at = gap.lastIndex
        return record
      }
      if (this.#ended) return this.#last()?.replace(/\n$/, '') ?? null
      yield* this.#more()
    }
  }

  #last(): string | null {
    if (this.#at >= this.#rest.length) return null
    const record = this.#rest.slice(this.#at)
    this.#at = this.#rest.length
    return record
  }

  *#more(): Blocking<void> {
    const octets = yield* this.input.chunk()
    this.#rest = this.#rest.slice(this.#at) + octetText(octets)
    this.#at = 0
    if (octets.length === 0) this.#ended = true
  }
}
