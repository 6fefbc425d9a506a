import { assign, parseReference } from '../assign.ts'
import { parseNumeral } from '../expand/integers.ts'
import { backslashQuote, unescape } from '../expand/quote.ts'
import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions, usageError } from './builtin.ts'
import { formatTime } from './strftime.ts'

export const printf: PlainBuiltin = builtin(
  'printf',
  '[-v var] format [arguments]',
  'Formats and prints ARGUMENTS under control of the FORMAT.',
  (shell, args) => {
    const options = parseOptions(args, '', 'v')
    if (options.wrong !== null) {
      if (!options.wrong.startsWith(':')) return invalidOption(shell, printf, options.wrong)
      shell.report('printf: -v: option requires an argument')
      return usageError(shell, printf)
    }
    const target = options.values.get('v')
    const reference = target === undefined ? null : parseReference(target)
    if (target !== undefined && !reference)
      return shell.fail('printf', `\`${target}': not a valid identifier`, 2)
    const [format, ...rest] = options.rest
    if (format === undefined) return usageError(shell, printf)
    const run = new Formatter(shell, rest)
    run.all(format)
    const status = run.failed ? 1 : 0
    if (!reference) return shell.emit('printf', run.out, status)
    return assign(shell, reference.name, reference.subscript, run.out) ? status : 1
  },
)

const DIRECTIVE = /%(?:%|([-+ #0']*)(\*|-?\d+)?(?:\.(\*|-?\d*))?(?:[hlLjtz]*)(\([^)]*\)T|[\s\S])?)/g

class Formatter {
  out = ''
  failed = false
  #next = 0
  #stop = false

  constructor(
    private readonly shell: ShellState,
    private readonly args: readonly string[],
  ) {}

  /** The format is used again while there are arguments left. */
  all(format: string): void {
    do {
      const before = this.#next
      this.#once(format)
      if (this.#next === before) return
    } while (this.#next < this.args.length && !this.#stop)
  }

  #take(): string | undefined {
    return this.args[this.#next++]
  }

  #once(format: string): void {
    let from = 0
    DIRECTIVE.lastIndex = 0
    for (let found = DIRECTIVE.exec(format); found && !this.#stop; found = DIRECTIVE.exec(format)) {
      this.#literal(format.slice(from, found.index))
      from = found.index + found[0].length
      const resume = DIRECTIVE.lastIndex
      if (!this.#directive(found)) return
      DIRECTIVE.lastIndex = resume
    }
    if (!this.#stop) this.#literal(format.slice(from))
  }

  #literal(text: string): void {
    this.out += text.includes('\\') ? unescape(text, 'printf').text : text
  }

  /** False when the format is wrong and the rest is given up. */
  #directive(found: RegExpExecArray): boolean {
    const [text, flags = '', widthText, precisionText, conversion] = found
    if (text === '%%') {
      this.out += '%'
      return true
    }
    let width = widthText === '*' ? Number(this.#take() ?? 0) : Number(widthText ?? 0)
    const left = flags.includes('-') || width < 0
    width = Math.abs(width)
    const precision =
      precisionText === undefined
        ? -1
        : precisionText === '*'
          ? Number(this.#take() ?? 0)
          : Number(precisionText || 0)
    if (conversion === undefined || !/^(?:[diouxXeEfFgGcsbqQaA]|\()/.test(conversion)) {
      const shown = conversion === undefined ? `\`${text.slice(-1)}': missing` : `\`${conversion}': invalid`
      this.shell.report(`printf: ${shown} format character`)
      this.failed = true
      this.#stop = true
      return false
    }
    const body = this.#convert(conversion, flags, precision)
    const zero =
      flags.includes('0') &&
      !left &&
      /^[diouxXeEfFgG]/.test(conversion) &&
      (precision < 0 || /[eEfFgG]/.test(conversion))
    this.out += pad(body, width, left, zero)
    return true
  }

  #convert(conversion: string, flags: string, precision: number): string {
    if (conversion.startsWith('(')) {
      const given = this.#take()
      const now = Math.floor(this.shell.p.clock.epoch())
      const seconds =
        given === undefined || given === '-1' || given === '-2' ? now : Number(this.#integer(given))
      return formatTime(conversion.slice(1, -2) || '%X', seconds)
    }
    const given = this.#take()
    switch (conversion) {
      case 's':
        return cut(given ?? '', precision)
      case 'c':
        return [...(given ?? '')][0] ?? ''
      case 'b': {
        const { text, stop } = unescape(given ?? '', 'b')
        if (stop) this.#stop = true
        return cut(text, precision)
      }
      case 'q':
      case 'Q':
        return cut(backslashQuote(given ?? ''), precision)
      case 'd':
      case 'i':
        return integer(given === undefined ? 0n : this.#integer(given), flags, precision)
      case 'o':
      case 'u':
      case 'x':
      case 'X':
        return unsigned(given === undefined ? 0n : this.#integer(given), conversion, flags, precision)
      default:
        return float(given === undefined ? 0 : this.#float(given), conversion, flags, precision)
    }
  }

  /** `'c` is the character's number. */
  #integer(text: string): bigint {
    if (/^["']/.test(text)) return BigInt(text.codePointAt(1) ?? 0)
    const trimmed = text.trimStart()
    const found = /^([+-]?)(0[xX][0-9a-fA-F]+|\d+)/.exec(trimmed)
    const [whole = '', sign, digits = '0'] = found ?? []
    const usable = /^0\d*[89]/.test(digits) ? (/^0[0-7]*/.exec(digits)?.[0] ?? '0') : digits
    if (!found || whole.length !== trimmed.length || usable !== digits) {
      if (text !== '')
        this.#bad(`${text}: ${/^0\d*[89]/.test(digits) ? 'invalid octal number' : 'invalid number'}`)
    }
    const value = parseNumeral(usable)
    if (typeof value === 'string') return 0n
    if (BigInt(usable.startsWith('0') ? 0 : usable) > 0x7fffffffffffffffn) {
      this.shell.report(`printf: warning: ${text}: Numerical result out of range`)
      return sign === '-' ? -0x8000000000000000n : 0x7fffffffffffffffn
    }
    return sign === '-' ? -value : value
  }

  #float(text: string): number {
    if (/^["']/.test(text)) return text.codePointAt(1) ?? 0
    const trimmed = text.trim()
    const value = Number(trimmed)
    if (trimmed !== '' && !Number.isNaN(value)) return value
    if (/^[+-]?(?:inf|infinity)$/i.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity
    if (/^[+-]?nan$/i.test(trimmed)) return NaN
    if (text !== '') this.#bad(`${text}: invalid number`)
    const prefix = Number.parseFloat(trimmed)
    return Number.isNaN(prefix) ? 0 : prefix
  }

  #bad(message: string): void {
    this.shell.report(`printf: ${message}`)
    this.failed = true
  }
}

function cut(text: string, precision: number): string {
  return precision < 0 ? text : [...text].slice(0, precision).join('')
}

function pad(text: string, width: number, left: boolean, zero: boolean): string {
  const missing = width - [...text].length
  if (missing <= 0) return text
  if (left) return text + ' '.repeat(missing)
  if (!zero) return ' '.repeat(missing) + text
  const sign = /^(?:[-+ ]|0[xX])/.exec(text)?.[0] ?? ''
  return sign + '0'.repeat(missing) + text.slice(sign.length)
}

function integer(value: bigint, flags: string, precision: number): string {
  const digits = (value < 0n ? -value : value).toString()
  const body = precision === 0 && value === 0n ? '' : digits.padStart(Math.max(precision, 0), '0')
  const grouped = flags.includes("'") ? body : body
  return (value < 0n ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '') + grouped
}

function unsigned(value: bigint, conversion: string, flags: string, precision: number): string {
  const whole = BigInt.asUintN(64, value)
  const base = conversion === 'o' ? 8 : conversion === 'u' ? 10 : 16
  let digits = whole.toString(base).padStart(Math.max(precision, 0), '0')
  if (precision === 0 && whole === 0n) digits = ''
  if (flags.includes('#') && whole !== 0n) digits = (base === 8 ? '0' : base === 16 ? '0x' : '') + digits
  return conversion === 'X' ? digits.toUpperCase() : digits
}

function float(value: number, conversion: string, flags: string, precision: number): string {
  const sign =
    value < 0 || Object.is(value, -0) ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
  const size = Math.abs(value)
  const digits = precision < 0 ? 6 : precision
  const upper = /[EFGA]/.test(conversion)
  if (!Number.isFinite(size)) {
    const word = Number.isNaN(size) ? 'nan' : 'inf'
    return sign + (upper ? word.toUpperCase() : word)
  }
  const lower = conversion.toLowerCase()
  const text =
    lower === 'f'
      ? size.toFixed(Math.min(digits, 100))
      : lower === 'e'
        ? exponential(size, digits)
        : general(size, digits, flags)
  return sign + (upper ? text.toUpperCase() : text)
}

function exponential(value: number, digits: number): string {
  return value.toExponential(Math.min(digits, 100)).replace(/e([+-])(\d)$/, 'e$10$2')
}

function general(value: number, precision: number, flags: string): string {
  const digits = precision === 0 ? 1 : precision
  const exponent = value === 0 ? 0 : Number(value.toExponential(digits - 1).split('e')[1])
  const text =
    exponent < -4 || exponent >= digits
      ? exponential(value, digits - 1)
      : value.toFixed(digits - 1 - exponent)
  return flags.includes('#') ? text : text.replace(/(\.\d*?)0+(e|$)/, '$1$2').replace(/\.(e|$)/, '$1')
}
