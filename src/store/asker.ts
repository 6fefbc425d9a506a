// Asks a second worker about copies of the lab, while the first goes on. It is started when first needed, and replaced
// when it does not answer.
import type { FromAsker, Question, Snapshot, ToAsker, Told } from '../session/protocol.ts'
import type { LabStore } from './lab.ts'

export type {
  Answer,
  FinishedRun,
  Matrix,
  Question,
  ReachCell,
  ReachEnd,
  Told,
  Way,
} from '../session/protocol.ts'

/** What is used of a Worker. */
export interface AskedWorker {
  postMessage(message: ToAsker): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromAsker>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** null: it could not be found out. */
export type Ask = (question: Question) => Promise<Told | null>

/** Real milliseconds after which nothing is expected any more. */
const LONGEST_ANSWER = 30_000

export function createAsk(store: LabStore, create: () => AskedWorker): Ask {
  let worker: AskedWorker | null = null
  let ids = 0
  const waiting = new Map<number, (told: Told | null) => void>()

  const giveUp = (): void => {
    worker?.terminate()
    worker = null
    for (const resolve of waiting.values()) resolve(null)
    waiting.clear()
  }
  const start = (): AskedWorker => {
    const fresh = create()
    fresh.onmessage = ({ data }) => {
      waiting.get(data.id)?.(data.told)
      waiting.delete(data.id)
    }
    fresh.onerror = (event) => {
      event.preventDefault?.()
      giveUp()
    }
    return fresh
  }
  return async (question) => {
    const snapshot = await snapshotOf(store)
    if (!snapshot) return null
    worker ??= start()
    const id = ++ids
    return new Promise((resolve) => {
      const timer = setTimeout(giveUp, LONGEST_ANSWER)
      waiting.set(id, (told) => {
        clearTimeout(timer)
        resolve(told)
      })
      worker?.postMessage({ type: 'ask', id, snapshot, question })
    })
  }
}

/** The lab as it stands now. */
function snapshotOf(store: LabStore): Promise<Snapshot | null> {
  return new Promise((resolve) => {
    const before = store.api.getState().snapshot
    const timer = setTimeout(() => resolve(null), LONGEST_ANSWER)
    const stop = store.api.subscribe(({ snapshot }) => {
      if (snapshot === before) return
      stop()
      clearTimeout(timer)
      resolve(snapshot)
    })
    store.send({ type: 'snapshot' })
  })
}
