// The lab in its worker. A worker that dies, or stops answering, is replaced, and the last good text opened again: the
// page never dies with it.
import type { FromLab, ToLab } from '../session/protocol.ts'
import { createHeartbeat } from './heartbeat.ts'
import type { Connect } from './lab.ts'

/** What is used of a Worker. */
export interface LabWorker {
  postMessage(message: ToLab): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromLab>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** Said when the lab had to be started again; `again` is false when it would not come up at all. */
export type FailureText = (again: boolean) => string

/** Deaths in a row, without a lab opened between them, after which no other worker is started. */
const MOST_DEATHS = 3

/** `everySecond` calls what it is given once a second, `later` once the screen shows what is known now. */
export function connectWorker(
  create: () => LabWorker,
  failure: FailureText,
  everySecond: (beat: () => void) => void,
  later: (fn: () => void) => void,
): Connect {
  return (receive) => {
    /** Texts that stood, the last first; an older one is tried when the newest kills the worker again. */
    let good: readonly string[] = []
    let deaths = 0
    let terminals = new Set<string>()
    let worker: LabWorker | null = null
    let heart = createHeartbeat()

    const start = (): LabWorker => {
      const fresh = create()
      fresh.onmessage = (event) => {
        if (worker === fresh && !heart.heard(event.data)) hear(event.data)
      }
      fresh.onerror = (event) => {
        event.preventDefault?.()
        if (worker === fresh) replace()
      }
      return fresh
    }
    const hear = (message: FromLab): void => {
      if (message.type === 'opened') deaths = 0
      if (message.type === 'lab' && message.lab.text !== good[0])
        good = [message.lab.text, ...good].slice(0, 3)
      if (message.type === 'terminal-opened') terminals.add(message.id)
      if (message.type === 'terminal-closed') terminals.delete(message.id)
      receive(message)
      if (message.type === 'view' || message.type === 'opened')
        later(() => worker?.postMessage({ type: 'view-shown' }))
    }
    const replace = (): void => {
      worker?.terminate()
      worker = null
      deaths += 1
      for (const id of terminals) receive({ type: 'terminal-closed', id })
      terminals = new Set()
      receive({ type: 'hops-cut', last: 0 })
      const again = deaths < MOST_DEATHS
      const text = good[deaths - 1] ?? good.at(-1)
      heart = createHeartbeat()
      if (again) worker = start()
      if (text !== undefined) worker?.postMessage({ type: 'open', text })
      receive({ type: 'failed', reason: failure(again) })
    }

    worker = start()
    everySecond(() => {
      const question = worker ? heart.beat() : null
      if (question === 'stuck') replace()
      else if (question) worker?.postMessage(question)
    })
    return (message) => {
      heart.said(message)
      if (message.type === 'terminal-open') terminals.add(message.id)
      if (message.type === 'terminal-close') terminals.delete(message.id)
      worker?.postMessage(message)
    }
  }
}

/** The worker of the page; or another one, which is asked about copies of the lab (asker.ts). */
export function createLabWorker(): Worker {
  return new Worker(new URL('../session/worker.ts', import.meta.url), { type: 'module' })
}
