// Word expansion (bash(1), EXPANSION): tilde, parameters, commands, arithmetic, splitting, file names.
import type { AnsiCQuotedPart, DoubleQuotedChild, Word, WordPart } from 'unbash'
import { parse } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import type { ShellState } from '../state.ts'
import { expandBraces } from './braces.ts'
import { expandParameter, expandSimple } from './parameter.ts'
import { unescape } from './quote.ts'
import type { Sink } from './sink.ts'
import { PatternSink, RegexSink, TextSink, WordSink } from './sink.ts'
import { commandSubstitution, processSubstitution } from './substitution.ts'
import { tildePrefix } from './tilde.ts'

/** A word of these characters stands for itself. */
const PLAIN = /^[^\\'"$`*?[{~<>()]*$/

/** Words of a brace expansion that are made in one turn. */
const WORDS_A_TURN = 8192
/** Time that a turn takes. */
const TURN_TIME = 1_000_000

export function isPlain(word: Word): boolean {
  return PLAIN.test(word.text)
}

/** Appends what the words stand for; false when an expansion failed (the shell has said so). */
export function* expandWords(shell: ShellState, words: readonly Word[], out: string[]): Blocking<boolean> {
  for (const word of words) {
    if (isPlain(word)) out.push(word.text)
    else if (!(yield* expandWord(shell, word, out))) return false
  }
  return true
}

export function* expandWord(shell: ShellState, word: Word, out: string[]): Blocking<boolean> {
  const { text } = word
  if (text.includes('{') && /\{.*(?:,|\.\.).*\}/s.test(text) && shell.option('braceexpand')) {
    const texts = expandBraces(text, (elements) =>
      shell.report(`brace expansion: failed to allocate memory for ${elements} elements`),
    )
    if (texts) {
      let made = 0
      for (const one of texts) {
        if (++made % WORDS_A_TURN === 0) yield* shell.p.clock.sleep(TURN_TIME)
        if (PLAIN.test(one)) {
          if (one !== '') out.push(one)
        } else if (!(yield* expandField(shell, parsedWord(one), out))) return false
      }
      return true
    }
  }
  return yield* expandField(shell, word, out)
}

function* expandField(shell: ShellState, word: Word, out: string[]): Blocking<boolean> {
  const sink = new WordSink(shell, out)
  if (!(yield* expandInto(shell, word, sink, 'word'))) return false
  sink.end()
  return !sink.failed
}

const parsedWords = new Map<string, Word>()

/** A text read as one word. */
export function parsedWord(text: string): Word {
  let found = parsedWords.get(text)
  if (found) return found
  const guard = text.startsWith('#') ? "''" : ''
  const command = parse(`: ${guard}${text}`).commands[0]?.command
  const suffix = command?.type === 'Command' ? command.suffix[0] : undefined
  found = suffix?.type === 'Word' ? suffix : { type: 'Word', text, value: text, pos: 0, end: 0 }
  if (parsedWords.size > 500) parsedWords.clear()
  parsedWords.set(text, found)
  return found
}

/** `assignment`: a tilde is also one after each colon. */
type Place = 'word' | 'assignment'

function* expandInto(shell: ShellState, word: Word, sink: Sink, place: Place): Blocking<boolean> {
  const { parts } = word
  if (!parts) {
    literal(shell, word.text, sink, place, true, false)
    return true
  }
  let first = true
  const last = parts.at(-1)
  for (const part of parts) {
    if (part.type === 'Literal') literal(shell, part.text, sink, place, first, part !== last)
    else if (!(yield* expandPart(shell, part, sink, false))) return false
    first = false
  }
  return true
}

/** Unquoted text: a tilde, backslashes. */
function literal(
  shell: ShellState,
  text: string,
  sink: Sink,
  place: Place,
  first: boolean,
  more: boolean,
): void {
  let rest = text
  if (first && rest.startsWith('~')) rest = tilde(shell, rest, sink, place, more)
  // A word that looks like an assignment is treated like one.
  const assigning = first && place === 'word' ? /^[A-Za-z_]\w*\+?=(?=.*~)/s.exec(rest) : null
  if (assigning) {
    sink.literal(assigning[0])
    return literal(shell, rest.slice(assigning[0].length), sink, 'assignment', true, more)
  }
  if (place === 'assignment') {
    for (let at = rest.indexOf(':~'); at >= 0; at = rest.indexOf(':~')) {
      unescaped(rest.slice(0, at + 1), sink)
      rest = tilde(shell, rest.slice(at + 1), sink, place, more)
      if (rest.startsWith('~')) {
        sink.literal('~')
        rest = rest.slice(1)
      }
    }
  }
  unescaped(rest, sink)
}

/** What is left after the tilde's prefix, which goes to the sink; all of it when there is none. */
function tilde(shell: ShellState, text: string, sink: Sink, place: Place, more: boolean): string {
  const prefix = tildePrefix(shell, text, place === 'assignment')
  // A name that goes on in quotes or an expansion is none.
  if (!prefix || (more && prefix.length === text.length)) return text
  sink.quoted(prefix.value)
  return text.slice(prefix.length)
}

function unescaped(text: string, sink: Sink): void {
  let from = 0
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
    if (at > from) sink.literal(text.slice(from, at))
    const next = text.codePointAt(at + 1)
    const c = next === undefined ? '' : String.fromCodePoint(next)
    if (c === '') sink.quoted('\\')
    else if (c !== '\n') sink.quoted(c)
    from = at + 1 + c.length
  }
  if (from < text.length) sink.literal(from === 0 ? text : text.slice(from))
}

export function* expandParts(
  shell: ShellState,
  parts: readonly WordPart[],
  sink: Sink,
  quoted: boolean,
): Blocking<boolean> {
  for (const part of parts) if (!(yield* expandPart(shell, part, sink, quoted))) return false
  return true
}

/** `$'…'`; the parser puts U+FFFD where octets are no UTF-8. */
function ansiText(part: AnsiCQuotedPart): string {
  if (!part.value.includes('\ufffd')) return part.value
  return unescape(part.text.slice(2, -1), 'printf').text.replace(/\0[^]*/, '')
}

function* expandPart(shell: ShellState, part: WordPart, sink: Sink, quoted: boolean): Blocking<boolean> {
  switch (part.type) {
    case 'Literal':
      if (quoted) sink.quoted(part.value)
      else unescaped(part.text, sink)
      return true
    case 'SingleQuoted':
      sink.quoted(part.value)
      return true
    case 'AnsiCQuoted':
      sink.quoted(ansiText(part))
      return true
    case 'DoubleQuoted':
    case 'LocaleString':
      if (part.parts.length === 0) sink.quoted('')
      return yield* expandParts(shell, part.parts, sink, true)
    case 'SimpleExpansion':
      return expandSimple(shell, part.text.slice(1), sink, quoted)
    case 'ParameterExpansion':
      return yield* expandParameter(shell, part, sink, quoted, {
        text: expandText,
        operand,
        pattern,
        parts: expandParts,
      })
    case 'CommandExpansion': {
      const text = yield* commandSubstitution(shell, part)
      if (text === null) return false
      if (quoted) sink.quoted(text)
      else sink.expanded(text)
      return true
    }
    case 'ArithmeticExpansion': {
      const text = yield* expandArithmetic(shell, part.text)
      if (text === null) return false
      if (quoted) sink.quoted(text)
      else sink.expanded(text)
      return true
    }
    case 'ProcessSubstitution': {
      const path = yield* processSubstitution(shell, part)
      if (path === null) return false
      sink.quoted(path)
      return true
    }
    case 'Glob':
      if (part.kind !== 'bracket' || part.parts.every((p) => p.type === 'Literal')) {
        unescapedBracket(part.text, sink)
        return true
      }
      sink.literal(part.text.slice(0, /^\[[!^]/.test(part.text) ? 2 : 1))
      if (!(yield* expandParts(shell, part.parts, sink, false))) return false
      sink.literal(']')
      return true
    case 'ExtendedGlob':
      sink.literal(`${part.operator}(`)
      if (part.parts) {
        if (!(yield* expandParts(shell, part.parts, sink, false))) return false
      } else unescaped(part.pattern, sink)
      sink.literal(')')
      return true
    case 'BraceExpansion':
      if (!part.parts) {
        unescaped(part.text, sink)
        return true
      }
      sink.literal('{')
      if (!(yield* expandParts(shell, part.parts, sink, false))) return false
      sink.literal('}')
      return true
  }
}

function unescapedBracket(text: string, sink: Sink): void {
  if (text.includes('\\')) unescaped(text, sink)
  else sink.literal(text)
}

// ---- words in other places

/** One string, without splitting or file names; null when an expansion failed. */
export function* expandText(shell: ShellState, word: Word, place: Place = 'word'): Blocking<string | null> {
  if (PLAIN.test(word.text)) return word.text
  const sink = new TextSink()
  return (yield* expandInto(shell, word, sink, place)) ? sink.text : null
}

/** A pattern in which what was quoted stands for itself. */
export function* expandPattern(shell: ShellState, word: Word): Blocking<string | null> {
  const sink = new PatternSink()
  return (yield* expandInto(shell, word, sink, 'word')) ? sink.pattern : null
}

/** The right side of `=~`. */
export function* expandRegex(shell: ShellState, word: Word): Blocking<string | null> {
  const sink = new RegexSink()
  return (yield* expandInto(shell, word, sink, 'word')) ? sink.source : null
}

function* pattern(shell: ShellState, word: Word): Blocking<string | null> {
  return yield* expandPattern(shell, word)
}

/** The word of `${x:-word}`: its unquoted text is split like a value. */
function* operand(shell: ShellState, word: Word, sink: Sink, quoted: boolean): Blocking<boolean> {
  const parts: readonly WordPart[] = word.parts ?? [
    { type: 'Literal', pos: word.pos, end: word.end, value: word.text, text: word.text },
  ]
  let first = true
  for (const part of parts) {
    if (part.type === 'Literal') {
      let { text } = part
      if (first && !quoted && text.startsWith('~')) text = tilde(shell, text, sink, 'word', parts.length > 1)
      if (quoted) sink.quoted(text.replace(/\\([$`"\\}])/g, '$1').replaceAll('\\\n', ''))
      else splitText(text, sink)
    } else if (quoted && part.type === 'SingleQuoted') sink.quoted(part.text)
    else if (!(yield* expandPart(shell, part, sink, quoted))) return false
    first = false
  }
  return true
}

function splitText(text: string, sink: Sink): void {
  for (const piece of text.split(/(\\[\s\S])/)) {
    if (piece === '') continue
    if (piece.startsWith('\\')) sink.quoted(piece === '\\\n' ? '' : piece.slice(1))
    else sink.expanded(piece)
  }
}

// ---- texts read as if in double quotes

const quotedParts = new Map<string, readonly DoubleQuotedChild[]>()

/** The parts of a text that is expanded as though it stood in double quotes; quotes in it are dropped. */
function partsOf(text: string): readonly DoubleQuotedChild[] {
  let found = quotedParts.get(text)
  if (found) return found
  const command = parse(`: "${text.replaceAll('"', '')}"`).commands[0]?.command
  const word = command?.type === 'Command' ? command.suffix[0] : undefined
  const part = word?.type === 'Word' ? word.parts?.[0] : undefined
  found = part?.type === 'DoubleQuoted' ? part.parts : []
  if (quotedParts.size > 500) quotedParts.clear()
  quotedParts.set(text, found)
  return found
}

/** Parameters, commands and arithmetic in a text expanded; null when that failed. */
export function* expandString(shell: ShellState, text: string): Blocking<string | null> {
  if (!/[$`"\\]/.test(text)) return text
  const sink = new TextSink()
  return (yield* expandParts(shell, partsOf(text), sink, true)) ? sink.text : null
}

/** `$((…))` or `$[…]`, whole. */
function* expandArithmetic(shell: ShellState, text: string): Blocking<string | null> {
  const inner = text.startsWith('$((') ? text.slice(3, -2) : text.slice(2, -1)
  const expression = yield* expandString(shell, inner)
  if (expression === null) return null
  const value = shell.language.arithmetic(shell, expression)
  if (value !== null) return value.toString()
  if (!shell.unwind) {
    shell.status = shell.dialect ? 2 : 1
    shell.unwind = { kind: shell.dialect ? 'exit' : 'discard' }
  }
  return null
}
