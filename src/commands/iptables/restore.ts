// iptables-restore: tables as iptables-save writes them, each put in place at its COMMIT.
// Ref: iptables/xtables-restore.c
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { builtinChain, isTableName } from './builtin.ts'
import { Commands, commit, missingJump, type Job, type Outcome } from './execute.ts'
import { Staged } from './staged.ts'
import { CommandParser } from './parse.ts'
import { splitLine } from './splitline.ts'
import { listedChains } from './ruleset.ts'
import { OTHER_PROBLEM, type Xtables } from './xtables.ts'

export interface RestoreSettings {
  readonly counters: boolean
  readonly verbose: boolean
  readonly test: boolean
  readonly flush: boolean
  /** Only this table. */
  readonly table: string | null
  readonly file: string | null
}

export function* restore(x: Xtables, settings: RestoreSettings): Blocking<number> {
  const { file } = settings
  let text: string
  if (file === null) text = yield* x.p.io.text(0)
  else {
    const read = x.p.fs.readText(file)
    if (isErrno(read)) {
      x.warn(`Can't open ${file}: ${read.text}\n`)
      return OTHER_PROBLEM
    }
    text = read
  }
  new Restore(x, settings).run(text)
  return 0
}

class Restore {
  readonly #x: Xtables
  readonly #settings: RestoreSettings
  /** The table that lines are about; null outside of one. */
  #staged: Staged | null = null
  /** Lines of a table that was not asked for. */
  #skipping = false
  #line = 0
  /** The first chain that a rule jumps to without it being there. */
  #missing: string | null = null

  constructor(x: Xtables, settings: RestoreSettings) {
    this.#x = x
    this.#settings = settings
  }

  run(text: string): void {
    const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n')
    if (text === '') return
    for (const line of lines) {
      this.#line++
      this.#x.line = this.#line
      this.#read(line)
    }
    if (this.#staged === null && !this.#skipping) return
    this.#x.warn(`${this.#x.program}: COMMIT expected at line ${this.#line + 1}\n`)
    this.#x.exit(OTHER_PROBLEM)
  }

  #read(line: string): void {
    if (line === '') return
    if (line.startsWith('#')) {
      if (this.#settings.verbose) this.#x.out.print(`${line}\n`)
      return
    }
    const inTable = this.#staged !== null || this.#skipping
    if (line === 'COMMIT' && inTable) return this.#commit()
    if (line.startsWith('*') && !inTable) return this.#begin(line)
    if (!inTable) return this.#failed('')
    if (this.#staged === null) return
    if (line.startsWith(':')) this.#chain(this.#staged, line)
    else this.#rule(this.#staged, line)
  }

  #failed(why: string): never {
    this.#x.warn(`${this.#x.program}: line ${this.#line} failed${why === '' ? '' : `: ${why}`}\n`)
    return this.#x.exit(OTHER_PROBLEM)
  }

  #begin(line: string): void {
    const x = this.#x
    const { table: only, flush, verbose } = this.#settings
    const name =
      line
        .slice(1)
        .trim()
        .split(/[ \t]+/)[0] ?? ''
    if (!isTableName(name)) return x.problem(`${x.program}: line ${this.#line} table name '${name}' invalid`)
    if (only !== null && only !== name) {
      this.#skipping = true
      return
    }
    this.#staged = new Staged(x, name)
    if (!flush) return
    if (verbose) {
      for (const chain of listedChains(this.#staged.view)) x.out.print(`Flushing chain \`${chain.name}'\n`)
    }
    this.#staged.flush()
  }

  #commit(): void {
    const staged = this.#staged
    this.#staged = null
    this.#skipping = false
    if (staged === null) return
    if (this.#missing !== null) this.#x.problem(`Chain '${this.#missing}' does not exist`)
    if (this.#settings.test) return
    commit(this.#x, staged.jobs)
  }

  #chain(staged: Staged, line: string): void {
    const x = this.#x
    const [name, policy, counts] = line
      .slice(1)
      .trim()
      .split(/[ \t]+/)
    const invalid = (what: string): never => x.problem(`${x.program}: line ${this.#line} ${what} invalid`)
    if (name === undefined || name === '') return invalid('chain name')
    if (name.length >= 29) {
      return x.problem(`Invalid chain name \`${name}' (28 chars max)`)
    }
    if (policy === undefined) return invalid('policy')
    const builtin = builtinChain(staged.view.name, name) !== null
    if (!builtin) return staged.userChain(name, this.#line)
    if (policy === '-') return
    if (policy !== 'ACCEPT' && policy !== 'DROP') return this.#failed('Bad policy name.')
    const counters = /^\[(\d+):(\d+)\]/.exec(counts ?? '')
    const keep = this.#settings.counters && counters !== null
    staged.policy(
      name,
      policy,
      { packets: keep ? Number(counters[1]) : 0, bytes: keep ? Number(counters[2]) : 0 },
      this.#line,
    )
  }

  #rule(staged: Staged, line: string): void {
    const x = this.#x
    const counted = this.#counters(line)
    const words = splitLine(counted?.rest ?? line)
    if (counted && this.#settings.counters) words.unshift('--set-counters', counted.packets, counted.bytes)
    if (this.#settings.verbose) words.unshift('-v')
    const command = new CommandParser(x, words, staged.view.name).parse()
    if (command === null) return
    const missing = missingJump(command, staged.view)
    if (missing !== null) {
      // Found when all is put in place.
      this.#missing ??= missing
      return
    }
    const outcome: Outcome = new Commands(x, command, staged.view).outcome()
    if ('refusal' in outcome) return this.#failed(`${outcome.refusal}.`)
    staged.add(outcome.jobs.map((job): Job => ({ ...job, line: this.#line })))
  }

  /** `[packets:bytes]` before a rule. Ref: tokenize_rule_counters() */
  #counters(
    line: string,
  ): { readonly packets: string; readonly bytes: string; readonly rest: string } | null {
    if (!line.startsWith('[')) return null
    const need = (what: string): never => this.#x.problem(`Bad line ${this.#line}: need ${what}`)
    const close = line.indexOf(']')
    if (close < 0) return need(']')
    const [packets, bytes] = line.slice(1, close).split(':')
    if (packets === undefined || packets === '') return need(':')
    if (bytes === undefined) return need(']')
    return { packets, bytes, rest: line.slice(close + 1) }
  }
}
