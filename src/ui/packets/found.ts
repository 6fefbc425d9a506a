// What an expression found so far: packets that come are examined once, those before them are not examined again.
import type { Hop } from '../../store/lab.ts'

export interface Found {
  readonly expression: string
  /** null: it is none of tcpdump's expressions. */
  readonly hops: ReadonlySet<number> | null
  /** The newest that was examined. */
  readonly last: Hop | null
}

/** Number of the newest hop that need not be examined again; 0: all are to be. After an undo numbers come again, and with
 *  them other hops: what was found is worth something only while the hop itself is still listed. */
export function examinedUpTo(known: Found | null, expression: string, hops: readonly Hop[]): number {
  const { last = null } = known ?? {}
  if (known?.expression !== expression || known.hops === null || last === null) return 0
  return hops.lastIndexOf(last) >= 0 ? last.id : 0
}

/** With what was found behind `after`. */
export function withMore(
  known: Found | null,
  { after, hops, ...more }: Found & { readonly after: number },
): Found {
  if (after === 0 || hops === null) return { ...more, hops }
  return { ...more, hops: new Set([...(known?.hops ?? []), ...hops]) }
}
