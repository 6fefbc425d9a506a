// `-L` and `-S`: a table's chains with their rules (Ref: iptables/nft.c:nft_rule_list(), nft_rule_list_save()).
import type { NftChain } from '../../uapi/netfilter.ts'
import type { XtNetwork } from '../../uapi/xt_match.ts'
import { isTableName } from './builtin.ts'
import { countText, listRule, saveRule, type ListFormat } from './rule.ts'
import { findChain, hasForeignChains, listedChains, tableView, type TableView } from './ruleset.ts'
import type { ParsedCommand } from './state.ts'
import { OTHER_PROBLEM, type Xtables } from './xtables.ts'

export function listRules(x: Xtables, command: ParsedCommand, table: TableView): void {
  if (hasForeignChains(table)) x.out.print(foreignWarning(table))
  const one = command.chain === null ? null : findChain(table, command.chain)
  if (command.chain !== null && one === null) {
    const where = `chain \`${command.chain}' in table \`${table.name}'`
    x.fail(OTHER_PROBLEM, `${where} is incompatible, use 'nft' tool.`)
  }
  const chains = one === null ? listedChains(table) : [one]
  if (command.commands.includes('list')) printTable(x, command, chains)
  else printCommands(x, command, table, chains)
}

/** Sources and destinations of the rules that `-L` prints, in its order. */
export function networksListed(x: Xtables, command: ParsedCommand): readonly XtNetwork[] {
  if (!isTableName(command.table)) return []
  const table = tableView(x, command.table, command.chain ?? undefined)
  const one = command.chain === null ? null : findChain(table, command.chain)
  const chains = command.chain === null ? listedChains(table) : one === null ? [] : [one]
  return chains.flatMap((chain) =>
    chain.rules.flatMap(({ rule: { source, destination } }) =>
      [source, destination].filter((network) => network !== null),
    ),
  )
}

export function foreignWarning(table: TableView): string {
  return `# Table \`${table.name}' contains incompatible base-chains, use 'nft' tool to list them.\n`
}

function printTable(x: Xtables, command: ParsedCommand, chains: readonly NftChain[]): void {
  const format: ListFormat = {
    numeric: command.numeric,
    exact: command.exact,
    counters: command.verbose > 0,
    lineNumbers: command.lineNumbers,
    interfaces: command.verbose > 0,
  }
  chains.forEach((chain, i) => {
    if (command.rulenum === 0) {
      if (i > 0) x.out.print('\n')
      x.out.print(header(chain, format))
    }
    chain.rules.forEach((rule, index) => {
      if (command.rulenum !== 0 && command.rulenum !== index + 1) return
      x.out.print(listRule(x, rule.rule, rule, index + 1, format))
    })
  })
}

function header({ name, base, counters, references }: NftChain, format: ListFormat): string {
  const { exact } = format
  const { packets, bytes } = counters ?? { packets: 0, bytes: 0 }
  const counts = `${countText(packets, exact)} packets, ${countText(bytes, exact)} bytes`
  const policy = base === null ? '' : `policy ${base.policy}${format.counters ? ` ${counts}` : ''}`
  const title = `Chain ${name} (${base === null ? `${references} references` : policy})\n`
  const columns = [
    format.lineNumbers ? 'num  ' : '',
    format.counters ? (exact ? '    pkts      bytes ' : ' pkts bytes ') : '',
    'target     prot opt',
    format.interfaces ? ' in     out    ' : '',
    ' source               destination         \n',
  ]
  return title + columns.join('')
}

function printCommands(
  x: Xtables,
  command: ParsedCommand,
  table: TableView,
  chains: readonly NftChain[],
): void {
  const counted = command.verbose > 0
  if (command.rulenum === 0) {
    for (const { name, base, counters } of chains) {
      const { packets, bytes } = counters ?? { packets: 0, bytes: 0 }
      const suffix = counted ? ` -c ${packets} ${bytes}` : ''
      x.out.print(base === null ? `-N ${name}\n` : `-P ${name} ${base.policy}${suffix}\n`)
    }
  }
  for (const chain of chains) {
    chain.rules.forEach((rule, index) => {
      if (command.rulenum !== 0 && command.rulenum !== index + 1) return
      x.out.print(`-A ${chain.name}${saveRule(x, rule.rule, counted ? rule : null)}\n`)
    })
  }
}

/** `:NAME POLICY [packets:bytes]` lines and rules, as iptables-save writes a table. */
export function saveTable(x: Xtables, table: TableView, counted: boolean): string {
  const lines = [`*${table.name}`]
  for (const { name, base, counters } of listedChains(table)) {
    const { packets, bytes } = counters ?? { packets: 0, bytes: 0 }
    lines.push(`:${name} ${base === null ? '-' : base.policy} [${packets}:${bytes}]`)
  }
  for (const chain of listedChains(table)) {
    for (const rule of chain.rules) {
      const prefix = counted ? `[${rule.packets}:${rule.bytes}] ` : ''
      lines.push(`${prefix}-A ${chain.name}${saveRule(x, rule.rule, null)}`)
    }
  }
  lines.push('COMMIT')
  return `${lines.join('\n')}\n`
}
