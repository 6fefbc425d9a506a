// A command line of iptables, read as do_parse() reads it. Read getopt.ts and state.ts first.
// Ref: iptables/xshared.c:do_parse()
import { parseNetworks, type Network } from './address.ts'
import { Getopt } from './getopt.ts'
import { helpText } from './help.ts'
import { parseInterface } from './interface.ts'
import { addMatch, extensionOption, loadProtocol, setJump } from './load.ts'
import { readUnsigned } from './numbers.ts'
import { checkOptions } from './option.ts'
import { COMMAND_LETTERS, illegalOption, isInvertible, OWN, type CommandName } from './options.ts'
import { parseProtocol } from './protocol.ts'
import { emptyState, type ParsedCommand, type ParseState } from './state.ts'
import { checkChainName, checkTargetName, MAX_CHAIN_NAME, parseRuleNumber } from './words.ts'
import { VERSION, type Xtables } from './xtables.ts'

/** Routing, fragment, AH and destination options: never the last header. */
const EXTENSION_HEADERS = new Set([43, 44, 51, 60])

/** An option of the program by its letter, or of an extension. */
export type OptionId = string | ExtensionId

export interface ExtensionId {
  readonly owner: object
  readonly name: string
}

export class CommandParser {
  readonly x: Xtables
  readonly state: ParseState
  readonly getopt: Getopt<OptionId>
  /** A line of iptables-restore, whose table is known. */
  readonly #restore: boolean
  invert = false

  constructor(x: Xtables, words: readonly string[], restoreTable: string | null) {
    this.x = x
    this.#restore = restoreTable !== null
    this.state = emptyState(restoreTable ?? 'filter')
    this.getopt = new Getopt<OptionId>(x.program, words, OWN)
  }

  /** Null for a line that belongs to the other family. */
  parse(): ParsedCommand | null {
    const { x, getopt } = this
    for (;;) {
      const got = getopt.read()
      if (got === null) break
      if (got.kind === 'word') {
        this.#word(got.value)
        continue
      }
      if (got.kind === 'option' && typeof got.id !== 'string') {
        extensionOption(this, got.id, got.value)
      } else if (got.kind === 'option' && typeof got.id === 'string') {
        if (this.#ownOption(got.id, got.value) === 'other family') return null
      } else if (loadProtocol(this)) {
        getopt.again()
        continue
      } else if (got.kind === 'missing') {
        x.problem(`option "${got.written}" requires an argument`)
      } else if (got.kind === 'unknown') {
        x.problem(`unknown option "${got.written}"`)
      }
      this.invert = false
    }
    return this.#finish()
  }

  #word(word: string): void {
    if (word === '!') {
      if (this.invert) this.x.problem('multiple consecutive ! not allowed')
      this.invert = true
      return
    }
    this.x.warn(`Bad argument \`${word}'\n`)
    this.x.tryHelp(2)
  }

  /** Ref: add_command() */
  #command(name: CommandName, others: readonly CommandName[] = []): void {
    const { commands } = this.state
    if (this.invert) this.x.problem("unexpected '!' flag")
    const clash = commands.find((other) => !others.includes(other))
    if (clash) this.x.problem(`Cannot use -${COMMAND_LETTERS[name]} with -${COMMAND_LETTERS[clash]}`)
    commands.push(name)
  }

  /** Ref: set_option() */
  #setOption(letter: string, option = letter): void {
    const { options, inverted } = this.state
    if (options.has(option)) this.x.problem(`multiple -${letter} flags not allowed`)
    options.add(option)
    if (!this.invert) return
    if (!isInvertible(option)) this.x.problem(`cannot have ! before -${letter}`)
    inverted.add(option)
  }

  #takeChain(value: string | null): void {
    this.state.chain = value ?? this.getopt.take() ?? this.state.chain
  }

  #takeNumber(): void {
    const word = this.getopt.take()
    if (word !== null) this.state.rulenum = parseRuleNumber(this.x, word)
  }

  #ownOption(letter: string, value: string | null): 'other family' | null {
    const { state, getopt, x } = this
    const text = value ?? ''
    switch (letter) {
      case 'A':
        this.#command('append')
        state.chain = text
        break
      case 'C':
        this.#command('check')
        state.chain = text
        break
      case 'D':
        this.#command('delete')
        state.chain = text
        this.#takeNumber()
        if (state.rulenum > 0) state.commands = ['delete-num']
        break
      case 'R':
        this.#command('replace')
        state.chain = text
        this.#takeNumber()
        if (state.rulenum === 0) x.problem('-R requires a rule number')
        break
      case 'I':
        this.#command('insert')
        state.chain = text
        state.rulenum = 1
        this.#takeNumber()
        break
      case 'L':
      case 'S':
        this.#command(letter === 'L' ? 'list' : 'list-rules', ['zero', 'zero-num'])
        this.#takeChain(value)
        this.#takeNumber()
        break
      case 'F':
        this.#command('flush')
        this.#takeChain(value)
        break
      case 'Z':
        this.#command('zero', ['list', 'list-rules'])
        this.#takeChain(value)
        this.#takeNumber()
        if (state.rulenum > 0) state.commands = state.commands.map((c) => (c === 'zero' ? 'zero-num' : c))
        break
      case 'N':
        checkChainName(x, text)
        this.#command('new-chain')
        state.chain = text
        break
      case 'X':
        this.#command('delete-chain')
        this.#takeChain(value)
        break
      case 'E':
        this.#command('rename-chain')
        state.chain = text
        state.newName = getopt.take()
        if (state.newName === null) x.problem('-E requires old-chain-name and new-chain-name')
        break
      case 'P':
        this.#command('policy')
        state.chain = text
        state.policy = getopt.take()
        if (state.policy === null) x.problem('-P requires a chain and a policy')
        break
      default:
        return this.#plainOption(letter, text, value)
    }
    return null
  }

  #plainOption(letter: string, text: string, value: string | null): 'other family' | null {
    const { state, getopt, x } = this
    // Some take the whole word, `-ptcp` and `--source=10.0.0.1` as they stand.
    const word = getopt.lastWord
    switch (letter) {
      case 'p':
        this.#setOption('p')
        state.protocolName = word.toLowerCase()
        state.protocol = parseProtocol(x, state.protocolName)
        if (state.protocol === 0 && this.invert) x.problem('rule would never match protocol')
        this.#warnHeader()
        break
      case 's':
        this.#setOption('s')
        state.source = word
        break
      case 'd':
        this.#setOption('d')
        state.destination = word
        break
      case 'g':
      case 'j':
        this.#setOption('j')
        state.jump = checkTargetName(x, letter === 'g' ? text : word)
        state.goto = letter === 'g'
        if (!state.goto) setJump(this, state.jump)
        break
      case 'i':
      case 'o': {
        if (text === '') x.problem('Empty interface is likely to be undesired')
        this.#setOption(letter)
        const name = parseInterface(x, word, this.invert)
        if (letter === 'i') state.in = name
        else state.out = name
        break
      }
      case 'f':
        if (x.ipv6) x.problem("`-f' is not supported in IPv6, use -m frag instead")
        this.#setOption('f')
        break
      case 'v':
        if (state.verbose === 0) this.#setOption('v')
        if (++state.verbose > 1) x.unsupported('-v given twice')
        break
      case 'm':
        if (this.invert) x.problem('unexpected ! flag before --match')
        addMatch(this, text)
        break
      case 'n':
      case 'x':
      case '0':
        this.#setOption(letter)
        break
      case 't':
        if (this.invert) x.problem('unexpected ! flag before --table')
        if (this.#restore) x.problem(`The -t option cannot be used in ${x.program}.\n`)
        state.table = text
        break
      case 'c':
        this.#counters(text)
        break
      case 'w':
        if (this.#restore) x.problem("You cannot use `-w' from iptables-restore")
        this.#wait(value)
        break
      case 'W':
        if (this.#restore) x.problem("You cannot use `-W' from iptables-restore")
        this.#waitInterval(value ?? getopt.take())
        break
      case 'h':
        if (state.matches.length === 0) loadProtocol(this)
        x.out.print(helpText(x, state))
        return x.exit(0)
      case 'V':
        x.out.print(
          this.invert ? `Not ${VERSION} (nf_tables) ;-)\n` : `${x.program} v${VERSION} (nf_tables)\n`,
        )
        return x.exit(0)
      case '4':
      case '6':
        if ((letter === '6') === x.ipv6) break
        if (this.#restore) return 'other family'
        x.tryHelp(2)
    }
    return null
  }

  /** Headers that IPv6 looks behind. Ref: ipv6_proto_parse() */
  #warnHeader(): void {
    const { state, x } = this
    if (!x.ipv6 || this.invert || !EXTENSION_HEADERS.has(state.protocol)) return
    x.warn(`Warning: never matched protocol: ${state.protocolName}. use extension match instead.\n`)
  }

  #counters(text: string): void {
    const { state, getopt, x } = this
    this.#setOption('c')
    const comma = text.indexOf(',', 1)
    const bytes = comma < 0 ? getopt.take() : text.slice(comma + 1)
    if (bytes === null) return x.problem('-c requires packet and byte counter')
    const number = (from: string): number | null => {
      const digits = /^\s*[+-]?(\d+)/.exec(from)?.[1]
      return digits === undefined ? null : Number(digits)
    }
    state.packets = number(text) ?? x.problem('-c packet counter not numeric')
    state.bytes = number(bytes) ?? x.problem('-c byte counter not numeric')
  }

  #wait(value: string | null): void {
    const seconds = value ?? this.getopt.take()
    this.state.waits = true
    if (seconds !== null && readUnsigned(seconds.replace(/^-/, '')) === null) {
      this.x.problem('wait seconds not numeric')
    }
  }

  #waitInterval(value: string | null): void {
    const { x } = this
    if (value === null) return x.problem('wait interval value required')
    const read = readUnsigned(value)
    if (read === null) return x.problem('wait interval not numeric')
    if (read.value > 999999) return x.problem(`too long usec wait ${read.value} > 999999 usec`)
    x.warn('Ignoring deprecated --wait-interval option.\n')
    this.state.waitInterval = true
  }

  #finish(): ParsedCommand {
    const { state, x } = this
    if (state.waitInterval && !state.waits) x.problem('--wait-interval only makes sense with --wait\n')
    if (state.table === 'nat' && (state.policy === 'DROP' || state.jump === 'DROP')) {
      x.problem(
        '\nThe "nat" table is not intended for filtering, the use of DROP is therefore inhibited.\n\n',
      )
    }
    const rule = { protocol: state.protocol, invertProtocol: state.inverted.has('p') }
    const { matches, target } = finishExtensions(x, state, rule)
    if (this.getopt.left > 0) x.problem('unknown arguments found on commandline')
    if (state.commands.length === 0) x.problem('no command specified')
    if (this.invert) x.problem('nothing appropriate following !')
    const { sources, destinations } = this.#networks()
    const illegal = illegalOption(state.commands, state.options)
    if (illegal !== null) x.problem(`Illegal option \`-${illegal}' with this command`)
    this.#checkChain()
    const { options, inverted } = state
    return {
      commands: state.commands,
      table: state.table,
      chain: state.chain,
      newName: state.newName,
      policy: state.policy,
      rulenum: state.rulenum,
      verbose: state.verbose,
      numeric: options.has('n'),
      exact: options.has('x'),
      lineNumbers: options.has('0'),
      counters: options.has('c') ? { packets: state.packets, bytes: state.bytes } : null,
      jump: state.jump,
      goto: state.goto,
      protocol: state.protocol === 0 ? null : { number: state.protocol, invert: rule.invertProtocol },
      fragment: options.has('f') ? { invert: inverted.has('f') } : null,
      in: state.in,
      out: state.out,
      sources,
      destinations,
      invertSource: inverted.has('s'),
      invertDestination: inverted.has('d'),
      matches,
      target,
    }
  }

  /** Ref: ipv4_post_parse(), ipv6_post_parse() */
  #networks(): { readonly sources: readonly Network[]; readonly destinations: readonly Network[] } {
    const { state, x } = this
    const any: Network = { address: x.ipv6 ? 0n : 0, mask: x.ipv6 ? 0n : 0 }
    const destinations = state.destination === null ? [any] : parseNetworks(x, state.destination)
    const sources = state.source === null ? [any] : parseNetworks(x, state.source)
    const inverted = state.inverted.has('s') || state.inverted.has('d')
    if (inverted && (sources.length > 1 || destinations.length > 1)) {
      x.problem('! not allowed with multiple source or destination IP addresses')
    }
    if (state.commands.includes('replace') && (sources.length !== 1 || destinations.length !== 1)) {
      x.problem('Replacement rule does not specify a unique address')
    }
    return { sources, destinations }
  }

  #checkChain(): void {
    const { state, x } = this
    const { chain, options } = state
    if (chain === null) return
    if (chain.length >= MAX_CHAIN_NAME) {
      x.problem(`chain name \`${chain}' too long (must be under ${MAX_CHAIN_NAME} chars)`)
    }
    const entering = chain === 'PREROUTING' || chain === 'INPUT'
    if (entering && options.has('o')) x.problem(`Can't use -o with ${chain}\n`)
    const leaving = chain === 'POSTROUTING' || chain === 'OUTPUT'
    if (leaving && options.has('i')) x.problem(`Can't use -i with ${chain}\n`)
  }
}

function finishExtensions(
  x: Xtables,
  state: ParseState,
  rule: { readonly protocol: number; readonly invertProtocol: boolean },
): Pick<ParsedCommand, 'matches' | 'target'> {
  const matches = state.matches.map((used) => {
    const data = used.parser.finish(used.given, rule)
    checkOptions(x, used.extension.name, used.extension.options, used.given)
    return data
  })
  const used = state.target
  if (used === null) return { matches, target: null }
  const target = used.parser.finish(used.given, rule)
  checkOptions(x, used.extension.name, used.extension.options, used.given)
  return { matches, target }
}
