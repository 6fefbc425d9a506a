// The tables of iptables, and the chains that each is born with (Ref: iptables/nft.c:xtables_ipv4).
import type { NftHook, NftTableName } from '../../uapi/netfilter.ts'

export interface BuiltinChain {
  readonly name: NftHook
  /** NF_IP_PRI_* */
  readonly priority: number
}

function chains(priority: number, ...names: readonly NftHook[]): readonly BuiltinChain[] {
  return names.map((name) => ({ name, priority }))
}

const TABLES: Readonly<Record<NftTableName, readonly BuiltinChain[]>> = {
  raw: chains(-300, 'PREROUTING', 'OUTPUT'),
  mangle: chains(-150, 'PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'),
  filter: chains(0, 'INPUT', 'FORWARD', 'OUTPUT'),
  security: chains(150, 'INPUT', 'FORWARD', 'OUTPUT'),
  nat: [
    { name: 'PREROUTING', priority: -100 },
    { name: 'INPUT', priority: 100 },
    { name: 'OUTPUT', priority: -100 },
    { name: 'POSTROUTING', priority: 100 },
  ],
}

export const TABLE_NAMES = Object.keys(TABLES)

export function isTableName(name: string): name is NftTableName {
  return name in TABLES
}

export function builtinChains(table: NftTableName): readonly BuiltinChain[] {
  return TABLES[table]
}

export function builtinChain(table: NftTableName, name: string): BuiltinChain | null {
  return TABLES[table].find((chain) => chain.name === name) ?? null
}
