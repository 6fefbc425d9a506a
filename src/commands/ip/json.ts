/** A stack-less JSON writer with the layout of iproute2's `-j` and, when `pretty`, of its `-p`. */
export class JsonWriter {
  private text = ''
  private depth = 0
  private separator = ''
  private readonly pretty: boolean

  constructor(pretty: boolean) {
    this.pretty = pretty
  }

  /** What was written since the last call. */
  take(): string {
    const text = this.text
    this.text = ''
    return text
  }

  name(name: string): void {
    this.separate()
    this.newline()
    this.separator = ''
    this.text += JSON.stringify(name) + (this.pretty ? ': ' : ':')
  }

  value(value: string | number | boolean | null): void {
    this.raw(JSON.stringify(value))
  }

  /** A literal whose digits JSON.stringify would not keep: `0.00`. */
  raw(literal: string): void {
    this.separate()
    this.text += literal
  }

  openObject(): void {
    this.open('{')
  }

  closeObject(): void {
    this.close('}')
  }

  openArray(): void {
    this.open(this.pretty ? '[ ' : '[')
  }

  closeArray(): void {
    if (this.pretty && this.separator !== '') this.text += ' '
    this.separator = ''
    this.close(']')
  }

  private open(bracket: string): void {
    this.separate()
    this.text += bracket
    this.depth++
    this.separator = ''
  }

  private close(bracket: string): void {
    this.depth--
    if (this.separator !== '') this.newline()
    this.text += bracket
    this.separator = ','
  }

  private separate(): void {
    this.text += this.separator
    this.separator = ','
  }

  private newline(): void {
    if (this.pretty) this.text += '\n' + '    '.repeat(this.depth)
  }
}
