// Asks a second worker about copies of the lab, while the first goes on. It is started when first needed, and replaced
// when it does not answer, or when nobody waits any more for what keeps it busy.
import type { Command, FromAsker, Question, Snapshot, ToAsker, Told } from '../session/protocol.ts'
import type { LabStore } from './lab.ts'

export type {
  Answer,
  Command,
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

export interface Watching {
  /** Nobody waits for the answer any more. */
  readonly signal?: AbortSignal
  /** Commands are being tried. */
  readonly trying?: (commands: readonly Command[]) => void
}

export interface Asker {
  /** null: it could not be found out, or nobody waited. */
  readonly ask: (question: Question, watching?: Watching) => Promise<Told | null>
  /** A question may follow soon: a copy is made for it. */
  readonly prepare: () => void
}

interface Waiting {
  readonly message: ToAsker
  readonly tell: (told: Told | null) => void
  readonly watching: Watching
}

/** Real milliseconds after which nothing is expected any more. */
const LONGEST_ANSWER = 30_000
/** How long the worker may go on with what nobody waits for: it has a copy in hand that is worth something. */
const GRACE = 500

export function createAsker(store: LabStore, create: () => AskedWorker): Asker {
  let worker: AskedWorker | null = null
  let ids = 0
  const waiting = new Map<number, Waiting>()

  const end = (): void => {
    worker?.terminate()
    worker = null
  }
  const giveUp = (): void => {
    end()
    for (const { tell } of waiting.values()) tell(null)
    waiting.clear()
  }
  const start = (): AskedWorker => {
    const fresh = create()
    fresh.onmessage = ({ data }) => {
      const asked = waiting.get(data.id)
      if (data.type === 'trying') {
        if (!asked?.watching.signal?.aborted) asked?.watching.trying?.(data.commands)
        return
      }
      waiting.delete(data.id)
      asked?.tell(data.told)
    }
    fresh.onerror = (event) => {
      event.preventDefault?.()
      giveUp()
    }
    return fresh
  }
  const post = (message: ToAsker): void => {
    worker ??= start()
    worker.postMessage(message)
  }
  const drop = (id: number): void => {
    if (!waiting.delete(id)) return
    end()
    for (const { message } of waiting.values()) post(message)
  }
  return {
    ask: async (question, watching = {}) => {
      const snapshot = await snapshotOf(store)
      if (!snapshot || watching.signal?.aborted) return null
      const id = ++ids
      const message: ToAsker = { type: 'ask', id, snapshot, question }
      return new Promise((resolve) => {
        const timer = setTimeout(giveUp, LONGEST_ANSWER)
        const tell = (told: Told | null): void => {
          clearTimeout(timer)
          resolve(told)
        }
        watching.signal?.addEventListener('abort', () => {
          tell(null)
          setTimeout(drop, GRACE, id)
        })
        waiting.set(id, { message, tell, watching })
        post(message)
      })
    },
    prepare: () => {
      void snapshotOf(store).then((snapshot) => snapshot && post({ type: 'prepare', snapshot }))
    },
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
