// Brace expansion: textual, before anything else (bash(1), Brace Expansion).
import { OutOfMemory } from '../../os/task.ts'

/** Words at once: about what a shell's memory holds. */
const MOST_WORDS = 2_000_000
/** A longer sequence is none (INT_MAX - 2). */
const MOST_ELEMENTS = 2 ** 31 - 3

/** The texts a word stands for; null when there is nothing to expand. `tooLong` is told how many elements a sequence
 *  would have that is not expanded for it. */
export function expandBraces(text: string, tooLong: (elements: number) => void): Iterable<string> | null {
  const open = findBrace(text, 0, tooLong)
  if (!open) return null
  const { start, end, parts, count } = open
  const rest = text.slice(end + 1)
  const tails = [...(expandBraces(rest, tooLong) ?? [rest])]
  if (count * tails.length > MOST_WORDS) throw new OutOfMemory()
  return combined(text.slice(0, start), parts, tails)
}

function* combined(before: string, parts: Iterable<string>, tails: readonly string[]): Generator<string> {
  for (const part of parts) for (const tail of tails) yield before + part + tail
}

interface Brace {
  readonly start: number
  readonly end: number
  readonly parts: Iterable<string>
  readonly count: number
}

function findBrace(text: string, from: number, tooLong: (elements: number) => void): Brace | null {
  for (let i = from; i < text.length; i = skip(text, i)) {
    if (text[i] !== '{' || text[i - 1] === '$') continue
    const end = closing(text, i)
    if (end < 0) continue
    const body = text.slice(i + 1, end)
    const items = commas(body)
    if (items.length > 1) {
      const parts = items.flatMap((item) => [...(expandBraces(item, tooLong) ?? [item])])
      return { start: i, end, parts, count: parts.length }
    }
    const range = sequence(body, tooLong)
    if (range) return { start: i, end, ...range }
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

type Sequence = Pick<Brace, 'parts' | 'count'>

/** `1..5`, `05..10..2`, `a..e`; null when it is no sequence, or too long a one. Ref: braces.c:mkseq() */
function sequence(body: string, tooLong: (elements: number) => void): Sequence | null {
  const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(body)
  if (numbers) {
    const [, first = '', last = '', step = '1'] = numbers
    const padded = /^-?0\d/.test(first) || /^-?0\d/.test(last)
    const width = padded ? Math.max(first.length, last.length) : 0
    const count = elements(Number(first), Number(last), Number(step))
    if (count > MOST_WORDS) {
      if (count < MOST_ELEMENTS) tooLong(count)
      return null
    }
    const show = (n: number): string => {
      if (width === 0) return String(n)
      const digits = String(Math.abs(n)).padStart(n < 0 ? width - 1 : width, '0')
      return n < 0 ? `-${digits}` : digits
    }
    return { parts: range(Number(first), Number(last), Number(step), show), count }
  }
  const letters = /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d+))?$/.exec(body)
  if (!letters) return null
  const [, first = '', last = '', step = '1'] = letters
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)]
  const show = (code: number): string => {
    const c = String.fromCharCode(code)
    return c === '\\' || c === '`' ? `\\${c}` : c
  }
  return { parts: range(from, to, Number(step), show), count: elements(from, to, Number(step)) }
}

function elements(first: number, last: number, step: number): number {
  return Math.floor(Math.abs(last - first) / (Math.abs(step) || 1)) + 1
}

function* range(first: number, last: number, step: number, show: (n: number) => string): Generator<string> {
  const by = Math.abs(step) || 1
  if (first <= last) for (let n = first; n <= last; n += by) yield show(n)
  else for (let n = first; n >= last; n -= by) yield show(n)
}
