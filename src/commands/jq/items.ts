// Values on their way, and the paths that led to them.
import { described, shortened } from './arithmetic.ts'
import { getKey } from './paths.ts'
import { JqError, type Json } from './value.ts'

export interface Item {
  readonly value: Json
  /** null: none is kept, or none led here. */
  readonly path: readonly Json[] | null
}

export type Items = Generator<Item, void, undefined>

export function take<T>(values: Iterable<T>, count: number): T[] {
  const taken: T[] = []
  if (count <= 0) return taken
  for (const value of values) {
    taken.push(value)
    if (taken.length >= count) break
  }
  return taken
}

export function plain({ value }: Item): Item {
  return { value, path: null }
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
