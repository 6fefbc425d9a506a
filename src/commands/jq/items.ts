// Values on their way, and the paths that led to them.
import { described, shortened } from './arithmetic.ts'
import { getKey } from './paths.ts'
import { JqError, MemoryExhausted, type Json } from './value.ts'

export interface Item {
  readonly value: Json
  /** null: none is kept, or none led here. */
  readonly path: readonly Json[] | null
}

/** Stands among what a filter gives while it is still at work: the process lets others run, and asks again. */
export const PAUSE: unique symbol = Symbol('pause')

export type Pause = typeof PAUSE

export type Steps<T> = Generator<T | Pause, void, undefined>

export type Items = Steps<Item>

/** All that another filter gives stands here: as `yield*`, but that calls within calls may be as deep as they like. */
export class Deeper {
  readonly flow: Flow
  /** Whoever asks has nothing to do afterwards. */
  readonly last: boolean
  constructor(flow: Flow, last = false) {
    this.flow = flow
    this.last = last
  }
}

export type Flow = Generator<Item | Pause | Deeper, void, undefined>

/** What a filter gives, with what it has left to others. */
export function* driven(first: Flow): Items {
  const calls: Flow[] = [first]
  let thrown: { readonly error: unknown } | null = null
  try {
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      let step: IteratorResult<Item | Pause | Deeper, void>
      try {
        step = thrown ? call.throw(thrown.error) : call.next()
        thrown = null
      } catch (error) {
        calls.pop()
        if (calls.length === 0) throw error
        thrown = { error }
        continue
      }
      if (step.done) calls.pop()
      else if (step.value instanceof Deeper) {
        if (step.value.last) calls.pop()
        if (calls.push(step.value.flow) > MOST_CALLS) throw new MemoryExhausted()
      } else yield step.value
    }
  } finally {
    for (const call of calls.reverse()) call.return()
  }
}

/** Calls within calls that there is memory for. */
const MOST_CALLS = 1_000_000

/** At most so many of them, as a list. */
export function* taken<T>(values: Steps<T>, count: number): Generator<Pause, T[], undefined> {
  const all: T[] = []
  if (count <= 0) return all
  for (const value of values) {
    if (value === PAUSE) yield PAUSE
    else if (all.push(value) >= count) break
  }
  return all
}

export function kindWord(value: Json): string {
  return described(value).replace(/ .*/s, '')
}

export function step({ value, path }: Item, key: Json, paths: boolean): Item {
  if (!paths) return { value: getKey(value, key), path: null }
  if (path === null)
    throw new JqError(
      `Invalid path expression near attempt to access element ${shortened(key)} of ${shortened(value)}`,
    )
  return { value: getKey(value, key), path: [...path, key] }
}
