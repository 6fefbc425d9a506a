// What a command line asks of the kernel. A command gives what is to be sent, or the words of its refusal; what is
// sent holds together or not at all. Ref: iptables/nft.c, nft-cmd.c
import type { Counters, NftChain, NftOperation, NftTableName, XtRule } from '../../uapi/netfilter.ts'
import { buildRules } from './build.ts'
import { builtinChain, builtinChains, isTableName } from './builtin.ts'
import { sameRule } from './compare.ts'
import { listRules } from './list.ts'
import { tellRule } from './rule.ts'
import { findChain, listedChains, makeChain, tableView, userChains, type TableView } from './ruleset.ts'
import type { ParsedCommand } from './state.ts'
import { OTHER_PROBLEM, RESOURCE_PROBLEM, VERSION_PROBLEM, type Xtables } from './xtables.ts'

/** One object that is sent, and how a failure of it is told. */
export interface Job {
  readonly operation: NftOperation
  /** `RULE_APPEND`, and `rule in chain INPUT`. */
  readonly label: string
  readonly object: string
  /** Of the file that is restored. */
  readonly line?: number
}

/** Ref: nft_strerror() */
export type Refusal =
  | 'No chain/target/match by that name'
  | 'Bad rule (does a matching rule exist in that chain?)'
  | 'Index of insertion too big'
  | 'Index of deletion too big'
  | 'Index of replacement too big'
  | 'Chain already exists'
  | 'File exists'
  | 'Directory not empty'
  | 'Bad built-in chain name'
  | 'Bad policy name'
  | 'Incompatible with this kernel'

export type Outcome = { readonly jobs: readonly Job[] } | { readonly refusal: Refusal }

const NO_CHAIN: Outcome = { refusal: 'No chain/target/match by that name' }
const BAD_RULE: Outcome = { refusal: 'Bad rule (does a matching rule exist in that chain?)' }
const NOTHING: Outcome = { jobs: [] }

export function checkTable(x: Xtables, name: string): NftTableName {
  if (isTableName(name)) return name
  return x.fail(VERSION_PROBLEM, `table '${name}' does not exist`)
}

/** Commands that work on the rules of one chain. */
export class Commands {
  readonly x: Xtables
  readonly command: ParsedCommand
  readonly table: TableView

  constructor(x: Xtables, command: ParsedCommand, table: TableView) {
    this.x = x
    this.command = command
    this.table = table
  }

  static run(x: Xtables, command: ParsedCommand): Outcome {
    const table = checkTable(x, command.table)
    return new Commands(x, command, tableView(x, table, rulesNeeded(command))).outcome()
  }

  outcome(): Outcome {
    const { command } = this
    const [first] = command.commands
    // Listing and zeroing may come together: what is listed is as it was before.
    const zeroes = command.commands.find((name) => name === 'zero' || name === 'zero-num')
    if (command.commands.includes('list') || command.commands.includes('list-rules')) {
      listRules(this.x, command, this.table)
      return zeroes === undefined ? NOTHING : this.#zero(zeroes === 'zero-num')
    }
    switch (first) {
      case 'append':
      case 'insert':
        return this.#add(first)
      case 'replace':
        return this.#replace()
      case 'delete':
      case 'check':
        return this.#find(first)
      case 'delete-num':
        return this.#deleteNumber()
      case 'flush':
        return this.#flush()
      case 'zero':
      case 'zero-num':
        return this.#zero(first === 'zero-num')
      case 'new-chain':
        return this.#newChain()
      case 'delete-chain':
        return this.#deleteChain()
      case 'rename-chain':
        return this.#renameChain()
      case 'policy':
        return this.#policy()
      default:
        return NOTHING
    }
  }

  get #chainName(): string {
    return this.command.chain ?? ''
  }

  #job(label: string, object: string, operation: NftOperation): Job {
    return { operation, label, object }
  }

  #rule(label: string, operation: NftOperation): Job {
    return this.#job(label, `rule in chain ${this.#chainName}`, operation)
  }

  #made(name: string): readonly Job[] {
    return makeChain(this.table, name).map((operation) => this.#job('CHAIN_ADD', `chain ${name}`, operation))
  }

  /** Ref: assert_chain_exists() */
  #checkJump(): void {
    const missing = missingJump(this.command, this.table)
    if (missing !== null) this.x.problem(`Chain '${missing}' does not exist`)
  }

  #tell(rule: XtRule): void {
    if (this.command.verbose > 0) this.x.out.print(tellRule(this.x, rule))
  }

  #add(how: 'append' | 'insert'): Outcome {
    this.#checkJump()
    const { command } = this
    const rules = buildRules(this.x, command)
    // What is appended is told of whether or not there is a chain for it.
    if (how === 'append') for (const rule of rules) this.#tell(rule)
    const chain = findChain(this.table, this.#chainName)
    if (chain === null) return NO_CHAIN
    const jobs: Job[] = [...this.#made(chain.name)]
    let position: Extract<NftOperation, { type: 'NEWRULE' }>['position'] = { kind: 'append' }
    if (how === 'insert') {
      if (command.rulenum === 1) position = { kind: 'prepend' }
      else {
        const at = chain.rules[command.rulenum - 1]
        if (!at && command.rulenum - 1 !== chain.rules.length)
          return { refusal: 'Index of insertion too big' }
        if (at) position = { kind: 'before', handle: at.handle }
      }
    }
    if (how === 'insert') for (const rule of rules) this.#tell(rule)
    // Each of several takes the place that was named: the last stands first.
    const before = position.kind === 'before' || (how === 'insert' && position.kind === 'append')
    for (const rule of before ? rules.toReversed() : rules) {
      const operation: NftOperation = {
        type: 'NEWRULE',
        table: this.table.name,
        chain: chain.name,
        position,
        rule,
        counters: this.#counters(),
      }
      jobs.push(this.#rule(position.kind === 'append' ? 'RULE_APPEND' : 'RULE_INSERT', operation))
    }
    return { jobs }
  }

  /** ip6tables 1.8.9 reads counters and forgets them (Ref: ipv6_post_parse()). */
  #counters(): Counters {
    const given = this.x.ipv6 ? null : this.command.counters
    return given ?? { packets: 0, bytes: 0 }
  }

  #replace(): Outcome {
    this.#checkJump()
    const chain = this.table.chains.get(this.#chainName)
    if (!chain) return NO_CHAIN
    const old = chain.rules[this.command.rulenum - 1]
    const [rule] = buildRules(this.x, this.command)
    if (!old || !rule) return { refusal: 'Index of replacement too big' }
    this.#tell(rule)
    const operation: NftOperation = {
      type: 'NEWRULE',
      table: this.table.name,
      chain: chain.name,
      position: { kind: 'replace', handle: old.handle },
      rule,
      counters: this.#counters(),
    }
    return { jobs: [this.#rule('RULE_REPLACE', operation)] }
  }

  #find(what: 'delete' | 'check'): Outcome {
    this.#checkJump()
    const chain = findChain(this.table, this.#chainName)
    if (chain === null) return BAD_RULE
    const jobs: Job[] = []
    const deleted = new Set<number>()
    for (const rule of buildRules(this.x, this.command)) {
      const found = chain.rules.find((old) => !deleted.has(old.handle) && sameRule(old.rule, rule))
      if (!found) return BAD_RULE
      this.#tell(rule)
      if (what === 'check') continue
      deleted.add(found.handle)
      jobs.push(this.#deletion(chain, found.handle))
    }
    return { jobs }
  }

  #deletion(chain: NftChain, handle: number): Job {
    const { name } = this.table
    return this.#rule('RULE_DELETE', { type: 'DELRULE', table: name, chain: chain.name, handle })
  }

  #deleteNumber(): Outcome {
    const chain = this.table.chains.get(this.#chainName)
    if (!chain) return NO_CHAIN
    const rule = chain.rules[this.command.rulenum - 1]
    return rule ? { jobs: [this.#deletion(chain, rule.handle)] } : { refusal: 'Index of deletion too big' }
  }

  /** Chains that a command without a name means; null when there is none of the name that was given. */
  #meant(): readonly NftChain[] | null {
    const { chain: name } = this.command
    if (name === null) return listedChains(this.table)
    const chain = findChain(this.table, name)
    return chain === null ? null : [chain]
  }

  #flush(): Outcome {
    const { verbose } = this.command
    const chains = this.#meant()
    if (chains === null) return NO_CHAIN
    // All at once is one request to the kernel, which takes them as they were made.
    const ordered = verbose > 0 ? chains : [...chains].sort((a, b) => a.handle - b.handle)
    const jobs = ordered.flatMap((chain) => {
      if (verbose > 0) this.x.out.print(`Flushing chain \`${chain.name}'\n`)
      const made = verbose > 0 || this.command.chain !== null ? this.#made(chain.name) : []
      if (!this.table.chains.has(chain.name)) return made
      return [this.#job('RULE_FLUSH', `rule in chain ${chain.name}`, this.#flushing(chain.name))]
    })
    return { jobs }
  }

  #flushing(chain: string): NftOperation {
    return { type: 'DELRULE', table: this.table.name, chain }
  }

  #zero(one: boolean): Outcome {
    const chains = this.#meant()
    if (chains === null) return one ? { refusal: 'Incompatible with this kernel' } : NO_CHAIN
    const [only] = chains
    const isThere = only !== undefined && this.table.chains.has(only.name)
    if (!isThere && this.command.chain !== null) return one ? BAD_RULE : NO_CHAIN
    if (one) {
      const rule = only?.rules[this.command.rulenum - 1]
      return only && rule ? { jobs: [this.#zeroed(only, rule)] } : NOTHING
    }
    // What was listed is there from then on.
    const listed = this.command.commands.length > 1 && this.command.chain === null
    const jobs = chains.flatMap((chain) => {
      const made = listed ? this.#made(chain.name) : []
      const known = this.table.chains.has(chain.name)
      if (this.command.verbose > 0 && (known || made.length > 0)) {
        this.x.out.print(`Zeroing chain \`${chain.name}'\n`)
      }
      return known ? this.#zeroChain(chain) : made
    })
    return { jobs }
  }

  #zeroed(chain: NftChain, rule: NftChain['rules'][number]): Job {
    const operation: NftOperation = {
      type: 'NEWRULE',
      table: this.table.name,
      chain: chain.name,
      position: { kind: 'replace', handle: rule.handle },
      rule: rule.rule,
      counters: { packets: 0, bytes: 0 },
    }
    return this.#job('RULE_REPLACE', `rule in chain ${chain.name}`, operation)
  }

  #zeroChain(chain: NftChain): readonly Job[] {
    const jobs = chain.rules
      .filter((rule) => rule.packets > 0 || rule.bytes > 0)
      .map((rule) => this.#zeroed(chain, rule))
    if (chain.base === null) return jobs
    return [this.#chainUpdate('CHAIN_ZERO', chain, chain.base.policy), ...jobs]
  }

  #chainUpdate(label: string, chain: NftChain, policy: 'ACCEPT' | 'DROP', counters?: Counters): Job {
    const base = chain.base ?? builtinBase(this.table.name, chain.name)
    return this.#job(label, `chain ${chain.name}`, {
      type: 'NEWCHAIN',
      table: this.table.name,
      chain: chain.name,
      ...(base === null ? {} : { base: { ...base, policy } }),
      counters: counters ?? { packets: 0, bytes: 0 },
      excl: false,
    })
  }

  #newChain(): Outcome {
    const name = this.#chainName
    if (findChain(this.table, name) !== null) return { refusal: 'Chain already exists' }
    const operation: NftOperation = { type: 'NEWCHAIN', table: this.table.name, chain: name, excl: true }
    return { jobs: [this.#job('CHAIN_USER_ADD', `chain ${name}`, operation)] }
  }

  #deleteChain(): Outcome {
    const { chain: name, verbose } = this.command
    const chain = name === null ? null : this.table.chains.get(name)
    if (chain === undefined) return NO_CHAIN
    if (chain?.base?.policy === 'DROP') return { refusal: 'Directory not empty' }
    const jobs = (chain === null ? this.#deletable() : [chain]).map((doomed) => {
      if (verbose > 0 && doomed.base === null) this.x.out.print(`Deleting chain \`${doomed.name}'\n`)
      const operation: NftOperation = { type: 'DELCHAIN', table: this.table.name, chain: doomed.name }
      return this.#job('CHAIN_DEL', `chain ${doomed.name}`, operation)
    })
    return { jobs }
  }

  /** Every chain that was made, and built-in ones that do nothing. */
  #deletable(): readonly NftChain[] {
    const idle = [...this.table.chains.values()].filter(
      ({ base, rules }) => base !== null && base.policy === 'ACCEPT' && rules.length === 0,
    )
    return [
      ...idle.filter(({ name }) => builtinChain(this.table.name, name) !== null),
      ...userChains(this.table),
    ]
  }

  #renameChain(): Outcome {
    const name = this.#chainName
    const newName = this.command.newName ?? ''
    if (findChain(this.table, newName) !== null) return { refusal: 'File exists' }
    if (!this.table.chains.has(name)) return NO_CHAIN
    const operation: NftOperation = { type: 'RENAMECHAIN', table: this.table.name, chain: name, newName }
    return { jobs: [this.#job('CHAIN_RENAME', `chain ${name}`, operation)] }
  }

  #policy(): Outcome {
    const chain = findChain(this.table, this.#chainName)
    const { policy } = this.command
    if (policy !== 'ACCEPT' && policy !== 'DROP') return { refusal: 'Bad policy name' }
    if (!chain || builtinChain(this.table.name, chain.name) === null)
      return { refusal: 'Bad built-in chain name' }
    return { jobs: [...this.#made(chain.name), this.#chainUpdate('CHAIN_UPDATE', chain, policy)] }
  }
}

function builtinBase(table: NftTableName, name: string): NftChain['base'] {
  const builtin = builtinChains(table).find((chain) => chain.name === name)
  return builtin ? { hook: builtin.name, priority: builtin.priority, policy: 'ACCEPT' } : null
}

/** The chain that a rule would jump to, when it is not there. */
export function missingJump({ jump, goto, target }: ParsedCommand, table: TableView): string | null {
  if (jump === null || (target !== null && !goto)) return null
  return findChain(table, jump) === null ? jump : null
}

/** Which chains' rules a command has to know: null none, undefined all. */
function rulesNeeded({ commands, chain, rulenum }: ParsedCommand): string | null | undefined {
  const [first] = commands
  if (first === 'append' || (first === 'insert' && rulenum === 1)) return null
  if (first === 'new-chain' || first === 'rename-chain' || first === 'policy' || first === 'flush')
    return null
  if (first === 'delete-chain') return undefined
  return chain ?? undefined
}

/** Sends what commands asked for; the first that fails ends the program. */
export function commit(x: Xtables, jobs: readonly Job[]): void {
  if (jobs.length === 0) return
  const operations = jobs.map(({ operation }) => operation)
  const { error } = x.p.net.nftables({ type: 'BATCH', family: x.family, operations })
  if (!error) return
  const job = jobs[error.operation]
  const where = job?.line === undefined ? ' ' : `\nline ${job.line}: `
  x.fail(RESOURCE_PROBLEM, `${where}${job?.label} failed (${error.errno.text}): ${job?.object}`)
}

export function refuse(x: Xtables, refusal: Refusal): never {
  // EINVAL: the kernel might have said more.
  const hint = refusal === 'Bad policy name' ? " Run `dmesg' for more information." : ''
  x.warn(`${x.program}: ${refusal}.${hint}\n`)
  return x.exit(OTHER_PROBLEM)
}
