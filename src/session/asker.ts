// Finds out on copies of a lab what the page asks; loaded by the worker that is asked. One copy is kept in hand: it is made
// before anybody asks, and brought up to date when somebody does.
import { FULL } from '../lab/full.ts'
import type { Lab } from '../lab/lab.ts'
import { probeOf, probeTo } from '../lab/why/probe.ts'
import { reach } from '../lab/why/reach.ts'
import type { Watcher } from '../lab/why/search.ts'
import { explain } from '../lab/why/why.ts'
import type { FromAsker, Question, ToAsker, Told } from './asking.ts'
import { Copy, copyOf, type Snapshot } from './copy.ts'

/** Milliseconds after which nothing more is tried for an answer. */
const LONGEST_SEARCH = 20_000

let inHand: Copy | null = null

export function heed(message: ToAsker, post: (answer: FromAsker) => void, now: () => number): void {
  const { snapshot } = message
  if (message.type === 'ask') {
    const { id, question } = message
    const until = now() + LONGEST_SEARCH
    const told = answerTo(question, snapshot, {
      trying: (commands) => post({ type: 'trying', id, commands }),
      tired: () => now() > until,
    })
    post({ type: 'told', id, told })
  }
  // Who asked once asks again.
  if (!inHand?.follow(snapshot)) inHand = new Copy(snapshot, FULL)
}

function answerTo(question: Question, snapshot: Snapshot, watcher: Watcher): Told {
  const copy = (): Lab => taken(snapshot) ?? copyOf(snapshot, FULL)
  if (question.kind === 'reach') return { matrix: reach(copy(), question.port) }
  const probe =
    question.kind === 'why'
      ? probeOf(question.run)
      : probeTo(question.machine, question.netns, question.to, question.way)
  return { answer: probe && explain(copy, probe, watcher) }
}

/** The one in hand, which is then anybody's. */
function taken(snapshot: Snapshot): Lab | null {
  const copy = inHand
  inHand = null
  return copy?.follow(snapshot) ? copy.lab : null
}
