// What the command line asks for, checked as iputils checks it (ping/ping.c:main()).
import { inetAton } from '../lib/inetAton.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args } from '../lib/options.ts'
import { parseInet, type Inet } from '../../wire/inet.ts'
import { parseInet6, type Inet6 } from '../../wire/inet6.ts'
import { looksLikeInet6 } from '../lib/hosts6.ts'
import type { PingOption } from './options.ts'

const INT_MAX = 2147483647
const MAX_DUP_CHK = 0x10000
const DEFAULT_DATA = 56

export interface PingSettings {
  readonly target: string
  /** Packets to send; 0: no end. */
  readonly count: number
  /** Milliseconds; changed by -A as answers come. */
  readonly interval: number
  readonly preload: number
  /** Seconds; 0: none. */
  readonly deadline: number
  /** Milliseconds to wait for a last answer that may not come. */
  readonly linger: number
  readonly size: number
  readonly pattern: readonly number[] | null
  readonly ttl: number | null
  readonly tos: number | null
  readonly mark: number
  readonly id: number | null
  readonly device: string | null
  readonly source: Inet | null
  readonly source6: Inet6 | null
  /** By IPv6: asked for, or the target is such an address. */
  readonly inet6: boolean
  readonly strictSource: boolean
  readonly pmtudisc: 'do' | 'dont' | 'want' | null
  readonly adaptive: boolean
  readonly audible: boolean
  readonly broadcast: boolean
  readonly flood: boolean
  readonly numeric: boolean
  readonly outstanding: boolean
  readonly quiet: boolean
  readonly dontroute: boolean
  readonly noLoop: boolean
  readonly timestamps: boolean
  readonly verbose: boolean
  /** Complaints that do not stop it. */
  readonly warnings: readonly string[]
}

export interface Refusal {
  readonly status: number
  readonly message: string
}

/** Collects the first thing that is wrong. */
class Reader {
  refusal: Refusal | null = null
  readonly warnings: string[] = []

  refuse(status: number, message: string): void {
    this.refusal ??= { status, message }
  }

  /** strtol_or_err(): null stays null. */
  integer(text: string | null, least: number, most: number, written = String(most)): number | null {
    if (text === null) return null
    const value = wholeNumber(text, 10)
    if (value === null) this.refuse(1, `invalid argument: '${text}'`)
    else if (Math.abs(value) >= 2 ** 63) {
      this.refuse(1, `invalid argument: '${text}': Numerical result out of range`)
    } else if (value < least || value > most) {
      this.refuse(1, `invalid argument: '${text}': out of range: ${least} <= value <= ${written}`)
    }
    return value
  }

  /** ping_strtod(): what follows the number is complained of and let pass. */
  seconds(text: string | null, complaint: string): number | null {
    if (text === null) return null
    const match = /^\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/.exec(text)
    const value = match ? Number(match[0]) : 0
    if ((match?.[0].length ?? 0) < text.length) {
      this.warnings.push(
        `option argument contains garbage: ${text}`,
        'this will become fatal error in the future',
      )
    }
    if (value < 0 || value > INT_MAX / 1000) this.refuse(2, `${complaint}: ${text}`)
    return value
  }
}

/** `args` has at least one operand. */
export function readSettings(args: Args<PingOption>, six: boolean): PingSettings | Refusal {
  const read = new Reader()
  const devices = args.all('I')
  const sources = devices.flatMap((word) => parseInet(word) ?? [])
  const sources6 = devices.flatMap((word) => parseInet6(word) ?? [])
  const flood = args.has('f')
  const interval = read.seconds(args.last('i'), 'bad timing interval')
  const settings: PingSettings = {
    target: args.operands.at(-1) ?? '',
    count: read.integer(args.last('c'), 1, 2 ** 63, '9223372036854775807') ?? 0,
    interval: interval === null ? (flood ? 0 : 1000) : Math.trunc(interval * 1000),
    preload: read.integer(args.last('l'), 1, MAX_DUP_CHK) ?? 1,
    deadline: read.integer(args.last('w'), 0, INT_MAX) ?? 0,
    linger: Math.trunc((read.seconds(args.last('W'), 'bad linger time') ?? 10) * 1000),
    size: read.integer(args.last('s'), 0, INT_MAX) ?? DEFAULT_DATA,
    pattern: readPattern(read, args.last('p')),
    ttl: read.integer(args.last('t'), 0, 255),
    tos: readTos(read, args.last('Q')),
    mark: read.integer(args.last('m'), 0, 0xffffffff) ?? 0,
    id: read.integer(args.last('e'), 0, 0xffff),
    device: devices.findLast((word) => parseInet(word) === null && parseInet6(word) === null) ?? null,
    source: sources.at(-1) ?? null,
    source6: sources6.at(-1) ?? null,
    inet6: args.has('6') || (!args.has('4') && (six || looksLikeInet6(args.operands.at(-1) ?? ''))),
    strictSource: args.has('B') || sources.length > 0 || sources6.length > 0,
    pmtudisc: readHint(read, args.last('M')),
    adaptive: args.has('A'),
    audible: args.has('a'),
    broadcast: args.has('b'),
    flood,
    numeric:
      args.has('n') ||
      flood ||
      inetAton(args.operands.at(-1) ?? '') !== null ||
      looksLikeInet6(args.operands.at(-1) ?? ''),
    outstanding: args.has('O'),
    quiet: args.has('q'),
    dontroute: args.has('r'),
    noLoop: args.has('L'),
    timestamps: args.has('D'),
    verbose: args.has('v'),
    warnings: read.warnings,
  }
  read.integer(args.last('S'), 1, INT_MAX)
  return read.refusal ?? settings
}

function readHint(read: Reader, text: string | null): PingSettings['pmtudisc'] {
  if (text === null || text === 'do' || text === 'dont' || text === 'want') return text
  read.refuse(2, `invalid -M argument: ${text}`)
  return null
}

function readTos(read: Reader, text: string | null): number | null {
  if (text === null) return null
  const value = /^0[xX]/.test(text) ? wholeNumber(text, 0) : wholeNumber(text)
  if (value === null) read.refuse(2, `bad TOS value: ${text}`)
  else if (value < 0 || value > 255) {
    read.refuse(2, `the decimal value of TOS bits must be in range 0-255: ${value}`)
  }
  return value
}

/** Up to sixteen octets in hexadecimal; an odd last digit is an octet of its own. */
function readPattern(read: Reader, text: string | null): readonly number[] | null {
  if (text === null) return null
  if (!/^[0-9a-fA-F]+$/.test(text)) {
    read.refuse(2, `patterns must be specified as hex digits: ${text}`)
    return null
  }
  return (text.match(/../g) ?? [text]).slice(0, 16).map((octet) => parseInt(octet, 16))
}
