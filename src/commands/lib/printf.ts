// printf(1): the format, its directives and escapes. Ref: coreutils src/printf.c
import { interpret } from '../echo/echo.ts'
import { readEscape } from './escapes.ts'
import { formatG } from './numbers.ts'
import { quoteFile, quoteWord } from './quote.ts'

/** Text to print, or a complaint, in the order they come. */
export interface Piece {
  readonly kind: 'text' | 'complaint' | 'warning'
  readonly text: string
}

/** A field wider than this is not worth a browser's memory. */
const WIDEST = 100_000

class Formatter {
  text = ''
  readonly pieces: Piece[] = []
  fatal = false
  stopped = false
  #at = 0
  used = 0

  constructor(
    private readonly format: string,
    private readonly args: readonly string[],
  ) {}

  /** Keeps what was printed so far before it. */
  #complain(text: string, kind: Piece['kind'] = 'complaint'): void {
    this.end()
    this.pieces.push({ kind, text })
  }

  warn(text: string): void {
    this.#complain(text, 'warning')
  }

  end(): void {
    if (this.text !== '') this.pieces.push({ kind: 'text', text: this.text })
    this.text = ''
  }

  /** Once through the format, taking arguments as it goes. */
  pass(first: number): void {
    this.used = first
    this.#at = 0
    const { format } = this
    while (this.#at < format.length && !this.stopped && !this.fatal) {
      const c = format[this.#at] ?? ''
      if (c === '\\') {
        const escape =
          format[this.#at + 1] === '"'
            ? { text: '"', end: this.#at + 2, stop: false }
            : readEscape(format, this.#at, false)
        this.text += escape.text
        this.#at = escape.end
        this.stopped = escape.stop
      } else if (c === '%') this.#directive()
      else {
        this.text += c
        this.#at++
      }
    }
  }

  #next(): string | null {
    return this.args[this.used++] ?? null
  }

  #directive(): void {
    const match = /^%([-+ #0']*)(\*|[0-9]*)(?:(\.)(\*|-?[0-9]*))?[hlLjzt]*(.?)/s.exec(
      this.format.slice(this.#at),
    )
    const [all = '%', flags = '', widthText = '', dot, precisionText = '', letter = ''] = match ?? []
    this.#at += all.length
    if (all === '%%') {
      this.text += '%'
      return
    }
    let width = widthText === '*' ? this.#integer(this.#next()) : Number(widthText || 0)
    let precision =
      dot === undefined
        ? null
        : precisionText === '*'
          ? this.#integer(this.#next())
          : Number(precisionText || 0)
    let left = flags.includes('-')
    if (width < 0) [left, width] = [true, -width]
    if (precision !== null && precision < 0) precision = null
    width = Math.min(width, WIDEST)
    if (precision !== null) precision = Math.min(precision, WIDEST)
    const body = this.#convert(letter, flags, precision, all)
    if (body === null) return
    const zero =
      flags.includes('0') &&
      !left &&
      /[diouxXeEfFgGaA]/.test(letter) &&
      !(precision !== null && /[diouxX]/.test(letter))
    if (left) this.text += body.padEnd(width)
    else if (zero) {
      const sign = /^[-+ ]?(?:0[xX])?/.exec(body)?.[0] ?? ''
      this.text += sign + body.slice(sign.length).padStart(width - sign.length, '0')
    } else this.text += body.padStart(width)
  }

  #convert(letter: string, flags: string, precision: number | null, all: string): string | null {
    switch (letter) {
      case 'c':
        return [...(this.#next() ?? '')][0] ?? ''
      case 's':
        return cut(this.#next() ?? '', precision)
      case 'b': {
        const shown = interpret(this.#next() ?? '')
        if (shown.stop) this.stopped = true
        return cut(shown.text, precision)
      }
      case 'q':
        return quoteFile(this.#next() ?? '')
      case 'd':
      case 'i':
        return signed(this.#integer(this.#next()), flags, precision)
      case 'o':
      case 'u':
      case 'x':
      case 'X':
        return unsigned(this.#integer(this.#next()), letter, flags, precision)
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return float(this.#float(this.#next()), letter, flags, precision)
      default:
        this.#complain(`${all}: invalid conversion specification`)
        this.fatal = true
        return null
    }
  }

  #integer(text: string | null): number {
    if (text === null || text === '') {
      return 0
    }
    if (/^["']/.test(text)) return text.codePointAt(1) ?? 0
    const match = /^\s*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/.exec(text)
    if (!match) {
      this.#complain(`${quoteWord(text)}: expected a numeric value`)
      return 0
    }
    if (match[0].length < text.length) this.#complain(`${quoteWord(text)}: value not completely converted`)
    const digits = match[2] ?? '0'
    const value = /^0[xX]/.test(digits)
      ? parseInt(digits, 16)
      : digits.startsWith('0')
        ? parseInt(digits, 8)
        : Number(digits)
    return match[1] === '-' ? -value : value
  }

  #float(text: string | null): number {
    if (text === null) return 0
    if (/^["']/.test(text)) return text.codePointAt(1) ?? 0
    const match = /^\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/.exec(text)
    if (!match) {
      this.#complain(`${quoteWord(text)}: expected a numeric value`)
      return 0
    }
    if (match[0].length < text.length) this.#complain(`${quoteWord(text)}: value not completely converted`)
    return Number(match[0])
  }
}

function cut(text: string, precision: number | null): string {
  return precision === null ? text : [...text].slice(0, precision).join('')
}

function sign(negative: boolean, flags: string): string {
  if (negative) return '-'
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
}

function signed(value: number, flags: string, precision: number | null): string {
  return sign(value < 0, flags) + String(Math.abs(value)).padStart(precision ?? 1, '0')
}

function unsigned(value: number, letter: string, flags: string, precision: number | null): string {
  const whole = value < 0 ? BigInt(value) + (1n << 64n) : BigInt(value)
  const base = letter === 'o' ? 8 : letter === 'u' ? 10 : 16
  let digits = whole.toString(base).padStart(precision ?? 1, '0')
  if (flags.includes('#') && whole !== 0n) {
    if (letter === 'o') digits = `0${digits}`
    else if (base === 16) digits = `0x${digits}`
  }
  return letter === 'X' ? digits.toUpperCase() : digits
}

function float(value: number, letter: string, flags: string, precision: number | null): string {
  const size = Math.abs(value)
  const lower = letter.toLowerCase()
  let digits = size.toFixed(Math.min(precision ?? 6, 100))
  if (lower === 'e')
    digits = size.toExponential(Math.min(precision ?? 6, 100)).replace(/e([+-])(\d)$/, 'e$10$2')
  if (lower === 'g')
    digits =
      precision === null ? formatG(size) : String(Number(size.toPrecision(Math.min(precision || 1, 100))))
  const text = sign(value < 0, flags) + digits
  return letter === lower ? text : text.toUpperCase()
}

/** Goes through the format again while there are arguments left and it takes any. */
export function formatPrintf(format: string, args: readonly string[]): readonly Piece[] {
  const formatter = new Formatter(format, args)
  let first = 0
  do {
    formatter.pass(first)
    const { used } = formatter
    if (used === first) {
      const [extra] = args
      if (used < args.length && args.length > 0 && first === 0 && !formatter.stopped && !formatter.fatal) {
        formatter.warn(`warning: ignoring excess arguments, starting with ${quoteWord(extra ?? '')}`)
      }
      break
    }
    first = used
  } while (first < args.length && !formatter.stopped && !formatter.fatal)
  formatter.end()
  return formatter.pieces
}
