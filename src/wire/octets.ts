// Reading and writing network-order numbers; offsets are the caller's to check.
import type { Inet } from './inet.ts'
import type { Inet6 } from './inet6.ts'
import type { Mac } from './mac.ts'

export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}

export function u16(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) * 256 + u8(bytes, at + 1)
}

export function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) * 65536 + u16(bytes, at + 2)
}

export const readInet: (bytes: Uint8Array, at: number) => Inet = u32

export function readMac(bytes: Uint8Array, at: number): Mac {
  return u16(bytes, at) * 0x100000000 + u32(bytes, at + 2)
}

export function put16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = (value >>> 8) & 255
  bytes[at + 1] = value & 255
}

export function put32(bytes: Uint8Array, at: number, value: number): void {
  put16(bytes, at, value >>> 16)
  put16(bytes, at + 2, value & 0xffff)
}

export const writeInet: (bytes: Uint8Array, at: number, value: Inet) => void = put32

export function writeMac(bytes: Uint8Array, at: number, mac: Mac): void {
  put16(bytes, at, Math.floor(mac / 0x100000000))
  put32(bytes, at + 2, mac % 0x100000000)
}

/** An IPv6 address. */
export function readInet6(bytes: Uint8Array, at: number): Inet6 {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, 16)
  return (view.getBigUint64(0) << 64n) | view.getBigUint64(8)
}

export function writeInet6(bytes: Uint8Array, at: number, value: Inet6): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, 16)
  view.setBigUint64(0, value >> 64n)
  view.setBigUint64(8, value)
}

/** One run of octets out of several; what is all there is is not copied. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const held = parts.filter((part) => part.length > 0)
  if (held.length === 1 && held[0]) return held[0]
  const all = new Uint8Array(held.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of held) {
    all.set(part, at)
    at += part.length
  }
  return all
}
