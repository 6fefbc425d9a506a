// Who made a link, an address, a route, a rule, and for whom: noted beside the thing, which knows nothing of it.
import type { Provenance } from '../../sim/provenance.ts'
import type { XtRule } from '../../uapi/netfilter.ts'
import type { Stack } from './net.ts'

const notes = new WeakMap<object, Provenance>()

/** The thing was made, or made anew, in answer to the request that is being served. */
export function credit({ maker }: Stack, thing: object): void {
  if (maker) notes.set(thing, maker.provenance)
  else notes.delete(thing)
}

export function creditRule({ maker }: Stack, chain: string, thing: { readonly rule: XtRule }): void {
  if (maker) notes.set(thing, maker.ofRule?.(chain, commentOf(thing.rule)) ?? maker.provenance)
}

function commentOf({ matches }: XtRule): string {
  for (const match of matches) if (match.name === 'comment') return match.text
  return ''
}

/** The thing comes of another, or tells of it. */
export function inherit<T extends object>(thing: T, from: object): T {
  const note = notes.get(from)
  if (note) notes.set(thing, note)
  return thing
}

/** What is done now comes of a thing, whoever asked for it: routes of an address. */
export function onBehalfOf<T>(stack: Stack, thing: object, work: () => T): T {
  const { maker } = stack
  const note = notes.get(thing)
  if (!maker && !note) return work()
  stack.maker = note ? { provenance: note } : null
  try {
    return work()
  } finally {
    stack.maker = maker
  }
}

/** Null: a person's, or the kernel's own. */
export function provenanceOf(thing: object): Provenance | null {
  return notes.get(thing) ?? null
}
