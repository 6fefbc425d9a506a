// Where a text stops being JSON, in the words of Go's encoding/json, which the plugins of CNI print.

/** null when it is one JSON value. */
export function jsonSyntaxError(text: string): string | null {
  const scanner = new Scanner(text)
  const error = scanner.value() ?? scanner.end()
  return error
}

/** The value of a text, or where it stops being JSON. */
export function parseJson(text: string): { readonly value: unknown } | { readonly error: string } {
  const error = jsonSyntaxError(text)
  return error === null ? { value: JSON.parse(text) } : { error }
}

class Scanner {
  readonly #text: string
  #at = 0
  constructor(text: string) {
    this.#text = text
  }

  value(): string | null {
    this.#space()
    const c = this.#text[this.#at]
    if (c === '{') return this.#members('}', true)
    if (c === '[') return this.#members(']', false)
    if (c === '"') return this.#string()
    for (const literal of [/true|false|null/y, /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y]) {
      literal.lastIndex = this.#at
      const found = literal.exec(this.#text)
      if (!found) continue
      this.#at += found[0].length
      return null
    }
    return this.#unexpected('looking for beginning of value')
  }

  end(): string | null {
    this.#space()
    return this.#at >= this.#text.length ? null : this.#unexpected('after top-level value')
  }

  #members(close: string, keyed: boolean): string | null {
    this.#at++
    this.#space()
    if (this.#text[this.#at] === close) {
      this.#at++
      return null
    }
    for (;;) {
      const error = keyed ? this.#member() : this.value()
      if (error) return error
      this.#space()
      const c = this.#text[this.#at]
      if (c !== ',' && c !== close) {
        return this.#unexpected(keyed ? 'after object key:value pair' : 'after array element')
      }
      this.#at++
      if (c === close) return null
    }
  }

  #member(): string | null {
    this.#space()
    if (this.#text[this.#at] !== '"') return this.#unexpected('looking for beginning of object key string')
    const error = this.#string()
    if (error) return error
    this.#space()
    if (this.#text[this.#at] !== ':') return this.#unexpected('after object key')
    this.#at++
    return this.value()
  }

  #string(): string | null {
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const c = this.#text[this.#at]
      if (c === '\\') this.#at++
      else if (c === '"') {
        this.#at++
        return null
      } else if (c === '\n') return this.#unexpected('in string literal')
    }
    return 'unexpected end of JSON input'
  }

  #space(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#at++
  }

  #unexpected(where: string): string {
    const c = this.#text[this.#at]
    if (c === undefined) return 'unexpected end of JSON input'
    return `invalid character ${c === '\n' ? "'\\n'" : `'${c}'`} ${where}`
  }
}
