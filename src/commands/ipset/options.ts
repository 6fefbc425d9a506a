// What follows a set's type or an entry. Ref: ipset's lib/args.c
import type { IpsetOptions, IpsetType } from '../../uapi/ipset.ts'
import { parseNumber, Problem } from './entry.ts'

const UINT32 = 0xffffffff
/** UINT_MAX milliseconds in seconds, halved as the kernel needs it. */
const LONGEST = 2147483

type Values = ReadonlyMap<string, string>

/** `flag`: stands alone. */
type Grammar = Readonly<Record<string, 'flag' | 'value'>>

const CREATE: Grammar = {
  '-4': 'flag',
  '-6': 'flag',
  bucketsize: 'value',
  comment: 'flag',
  counters: 'flag',
  family: 'value',
  forceadd: 'flag',
  hashsize: 'value',
  initval: 'value',
  maxelem: 'value',
  timeout: 'value',
}

const ENTRY: Grammar = { bytes: 'value', comment: 'value', packets: 'value', timeout: 'value' }

/** What real Linux takes too. */
const REFUSED: ReadonlySet<string> = new Set(['bitmask', 'skbinfo', 'skbmark', 'skbprio', 'skbqueue'])

/** A complaint: about usage when it is a text. */
export type Complaint = string | Problem

function read(words: readonly string[], grammar: Grammar): Values | Complaint {
  const values = new Map<string, string>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (REFUSED.has(word)) return new Problem(`${word} is not supported in vethlab`)
    const kind = grammar[word]
    if (!kind) return `Unknown argument: \`${word}'`
    if (kind === 'flag') values.set(word, '')
    else if (i + 1 >= words.length) return `Missing mandatory argument of option \`${word}'`
    else values.set(word, words[++i] ?? '')
  }
  return values
}

/** Numbers that were given, by name; the first that is wrong. */
function numbers(
  values: Values,
  limits: Readonly<Record<string, readonly [number, number]>>,
): Readonly<Record<string, number>> | Problem {
  const found: Record<string, number> = {}
  for (const [name, [least, most]] of Object.entries(limits)) {
    const word = values.get(name)
    if (word === undefined) continue
    const value = parseNumber(word, least, most)
    if (value instanceof Problem) return value
    found[name] = value
  }
  return found
}

export function parseCreate(type: IpsetType, words: readonly string[]): IpsetOptions | Complaint {
  const grammar: Grammar = type === 'hash:net' ? CREATE : { ...CREATE, netmask: 'value' }
  const values = read(words, grammar)
  if (typeof values === 'string' || values instanceof Problem) return values
  const family = values.get('family') ?? (values.has('-6') ? 'inet6' : 'inet')
  if (family !== 'inet' && family !== 'inet6') return new Problem(`unknown inet family ${family}`)
  const found = numbers(values, {
    bucketsize: [2, 14],
    hashsize: [0, UINT32],
    initval: [0, UINT32],
    maxelem: [0, UINT32],
    timeout: [0, LONGEST],
  })
  if (found instanceof Problem) return found
  const longest = family === 'inet' ? 32 : 128
  const netmask = values.has('netmask') ? parseNumber(values.get('netmask') ?? '', 1, longest) : null
  if (netmask instanceof Problem) {
    return new Problem(`${netmask.text}\nSyntax error: netmask is out of the inclusive range of 1-${longest}`)
  }
  return {
    family,
    hashsize: found['hashsize'] ?? 1024,
    maxelem: found['maxelem'] ?? 65536,
    netmask: netmask === longest ? null : netmask,
    timeout: found['timeout'] ?? null,
    counters: values.has('counters'),
    comment: values.has('comment'),
    bucketsize: ((found['bucketsize'] ?? 12) >> 1) << 1,
    initval: found['initval'] ?? null,
  }
}

export interface EntryOptions {
  readonly nomatch: boolean
  readonly timeout: number | null
  readonly counters: { readonly packets: number; readonly bytes: number } | null
  readonly comment: string | null
}

export function parseEntryOptions(type: IpsetType, words: readonly string[]): EntryOptions | Complaint {
  const grammar: Grammar = type === 'hash:net' ? { ...ENTRY, nomatch: 'flag' } : ENTRY
  const values = read(words, grammar)
  if (typeof values === 'string' || values instanceof Problem) return values
  const most = Number.MAX_SAFE_INTEGER
  const found = numbers(values, { timeout: [0, LONGEST], packets: [0, most], bytes: [0, most] })
  if (found instanceof Problem) return found
  const { timeout = null, packets, bytes } = found
  const counted = packets !== undefined || bytes !== undefined
  return {
    nomatch: values.has('nomatch'),
    timeout,
    counters: counted ? { packets: packets ?? 0, bytes: bytes ?? 0 } : null,
    comment: values.get('comment') ?? null,
  }
}
