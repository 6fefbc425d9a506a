// The language of nginx's configuration: words, blocks, includes. Ref: nginx src/core/ngx_conf_file.c
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'

export interface Directive {
  readonly name: string
  readonly args: readonly string[]
  /** Null: it ends with a semicolon. */
  readonly block: readonly Directive[] | null
  readonly file: string
  readonly line: number
}

/** Words of an [emerg] line. */
export class ConfError {
  readonly words: string

  constructor(words: string) {
    this.words = words
  }
}

interface Token {
  readonly text: string
  readonly kind: 'word' | '{' | '}' | ';'
  readonly line: number
}

export class ConfReader {
  readonly #p: Process
  /** What was read, in order: for -T. */
  readonly files: { readonly path: string; readonly text: string }[] = []

  constructor(p: Process) {
    this.#p = p
  }

  read(path: string): readonly Directive[] | ConfError {
    const text = this.#p.fs.readText(path)
    if (isErrno(text)) return new ConfError(`open() "${path}" failed (${text.number}: ${text.text})`)
    this.files.push({ path, text })
    return this.text(text, path)
  }

  /** Directives that are no file's. */
  text(text: string, path: string): readonly Directive[] | ConfError {
    const tokens = tokenize(text, path)
    if (tokens instanceof ConfError) return tokens
    const state = { at: 0 }
    return this.#block(tokens, state, path, false)
  }

  #block(
    tokens: readonly Token[],
    state: { at: number },
    file: string,
    inside: boolean,
  ): readonly Directive[] | ConfError {
    const found: Directive[] = []
    for (;;) {
      const words: Token[] = []
      let token = tokens[state.at++]
      while (token?.kind === 'word') {
        words.push(token)
        token = tokens[state.at++]
      }
      const [first] = words
      if (!token) {
        const line = tokens.at(-1)?.line ?? 1
        const end = line + 1
        if (first) return new ConfError(`unexpected end of file, expecting ";" or "}" in ${file}:${end}`)
        return inside ? new ConfError(`unexpected end of file, expecting "}" in ${file}:${end}`) : found
      }
      if (token.kind === '}') {
        if (first || !inside) return new ConfError(`unexpected "}" in ${file}:${token.line}`)
        return found
      }
      if (!first) return new ConfError(`unexpected "${token.kind}" in ${file}:${token.line}`)
      const args = words.slice(1).map(({ text }) => text)
      let block: readonly Directive[] | null = null
      if (token.kind === '{') {
        const inner = this.#block(tokens, state, file, true)
        if (inner instanceof ConfError) return inner
        block = inner
      }
      if (first.text === 'include' && block === null) {
        const included = this.#include(args[0] ?? '', file, first.line)
        if (included instanceof ConfError) return included
        found.push(...included)
      } else found.push({ name: first.text, args, block, file, line: first.line })
    }
  }

  #include(pattern: string, file: string, line: number): readonly Directive[] | ConfError {
    const path = pattern.startsWith('/') ? pattern : `/etc/nginx/${pattern}`
    const found: Directive[] = []
    for (const one of this.#glob(path)) {
      const read = this.read(one)
      if (read instanceof ConfError) {
        return read.words.startsWith('open()') ? new ConfError(`${read.words} in ${file}:${line}`) : read
      }
      found.push(...read)
    }
    return found
  }

  #glob(path: string): readonly string[] {
    if (!/[*?]/.test(path)) return [path]
    const folder = path.slice(0, path.lastIndexOf('/'))
    const name = path.slice(folder.length + 1)
    const escaped = name
      .replace(/[.+^$()|[\]{}\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')
    const entries = this.#p.fs.readdir(folder)
    if (isErrno(entries)) return []
    const pattern = new RegExp(`^${escaped}$`)
    return entries.filter((one) => !one.startsWith('.') && pattern.test(one)).map((one) => `${folder}/${one}`)
  }
}

function tokenize(text: string, file: string): readonly Token[] | ConfError {
  const tokens: Token[] = []
  let line = 1
  for (let i = 0; i < text.length;) {
    const c = text[i] ?? ''
    if (c === '\n') line++
    if (/\s/.test(c)) {
      i++
      continue
    }
    if (c === '#') {
      while (i < text.length && text[i] !== '\n') i++
      continue
    }
    if (c === '{' || c === '}' || c === ';') {
      tokens.push({ text: c, kind: c, line })
      i++
      continue
    }
    const began = line
    let word = ''
    if (c === '"' || c === "'") {
      i++
      for (; i < text.length && text[i] !== c; i++) {
        if (text[i] === '\n') line++
        word += text[i] === '\\' && i + 1 < text.length ? unescape(text[++i] ?? '') : (text[i] ?? '')
      }
      if (i >= text.length)
        return new ConfError(`unexpected end of file, expecting ";" or "}" in ${file}:${line + 1}`)
      i++
    } else {
      for (; i < text.length && !/[\s;{]/.test(text[i] ?? ''); i++) {
        if (text[i] === '$' && text[i + 1] === '{') {
          const end = text.indexOf('}', i)
          if (end < 0) break
          word += text.slice(i, end + 1)
          i = end
        } else word += text[i] ?? ''
      }
    }
    tokens.push({ text: word, kind: 'word', line: began })
  }
  return tokens
}

function unescape(c: string): string {
  return { n: '\n', t: '\t', r: '\r' }[c] ?? (c === '"' || c === "'" || c === '\\' ? c : `\\${c}`)
}
