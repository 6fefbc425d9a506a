// Every match extension that the kernel has: one file, one line here.
import type { XtMatchExtension } from '../x_tables.ts'
import { commentMatch } from './comment.ts'
import { connlimitMatch } from './connlimit.ts'
import { connmarkMatch } from './connmark.ts'
import { conntrackMatch, stateMatch } from './conntrack.ts'

const MATCHES: readonly XtMatchExtension[] = [
  commentMatch,
  connlimitMatch,
  connmarkMatch,
  conntrackMatch,
  stateMatch,
]

const byName = new Map(MATCHES.map((match) => [match.name, match]))

/** Ref: xt_find_match() */
export function xtFindMatch(name: XtMatchExtension['name']): XtMatchExtension | null {
  return byName.get(name) ?? null
}
