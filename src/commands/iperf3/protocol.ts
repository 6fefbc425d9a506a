// What client and server tell each other over the control connection. Ref: iperf 3.12 src/iperf_api.h, iperf_api.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { StreamSocket } from '../../uapi/socket.ts'
import { concat, put32, u32 } from '../../wire/octets.ts'
import { decodeUtf8, encodeUtf8 } from '../../wire/utf8.ts'
import { recvStream, sendStream } from '../lib/stream.ts'

export const STATES = {
  TEST_START: 1,
  TEST_RUNNING: 2,
  TEST_END: 4,
  PARAM_EXCHANGE: 9,
  CREATE_STREAMS: 10,
  SERVER_TERMINATE: 11,
  EXCHANGE_RESULTS: 13,
  DISPLAY_RESULTS: 14,
  IPERF_DONE: 16,
  ACCESS_DENIED: 255,
} as const

const COOKIE = 37
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

/** So many octets, or null at the end. */
function* exactly(p: Process, socket: StreamSocket, count: number): Blocking<Uint8Array | null> {
  let octets: Uint8Array = new Uint8Array()
  while (octets.length < count) {
    const got = yield* recvStream(p, socket, count - octets.length)
    if (isErrno(got) || got.length === 0) return null
    octets = concat([octets, got])
  }
  return octets
}

export function makeCookie(p: Process): Uint8Array {
  const text = Array.from({ length: COOKIE - 1 }, () => LETTERS[p.random() % LETTERS.length] ?? 'a').join('')
  return encodeUtf8(`${text}\0`)
}

export function readCookie(p: Process, socket: StreamSocket): Blocking<Uint8Array | null> {
  return exactly(p, socket, COOKIE)
}

export function* readState(p: Process, socket: StreamSocket): Blocking<number | null> {
  const octets = yield* exactly(p, socket, 1)
  return octets?.[0] ?? null
}

export function* sendState(p: Process, socket: StreamSocket, state: number): Blocking<void> {
  yield* sendStream(p, socket, Uint8Array.of(state))
}

export function* sendJson(p: Process, socket: StreamSocket, value: unknown): Blocking<void> {
  const text = encodeUtf8(JSON.stringify(value))
  const length = new Uint8Array(4)
  put32(length, 0, text.length)
  yield* sendStream(p, socket, concat([length, text]))
}

export function* readJson(
  p: Process,
  socket: StreamSocket,
): Blocking<Readonly<Record<string, unknown>> | null> {
  const length = yield* exactly(p, socket, 4)
  const text = length && (yield* exactly(p, socket, u32(length, 0)))
  if (!text) return null
  try {
    const value: unknown = JSON.parse(decodeUtf8(text))
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
