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
  const [first, ...others] = made.gestures
  if (!first) return false
  if (others.length === 0) store.send({ type: 'gesture', ...first })
  else {
    // On several machines, and yet one thing to undo.
    const commands = made.gestures.flatMap(({ machine, lines }) => lines.map((line) => ({ machine, line })))
    store.send({ type: 'mend', commands, note: first.note })
  }
  return true
}

/** Several plans as one: what each machine gets in one go. The first that cannot be is said. */
export function together(plans: readonly Plan[], note: string): Plan {
  const lines = new Map<string, string[]>()
  for (const made of plans) {
    if (!made.ok) return made
    for (const { machine, lines: more } of made.gestures)
      lines.set(machine, [...(lines.get(machine) ?? []), ...more])
  }
  const [only] = plans
  if (plans.length === 1 && only) return only
  return { ok: true, gestures: Array.from(lines, ([machine, all]) => ({ machine, lines: all, note })) }
}

/** One word for bash: as it stands where that is safe, else in single quotes. */
export function word(text: string): string {
  return /^[\w.@%:+/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
