// Which packets the text of the filter lets through; loaded when one is first typed.
import type { Hop } from '../../store/lab.ts'
import { packetFilter } from './filter.ts'
import { splitPlaces } from './place.ts'

export { examinedUpTo, withMore } from './found.ts'

/** Without the places: what the lab is asked for. */
export function expressionOf(text: string): string {
  return splitPlaces(text).rest
}

/** `found`: what the lab found by the expression; null: it is none of tcpdump's, and its words are looked for. */
export function filtered(
  hops: readonly Hop[],
  text: string,
  found: ReadonlySet<number> | null,
  nameOf: (device: string | null) => string,
): readonly Hop[] {
  const { rest, at } = splitPlaces(text)
  const words = packetFilter(rest)
  return hops.filter((hop) => {
    const [from, to] = [nameOf(hop.from), nameOf(hop.to)]
    if (!at(from, to)) return false
    return found ? found.has(hop.id) : words(`${hop.protocol} ${hop.summary} ${from} ${to}`)
  })
}
