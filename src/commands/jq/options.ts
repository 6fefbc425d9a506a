// jq's command line, which it reads word by word. Ref: jq src/main.c:main()

/** Files whose content a variable is to have. */
interface FileVariable {
  readonly name: string
  readonly file: string
  readonly raw: boolean
}

export interface JqOptions {
  program: string | null
  fromFile: boolean
  files: string[]
  positional: { text: string; json: boolean }[]
  args: [string, { text: string; json: boolean }][]
  fileVariables: FileVariable[]
  compact: boolean
  nullInput: boolean
  exitStatus: boolean
  slurp: boolean
  raw: boolean
  join: boolean
  rawInput: boolean
  color: boolean
  ascii: boolean
  sort: boolean
  indent: string
  help: boolean
  version: boolean
}

/** What is wrong, in jq's words; `hint` when the usage follows. */
export interface WrongOption {
  readonly complaint: string
  readonly unsupported: boolean
}

const SHORT: Readonly<Record<string, keyof typeof LONG>> = {
  c: 'compact-output',
  n: 'null-input',
  e: 'exit-status',
  s: 'slurp',
  r: 'raw-output',
  j: 'join-output',
  R: 'raw-input',
  C: 'color-output',
  M: 'monochrome-output',
  a: 'ascii-output',
  S: 'sort-keys',
  h: 'help',
  V: 'version',
  f: 'from-file',
}

const LONG = {
  'compact-output': (o: JqOptions) => (o.compact = true),
  'null-input': (o: JqOptions) => (o.nullInput = true),
  'exit-status': (o: JqOptions) => (o.exitStatus = true),
  slurp: (o: JqOptions) => (o.slurp = true),
  'raw-output': (o: JqOptions) => (o.raw = true),
  'join-output': (o: JqOptions) => (o.raw = o.join = true),
  'raw-input': (o: JqOptions) => (o.rawInput = true),
  'color-output': (o: JqOptions) => (o.color = true),
  'monochrome-output': (o: JqOptions) => (o.color = false),
  'ascii-output': (o: JqOptions) => (o.ascii = true),
  'sort-keys': (o: JqOptions) => (o.sort = true),
  unbuffered: () => true,
  tab: (o: JqOptions) => (o.indent = '\t'),
  help: (o: JqOptions) => (o.help = true),
  version: (o: JqOptions) => (o.version = true),
  'from-file': (o: JqOptions) => (o.fromFile = true),
} as const

const REFUSED: ReadonlySet<string> = new Set([
  'seq',
  'stream',
  'debug-dump-disasm',
  'debug-trace',
  'run-tests',
])
/** Longest indentation. */
const MOST_SPACES = 7

export function readOptions(words: readonly string[]): JqOptions | WrongOption {
  const o: JqOptions = {
    program: null,
    fromFile: false,
    files: [],
    positional: [],
    args: [],
    fileVariables: [],
    compact: false,
    nullInput: false,
    exitStatus: false,
    slurp: false,
    raw: false,
    join: false,
    rawInput: false,
    color: false,
    ascii: false,
    sort: false,
    indent: '  ',
    help: false,
    version: false,
  }
  let rest: 'files' | 'args' | 'json' = 'files'
  let over = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (over || !word.startsWith('-') || word === '-') {
      if (o.program === null) o.program = word
      else if (rest === 'files') o.files.push(word)
      else o.positional.push({ text: word, json: rest === 'json' })
      continue
    }
    if (word === '--') over = o.program !== null || over || true
    else if (word === '--args') rest = 'args'
    else if (word === '--jsonargs') rest = 'json'
    else if (word.startsWith('--')) {
      const used = longOption(o, word.slice(2), words.slice(i + 1))
      if (typeof used !== 'number') return used
      i += used
    } else {
      const wrong = shortOptions(o, word.slice(1))
      if (wrong) return wrong
    }
  }
  return o
}

function unknown(word: string): WrongOption {
  return { complaint: `Unknown option ${word}`, unsupported: false }
}

function shortOptions(o: JqOptions, letters: string): WrongOption | null {
  for (const letter of letters) {
    const name = SHORT[letter]
    if (letter === 'L') return { complaint: '-L', unsupported: true }
    if (name === undefined) return unknown(`-${letters}`)
    LONG[name](o)
  }
  return null
}

/** How many of the words after it belong to it. */
function longOption(o: JqOptions, name: string, after: readonly string[]): number | WrongOption {
  if (Object.hasOwn(LONG, name)) {
    LONG[name as keyof typeof LONG](o)
    return 0
  }
  if (REFUSED.has(name)) return { complaint: `--${name}`, unsupported: true }
  const [first, second] = after
  if (name === 'indent') {
    const width = Number(first)
    if (first === undefined) return { complaint: '--indent takes one parameter', unsupported: false }
    if (width < -1 || width > MOST_SPACES)
      return { complaint: 'Cannot indent more than 7 characters', unsupported: false }
    if (width === 0) o.compact = true
    o.indent = ' '.repeat(Math.max(width, 0))
    return 1
  }
  if (name !== 'arg' && name !== 'argjson' && name !== 'slurpfile' && name !== 'rawfile')
    return unknown(`--${name}`)
  if (first === undefined || second === undefined) {
    const what = name === 'arg' ? 'value' : name === 'argjson' ? 'text' : 'filename'
    return {
      complaint: `--${name} takes two parameters (e.g. --${name} varname ${what})`,
      unsupported: false,
    }
  }
  if (name === 'arg' || name === 'argjson') o.args.push([first, { text: second, json: name === 'argjson' }])
  else o.fileVariables.push({ name: first, file: second, raw: name === 'rawfile' })
  return 2
}
