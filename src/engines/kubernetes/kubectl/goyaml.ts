// YAML as go-yaml writes it: members by name, quotes where they are needed, lines folded after 80 columns.
// (Ref: sigs.k8s.io/yaml goyaml.v2 encode.go, emitterc.go)
import { sorted } from './sorted.ts'

const BEST_WIDTH = 80

/** What is read as something else than text: null, booleans, numbers, times, sexagesimals. Ref: resolve.go */
const OTHER = [
  /^(?:|~|null|Null|NULL)$/,
  /^(?:[yY]|yes|Yes|YES|on|On|ON|true|True|TRUE|[nN]|no|No|NO|off|Off|OFF|false|False|FALSE)$/,
  /^[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|0o[0-7_]+|\d[\d_]*)$/,
  /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/,
  /^(?:\.nan|\.NaN|\.NAN|[-+]?\.(?:inf|Inf|INF))$/,
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[ \t]*[-+]\d{1,2}(?::\d{1,2})?)?)?$/,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
]

export function toYaml(value: unknown): string {
  const lines = block(sorted(value), 0)
  return lines === null ? `${scalar(value, 0, 0, true)}\n` : lines
}

type Members = Readonly<Record<string, unknown>>

function isFull(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

/** Of a map or a list that holds something; null of what stands on one line. */
function block(value: unknown, indent: number): string | null {
  if (!isFull(value)) return null
  const pad = ' '.repeat(indent)
  if (Array.isArray(value))
    return value.map((item: unknown) => `${pad}- ${itemLines(item, indent + 2)}`).join('')
  return Object.entries(value as Members)
    .map(([key, member]) => pad + pair(key, member, indent))
    .join('')
}

/** What follows `- `: its first line stands beside the dash. */
function itemLines(value: unknown, indent: number): string {
  const lines = block(value, indent)
  return lines === null ? `${scalar(value, indent - 2, indent, true)}\n` : lines.slice(indent)
}

/** A list stands no deeper than its key. */
function pair(key: string, value: unknown, indent: number): string {
  const name = scalar(key, indent, indent, false)
  const lines = block(value, Array.isArray(value) ? indent : indent + 2)
  if (lines !== null) return `${name}:\n${lines}`
  return `${name}: ${scalar(value, indent, indent + name.length + 2, true)}\n`
}

/** `indent`: of what it belongs to; `column`: where it begins; `folds`: whether its lines may be broken. */
function scalar(value: unknown, indent: number, column: number, folds: boolean): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'object') return Array.isArray(value) ? '[]' : '{}'
  if (typeof value !== 'string') return String(value)
  const inner = ' '.repeat(indent + 2)
  const broken = value.includes('\n')
  if (OTHER.some((pattern) => pattern.test(value))) return doubleQuoted(value, inner, column, folds)
  if (broken) {
    const literal = !/ \n| $|[^\n\t\x20-\x7e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(
      value,
    )
    return literal && folds ? literalBlock(value, inner) : doubleQuoted(value, inner, column, folds)
  }
  if (/[\x00-\x08\x0b-\x1f\x7f\t]/.test(value)) return doubleQuoted(value, inner, column, folds)
  if (isPlain(value)) return folded(value, inner, column, folds)
  return `'${folded(value.replaceAll("'", "''"), inner, column + 1, folds)}'`
}

/** Ref: yaml_emitter_analyze_scalar() */
function isPlain(text: string): boolean {
  if (/^ | $|^---|^\.\.\./.test(text)) return false
  if (/^[#,[\]{}&*!|>'"%@`]/.test(text) || /^[-?:](?: |$)/.test(text)) return false
  return !/:(?: |$)| #/.test(text)
}

/** Broken at the first single space past the best width. */
function folded(text: string, inner: string, column: number, folds: boolean): string {
  if (!folds) return text
  let out = ''
  let at = column
  for (let i = 0; i < text.length; i++) {
    const here = text[i] ?? ''
    const single = here === ' ' && text[i - 1] !== ' ' && text[i + 1] !== ' '
    if (single && at > BEST_WIDTH && i > 0 && i < text.length - 1) {
      out += `\n${inner}`
      at = inner.length
    } else {
      out += here
      at++
    }
  }
  return out
}

function literalBlock(text: string, inner: string): string {
  const chomping = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') || text === '\n' ? '+' : ''
  const hint = /^[ \n]/.test(text) ? '2' : ''
  const body = text.endsWith('\n') ? text.slice(0, -1) : text
  const lines = body.split('\n').map((line) => (line === '' ? '' : inner + line))
  return `|${hint}${chomping}\n${lines.join('\n')}`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
}

function doubleQuoted(text: string, inner: string, column: number, folds: boolean): string {
  let out = ''
  let at = column + 1
  for (let i = 0; i < text.length; i++) {
    const here = text[i] ?? ''
    if (here === ' ' && folds && text[i - 1] !== ' ' && at > BEST_WIDTH && i > 0 && i < text.length - 1) {
      out += `\n${inner}${text[i + 1] === ' ' ? '\\' : ''}`
      at = inner.length
      continue
    }
    const code = here.charCodeAt(0)
    const shown =
      ESCAPES[here] ??
      (code < 0x20 || code === 0x7f ? `\\x${code.toString(16).toUpperCase().padStart(2, '0')}` : here)
    out += shown
    at += shown.length
  }
  return `"${out}"`
}
