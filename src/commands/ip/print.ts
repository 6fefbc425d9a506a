// Output that is either text or JSON, decided by `-j`. Each datum is written once, in both forms.
import type { Stdio } from '../../os/program.ts'
import { JsonWriter } from './json.ts'

/** What iproute2 colours, with the codes it uses on a light background, which it assumes unless COLORFGBG says dark. */
const COLORS = {
  none: '',
  ifname: '\x1b[36m',
  mac: '\x1b[33m',
  inet: '\x1b[35m',
  inet6: '\x1b[34m',
  up: '\x1b[32m',
  down: '\x1b[31m',
} as const

export type Color = keyof typeof COLORS

interface PrintOptions {
  readonly json: boolean
  readonly pretty: boolean
  /** Lines within one record are joined by a backslash. */
  readonly oneline: boolean
  readonly color: boolean
  /** Bold codes, for a dark background. */
  readonly dark: boolean
}

export class Printer {
  private readonly io: Stdio
  private readonly options: PrintOptions
  private pending = ''
  private json: JsonWriter | null = null

  constructor(io: Stdio, options: PrintOptions) {
    this.io = io
    this.options = options
  }

  /** True between `beginJson` and `endJson` under `-j`: text is then not written. */
  get isJson(): boolean {
    return this.json !== null
  }

  /** The list of records begins; without `-j` nothing happens. */
  beginJson(): void {
    if (!this.options.json) return
    this.json = new JsonWriter(this.options.pretty)
    this.json.openArray()
  }

  endJson(): void {
    if (!this.json) return
    this.json.closeArray()
    this.pending += this.json.take() + '\n'
    this.json = null
  }

  /** Text only. */
  text(text: string): void {
    if (!this.json) this.pending += text
  }

  /** Always, also under `-j`. */
  line(text: string): void {
    this.pending += text
  }

  /** A new line within a record. */
  nl(): void {
    if (!this.json) this.pending += this.options.oneline ? '\\' : '\n'
  }

  /** JSON only. */
  field(key: string, value: string | number | boolean | null): void {
    if (!this.json) return
    this.json.name(key)
    this.json.value(value)
  }

  /** JSON only, digits as they stand. */
  rawField(key: string, literal: string): void {
    if (!this.json) return
    this.json.name(key)
    this.json.raw(literal)
  }

  /** JSON member, or else the text. */
  any(key: string, value: string | number | boolean | null, text: string): void {
    if (!this.json) this.pending += text
    else this.field(key, value)
  }

  /** JSON member, or else coloured text. */
  colored(color: Color, key: string, value: string | number, text: string): void {
    if (!this.json) this.pending += this.paint(color, text)
    else this.field(key, value)
  }

  coloredText(color: Color, text: string): void {
    if (!this.json) this.pending += this.paint(color, text)
  }

  /** Element of an array, or else the text. */
  item(value: string, text: string): void {
    if (!this.json) this.pending += text
    else this.json.value(value)
  }

  openObject(key: string | null): void {
    if (!this.json) return
    if (key !== null) this.json.name(key)
    this.json.openObject()
  }

  closeObject(): void {
    this.json?.closeObject()
  }

  openArray(key: string, text: string): void {
    if (!this.json) {
      this.pending += text
      return
    }
    this.json.name(key)
    this.json.openArray()
  }

  closeArray(text: string): void {
    if (!this.json) this.pending += text
    else this.json.closeArray()
  }

  /** Hands what is pending to descriptor 1; JSON that is not finished stays behind. */
  flush(): void {
    if (this.pending === '') return
    this.io.out(this.pending)
    this.pending = ''
  }

  /** As flush, unfinished JSON included: at the end of the program. */
  finish(): void {
    if (this.json) this.pending += this.json.take()
    this.flush()
  }

  private paint(color: Color, text: string): string {
    const code = COLORS[color]
    if (!this.options.color || code === '') return text
    return `${this.options.dark ? code.replace('[', '[1;') : code}${text}\x1b[0m`
  }
}

/** `text` padded on the right to `width` octets, as printf(3) counts. */
export function padEnd(text: string, width: number): string {
  let octets = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    octets += c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c < 0xe000) ? 2 : 3
  }
  return octets < width ? text + ' '.repeat(width - octets) : text
}
