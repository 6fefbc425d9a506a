// A table between `*filter` and COMMIT: what will be sent, and how the table looks to the lines that follow.
import type { Counters, NftChain, NftOperation, NftRule, NftTableName } from '../../uapi/netfilter.ts'
import { builtinChain } from './builtin.ts'
import type { Job } from './execute.ts'
import { makeChain, tableView, type TableView } from './ruleset.ts'
import type { Xtables } from './xtables.ts'

export class Staged {
  readonly jobs: Job[] = []
  readonly #name: NftTableName
  readonly #existed: boolean
  readonly #chains: Map<string, NftChain>
  /** Handles of rules that the kernel has not numbered yet are below zero. */
  #nextHandle = -1

  constructor(x: Xtables, name: NftTableName) {
    const view = tableView(x, name)
    this.#name = name
    this.#existed = view.exists
    this.#chains = new Map(view.chains)
  }

  get view(): TableView {
    return { name: this.#name, exists: this.#existed, chains: this.#chains }
  }

  /** Everything goes, chains and all. Ref: nft_table_flush() */
  flush(): void {
    if (this.#existed) {
      this.#send('TABLE_FLUSH', `table ${this.#name}`, { type: 'DELTABLE', table: this.#name }, null)
    }
    this.#chains.clear()
  }

  /** `:NAME -`: a chain that exists is emptied. */
  userChain(name: string, line: number): void {
    if (this.#chains.has(name)) {
      const operation: NftOperation = { type: 'DELRULE', table: this.#name, chain: name }
      this.#send('RULE_FLUSH', `rule in chain ${name}`, operation, line)
    } else {
      const operation: NftOperation = { type: 'NEWCHAIN', table: this.#name, chain: name, excl: false }
      this.#send('CHAIN_USER_ADD', `chain ${name}`, operation, line)
    }
    this.#chains.set(name, { name, handle: 0, base: null, counters: null, rules: [], references: 0 })
  }

  policy(name: string, policy: 'ACCEPT' | 'DROP', counters: Counters, line: number): void {
    const builtin = builtinChain(this.#name, name)
    if (!builtin) return
    for (const made of makeChain(this.view, name)) this.#send('CHAIN_ADD', `chain ${name}`, made, line)
    const base = { hook: builtin.name, priority: builtin.priority, policy }
    const operation: NftOperation = {
      type: 'NEWCHAIN',
      table: this.#name,
      chain: name,
      base,
      counters,
      excl: false,
    }
    this.#send('CHAIN_UPDATE', `chain ${name}`, operation, line)
  }

  add(jobs: readonly Job[]): void {
    for (const job of jobs) this.#push(job)
  }

  #send(label: string, object: string, operation: NftOperation, line: number | null): void {
    this.#push({ label, object, operation, ...(line === null ? {} : { line }) })
  }

  #push(job: Job): void {
    this.jobs.push(job)
    this.#apply(job.operation)
  }

  /** As the kernel will. */
  #apply(operation: NftOperation): void {
    switch (operation.type) {
      case 'NEWCHAIN': {
        const { chain: name, base, counters } = operation
        const known = this.#chains.get(name)
        const fresh = {
          name,
          handle: 0,
          base: base ?? null,
          counters: counters ?? null,
          rules: [],
          references: 0,
        }
        this.#chains.set(name, known ? { ...known, base: base ?? known.base } : fresh)
        return
      }
      case 'RENAMECHAIN': {
        const chain = this.#chains.get(operation.chain)
        this.#chains.delete(operation.chain)
        if (chain) this.#chains.set(operation.newName, { ...chain, name: operation.newName })
        return
      }
      case 'DELCHAIN':
        this.#chains.delete(operation.chain)
        return
      case 'DELRULE': {
        const { handle } = operation
        this.#change(operation.chain, (rules) => {
          if (handle === undefined) rules.length = 0
          else rules.splice(indexOf(rules, handle), 1)
        })
        return
      }
      case 'NEWRULE': {
        const { position, rule, counters } = operation
        const entry: NftRule = { handle: this.#nextHandle--, rule, ...counters }
        this.#change(operation.chain, (rules) => {
          if (position.kind === 'append') rules.push(entry)
          else if (position.kind === 'prepend') rules.unshift(entry)
          else if (position.kind === 'before') rules.splice(indexOf(rules, position.handle), 0, entry)
          else rules.splice(indexOf(rules, position.handle), 1, entry)
        })
      }
    }
  }

  /** The rules of a staged chain are this table's own list: changed in place once copied. */
  #change(name: string, change: (rules: NftRule[]) => void): void {
    const chain = this.#chains.get(name)
    if (!chain) return
    let rules = this.#own.get(name)
    if (rules === undefined || rules !== chain.rules) {
      rules = [...chain.rules]
      this.#own.set(name, rules)
      this.#chains.set(name, { ...chain, rules })
    }
    change(rules)
  }

  readonly #own = new Map<string, NftRule[]>()
}

function indexOf(rules: readonly NftRule[], handle: number): number {
  return rules.findIndex((rule) => rule.handle === handle)
}
