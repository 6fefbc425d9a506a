// The words of a program. What a `>` or a `}` means depends on what came before. Ref: mawk scan.c
import { textToNumber } from './value.ts'

export type TokenKind =
  | 'number'
  | 'string'
  | 'regex'
  /** A name; `call`: a function's, as it is defined or as `(` follows. */
  | 'name'
  | 'call'
  | 'builtin'
  | 'keyword'
  /** `$1`: its number. */
  | 'field'
  | 'operator'
  /** `>`, `>>` and `|` after print. */
  | 'output'
  | 'newline'
  | ';'
  | '{'
  | '}'
  | 'unexpected'
  | 'end'

export interface Token {
  readonly kind: TokenKind
  /** As complaints show it; of strings and regular expressions their content. */
  readonly text: string
  readonly number: number
  readonly line: number
}

export const BUILTINS = [
  'length',
  'index',
  'substr',
  'sprintf',
  'sin',
  'cos',
  'atan2',
  'exp',
  'log',
  'int',
  'sqrt',
  'rand',
  'srand',
  'close',
  'system',
  'toupper',
  'tolower',
  'fflush',
  'strftime',
  'mktime',
  'systime',
  'split',
  'match',
  'sub',
  'gsub',
] as const

export type BuiltinName = (typeof BUILTINS)[number]

const KEYWORDS: ReadonlySet<string> = new Set([
  'print',
  'printf',
  'do',
  'while',
  'for',
  'break',
  'continue',
  'if',
  'else',
  'in',
  'delete',
  'BEGIN',
  'END',
  'exit',
  'next',
  'nextfile',
  'return',
  'function',
  'getline',
])

/** Two-letter ones first. */
const OPERATORS = '&& || ++ -- += -= *= /= %= ^= == != <= >= !~ + - * % ^ ( ) [ ] ~ = ! < > | ? : , $'.split(
  ' ',
)
const BREAKS_LINE_AFTER: ReadonlySet<string> = new Set(['&&', '||', ','])
const NUMBER = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y
const NAME = /[A-Za-z_][A-Za-z_0-9]*/y

export class Lexer {
  readonly #text: string
  readonly #complain: (line: number, message: string) => void
  #at = 0
  #line = 1
  /** What came before: a `/` after an operand divides, a `}` after a statement's end needs no `;`. */
  #last = ''
  #braces = 0
  parens = 0
  /** In the operands of print. */
  printing = false
  readonly functions = new Set<string>()
  readonly variables = new Set<string>()
  /** The program cannot be read any further: a string or an expression that does not end. */
  fatal = false

  constructor(text: string, complain: (line: number, message: string) => void) {
    this.#text = `${text}\n`
    this.#complain = complain
    this.eatNewlines()
  }

  get line(): number {
    return this.#line
  }

  get braces(): number {
    return this.#braces
  }

  /** Spaces, comments and newlines. */
  eatNewlines(): void {
    for (;;) {
      const blank = /(?:[ \t\r\f\v]|#[^\n]*|\\[ \t]*(?=\n))*/y
      blank.lastIndex = this.#at
      this.#at += blank.exec(this.#text)?.[0].length ?? 0
      if (this.#text[this.#at] !== '\n') return
      this.#at++
      this.#line++
    }
  }

  next(): Token {
    const token = this.#read()
    this.#last =
      token.kind === 'operator' || token.kind === 'keyword' || token.kind === ';' ? token.text : token.kind
    return token
  }

  #token(kind: TokenKind, text: string, line: number, number = 0): Token {
    return { kind, text, number, line }
  }

  #read(): Token {
    let line = this.#line
    for (;;) {
      const blank = /(?:[ \t\r\f\v]|#[^\n]*)*/y
      blank.lastIndex = this.#at
      this.#at += blank.exec(this.#text)?.[0].length ?? 0
      const joined = /\\[ \t]*\n/y
      joined.lastIndex = this.#at
      const join = joined.exec(this.#text)
      if (!join) break
      this.#at += join[0].length
      line = ++this.#line
    }
    const c = this.#text[this.#at]
    if (c === undefined || this.fatal) return this.#token('end', '', line)
    if (c === '\n') {
      this.eatNewlines()
      return this.#token('newline', 'end of line', line)
    }
    if (c === ';') {
      this.#at++
      this.eatNewlines()
      return this.#token(';', ';', line)
    }
    if (c === '{') {
      this.#at++
      this.#braces++
      this.eatNewlines()
      return this.#token('{', '{', line)
    }
    if (c === '}') return this.#closingBrace(line)
    if (c === '"') return this.#string(line)
    if (c === '/') return this.#slash(line)
    if (c === '$') return this.#dollar(line)
    NUMBER.lastIndex = this.#at
    const number = NUMBER.exec(this.#text)?.[0]
    if (number !== undefined) {
      this.#at += number.length
      return this.#token('number', number, line, textToNumber(number))
    }
    NAME.lastIndex = this.#at
    const name = NAME.exec(this.#text)?.[0]
    return name === undefined ? this.#operator(line) : this.#name(name, line)
  }

  #closingBrace(line: number): Token {
    if (this.#braces === 0) {
      this.#complain(line, "extra '}'")
      this.#at++
      this.#eatSemicolon()
      return this.#read()
    }
    if (!['newline', ';', '}'].includes(this.#last)) {
      // The statement before it is ended first.
      return this.#token(';', '}', line)
    }
    this.#at++
    this.#braces--
    if (this.#braces === 0) this.#eatSemicolon()
    this.eatNewlines()
    return this.#token('}', '}', line)
  }

  #eatSemicolon(): void {
    const found = /[ \t\r\f\v]*;/y
    found.lastIndex = this.#at
    this.#at += found.exec(this.#text)?.[0].length ?? 0
  }

  #string(line: number): Token {
    let i = this.#at + 1
    let raw = ''
    for (;;) {
      const c = this.#text[i]
      if (c === undefined || c === '\n') return this.#runaway('string constant "', raw, line)
      if (c === '"') break
      const next = this.#text[i + 1]
      if (c === '\\' && next === '\n') {
        this.#line++
        i += 2
      } else if (c === '\\' && next !== undefined) {
        raw += c + next
        i += 2
      } else {
        raw += c
        i++
      }
    }
    this.#at = i + 1
    return this.#token('string', unescape(raw), line)
  }

  #runaway(what: string, text: string, line: number): Token {
    this.#complain(line, `runaway ${what}${text.slice(0, 10)} ...`)
    this.fatal = true
    return this.#token('end', '', line)
  }

  #slash(line: number): Token {
    const operand = ['number', 'string', ')', 'name', 'regex', ']', 'field', 'getline'].includes(this.#last)
    const assigns = this.#text[this.#at + 1] === '='
    if (operand || ((this.#last === '++' || this.#last === '--') && !assigns)) {
      this.#at += assigns ? 2 : 1
      return this.#token('operator', assigns ? '/=' : '/', line)
    }
    let i = this.#at + 1
    let inClass = false
    let source = ''
    for (;;) {
      const c = this.#text[i]
      if (c === undefined || c === '\n') return this.#runaway('regular expression /', source, line)
      if (c === '/' && !inClass) break
      const next = this.#text[i + 1]
      if (c === '\\' && next === '\n') {
        if (this.#text[i + 2] === undefined) return this.#runaway('regular expression /', source, line)
        this.#line++
        i += 2
        continue
      }
      if (c === '\\' && next !== undefined) {
        source += next === '/' ? '/' : c + next
        i += 2
        continue
      }
      if (c === '[' && !inClass) {
        inClass = true
        // A bracket right after it is a member.
        const start = /^\[\^?\]?/.exec(this.#text.slice(i))?.[0] ?? '['
        source += start
        i += start.length
        continue
      }
      if (c === '[' && inClass) {
        const named = /^\[:[a-z]*:\]/.exec(this.#text.slice(i))?.[0] ?? '['
        source += named
        i += named.length
        continue
      }
      if (c === ']') inClass = false
      source += c
      i++
    }
    this.#at = i + 1
    return this.#token('regex', source, line)
  }

  #dollar(line: number): Token {
    const found = /\$[ \t]*((?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)/y
    found.lastIndex = this.#at
    const [all, digits] = found.exec(this.#text) ?? []
    if (all === undefined || digits === undefined) {
      this.#at++
      return this.#token('operator', '$', line)
    }
    this.#at += all.length
    const number = Number(digits)
    if (!Number.isInteger(number)) this.#complain(line, `$${String(number)} is invalid field index`)
    return this.#token('field', all, line, Math.trunc(number))
  }

  #name(name: string, line: number): Token {
    this.#at += name.length
    if (KEYWORDS.has(name)) return this.#token('keyword', name, line)
    if ((BUILTINS as readonly string[]).includes(name)) return this.#token('builtin', name, line)
    if (this.functions.has(name)) return this.#token('call', name, line)
    if (!this.variables.has(name) && this.#text[this.#at] === '(') {
      this.functions.add(name)
      return this.#token('call', name, line)
    }
    return this.#token('name', name, line)
  }

  #operator(line: number): Token {
    const rest = this.#text.slice(this.#at, this.#at + 2)
    if (this.printing && this.parens === 0 && (rest[0] === '>' || (rest[0] === '|' && rest !== '||'))) {
      const text = rest === '>>' ? rest : rest.charAt(0)
      this.#at += text.length
      this.printing = false
      return this.#token('output', text, line)
    }
    const text = OPERATORS.find((operator) => rest.startsWith(operator))
    if (text === undefined) {
      this.#at++
      return this.#token('unexpected', rest.charAt(0), line)
    }
    this.#at += text.length
    if (BREAKS_LINE_AFTER.has(text)) this.eatNewlines()
    if (text === '(') this.parens++
    if (text === ')') {
      if (this.parens === 0) {
        this.#complain(line, "extra ')'")
        return this.#read()
      }
      this.parens--
    }
    return this.#token('operator', text, line)
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** The escapes of a string; a backslash before anything else stays. */
export function unescape(text: string): string {
  return text.replace(/\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|[^])/g, (all, body: string) => {
    if (/^[0-7]/.test(body)) return String.fromCharCode(parseInt(body, 8) & 255)
    if (/^x./.test(body)) return String.fromCharCode(parseInt(body.slice(1), 16))
    return ESCAPES[body] ?? all
  })
}
