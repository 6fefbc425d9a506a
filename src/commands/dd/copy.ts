// Blocks from descriptor 0 to descriptor 1, counted. Ref: coreutils src/dd.c:dd_copy()
import type { Blocking, Process } from '../../os/program.ts'
import { MICROSECOND, type Nanoseconds } from '../../sim/clock.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { Amount, DdSettings } from './operands.ts'

/** What a block and each of its octets take, so that a copy has a length: about 4 GB/s. */
const BLOCK_TIME = MICROSECOND
const OCTETS_A_NANOSECOND = 4
const UPPER = 32

export interface Records {
  /** Blocks that were full, and that were not. */
  full: number
  partial: number
}

export class DdCopy {
  readonly read: Records = { full: 0, partial: 0 }
  readonly written: Records = { full: 0, partial: 0 }
  octets = 0
  readonly started: Nanoseconds
  readonly #p: Process
  readonly #set: DdSettings
  #waiting = new Uint8Array(0)
  /** Called after every block. */
  readonly #progress: () => void

  constructor(p: Process, set: DdSettings, progress: () => void) {
    this.#p = p
    this.#set = set
    this.#progress = progress
    this.started = p.clock.now()
  }

  /** Null at the end of the input, or what stopped it. */
  *run(): Blocking<{ readonly reading: boolean; readonly error: Errno } | null> {
    const { ibs, obs, count, skip } = this.#set
    yield* this.#p.clock.sleep(BLOCK_TIME)
    const skipped = yield* this.#skip(octetsOf(skip, ibs))
    if (skipped) return { reading: true, error: skipped }
    let left = count === null ? Infinity : octetsOf(count, ibs)
    let blocks = count === null || count.bytes ? Infinity : count.n
    while (left > 0 && blocks > 0) {
      const data = yield* this.#block(Math.min(ibs, left))
      if (isErrno(data)) return { reading: true, error: data }
      if (data.length === 0) break
      this.read[data.length === ibs ? 'full' : 'partial']++
      left -= data.length
      blocks--
      const error = yield* this.#pass(this.#converted(data))
      if (error) return { reading: false, error }
      yield* this.#p.clock.sleep(BLOCK_TIME + Math.ceil(data.length / OCTETS_A_NANOSECOND))
      this.#progress()
    }
    const error = this.#waiting.length > 0 ? yield* this.#write(this.#waiting, obs) : null
    return error && { reading: false, error }
  }

  *#skip(octets: number): Blocking<Errno | null> {
    for (let left = octets; left > 0;) {
      const data = yield* this.#p.io.read(0, Math.min(left, this.#set.ibs))
      if (isErrno(data)) return data
      if (data.length === 0) break
      left -= data.length
    }
    return null
  }

  /** One read; as many as it takes with `fullblock`. */
  *#block(size: number): Blocking<Uint8Array | Errno> {
    const first = yield* this.#p.io.read(0, size)
    if (!this.#set.fullBlocks || isErrno(first)) return first
    let block = first
    while (block.length < size) {
      const more = yield* this.#p.io.read(0, size - block.length)
      if (isErrno(more)) return more
      if (more.length === 0) break
      block = joined(block, more)
    }
    return block
  }

  #converted(data: Uint8Array): Uint8Array {
    const { conversions, ibs } = this.#set
    let out = data
    if (conversions.has('sync') && out.length < ibs) out = joined(out, new Uint8Array(ibs - out.length))
    if (conversions.has('swab')) out = swapped(out)
    if (conversions.has('ucase')) out = out.map((c) => (c >= 97 && c <= 122 ? c - UPPER : c))
    if (conversions.has('lcase')) out = out.map((c) => (c >= 65 && c <= 90 ? c + UPPER : c))
    return out
  }

  *#pass(data: Uint8Array): Blocking<Errno | null> {
    const { obs, oneBuffer } = this.#set
    if (oneBuffer) return yield* this.#write(data, obs)
    this.#waiting = joined(this.#waiting, data)
    while (this.#waiting.length >= obs) {
      const error = yield* this.#write(this.#waiting.subarray(0, obs), obs)
      if (error) return error
      this.#waiting = this.#waiting.slice(obs)
    }
    return null
  }

  *#write(data: Uint8Array, obs: number): Blocking<Errno | null> {
    const error = this.#p.io.write(1, data)
    if (error) return error
    yield* this.#p.io.drain(1)
    this.written[data.length === obs ? 'full' : 'partial']++
    this.octets += data.length
    return null
  }
}

function octetsOf({ n, bytes }: Amount, block: number): number {
  return bytes ? n : n * block
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Every pair of octets the other way round. */
function swapped(data: Uint8Array): Uint8Array {
  return data.map((octet, i) => data[i ^ 1] ?? octet)
}
