// What ps is asked: options with a dash (UNIX) and without (BSD) mean different things.

export interface PsRequest {
  /** Which processes: all, those of this terminal, or those that are named. */
  everything: boolean
  /** BSD `a` and `x`: those of other terminals, those of none. */
  bsdAll: boolean
  bsdNoTty: boolean
  bsd: boolean
  pids: number[] | null
  names: string[] | null
  parents: number[] | null
  users: string[] | null
  negated: boolean
  format: 'default' | 'full' | 'extra' | 'user' | 'bsd' | 'jobs' | 'bsdJobs' | 'long' | 'bsdLong'
  /** -y: no flags, the resident size in place of the address. */
  shortLong: boolean
  /** -L, -T: columns of threads, of which every process has one. */
  threads: 'L' | 'T' | null
  /** -H: children are indented. */
  indented: boolean
  groups: number[] | null
  sessions: number[] | null
  ttys: string[] | null
  running: boolean
  columns: string[]
  noHeaders: boolean
  forest: boolean
  sort: string | null
}

/** `unsupported` names a real option that is not here; `error` is what procps says. */
export type PsArguments = PsRequest | NonNullable<Wrong>

export function parsePs(words: readonly string[]): PsArguments {
  const request: PsRequest = {
    everything: false,
    bsdAll: false,
    bsdNoTty: false,
    bsd: false,
    pids: null,
    names: null,
    parents: null,
    users: null,
    negated: false,
    format: 'default',
    shortLong: false,
    threads: null,
    indented: false,
    groups: null,
    sessions: null,
    ttys: null,
    running: false,
    columns: [],
    noHeaders: false,
    forest: false,
    sort: null,
  }
  const queue = [...words]
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const wrong = word.startsWith('--')
      ? readLong(request, word.slice(2), queue)
      : word.startsWith('-')
        ? readUnix(request, word.slice(1), queue)
        : /^[0-9]/.test(word)
          ? readPids(request, word, true)
          : readBsd(request, word, queue)
    if (wrong !== null) return wrong
  }
  return request
}

type Wrong =
  | { readonly help: true }
  | { readonly version: true }
  | { readonly error: string }
  | { readonly unsupported: string }
  | null

const VERSION = { version: true } as const

function readPids(request: PsRequest, list: string, bsd: boolean): Wrong {
  const pids = list.split(/[ ,]+/).map(Number)
  if (pids.some((pid) => !Number.isInteger(pid) || pid < 0)) return { error: 'process ID list syntax error' }
  request.pids = [...(request.pids ?? []), ...pids]
  if (bsd) {
    request.bsd = true
    if (request.format === 'default') request.format = 'bsd'
  }
  return null
}

function needsArgument(list: string | undefined, what: string): Wrong {
  return list === undefined || list === '' ? { error: `${what} must follow -p` } : null
}

function readUnix(request: PsRequest, letters: string, queue: string[]): Wrong {
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i] ?? ''
    const argument = (): string => letters.slice(i + 1) || (queue.shift() ?? '')
    switch (letter) {
      case 'A':
      case 'e':
        request.everything = true
        continue
      case 'a':
      case 'd':
        request.everything = true
        continue
      case 'f':
        request.format = 'full'
        continue
      case 'F':
        request.format = 'extra'
        continue
      case 'H':
        request.indented = true
        continue
      case 'j':
        request.format = 'jobs'
        continue
      case 'l':
        request.format = 'long'
        continue
      case 'L':
      case 'T':
        request.threads = letter
        continue
      case 'y':
        request.shortLong = true
        continue
      case 'g':
      case 's':
        request.sessions = [...(request.sessions ?? []), ...argument().split(/[ ,]+/).map(Number)]
        return null
      case 't':
        request.ttys = [...(request.ttys ?? []), ...argument().split(/[ ,]+/)]
        return null
      case 'V':
        return VERSION
      case 'N':
        request.negated = true
        continue
      case 'w':
      case 'c':
        continue
      case 'p': {
        const list = argument()
        return needsArgument(list, 'list of process IDs') ?? readPids(request, list, false)
      }
      case 'q':
        return readPids(request, argument(), false)
      case 'C':
        request.names = [...(request.names ?? []), ...argument().split(',')]
        return null
      case 'u':
      case 'U':
        request.users = [...(request.users ?? []), ...argument().split(',')]
        return null
      case 'o':
        return readColumns(request, argument())
      case 'm':
      case 'M':
      case 'Z':
      case 'O':
      case 'G':
      case 'P':
      case 'n':
        return { unsupported: `-${letter}` }
      default:
        return { error: 'unsupported SysV option' }
    }
  }
  return null
}

function readBsd(request: PsRequest, letters: string, queue: string[]): Wrong {
  request.bsd = true
  if (request.format === 'default') request.format = 'bsd'
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i] ?? ''
    switch (letter) {
      case 'a':
        request.bsdAll = true
        continue
      case 'x':
        request.bsdNoTty = true
        continue
      case 'u':
        request.format = 'user'
        continue
      case 'f':
        request.forest = true
        continue
      case 'w':
      case 'c':
        continue
      case 'h':
        request.noHeaders = true
        continue
      case 'j':
        request.format = 'bsdJobs'
        continue
      case 'l':
        request.format = 'bsdLong'
        continue
      case 'r':
        request.running = true
        continue
      case 'k':
        request.sort = letters.slice(i + 1) || (queue.shift() ?? '')
        return null
      case 'V':
        return VERSION
      case 'p':
        return readPids(request, letters.slice(i + 1) || (queue.shift() ?? ''), true)
      case 'o':
        return readColumns(request, letters.slice(i + 1) || (queue.shift() ?? ''))
      case 'e':
      case 'L':
      case 's':
      case 'v':
      case 'X':
      case 'm':
      case 'n':
      case 'N':
      case 'O':
      case 'S':
      case 't':
      case 'T':
      case 'U':
      case 'Z':
        return { unsupported: letter }
      default:
        return { error: 'unsupported option (BSD syntax)' }
    }
  }
  return null
}

function readColumns(request: PsRequest, list: string): Wrong {
  if (list === '') return { error: 'format specification must follow -o' }
  // A header may hold blanks: then the list ends with it.
  for (const item of list.split(',')) {
    if (item.includes('=')) request.columns.push(item)
    else request.columns.push(...item.split(' ').filter((name) => name !== ''))
  }
  return null
}

function readLong(request: PsRequest, word: string, queue: string[]): Wrong {
  const equals = word.indexOf('=')
  const name = equals < 0 ? word : word.slice(0, equals)
  const value = (): string => (equals < 0 ? (queue.shift() ?? '') : word.slice(equals + 1))
  switch (name) {
    case 'pid':
      return readPids(request, value(), false)
    case 'ppid':
      request.parents = value().split(',').map(Number)
      return null
    case 'user':
      request.users = value().split(',')
      return null
    case 'help':
      if (equals < 0) queue.shift()
      return { help: true }
    case 'version':
      return VERSION
    case 'tty':
      request.ttys = value().split(',')
      return null
    case 'sid':
      request.sessions = value().split(',').map(Number)
      return null
    case 'format':
      return readColumns(request, value())
    case 'no-headers':
    case 'no-heading':
      request.noHeaders = true
      return null
    case 'forest':
      request.forest = true
      return null
    case 'sort':
      request.sort = value()
      return null
    case 'deselect':
      request.negated = true
      return null
    case 'cols':
    case 'columns':
    case 'width':
      value()
      return null
    case 'headers':
    case 'cumulative':
    case 'lines':
    case 'rows':
    case 'group':
    case 'context':
    case 'info':
      return { unsupported: `--${name}` }
    default:
      return { error: 'unknown gnu long option' }
  }
}
