// The words of a conntrack command line. Options of a protocol are known only behind its `-p`.
// Ref: conntrack-tools src/conntrack.c:do_parse(), generic_opt_check()

export type CtCommand = 'L' | 'I' | 'U' | 'D' | 'G' | 'F' | 'E' | 'C' | 'S' | 'A' | 'V' | 'h'

export type CtTable = 'conntrack' | 'expect' | 'dying' | 'unconfirmed'

export interface Parsed {
  readonly command: CtCommand | null
  readonly table: CtTable
  /** Arguments of options, by their letter: null where none was given. */
  readonly options: ReadonlyMap<string, string | null>
  readonly protocol: Protocol | null
  /** Arguments of the protocol's options, by their canonical name. */
  readonly protoOptions: ReadonlyMap<string, string>
}

/** Wrong usage: the message, after which conntrack points to its help. */
export interface Problem {
  readonly problem: string
}

export interface Protocol {
  readonly name: string
  readonly number: number
}

const NAMED: readonly (readonly [string, number])[] = [
  ['tcp', 6],
  ['udp', 17],
  ['icmp', 1],
  ['icmpv6', 58],
  ['sctp', 132],
  ['dccp', 33],
  ['udplite', 136],
  ['gre', 47],
]

/** Of those that have no options of their own, what /etc/protocols has. */
const OTHERS: readonly (readonly [string, number])[] = [
  ['igmp', 2],
  ['ipip', 94],
  ['ipencap', 4],
  ['ipv6', 41],
  ['esp', 50],
  ['ah', 51],
  ['ipv6-icmp', 58],
  ['ospf', 89],
  ['vrrp', 112],
]

function findProtocol(word: string): Protocol | null {
  const lower = word.toLowerCase()
  if (/^\d+$/.test(word)) {
    const number = Number(word)
    if (number > 255) return null
    return { name: NAMED.find(([, n]) => n === number)?.[0] ?? 'unknown', number }
  }
  const [name, number] = [...NAMED, ...OTHERS].find(([known]) => known === lower) ?? []
  return name === undefined || number === undefined ? null : { name, number }
}

/** Letters with an argument, with one that may be left out, and with none. */
const LONG: Readonly<Record<string, string>> = {
  dump: 'L',
  create: 'I',
  delete: 'D',
  update: 'U',
  get: 'G',
  flush: 'F',
  event: 'E',
  add: 'A',
  counter: 'C',
  stats: 'S',
  version: 'V',
  help: 'h',
  'orig-src': 's',
  src: 's',
  'orig-dst': 'd',
  dst: 'd',
  'reply-src': 'r',
  'reply-dst': 'q',
  protonum: 'p',
  timeout: 't',
  status: 'u',
  zero: 'z',
  'event-mask': 'e',
  'tuple-src': '[',
  'tuple-dst': ']',
  'mask-src': '{',
  'mask-dst': '}',
  'nat-range': 'a',
  mark: 'm',
  secmark: 'c',
  id: 'i',
  family: 'f',
  'src-nat': 'n',
  'dst-nat': 'g',
  output: 'o',
  'buffer-size': 'b',
  'any-nat': 'j',
  zone: 'w',
  label: 'l',
  'label-add': '<',
  'label-del': '>',
  'orig-zone': '(',
  'reply-zone': ')',
}
const WITH_ARGUMENT = 'sdrqptue[]{}amcifobwl<>()'
const MAYBE_ARGUMENT = 'ngj'
const COMMANDS = 'LIUDGFECSAVh'
const WITHOUT_TABLE = 'Vh'

const PORTS: Readonly<Record<string, string>> = {
  'orig-port-src': 'sport',
  sport: 'sport',
  'orig-port-dst': 'dport',
  dport: 'dport',
  'reply-port-src': 'reply-port-src',
  'reply-port-dst': 'reply-port-dst',
}

const PROTOCOL_OPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tcp: { ...PORTS, state: 'state' },
  udp: PORTS,
  udplite: PORTS,
  sctp: { ...PORTS, state: 'state' },
  dccp: { ...PORTS, state: 'state' },
  icmp: { 'icmp-type': 'type', 'icmp-code': 'code', 'icmp-id': 'id' },
  icmpv6: { 'icmpv6-type': 'type', 'icmpv6-code': 'code', 'icmpv6-id': 'id' },
  gre: { srckey: 'sport', dstkey: 'dport' },
}

/** In the order in which they are checked, with the name a complaint calls them by. */
const NAMES: readonly (readonly [letter: string, name: string])[] = [
  ['s', 'src'],
  ['d', 'dst'],
  ['r', 'reply-src'],
  ['q', 'reply-dst'],
  ['p', 'protonum'],
  ['t', 'timeout'],
  ['u', 'status'],
  ['z', 'zero'],
  ['e', 'event-mask'],
  ['[', 'tuple-src'],
  [']', 'tuple-dst'],
  ['{', 'mask-src'],
  ['}', 'mask-dst'],
  ['a', 'nat-range'],
  ['m', 'mark'],
  ['i', 'id'],
  ['f', 'family'],
  ['n', 'src-nat'],
  ['g', 'dst-nat'],
  ['o', 'output'],
  ['c', 'secmark'],
  ['b', 'buffer-size'],
  ['j', 'any-nat'],
  ['w', 'zone'],
  ['l', 'label'],
  ['<', 'label-add'],
  ['>', 'label-del'],
  ['(', 'orig-zone'],
  [')', 'reply-zone'],
]

/** What each command may not be given. */
const ILLEGAL: Readonly<Record<CtCommand, string>> = {
  L: 'te[]ib',
  I: 'ze[]{}iobcj',
  A: 'ze[]{}iobcj',
  U: 'ze[]cbjw()',
  D: 'ze[]cbj',
  G: 'tuze[]{}ainbcj',
  F: 'sdrqptuze[]{}aminogcbjw()',
  E: 'tuz[]i',
  C: 'sdrqptuze[]{}amifnogcbjw()',
  S: 'sdrqptuze[]{}amifnogcbjw()',
  V: '',
  h: '',
}

const NEEDED: Readonly<Partial<Record<CtCommand, string>>> = { I: 'pt', A: 'pt', G: 'p' }

class Reader {
  readonly options = new Map<string, string | null>()
  readonly protoOptions = new Map<string, string>()
  command: CtCommand | null = null
  table: CtTable = 'conntrack'
  protocol: Protocol | null = null
  #at = 0

  constructor(private readonly words: readonly string[]) {}

  read(): Problem | null {
    while (this.#at < this.words.length) {
      const word = this.words[this.#at++] ?? ''
      const problem = word.startsWith('--') ? this.#long(word) : this.#short(word)
      if (problem) return problem
    }
    return null
  }

  #short(word: string): Problem | null {
    if (!word.startsWith('-') || word === '-') return null
    for (let i = 1; i < word.length; i++) {
      const letter = word.charAt(i)
      const rest = word.slice(i + 1)
      const known = COMMANDS + WITH_ARGUMENT.replace(/[^a-z]/g, '') + MAYBE_ARGUMENT + 'z'
      if (!known.includes(letter)) return { problem: `unknown option \`${word}'` }
      if (WITH_ARGUMENT.includes(letter)) return this.#take(letter, rest === '' ? null : rest, word)
      if (!(MAYBE_ARGUMENT + COMMANDS).includes(letter)) {
        this.options.set(letter, null)
        continue
      }
      if (WITHOUT_TABLE.includes(letter) || letter === 'S' || letter === 'C') {
        const problem = this.#take(letter, null, word)
        if (problem) return problem
        continue
      }
      return this.#take(letter, rest === '' ? null : rest, word)
    }
    return null
  }

  #long(word: string): Problem | null {
    const [name = '', ...values] = word.slice(2).split('=')
    const value = values.length > 0 ? values.join('=') : null
    const own = this.protocol ? (PROTOCOL_OPTIONS[this.protocol.name] ?? {}) : {}
    const all = [...Object.keys(LONG), ...Object.keys(own)]
    const exact = all.find((known) => known === name)
    const begun = all.filter((known) => known.startsWith(name))
    const found = exact ?? (begun.length === 1 ? begun[0] : undefined)
    if (found === undefined) return { problem: `unknown option \`${word}'` }
    const canonical = own[found]
    if (canonical !== undefined) {
      const argument = value ?? this.words[this.#at++]
      if (argument === undefined) return { problem: `option \`${word}' requires an argument` }
      this.protoOptions.set(canonical, argument)
      return null
    }
    return this.#take(LONG[found] ?? '', value, word)
  }

  #take(letter: string, attached: string | null, word: string): Problem | null {
    if (COMMANDS.includes(letter)) return this.#setCommand(letter as CtCommand, attached)
    if (MAYBE_ARGUMENT.includes(letter)) {
      this.options.set(letter, attached ?? this.#optional())
      return null
    }
    if (!WITH_ARGUMENT.includes(letter)) {
      this.options.set(letter, null)
      return null
    }
    const argument = attached ?? this.words[this.#at++]
    if (argument === undefined) return { problem: `option \`${word}' requires an argument` }
    this.options.set(letter, argument)
    if (letter !== 'p') return null
    this.protocol = findProtocol(argument)
    return this.protocol ? null : { problem: `\`${argument}' unsupported protocol` }
  }

  #setCommand(letter: CtCommand, attached: string | null): Problem | null {
    if (this.command !== null) return { problem: 'Invalid commands combination' }
    this.command = letter
    if (letter === 'V') return null
    const word = attached ?? this.#optional()
    if (word === null) return null
    const tables: readonly CtTable[] = ['expect', 'conntrack', 'dying', 'unconfirmed']
    const table = tables.find((name) => name.startsWith(word))
    if (!table) return { problem: `unknown type \`${word}'` }
    this.table = table
    return null
  }

  /** The next word, unless it is an option. */
  #optional(): string | null {
    const word = this.words[this.#at]
    if (word === undefined || word.startsWith('-') || word.startsWith('!')) return null
    this.#at++
    return word
  }
}

export function parseWords(words: readonly string[]): Parsed | Problem {
  const reader = new Reader(words)
  const problem = reader.read()
  if (problem) return problem
  const { command, table, options, protocol, protoOptions } = reader
  return command === null || table === 'expect'
    ? { command, table, options, protocol, protoOptions }
    : (check(reader, command) ?? { command, table, options, protocol, protoOptions })
}

function check({ options, protocol, protoOptions }: Reader, command: CtCommand): Problem | null {
  for (const [letter, name] of NAMES) {
    const given = options.has(letter)
    if (!given && NEEDED[command]?.includes(letter)) {
      return { problem: `You need to supply the \`--${name}' option for this command` }
    }
    if (given && ILLEGAL[command].includes(letter)) {
      return { problem: `Illegal option \`--${name}' with this command` }
    }
  }
  if (options.has('{') && !options.has('s')) return { problem: "Can't use --mask-src without --src" }
  if (options.has('}') && !options.has('d')) return { problem: "Can't use --mask-dst without --dst" }
  if (options.has('j') && (options.has('n') || options.has('g'))) {
    return { problem: "cannot specify `--src-nat' or `--dst-nat' with `--any-nat'" }
  }
  return NEEDED[command] && protocol ? checkTuple(options, protocol, protoOptions, command) : null
}

/** Both ends of what is made or looked for. */
function checkTuple(
  options: ReadonlyMap<string, string | null>,
  { name }: Protocol,
  own: ReadonlyMap<string, string>,
  command: CtCommand,
): Problem | null {
  const one = options.has('s') && options.has('d')
  if (!one && !(options.has('r') && options.has('q'))) {
    return { problem: "you have to specify `--src' and `--dst'" }
  }
  const make = command !== 'G'
  const need = (option: string): Problem => ({
    problem: `You need to supply the \`--${option}' option for this command`,
  })
  if (name === 'icmp' || name === 'icmpv6') {
    for (const each of ['type', 'code', 'id']) if (!own.has(each)) return need(`${name}-${each}`)
    return null
  }
  const table = PROTOCOL_OPTIONS[name]
  if (!table) return null
  if (make && table['state'] && !own.has('state')) return need('state')
  const either =
    (own.has('sport') && own.has('dport')) || (own.has('reply-port-src') && own.has('reply-port-dst'))
  if (either) return null
  return name === 'gre'
    ? { problem: "you have to specify `--srckey' and `--dstkey'" }
    : { problem: "you have to specify `--sport' and `--dport'" }
}
