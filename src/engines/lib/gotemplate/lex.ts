// Ref: text/template/parse/lex.go
import { TemplateError } from './error.ts'

export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'left' | 'right' | 'space'; readonly text: string; readonly at: number }
  | {
      readonly kind: 'word' | 'field' | 'variable' | 'string' | 'number' | 'char' | 'symbol'
      readonly text: string
      readonly at: number
    }

const SYMBOLS = [':=', '=', '|', '(', ')', ',', '.']
const NUMBER = /[+-]?(?:0[xX][0-9a-fA-F_]+|\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?)/y
const WORD = /[\p{L}_][\p{L}\d_]*/uy
const FIELD = /\.[\p{L}_][\p{L}\d_]*/uy
const VARIABLE = /\$[\p{L}\d_]*/uy
const STRING = /"(?:[^"\\\n]|\\.)*"/y
const RAW = /`[^`]*`/y
const CHAR = /'(?:[^'\\\n]|\\.)+'/y
const SPACE = /[ \t\r\n]+/y

/** Positions are octets for Go; templates people type are ASCII. */
export function lex(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  let trimNext = false
  while (at < text.length) {
    const open = text.indexOf('{{', at)
    const end = open < 0 ? text.length : open
    let piece = text.slice(at, end)
    if (trimNext) piece = piece.replace(/^[ \t\r\n]+/, '')
    trimNext = false
    if (open >= 0 && /^{{-[ \t\r\n]/.test(text.slice(open, open + 4)))
      piece = piece.replace(/[ \t\r\n]+$/, '')
    if (piece !== '') tokens.push({ kind: 'text', text: piece, at })
    if (open < 0) break
    const comment = /^{{(?:-[ \t\r\n]+)?\/\*[^]*?\*\/(?:[ \t\r\n]+-)?}}/.exec(text.slice(open))
    if (comment) {
      at = open + comment[0].length
      trimNext = comment[0].endsWith('-}}')
      continue
    }
    at = open + (/^{{-[ \t\r\n]/.test(text.slice(open, open + 4)) ? 3 : 2)
    tokens.push({ kind: 'left', text: '{{', at: open })
    const inside = lexAction(text, at, tokens)
    at = inside.at
    trimNext = inside.trim
  }
  return tokens
}

function lexAction(text: string, from: number, tokens: Token[]): { at: number; trim: boolean } {
  let at = from
  let depth = 0
  for (;;) {
    const trimmed = /^[ \t\r\n]+-}}/.exec(text.slice(at, at + 40))
    if (trimmed || text.startsWith('}}', at)) {
      if (depth > 0) throw new TemplateError('parse', `${lineOf(text, at)}: unclosed left paren`)
      tokens.push({ kind: 'right', text: '}}', at })
      return { at: at + (trimmed ? trimmed[0].length : 2), trim: trimmed !== null }
    }
    if (at >= text.length) throw new TemplateError('parse', `${lineOf(text, at)}: unclosed action`)
    const token = nextToken(text, at)
    if (token.text === '(' && token.kind === 'symbol') depth++
    if (token.text === ')' && token.kind === 'symbol' && --depth < 0) {
      throw new TemplateError('parse', `${lineOf(text, at)}: unexpected right paren`)
    }
    tokens.push(token)
    at += token.text.length
  }
}

function nextToken(text: string, at: number): Token {
  const tries = [
    ['space', SPACE],
    ['string', STRING],
    ['string', RAW],
    ['char', CHAR],
    ['field', FIELD],
    ['variable', VARIABLE],
    ['number', NUMBER],
    ['word', WORD],
  ] as const
  for (const [kind, pattern] of tries) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) return { kind, text: found[0], at }
  }
  const symbol = SYMBOLS.find((candidate) => text.startsWith(candidate, at))
  if (symbol !== undefined) return { kind: 'symbol', text: symbol, at }
  const c = text[at] ?? ''
  const line = lineOf(text, at)
  if (c === '"') throw new TemplateError('parse', `${line}: unterminated quoted string`)
  if (c === '`') throw new TemplateError('parse', `${line}: unterminated raw quoted string`)
  if (c === "'") throw new TemplateError('parse', `${line}: unterminated character constant`)
  const code = (c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  throw new TemplateError('parse', `${line}: unrecognized character in action: U+${code} '${c}'`)
}

export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
