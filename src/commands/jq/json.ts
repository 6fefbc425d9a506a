// JSON texts, read one after another, with jq's own complaints. Ref: jq src/jv_parse.c
import { JqError, makeObject, type Json } from './value.ts'

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/
const MOST_NESTED = 256

/** A key that waits for its value. */
class Key {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Open = Json[] | Record<string, Json> | Key

export class JsonParser {
  readonly #text: string
  readonly #lastNewline: number
  /** Of the last character, for messages. */
  #line = 1
  #at = 0
  #column = 0
  #stack: Open[] = []
  #next: Json | undefined
  #literal = ''
  #string: string | null = null
  #escaped = false

  constructor(text: string) {
    this.#text = text
    this.#lastNewline = text.lastIndexOf('\n')
  }

  /** The next value; undefined at the end. Throws a JqError with the complaint. */
  next(): Json | undefined {
    while (this.#at < this.#text.length) {
      const c = this.#text[this.#at++] ?? ''
      this.#column++
      if (c === '\n') {
        this.#line++
        this.#column = 0
      }
      const done = this.#scan(c)
      if (done !== undefined) return done
    }
    return this.#end()
  }

  /** Newlines up to the end of the line that was last read in. */
  get linesRead(): number {
    const ended = this.#at > 0 && this.#text[this.#at - 1] === '\n'
    return this.#line - (ended || this.#lastNewline < this.#at ? 1 : 0)
  }

  #fail(message: string, end = ''): never {
    // Nothing more is read after an error.
    this.#at = this.#text.length
    this.#stack = []
    this.#next = undefined
    this.#literal = ''
    this.#string = null
    throw new JqError(`${message} at ${end}line ${this.#line}, column ${this.#column}`)
  }

  #end(): Json | undefined {
    if (this.#string !== null) this.#fail('Unfinished string', 'EOF at ')
    this.#checkLiteral('EOF at ')
    if (this.#stack.length > 0) this.#fail('Unfinished JSON term', 'EOF at ')
    return this.#take()
  }

  #take(): Json | undefined {
    const value = this.#next
    if (this.#stack.length > 0 || value === undefined) return undefined
    this.#next = undefined
    return value
  }

  #scan(c: string): Json | undefined {
    if (this.#string !== null) {
      if (c === '"' && !this.#escaped) {
        const text = this.#unescape(this.#string)
        this.#string = null
        this.#value(text)
        return this.#take()
      }
      this.#string += c
      this.#escaped = c === '\\' && !this.#escaped
      return undefined
    }
    if (c === '"') {
      this.#checkLiteral('')
      const done = this.#take()
      this.#string = ''
      this.#escaped = false
      return done
    }
    if ('[]{}:,'.includes(c)) {
      this.#checkLiteral('')
      const done = this.#take()
      if (done !== undefined) {
        this.#at--
        this.#column--
        return done
      }
      this.#token(c)
      return this.#take()
    }
    if (c === ' ' || c === '\t' || c === '\r' || c === '\n') {
      this.#checkLiteral('')
      return this.#take()
    }
    this.#literal += c
    return undefined
  }

  #value(value: Json): void {
    if (this.#next !== undefined) this.#fail('Expected separator between values')
    this.#next = value
  }

  #checkLiteral(end: string): void {
    const literal = this.#literal
    if (literal === '') return
    this.#literal = ''
    const words: Readonly<Record<string, Json>> = { true: true, false: false, null: null, nan: NaN }
    if (/^[tf]/.test(literal) || (literal.startsWith('n') && literal !== 'nan')) {
      const word = words[literal]
      if (word === undefined) this.#fail('Invalid literal', end)
      return this.#value(word)
    }
    if (literal === 'nan') return this.#value(NaN)
    if (!NUMBER.test(literal)) this.#fail('Invalid numeric literal', end)
    this.#value(Number(literal))
  }

  #token(c: string): void {
    const top = this.#stack.at(-1)
    const next = this.#next
    switch (c) {
      case '[':
      case '{':
        if (this.#stack.length >= MOST_NESTED) this.#fail('Exceeds depth limit for parsing')
        if (next !== undefined) this.#fail('Expected separator between values')
        this.#stack.push(c === '[' ? [] : makeObject())
        return
      case ':':
        if (top === undefined || isList(top) || top instanceof Key) this.#fail("':' not as part of an object")
        if (next === undefined) this.#fail("Expected string key before ':'")
        if (typeof next !== 'string') this.#fail('Object keys must be strings')
        this.#stack.push(new Key(next))
        this.#next = undefined
        return
      case ',':
        if (next === undefined) this.#fail("Expected value before ','")
        if (top === undefined) this.#fail("',' not as part of an object or array")
        this.#store(top, next)
        return
      case ']':
        if (top === undefined || !isList(top)) this.#fail("Unmatched ']'")
        if (next !== undefined) top.push(next)
        else if (top.length > 0) this.#fail('Expected another array element')
        this.#stack.pop()
        this.#next = top
        return
      default:
        this.#closeObject(top, next)
    }
  }

  #store(top: Open, next: Json): void {
    if (isList(top)) top.push(next)
    else if (top instanceof Key) this.#pair(top, next)
    else this.#fail('Objects must consist of key:value pairs')
    this.#next = undefined
  }

  #pair(key: Key, value: Json): void {
    this.#stack.pop()
    const object = this.#stack.at(-1)
    if (object && !isList(object) && !(object instanceof Key)) object[key.name] = value
  }

  #closeObject(top: Open | undefined, next: Json | undefined): void {
    if (top === undefined) this.#fail("Unmatched '}'")
    if (next !== undefined) {
      if (!(top instanceof Key)) this.#fail('Objects must consist of key:value pairs')
      this.#pair(top, next)
    } else if (isList(top) || top instanceof Key) this.#fail("Unmatched '}'")
    else if (Object.keys(top).length > 0) this.#fail('Expected another key-value pair')
    const object = this.#stack.pop()
    this.#next = object !== undefined && !(object instanceof Key) ? object : null
  }

  #unescape(raw: string): string {
    if (!raw.includes('\\')) return raw
    return raw.replace(
      /\\(?:u([0-9a-fA-F]{4})|([^]))/g,
      (_, hex: string | undefined, c: string | undefined) => {
        if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16))
        const plain = UNESCAPES[c ?? '']
        if (plain === undefined) this.#fail('Invalid escape')
        return plain
      },
    )
  }
}

const UNESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

function isList(open: Open): open is Json[] {
  return Array.isArray(open)
}

/** One text that is all there is. */
export function parseJson(text: string): Json {
  const parser = new JsonParser(text)
  const value = parser.next()
  if (value === undefined) throw new JqError('Expected JSON value')
  if (parser.next() !== undefined) throw new JqError('Unexpected extra JSON values')
  return value
}
