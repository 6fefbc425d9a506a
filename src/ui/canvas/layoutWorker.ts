// Lays out what would hold the page for too long.
import { layoutOf } from './layout.ts'
import type { LaidOut, ToLayOut } from './layoutAsk.ts'

self.onmessage = ({ data }: MessageEvent<ToLayOut>): void => {
  const { id, plan, placements, before } = data
  const answer: LaidOut = { id, layout: layoutOf(plan, placements, before) }
  self.postMessage(answer)
}
