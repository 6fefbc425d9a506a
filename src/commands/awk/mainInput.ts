// The files of the command line one after the other, with the assignments between them. Ref: mawk field.c, fin.c
import type { Blocking } from '../../os/program.ts'
import { EISDIR, isErrno } from '../../uapi/errno.ts'
import { openInput, standardInput } from '../lib/input.ts'
import { unescape } from './lexer.ts'
import { toWord } from './octets.ts'
import { RecordReader } from './reader.ts'
import type { Runtime } from './runtime.ts'
import { fromOutside, toNumber } from './value.ts'

const ASSIGNMENT = /^([A-Za-z_][A-Za-z_0-9]*)=([^]*)$/

/** `name=value`, with the escapes of a string. False when it is none. */
export function assignWord(rt: Runtime, word: string): boolean {
  const [, name, text] = ASSIGNMENT.exec(word) ?? []
  if (name === undefined || text === undefined) return false
  const value = fromOutside(unescape(text))
  if (name === 'NF') rt.record.setCount(value)
  else rt.assign(rt.global(name), value)
  return true
}

export class MainInput {
  readonly #rt: Runtime
  #reader: RecordReader | null = null
  #next = 1
  #opened = false
  #over = false

  constructor(rt: Runtime) {
    this.#rt = rt
  }

  /** The next record of all files; null at the end, or when one cannot be read: see the runtime's failure. */
  *next(): Blocking<string | null> {
    while (!this.#over) {
      this.#reader ??= this.#open()
      if (this.#reader === null) break
      const record = yield* this.#reader.next(this.#rt.recordEnd())
      if (record !== null) return record
      const { error } = this.#reader.input
      if (error !== null) {
        this.#rt.stop(`read error (${error.text})`)
        break
      }
      this.skip()
    }
    this.#over = true
    return null
  }

  /** Leaves the rest of the file out. */
  skip(): void {
    this.#reader?.input.close()
    this.#reader = null
  }

  #open(): RecordReader | null {
    const rt = this.#rt
    const argv = rt.arrayOf(rt.global('ARGV'))
    const count = toNumber(rt.global('ARGC').value)
    while (this.#next < count) {
      const entry = argv.find(this.#next++, rt.format())
      const name = entry ? rt.text(entry.value) : ''
      if (name === '' || assignWord(rt, name)) continue
      this.#opened = true
      rt.assign(rt.global('FILENAME'), name)
      rt.global('FNR').value = 0
      const input = openInput(rt.p, name === '/dev/stdin' ? '-' : toWord(name))
      if (!isErrno(input)) return new RecordReader(input)
      rt.stop(input === EISDIR ? `read error (${input.text})` : `cannot open ${name} (${input.text})`)
      return null
    }
    if (this.#opened) return null
    this.#opened = true
    rt.assign(rt.global('FILENAME'), '-')
    return new RecordReader(standardInput(rt.p))
  }
}
