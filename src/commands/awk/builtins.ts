// Functions of the language. Ref: mawk bi_funct.c
import { calendarTime, daysTo, strftime } from '../lib/calendar.ts'
import type { BuiltinName } from './lexer.ts'
import { sprintf } from './format.ts'
import { fromWord, toWord } from './octets.ts'
import type { AwkRegex } from './regex.ts'
import type { Runtime } from './runtime.ts'
import { toNumber, toUnsigned, type Value } from './value.ts'

/** Those that need no array, no target and no waiting. */
export function callBuiltin(rt: Runtime, name: BuiltinName, args: readonly Value[]): Value {
  const [first = null, second = null] = args
  const text = (): string => rt.text(first)
  const number = (): number => toNumber(first)
  switch (name) {
    case 'length':
      return args.length === 0 ? rt.text(rt.record.whole).length : text().length
    case 'index':
      return index(text(), rt.text(second))
    case 'substr':
      return substr(text(), toNumber(second), args.length > 2 ? toNumber(args[2] ?? null) : Infinity)
    case 'sprintf': {
      const made = sprintf(text(), args.slice(1), rt.format(), 'sprintf')
      if (made.error !== null) rt.fail(made.error)
      return made.text
    }
    case 'toupper':
      return text().replace(/[a-z]/g, (c) => c.toUpperCase())
    case 'tolower':
      return text().replace(/[A-Z]/g, (c) => c.toLowerCase())
    case 'int':
      return Math.trunc(number())
    case 'sqrt':
      return Math.sqrt(number())
    case 'exp':
      return Math.exp(number())
    case 'log':
      return Math.log(number())
    case 'sin':
      return Math.sin(number())
    case 'cos':
      return Math.cos(number())
    case 'atan2':
      return Math.atan2(number(), toNumber(second))
    case 'rand':
      return rt.random.value()
    case 'srand':
      return rt.random.reseed(args.length === 0 ? Math.floor(rt.p.clock.epoch()) : toUnsigned(number()))
    case 'systime':
      return Math.floor(rt.p.clock.epoch())
    case 'mktime':
      return mktime(text())
    case 'strftime': {
      const format = args.length === 0 ? '%c' : toWord(text())
      return fromWord(strftime(format, args.length > 1 ? toNumber(second) : rt.p.clock.epoch()))
    }
    default:
      return null
  }
}

function index(text: string, part: string): number {
  return text.indexOf(part) + 1
}

/** Begins at 1; what a negative begin cuts off is not taken from the length. */
function substr(text: string, begin: number, length: number): string {
  const from = Math.trunc(begin)
  const first = Math.max(from, 1)
  const count = Math.trunc(from < 0 ? length - from : length)
  return count > 0 ? text.slice(first - 1, first - 1 + count) : ''
}

/** `YYYY MM DD HH MM SS`, seconds since 1970; -1 when it is none. */
function mktime(text: string): number {
  const parts = text
    .trim()
    .split(/[ \t]+/)
    .map(Number)
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = parts
  if (parts.length < 6 || parts.some((part) => !Number.isInteger(part))) return -1
  const days = daysTo(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1, 1) + day - 1
  const time = days * 86400 + hour * 3600 + minute * 60 + second
  return Number.isNaN(calendarTime(time).year) ? -1 : time
}

export interface Substitution {
  readonly text: string
  readonly count: number
}

/** sub, or gsub when `all`: nothing is matched right behind a match. */
export function substitute(text: string, regex: AwkRegex, replacement: string, all: boolean): Substitution {
  const pieces = readReplacement(replacement)
  let out = ''
  let at = 0
  let count = 0
  /** Where the last match that held something ended. */
  let last = -1
  while (at <= text.length) {
    const found = regex.find(text, at)
    if (!found) break
    if (found.end === found.start && found.start === last) {
      out += text.slice(at, at + 1)
      at++
      last = -1
      continue
    }
    const matched = text.slice(found.start, found.end)
    out += text.slice(at, found.start)
    for (const piece of pieces) out += piece ?? matched
    count++
    at = found.end
    last = found.end
    if (!all) break
    if (found.end > found.start) continue
    out += text.slice(at, at + 1)
    at++
    last = -1
  }
  return { text: at <= text.length ? out + text.slice(at) : out, count }
}

/** Null stands for what was matched: `&`; `\&` is an ampersand, `\\` a backslash. */
function readReplacement(text: string): readonly (string | null)[] {
  const pieces: (string | null)[] = []
  for (const [piece] of text.matchAll(/\\[\\&]|&|[^\\&]+|\\/g)) {
    pieces.push(piece === '&' ? null : piece === '\\&' ? '&' : piece === '\\\\' ? '\\' : piece)
  }
  return pieces
}
