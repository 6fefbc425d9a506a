// What a running program knows: its variables, the record, its streams, and how it failed.
import type { Process } from '../../os/program.ts'
import type { Stdout } from '../lib/stdout.ts'
import { AwkArray } from './array.ts'
import { Cell, type AwkProgram, type Ref } from './ast.ts'
import { fromWord } from './octets.ts'
import { Random } from './random.ts'
import type { RecordEnd } from './reader.ts'
import { plainSeparator, Record, type Separator } from './record.ts'
import { AwkRegex } from './regex.ts'
import { Streams } from './streams.ts'
import { toText } from './format.ts'
import { fromOutside, toInt, toNumber, type Value } from './value.ts'

/** Expressions made at run time that are kept. */
const MOST_KEPT = 500

export class Runtime {
  readonly p: Process
  readonly name: string
  readonly out: Stdout
  readonly streams: Streams
  readonly record: Record
  readonly random: Random
  frame: Cell[] = []
  depth = 0
  /** Why it stops, without the program's name. */
  failure: string | null = null
  status = 0
  readonly #globals: ReadonlyMap<string, Cell>
  readonly #regexes = new Map<string, AwkRegex>()
  readonly convfmt: Cell
  readonly fs: Cell

  constructor(p: Process, name: string, out: Stdout, program: AwkProgram) {
    this.p = p
    this.name = name
    this.out = out
    this.#globals = program.globals
    this.streams = new Streams(p, out)
    this.random = new Random(p.random() & 0x7fffffff)
    this.convfmt = this.global('CONVFMT')
    this.fs = this.global('FS')
    this.record = new Record({
      separator: () => this.fieldSeparator(),
      joint: () => this.text(this.global('OFS').value),
      format: () => this.format(),
    })
    for (const [variable, value] of Object.entries(DEFAULTS)) this.global(variable).value = value
    const environment = this.arrayOf(this.global('ENVIRON'))
    for (const [key, value] of p.env) {
      environment.at(fromWord(key), '').value = fromOutside(fromWord(value))
    }
  }

  global(name: string): Cell {
    return this.#globals.get(name) ?? new Cell()
  }

  hasGlobal(name: string): boolean {
    return this.#globals.has(name)
  }

  // ---- variables

  cell(ref: Ref): Cell {
    if (!ref.local) return ref.cell
    const cell = this.frame[ref.index]
    if (cell) return cell
    const made = new Cell()
    this.frame[ref.index] = made
    return made
  }

  array(ref: Ref): AwkArray {
    return this.arrayOf(this.cell(ref))
  }

  arrayOf(cell: Cell): AwkArray {
    cell.array ??= cell.from ? this.arrayOf(cell.from) : new AwkArray()
    return cell.array
  }

  assign(cell: { value: Value }, value: Value): void {
    if (cell === this.fs) this.record.split()
    cell.value = value
  }

  count(name: 'NR' | 'FNR'): void {
    const cell = this.global(name)
    cell.value = toNumber(cell.value) + 1
  }

  // ---- settings

  format(): string {
    const { value } = this.convfmt
    return typeof value === 'string' ? value : toText(value, '%.6g')
  }

  text(value: Value): string {
    return typeof value === 'string' ? value : toText(value, this.format())
  }

  fieldSeparator(): Separator {
    const text = this.text(this.fs.value)
    return plainSeparator(text) ?? this.regex(text)
  }

  recordEnd(): RecordEnd {
    const text = this.text(this.global('RS').value)
    return text.length > 1 ? this.regex(text) : text
  }

  // ---- regular expressions

  regex(text: string): AwkRegex {
    const kept = this.#regexes.get(text)
    if (kept) return kept
    const made = AwkRegex.compile(text)
    if ('error' in made) {
      this.fail(`regular expression compile failed (${made.error})\n${text}`)
      return AwkRegex.never
    }
    if (this.#regexes.size >= MOST_KEPT) this.#regexes.clear()
    this.#regexes.set(text, made)
    return made
  }

  // ---- failing

  /** An error while it runs, with where the input stands. The first one counts. */
  fail(message: string): void {
    const [file, fnr, nr] = ['FILENAME', 'FNR', 'NR'].map((name) => this.text(this.global(name).value))
    this.stop(`run time error: ${message}\n\tFILENAME="${file ?? ''}" FNR=${fnr ?? ''} NR=${nr ?? ''}`)
  }

  stop(message: string): void {
    if (this.failure !== null) return
    this.failure = message
    this.status = 2
  }

  /** A field's number; a negative one ends the program. */
  fieldIndex(value: Value): number {
    const index = toInt(toNumber(value))
    if (index >= 0) return Math.min(index, 1_000_000)
    this.fail(`negative field index $${index}`)
    return 0
  }
}

const DEFAULTS: Readonly<{ [name: string]: Value }> = {
  FS: ' ',
  OFS: ' ',
  RS: '\n',
  ORS: '\n',
  OFMT: '%.6g',
  CONVFMT: '%.6g',
  SUBSEP: '\x1c',
  NR: 0,
  FNR: 0,
}
