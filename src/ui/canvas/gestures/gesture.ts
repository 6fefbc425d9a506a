// A gesture is what a person would have typed instead. Plans are made from the view alone and run by the lab: what
// Linux refuses, Linux says. Only what has no command at all is refused here.
import type { LabStore, LabStoreState } from '../../../store/lab.ts'

/** The part of the store that plans are made from. */
export type View = Pick<LabStoreState, 'order' | 'machines' | 'namespaces' | 'devices'>

/** Lines for one machine's terminal, and what they do in a few words. */
export interface Gesture {
  readonly machine: string
  readonly lines: readonly string[]
  readonly note: string
}

/** One sentence of why not, when no command could do it. */
export interface Refusal {
  readonly ok: false
  readonly reason: string
}

export type Plan = { readonly ok: true; readonly gestures: readonly Gesture[] } | Refusal

/** A thing a gesture can be about. A machine stands for its own namespace. */
export type Target =
  | { readonly kind: 'machine'; readonly id: string }
  | { readonly kind: 'netns'; readonly id: string }
  | { readonly kind: 'device'; readonly id: string }

export function refuse(reason: string): Refusal {
  return { ok: false, reason }
}

export function plan(machine: string, note: string, lines: readonly string[]): Plan {
  return { ok: true, gestures: [{ machine, lines, note }] }
}

/** Sends the plan to the lab, or shows why there is none. Returns whether it was sent. */
export function perform(store: Pick<LabStore, 'send' | 'notify'>, made: Plan): boolean {
  if (!made.ok) {
    store.notify(made.reason)
    return false
  }
  for (const { machine, lines, note } of made.gestures) store.send({ type: 'gesture', machine, lines, note })
  return true
}

/** One word for bash: as it stands where that is safe, else in single quotes. */
export function word(text: string): string {
  return /^[\w.@%:+/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
