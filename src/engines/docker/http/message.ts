// HTTP/1.1 as the Engine API uses it (RFC 9112): heads, bodies by length or in chunks.
import { concat } from '../../../wire/octets.ts'
import type { Blocking } from '../../../os/program.ts'
import { decodeUtf8, encodeUtf8 } from '../../../wire/utf8.ts'
import { type Channel } from './channel.ts'

export type Fields = ReadonlyMap<string, string>

export interface Head {
  /** The request's or the status line. */
  readonly start: string
  /** By lower-case name. */
  readonly fields: Fields
}

/** Null when the connection ends first. */
export function* readHead(channel: Channel): Blocking<Head | null> {
  const start = yield* channel.line()
  if (start === null) return null
  const fields = new Map<string, string>()
  for (;;) {
    const line = yield* channel.line()
    if (line === null) return null
    if (line === '') return { start, fields }
    const colon = line.indexOf(':')
    fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
}

export function isChunked(fields: Fields): boolean {
  return fields.get('transfer-encoding')?.toLowerCase() === 'chunked'
}

/** A message's body, whole. `untilClose`: without a length it lasts as long as the connection. */
export function* readBody(channel: Channel, fields: Fields, untilClose: boolean): Blocking<Uint8Array> {
  if (isChunked(fields)) {
    let all: Uint8Array = new Uint8Array(0)
    for (;;) {
      const chunk = yield* readChunk(channel)
      if (chunk === null) return all
      all = concat([all, chunk])
    }
  }
  const length = fields.get('content-length')
  if (length !== undefined) return yield* channel.exactly(Number(length))
  return untilClose ? yield* channel.rest() : new Uint8Array(0)
}

/** The next chunk; null after the last one. */
export function* readChunk(channel: Channel): Blocking<Uint8Array | null> {
  const size = yield* channel.line()
  if (size === null) return null
  const length = Number.parseInt(size, 16)
  const chunk = yield* channel.exactly(length)
  yield* channel.line()
  return length === 0 ? null : chunk
}

export function* writeChunk(channel: Channel, data: Uint8Array): Blocking<boolean> {
  const framed = concat([concat([encodeUtf8(`${data.length.toString(16)}\r\n`), data]), encodeUtf8('\r\n')])
  return yield* channel.write(framed)
}

/** The query of a target, by name; later ones of a name replace earlier ones. */
export function parseTarget(target: string): {
  readonly path: string
  readonly query: ReadonlyMap<string, string>
} {
  const mark = target.indexOf('?')
  const path = decode(mark < 0 ? target : target.slice(0, mark))
  const query = new Map<string, string>()
  if (mark >= 0) {
    for (const pair of target.slice(mark + 1).split('&')) {
      const equals = pair.indexOf('=')
      if (pair === '') continue
      const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
      query.set(decode(name.replaceAll('+', ' ')), decode(value.replaceAll('+', ' ')))
    }
  }
  return { path, query }
}

function decode(text: string): string {
  if (!text.includes('%')) return text
  const octets: number[] = []
  for (let i = 0; i < text.length; i++) {
    const hex = text[i] === '%' ? /^[0-9a-fA-F]{2}/.exec(text.slice(i + 1)) : null
    if (hex) {
      octets.push(Number.parseInt(hex[0], 16))
      i += 2
    } else octets.push(...encodeUtf8(text[i] ?? ''))
  }
  return decodeUtf8(Uint8Array.from(octets))
}
