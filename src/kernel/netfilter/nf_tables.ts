// Tables, chains and rules of a namespace, as they stand. Programs are shown these very objects (uapi/netfilter.ts):
// lists of rules are replaced, never changed, so what a program was given stays as it was; counters run on.
// Ref: include/net/netfilter/nf_tables.h
import type {
  Counters,
  NftChain,
  NftFamily,
  NftHook,
  NftRule,
  NftTable,
  NftTableName,
  XtRule,
} from '../../uapi/netfilter.ts'
import type { NftEvent } from '../../uapi/nfmonitor.ts'
import type { Net } from '../core/net.ts'
import type { NfHookOps, NfHookState } from '../core/nf_hooks.ts'
import type { ChainCode, RuleCode } from './nft_code.ts'

export class Rule implements NftRule {
  readonly handle: number
  /** Replaced when a chain that it jumps to is renamed. */
  rule: XtRule
  packets: number
  bytes: number
  /** Whether it may stand here depends on the way that leads here (nft_check.ts:isLimited()). */
  readonly limited: boolean
  /** Made when a packet first comes here. */
  code: RuleCode | null = null

  constructor(handle: number, rule: XtRule, counters: Counters, limited: boolean) {
    this.handle = handle
    this.limited = limited
    this.rule = rule
    this.packets = counters.packets
    this.bytes = counters.bytes
  }
}

interface Base {
  readonly hook: NftHook
  readonly priority: number
  readonly policy: 'ACCEPT' | 'DROP'
}

export class Chain implements NftChain {
  readonly table: Table
  name: string
  readonly handle: number
  base: Base | null
  counters: { packets: number; bytes: number } | null = null
  #rules: readonly Rule[] = []
  references = 0
  /** Made when a packet first comes here after a change. */
  code: ChainCode | null = null
  /** Of a base chain: its hook. */
  ops: NfHookOps | null = null

  constructor(table: Table, name: string, handle: number, base: Base | null) {
    this.table = table
    this.name = name
    this.handle = handle
    this.base = base
  }

  get rules(): readonly Rule[] {
    return this.#rules
  }

  set rules(rules: readonly Rule[]) {
    this.#rules = rules
    this.code = null
  }
}

export class Table implements NftTable {
  readonly net: Net
  readonly family: NftFamily
  readonly name: NftTableName
  readonly handle: number
  readonly byName = new Map<string, Chain>()
  #handles = 0

  constructor(net: Net, family: NftFamily, name: NftTableName, handle: number) {
    this.net = net
    this.family = family
    this.name = name
    this.handle = handle
  }

  get chains(): readonly Chain[] {
    return [...this.byName.values()].sort((a, b) => a.handle - b.handle)
  }

  /** Chains and rules draw from one row of numbers. Ref: nf_tables_alloc_handle() */
  nextHandle(): number {
    return ++this.#handles
  }
}

/** Whoever is told of rule sets and traced packets. */
interface NftListener {
  tell(event: NftEvent): void
}

/** Ref: struct nftables_pernet */
export class NftablesPernet {
  readonly tables = new Map<NftFamily, Map<NftTableName, Table>>([
    ['ip', new Map()],
    ['ip6', new Map()],
  ])
  /** Counts the batches that changed something. */
  baseSeq = 1
  readonly ruleListeners = new Set<NftListener>()
  readonly traceListeners = new Set<NftListener>()
  /** Whose packet the listeners were told of last (Ref: struct nft_traceinfo, packet_dumped). */
  traced: { readonly state: NfHookState; readonly table: Table } | null = null
  #handles = 0

  nextHandle(): number {
    return ++this.#handles
  }

  family(family: NftFamily): Map<NftTableName, Table> {
    const tables = this.tables.get(family)
    if (!tables) throw new Error(`no tables of ${family}`)
    return tables
  }
}

/** Made when it is first asked for: most namespaces never hold a rule. */
export function nftablesOf(net: Net): NftablesPernet {
  if (net.nft instanceof NftablesPernet) return net.nft
  const made = new NftablesPernet()
  net.nft = made
  return made
}
