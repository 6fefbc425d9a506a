// Brace expansion: textual, before anything else (bash(1), Brace Expansion).
import { OutOfMemory } from '../../os/task.ts'

/** Words at once: about what a shell's memory holds. */
const MOST_WORDS = 2_000_000
/** A longer sequence is none (INT_MAX - 2). */
const MOST_ELEMENTS = 2 ** 31 - 3

/** The texts a word stands for; itself when there is nothing to expand. `tooLong` is told how many elements a sequence
 *  would have that is not expanded for it. */
export function expandBraces(text: string, tooLong: (elements: number) => void): string[] {
  const open = findBrace(text, 0, tooLong)
  if (!open) return [text]
  const { start, end, parts } = open
  const before = text.slice(0, start)
  const tails = expandBraces(text.slice(end + 1), tooLong)
  if (parts.length * tails.length > MOST_WORDS) throw new OutOfMemory()
  return parts.flatMap((part) => tails.map((tail) => before + part + tail))
}

interface Brace {
  readonly start: number
  readonly end: number
  readonly parts: readonly string[]
}

function findBrace(text: string, from: number, tooLong: (elements: number) => void): Brace | null {
  for (let i = from; i < text.length; i = skip(text, i)) {
    if (text[i] !== '{' || text[i - 1] === '$') continue
    const end = closing(text, i)
    if (end < 0) continue
    const body = text.slice(i + 1, end)
    const items = commas(body)
    if (items.length > 1)
      return { start: i, end, parts: items.flatMap((item) => expandBraces(item, tooLong)) }
    const range = sequence(body, tooLong)
    if (range) return { start: i, end, parts: range }
  }
  return null
}

/** The position after the character, the quoted text or the expansion that begins here. */
function skip(text: string, i: number): number {
  const c = text[i]
  if (c === '\\') return i + 2
  if (c === "'") return after(text.indexOf("'", i + 1), text)
  if (c === '`') return after(text.indexOf('`', i + 1), text)
  if (c === '"') {
    let at = i + 1
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    return at + 1
  }
  if (c === '$' && (text[i + 1] === '{' || text[i + 1] === '(')) return expansionEnd(text, i + 1)
  return i + 1
}

function after(index: number, text: string): number {
  return index < 0 ? text.length : index + 1
}

function expansionEnd(text: string, open: number): number {
  const [left, right] = text[open] === '{' ? ['{', '}'] : ['(', ')']
  let depth = 0
  for (let i = open; i < text.length; i = text[i] === left || text[i] === right ? i + 1 : skip(text, i)) {
    if (text[i] === left) depth++
    else if (text[i] === right && --depth === 0) return i + 1
  }
  return text.length
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i = skip(text, i)) {
    if (text[i] === '{') depth++
    else if (text[i] === '}' && --depth === 0) return i
  }
  return -1
}

/** Split at the commas that are not within braces or quotes. */
function commas(body: string): string[] {
  const out: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < body.length; i = skip(body, i)) {
    if (body[i] === '{') depth++
    else if (body[i] === '}') depth--
    else if (body[i] === ',' && depth === 0) {
      out.push(body.slice(from, i))
      from = i + 1
    }
  }
  return [...out, body.slice(from)]
}

/** `1..5`, `05..10..2`, `a..e`; null when it is no sequence, or too long a one. Ref: braces.c:mkseq() */
function sequence(body: string, tooLong: (elements: number) => void): string[] | null {
  const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(body)
  if (numbers) {
    const [, first = '', last = '', step = '1'] = numbers
    const elements = Math.floor(Math.abs(Number(last) - Number(first)) / (Math.abs(Number(step)) || 1)) + 1
    if (elements > MOST_WORDS) {
      if (elements < MOST_ELEMENTS) tooLong(elements)
      return null
    }
    const padded = /^-?0\d/.test(first) || /^-?0\d/.test(last)
    const width = padded ? Math.max(first.length, last.length) : 0
    return range(Number(first), Number(last), Number(step)).map((n) => {
      const digits = String(Math.abs(n)).padStart(n < 0 ? width - 1 : width, '0')
      return n < 0 ? `-${digits}` : digits
    })
  }
  const letters = /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d+))?$/.exec(body)
  if (!letters) return null
  const [, first = '', last = '', step = '1'] = letters
  return range(first.charCodeAt(0), last.charCodeAt(0), Number(step)).map((code) => {
    const c = String.fromCharCode(code)
    return c === '\\' || c === '`' ? `\\${c}` : c
  })
}

function range(first: number, last: number, step: number): number[] {
  const by = Math.abs(step) || 1
  const out: number[] = []
  if (first <= last) for (let n = first; n <= last; n += by) out.push(n)
  else for (let n = first; n >= last; n -= by) out.push(n)
  return out
}
