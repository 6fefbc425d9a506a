// Requests about rule sets: what stands, and batches of changes that hold together or not at all.
// Ref: net/netfilter/nf_tables_api.c
import { EBUSY, EEXIST, ENOENT, EOPNOTSUPP } from '../../uapi/errno.ts'
import type {
  NftChain,
  NftFamily,
  NftOperation,
  NftReply,
  NftRequest,
  NftTable,
  NftTableName,
} from '../../uapi/netfilter.ts'
import type { NftChange, NftSender } from '../../uapi/nfmonitor.ts'
import type { KernelModule } from '../core/module.ts'
import { refuse, type Net, type Refusal } from '../core/net.ts'
import { creditRule } from '../core/provenance.ts'
import { recentFolder } from './matches/recent.ts'
import { nfLogSysctls } from './nf_log_sysctl.ts'
import { Chain, nftablesOf, Rule, Table, type NftablesPernet } from './nf_tables.ts'
import { NftMonitor, nftNotify } from './nf_tables_trace.ts'
import { nftRegisterHook, nftUnregisterHook } from './nft_chain_types.ts'
import { checkRule, destroyRule, isLimited, validateTable } from './nft_check.ts'

export const nfTablesModule: KernelModule = {
  name: 'nf_tables',
  init(stack) {
    stack.nftables = nftablesRcv
    stack.nftMonitor = (net, groups) => new NftMonitor(net, groups)
    stack.sysctlTables.push(nfLogSysctls(stack))
    stack.procNetFolders.set('xt_recent', recentFolder)
  },
}

/** Ref: nfnetlink_rcv_batch() */
function nftablesRcv(net: Net, request: NftRequest, sender: NftSender): NftReply {
  const { family } = request
  const nft = nftablesOf(net)
  if (request.type === 'BATCH') {
    const { operations } = request
    // The whole of it is looked at when all is done; if that fails, once more to find which operation it was.
    const error = new Batch(net, nft, family, false).run(operations, sender)
    const refused =
      error && error.operation < 0 ? new Batch(net, nft, family, true).run(operations, sender) : error
    if (refused) return { error: refused }
    net.version++
  }
  const tables = [...nft.family(family).values()]
  return { tables: request.type === 'BATCH' ? tables : dump(tables, request) }
}

/** What was asked for of the tables. Ref: nf_tables_dump_rules() */
function dump(
  tables: readonly NftTable[],
  { table, rulesOf }: NftRequest & { type: 'GETRULESET' },
): readonly NftTable[] {
  const asked = table === undefined ? tables : tables.filter(({ name }) => name === table)
  if (rulesOf === undefined) return asked
  return asked.map(({ family, name, handle, chains }) => ({
    family,
    name,
    handle,
    chains: chains.map((chain) => (chain.name === rulesOf ? chain : withoutRules(chain))),
  }))
}

function withoutRules({ name, handle, base, counters, references }: NftChain): NftChain {
  return { name, handle, base, counters, rules: [], references }
}

type BatchError = Refusal & { readonly operation: number }

class Batch {
  readonly #net: Net
  readonly #nft: NftablesPernet
  readonly #family: NftFamily
  /** Looks at the whole table after every rule. */
  readonly #careful: boolean
  readonly #undo: (() => void)[] = []
  /** What is only done when all went well. */
  readonly #commit: (() => void)[] = []
  /** Chains whose list of rules is this batch's own, and may be changed in place. */
  readonly #owned = new Map<Chain, Rule[]>()
  readonly #touched = new Set<Table>()
  /** What listeners will be told, as it will then be; null while there are none. */
  readonly #changes: (() => NftChange)[] | null
  #changed = false

  constructor(net: Net, nft: NftablesPernet, family: NftFamily, careful: boolean) {
    this.#net = net
    this.#nft = nft
    this.#family = family
    this.#careful = careful
    this.#changes = nft.ruleListeners.size > 0 ? [] : null
  }

  run(operations: readonly NftOperation[], sender: NftSender): BatchError | null {
    const error = this.#all(operations)
    if (error) for (const undo of this.#undo.reverse()) undo()
    else this.#done(sender)
    return error
  }

  /** Ref: nf_tables_commit() */
  #done({ pid, comm }: NftSender): void {
    for (const commit of this.#commit) commit()
    if (!this.#changed) return
    const genid = ++this.#nft.baseSeq
    if (!this.#changes) return
    const changes = this.#changes.map((change) => change())
    nftNotify(this.#net, [...changes, { type: 'NEWGEN', genid, pid, comm }])
  }

  #tell(change: () => NftChange): void {
    this.#changed = true
    this.#changes?.push(change)
  }

  #tellTable(table: Table, added: boolean): void {
    const { family, name, handle } = table
    this.#tell(() => {
      const use = added ? table.byName.size : 0
      return { type: 'TABLE', added, family, table: name, handle, use }
    })
  }

  #tellChain(chain: Chain, added: boolean): void {
    const { family, name: table } = chain.table
    const { name, base } = chain
    this.#tell(() => {
      const use = chain.rules.length
      return { type: 'CHAIN', added, family, table, chain: name, base, use }
    })
  }

  #tellRule(chain: Chain, rule: Rule, added: boolean): void {
    const { family, name: table } = chain.table
    const { name } = chain
    this.#tell(() => ({ type: 'RULE', added, family, table, chain: name, rule }))
  }

  /** −1: the table as a whole is refused. */
  #all(operations: readonly NftOperation[]): BatchError | null {
    for (const [operation, request] of operations.entries()) {
      const refused = this.#one(request)
      if (refused) return { ...refused, operation }
    }
    if (this.#careful) return null
    for (const table of this.#touched) {
      const refused = validateTable(table)
      if (refused) return { ...refused, operation: -1 }
    }
    return null
  }

  #one(request: NftOperation): Refusal | null {
    if (request.type === 'NEWTABLE') {
      this.#table(request.table)
      return null
    }
    const table = this.#nft.family(this.#family).get(request.table)
    switch (request.type) {
      case 'NEWCHAIN':
        return this.#newChain(this.#table(request.table), request)
      case 'DELTABLE':
        return table ? this.#delTable(table) : refuse(ENOENT)
      default:
    }
    const chain = table?.byName.get(request.chain)
    if (!table || !chain) return refuse(ENOENT)
    switch (request.type) {
      case 'RENAMECHAIN':
        return this.#renameChain(chain, request.newName)
      case 'DELCHAIN':
        return this.#delChain(chain)
      case 'NEWRULE':
        return this.#newRule(chain, request)
      case 'DELRULE':
        return this.#delRules(chain, request.handle)
    }
  }

  #table(name: NftTableName): Table {
    const tables = this.#nft.family(this.#family)
    const known = tables.get(name)
    if (known) return known
    const table = new Table(this.#net, this.#family, name, this.#nft.nextHandle())
    tables.set(name, table)
    this.#tellTable(table, true)
    this.#undo.push(() => tables.delete(name))
    return table
  }

  #delTable(table: Table): null {
    const tables = this.#nft.family(this.#family)
    for (const chain of table.chains) {
      for (const rule of chain.rules) this.#dropRule(chain, rule)
      this.#commit.push(() => nftUnregisterHook(chain))
    }
    for (const chain of table.chains) this.#tellChain(chain, false)
    this.#tellTable(table, false)
    tables.delete(table.name)
    this.#undo.push(() => tables.set(table.name, table))
    return null
  }

  /** Ref: nf_tables_newchain() */
  #newChain(table: Table, request: NftOperation & { type: 'NEWCHAIN' }): Refusal | null {
    const known = table.byName.get(request.chain)
    if (known) return request.excl ? refuse(EEXIST) : this.#updateChain(known, request)
    const chain = new Chain(table, request.chain, table.nextHandle(), request.base ?? null)
    if (request.counters && request.base) chain.counters = { ...request.counters }
    table.byName.set(chain.name, chain)
    this.#tellChain(chain, true)
    this.#undo.push(() => table.byName.delete(chain.name))
    this.#commit.push(() => nftRegisterHook(chain))
    return null
  }

  /** A base chain's policy and counters. Ref: nf_tables_updchain() */
  #updateChain(chain: Chain, { base, counters }: NftOperation & { type: 'NEWCHAIN' }): Refusal | null {
    const before = { base: chain.base, counters: chain.counters }
    if (base) {
      if (!before.base) return refuse(EEXIST)
      if (before.base.hook !== base.hook || before.base.priority !== base.priority) return refuse(EEXIST)
      chain.base = base
    }
    if (counters) {
      if (!before.base) return refuse(EOPNOTSUPP)
      chain.counters = { ...counters }
    }
    this.#tellChain(chain, true)
    this.#undo.push(() => Object.assign(chain, before))
    return null
  }

  #renameChain(chain: Chain, newName: string): Refusal | null {
    const { byName } = chain.table
    if (byName.has(newName)) return refuse(EEXIST)
    const oldName = chain.name
    rename(chain, newName)
    this.#tellChain(chain, true)
    this.#undo.push(() => rename(chain, oldName))
    return null
  }

  /** Only one that is empty and that no rule jumps to. Ref: nf_tables_delchain() */
  #delChain(chain: Chain): Refusal | null {
    if (chain.rules.length > 0 || chain.references > 0) return refuse(EBUSY)
    const { table, name } = chain
    table.byName.delete(name)
    this.#tellChain(chain, false)
    this.#undo.push(() => table.byName.set(name, chain))
    this.#commit.push(() => nftUnregisterHook(chain))
    return null
  }

  /** Ref: nf_tables_newrule() */
  #newRule(chain: Chain, request: NftOperation & { type: 'NEWRULE' }): Refusal | null {
    const { position } = request
    const rules = this.#own(chain)
    const handle = 'handle' in position ? position.handle : null
    const index = handle === null ? -1 : rules.findIndex((other) => other.handle === handle)
    if (handle !== null && index < 0) return refuse(ENOENT)
    const rule = new Rule(chain.table.nextHandle(), request.rule, request.counters, isLimited(request.rule))
    creditRule(this.#net.stack, chain.name, rule)
    const refused = checkRule(chain, rule.rule)
    if (refused) return refused
    this.#undo.push(() => destroyRule(chain, rule.rule))
    this.#refer(chain.table, rule, 1)
    const replaced = position.kind === 'replace' ? rules[index] : undefined
    if (position.kind === 'append') rules.push(rule)
    else if (position.kind === 'prepend') rules.unshift(rule)
    else rules.splice(index, replaced ? 1 : 0, rule)
    chain.code = null
    if (replaced) this.#dropRule(chain, replaced)
    this.#tellRule(chain, rule, true)
    this.#touched.add(chain.table)
    return this.#careful ? validateTable(chain.table) : null
  }

  #delRules(chain: Chain, handle: number | undefined): Refusal | null {
    const rules = this.#own(chain)
    const index = rules.findIndex((rule) => rule.handle === handle)
    if (handle !== undefined && index < 0) return refuse(ENOENT)
    const gone = handle === undefined ? rules.splice(0) : rules.splice(index, 1)
    for (const rule of gone) this.#dropRule(chain, rule)
    chain.code = null
    return null
  }

  #dropRule(chain: Chain, rule: Rule): void {
    this.#refer(chain.table, rule, -1)
    this.#tellRule(chain, rule, false)
    this.#commit.push(() => destroyRule(chain, rule.rule))
  }

  /** Counts a jump where it leads. */
  #refer(table: Table, { rule }: Rule, count: number): void {
    if (rule.target.name !== 'jump') return
    const to = table.byName.get(rule.target.chain)
    if (!to) return
    to.references += count
    this.#undo.push(() => {
      to.references -= count
    })
  }

  /** The chain's rules as a list that no one else has. */
  #own(chain: Chain): Rule[] {
    const owned = this.#owned.get(chain)
    if (owned) return owned
    const before = chain.rules
    const rules = [...before]
    chain.rules = rules
    this.#owned.set(chain, rules)
    this.#undo.push(() => {
      chain.rules = before
    })
    return rules
  }
}

/** Rules that jump to it call it by its new name. */
function rename(chain: Chain, newName: string): void {
  const { byName, chains } = chain.table
  for (const { rules } of chains) {
    for (const rule of rules) {
      const { target } = rule.rule
      if (target.name !== 'jump' || target.chain !== chain.name) continue
      rule.rule = { ...rule.rule, target: { ...target, chain: newName } }
      rule.code = null
    }
  }
  for (const each of chains) each.code = null
  byName.delete(chain.name)
  chain.name = newName
  byName.set(newName, chain)
}
