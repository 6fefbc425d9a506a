// Archives as `docker cp` sends them (POSIX.1-1988 ustar).
import { decodeUtf8, encodeUtf8 } from '../../../wire/utf8.ts'
import { joined } from '../http/channel.ts'

const BLOCK = 512

export interface TarEntry {
  /** Below the archive's root, without a slash before it. */
  readonly name: string
  readonly kind: 'file' | 'dir' | 'link'
  readonly mode: number
  /** Seconds since 1970. */
  readonly mtime: number
  readonly data: Uint8Array
  readonly target: string
}

const TYPES = { file: '0', dir: '5', link: '2' } as const

export function emitTar(entries: readonly TarEntry[]): Uint8Array {
  let out: Uint8Array = new Uint8Array(0)
  for (const entry of entries) {
    out = joined(out, header(entry))
    if (entry.kind !== 'file') continue
    const padded = new Uint8Array(Math.ceil(entry.data.length / BLOCK) * BLOCK)
    padded.set(entry.data)
    out = joined(out, padded)
  }
  return joined(out, new Uint8Array(2 * BLOCK))
}

function header({ name, kind, mode, mtime, data, target }: TarEntry): Uint8Array {
  const block = new Uint8Array(BLOCK)
  const put = (text: string, at: number) => block.set(encodeUtf8(text), at)
  const octal = (n: number, width: number) => `${n.toString(8).padStart(width - 1, '0')}\0`
  put(kind === 'dir' ? `${name}/` : name, 0)
  put(octal(mode, 8), 100)
  put(octal(0, 8), 108)
  put(octal(0, 8), 116)
  put(octal(kind === 'file' ? data.length : 0, 12), 124)
  put(octal(Math.floor(mtime), 12), 136)
  put('        ', 148)
  put(TYPES[kind], 156)
  put(target, 157)
  put('ustar\x0000', 257)
  let sum = 0
  for (const octet of block) sum += octet
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** Null when it is no archive. */
export function parseTar(octets: Uint8Array): TarEntry[] | null {
  const entries: TarEntry[] = []
  for (let at = 0; at + BLOCK <= octets.length;) {
    const block = octets.subarray(at, at + BLOCK)
    if (block.every((octet) => octet === 0)) break
    const text = (from: number, length: number) =>
      decodeUtf8(block.subarray(from, from + length)).replace(/\0[^]*$/, '')
    const number = (from: number, length: number) => Number.parseInt(text(from, length).trim() || '0', 8)
    const size = number(124, 12)
    if (Number.isNaN(size)) return null
    const type = text(156, 1)
    const kind = type === '5' ? 'dir' : type === '2' ? 'link' : 'file'
    at += BLOCK
    const data = octets.slice(at, at + size)
    at += Math.ceil(size / BLOCK) * BLOCK
    const name = text(0, 100).replace(/^\.\//, '').replace(/\/$/, '')
    if (name === '' || name === '.') continue
    entries.push({ name, kind, mode: number(100, 8), mtime: number(136, 12), data, target: text(157, 100) })
  }
  return entries
}
