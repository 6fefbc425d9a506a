// Programmable completion (bash(1)): what `complete` keeps, and the words that such a specification stands for.
import type { Blocking } from '../os/program.ts'
import { isErrno } from '../uapi/errno.ts'
import { assignArray } from './assign.ts'
import { KEYWORDS } from './builtins/lookup.ts'
import { signalName } from './builtins/signalnames.ts'
import { callFunction } from './eval/call.ts'
import { matches } from './expand/pattern.ts'
import { expandString } from './expand/word.ts'
import { SET_OPTIONS } from './options.ts'
import type { ShellState } from './state.ts'
import { byBytes } from './variables.ts'

/** What `complete` keeps for a command. */
export interface CompletionSpec {
  readonly actions: readonly string[]
  /** `-o` */
  readonly options: readonly string[]
  readonly words: string | null
  readonly function: string | null
  readonly filter: string | null
  readonly prefix: string
  readonly suffix: string
}

/** Actions with a letter of their own, in the order in which they are shown. */
export const ACTION_LETTERS: Readonly<Record<string, string>> = {
  a: 'alias',
  b: 'builtin',
  c: 'command',
  d: 'directory',
  e: 'export',
  f: 'file',
  g: 'group',
  j: 'job',
  k: 'keyword',
  s: 'service',
  u: 'user',
  v: 'variable',
}

const SIGNALS: readonly number[] = Array.from({ length: 64 }, (_, i) => i + 1)

type Source = (shell: ShellState, word: string, builtins: readonly string[]) => Iterable<string>

const SOURCES: Readonly<Record<string, Source>> = {
  alias: (shell) => [...shell.aliases.keys()].sort(byBytes),
  arrayvar: (shell) => shell.vars.names().filter((name) => shell.vars.find(name)?.list),
  builtin: (_shell, _word, builtins) => [...builtins].sort(byBytes),
  command: commandNames,
  directory: (shell, word) => paths(shell, word, true),
  enabled: (_shell, _word, builtins) => [...builtins].sort(byBytes),
  export: (shell) => shell.vars.names().filter((name) => shell.vars.find(name)?.exported),
  file: (shell, word) => paths(shell, word, false),
  function: (shell) => [...shell.functions.keys()].sort(byBytes),
  group: (shell) => firstFields(shell, '/etc/group'),
  hostname: () => [],
  job: () => [],
  keyword: () => KEYWORDS,
  running: () => [],
  service: (shell) => firstFields(shell, '/etc/services'),
  setopt: () => Object.keys(SET_OPTIONS),
  signal: () => ['EXIT', ...SIGNALS.flatMap((n) => (signalName(n) === null ? [] : `SIG${signalName(n)}`))],
  user: (shell) => firstFields(shell, '/etc/passwd'),
  variable: (shell) => shell.vars.names().filter((name) => shell.vars.find(name)?.isSet),
}

export function isAction(name: string): boolean {
  return Object.hasOwn(SOURCES, name)
}

/** The words that a specification gives for `word`, of a line whose words before it are `before`. */
export function* specifiedWords(
  shell: ShellState,
  builtins: readonly string[],
  spec: CompletionSpec,
  word: string,
  before: readonly string[],
  line: string,
): Blocking<readonly string[]> {
  const found: string[] = []
  for (const action of spec.actions)
    for (const name of SOURCES[action]?.(shell, word, builtins) ?? [])
      if (name.startsWith(word)) found.push(name)
  if (spec.words !== null) {
    const words = yield* wordsOf(shell, spec.words)
    found.push(...words.filter((one) => one.startsWith(word)))
  }
  if (spec.function !== null) found.push(...(yield* replies(shell, spec.function, word, before, line)))
  const { filter } = spec
  const kept =
    filter === null ? found : found.filter((one) => !filteredOut(one, filter.replaceAll('&', word)))
  return kept.map((one) => `${spec.prefix}${one}${spec.suffix}`)
}

/** `!` before the pattern keeps what matches it alone. */
function filteredOut(word: string, filter: string): boolean {
  return filter.startsWith('!') ? !matches(word, filter.slice(1)) : matches(word, filter)
}

/** Words of -W, expanded: quotes keep blanks, what an expansion gives is split at them. */
function* wordsOf(shell: ShellState, text: string): Blocking<readonly string[]> {
  const words: string[] = []
  for (const one of text.match(/(?:\$\([^)]*\)|"[^"]*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? []) {
    const plain = one.replace(/"([^"]*)"|'([^']*)'/g, (_, a?: string, b?: string) => a ?? b ?? '')
    const expanded = one.includes("'") ? plain : ((yield* expandString(shell, plain)) ?? '')
    if (plain === one) words.push(...expanded.split(/\s+/).filter((part) => part !== ''))
    else words.push(expanded)
  }
  return words
}

/** Calls the function as bash does: what it leaves in COMPREPLY. Ref: bash pcomplete.c:gen_shell_function_matches() */
function* replies(
  shell: ShellState,
  name: string,
  word: string,
  before: readonly string[],
  line: string,
): Blocking<readonly string[]> {
  const definition = shell.functions.get(name)
  if (!definition) return []
  setList(shell, 'COMP_WORDS', [...before, word])
  shell.vars.put('COMP_CWORD', String(before.length))
  shell.vars.put('COMP_LINE', line)
  shell.vars.put('COMP_POINT', String(line.length))
  setList(shell, 'COMPREPLY', [])
  const { status } = shell
  yield* callFunction(shell, name, definition, [before[0] ?? '', word, before.at(-1) ?? ''])
  shell.status = status
  shell.unwind = null
  const given = shell.vars.find('COMPREPLY')
  const words = given?.elements() ?? []
  for (const one of ['COMP_WORDS', 'COMP_CWORD', 'COMP_LINE', 'COMP_POINT', 'COMPREPLY'])
    shell.vars.delete(one)
  return words
}

function setList(shell: ShellState, name: string, values: readonly string[]): void {
  assignArray(
    shell,
    name,
    values.map((value) => ({ subscript: null, value, append: false })),
    false,
  )
}

/** Everything that can be called. */
function commandNames(shell: ShellState, word: string, builtins: readonly string[]): readonly string[] {
  const names = new Set([...shell.aliases.keys(), ...KEYWORDS, ...shell.functions.keys(), ...builtins])
  for (const directory of (shell.vars.get('PATH') ?? '').split(':')) {
    const entries = shell.p.fs.readdir(directory === '' ? '.' : directory)
    if (isErrno(entries)) continue
    for (const name of entries) if (name.startsWith(word)) names.add(name)
  }
  return [...names]
}

function paths(shell: ShellState, word: string, onlyDirectories: boolean): readonly string[] {
  const { fs } = shell.p
  const directory = word.slice(0, word.lastIndexOf('/') + 1)
  const base = word.slice(directory.length)
  const entries = fs.readdir(directory === '' ? '.' : directory)
  if (isErrno(entries)) return []
  return entries
    .filter((name) => base.startsWith('.') || !name.startsWith('.'))
    .map((name) => directory + name)
    .filter((path) => {
      const stat = onlyDirectories ? fs.stat(path) : null
      return stat === null || (!isErrno(stat) && stat.kind === 'dir')
    })
}

function firstFields(shell: ShellState, path: string): readonly string[] {
  const text = shell.p.fs.readText(path)
  if (isErrno(text)) return []
  return text.split('\n').flatMap((line) => /^[^\s:#]+/.exec(line)?.[0] ?? [])
}
