// The command line of http.server, as Python's argparse reads it.

export interface ServerArguments {
  readonly port: number | bigint
  readonly bind: string | null
  readonly directory: string | null
  readonly protocol: string
  readonly cgi: boolean
}

export const USAGE = 'usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]\n'

export const HELP = `${USAGE}
positional arguments:
  port                  bind to this port (default: 8000)

options:
  -h, --help            show this help message and exit
  --cgi                 run as CGI server
  -b ADDRESS, --bind ADDRESS
                        bind to this address (default: all interfaces)
  -d DIRECTORY, --directory DIRECTORY
                        serve this directory (default: current directory)
  -p VERSION, --protocol VERSION
                        conform to this HTTP version (default: HTTP/1.0)
`

type Key = 'help' | 'cgi' | 'bind' | 'directory' | 'protocol'

interface Option {
  readonly key: Key
  readonly short: string | null
  readonly takes: boolean
  readonly shown: string
}

const OPTIONS: readonly Option[] = [
  { key: 'help', short: 'h', takes: false, shown: '-h/--help' },
  { key: 'cgi', short: null, takes: false, shown: '--cgi' },
  { key: 'bind', short: 'b', takes: true, shown: '-b/--bind' },
  { key: 'directory', short: 'd', takes: true, shown: '-d/--directory' },
  { key: 'protocol', short: 'p', takes: true, shown: '-p/--protocol' },
]

type Found = { readonly option: Option; readonly value: string | null } | { readonly error: string } | null

/** `help`, or what argparse complains of. */
export function parseArguments(
  words: readonly string[],
): ServerArguments | 'help' | { readonly error: string } {
  const values = new Map<Key, string>()
  const positional: string[] = []
  const unknown: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '--') {
      positional.push(...words.slice(i + 1))
      break
    }
    if (!isOption(word)) {
      positional.push(word)
      continue
    }
    const found = findOption(word)
    if (found === null) {
      unknown.push(word)
      continue
    }
    if ('error' in found) return found
    const { option, value } = found
    if (!option.takes) {
      if (value !== null) return { error: `argument ${option.shown}: ignored explicit argument '${value}'` }
      if (option.key === 'help') return 'help'
      values.set(option.key, '')
      continue
    }
    const next = words[i + 1]
    if (value === null && (next === undefined || isOption(next)))
      return { error: `argument ${option.shown}: expected one argument` }
    if (value === null) i++
    values.set(option.key, value ?? next ?? '')
  }
  const [port = '8000', ...rest] = positional
  const number = pythonInt(port)
  if (number === null) return { error: `argument port: invalid int value: '${port}'` }
  if (unknown.length + rest.length > 0) {
    const extra = words.filter((word) => unknown.includes(word) || rest.includes(word))
    return { error: `unrecognized arguments: ${extra.join(' ')}` }
  }
  return {
    port: number,
    bind: values.get('bind') ?? null,
    directory: values.get('directory') ?? null,
    protocol: values.get('protocol') ?? 'HTTP/1.0',
    cgi: values.has('cgi'),
  }
}

/** A negative number is none, for no option looks like one. */
function isOption(word: string): boolean {
  return /^-./.test(word) && !/^-\d+$|^-\d*\.\d+$/.test(word) && !(word.includes(' ') && !word.includes('='))
}

function findOption(word: string): Found {
  if (!word.startsWith('--')) {
    const option = OPTIONS.find(({ short }) => short === word.charAt(1))
    if (!option) return null
    return { option, value: word.length > 2 ? word.slice(2).replace(/^=/, '') : null }
  }
  const equals = word.indexOf('=')
  const name = equals < 0 ? word.slice(2) : word.slice(2, equals)
  const value = equals < 0 ? null : word.slice(equals + 1)
  const matches = OPTIONS.filter(({ key }) => key.startsWith(name))
  const exact = matches.find(({ key }) => key === name)
  const [only] = exact ? [exact] : matches
  if (!only) return null
  if (!exact && matches.length > 1) {
    const could = matches.map(({ key }) => `--${key}`).join(', ')
    return { error: `ambiguous option: ${word} could match ${could}` }
  }
  return { option: only, value }
}

/** int(): blanks around and underscores between digits are allowed. */
function pythonInt(text: string): number | bigint | null {
  const word = text.trim()
  if (!/^[+-]?\d+(_\d+)*$/.test(word)) return null
  const value = Number(word.replaceAll('_', ''))
  return Number.isSafeInteger(value) ? value : BigInt(word.replaceAll('_', '').replace('+', ''))
}
