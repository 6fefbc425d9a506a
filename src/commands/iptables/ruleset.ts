// A table as iptables sees it: what the kernel holds, and the chains a table is born with where the kernel has none yet.
// Nothing is made by looking: a chain comes into being with the first command that changes it.
import type { NftChain, NftOperation, NftTableName } from '../../uapi/netfilter.ts'
import { builtinChain, builtinChains } from './builtin.ts'
import type { Xtables } from './xtables.ts'

export interface TableView {
  readonly name: NftTableName
  /** The kernel has it. */
  readonly exists: boolean
  readonly chains: ReadonlyMap<string, NftChain>
}

export function tableView(x: Xtables, name: NftTableName, rulesOf?: string | null): TableView {
  const reply = x.p.net.nftables({
    type: 'GETRULESET',
    family: x.family,
    table: name,
    ...(rulesOf === undefined ? {} : { rulesOf }),
  })
  const table = reply.tables?.find((candidate) => candidate.name === name)
  return {
    name,
    exists: table !== undefined,
    chains: new Map((table?.chains ?? []).map((chain) => [chain.name, chain])),
  }
}

/** A chain by its name, a built-in one also where the kernel has none yet. */
export function findChain(table: TableView, name: string): NftChain | null {
  const chain = table.chains.get(name)
  if (chain) return chain
  const builtin = builtinChain(table.name, name)
  if (!builtin) return null
  const base = { hook: builtin.name, priority: builtin.priority, policy: 'ACCEPT' } as const
  return { name, handle: 0, base, counters: null, rules: [], references: 0 }
}

/** Those of its birth first, then the others by name. */
export function listedChains(table: TableView): readonly NftChain[] {
  const own = builtinChains(table.name).flatMap(({ name }) => findChain(table, name) ?? [])
  const users = userChains(table)
  return [...own, ...users]
}

export function userChains(table: TableView): readonly NftChain[] {
  return [...table.chains.values()]
    .filter((chain) => chain.base === null)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A base chain that iptables has no name for. */
export function hasForeignChains(table: TableView): boolean {
  return [...table.chains.values()].some(
    (chain) => chain.base !== null && builtinChain(table.name, chain.name) === null,
  )
}

/** What makes a built-in chain where the kernel has none yet. */
export function makeChain(table: TableView, name: string): readonly NftOperation[] {
  const builtin = builtinChain(table.name, name)
  if (!builtin || table.chains.has(name)) return []
  const base = { hook: builtin.name, priority: builtin.priority, policy: 'ACCEPT' } as const
  return [{ type: 'NEWCHAIN', table: table.name, chain: name, base, excl: false }]
}
