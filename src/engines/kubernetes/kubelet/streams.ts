// Several streams over one connection, for exec and port-forward: a channel, a length of four octets, the data.
import type { Blocking } from '../../../os/program.ts'
import { decodeUtf8, encodeUtf8 } from '../../../wire/utf8.ts'
import type { Connection } from '../api/http.ts'

export const CHANNEL = { stdin: 0, stdout: 1, stderr: 2, status: 3, resize: 4 } as const

const HEAD = 5

export interface Frame {
  readonly channel: number
  readonly data: Uint8Array
}

export function* writeFrame(c: Connection, channel: number, data: Uint8Array | string): Blocking<boolean> {
  const octets = typeof data === 'string' ? encodeUtf8(data) : data
  const frame = new Uint8Array(HEAD + octets.length)
  frame[0] = channel
  new DataView(frame.buffer).setUint32(1, octets.length)
  frame.set(octets, HEAD)
  return yield* c.write(frame)
}

/** null at the end of the connection. */
export function* readFrame(c: Connection): Blocking<Frame | null> {
  const head = yield* c.take(HEAD)
  if (head.length < HEAD) return null
  const length = new DataView(head.buffer, head.byteOffset).getUint32(1)
  return { channel: head[0] ?? 0, data: yield* c.take(length) }
}

export function frameText({ data }: Frame): string {
  return decodeUtf8(data)
}
