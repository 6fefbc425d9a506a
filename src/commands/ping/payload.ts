// The data of an echo request: when it was sent, then octets that count up or repeat a pattern.
import type { ProcessClock } from '../../os/program.ts'
import { MICROSECOND, SECOND } from '../../sim/clock.ts'
import { u8 } from '../../wire/octets.ts'

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
  put32(data, 0, Math.trunc(microseconds / 1000000))
  put32(data, 8, microseconds % 1000000)
}

function put32(data: Uint8Array, at: number, value: number): void {
  data[at] = value
  data[at + 1] = value >>> 8
  data[at + 2] = value >>> 16
  data[at + 3] = value >>> 24
}

/** What `stamp` wrote, in microseconds; null when there is no room for it. */
export function stampOf(data: Uint8Array): number | null {
  return data.length < TIMEVAL ? null : read32(data, 0) * 1000000 + read32(data, 8)
}

function read32(data: Uint8Array, at: number): number {
  return (u8(data, at) | (u8(data, at + 1) << 8) | (u8(data, at + 2) << 16) | (u8(data, at + 3) << 24)) >>> 0
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
