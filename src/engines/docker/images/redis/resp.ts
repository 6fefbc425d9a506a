// RESP2, the protocol of Redis: requests as arrays of bulk strings or as plain lines, and replies.
// Ref: redis src/networking.c:processMultibulkBuffer(), processInlineBuffer()
import { decodeUtf8, encodeUtf8 } from '../../../../wire/utf8.ts'

export type Reply =
  | { readonly kind: 'status' | 'error'; readonly text: string }
  | string
  | number
  | null
  | readonly Reply[]

export const OK: Reply = { kind: 'status', text: 'OK' }

export function failure(text: string): Reply {
  return { kind: 'error', text }
}

export function isFailure(reply: Reply): reply is { readonly kind: 'error'; readonly text: string } {
  return typeof reply === 'object' && reply !== null && 'kind' in reply && reply.kind === 'error'
}

export function emitReply(reply: Reply): string {
  if (reply === null) return '$-1\r\n'
  if (typeof reply === 'number') return `:${reply}\r\n`
  if (typeof reply === 'string') return `$${encodeUtf8(reply).length}\r\n${reply}\r\n`
  if ('kind' in reply) return `${reply.kind === 'error' ? '-' : '+'}${reply.text}\r\n`
  return `*${reply.length}\r\n${reply.map(emitReply).join('')}`
}

export function emitRequest(words: readonly string[]): string {
  return emitReply(words)
}

/** What has come of a conversation and has not been read. */
export class RespReader {
  #octets = new Uint8Array()
  #at = 0

  push(octets: Uint8Array): void {
    const rest = this.#octets.subarray(this.#at)
    this.#octets = new Uint8Array(rest.length + octets.length)
    this.#octets.set(rest)
    this.#octets.set(octets, rest.length)
    this.#at = 0
  }

  /** The next request's words; null while it is not whole. `error`: what breaks the protocol. */
  request(): readonly string[] | { readonly error: string } | null {
    const start = this.#at
    const line = this.#line()
    if (line === null) return null
    if (!line.startsWith('*')) return splitWords(line) ?? { error: 'unbalanced quotes in request' }
    const count = Number(line.slice(1))
    if (!/^\*-?\d+$/.test(line) || count > 1024 * 1024) return { error: 'invalid multibulk length' }
    const words: string[] = []
    while (words.length < count) {
      const head = this.#line()
      const word = head?.startsWith('$') ? this.#bulk(Number(head.slice(1))) : null
      if (head !== null && !/^\$\d+$/.test(head)) {
        if (head.startsWith('$')) return { error: 'invalid bulk length' }
        return { error: `expected '$', got '${head[0] ?? ''}'` }
      }
      if (word === null) {
        this.#at = start
        return null
      }
      words.push(word)
    }
    return words
  }

  /** The next reply; undefined while it is not whole. */
  reply(): Reply | undefined {
    const start = this.#at
    const reply = this.#reply()
    if (reply === undefined) this.#at = start
    return reply
  }

  #reply(): Reply | undefined {
    const line = this.#line()
    if (line === null) return undefined
    const rest = line.slice(1)
    switch (line[0]) {
      case '+':
        return { kind: 'status', text: rest }
      case '-':
        return failure(rest)
      case ':':
        return Number(rest)
      case '$':
        return Number(rest) < 0 ? null : (this.#bulk(Number(rest)) ?? undefined)
      default: {
        const replies: Reply[] = []
        for (let left = Number(rest); left > 0; left--) {
          const one = this.#reply()
          if (one === undefined) return undefined
          replies.push(one)
        }
        return replies
      }
    }
  }

  #line(): string | null {
    const end = this.#octets.indexOf(10, this.#at)
    if (end < 0) return null
    const line = decodeUtf8(this.#octets.subarray(this.#at, end)).replace(/\r$/, '')
    this.#at = end + 1
    return line
  }

  #bulk(length: number): string | null {
    const end = this.#at + length
    if (end + 2 > this.#octets.length) return null
    const text = decodeUtf8(this.#octets.subarray(this.#at, end))
    this.#at = end + 2
    return text
  }
}

/** Words of a line, quoted ones with their escapes; null when a quote is not closed. Ref: redis src/sds.c:sdssplitargs() */
export function splitWords(line: string): string[] | null {
  const words: string[] = []
  const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"(?=\s|$)|'((?:[^'\\]|\\.)*)'(?=\s|$)|([^\s"']\S*))/gy
  let at = 0
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    const [, double, single, plain] = match
    words.push(plain ?? single?.replace(/\\'/g, "'") ?? unescape(double ?? ''))
    at = pattern.lastIndex
  }
  return line.slice(at).trim() === '' ? words : null
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\u0007' }
  return text.replace(/\\(?:x([0-9a-fA-F]{2})|(.))/g, (_, hex: string | undefined, letter: string) =>
    hex === undefined ? (named[letter] ?? letter) : String.fromCharCode(parseInt(hex, 16)),
  )
}
