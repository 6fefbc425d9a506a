// Tables as nft lists them. Ref: nftables src/rule.c:table_print(), chain_print()
import type { NftChain, NftTable } from '../../uapi/netfilter.ts'
import { isOwnRule, translateRule, type Translation } from '../iptables/translation.ts'
import type { Xtables } from '../iptables/xtables.ts'

export interface PrintSettings extends Translation {
  readonly handles: boolean
  readonly numericPriority: boolean
  readonly numericFlags: boolean
}

/** Names of priorities, the last two only where they are usual. */
function priorityText({ hook, priority }: NonNullable<NftChain['base']>, numeric: boolean): string {
  if (numeric) return String(priority)
  const names: Readonly<Record<number, string>> = {
    [-300]: 'raw',
    [-150]: 'mangle',
    0: 'filter',
    50: 'security',
  }
  if (priority === -100 && hook === 'PREROUTING') return 'dstnat'
  if (priority === 100 && hook === 'POSTROUTING') return 'srcnat'
  return names[priority] ?? String(priority)
}

function chainType(table: NftTable, { hook }: NonNullable<NftChain['base']>): string {
  if (table.name === 'nat') return 'nat'
  return table.name === 'mangle' && hook === 'OUTPUT' ? 'route' : 'filter'
}

function baseLine(table: NftTable, { base }: NftChain, numeric: boolean): string {
  if (base === null) return ''
  const where = `type ${chainType(table, base)} hook ${base.hook.toLowerCase()}`
  const policy = base.policy.toLowerCase()
  return `\t\t${where} priority ${priorityText(base, numeric)}; policy ${policy};\n`
}

const TCP_FLAGS: Readonly<Record<string, string>> = {
  fin: '0x1',
  syn: '0x2',
  rst: '0x4',
  psh: '0x8',
  ack: '0x10',
  urg: '0x20',
}

function numericFlags(text: string): string {
  return text.replace(/tcp flags (!= )?[a-z,]+ \/ [a-z,]+/g, (flags) =>
    flags.replace(/\b(fin|syn|rst|psh|ack|urg)\b/g, (name) => TCP_FLAGS[name] ?? name),
  )
}

export function printChain(x: Xtables, table: NftTable, chain: NftChain, settings: PrintSettings): string {
  const mark = (handle: number): string => (settings.handles ? ` # handle ${handle}` : '')
  const lines = chain.rules.map(({ rule, packets, bytes, handle }) => {
    const text = translateRule(x, rule, { packets, bytes }, settings)
    return `\t\t${settings.numericFlags ? numericFlags(text) : text}${mark(handle)}\n`
  })
  const head = `\tchain ${chain.name} {${mark(chain.handle)}\n`
  return `${head}${baseLine(table, chain, settings.numericPriority)}${lines.join('')}\t}\n`
}

export function printTable(
  x: Xtables,
  table: NftTable,
  chains: readonly NftChain[],
  settings: PrintSettings,
): string {
  const foreign = chains.some(({ rules }) => rules.some(({ rule }) => !isOwnRule(rule)))
  const title = `${table.family} ${table.name}`
  const warning = foreign ? `# Warning: table ${title} is managed by iptables-nft, do not touch!\n` : ''
  const handle = settings.handles ? ` # handle ${table.handle}` : ''
  const body = chains.map((chain) => printChain(x, table, chain, settings)).join('\n')
  return `${warning}table ${title} {${handle}\n${body}}\n`
}

/** `list chains`: what each chain is, without its rules. */
export function printChains(table: NftTable, numericPriority: boolean): string {
  const chains = table.chains.map(
    (chain) => `\tchain ${chain.name} {\n${baseLine(table, chain, numericPriority)}\t}\n`,
  )
  return `table ${table.family} ${table.name} {\n${chains.join('')}}\n`
}
