// Tab completion: which word is meant, and what could stand there.
import type { Blocking } from '../os/program.ts'
import { isErrno } from '../uapi/errno.ts'
import { builtinNames } from './builtins/registry.ts'
import { KEYWORDS } from './builtins/lookup.ts'
import { tildePrefix } from './expand/tilde.ts'
import type { Completer } from './hooks.ts'
import type { Completion } from './readline/matches.ts'
import { specifiedWords } from './programmable.ts'
import type { ShellState } from './state.ts'
import { byBytes } from './variables.ts'

/** The command line up to the cursor, as far as it matters. */
interface Cursor {
  /** The words of the simple command before the one at the cursor, quotes removed. */
  readonly words: readonly string[]
  /** The word at the cursor as it stands there, and without its quotes. */
  readonly raw: string
  readonly word: string
  readonly quote: '"' | "'" | null
  /** It is the target of a redirection. */
  readonly redirected: boolean
}

export function* completeLine(
  shell: ShellState,
  before: string,
  completerOf: (name: string) => Completer | undefined,
): Blocking<Completion> {
  const cursor = parseCursor(before)
  const variable = /\$(\{?)(\w*)$/.exec(cursor.quote === "'" ? '' : cursor.raw)
  if (variable) return variables(shell, variable[1] ?? '', variable[2] ?? '')
  const { words, word } = cursor
  const [command] = words
  if (cursor.redirected) return files(shell, cursor, false)
  if (command === undefined)
    return word.includes('/') || word.startsWith('~') ? files(shell, cursor, false) : commands(shell, cursor)
  const spec = shell.completions.get(command)
  if (spec) {
    const given = yield* specifiedWords(shell, builtinNames(), spec, word, words, before)
    if (given.length > 0) return plain(cursor, [...new Set(given)].sort(byBytes))
    return spec.options.includes('default') ? files(shell, cursor, false) : plain(cursor, [])
  }
  if (TAKES_COMMAND.has(command) && words.length === 1) return commands(shell, cursor)
  if (TAKES_DIRECTORY.has(command)) return files(shell, cursor, true)
  const completer = completerOf(command.slice(command.lastIndexOf('/') + 1))
  const own = completer?.(shell.p, [...words, word]) ?? []
  const fitting = [...new Set(own.filter((candidate) => candidate.startsWith(word)))].sort(byBytes)
  if (fitting.length === 0) return files(shell, cursor, false)
  return plain(cursor, fitting)
}

const TAKES_COMMAND = new Set(['command', 'exec', 'type', 'which', 'time', 'builtin', 'hash', 'help'])
const TAKES_DIRECTORY = new Set(['cd', 'pushd', 'rmdir'])
/** Words after which a command begins. */
const BEFORE_COMMAND = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', 'sudo'])

function parseCursor(before: string): Cursor {
  let words: string[] = []
  let start = -1
  let word = ''
  let quote: '"' | "'" | null = null
  let redirected = false
  const end = (): void => {
    if (start < 0) return
    if (redirected) redirected = false
    else if (!(words.length === 0 && (/^\w+=/.test(word) || BEFORE_COMMAND.has(word)))) words.push(word)
    start = -1
    word = ''
  }
  for (let i = 0; i < before.length; i++) {
    const c = before[i] ?? ''
    if (quote) {
      if (c === quote) quote = null
      else if (c === '\\' && quote === '"' && /["\\$`]/.test(before[i + 1] ?? '')) word += before[++i] ?? ''
      else word += c
      continue
    }
    if (/\s/.test(c)) {
      end()
      if (c === '\n') words = []
      continue
    }
    if (/[;|&()`]/.test(c) && !(c === '&' && before[i - 1] === '>')) {
      end()
      words = []
      redirected = false
      continue
    }
    if (c === '<' || c === '>') {
      if (!/^\d+$/.test(word)) end()
      start = -1
      word = ''
      redirected = true
      continue
    }
    if (start < 0) start = i
    if (c === '"' || c === "'") quote = c
    else if (c === '\\') word += before[++i] ?? ''
    else word += c
  }
  return { words, raw: start < 0 ? '' : before.slice(start), word, quote, redirected }
}

function variables(shell: ShellState, brace: string, prefix: string): Completion {
  const names = shell.vars.names().filter((name) => name.startsWith(prefix) && shell.vars.find(name)?.isSet)
  return {
    length: prefix.length,
    candidates: names,
    shown: names.map((name) => `$${brace}${name}`),
    suffix: () => (brace ? '}' : ' '),
  }
}

function commands(shell: ShellState, cursor: Cursor): Completion {
  const names = new Set([...builtinNames(), ...KEYWORDS, ...shell.functions.keys(), ...shell.aliases.keys()])
  const { fs } = shell.p
  for (const directory of (shell.vars.get('PATH') ?? '').split(':')) {
    const entries = fs.readdir(directory === '' ? '.' : directory)
    if (isErrno(entries)) continue
    for (const name of entries) if (name.startsWith(cursor.word)) names.add(name)
  }
  const fitting = [...names].filter((name) => name.startsWith(cursor.word)).sort(byBytes)
  return plain(cursor, fitting)
}

/** Whole words, a space after the only one. */
function plain(cursor: Cursor, words: readonly string[]): Completion {
  return {
    length: [...cursor.raw].length,
    candidates: words.map((word) => quoted(word, cursor.quote)),
    shown: words,
    suffix: (candidate) => `${cursor.quote ?? ''}${/[=/:]$/.test(candidate) ? '' : ' '}`,
  }
}

function files(shell: ShellState, cursor: Cursor, onlyDirectories: boolean): Completion {
  const { fs } = shell.p
  const { word } = cursor
  // `--file=na` and `key=na`: what comes after the sign.
  const offset = word.startsWith('~') ? 0 : word.lastIndexOf('=') + 1
  const path = word.slice(offset)
  const slash = path.lastIndexOf('/') + 1
  const base = path.slice(slash)
  const shownDirectory = path.slice(0, slash)
  const home = cursor.quote ? null : tildePrefix(shell, shownDirectory, false)
  const directory = home ? home.value + shownDirectory.slice(home.length) : shownDirectory
  const entries = fs.readdir(directory === '' ? '.' : directory)
  if (isErrno(entries)) return { length: 0, candidates: [], shown: [], suffix: () => '' }
  const isDirectory = (name: string): boolean => {
    const stat = fs.stat(directory + name)
    return !isErrno(stat) && stat.kind === 'dir'
  }
  const found = entries
    .filter((name) => name.startsWith(base) && (base.startsWith('.') || !name.startsWith('.')))
    .filter((name) => !onlyDirectories || isDirectory(name))
  const prefix = word.slice(0, offset) + shownDirectory
  const marks = found.map((name) => (isDirectory(name) ? '/' : ''))
  return {
    length: [...cursor.raw].length,
    candidates: found.map(
      (name, i) => quoted(prefix + name, cursor.quote, prefix.startsWith('~')) + (marks[i] ?? ''),
    ),
    shown: found.map((name, i) => name + (marks[i] ?? '')),
    suffix: (candidate) => (candidate.endsWith('/') ? '' : `${cursor.quote ?? ''} `),
  }
}

function quoted(text: string, quote: '"' | "'" | null, tilde = false): string {
  if (quote) return quote + (quote === '"' ? text.replace(/["\\$`]/g, '\\$&') : text)
  const escaped = text.replace(/[\s'"\\|&;()<>!{}*[\]?^$`]/g, '\\$&')
  return tilde ? escaped : escaped.replace(/^[~#]/, '\\$&')
}
