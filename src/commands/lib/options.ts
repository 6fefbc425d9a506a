// Options as getopt_long(3) reads them, from one table a program: the table also makes --help, completion and the
// list of what is supported.

/** How an option is written, `-n, --lines=NUM`, and what it does. `[=X]` or `[X]`: its argument may be left out. */
export type OptionSpec = readonly [spelling: string, help: string]
export type OptionTable<Id extends string> = Readonly<Record<Id, OptionSpec>>

type Argument = 'none' | 'required' | 'optional'

interface Spelling<Id> {
  /** null: real, but not here. */
  readonly id: Id | null
  readonly argument: Argument
}

export interface GrammarHabits<Id extends string> {
  /** What `-12` means, where it is an option. */
  readonly digits: Id | null
  /** The first operand ends the options (POSIXLY_CORRECT, `+`). */
  readonly stopAtOperand: boolean
  /** Words that begin with `-` and are no options. */
  readonly isOperand: (word: string) => boolean
}

export interface Grammar<Id extends string> extends GrammarHabits<Id> {
  readonly shorts: ReadonlyMap<string, Spelling<Id>>
  readonly longs: ReadonlyMap<string, Spelling<Id>>
}

export interface Given<Id extends string> {
  readonly id: Id
  readonly value: string | null
}

/** What was given on the command line. */
export class Args<Id extends string> {
  constructor(
    readonly options: readonly Given<Id>[],
    readonly operands: readonly string[],
  ) {}

  has(id: Id): boolean {
    return this.options.some((o) => o.id === id)
  }

  count(id: Id): number {
    return this.options.filter((o) => o.id === id).length
  }

  /** Argument of the last one; null when there is none. */
  last(id: Id): string | null {
    return this.options.findLast((o) => o.id === id)?.value ?? null
  }

  all(id: Id): readonly string[] {
    return this.options.filter((o) => o.id === id).map((o) => o.value ?? '')
  }

  /** Which of several that override one another came last. */
  lastOf<Some extends Id>(...ids: readonly Some[]): Some | null {
    const given = this.options.findLast((o) => ids.some((id) => id === o.id))
    return ids.find((id) => id === given?.id) ?? null
  }
}

/** `complaint` is what getopt says after `NAME: `; `unsupported` names an option that real Linux has. */
export type BadOption = { readonly complaint: string } | { readonly unsupported: string }

interface Read {
  readonly shorts: readonly string[]
  readonly longs: readonly string[]
  readonly argument: Argument
}

/** Takes `-n, --lines=NUM` apart. */
export function readSpelling(text: string): Read {
  const shorts: string[] = []
  const longs: string[] = []
  let argument: Argument = 'none'
  for (const part of text.split(', ')) {
    const long = /^--([^=[ ]+)(.*)$/.exec(part)
    const short = /^-(.)(.*)$/.exec(part)
    const [, name = '', tail = ''] = long ?? short ?? []
    if (long) longs.push(name)
    else if (short) shorts.push(name)
    if (tail.startsWith('[')) argument = 'optional'
    else if (tail !== '') argument = 'required'
  }
  return { shorts, longs, argument }
}

export function grammarOf<Id extends string>(
  table: OptionTable<Id>,
  refused: readonly string[],
  habits: GrammarHabits<Id>,
): Grammar<Id> {
  const shorts = new Map<string, Spelling<Id>>()
  const longs = new Map<string, Spelling<Id>>()
  const add = (id: Id | null, text: string): void => {
    const read = readSpelling(text)
    for (const name of read.shorts) shorts.set(name, { id, argument: read.argument })
    for (const name of read.longs) longs.set(name, { id, argument: read.argument })
  }
  for (const id of Object.keys(table) as Id[]) add(id, table[id][0])
  for (const text of refused) add(null, text)
  return { ...habits, shorts, longs }
}

/** `words` without the program's name. */
export function parseOptions<Id extends string>(
  grammar: Grammar<Id>,
  words: readonly string[],
): Args<Id> | BadOption {
  const options: Given<Id>[] = []
  const operands: string[] = []
  let i = 0
  while (i < words.length) {
    const word = words[i++] ?? ''
    if (word === '--') {
      operands.push(...words.slice(i))
      break
    }
    if (!word.startsWith('-') || word === '-' || grammar.isOperand(word)) {
      operands.push(word)
      if (!grammar.stopAtOperand) continue
      operands.push(...words.slice(i))
      break
    }
    const cluster = word.startsWith('--')
      ? readLong(grammar, word, words[i])
      : readShort(grammar, word, words[i])
    if (!('length' in cluster.given)) return cluster.given
    options.push(...cluster.given)
    if (cluster.tookNext) i++
  }
  return new Args(options, operands)
}

interface Cluster<Id extends string> {
  readonly given: readonly Given<Id>[] | BadOption
  readonly tookNext: boolean
}

function bad<Id extends string>(complaint: string): Cluster<Id> {
  return { given: { complaint }, tookNext: false }
}

function readLong<Id extends string>(
  grammar: Grammar<Id>,
  word: string,
  next: string | undefined,
): Cluster<Id> {
  const equals = word.indexOf('=')
  const typed = equals < 0 ? word.slice(2) : word.slice(2, equals)
  const value = equals < 0 ? null : word.slice(equals + 1)
  const exact = grammar.longs.has(typed) ? [typed] : []
  const matches =
    exact.length > 0 ? exact : [...grammar.longs.keys()].filter((name) => name.startsWith(typed))
  const [name] = matches
  const option = name === undefined ? undefined : grammar.longs.get(name)
  if (name === undefined || !option) return bad(`unrecognized option '${word}'`)
  const ids = new Set(matches.map((m) => grammar.longs.get(m)?.id))
  if (matches.length > 1 && ids.size > 1) {
    const list = matches.map((m) => `'--${m}'`).join(' ')
    return bad(`option '${word}' is ambiguous; possibilities: ${list}`)
  }
  if (option.id === null) return { given: { unsupported: `--${name}` }, tookNext: false }
  if (option.argument === 'none' && value !== null) return bad(`option '--${name}' doesn't allow an argument`)
  if (option.argument !== 'required' || value !== null) {
    return { given: [{ id: option.id, value }], tookNext: false }
  }
  if (next === undefined) return bad(`option '--${name}' requires an argument`)
  return { given: [{ id: option.id, value: next }], tookNext: true }
}

function readShort<Id extends string>(
  grammar: Grammar<Id>,
  word: string,
  next: string | undefined,
): Cluster<Id> {
  const given: Given<Id>[] = []
  let at = 1
  while (at < word.length) {
    const digits = grammar.digits === null ? null : /^[0-9]+/.exec(word.slice(at))
    if (digits && grammar.digits !== null) {
      given.push({ id: grammar.digits, value: digits[0] })
      at += digits[0].length
      continue
    }
    const letter = String.fromCodePoint(word.codePointAt(at) ?? 0)
    at += letter.length
    const option = grammar.shorts.get(letter)
    if (!option) return bad(`invalid option -- '${letter}'`)
    if (option.id === null) return { given: { unsupported: `-${letter}` }, tookNext: false }
    if (option.argument === 'none') {
      given.push({ id: option.id, value: null })
      continue
    }
    const rest = word.slice(at)
    if (rest !== '' || option.argument === 'optional') {
      given.push({ id: option.id, value: rest === '' ? null : rest })
      return { given, tookNext: false }
    }
    if (next === undefined) return bad(`option requires an argument -- '${letter}'`)
    given.push({ id: option.id, value: next })
    return { given, tookNext: true }
  }
  return { given, tookNext: false }
}
