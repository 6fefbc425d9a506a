/// <reference lib="webworker" />
// The worker the lab lives in: a session joined to the page by messages. The page starts with the few commands its first
// lab needs; the others are loaded when a message might need them, and until they are here that message and those behind
// it wait.
import { coreCommands, coreSuffices } from '../commands/core.ts'
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
  coreCommands,
)

let loaded = false
const waiting: ToLab[] = []

function mightNeedMore(message: ToLab): boolean {
  if (message.type === 'terminal-input') return true
  if (message.type === 'gesture') return !message.lines.every(coreSuffices)
  if (message.type !== 'open') return false
  return !message.text.split('\n').every((line) => coreSuffices(line.replace(/^(?:[a-z][a-z0-9-]*)?\$ /, '')))
}

async function loadMore(): Promise<void> {
  const { allPrograms } = await import('../lab/full.ts')
  loaded = true
  session.install(allPrograms)
  for (const message of waiting.splice(0)) session.handle(message)
}

self.onmessage = ({ data }: MessageEvent<ToLab>): void => {
  if (loaded || (waiting.length === 0 && !mightNeedMore(data))) {
    session.handle(data)
    return
  }
  waiting.push(data)
  if (waiting.length === 1) void loadMore()
}
