// Every match extension that the kernel has: one file, one line here.
import type { XtMatchExtension } from '../x_tables.ts'
import { commentMatch } from './comment.ts'

const MATCHES: readonly XtMatchExtension[] = [commentMatch]

const byName = new Map(MATCHES.map((match) => [match.name, match]))

/** Ref: xt_find_match() */
export function xtFindMatch(name: XtMatchExtension['name']): XtMatchExtension | null {
  return byName.get(name) ?? null
}
