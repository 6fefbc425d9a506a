// Where a packet is looked for: `on red`, `on red:eth0`, `ifname eth0`, joined to the rest of an expression by `and`. The
// words are those of pcap-filter(7); it knows one device, here there are many.

/** Ends of a hop: `red:eth0`. */
export type AtPlace = (from: string, to: string) => boolean

export interface SplitExpression {
  /** What is left for tcpdump's language. */
  readonly rest: string
  readonly at: AtPlace
}

const PLACE = /(^|\band\s+)(?:on|ifname)\s+(\S+)\s*(?:and\b\s*)?/i

export function splitPlaces(expression: string): SplitExpression {
  let rest = expression.trim()
  const places: string[] = []
  for (let match = PLACE.exec(rest); match; match = PLACE.exec(rest)) {
    places.push((match[2] ?? '').toLowerCase())
    const [before, after] = [rest.slice(0, match.index), rest.slice(match.index + match[0].length)]
    rest = [before.trim(), after.trim()].filter((part) => part !== '').join(' and ')
  }
  return { rest, at: (from, to) => places.every((place) => is(from, place) || is(to, place)) }
}

function is(end: string, place: string): boolean {
  const whole = end.toLowerCase()
  return whole === place || whole.split(':').includes(place)
}
