// The rules of iptables and ip6tables as they stand, and the commands that make them: spelled as `-S` spells them.
import { builtinChain, builtinChains } from '../commands/iptables/builtin.ts'
import { saveRule } from '../commands/iptables/rule.ts'
import { splitLine } from '../commands/iptables/splitline.ts'
import { Xtables } from '../commands/iptables/xtables.ts'
import type { KernelApi, Net } from '../kernel/kernel.ts'
import type { Process } from '../os/program.ts'
import type { NftChain, NftFamily, NftTableName } from '../uapi/netfilter.ts'
import { word } from './shellquote.ts'

export interface TableState {
  readonly family: NftFamily
  readonly name: NftTableName
  /** Of the built-in ones only those that differ from what they are born as. */
  readonly chains: readonly ChainState[]
}

interface ChainState {
  readonly name: string
  /** null: a user's. */
  readonly policy: string | null
  /** What follows `-A CHAIN`, as words for the shell. */
  readonly rules: readonly string[]
}

const PROGRAMS: Readonly<Record<NftFamily, string>> = { ip: 'iptables', ip6: 'ip6tables' }

/** Protocols have the names that the machine's /etc/protocols gives them. */
export function tableStates(kernel: KernelApi, net: Net, init: Process): TableState[] {
  return (['ip', 'ip6'] as const).flatMap((family) => {
    const x = new Xtables(init, family, PROGRAMS[family])
    const { tables = [] } = kernel.nftables(net, { type: 'GETRULESET', family })
    return tables
      .map((table) => ({
        family,
        name: table.name,
        chains: table.chains
          .map((chain) => chainState(x, chain))
          .filter((chain) => chain.policy !== 'ACCEPT' || chain.rules.length > 0)
          .toSorted(inOrder(table.name)),
      }))
      .filter((table) => table.chains.length > 0)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  })
}

function chainState(x: Xtables, chain: NftChain): ChainState {
  const rules = chain.rules.map(({ rule }) => shellWords(saveRule(x, rule, null)))
  return { name: chain.name, policy: chain.base?.policy ?? null, rules }
}

/** As `-S` lists them: users' chains behind the built-in ones, by name. */
function inOrder(table: NftTableName): (a: ChainState, b: ChainState) => number {
  const builtin = builtinChains(table).map(({ name }): string => name)
  const place = ({ name }: ChainState): number =>
    builtin.includes(name) ? builtin.indexOf(name) : builtin.length
  return (a, b) => place(a) - place(b) || (a.name < b.name ? -1 : Number(a.name > b.name))
}

/** What iptables-restore would read, for bash. */
function shellWords(rule: string): string {
  return splitLine(rule)
    .map((each) => (each === '!' ? each : word(each)))
    .join(' ')
}

/** What has to go, before what is to come: rules may hold on to sets and chains that are to go too. */
export function tableCommands(
  inside: string,
  from: readonly TableState[],
  to: readonly TableState[],
): { readonly gone: string[]; readonly made: string[] } {
  const gone: string[] = []
  const made: string[] = []
  const key = (table: TableState): string => `${table.family}/${table.name}`
  const before = new Map(from.map((table) => [key(table), table]))
  const after = new Map(to.map((table) => [key(table), table]))
  for (const table of new Map([...before, ...after]).values()) {
    const { family, name } = table
    const program = `${inside}${PROGRAMS[family]}${name === 'filter' ? '' : ` -t ${name}`}`
    const old = before.get(key(table))?.chains ?? []
    const wanted = after.get(key(table))?.chains ?? []
    gone.push(...goneCommands(program, name, old, wanted))
    made.push(...madeCommands(program, old, wanted))
  }
  return { gone, made }
}

/** A chain whose rules are not what the wanted ones begin with is begun anew. */
function goneCommands(
  program: string,
  table: NftTableName,
  old: readonly ChainState[],
  wanted: readonly ChainState[],
): string[] {
  const find = (name: string): ChainState | undefined => wanted.find((chain) => chain.name === name)
  const flushed = old.filter(({ name, rules }) => !beginsWith(find(name)?.rules ?? [], rules))
  const left = old.filter(({ name }) => !find(name))
  return [
    ...flushed.map(({ name }) => `${program} -F ${word(name)}`),
    ...left.map(({ name }) =>
      builtinChain(table, name) ? `${program} -P ${name} ACCEPT` : `${program} -X ${word(name)}`,
    ),
  ]
}

function madeCommands(program: string, old: readonly ChainState[], wanted: readonly ChainState[]): string[] {
  const find = (name: string): ChainState | undefined => old.find((chain) => chain.name === name)
  const rules = wanted.flatMap((chain) => {
    const stood = find(chain.name)?.rules ?? []
    const kept = beginsWith(chain.rules, stood) ? stood.length : 0
    return chain.rules.slice(kept).map((rule) => `${program} -A ${word(chain.name)}${rule && ` ${rule}`}`)
  })
  const policies = wanted.filter(({ name, policy }) => policy !== (find(name)?.policy ?? 'ACCEPT'))
  return [
    ...wanted
      .filter(({ name, policy }) => policy === null && !find(name))
      .map(({ name }) => `${program} -N ${word(name)}`),
    ...policies.flatMap(({ name, policy }) => (policy === null ? [] : [`${program} -P ${name} ${policy}`])),
    ...rules,
  ]
}

function beginsWith(rules: readonly string[], start: readonly string[]): boolean {
  return start.every((rule, i) => rules[i] === rule)
}
