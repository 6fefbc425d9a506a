// How traceroute reads its command line: not as getopt does. Ref: traceroute libsupp/clif.c:CLIF_parse()

/** An option: its letter, its long name, and what its argument is called (null: it has none). */
export interface ClifOption<Id extends string> {
  readonly id: Id
  readonly short: string | null
  readonly long: string | null
  readonly argument: string | null
  /** The long name may be cut short. */
  readonly abbrev: boolean
}

export interface ClifGiven<Id extends string> {
  readonly id: Id
  readonly value: string
  /** As it was written, `-q` or `--queries`, and where its argument stands: for complaints. */
  readonly written: string
  readonly at: number
}

export interface ClifOperand {
  readonly value: string
  readonly at: number
}

export interface ClifLine<Id extends string> {
  readonly options: readonly ClifGiven<Id>[]
  readonly operands: readonly ClifOperand[]
}

/** What was given, or a complaint. `words` is without the program's name: the first is number 1. */
export function parseClif<Id extends string>(
  table: readonly ClifOption<Id>[],
  words: readonly string[],
): ClifLine<Id> | string {
  const options: ClifGiven<Id>[] = []
  const operands: ClifOperand[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '--') {
      for (let rest = i + 1; rest < words.length; rest++)
        operands.push({ value: words[rest] ?? '', at: rest + 1 })
      break
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push({ value: word, at: i + 1 })
      continue
    }
    const read = word.startsWith('--')
      ? readLong(table, word, i + 1)
      : readShort(table, word, i + 1, words[i + 1])
    if (typeof read === 'string') return read
    options.push(...read.given)
    if (read.tookNext) i++
  }
  return { options, operands }
}

interface Read<Id extends string> {
  readonly given: readonly ClifGiven<Id>[]
  readonly tookNext: boolean
}

function readLong<Id extends string>(
  table: readonly ClifOption<Id>[],
  word: string,
  at: number,
): Read<Id> | string {
  const equals = word.indexOf('=')
  const name = equals < 0 ? word.slice(2) : word.slice(2, equals)
  const value = equals < 0 ? null : word.slice(equals + 1)
  const option = table.find(
    ({ long, abbrev }) => long === name || (abbrev && name !== '' && long?.startsWith(name)),
  )
  if (!option || (option.argument === null && value !== null)) {
    return `Bad option \`${word}'${value === null ? '' : ` (with arg \`${value}')`} (argc ${at})`
  }
  const written = `--${name}`
  if (option.argument !== null && value === null)
    return needsArgument(written, at, `${written}=${option.argument}`)
  return { given: [{ id: option.id, value: value ?? '', written, at }], tookNext: false }
}

function needsArgument(written: string, at: number, form: string): string {
  return `Option \`${written}' (argc ${at}) requires an argument: \`${form}'`
}

/** An argument may follow an option of its own at once; one in a cluster takes the next word, and must come last. */
function readShort<Id extends string>(
  table: readonly ClifOption<Id>[],
  word: string,
  at: number,
  next: string | undefined,
): Read<Id> | string {
  const given: ClifGiven<Id>[] = []
  for (let i = 1; i < word.length; i++) {
    const written = `-${word[i]}`
    const option = table.find(({ short }) => short === word[i])
    if (!option) return `Bad option \`${written}' (argc ${at})`
    if (option.argument === null) {
      given.push({ id: option.id, value: '', written, at })
      continue
    }
    const last = i === word.length - 1
    if (i === 1 && !last)
      return { given: [{ id: option.id, value: word.slice(2), written, at }], tookNext: false }
    if (!last || next === undefined) return needsArgument(written, at, `${written} ${option.argument}`)
    given.push({ id: option.id, value: next, written, at: at + 1 })
    return { given, tookNext: true }
  }
  return { given, tookNext: false }
}
