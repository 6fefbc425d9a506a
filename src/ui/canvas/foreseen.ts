// A large lab is on its way: what it is laid out and drawn with is there before it comes.
import { prepare } from './layoutAsk.ts'

export function foreseeLarge(): void {
  prepare()
  // What cannot be loaded now is tried again when it is shown.
  for (const load of FAR) void load().catch(() => {})
}

const FAR: readonly (() => Promise<unknown>)[] = [
  () => import('./FarBoxes.tsx'),
  () => import('./FarCables.tsx'),
  () => import('./Ground.tsx'),
  () => import('./MapBoxes.tsx'),
]
