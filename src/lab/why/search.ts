// The smallest list of commands that mends: candidates in order of price, each tried on a copy of the lab. One that only
// brings the probe further is gone on from there. A copy is dear where a lab is big (that of a cluster takes a second), so
// what is tried first is tried where the probe has just failed, and what goes on from there goes on in the same copy.
import type { Copier } from '../journal.ts'
import type { Lab } from '../lab.ts'
import type { Command, Mend } from './commands.ts'
import { settle } from './experiment.ts'
import type { Diagnosis } from './why.ts'

export interface Trial {
  readonly passes: boolean
  readonly findings: () => readonly Diagnosis[]
}

/** Whoever waits for an answer. */
export interface Watcher {
  /** These are to be tried now. */
  readonly trying: (commands: readonly Command[]) => void
  /** No more is to be tried: it has taken too long. */
  readonly tired: () => boolean
}

interface Candidate {
  readonly commands: readonly Command[]
  readonly price: number
  /** What was found wrong at first. */
  readonly finding: Diagnosis
  /** Causes on the way here, with where: the same death again is no way on. */
  readonly seen: readonly string[]
  /** Choices that are made. */
  readonly chosen: readonly string[]
  /** It failed where other things had been tried before: once more, where nothing was. */
  readonly again: boolean
}

/** A copy in which the probe failed after these commands. */
interface Standing {
  readonly lab: Lab
  readonly commands: readonly Command[]
}

/** A likelier cause may cost so much more to mend than the next. */
const LIKELIER = 1
/** Lists that are tried at most, and commands of one of them. */
const MOST_TRIALS = 48
const MOST_COMMANDS = 8
/** Only when nothing else helps. */
const LAST = 100

/** `failed`: where the probe has failed, for `findings`, and would fail again; null: it would not. */
export function search(
  copy: Copier,
  failed: Lab | null,
  findings: readonly Diagnosis[],
  attempt: (lab: Lab) => Trial | null,
  watcher: Watcher,
): { readonly finding: Diagnosis; readonly commands: readonly Command[] } | null {
  let standing: Standing | null = failed && { lab: failed, commands: [] }
  const queue: Candidate[] = findings.flatMap((finding, n) =>
    finding.finding.mends.map((mend) => extended(null, mend, finding, n * LIKELIER)),
  )
  const tried = new Set<string>()
  for (let trials = 0; trials < MOST_TRIALS;) {
    queue.sort((a, b) => a.price - b.price)
    const next = queue.shift()
    if (!next) return null
    const { commands } = next
    const key = commands.map(lineOf).join('\n')
    if ((tried.has(key) && !next.again) || commands.length > MOST_COMMANDS || commands.length === 0) continue
    if (watcher.tired()) return null
    tried.add(key)
    trials++
    watcher.trying(commands)
    const used: Standing | null = !next.again && standing && leadsTo(standing, commands) ? standing : null
    const lab = used?.lab ?? copy()
    const rest = commands.slice(used?.commands.length ?? 0)
    standing = null
    if (!rest.every(({ machine, line }) => lab.aside(machine, line).status === 0)) continue
    settle(lab)
    const trial = attempt(lab)
    if (!trial) continue
    if (trial.passes) return { finding: next.finding, commands }
    standing = { lab, commands }
    const fresh = trial.findings().filter((found) => !next.seen.includes(keyOf(found)))
    if (used && fresh.length === 0) queue.push({ ...next, price: next.price + LAST, again: true })
    for (const found of fresh)
      for (const mend of found.finding.mends)
        if (!mend.choice || !next.chosen.includes(mend.choice)) queue.push(extended(next, mend, found, 0.05))
  }
  return null
}

function leadsTo({ commands }: Standing, list: readonly Command[]): boolean {
  return commands.every((command, i) => {
    const same = list[i]
    return same !== undefined && lineOf(same) === lineOf(command)
  })
}

function lineOf({ machine, line }: Command): string {
  return `${machine}$ ${line}`
}

function extended(from: Candidate | null, mend: Mend, found: Diagnosis, more: number): Candidate {
  return {
    commands: [...(from?.commands ?? []), ...mend.commands],
    price: (from?.price ?? 0) + mend.commands.length + mend.price + more,
    finding: from?.finding ?? found,
    seen: [...(from?.seen ?? []), keyOf(found)],
    chosen: [...(from?.chosen ?? []), ...(mend.choice ? [mend.choice] : [])],
    again: false,
  }
}

function keyOf({ cause, finding }: Diagnosis): string {
  return `${cause} ${finding.netns} ${finding.device} ${finding.words.en} ${JSON.stringify(finding.values)}`
}
