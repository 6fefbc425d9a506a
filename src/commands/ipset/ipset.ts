// ipset 7.17: sets of addresses that rules ask about. Ref: ipset's lib/ipset.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import {
  IPSET_TYPES,
  type IpsetError,
  type IpsetReply,
  type IpsetSet,
  type IpsetType,
} from '../../uapi/ipset.ts'
import type { Command } from '../command.ts'
import { formatEntry, formatMember, parseEntry, Problem } from './entry.ts'
import { parseCreate, parseEntryOptions, type Complaint } from './options.ts'
import { HELP, KERNEL_TYPES, TYPE_HELP } from './usage.ts'

/** Revisions of the types in the kernel. */
const REVISIONS: Readonly<Record<IpsetType, number>> = { 'hash:ip': 6, 'hash:net': 7, 'hash:ip,port': 7 }
/** Types that real Linux has too. */
const OTHER_TYPES =
  /^(bitmap:(ip|ip,mac|port)|list:set|hash:(mac|ip,mac|net,net|net,port|net,iface|ip,port,ip|ip,port,net|net,port,net|ip,mark))$/
const OLD_TYPES: Readonly<Record<string, IpsetType>> = {
  iphash: 'hash:ip',
  nethash: 'hash:net',
  ipporthash: 'hash:ip,port',
}
const LONGEST_NAME = 31

/** Names of each command: its beginnings count too, in this order. */
const COMMANDS = {
  create: ['create', 'n', '-N'],
  add: ['add', '-A'],
  del: ['del', '-D'],
  test: ['test', '-T'],
  destroy: ['destroy', 'x', '-X'],
  list: ['list', '-L'],
  save: ['save', '-S'],
  restore: ['restore', '-R'],
  flush: ['flush', '-F'],
  rename: ['rename', 'e', '-E'],
  swap: ['swap', 'w', '-W'],
  help: ['help', '-h', '-H'],
  version: ['version', '-v', '-V'],
} as const
type Verb = keyof typeof COMMANDS

const NEEDS: Readonly<Partial<Record<Verb, number>>> = {
  create: 2,
  add: 2,
  del: 2,
  test: 2,
  rename: 2,
  swap: 2,
}
/** No more words than these. */
const ALLOWS: Readonly<Partial<Record<Verb, number>>> = {
  destroy: 1,
  list: 1,
  save: 1,
  flush: 1,
  rename: 2,
  swap: 2,
}

const ERRORS: Readonly<Record<IpsetError, string>> = {
  NO_SET: 'The set with the given name does not exist',
  NO_OTHER: 'Sets cannot be swapped: the second set does not exist',
  SET_EXISTS: 'Set cannot be created: set with the same name already exists',
  OTHER_EXISTS: 'Set cannot be renamed: a set with the new name already exists',
  BUSY: 'Set cannot be destroyed: it is in use by a kernel component',
  TYPE_MISMATCH: 'The sets cannot be swapped: their type does not match',
  EXIST: "Element cannot be added to the set: it's already added",
  NOT_ADDED: "Element cannot be deleted from the set: it's not added",
  TIMEOUT: 'Timeout cannot be used: set was created without timeout support',
  COUNTER: 'Packet/byte counters cannot be used: set was created without counter support',
  COMMENT: 'Comment cannot be used: set was created without comment support',
  HASH_FULL: 'Hash is full, cannot add more elements',
  HASH_ELEM: 'Null-valued element, cannot be stored in a hash type of set',
  INVALID_CIDR: 'The value of the CIDR parameter of the IP address is invalid',
}

interface Options {
  readonly exist: boolean
  readonly quiet: boolean
  readonly sorted: boolean
  readonly names: boolean
  readonly terse: boolean
  readonly output: string | null
  readonly file: string | null
}

export const ipsetCommand: Command = {
  name: 'ipset',
  path: '/usr/sbin/ipset',
  summary: 'Sets of addresses that iptables rules ask about',
  supports: [
    'ipset create SET hash:ip|hash:net|hash:ip,port [family, hashsize, maxelem, netmask, timeout, counters, comment]',
    'ipset add|del|test SET ENTRY [timeout, nomatch, packets, bytes, comment]',
    'ipset list|save|flush|destroy [SET], ipset rename|swap SET SET, ipset restore',
    '-exist, -output plain|save, -sorted, -name, -terse, -quiet, -file',
  ],
  *run(p) {
    return yield* ipset(p, p.argv.slice(1))
  },
}

function* ipset(p: Process, argv: readonly string[]): Blocking<number> {
  const line = readLine(argv)
  if (typeof line === 'string') return usage(p, line)
  const { verb, words, options } = line
  if (verb === 'restore') return yield* restore(p, options)
  return runLine(p, verb, words, options, (text) => complain(p, options, text))
}

function complain(p: Process, { quiet }: Pick<Options, 'quiet'>, text: string): number {
  if (!quiet) p.io.err(`ipset v7.17: ${text}\n`)
  return 1
}

function usage(p: Process, text: string): number {
  p.io.err(`ipset v7.17: ${text}\nTry \`ipset help' for more information.\n`)
  return 2
}

interface Line {
  readonly verb: Verb
  readonly words: readonly string[]
  readonly options: Options
}

/** Options may stand anywhere; what is wrong otherwise. */
function readLine(argv: readonly string[]): Line | string {
  const rest: string[] = []
  const given = new Map<string, string>()
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    const option = OPTIONS[word]
    if (option === undefined) rest.push(word)
    else if (option !== 'output' && option !== 'file') given.set(option, '')
    else if (i + 1 < argv.length) given.set(option, argv[++i] ?? '')
    else return `Missing mandatory argument to option ${word}`
  }
  const [command, ...words] = rest
  if (command === undefined) return 'No command specified.'
  const verb = (Object.keys(COMMANDS) as Verb[]).find((each) => names(each, command))
  if (verb === undefined) return `No command specified: unknown argument ${command}`
  if (words.length < (NEEDS[verb] ?? 0)) {
    return `Missing ${words.length === 1 ? 'second ' : ''}mandatory argument to command ${verb}`
  }
  const extra = words[ALLOWS[verb] ?? Infinity]
  if (extra !== undefined) return `Unknown argument ${extra}`
  const options = {
    exist: given.has('exist'),
    quiet: given.has('quiet'),
    sorted: given.has('sorted'),
    names: given.has('names'),
    terse: given.has('terse'),
    output: given.get('output') ?? null,
    file: given.get('file') ?? null,
  }
  return { verb, words, options }
}

const OPTIONS: Readonly<Record<string, keyof Options>> = {
  '-!': 'exist',
  '-exist': 'exist',
  '-q': 'quiet',
  '-quiet': 'quiet',
  '-s': 'sorted',
  '-sorted': 'sorted',
  '-n': 'names',
  '-name': 'names',
  '-t': 'terse',
  '-terse': 'terse',
  '-o': 'output',
  '-output': 'output',
  '-f': 'file',
  '-file': 'file',
}

function names(verb: Verb, word: string): boolean {
  const plain = word.startsWith('--') ? word.slice(2) : word
  return plain !== '' && COMMANDS[verb].some((name) => name.startsWith(plain))
}

/** Each line is a command; the first that fails ends it. */
function* restore(p: Process, options: Options): Blocking<number> {
  const text = options.file === null ? yield* p.io.text(0) : p.fs.readText(options.file)
  if (isErrno(text)) return complain(p, options, `Cannot open ${options.file} for reading: ${text.text}`)
  for (const [i, content] of text.split('\n').entries()) {
    const words = splitLine(content)
    const [first = ''] = words
    if (first === '' || first.startsWith('#') || /^commit$/i.test(first)) continue
    const line = readLine(words)
    if (typeof line === 'string') return usage(p, line)
    const all = { ...line.options, exist: line.options.exist || options.exist }
    const error = (complaint: string): number => complain(p, options, `Error in line ${i + 1}: ${complaint}`)
    const status = runLine(p, line.verb, line.words, all, error)
    if (status !== 0) return status
  }
  return 0
}

/** Words, those in double quotes whole. */
function splitLine(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

function runLine(
  p: Process,
  verb: Verb,
  words: readonly string[],
  options: Options,
  error: (text: string) => number,
): number {
  const [name = '', second = '', ...rest] = words
  const done = (reply: IpsetReply): number => (reply.error ? error(ERRORS[reply.error]) : 0)
  switch (verb) {
    case 'help':
    case 'version':
      return help(p, verb, name, error)
    case 'create':
      return create(p, name, second, rest, options, error)
    case 'add':
    case 'del':
    case 'test':
      return element(p, verb, words, options, error)
    case 'destroy':
      return done(p.net.ipset({ type: 'DESTROY', name: name || null }))
    case 'flush':
      return done(p.net.ipset({ type: 'FLUSH', name: name || null }))
    case 'rename': {
      const reply = p.net.ipset({ type: 'RENAME', name, other: second })
      if (reply.error === 'BUSY') return error('Set cannot be renamed: it is in use by another system')
      return done(reply)
    }
    case 'swap':
      return done(p.net.ipset({ type: 'SWAP', name, other: second }))
    case 'list':
    case 'save':
      return list(p, verb, name || null, options, error)
    case 'restore':
      return error('restore in restore mode is not supported')
  }
}

function help(p: Process, verb: 'help' | 'version', type: string, error: (text: string) => number): number {
  if (verb === 'version') p.io.out('ipset v7.17, protocol version: 7\n')
  else if (type === '') p.io.out(HELP + KERNEL_TYPES)
  else {
    const known = typeOf(type)
    if (known instanceof Problem) return error(`Syntax error: ${known.text}`)
    p.io.out(HELP + TYPE_HELP[known])
  }
  return 0
}

function typeOf(word: string): IpsetType | Problem {
  const type = OLD_TYPES[word] ?? IPSET_TYPES.find((known) => known === word)
  if (type) return type
  if (OTHER_TYPES.test(word)) return new Problem(`typename '${word}' is not supported in vethlab`)
  return new Problem(`typename '${word}' is unknown`)
}

function create(
  p: Process,
  name: string,
  typename: string,
  words: readonly string[],
  { exist }: Options,
  error: (text: string) => number,
): number {
  if (name.length > LONGEST_NAME) {
    return error(`Syntax error: setname '${name}' is longer than ${LONGEST_NAME} characters`)
  }
  const setType = typeOf(typename)
  if (setType instanceof Problem) return error(`Syntax error: ${setType.text}`)
  const options = parseCreate(setType, words)
  if (isComplaint(options)) return say(p, options, error)
  const reply = p.net.ipset({ type: 'CREATE', name, setType, options, exist })
  return reply.error ? error(ERRORS[reply.error]) : 0
}

function isComplaint<T>(value: T | Complaint): value is Complaint {
  return typeof value === 'string' || value instanceof Problem
}

function say(p: Process, complaint: Complaint, error: (text: string) => number): number {
  return complaint instanceof Problem ? error(`Syntax error: ${complaint.text}`) : usage(p, complaint)
}

function element(
  p: Process,
  verb: 'add' | 'del' | 'test',
  [name = '', word = '', ...words]: readonly string[],
  options: Options,
  error: (text: string) => number,
): number {
  const [set] = p.net.ipset({ type: 'LIST', name }).sets ?? []
  if (!set) return error(ERRORS.NO_SET)
  const extras = parseEntryOptions(set.type, words)
  if (isComplaint(extras)) return say(p, extras, error)
  const entry = parseEntry(p, set, word, extras)
  if (entry instanceof Problem) return error(`Syntax error: ${entry.text}`)
  if (verb !== 'test') {
    const type = verb === 'add' ? 'ADD' : 'DEL'
    const reply = p.net.ipset({ type, name, entry, exist: options.exist })
    return reply.error ? error(ERRORS[reply.error]) : 0
  }
  const reply = p.net.ipset({ type: 'TEST', name, entry })
  if (reply.error) return error(ERRORS[reply.error])
  const shown = formatEntry(set, entry)
  if (!options.quiet) {
    const text = reply.found ? `Warning: ${shown} is in set ${name}.` : `${shown} is NOT in set ${name}.`
    p.io.err(`${text}\n`)
  }
  return reply.found ? 0 : 1
}

function list(
  p: Process,
  verb: 'list' | 'save',
  name: string | null,
  options: Options,
  error: (text: string) => number,
): number {
  const reply = p.net.ipset({ type: 'LIST', name })
  if (reply.error) return error(ERRORS[reply.error])
  const output = options.output ?? (verb === 'save' ? 'save' : 'plain')
  if (output === 'xml') return error('Syntax error: output mode xml is not supported in vethlab')
  if (output !== 'plain' && output !== 'save') return error(`Syntax error: unknown output mode '${output}'`)
  const text =
    output === 'save'
      ? reply.sets.map((set) => savedSet(set, options)).join('')
      : options.names
        ? reply.sets.map((set) => `${set.name}\n`).join('')
        : reply.sets.map((set) => plainSet(set, options)).join('\n')
  if (options.file === null) p.io.out(text)
  else {
    const refused = p.fs.writeFile(options.file, text)
    if (refused) return error(`Cannot open ${options.file} for writing: ${refused.text}`)
  }
  return 0
}

function header({ options }: IpsetSet): string {
  const { family, hashsize, maxelem, netmask, timeout, counters, comment, bucketsize, initval } = options
  const words = [`family ${family} hashsize ${hashsize} maxelem ${maxelem}`]
  if (timeout !== null) words.push(`timeout ${timeout}`)
  if (counters) words.push('counters')
  if (comment) words.push('comment')
  if (netmask !== null) words.push(`netmask ${netmask}`)
  words.push(`bucketsize ${bucketsize} initval 0x${initval.toString(16).padStart(8, '0')}`)
  return words.join(' ')
}

function memberLines(set: IpsetSet, { sorted }: Options): string[] {
  const lines = set.members.map((member) => formatMember(set, member))
  return sorted ? lines.sort() : lines
}

function plainSet(set: IpsetSet, options: Options): string {
  const { members } = set
  const lines = [
    `Name: ${set.name}`,
    `Type: ${set.type}`,
    `Revision: ${REVISIONS[set.type]}`,
    `Header: ${header(set)}`,
    `Size in memory: ${set.memory}`,
    `References: ${set.references}`,
    `Number of entries: ${members.length}`,
    ...(options.terse ? [] : ['Members:', ...memberLines(set, options)]),
  ]
  return `${lines.join('\n')}\n`
}

function savedSet(set: IpsetSet, options: Options): string {
  const lines = [`create ${set.name} ${set.type} ${header(set)}`]
  for (const line of memberLines(set, options)) lines.push(`add ${set.name} ${line}`)
  return `${lines.join('\n')}\n`
}
