// How ipvsadm reads its command line: by popt, and then by its table of what goes with which command.
// Ref: ipvsadm's ipvsadm.c:parse_options(), generic_opt_check()

/** What each command is called in complaints. */
const COMMANDS = {
  A: 'add-service',
  E: 'edit-service',
  D: 'delete-service',
  C: 'flush',
  L: 'list',
  a: 'add-server',
  d: 'delete-server',
  e: 'edit-server',
  set: 'set',
  'start-daemon': 'start-daemon',
  'stop-daemon': 'stop-daemon',
  R: 'restore',
  S: 'save',
  Z: 'zero',
  h: 'help',
  v: 'version',
} as const
export type CommandId = keyof typeof COMMANDS

/** Every option by what complaints call it, in the order that they are checked in. */
const OPTIONS = [
  'numeric',
  'connection',
  'service-address',
  'scheduler',
  'persistent',
  'netmask',
  'real-server',
  'forwarding-method',
  'weight',
  'u-threshold',
  'l-threshold',
  'mcast-interface',
  'timeout',
  'daemon',
  'stats',
  'rate',
  'thresholds',
  'persistent-conn',
  'nosort',
  'syncid',
  'exact',
  'ops',
  'pe',
  'sched-flags',
  'mcast-group',
  'mcast-port',
  'mcast-ttl',
  'sync-maxlen',
  'tun-info',
  'tun-type',
  'tun-port',
  'tun-nocsum',
  'tun-csum',
  'tun-remcsum',
] as const
export type OptionId = (typeof OPTIONS)[number]

interface Spelling {
  readonly short: string | null
  readonly long: string
  readonly argument: 'none' | 'required' | 'optional'
  readonly command?: CommandId
  readonly option?: OptionId
}

function spelling(
  short: string | null,
  long: string,
  argument: Spelling['argument'],
  is: { readonly command: CommandId } | { readonly option: OptionId } | null,
): Spelling {
  return { short, long, argument, ...is }
}

function command(
  short: string | null,
  long: string,
  id: CommandId,
  argument: Spelling['argument'] = 'none',
): Spelling {
  return spelling(short, long, argument, { command: id })
}

function option(short: string | null, long: string, id: OptionId, argument: Spelling['argument']): Spelling {
  return spelling(short, long, argument, { option: id })
}

/** Ref: ipvsadm.c:options_table */
const SPELLINGS: readonly Spelling[] = [
  command('A', 'add-service', 'A'),
  command('E', 'edit-service', 'E'),
  command('D', 'delete-service', 'D'),
  command('C', 'clear', 'C'),
  command('L', 'list', 'L'),
  command('l', 'list', 'L'),
  command('Z', 'zero', 'Z'),
  command('a', 'add-server', 'a'),
  command('e', 'edit-server', 'e'),
  command('d', 'delete-server', 'd'),
  command(null, 'set', 'set'),
  command('h', 'help', 'h'),
  command('v', 'version', 'v'),
  command('R', 'restore', 'R'),
  command('S', 'save', 'S'),
  command(null, 'start-daemon', 'start-daemon', 'required'),
  command(null, 'stop-daemon', 'stop-daemon', 'required'),
  option('t', 'tcp-service', 'service-address', 'required'),
  option('u', 'udp-service', 'service-address', 'required'),
  option(null, 'sctp-service', 'service-address', 'required'),
  option('f', 'fwmark-service', 'service-address', 'required'),
  option('s', 'scheduler', 'scheduler', 'required'),
  option('p', 'persistent', 'persistent', 'optional'),
  option('M', 'netmask', 'netmask', 'required'),
  option('r', 'real-server', 'real-server', 'required'),
  option('m', 'masquerading', 'forwarding-method', 'none'),
  option('i', 'ipip', 'forwarding-method', 'none'),
  option('g', 'gatewaying', 'forwarding-method', 'none'),
  option('w', 'weight', 'weight', 'required'),
  option('x', 'u-threshold', 'u-threshold', 'required'),
  option('y', 'l-threshold', 'l-threshold', 'required'),
  option('n', 'numeric', 'numeric', 'none'),
  option('c', 'connection', 'connection', 'none'),
  option(null, 'mcast-interface', 'mcast-interface', 'required'),
  option(null, 'syncid', 'syncid', 'required'),
  option(null, 'timeout', 'timeout', 'none'),
  option(null, 'daemon', 'daemon', 'none'),
  option(null, 'stats', 'stats', 'none'),
  option(null, 'rate', 'rate', 'none'),
  option(null, 'thresholds', 'thresholds', 'none'),
  option(null, 'persistent-conn', 'persistent-conn', 'none'),
  option(null, 'nosort', 'nosort', 'none'),
  spelling(null, 'sort', 'none', null),
  option('X', 'exact', 'exact', 'none'),
  spelling('6', 'ipv6', 'none', null),
  option('o', 'ops', 'ops', 'none'),
  option(null, 'pe', 'pe', 'required'),
  option('b', 'sched-flags', 'sched-flags', 'required'),
  option(null, 'mcast-group', 'mcast-group', 'required'),
  option(null, 'mcast-port', 'mcast-port', 'required'),
  option(null, 'mcast-ttl', 'mcast-ttl', 'required'),
  option(null, 'sync-maxlen', 'sync-maxlen', 'required'),
  option(null, 'tun-info', 'tun-info', 'none'),
  option(null, 'tun-type', 'tun-type', 'required'),
  option(null, 'tun-port', 'tun-port', 'required'),
  option(null, 'tun-nocsum', 'tun-nocsum', 'none'),
  option(null, 'tun-csum', 'tun-csum', 'none'),
  option(null, 'tun-remcsum', 'tun-remcsum', 'none'),
]

/** What ipvsadm ends with: its words, and its exit status. */
export class Failure {
  constructor(
    readonly text: string,
    readonly status: number,
  ) {}
}

export function fail(text: string): Failure {
  return new Failure(`${text}\n`, 2)
}

type Read =
  | { readonly spelling: Spelling; readonly value: string | null; readonly word: string }
  | Failure
  | null

/** One option after the other. Ref: popt's popt.c:poptGetNextOpt() */
export class Popt {
  readonly #words: readonly string[]
  #next = 0
  /** What is left of a word of short options. */
  #letters = ''
  readonly rest: string[] = []

  constructor(words: readonly string[]) {
    this.#words = words
  }

  /** The word that was read last. */
  get #word(): string {
    return this.#words[this.#next - 1] ?? ''
  }

  /** Null: there is no other. */
  next(): Read {
    if (this.#letters === '') {
      const word = this.#words[this.#next++]
      if (word === undefined) return null
      if (word === '--') {
        this.rest.push(...this.#words.slice(this.#next))
        this.#next = this.#words.length
        return null
      }
      if (!word.startsWith('-') || word === '-') {
        this.rest.push(word)
        return this.next()
      }
      if (word.startsWith('--')) return this.#long(word)
      this.#letters = word.slice(1)
    }
    const [letter = ''] = this.#letters
    this.#letters = this.#letters.slice(1)
    const found = SPELLINGS.find(({ short }) => short === letter)
    if (!found) return this.#bad('unknown option')
    if (found.argument === 'none') return { spelling: found, value: null, word: this.#word }
    const attached = this.#letters.replace(/^=/, '')
    this.#letters = ''
    return this.#argument(found, attached === '' ? null : attached)
  }

  #long(word: string): Read {
    const [, name = '', , value = null] = /^--([^=]*)(=(.*))?$/s.exec(word) ?? []
    const found = SPELLINGS.find(({ long }) => long === name)
    if (!found) return this.#bad('unknown option')
    if (found.argument === 'none') return { spelling: found, value: null, word }
    return this.#argument(found, value)
  }

  #argument(found: Spelling, attached: string | null): Read {
    const word = this.#word
    if (attached !== null) return { spelling: found, value: attached, word }
    const next = this.#words[this.#next]
    if (found.argument === 'optional' && (next === undefined || next.startsWith('-'))) {
      return { spelling: found, value: null, word }
    }
    if (next === undefined) return this.#bad('missing argument')
    this.#next++
    return { spelling: found, value: next, word }
  }

  #bad(text: string): Failure {
    return new Failure(`${this.#word}: ${text}\n`, 255)
  }
}

/** `x`: refused; `+`: needed; `1`: only one of these. Ref: ipvsadm.c:commands_v_options */
function rulesOf(id: CommandId): Readonly<Partial<Record<OptionId, '+' | ' ' | '1'>>> {
  const server = {
    'service-address': '+',
    'real-server': '+',
  } as const
  const tunnel = {
    'tun-type': ' ',
    'tun-port': ' ',
    'tun-nocsum': ' ',
    'tun-csum': ' ',
    'tun-remcsum': ' ',
  } as const
  switch (id) {
    case 'A':
    case 'E':
      return {
        'service-address': '+',
        scheduler: ' ',
        persistent: ' ',
        netmask: ' ',
        ops: ' ',
        pe: ' ',
        'sched-flags': ' ',
      }
    case 'D':
      return { 'service-address': '+' }
    case 'L':
      return {
        numeric: ' ',
        connection: '1',
        'service-address': '1',
        timeout: '1',
        daemon: '1',
        stats: ' ',
        rate: ' ',
        thresholds: ' ',
        'persistent-conn': ' ',
        nosort: ' ',
        exact: ' ',
        'tun-info': ' ',
      }
    case 'a':
    case 'e':
      return {
        ...server,
        'forwarding-method': ' ',
        weight: ' ',
        'u-threshold': ' ',
        'l-threshold': ' ',
        ...tunnel,
      }
    case 'd':
      return server
    case 'S':
      return { numeric: ' ' }
    case 'Z':
      return { 'service-address': ' ' }
    default:
      return {}
  }
}

/** Ref: ipvsadm.c:generic_opt_check() */
export function checkOptions(id: CommandId, given: ReadonlySet<OptionId>): Failure | null {
  const rules = rulesOf(id)
  const name = COMMANDS[id]
  let exclusive: OptionId | null = null
  for (const each of OPTIONS) {
    const rule = rules[each]
    if (!given.has(each)) {
      if (rule === '+') return fail(`You need to supply the '${each}' option for the '${name}' command`)
      continue
    }
    if (rule === undefined) return fail(`Illegal '${each}' option with the '${name}' command`)
    if (rule !== '1') continue
    if (exclusive !== null) {
      return fail(`The option '${each}' conflicts with the '${exclusive}' option in the '${name}' command`)
    }
    exclusive = each
  }
  return null
}
