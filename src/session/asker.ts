// Finds out on copies of a lab what the page asks; loaded by the worker that is asked.
import { FULL } from '../lab/full.ts'
import { probeOf, probeTo } from '../lab/why/probe.ts'
import { reach } from '../lab/why/reach.ts'
import { explain } from '../lab/why/why.ts'
import type { Question, Told } from './asking.ts'
import { copyOf, type Snapshot } from './copy.ts'

export function answerTo(question: Question, snapshot: Snapshot): Told {
  const copy = (): ReturnType<typeof copyOf> => copyOf(snapshot, FULL)
  if (question.kind === 'reach') return { matrix: reach(copy(), question.port) }
  const probe =
    question.kind === 'why'
      ? probeOf(question.run)
      : probeTo(question.machine, question.netns, question.to, question.way)
  return { answer: probe && explain(copy, probe) }
}
