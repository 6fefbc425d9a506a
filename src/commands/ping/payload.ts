// The data of an echo request: when it was sent, then octets that count up or repeat a pattern.
import type { ProcessClock } from '../../os/program.ts'
import { MICROSECOND, SECOND } from '../../sim/clock.ts'

/** Octets of a struct timeval on a 64-bit machine. */
export const TIMEVAL = 16

export function makePayload(size: number, pattern: readonly number[] | null): Uint8Array {
  const data = new Uint8Array(size)
  for (let i = 0; i < size; i++) data[i] = pattern ? (pattern[i % pattern.length] ?? 0) : i
  return data
}

/** Microseconds since 1970. */
export function microsecondsNow(clock: ProcessClock): number {
  const birthday = Math.ceil(clock.epoch() - clock.now() / SECOND - 1e-6)
  return birthday * 1000000 + Math.trunc(clock.now() / MICROSECOND)
}

/** Writes seconds and microseconds, little-endian, into the first sixteen octets. */
export function stamp(data: Uint8Array, microseconds: number): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  view.setUint32(0, Math.trunc(microseconds / 1000000), true)
  view.setUint32(8, microseconds % 1000000, true)
}

/** What `stamp` wrote, in microseconds; null when there is no room for it. */
export function stampOf(data: Uint8Array): number | null {
  if (data.length < TIMEVAL) return null
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  return view.getUint32(0, true) * 1000000 + view.getUint32(8, true)
}

/** The first octet after the time that is not what was sent, in ping's words; empty when there is none. */
export function differentOctet(sent: Uint8Array, received: Uint8Array): string {
  for (let i = TIMEVAL; i < sent.length; i++) {
    if (sent[i] === received[i]) continue
    const [should = 0, was = 0] = [sent[i], received[i]]
    return `\nwrong data byte #${i} should be 0x${should.toString(16)} but was 0x${was.toString(16)}`
  }
  return ''
}
