// dig's command line: what is given before the first name holds for all, later only for the name before it.
// Ref: BIND bin/dig/dig.c:parse_args(), plus_option(), dash_option()
import { DNS_CLASS_IN, DNS_TYPES, reverseName } from '../../wire/dns.ts'
import { parseInet } from '../../wire/inet.ts'
import { parseInet6 } from '../../wire/inet6.ts'
import { classNumber, typeNumber } from '../lib/dighost/types.ts'

/** Switches, `+name` and `+noname`. */
export const SWITCHES = {
  additional: 'the additional section',
  adflag: 'AD in the query',
  all: 'all of what is shown',
  answer: 'the answer section',
  authority: 'the authority section',
  cdflag: 'CD in the query',
  class: 'classes of records',
  cmd: 'the line about the command',
  comments: 'headers of sections',
  cookie: 'a cookie in the query',
  edns: 'EDNS in the query',
  identify: 'which server answered, in short answers',
  qr: 'the query',
  question: 'the question section',
  recurse: 'recursion desired',
  search: 'the search list',
  short: 'nothing but the answers',
  stats: 'the statistics',
  tcp: 'TCP',
  ttlid: 'times to live of records',
} as const

export type Switch = keyof typeof SWITCHES

const SYNONYMS: Readonly<Record<string, Switch>> = { rdflag: 'recurse', vc: 'tcp', defname: 'search' }

const REFUSED: ReadonlySet<string> = new Set(
  (
    'aaflag aaonly badcookie besteffort coflag crypto dns64prefix dnssec do ednsflags ednsnegotiation ednsopt expandaaaa ' +
    'expire fail header-only https https-get http-plain http-plain-get idnin idnout ignore keepalive keepopen multiline ' +
    'nsid nssearch onesoa opcode padding qid raflag rrcomments showbadcookie showsearch split subnet tcflag tls tls-ca ' +
    'trace ttlunits unknownformat yaml zflag domain bufsize ndots'
  ).split(' '),
)
const SHOWN = ['question', 'authority', 'answer', 'additional', 'comments', 'stats', 'cmd'] as const

export interface Lookup {
  name: string
  type: number
  class: number
  typeSet: boolean
  servers: string[]
  readonly on: Set<Switch>
  timeout: number
  tries: number
  /** The lines about the command that go before the first answer. */
  greeting: boolean
}

export interface Arguments {
  readonly lookups: readonly Lookup[]
  /** +short, which is for all of them. */
  readonly short: boolean
  /** +cmd in the end. */
  readonly printCommand: boolean
  readonly port: number
  readonly family: 'inet' | 'inet6' | 'any'
  readonly microseconds: boolean
  readonly warnings: readonly string[]
}

/** `show`: help or version; otherwise it goes to standard error. */
export type Stop =
  | { readonly show: 'help' | 'version' }
  | { readonly message: string; readonly status: number; readonly usage: boolean }
  | { readonly unsupported: string }

const MOST_TRIES = 255
const MOST_SECONDS = 65535

class Reader {
  readonly lookups: Lookup[] = []
  readonly warnings: string[] = []
  readonly defaults: Lookup = {
    name: '',
    type: DNS_TYPES.A,
    class: DNS_CLASS_IN,
    typeSet: false,
    servers: [],
    on: new Set([...SHOWN, 'adflag', 'class', 'cookie', 'edns', 'recurse', 'ttlid']),
    timeout: 5,
    tries: 3,
    greeting: false,
  }
  short = false
  printCommand = true
  port = 53
  family: Arguments['family'] = 'any'
  microseconds = false
  /** Servers named since the last name hold for the next too. */
  get current(): Lookup {
    return this.lookups.at(-1) ?? this.defaults
  }

  name(name: string, type?: number): void {
    const first = this.lookups.length === 0
    const base = this.defaults
    const lookup = { ...base, name, on: new Set(base.on), servers: [...base.servers] }
    lookup.greeting = first && this.printCommand
    if (type !== undefined) Object.assign(lookup, { type, typeSet: true })
    this.lookups.push(lookup)
  }

  plus(word: string): Stop | null {
    const [typed = '', value] = word.slice(1).split(/=(.*)/s)
    const off = typed.startsWith('no')
    const named = find(typed)
    const id = named ?? (off ? find(typed.slice(2)) : null)
    const state = named !== null
    if (id === 'time' || id === 'tries' || id === 'retry') return this.#number(id, value ?? '')
    if (id === null) {
      const real = [...REFUSED].find((name) => name === typed || `no${name}` === typed)
      if (real !== undefined) return { unsupported: word }
      return { message: `Invalid option: ${word}\n`, status: 1, usage: true }
    }
    if (id === 'edns' && value !== undefined && value !== '0') return { unsupported: word }
    this.#switch(id, state)
    return null
  }

  #switch(id: Switch, state: boolean): void {
    const { on } = this.current
    const set = (one: Switch, to: boolean): void => void (to ? on.add(one) : on.delete(one))
    if (id === 'all') for (const one of SHOWN) set(one, state)
    else set(id, state)
    if (id === 'all' || id === 'cmd') this.printCommand = state
    if (id !== 'short') return
    this.short = state
    if (!state) return
    this.printCommand = false
    for (const one of ['question', 'authority', 'additional', 'comments', 'stats'] as const) set(one, false)
    set('answer', true)
  }

  #number(id: 'time' | 'tries' | 'retry', text: string): Stop | null {
    const what = { time: 'timeout', tries: 'tries', retry: 'retries' }[id]
    if (!/^\d+$/.test(text))
      return {
        message: `invalid ${what} '${text}': not a valid number\ndig: Couldn't parse ${what}\n`,
        status: 10,
        usage: false,
      }
    const value = Math.min(Number(text), id === 'time' ? MOST_SECONDS : MOST_TRIES)
    if (id === 'time') this.current.timeout = Math.max(value, 1)
    else this.current.tries = id === 'retry' ? value + 1 : Math.max(value, 1)
    return null
  }

  type(word: string): void {
    const number = typeNumber(word)
    if (number === null) this.warnings.push(`;; Warning, ignoring invalid type ${word}\n`)
    else this.#setType(number)
  }

  #setType(number: number): void {
    const { current } = this
    if (current.typeSet) this.warnings.push(';; Warning, extra type option\n')
    Object.assign(current, { type: number, typeSet: true })
  }

  plain(word: string): void {
    const type = typeNumber(word)
    if (type !== null) return this.#setType(type)
    const number = classNumber(word)
    if (number !== null) this.current.class = number
    else this.name(word)
  }
}

/** A switch by as many of its letters as tell it from the others. */
function find(typed: string): Switch | 'time' | 'tries' | 'retry' | null {
  const synonym = SYNONYMS[typed]
  if (synonym !== undefined) return synonym
  if (/^(time|timeout)$/.test(typed)) return 'time'
  if (typed === 'tries' || typed === 'retry') return typed
  const names = Object.keys(SWITCHES) as Switch[]
  const exact = names.find((name) => name === typed)
  if (exact) return exact
  const matching = typed.length < 2 || typed === 'no' ? [] : names.filter((name) => name.startsWith(typed))
  const [only] = matching
  return matching.length === 1 && only !== undefined ? only : null
}

export function readArguments(words: readonly string[]): Arguments | Stop {
  const reader = new Reader()
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const stop = readWord(reader, word, rest)
    if (stop) return stop
  }
  if (reader.lookups.length === 0) {
    reader.name('.')
    const [root] = reader.lookups
    if (root && !root.typeSet) root.type = DNS_TYPES.NS
  }
  return reader
}

function readWord(reader: Reader, word: string, rest: string[]): Stop | null {
  if (word.startsWith('@')) {
    reader.current.servers = [word.slice(1)]
    return null
  }
  if (word.startsWith('+')) return reader.plus(word)
  if (word.startsWith('-') && word.length > 1) return readDash(reader, word, rest)
  reader.plain(word)
  return null
}

function readDash(reader: Reader, word: string, rest: string[]): Stop | null {
  const letter = word.charAt(1)
  if (letter === 'h') return { show: 'help' }
  if (letter === 'v') return { show: 'version' }
  if (letter === '4') reader.family = 'inet'
  else if (letter === '6') reader.family = 'inet6'
  else if (letter === 'u') reader.microseconds = true
  if ('46ur'.includes(letter)) return null
  if ('bfkmy'.includes(letter)) return { unsupported: `-${letter}` }
  const value = word.length > 2 ? word.slice(2) : rest.shift()
  if (!'cpqtx'.includes(letter) || value === undefined)
    return { message: `Invalid option: ${word}\n`, status: 1, usage: true }
  if (letter === 'q') reader.name(value)
  else if (letter === 't') reader.type(value)
  else if (letter === 'c') {
    const number = classNumber(value)
    if (number === null) reader.warnings.push(`;; Warning, ignoring invalid class ${value}\n`)
    else reader.current.class = number
  } else if (letter === 'x') reader.name(backwards(value), DNS_TYPES.PTR)
  else return readPort(reader, value)
  return null
}

function readPort(reader: Reader, value: string): Stop | null {
  const wrong = /^\d+$/.test(value) ? (Number(value) > 65535 ? 'out of range' : null) : 'not a valid number'
  if (wrong !== null)
    return {
      message: `invalid port number '${value}': ${wrong}\ndig: Couldn't parse port number\n`,
      status: 1,
      usage: false,
    }
  reader.port = Number(value)
  return null
}

/** What is no whole address is turned round all the same: `10.1` is asked for as 1.10.in-addr.arpa. */
function backwards(text: string): string {
  const address = parseInet(text) ?? parseInet6(text)
  if (address !== null) return reverseName(address)
  return `${text.split('.').reverse().join('.')}.in-addr.arpa`
}
