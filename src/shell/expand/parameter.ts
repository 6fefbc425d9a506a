// Parameter expansion: `$x`, `${x…}` (bash(1), Parameter Expansion).
import type { ParameterExpansionPart, ParameterOperation, Word, WordPart } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import { assign, parseReference, readElement } from '../assign.ts'
import { optionLetters } from '../dynamic.ts'
import type { ShellState } from '../state.ts'
import { isName } from '../variables.ts'
import { changeCase, removeMatch, replaceMatches, sliceText } from './operations.ts'
import type { Sink } from './sink.ts'
import { ifsJoiner, ReplacementSink } from './sink.ts'
import { transformed } from './transform.ts'

/** How the words within an expansion are expanded in their turn. */
export interface WordExpander {
  text(shell: ShellState, word: Word): Blocking<string | null>
  pattern(shell: ShellState, word: Word): Blocking<string | null>
  operand(shell: ShellState, word: Word, sink: Sink, quoted: boolean): Blocking<boolean>
  parts(shell: ShellState, parts: readonly WordPart[], sink: Sink, quoted: boolean): Blocking<boolean>
}

/** One value (null: not set), or a list with the way it is joined. */
type Value =
  | { readonly list: null; readonly scalar: string | null }
  | { readonly list: readonly string[]; readonly star: boolean }

/** What a parameter expansion is about, once `!` and subscripts are resolved. */
interface Subject {
  readonly name: string
  readonly subscript: string | null
  readonly value: Value
}

/** The value of a parameter by its name; null when it is not set. `@` and `*` are not among them. */
export function parameterValue(shell: ShellState, name: string): string | null {
  const c = name.charCodeAt(0)
  if (c >= 48 && c <= 57) {
    const n = Number(name)
    return n === 0 ? shell.arg0 : (shell.positional[n - 1] ?? null)
  }
  if (name.length === 1) {
    if (c === 63) return String(shell.status)
    if (c === 35) return String(shell.positional.length)
    if (c === 36) return String(shell.shellPid)
    if (c === 33) return shell.lastBackground === null ? null : String(shell.lastBackground)
    if (c === 45) return optionLetters(shell)
  }
  return shell.vars.get(name)
}

/** `$name` without braces; false when it is unset under `set -u`. */
export function expandSimple(shell: ShellState, name: string, sink: Sink, quoted: boolean): boolean {
  if (name === '@' || (name === '*' && !quoted))
    sink.list(shell.positional, quoted, name === '*' ? ifsJoiner(shell) : ' ')
  else if (name === '*') sink.quoted(shell.positional.join(ifsJoiner(shell)))
  else {
    const value = parameterValue(shell, name)
    if (value === null && shell.option('nounset')) {
      shell.fatal(`${/^\d/.test(name) || name === '!' ? '$' : ''}${name}: unbound variable`)
      return false
    }
    if (quoted) sink.quoted(value ?? '')
    else sink.expanded(value ?? '')
  }
  return true
}

export function* expandParameter(
  shell: ShellState,
  part: ParameterExpansionPart,
  sink: Sink,
  quoted: boolean,
  words: WordExpander,
): Blocking<boolean> {
  const { operation, prefix } = part
  if (shell.dialect && isBashOnly(part, shell.dialect.name === 'ash')) return bad(shell, part)
  if (operation?.type === 'Unknown' || !validName(part.parameter)) return bad(shell, part)
  if (operation?.type === 'Names') {
    const names = shell.vars
      .names()
      .filter((name) => name.startsWith(part.parameter) && isVisible(shell, name))
    put(shell, { list: names, star: operation.operator === '*' }, sink, quoted)
    return true
  }
  const subject = yield* subjectOf(shell, part, words)
  if (!subject) return false
  if (prefix === '!' && part.index && isAll(part.index.text) && !operation) {
    const keys = shell.vars.find(part.parameter)?.keys() ?? []
    put(shell, { list: keys, star: part.index.text === '*' }, sink, quoted)
    return true
  }
  if (prefix === '#') return length(shell, subject, sink, quoted)
  if (!operation) {
    if (!checkSet(shell, subject)) return false
    put(shell, subject.value, sink, quoted)
    return true
  }
  if (operation.type === 'Default') return yield* defaults(shell, subject, operation, sink, quoted, words)
  if (!checkSet(shell, subject)) return false
  const value = yield* operate(shell, part, subject, operation, words)
  if (!value) return false
  put(shell, value, sink, quoted, operation.type !== 'CaseModification' && operation.type !== 'Slice')
  return true
}

/** `ash`: parts of a value and replacements in it are not bash's alone. */
function isBashOnly(part: ParameterExpansionPart, ash: boolean): boolean {
  const type = part.operation?.type
  return (
    part.prefix === '!' ||
    part.index !== undefined ||
    (!(type === undefined || type === 'Default' || type === 'Remove') &&
      !(ash && (type === 'Slice' || type === 'Replace')))
  )
}

function bad(shell: ShellState, part: ParameterExpansionPart): false {
  shell.discard(`${part.text}: bad substitution`)
  return false
}

function validName(name: string): boolean {
  return isName(name) || /^(?:\d+|[@*#?$!-])$/.test(name)
}

function isVisible(shell: ShellState, name: string): boolean {
  return shell.vars.find(name)?.isSet ?? false
}

function isAll(subscript: string): boolean {
  return subscript === '@' || subscript === '*'
}

/** `changed`: an operation has been at it, after which `@` too is joined by IFS where there is but one string. */
function put(shell: ShellState, value: Value, sink: Sink, quoted: boolean, changed = false): void {
  if (value.list === null) {
    if (quoted) sink.quoted(value.scalar ?? '')
    else sink.expanded(value.scalar ?? '')
  } else if (value.star && quoted) sink.quoted(value.list.join(ifsJoiner(shell)))
  else sink.list(value.list, quoted, value.star || changed ? ifsJoiner(shell) : ' ')
}

function* subjectOf(
  shell: ShellState,
  part: ParameterExpansionPart,
  words: WordExpander,
): Blocking<Subject | null> {
  let name = part.parameter
  let subscript: string | null = null
  if (part.index) {
    subscript = part.index.text
    if (!isAll(subscript)) subscript = yield* words.text(shell, part.index)
    if (subscript === null) return null
  }
  if (part.prefix === '!' && !(subscript !== null && isAll(subscript) && !part.operation)) {
    const variable = shell.vars.table.get(name)
    const target = variable?.nameref ? variable.value : look(shell, name, subscript).scalar
    if (variable?.nameref) return { name, subscript: null, value: { list: null, scalar: target ?? null } }
    if (target === null || target === undefined) {
      shell.discard(`${part.parameter}: invalid indirect expansion`)
      return null
    }
    const reference = parseReference(target)
    if (!reference && !validName(target)) {
      shell.discard(`${target}: invalid variable name`)
      return null
    }
    name = reference?.name ?? target
    subscript = reference?.subscript ?? null
  }
  const value = valueOf(shell, name, subscript)
  return shell.unwind ? null : { name, subscript, value }
}

function look(shell: ShellState, name: string, subscript: string | null): { readonly scalar: string | null } {
  const value = valueOf(shell, name, subscript)
  return { scalar: value.list === null ? value.scalar : (value.list[0] ?? null) }
}

function valueOf(shell: ShellState, name: string, subscript: string | null): Value {
  if (name === '@' || name === '*') return { list: shell.positional, star: name === '*' }
  if (subscript === null) return { list: null, scalar: parameterValue(shell, name) }
  if (isAll(subscript)) return { list: shell.vars.find(name)?.elements() ?? [], star: subscript === '*' }
  return { list: null, scalar: readElement(shell, name, subscript) }
}

/** False, and the shell told so, when `set -u` is on and there is no value. */
function checkSet(shell: ShellState, subject: Subject): boolean {
  if (!shell.option('nounset') || subject.value.list !== null || subject.value.scalar !== null) return true
  shell.fatal(`${shown(subject)}: unbound variable`)
  return false
}

function shown(subject: Subject): string {
  if (subject.subscript !== null) return `${subject.name}[${subject.subscript}]`
  return /^\d/.test(subject.name) ? `$${subject.name}` : subject.name
}

function characters(text: string): number {
  let n = text.length
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xd800) n--
  return n
}

function length(shell: ShellState, subject: Subject, sink: Sink, quoted: boolean): boolean {
  if (!checkSet(shell, subject)) return false
  const { value } = subject
  const n = value.list === null ? characters(value.scalar ?? '') : value.list.length
  put(shell, { list: null, scalar: String(n) }, sink, quoted)
  return true
}

/** `${x:-word}` and its brothers. */
function* defaults(
  shell: ShellState,
  subject: Subject,
  operation: ParameterOperation & { readonly type: 'Default' },
  sink: Sink,
  quoted: boolean,
  words: WordExpander,
): Blocking<boolean> {
  const { value, name } = subject
  const { operator, operand } = operation
  const colon = operator.startsWith(':')
  const text = value.list === null ? value.scalar : value.list.length === 0 ? null : value.list.join(' ')
  const missing = colon ? !text : text === null
  if (operator.endsWith('+')) {
    if (!missing) return yield* words.operand(shell, operand, sink, quoted)
    if (quoted) sink.quoted('')
    return true
  }
  if (!missing) {
    put(shell, value, sink, quoted)
    return true
  }
  if (operator.endsWith('-')) {
    if (quoted && operand.text === '') sink.quoted('')
    return yield* words.operand(shell, operand, sink, quoted)
  }
  const given = yield* words.text(shell, operand)
  if (given === null) return false
  if (operator.endsWith('?')) {
    const message = given || (colon ? 'parameter null or not set' : 'parameter not set')
    shell.fatal(`${shown(subject).replace(/^\$/, '')}: ${message}`)
    return false
  }
  if (!isName(name)) {
    shell.discard(`${shown(subject)}: cannot assign in this way`)
    return false
  }
  if (!assign(shell, name, subject.subscript, given)) {
    shell.unwind = { kind: 'discard' }
    return false
  }
  put(shell, valueOf(shell, name, subject.subscript), sink, quoted)
  return true
}

function* operate(
  shell: ShellState,
  part: ParameterExpansionPart,
  subject: Subject,
  operation: ParameterOperation,
  words: WordExpander,
): Blocking<Value | null> {
  switch (operation.type) {
    case 'Remove': {
      const pattern = yield* words.pattern(shell, operation.operand)
      if (pattern === null) return null
      return mapped(subject.value, (text) => removeMatch(text, operation.operator, pattern))
    }
    case 'Replace': {
      const pattern = yield* words.pattern(shell, operation.pattern)
      const replacement = new ReplacementSink()
      if (pattern === null || !(yield* replacementInto(shell, operation.replacement, replacement, words)))
        return null
      // What is not set stays nothing.
      if (subject.value.list === null && subject.value.scalar === null) return subject.value
      const { operator } = operation
      const ignoreCase = shell.shopts.has('nocasematch')
      return mapped(subject.value, (text) =>
        replaceMatches(text, operator, pattern, replacement.pieces, ignoreCase),
      )
    }
    case 'CaseModification': {
      const pattern = operation.operand ? yield* words.pattern(shell, operation.operand) : ''
      if (pattern === null) return null
      if (operation.operand && pattern === '') return subject.value
      return mapped(subject.value, (text) => changeCase(text, operation.operator, pattern))
    }
    case 'Transform': {
      const value = transformed(shell, subject.name, subject.subscript, subject.value, operation.operand.text)
      if (!value) bad(shell, part)
      return value
    }
    case 'Slice':
      return yield* slice(shell, subject, operation, words)
    default:
      bad(shell, part)
      return null
  }
}

function* replacementInto(shell: ShellState, word: Word, sink: Sink, words: WordExpander): Blocking<boolean> {
  if (word.parts) {
    for (const one of word.parts) {
      if (one.type === 'Literal') literalReplacement(one.text, sink)
      else if (!(yield* words.parts(shell, [one], sink, false))) return false
    }
  } else literalReplacement(word.text, sink)
  return true
}

function literalReplacement(text: string, sink: Sink): void {
  for (const piece of text.split(/(\\[\s\S])/)) {
    if (piece.startsWith('\\') && piece.length > 1) sink.quoted(piece.slice(1))
    else if (piece !== '') sink.literal(piece)
  }
}

function mapped(value: Value, change: (text: string) => string): Value {
  if (value.list === null) return { list: null, scalar: change(value.scalar ?? '') }
  return { list: value.list.map(change), star: value.star }
}

/** `${x:offset:length}` */
function* slice(
  shell: ShellState,
  subject: Subject,
  operation: ParameterOperation & { readonly type: 'Slice' },
  words: WordExpander,
): Blocking<Value | null> {
  const offset = yield* number(shell, subject, operation.offset, words)
  if (offset === null) return null
  const count = operation.length ? yield* number(shell, subject, operation.length, words) : undefined
  if (count === null) return null
  const { value } = subject
  if (value.list === null) {
    if (value.scalar === null) return value
    const text = sliceText(value.scalar ?? '', offset, count)
    if (text !== null) return { list: null, scalar: text }
    return negative(shell, operation.length)
  }
  if (count !== undefined && count < 0) return negative(shell, operation.length)
  if (subject.name === '@' || subject.name === '*') {
    const all = offset === 0 ? [shell.arg0, ...value.list] : ['', ...value.list]
    const from = offset < 0 ? all.length + offset : offset
    if (from < 0) return { list: [], star: value.star }
    return { list: all.slice(from, count === undefined ? undefined : from + count), star: value.star }
  }
  const variable = shell.vars.find(subject.name)
  const keys = variable?.list ? variable.keys().map(Number) : value.list.map((_, i) => i)
  const from = offset < 0 ? (keys.at(-1) ?? -1) + 1 + offset : offset
  const kept = from < 0 ? [] : value.list.filter((_, i) => (keys[i] ?? 0) >= from)
  return { list: count === undefined ? kept : kept.slice(0, count), star: value.star }
}

function negative(shell: ShellState, length: Word | undefined): null {
  shell.discard(`${length?.text ?? ''}: substring expression < 0`)
  return null
}

function* number(
  shell: ShellState,
  subject: Subject,
  word: Word,
  words: WordExpander,
): Blocking<number | null> {
  const text = yield* words.text(shell, word)
  if (text === null) return null
  const value = shell.language.arithmetic(shell, text, `${shown(subject)}: `)
  if (value !== null) return Number(value)
  shell.unwind ??= { kind: 'discard' }
  shell.status = 1
  return null
}
