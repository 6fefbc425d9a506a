// nft of nftables 1.0.6, as far as it looks at what iptables made: it lists rule sets and takes them away.
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { NftChain, NftFamily, NftOperation, NftTable } from '../../uapi/netfilter.ts'
import type { Command } from '../command.ts'
import { isTableName } from '../iptables/builtin.ts'
import { Xtables } from '../iptables/xtables.ts'
import type { Args } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { printChains, printTable, type PrintSettings } from './print.ts'
import { parseStatement, type Statement, type Word } from './statement.ts'
import { USAGE } from './usage.ts'

type NftOption = 'h' | 'v' | 'f' | 'c' | 'a' | 's' | 't' | 'n' | 'y' | 'p' | 'T' | 'e'

export const nftCommand: Command = defineTool<NftOption>({
  name: 'nft',
  path: '/usr/sbin/nft',
  summary: 'show the rules that iptables made in the words of nftables',
  usage: ['[ options ] [ cmds... ]'],
  options: {
    h: ['-h, --help', 'print help'],
    v: ['-v, --version', 'print the version'],
    f: ['-f, --file=FILE', 'read commands from a file'],
    c: ['-c, --check', 'change nothing'],
    a: ['-a, --handle', 'show handles'],
    s: ['-s, --stateless', 'no counters'],
    t: ['-t, --terse', 'no contents of sets'],
    n: ['-n, --numeric', 'priorities, protocols and flags as numbers'],
    y: ['-y, --numeric-priority', 'priorities as numbers'],
    p: ['-p, --numeric-protocol', 'protocols as numbers'],
    T: ['-T, --numeric-time', 'times as numbers'],
    e: ['-e, --echo', 'accepted'],
  },
  refused: [
    '-V',
    '-D, --define=NAME',
    '-i, --interactive',
    '-I, --includepath=DIR',
    '-o, --optimize',
    '-S, --service',
    '-N, --reversedns',
    '-u, --guid',
    '-j, --json',
    '-d, --debug=LEVEL',
  ],
  forms: [
    'nft list { ruleset | tables | chains } [FAMILY]',
    'nft list { table [FAMILY] TABLE | chain [FAMILY] TABLE CHAIN }',
    'nft flush { ruleset | table [FAMILY] TABLE | chain [FAMILY] TABLE CHAIN }',
    'nft delete { table [FAMILY] TABLE | chain [FAMILY] TABLE CHAIN | rule [FAMILY] TABLE CHAIN handle N }',
  ],
  ownHelp: true,
  stopAtOperand: true,
  hint: '',
  completeWord: (p, before) => completeNft(p, before),
  main: nft,
})

function* nft(tool: Tool, args: Args<NftOption>): Blocking<number> {
  if (args.has('h')) {
    tool.out.print(USAGE)
    return 0
  }
  if (args.has('v')) {
    tool.out.print('nftables v1.0.6 (Lester Gooch #5)\n')
    return 0
  }
  const file = args.last('f')
  let text = args.operands.join(' ')
  if (file === '-' || file === '/dev/stdin') text = yield* tool.p.io.text(0)
  else if (file !== null) {
    const read = tool.p.fs.readText(file)
    if (isErrno(read)) {
      tool.p.io.err(`internal:0:0-0: Error: Could not open file "${file}": ${read.text}\n\n`)
      return 1
    }
    text = read
  } else if (args.operands.length === 0) {
    tool.p.io.err('nft: no command specified\n')
    return 1
  }
  const numeric = args.has('n')
  const settings: PrintSettings = {
    handles: args.has('a'),
    stateless: args.has('s'),
    loaded: new Map(),
    numericPriority: numeric || args.has('y'),
    numericProtocol: numeric || args.has('p'),
    numericFlags: numeric,
  }
  const session = new NftSession(tool, settings, args.has('c'))
  const lines = text.split(/[;\n]/).map((line) => (file === null ? line : line.replace(/#.*/, '')))
  for (const line of lines) {
    if (line.trim() === '') continue
    const status = session.run(line)
    if (status !== 0) return status
  }
  return 0
}

class NftSession {
  readonly #tool: Tool
  readonly #settings: PrintSettings
  /** Changes are only looked at. */
  readonly #checkOnly: boolean

  constructor(tool: Tool, settings: PrintSettings, checkOnly: boolean) {
    this.#tool = tool
    this.#settings = settings
    this.#checkOnly = checkOnly
  }

  run(line: string): number {
    const parsed = parseStatement(line)
    if ('unsupported' in parsed) return this.#tool.unsupported(`${parsed.unsupported} (native rules)`)
    if ('syntax' in parsed) return this.#error(`syntax error, ${parsed.syntax}`, line, parsed.at)
    return this.#do(parsed.statement, line)
  }

  #error(message: string, line: string, { text, at }: Word): number {
    const caret = `${' '.repeat(at)}${'^'.repeat(Math.max(1, text.length))}`
    this.#tool.p.io.err(`Error: ${message}\n${line}\n${caret}\n`)
    return 1
  }

  #do(statement: Statement, line: string): number {
    switch (statement.verb) {
      case 'list ruleset':
        for (const table of this.#tables(statement.family)) this.#print(table, table.chains)
        return 0
      case 'list tables':
        for (const { family, name } of this.#tables(statement.family)) {
          this.#tool.out.print(`table ${family} ${name}\n`)
        }
        return 0
      case 'list chains':
        for (const table of this.#tables(statement.family)) {
          this.#tool.out.print(printChains(table, this.#settings.numericPriority))
        }
        return 0
      case 'list sets':
        for (const { family, name } of this.#tables(statement.family)) {
          this.#tool.out.print(`table ${family} ${name} {\n}\n`)
        }
        return 0
      case 'list counters':
        return 0
      case 'flush ruleset':
        return this.#flushRuleset(statement.family)
      default:
        return this.#doTable(statement, line)
    }
  }

  #doTable(statement: Extract<Statement, { readonly table: Word }>, line: string): number {
    const { family, verb } = statement
    const missing = verb.startsWith('list') ? '' : 'Could not process rule: '
    const noSuch = (word: Word): number => this.#error(`${missing}No such file or directory`, line, word)
    const table = this.#tables(family).find(({ name }) => name === statement.table.text)
    if (!table) return noSuch(statement.table)
    if (!('chain' in statement)) return this.#wholeTable(verb, table)
    const chain = table.chains.find(({ name }) => name === statement.chain.text)
    if (!chain) return noSuch(statement.chain)
    const where = { table: table.name, chain: chain.name }
    switch (statement.verb) {
      case 'list chain':
        this.#print(table, [chain])
        return 0
      case 'flush chain':
        return this.#change(family, [{ type: 'DELRULE', ...where }], line, statement.chain)
      case 'delete chain':
        return this.#change(family, [{ type: 'DELCHAIN', ...where }], line, statement.chain)
      case 'delete rule': {
        const handle = Number(statement.handle.text)
        if (!chain.rules.some((rule) => rule.handle === handle)) return noSuch(statement.handle)
        return this.#change(family, [{ type: 'DELRULE', ...where, handle }], line, statement.handle)
      }
    }
  }

  #wholeTable(verb: Statement['verb'], table: NftTable): number {
    if (verb === 'list table') {
      this.#print(table, table.chains)
      return 0
    }
    const at: Word = { text: table.name, at: 0 }
    if (verb === 'delete table') {
      return this.#change(table.family, [{ type: 'DELTABLE', table: table.name }], '', at)
    }
    const operations = table.chains.map(({ name }): NftOperation => ({
      type: 'DELRULE',
      table: table.name,
      chain: name,
    }))
    return this.#change(table.family, operations, '', at)
  }

  #flushRuleset(family: NftFamily | 'none' | null): number {
    for (const name of ['ip', 'ip6'] as const) {
      const operations = this.#tables(family)
        .filter((table) => table.family === name)
        .map((table): NftOperation => ({ type: 'DELTABLE', table: table.name }))
      if (operations.length > 0) this.#change(name, operations, '', { text: '', at: 0 })
    }
    return 0
  }

  #change(family: NftFamily, operations: readonly NftOperation[], line: string, at: Word): number {
    if (this.#checkOnly || operations.length === 0) return 0
    const { error } = this.#tool.p.net.nftables({ type: 'BATCH', family, operations })
    return error ? this.#error(`Could not process rule: ${error.errno.text}`, line, at) : 0
  }

  /** Of both families in the order they were made. */
  #tables(family: NftFamily | 'none' | null): readonly NftTable[] {
    return tablesOf(this.#tool.p, family)
  }

  #print(table: NftTable, chains: readonly NftChain[]): void {
    const x = new Xtables(this.#tool.p, table.family, 'nft')
    this.#tool.out.print(printTable(x, table, chains, this.#settings))
  }
}

function tablesOf(p: Process, family: NftFamily | 'none' | null): readonly NftTable[] {
  const families = (['ip', 'ip6'] as const).filter((name) => family === null || family === name)
  return families
    .flatMap((name) => p.net.nftables({ type: 'GETRULESET', family: name }).tables ?? [])
    .sort((a, b) => a.handle - b.handle)
}

function completeNft(p: Process, before: readonly string[]): readonly string[] {
  const [verb, object, ...rest] = before
  if (verb === undefined) return ['list', 'flush', 'delete']
  if (object === undefined) {
    if (verb === 'list') return ['ruleset', 'tables', 'table', 'chains', 'chain']
    return verb === 'flush' ? ['ruleset', 'table', 'chain'] : ['table', 'chain', 'rule']
  }
  const [family, table] = rest
  if (family === undefined) return ['ip', 'ip6']
  if (family !== 'ip' && family !== 'ip6') return []
  const tables = tablesOf(p, family)
  if (table === undefined) return tables.map(({ name }) => name)
  if (rest.length > 2 || !isTableName(table)) return []
  return tables.find(({ name }) => name === table)?.chains.map(({ name }) => name) ?? []
}
