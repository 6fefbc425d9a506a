// Packets of MySQL's protocol, as far as greeting, logging in and plain questions go: a length of three octets, a number,
// and what follows. (https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html)
import { sha256 } from '../../../../commands/lib/sha2.ts'
import { decodeUtf8, encodeUtf8 } from '../../../../wire/utf8.ts'

export const VERSION = '8.4.7'
/** CLIENT_LONG_PASSWORD … CLIENT_PLUGIN_AUTH of include/mysql_com.h, without TLS and compression. */
const CAPABILITIES = 0x1dff_b7df
const UTF8MB4 = 255
const AUTOCOMMIT = 2
const PLUGIN = 'caching_sha2_password'

export const ACCESS_DENIED = 1045
export const UNKNOWN_DATABASE = 1049

export interface SqlError {
  readonly code: number
  readonly state: string
  readonly text: string
}

/** A result: the names of its columns, and its rows; null is NULL. */
export interface ResultSet {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

export interface Login {
  readonly user: string
  /** Empty: no password. */
  readonly proof: Uint8Array
  readonly database: string
}

/** What has come and is not read yet, in packets. */
export class PacketReader {
  #octets: number[] = []

  push(octets: Uint8Array): void {
    for (const octet of octets) this.#octets.push(octet)
  }

  /** Its number and body; null while it is not whole. */
  next(): { readonly number: number; readonly body: Uint8Array } | null {
    const [a = 0, b = 0, c = 0, number = 0] = this.#octets
    const length = a | (b << 8) | (c << 16)
    if (this.#octets.length < 4 + length) return null
    const body = Uint8Array.from(this.#octets.slice(4, 4 + length))
    this.#octets = this.#octets.slice(4 + length)
    return { number, body }
  }
}

export function packet(number: number, body: readonly number[]): Uint8Array {
  return Uint8Array.from([...little(body.length, 3), number & 255, ...body])
}

function little(value: number, octets: number): number[] {
  return Array.from({ length: octets }, (_, i) => Math.floor(value / 256 ** i) & 255)
}

function zeroEnded(text: string): number[] {
  return [...encodeUtf8(text), 0]
}

function counted(octets: Uint8Array): number[] {
  return [...(octets.length < 251 ? [octets.length] : [0xfc, ...little(octets.length, 2)]), ...octets]
}

// ---- greeting and login

/** Protocol::HandshakeV10. */
export function emitGreeting(thread: number, nonce: Uint8Array): Uint8Array {
  return packet(0, [
    10,
    ...zeroEnded(VERSION),
    ...little(thread, 4),
    ...nonce.subarray(0, 8),
    0,
    ...little(CAPABILITIES & 0xffff, 2),
    UTF8MB4,
    ...little(AUTOCOMMIT, 2),
    ...little(CAPABILITIES >>> 16, 2),
    nonce.length + 1,
    ...Array<number>(10).fill(0),
    ...nonce.subarray(8),
    0,
    ...zeroEnded(PLUGIN),
  ])
}

/** The nonce of a greeting; null when it is none. */
export function parseGreeting(
  body: Uint8Array,
): { readonly version: string; readonly nonce: Uint8Array } | null {
  if (body[0] !== 10) return null
  const end = body.indexOf(0, 1)
  const at = end + 5
  return {
    version: decodeUtf8(body.subarray(1, end)),
    nonce: Uint8Array.from([...body.subarray(at, at + 8), ...body.subarray(at + 27, at + 39)]),
  }
}

/** Protocol::HandshakeResponse41. */
export function emitLogin({ user, proof, database }: Login): Uint8Array {
  return packet(1, [
    ...little(CAPABILITIES, 4),
    ...little(16 * 1024 * 1024, 4),
    UTF8MB4,
    ...Array<number>(23).fill(0),
    ...zeroEnded(user),
    ...counted(proof),
    ...zeroEnded(database),
    ...zeroEnded(PLUGIN),
  ])
}

export function parseLogin(body: Uint8Array): Login {
  const end = body.indexOf(0, 32)
  const length = body[end + 1] ?? 0
  const at = end + 2 + length
  const last = body.indexOf(0, at)
  return {
    user: decodeUtf8(body.subarray(32, end)),
    proof: body.subarray(end + 2, at),
    database: decodeUtf8(body.subarray(at, last < 0 ? at : last)),
  }
}

/** What shows that one knows the password. Ref: sql/auth/sha2_password_common.cc:Generate_scramble */
export function proofOf(password: string, nonce: Uint8Array): Uint8Array {
  if (password === '') return new Uint8Array()
  const once = sha256(password)
  const mask = sha256(Uint8Array.from([...sha256(once), ...nonce]))
  return once.map((octet, i) => octet ^ (mask[i] ?? 0))
}

// ---- replies

export function emitOk(number: number): Uint8Array {
  return packet(number, [0, 0, 0, ...little(AUTOCOMMIT, 2), 0, 0])
}

export function emitError(number: number, { code, state, text }: SqlError): Uint8Array {
  return packet(number, [0xff, ...little(code, 2), ...encodeUtf8(`#${state}${text}`)])
}

export function parseError(body: Uint8Array): SqlError | null {
  if (body[0] !== 0xff) return null
  const code = (body[1] ?? 0) | ((body[2] ?? 0) << 8)
  const text = decodeUtf8(body.subarray(3))
  const [, state = 'HY000', rest = text] = /^#(.{5})(.*)$/s.exec(text) ?? []
  return { code, state, text: rest }
}

function eof(number: number): Uint8Array {
  return packet(number, [0xfe, 0, 0, ...little(AUTOCOMMIT, 2)])
}

/** Protocol::ColumnDefinition41 for each column, then the rows. */
export function emitResult({ columns, rows }: ResultSet): Uint8Array[] {
  let number = 0
  const next = (body: readonly number[]): Uint8Array => packet(++number, body)
  const word = (text: string): number[] => counted(encodeUtf8(text))
  return [
    next([columns.length]),
    ...columns.map((name) =>
      next([
        ...[word('def'), word(''), word(''), word(''), word(name), word('')].flat(),
        ...[0x0c, UTF8MB4, 0, ...little(1024, 4), 0xfd, 0, 0, 0, 0, 0],
      ]),
    ),
    eof(++number),
    ...rows.map((row) => next(row.flatMap((value) => (value === null ? [0xfb] : word(value))))),
    eof(++number),
  ]
}

/** Length-encoded words of a packet. */
export function words(body: Uint8Array): (string | null)[] {
  const found: (string | null)[] = []
  for (let at = 0; at < body.length;) {
    const first = body[at] ?? 0
    if (first === 0xfb) {
      found.push(null)
      at++
      continue
    }
    const wide = first === 0xfc
    const length = wide ? (body[at + 1] ?? 0) | ((body[at + 2] ?? 0) << 8) : first
    at += wide ? 3 : 1
    found.push(decodeUtf8(body.subarray(at, at + length)))
    at += length
  }
  return found
}
