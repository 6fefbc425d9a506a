// What the program `lab` asks about a copy of the lab it runs in: why, and who reaches whom.
import type { LabAnswer, LabQuestion } from '../../uapi/lab.ts'
import type { Copier } from '../journal.ts'
import type { Lab } from '../lab.ts'
import { probeOf, type Run } from './probe.ts'
import { reach, reachLines } from './reach.ts'
import { explain } from './why.ts'

/** `machine`: of the one who asks. */
export function answerQuestion(lab: Lab, copy: Copier, machine: string, question: LabQuestion): LabAnswer {
  if (question.kind === 'reach') return { kind: 'lines', lines: reachLines(reach(copy(), question.port)) }
  const run: Run | null = question.probe ? { ...question.probe, machine, status: 1 } : lab.lastRun
  if (!run) return { kind: 'error', error: 'no ping, curl or the like has been run yet' }
  const probe = probeOf(run)
  const line = run.argv.join(' ')
  if (!probe) return { kind: 'error', error: `'${line}' asks nobody for an answer` }
  const answer = explain(copy, probe)
  if (!answer) return { kind: 'error', error: `why '${line}' failed could not be found out` }
  const { sentence, mend, reached } = answer
  const lines = [sentence.en]
  if (reached) return { kind: 'lines', lines }
  if (mend === null)
    return { kind: 'lines', lines: [...lines, 'No commands were found that would let it through.'] }
  lines.push('It gets through after:')
  for (const { machine: on, line: command } of mend) {
    lines.push(`  ${on === machine ? '' : `${on}$ `}${command}`)
  }
  return { kind: 'lines', lines }
}
