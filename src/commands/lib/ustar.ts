// Archives as tar has them: a head of 512 octets for each file, and what the file holds, padded to as much again.
// (POSIX.1-1988, ustar; names that do not fit stand before their head, as GNU tar has them)
import { concat } from '../../wire/octets.ts'
import { decodeUtf8, encodeUtf8 } from '../../wire/utf8.ts'

const BLOCK = 512
const NAME = 100
const LONG_NAME = '././@LongLink'

export interface ArchiveEntry {
  readonly name: string
  readonly kind: 'file' | 'dir' | 'link'
  readonly mode: number
  /** Seconds since 1970. */
  readonly mtime: number
  /** Where a link leads. */
  readonly target: string
  readonly data: Uint8Array
}

const FLAGS = { file: '0', link: '2', dir: '5' } as const

/** `maker`: GNU tar names owners and has a magic of its own; Go's archive/tar writes plain POSIX. */
export function encodeEntry(entry: ArchiveEntry, maker: 'gnu' | 'go' = 'gnu'): Uint8Array {
  const name = encodeUtf8(entry.name)
  if (name.length <= NAME) return record(entry, name, FLAGS[entry.kind], maker)
  const long = record(
    { ...entry, mode: 0, mtime: 0, target: '', data: name },
    encodeUtf8(LONG_NAME),
    'L',
    maker,
  )
  return concat([long, record(entry, name.subarray(0, NAME), FLAGS[entry.kind], maker)])
}

/** Two empty blocks end an archive, and it is filled up to whole records of `blocks`. */
export function endArchive(parts: readonly Uint8Array[], blocks: number): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0) + 2 * BLOCK
  const whole = Math.ceil(length / (blocks * BLOCK)) * blocks * BLOCK
  return concat([...parts, new Uint8Array(whole - length + 2 * BLOCK)])
}

function record(entry: ArchiveEntry, name: Uint8Array, flag: string, maker: 'gnu' | 'go'): Uint8Array {
  const { mode, mtime, target, data } = entry
  const octets = new Uint8Array(BLOCK + Math.ceil(data.length / BLOCK) * BLOCK)
  const put = (at: number, text: string): void => octets.set(encodeUtf8(text), at)
  const number = (at: number, width: number, value: number): void => {
    put(at, value.toString(8).padStart(width - 1, '0'))
  }
  octets.set(name, 0)
  number(100, 8, mode)
  number(108, 8, 0)
  number(116, 8, 0)
  number(124, 12, data.length)
  number(136, 12, mtime)
  put(148, '        ')
  put(156, flag)
  put(157, target.slice(0, NAME))
  if (maker === 'gnu') {
    put(257, 'ustar  ')
    put(265, 'root')
    put(297, 'root')
  } else put(257, 'ustar\x0000')
  const sum = octets.subarray(0, BLOCK).reduce((all, octet) => all + octet, 0)
  number(148, 7, sum)
  octets[154] = 0
  octets.set(data, BLOCK)
  return octets
}

/** null when it is no archive. */
export function decodeArchive(octets: Uint8Array): ArchiveEntry[] | null {
  const entries: ArchiveEntry[] = []
  let long: string | null = null
  for (let at = 0; at + BLOCK <= octets.length;) {
    const head = octets.subarray(at, at + BLOCK)
    if (head.every((octet) => octet === 0)) return entries
    if (!isHead(head)) return null
    const size = readNumber(head, 124, 12)
    const data = octets.subarray(at + BLOCK, at + BLOCK + size)
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
    const flag = readText(head, 156, 1)
    if (flag === 'L') {
      long = readText(data, 0, data.length)
      continue
    }
    const name = long ?? readText(head, 0, NAME)
    long = null
    const kind = flag === '5' ? 'dir' : flag === '2' ? 'link' : 'file'
    entries.push({
      name,
      kind,
      mode: readNumber(head, 100, 8),
      mtime: readNumber(head, 136, 12),
      target: readText(head, 157, NAME),
      data,
    })
  }
  return entries.length > 0 ? entries : null
}

/** The sum of its octets stands in it, counted with spaces in its own place. */
function isHead(head: Uint8Array): boolean {
  const sum = head.reduce((all, octet, i) => all + (i >= 148 && i < 156 ? 32 : octet), 0)
  return sum === readNumber(head, 148, 8)
}

function readText(octets: Uint8Array, at: number, width: number): string {
  const field = octets.subarray(at, at + width)
  const end = field.indexOf(0)
  return decodeUtf8(end < 0 ? field : field.subarray(0, end))
}

function readNumber(octets: Uint8Array, at: number, width: number): number {
  return Number.parseInt(readText(octets, at, width).trim() || '0', 8)
}
