// iptables-translate: the same in the words of nft (Ref: iptables/xtables-translate.c).
import { buildRules } from './build.ts'
import { checkTable } from './execute.ts'
import { CommandParser } from './parse.ts'
import type { ParsedCommand } from './state.ts'
import { translateRule } from './translation.ts'
import { OTHER_PROBLEM, type Xtables } from './xtables.ts'

export function translateCommand(x: Xtables, words: readonly string[]): number {
  const command = new CommandParser(x, words, null).parse()
  if (command === null) return 0
  const table = checkTable(x, command.table)
  const lines = translated(x, command, `${x.family} ${table}`)
  if (lines === null) {
    x.warn('Translation not implemented\n')
    x.out.print('nft ')
    return OTHER_PROBLEM
  }
  x.out.print(lines.map((line) => `nft ${line}\n`).join(''))
  return 0
}

function translated(x: Xtables, command: ParsedCommand, table: string): readonly string[] | null {
  const [name] = command.commands
  const chain = command.chain ?? ''
  switch (name) {
    case 'append':
      return ruleLines(x, command, `add rule ${table} ${chain}`)
    case 'insert':
      return ruleLines(x, command, `insert rule ${table} ${chain}`)
    case 'new-chain':
      return [`add chain ${table} ${chain}`]
    case 'delete-chain':
      return [`delete chain ${table} ${chain}`]
    case 'flush':
      return [command.chain === null ? `flush table ${table}` : `flush chain ${table} ${chain}`]
    case 'list':
    case 'list-rules':
      return [command.chain === null ? `list table ${table}` : `list chain ${table} ${chain}`]
    case 'rename-chain':
      return [`rename chain ${table} ${chain} ${command.newName}`]
    default:
      return null
  }
}

function ruleLines(x: Xtables, command: ParsedCommand, start: string): readonly string[] {
  return buildRules(x, command).map((rule) => {
    const text = translateRule(
      x,
      rule,
      { packets: 0, bytes: 0 },
      { numericProtocol: false, stateless: true, loaded: new Map() },
    )
    const comment = rule.matches.find((match) => match.name === 'comment')
    const words = text.replace(/ {2,}/g, ' ').trim()
    return `'${start} ${words}${comment ? ` comment "${comment.text}"` : ''}'`
  })
}
