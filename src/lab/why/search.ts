// The smallest list of commands that mends: candidates in order of price, each tried on a copy of its own. One that only
// brings the probe further is gone on from there.
import type { Lab } from '../lab.ts'
import type { Command, Mend } from './commands.ts'
import { settle } from './experiment.ts'
import type { Diagnosis } from './why.ts'

export interface Trial {
  readonly passes: boolean
  readonly findings: () => readonly Diagnosis[]
}

interface Candidate {
  readonly commands: readonly Command[]
  readonly price: number
  /** What was found wrong at first. */
  readonly finding: Diagnosis
  /** Causes on the way here, with where: the same death again is no way on. */
  readonly seen: readonly string[]
}

/** A likelier cause may cost so much more to mend than the next. */
const LIKELIER = 1
/** Copies that are tried at most, and commands of one list. */
const MOST_TRIALS = 48
const MOST_COMMANDS = 8

export function search(
  copy: () => Lab,
  findings: readonly Diagnosis[],
  attempt: (lab: Lab) => Trial | null,
): { readonly finding: Diagnosis; readonly commands: readonly Command[] } | null {
  const queue: Candidate[] = findings.flatMap((finding, n) =>
    finding.finding.mends.map((mend) => extended(null, mend, finding, n * LIKELIER)),
  )
  const tried = new Set<string>()
  for (let trials = 0; trials < MOST_TRIALS;) {
    queue.sort((a, b) => a.price - b.price)
    const next = queue.shift()
    if (!next) return null
    const key = next.commands.map(({ machine, line }) => `${machine}$ ${line}`).join('\n')
    if (tried.has(key) || next.commands.length > MOST_COMMANDS || next.commands.length === 0) continue
    tried.add(key)
    trials++
    const lab = copy()
    if (!next.commands.every(({ machine, line }) => lab.aside(machine, line).status === 0)) continue
    settle(lab)
    const trial = attempt(lab)
    if (!trial) continue
    if (trial.passes) return { finding: next.finding, commands: next.commands }
    for (const found of trial.findings()) {
      if (next.seen.includes(keyOf(found))) continue
      for (const mend of found.finding.mends) queue.push(extended(next, mend, found, 0.05))
    }
  }
  return null
}

function extended(from: Candidate | null, mend: Mend, found: Diagnosis, more: number): Candidate {
  return {
    commands: [...(from?.commands ?? []), ...mend.commands],
    price: (from?.price ?? 0) + mend.commands.length + mend.price + more,
    finding: from?.finding ?? found,
    seen: [...(from?.seen ?? []), keyOf(found)],
  }
}

function keyOf({ cause, finding }: Diagnosis): string {
  return `${cause} ${finding.netns} ${finding.device} ${finding.words.en} ${JSON.stringify(finding.values)}`
}
