// Values as text: CONVFMT and OFMT, comparison, printf's conversions. Ref: mawk cast.c, print.c:do_printf()
import { INT_MAX, toInt, toNumber, toUnsigned, type Value } from './value.ts'

/** `format` is CONVFMT or, for print, OFMT. */
export function toText(value: Value, format: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberToText(value, format)
  return value === null ? '' : value.text
}

export function numberToText(value: number, format: string): string {
  if (Number.isInteger(value) && Math.abs(value) <= INT_MAX) return String(value + 0)
  return formatNumber(format, value)
}

/** Below, at or above 0; NaN when numbers do not compare. */
export function compare(a: Value, b: Value, format: string): number {
  if (typeof a !== 'string' && typeof b !== 'string') {
    const [x, y] = [toNumber(a), toNumber(b)]
    return x < y ? -1 : x > y ? 1 : x === y ? 0 : NaN
  }
  const [x, y] = [toText(a, format), toText(b, format)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** A field wider than this is not worth a browser's memory. */
const WIDEST = 100_000

interface Directive {
  readonly flags: string
  readonly width: number
  readonly precision: number | null
  readonly letter: string
}

const DIRECTIVE = /%([-+ #0]*)(\*|[0-9]*)(?:\.(\*|[0-9]*))?[hlLqjzt]*([^])?/y

/** The text, up to where the format or its arguments are wrong: `error` says how, else it is null. */
export interface Formatted {
  readonly text: string
  readonly error: string | null
}

export function sprintf(
  format: string,
  args: readonly Value[],
  convfmt: string,
  caller: 'printf' | 'sprintf',
): Formatted {
  let text = ''
  let used = 0
  let conversions = 0
  let missing = false
  const next = (): Value => {
    if (used >= args.length) missing = true
    return args[used++] ?? null
  }
  let at = 0
  while (at < format.length) {
    const percent = format.indexOf('%', at)
    if (percent < 0) return { text: text + format.slice(at), error: null }
    text += format.slice(at, percent)
    DIRECTIVE.lastIndex = percent
    const [all = '%', flags = '', width = '', precision, letter = ''] = DIRECTIVE.exec(format) ?? []
    at = percent + all.length
    if (all === '%%') {
      text += '%'
      continue
    }
    conversions++
    const wide = width === '*' ? toInt(toNumber(next())) : Number(width)
    const exact =
      precision === undefined ? null : precision === '*' ? toInt(toNumber(next())) : Number(precision)
    const directive = {
      flags: wide < 0 ? `${flags}-` : flags,
      width: Math.min(Math.abs(wide), WIDEST),
      precision: exact === null || exact < 0 ? null : Math.min(exact, WIDEST),
      letter,
    }
    const value = next()
    if (missing) return { text, error: `not enough arguments passed to ${caller}("${format}")` }
    if (!/[cdiouxXeEfFgGs]/.test(letter)) {
      return { text, error: `improper conversion(number ${conversions}) in ${caller}("${format}")` }
    }
    text += pad(convert(value, directive, convfmt), directive)
  }
  return { text, error: null }
}

/** One number in CONVFMT or OFMT. */
function formatNumber(format: string, value: number): string {
  return sprintf(format, [value], format, 'sprintf').text
}

function convert(value: Value, directive: Directive, convfmt: string): string {
  const { flags, precision, letter } = directive
  switch (letter) {
    case 's': {
      const text = toText(value, convfmt)
      return precision === null ? text : text.slice(0, precision)
    }
    case 'c':
      return character(value)
    case 'd':
    case 'i': {
      const whole = toInt(toNumber(value))
      return sign(whole < 0, flags) + digitsOf(String(Math.abs(whole)), precision)
    }
    case 'o':
    case 'u':
    case 'x':
    case 'X':
      return unsigned(toUnsigned(toNumber(value)), directive)
    default:
      return float(toNumber(value), directive)
  }
}

/** A number is an octet; of text the first octet is taken, NUL when there is none. */
function character(value: Value): string {
  if (typeof value === 'string') return value === '' ? '\0' : value.charAt(0)
  return String.fromCharCode(toInt(toNumber(value)) & 255)
}

function sign(negative: boolean, flags: string): string {
  if (negative) return '-'
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
}

function digitsOf(digits: string, precision: number | null): string {
  if (precision === 0 && digits === '0') return ''
  return digits.padStart(precision ?? 1, '0')
}

function unsigned(value: number, { flags, precision, letter }: Directive): string {
  const base = letter === 'o' ? 8 : letter === 'u' ? 10 : 16
  const digits = digitsOf(value.toString(base), precision)
  const prefix = flags.includes('#') && value !== 0 ? (base === 8 ? '0' : base === 16 ? '0x' : '') : ''
  return letter === 'X' ? (prefix + digits).toUpperCase() : prefix + digits
}

function float(value: number, { flags, precision, letter }: Directive): string {
  const size = Math.abs(value)
  const lower = letter.toLowerCase()
  // The x86 makes its NaNs with the sign set, and printf(3) shows it.
  const negative = value < 0 || Object.is(value, -0) || Number.isNaN(value)
  const digits = Number.isNaN(size)
    ? 'nan'
    : size === Infinity
      ? 'inf'
      : lower === 'f'
        ? fixed(size, precision ?? 6)
        : lower === 'e'
          ? exponential(size, precision ?? 6)
          : general(size, precision ?? 6, flags.includes('#'))
  const text = sign(negative, flags) + digits
  return letter === lower ? text : text.toUpperCase()
}

/** toFixed, which turns to exponents at 10²¹ and rounds halves up where C looks at all binary digits. */
function fixed(size: number, digits: number): string {
  const shown = Math.min(digits, 100)
  if (size >= 1e21) return BigInt(size).toString() + (shown > 0 ? `.${'0'.repeat(shown)}` : '')
  const scaled = size * 10 ** shown
  // Exactly half way (as 2.5 is): to the even digit, as printf(3).
  if (shown < 16 && scaled < 2 ** 52 && scaled % 1 === 0.5 && Math.floor(scaled) % 2 === 0) {
    const exact = (Math.floor(scaled) / 10 ** shown).toFixed(shown)
    if (Number((size - Number(exact)).toFixed(shown + 1)) === 5 / 10 ** (shown + 1)) {
      if (isExactHalf(size, shown)) return exact
    }
  }
  return size.toFixed(shown)
}

/** Whether the decimal expansion of the double ends with the digit 5 right after `digits` places. */
function isExactHalf(size: number, digits: number): boolean {
  const expansion = size.toFixed(Math.min(100, digits + 60))
  return /\.\d*?50*$/.test(expansion) && expansion.replace(/0+$/, '').split('.')[1]?.length === digits + 1
}

function exponential(size: number, digits: number): string {
  return size.toExponential(Math.min(digits, 100)).replace(/e([+-])(\d)$/, 'e$10$2')
}

function general(size: number, precision: number, keepZeros: boolean): string {
  const significant = Math.min(Math.max(precision, 1), 100)
  const power = size === 0 ? 0 : Number(size.toExponential(significant - 1).split('e')[1] ?? '0')
  const long = power < -4 || power >= significant
  const text = long ? exponential(size, significant - 1) : fixed(size, significant - 1 - power)
  if (keepZeros || !text.includes('.')) return text
  return text.replace(/(\.\d*?)0+(?=e|$)/, '$1').replace(/\.(?=e|$)/, '')
}

function pad(text: string, { flags, width, precision, letter }: Directive): string {
  if (text.length >= width) return text
  if (flags.includes('-')) return text.padEnd(width)
  const whole = /[diouxX]/.test(letter)
  const zero = flags.includes('0') && !/[sc]/.test(letter) && !(whole && precision !== null)
  if (!zero || /(?:inf|nan)$/i.test(text)) return text.padStart(width)
  const start = /^[-+ ]?(?:0[xX])?/.exec(text)?.[0] ?? ''
  return start + text.slice(start.length).padStart(width - start.length, '0')
}
