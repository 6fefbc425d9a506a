// A rule that somebody wants to see where it stands: shown in the inspector until something else is.
import { createStore } from 'zustand/vanilla'

/** Of iptables' table nat. */
export interface SoughtRule {
  readonly netns: string
  readonly chain: string
  readonly handle: number
}

export const soughtRule = createStore<{ readonly rule: SoughtRule | null }>()(() => ({ rule: null }))
