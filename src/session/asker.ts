/// <reference lib="webworker" />
// The second worker: makes copies of the lab and finds out on them, while the lab itself goes on.
import { FULL } from '../lab/full.ts'
import { probeOf, probeTo } from '../lab/why/probe.ts'
import { explain, type Answer } from '../lab/why/why.ts'
import type { FromAsker, Question, ToAsker } from './asking.ts'
import { copyOf, type Snapshot } from './copy.ts'

declare const self: DedicatedWorkerGlobalScope

self.onmessage = ({ data: { id, snapshot, question } }: MessageEvent<ToAsker>): void => {
  const message: FromAsker = { id, answer: answer(snapshot, question) }
  self.postMessage(message)
}

function answer(snapshot: Snapshot, question: Question): Answer | null {
  const probe =
    question.kind === 'why'
      ? probeOf(question.run)
      : probeTo(question.machine, question.netns, question.to, question.port)
  return probe && explain(() => copyOf(snapshot, FULL), probe)
}
