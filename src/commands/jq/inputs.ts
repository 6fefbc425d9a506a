// What jq reads, one value after another, over all its files. Ref: jq src/util.c:jq_util_input_next_input()
import { JsonParser } from './json.ts'
import { PAUSE, type Pause } from './items.ts'
import type { Json } from './value.ts'

/** Values that are read in one turn. */
const VALUES_A_TURN = 1000

export interface InputText {
  /** null: standard input. */
  readonly name: string | null
  readonly text: string
}

export class Inputs {
  readonly #texts: readonly InputText[]
  readonly #mode: 'json' | 'raw'
  #current = -1
  #parser: JsonParser | null = null
  #offset = 0
  /** Lines read of the current text. */
  line = 0

  constructor(texts: readonly InputText[], mode: 'json' | 'raw') {
    this.#texts = texts
    this.#mode = mode
  }

  get #text(): InputText | null {
    return this.#texts[this.#current] ?? null
  }

  get file(): string | null {
    return this.#text?.name ?? null
  }

  /** As messages say where the input came from. */
  get where(): string {
    if (this.#current < 0 && this.#texts.length === 0) return '<unknown>'
    const { name = null } = this.#texts[Math.min(Math.max(this.#current, 0), this.#texts.length - 1)] ?? {}
    return `${name ?? '<stdin>'}:${this.line}`
  }

  next(): Json | undefined {
    for (;;) {
      const value = this.#mode === 'raw' ? this.#nextLine() : this.#nextValue()
      if (value !== undefined) return value
      if (this.#current >= this.#texts.length - 1) return undefined
      this.#current++
      this.#offset = 0
      this.line = 0
      this.#parser = new JsonParser(this.#text?.text ?? '')
    }
  }

  #nextValue(): Json | undefined {
    const value = this.#parser?.next()
    if (this.#parser) this.line = this.#parser.linesRead
    return value
  }

  #nextLine(): Json | undefined {
    const text = this.#text?.text ?? ''
    if (this.#offset >= text.length) return undefined
    const end = text.indexOf('\n', this.#offset)
    const line = text.slice(this.#offset, end < 0 ? text.length : end)
    this.#offset = end < 0 ? text.length : end + 1
    this.line++
    return line
  }

  /** All of them: a list of values or, raw, one text. Pauses on the way. */
  *all(): Generator<Pause, Json> {
    if (this.#mode === 'raw') return this.#texts.map(({ text }) => text).join('')
    const values: Json[] = []
    for (let next = this.next(); next !== undefined; next = this.next()) {
      values.push(next)
      if (values.length % VALUES_A_TURN === 0) yield PAUSE
    }
    return values
  }
}
