/// <reference lib="webworker" />
// The worker the lab lives in: a session joined to the page by messages. It starts with what the first lab needs; the
// rest is loaded when a message might need it, and until it is here that message and those behind it wait.
import { CORE } from '../lab/core.ts'
import type { FromAsker, ToAsker } from './asking.ts'
import { mightNeedMore } from './needs.ts'
import type { FromLab, ToLab } from './protocol.ts'
import { Session } from './session.ts'

declare const self: DedicatedWorkerGlobalScope

const session = new Session(
  {
    post: (message: FromLab) => self.postMessage(message),
    now: () => performance.now(),
    schedule: (milliseconds, fn) => {
      const timer = setTimeout(fn, milliseconds)
      return () => clearTimeout(timer)
    },
  },
  CORE,
)

let loaded = false
const waiting: ToLab[] = []

async function loadMore(): Promise<void> {
  try {
    const { FULL } = await import('../lab/full.ts')
    loaded = true
    session.install(FULL)
  } catch {
    // What waits is lost, but the lab is not; the next key tries again.
    waiting.length = 0
    self.postMessage({ type: 'failed', reason: 'The rest of vethlab could not be loaded: are you offline?' })
    return
  }
  for (const message of waiting.splice(0)) session.handle(message)
}

/** A second worker of this kind has no lab of its own: it is asked about copies of the other's. */
async function ask(message: ToAsker): Promise<void> {
  const post = (answer: FromAsker): void => self.postMessage(answer)
  try {
    const { heed } = await import('./asker.ts')
    heed(message, post, () => performance.now())
  } catch {
    // Not loaded: the page says so.
    if (message.type === 'ask') post({ type: 'told', id: message.id, told: null })
  }
}

self.onmessage = ({ data }: MessageEvent<ToLab | ToAsker>): void => {
  if (data.type === 'ask' || data.type === 'prepare') return void ask(data)
  if (loaded || (waiting.length === 0 && !mightNeedMore(data))) {
    session.handle(data)
    return
  }
  waiting.push(data)
  if (waiting.length === 1) void loadMore()
}
