/// <reference lib="webworker" />
// The worker the lab lives in: a session joined to the page by messages. Nothing is decided here.
import type { FromLab, ToLab } from './protocol.ts'
import { Session } from './session.ts'

declare const self: DedicatedWorkerGlobalScope

const session = new Session({
  post: (message: FromLab) => self.postMessage(message),
  now: () => performance.now(),
  schedule: (milliseconds, fn) => {
    const timer = setTimeout(fn, milliseconds)
    return () => clearTimeout(timer)
  },
})

self.onmessage = (event: MessageEvent<ToLab>) => session.handle(event.data)
