// Where sed writes: standard output or the file it edits, and the files of w.
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Tool } from '../lib/tool.ts'

export class Output {
  readonly #tool: Tool
  readonly #terminator: string
  /** Kept back for a file that is edited in place; null: standard output. */
  readonly #kept: string[] | null
  readonly #opened = new Map<string, string>()
  readonly #reading = new Map<string, string[]>()
  /** The last line lacked its newline: it is put in before anything else. */
  #open = false

  constructor(tool: Tool, separator: number, inPlace: boolean) {
    this.#tool = tool
    this.#terminator = separator === 0 ? '\0' : '\n'
    this.#kept = inPlace ? [] : null
  }

  line(text: string, terminated: boolean): void {
    this.text(terminated ? text + this.#terminator : text)
    this.#open = !terminated
  }

  text(text: string): void {
    const whole = this.#open ? this.#terminator + text : text
    this.#open = false
    if (this.#kept) this.#kept.push(whole)
    else this.#tool.out.print(whole)
  }

  /** r: a file that cannot be read is no error. */
  contentsOf(file: string): void {
    const text = this.#tool.p.fs.readText(file)
    if (!isErrno(text) && text !== '') this.text(text)
  }

  /** R: its next line. */
  lineOf(file: string): void {
    let lines = this.#reading.get(file)
    if (!lines) {
      const text = this.#tool.p.fs.readText(file)
      lines = isErrno(text) || text === '' ? [] : text.replace(/\n$/, '').split('\n')
      this.#reading.set(file, lines)
    }
    const line = lines.shift()
    if (line !== undefined) this.text(`${line}\n`)
  }

  /** w: the file is made anew at the first use. */
  append(file: string, text: string): void {
    if (file === '/dev/stdout') {
      this.text(text)
      return
    }
    const all = (this.#opened.get(file) ?? '') + text
    this.#opened.set(file, all)
    this.#tool.p.fs.writeFile(file, all)
  }

  /** Lets others run, for so many nanoseconds. */
  *pause(span: number): Blocking<void> {
    yield* this.#tool.p.clock.sleep(span)
  }

  *room(): Blocking<void> {
    yield* this.#tool.out.room()
  }

  /** What was kept back. */
  take(): string {
    return this.#kept?.splice(0).join('') ?? ''
  }
}
