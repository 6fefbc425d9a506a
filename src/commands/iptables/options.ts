// The options of iptables itself: what is read, completed and listed as supported comes from this table
// (Ref: iptables/xtables-standalone.c, xshared.c).
import type { LongOption, OwnOptions } from './getopt.ts'

export type CommandName =
  | 'append'
  | 'check'
  | 'delete'
  | 'delete-num'
  | 'insert'
  | 'replace'
  | 'list'
  | 'list-rules'
  | 'flush'
  | 'zero'
  | 'zero-num'
  | 'new-chain'
  | 'delete-chain'
  | 'rename-chain'
  | 'policy'

interface OwnOption {
  readonly letter: string
  /** The first is the one to learn. */
  readonly names: readonly string[]
  readonly argument: 'none' | 'required' | 'optional'
  readonly help: string
}

const none = 'none'
const required = 'required'
const optional = 'optional'

export const OWN_OPTIONS: readonly OwnOption[] = [
  { letter: 'A', names: ['append'], argument: required, help: 'append a rule to a chain' },
  {
    letter: 'D',
    names: ['delete'],
    argument: required,
    help: 'delete a rule, by what it says or by its number',
  },
  { letter: 'C', names: ['check'], argument: required, help: 'is there such a rule?' },
  { letter: 'I', names: ['insert'], argument: required, help: 'insert a rule, first or at a number' },
  { letter: 'R', names: ['replace'], argument: required, help: 'replace the rule of a number' },
  { letter: 'L', names: ['list'], argument: optional, help: 'list the rules' },
  { letter: 'S', names: ['list-rules'], argument: optional, help: 'print the rules as commands' },
  { letter: 'F', names: ['flush'], argument: optional, help: 'delete every rule of a chain, or of all' },
  { letter: 'Z', names: ['zero'], argument: optional, help: 'zero counters' },
  { letter: 'N', names: ['new-chain'], argument: required, help: 'make a chain' },
  { letter: 'X', names: ['delete-chain'], argument: optional, help: 'delete a chain, or all that were made' },
  { letter: 'E', names: ['rename-chain'], argument: required, help: 'rename a chain' },
  {
    letter: 'P',
    names: ['policy'],
    argument: required,
    help: 'what happens to a packet that no rule decides on',
  },
  { letter: 's', names: ['source', 'src'], argument: required, help: 'source addresses' },
  { letter: 'd', names: ['destination', 'dst'], argument: required, help: 'destination addresses' },
  { letter: 'p', names: ['protocol'], argument: required, help: 'protocol, by name or number' },
  {
    letter: 'i',
    names: ['in-interface'],
    argument: required,
    help: 'interface it came in by; `eth+`: all that begin so',
  },
  { letter: 'j', names: ['jump'], argument: required, help: 'what to do: a target or a chain' },
  { letter: 't', names: ['table'], argument: required, help: 'filter, nat, mangle, raw or security' },
  { letter: 'm', names: ['match'], argument: required, help: 'use a match extension' },
  { letter: 'n', names: ['numeric'], argument: none, help: 'no names' },
  { letter: 'o', names: ['out-interface'], argument: required, help: 'interface it goes out by' },
  { letter: 'v', names: ['verbose'], argument: none, help: 'say more: counters, interfaces' },
  { letter: 'w', names: ['wait'], argument: optional, help: 'accepted: there is no lock to wait for' },
  { letter: 'W', names: ['wait-interval'], argument: optional, help: 'accepted, and said to be ignored' },
  { letter: 'x', names: ['exact'], argument: none, help: 'counters in full' },
  { letter: 'f', names: ['fragments'], argument: none, help: 'second and further fragments' },
  { letter: 'V', names: ['version'], argument: none, help: 'print the version' },
  { letter: 'h', names: ['help'], argument: optional, help: 'help, of extensions that were named as well' },
  { letter: '0', names: ['line-numbers'], argument: none, help: 'number the rules' },
  { letter: 'M', names: ['modprobe'], argument: required, help: 'accepted: there are no modules to load' },
  { letter: 'c', names: ['set-counters'], argument: required, help: 'counters to begin with' },
  { letter: 'g', names: ['goto'], argument: required, help: 'go on in a chain without coming back' },
  { letter: '4', names: ['ipv4'], argument: none, help: 'IPv4 only' },
  { letter: '6', names: ['ipv6'], argument: none, help: 'IPv6 only' },
]

/** For getopt: each spelling stands for its letter. */
const OWN_LONGS: readonly LongOption<string>[] = OWN_OPTIONS.flatMap(({ letter, names, argument }) =>
  names.map((name) => ({ name, argument, id: letter, letter })),
)

export const OWN: OwnOptions<string> = {
  longs: OWN_LONGS,
  shorts: new Map(OWN_LONGS.map((option) => [option.id, option])),
}

/** Those that may be inverted, and how the kernel is told. */
const INVERTIBLE = new Set(['s', 'd', 'p', 'i', 'o', 'f'])

export function isInvertible(letter: string): boolean {
  return INVERTIBLE.has(letter)
}

/** In the order in which they are checked. */
const CHECKED = ['n', 's', 'd', 'p', 'j', 'v', 'x', 'i', 'o', '0', 'c', 'f']

const RULE = 'sdpjviocf'

/** Options that each command allows. Ref: commands_v_options */
const ALLOWED: Readonly<Record<CommandName, string>> = {
  insert: RULE,
  delete: 'sdpjviof',
  'delete-num': 'v',
  replace: RULE,
  append: RULE,
  list: 'nvx0',
  flush: 'v',
  zero: 'v',
  'zero-num': 'v',
  'new-chain': 'v',
  'delete-chain': 'v',
  'rename-chain': 'v',
  policy: 'vc',
  'list-rules': 'v',
  check: 'sdpjviof',
}

/** The first option that a set of commands has no use for; null when there is none. */
export function illegalOption(commands: readonly CommandName[], given: ReadonlySet<string>): string | null {
  const allowed = (letter: string): boolean => commands.some((name) => ALLOWED[name].includes(letter))
  return CHECKED.find((letter) => given.has(letter) && !allowed(letter)) ?? null
}

export const COMMAND_LETTERS: Readonly<Record<CommandName, string>> = {
  append: 'A',
  check: 'C',
  delete: 'D',
  'delete-num': 'D',
  insert: 'I',
  replace: 'R',
  list: 'L',
  'list-rules': 'S',
  flush: 'F',
  zero: 'Z',
  'zero-num': 'Z',
  'new-chain': 'N',
  'delete-chain': 'X',
  'rename-chain': 'E',
  policy: 'P',
}
