// An answer as it comes in: head, then a body whose end a length, its chunks or the end of the connection tells
// (RFC 9112 sections 6 and 7).
import { concat } from '../../../wire/octets.ts'
import { fieldOf, latin1, parseField, type HttpField } from './fields.ts'

const NEWLINE = 10

export interface ResponseHead {
  /** `1.1` */
  readonly version: string
  readonly status: number
  readonly statusLine: string
  readonly fields: readonly HttpField[]
  /** The lines as they came, each with its end. */
  readonly lines: readonly string[]
  /** Octets of it. */
  readonly size: number
}

export class ResponseParser {
  /** Null until it is whole. */
  head: ResponseHead | null = null
  /** The answer is over. */
  done = false
  /** Octets of the body that are still to come; null when only its end tells. */
  left: number | null = null
  /** What came is no answer of HTTP/1. */
  headless = false
  /** The chunks are no chunks. */
  broken = false
  /** What came beyond the end. */
  excess = 0
  readonly #bodyless: boolean
  #ahead: Uint8Array = new Uint8Array(0)
  #chunk: 'none' | 'size' | 'data' | 'end' | 'trailer' = 'none'

  /** `bodyless`: it answers a HEAD. */
  constructor(bodyless: boolean) {
    this.#bodyless = bodyless
  }

  get chunked(): boolean {
    return this.#chunk !== 'none'
  }

  /** Body octets that these bring; the head is there first. */
  push(octets: Uint8Array): Uint8Array {
    this.#ahead = concat([this.#ahead, octets])
    if (!this.head && !this.#readHead()) return new Uint8Array(0)
    if (this.done) {
      this.excess += this.#ahead.length
      return new Uint8Array(0)
    }
    return this.chunked ? this.#readChunks() : this.#readPlain()
  }

  /** What came so far, when it is no head. */
  takeHeadless(): Uint8Array {
    const octets = this.#ahead
    this.#ahead = new Uint8Array(0)
    return octets
  }

  /** True when the head is whole. */
  #readHead(): boolean {
    const text = latin1(this.#ahead)
    const begun = text.slice(0, 5)
    if (begun !== 'HTTP/'.slice(0, begun.length)) {
      this.headless = true
      return false
    }
    const end = /\r?\n\r?\n/.exec(text)
    if (!end) return false
    const size = end.index + end[0].length
    const lines = text.slice(0, size).match(/[^\n]*\n/g) ?? []
    const statusLine = (lines[0] ?? '').trimEnd()
    const status = /^HTTP\/(\d(?:\.\d)?) +(\d{3})/.exec(statusLine)
    if (!status) {
      this.headless = true
      return false
    }
    this.#ahead = this.#ahead.subarray(size)
    const fields = lines.slice(1, -1).flatMap((line) => parseField(line) ?? [])
    this.head = { version: status[1] ?? '', status: Number(status[2]), statusLine, fields, lines, size }
    // An interim answer is followed by the real one.
    if (this.head.status < 200 && this.head.status !== 101) {
      this.head = null
      return this.#readHead()
    }
    this.#begin(this.head)
    return true
  }

  #begin({ status, fields }: ResponseHead): void {
    const length = fieldOf(fields, 'Content-Length')
    const chunked = fieldOf(fields, 'Transfer-Encoding')?.toLowerCase().includes('chunked') ?? false
    if (this.#bodyless || status === 204 || status === 304) {
      if (length !== null && !this.#bodyless) this.left = 0
      this.done = true
    } else if (chunked) this.#chunk = 'size'
    else if (length !== null && /^\d+$/.test(length)) {
      this.left = Number(length)
      this.done = this.left === 0
    }
  }

  #readPlain(): Uint8Array {
    const length = Math.min(this.left ?? Infinity, this.#ahead.length)
    const body = this.#ahead.subarray(0, length)
    this.excess = this.#ahead.length - length
    this.#ahead = new Uint8Array(0)
    if (this.left !== null) {
      this.left -= length
      this.done = this.left === 0
    }
    return body
  }

  #readChunks(): Uint8Array {
    let body: Uint8Array = new Uint8Array(0)
    while (!this.done && !this.broken) {
      if (this.#chunk === 'data') {
        const length = Math.min(this.left ?? 0, this.#ahead.length)
        if (length === 0) break
        body = concat([body, this.#ahead.subarray(0, length)])
        this.#ahead = this.#ahead.subarray(length)
        this.left = (this.left ?? 0) - length
        if (this.left === 0) this.#chunk = 'end'
        continue
      }
      const end = this.#ahead.indexOf(NEWLINE)
      if (end < 0) break
      const line = latin1(this.#ahead.subarray(0, end)).trimEnd()
      this.#ahead = this.#ahead.subarray(end + 1)
      this.#line(line)
    }
    if (this.done) this.left = null
    return body
  }

  #line(line: string): void {
    if (this.#chunk === 'trailer') this.done = line === ''
    else if (this.#chunk === 'end') this.#chunk = 'size'
    else {
      const size = /^[0-9a-fA-F]+/.exec(line)
      if (!size) {
        this.broken = true
        return
      }
      this.left = parseInt(size[0], 16)
      this.#chunk = this.left === 0 ? 'trailer' : 'data'
    }
  }
}
