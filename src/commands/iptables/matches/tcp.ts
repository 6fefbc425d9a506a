// Ref: extensions/libxt_tcp.c
import type { XtTcp, XtTcpFlags } from '../../../uapi/xt_match.ts'
import { defineMatch, type ExtensionParser } from '../extension.ts'
import { parseUnsigned } from '../numbers.ts'
import type { Given } from '../option.ts'
import { parsePortRange, printPorts, savePorts, translatePorts, unlessEvery } from '../ports.ts'
import type { Xtables } from '../xtables.ts'

const IPPROTO_TCP = 6

/** In the order of their bits. */
const FLAGS = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG'] as const
const ALL_FLAGS = 0x3f
/** SYN of SYN, RST, ACK, FIN. */
const SYN_MASK = 0x17
const SYN = 0x02

function parseFlags(x: Xtables, text: string): number {
  let bits = 0
  for (const word of text.split(',')) {
    if (word === '') continue
    const name = word.toUpperCase()
    const bit = FLAGS.findIndex((flag) => flag === name)
    if (bit >= 0) bits |= 1 << bit
    else if (name === 'ALL') bits |= ALL_FLAGS
    else if (name !== 'NONE') return x.problem(`Unknown TCP flag \`${word}'`)
  }
  return bits
}

function flagNames(bits: number): string {
  const names = FLAGS.filter((_, bit) => (bits & (1 << bit)) !== 0)
  return names.length === 0 ? 'NONE' : names.join(',')
}

class TcpParser implements ExtensionParser<XtTcp> {
  #sport: XtTcp['sport'] = null
  #dport: XtTcp['dport'] = null
  #flags: XtTcpFlags | null = null
  #option: XtTcp['option'] = null

  option(given: Given, before: ReadonlySet<string>): void {
    const { x, id, invert } = given
    switch (id) {
      case 'source-port':
      case 'destination-port': {
        if (before.has(id)) return x.problem(`Only one \`--${id}' allowed`)
        const ports = { ...parsePortRange(x, given.value, 'tcp'), invert }
        if (id === 'source-port') this.#sport = ports
        else this.#dport = ports
        return
      }
      case 'syn':
      case 'tcp-flags':
        if (before.has('syn') || before.has('tcp-flags')) {
          return x.problem("Only one of `--syn' or `--tcp-flags'  allowed")
        }
        this.#flags = id === 'syn' ? { mask: SYN_MASK, compare: SYN, invert } : this.#twoFlags(given)
        return
      case 'tcp-option': {
        if (before.has(id)) return x.problem("Only one `--tcp-option' allowed")
        const number = parseUnsigned(given.value, 255, 1)
        if (number === null) return x.problem(`Bad TCP option "${given.value}"`)
        this.#option = { number, invert }
      }
    }
  }

  #twoFlags(given: Given): XtTcpFlags {
    const compare = given.nextWord()
    if (compare === null) return given.problem('--tcp-flags requires two args.')
    const mask = parseFlags(given.x, given.value)
    return { mask, compare: parseFlags(given.x, compare), invert: given.invert }
  }

  finish(): XtTcp {
    return {
      name: 'tcp',
      sport: unlessEvery(this.#sport),
      dport: unlessEvery(this.#dport),
      flags: isNoCondition(this.#flags) ? null : this.#flags,
      option: this.#option,
    }
  }
}

function isNoCondition(flags: XtTcpFlags | null): flags is null {
  return flags === null || (flags.mask === 0 && flags.compare === 0 && !flags.invert)
}

function printFlags(flags: XtTcpFlags | null, numeric: boolean): string {
  if (isNoCondition(flags)) return ''
  const write = (bits: number): string =>
    numeric ? `0x${bits.toString(16).toUpperCase().padStart(2, '0')}` : flagNames(bits)
  return ` flags:${flags.invert ? '!' : ''}${write(flags.mask)}/${write(flags.compare)}`
}

/** `own`: by an expression of nf_tables rather than by the extension, which is written more simply. */
function translateFlags({ mask, compare, invert }: XtTcpFlags, own: boolean): string {
  const write = (bits: number): string => (bits === 0 ? '0x0' : flagNames(bits).toLowerCase())
  if (own && compare === 0) return `tcp flags ${invert ? '' : '! '}${write(mask)}`
  const isOneFlag = (mask & (mask - 1)) === 0
  if (own && compare === mask && isOneFlag) {
    return `tcp flags & ${write(mask)} ${invert ? '!=' : '=='} ${write(mask)}`
  }
  return `tcp flags ${invert ? '!= ' : ''}${write(compare)} / ${write(mask)}`
}

export const tcpMatch = defineMatch<XtTcp>({
  name: 'tcp',
  options: [
    { name: 'source-port', argument: true, bare: true },
    { name: 'sport', of: 'source-port', argument: true, bare: true },
    { name: 'destination-port', argument: true, bare: true },
    { name: 'dport', of: 'destination-port', argument: true, bare: true },
    { name: 'syn', argument: false, bare: true },
    { name: 'tcp-flags', argument: true, bare: true },
    { name: 'tcp-option', argument: true, bare: true },
  ],
  help: `tcp match options:
[!] --tcp-flags mask comp	match when TCP flags & mask == comp
				(Flags: SYN ACK FIN RST URG PSH ALL NONE)
[!] --syn			match when only SYN flag set
				(equivalent to --tcp-flags SYN,RST,ACK,FIN SYN)
[!] --source-port port[:port]
 --sport ...
				match source port(s)
[!] --destination-port port[:port]
 --dport ...
				match destination port(s)
[!] --tcp-option number        match if TCP option set
`,
  parse: () => new TcpParser(),
  print: ({ sport, dport, option, flags }, { x, numeric }) => {
    const ports = printPorts(x, 'spt', sport, 'tcp', numeric) + printPorts(x, 'dpt', dport, 'tcp', numeric)
    const options = option === null ? '' : ` option=${option.invert ? '!' : ''}${option.number}`
    return ` tcp${ports}${options}${printFlags(flags, numeric)}`
  },
  save: ({ sport, dport, option, flags }) => {
    let text = savePorts('sport', sport) + savePorts('dport', dport)
    if (option !== null) text += `${option.invert ? ' !' : ''} --tcp-option ${option.number}`
    if (isNoCondition(flags)) return text
    const invert = flags.invert ? ' !' : ''
    return `${text}${invert} --tcp-flags ${flagNames(flags.mask)} ${flagNames(flags.compare)}`
  },
  translate: ({ sport, dport, option, flags }, { rule }) => {
    const header = rule.protocol?.number === IPPROTO_TCP && !rule.protocol.invert ? 'tcp' : 'th'
    const words: string[] = []
    const source = translatePorts(`${header} sport`, sport)
    if (source !== null) words.push(source)
    const destination = translatePorts(`${header} dport`, dport)
    if (destination !== null) words.push(destination)
    if (option !== null) words.push(`tcp option ${option.number} ${option.invert ? 'missing' : 'exists'}`)
    if (flags === null) return words.join(' ')
    // Of expressions of nf_tables those on the flags come first.
    const own = option === null
    const text = translateFlags(flags, own)
    return (own ? [text, ...words] : [...words, text]).join(' ')
  },
})
