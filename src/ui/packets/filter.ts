// The filter of the packet list: words as a person would say them, in the manner of tcpdump's expressions.
//   icmp or arp · not arp · 10.0.0.2 · host 10.0.0.2 and icmp · echo reply
// Words side by side must all be there; `or` binds weaker than that. A word is looked for everywhere in a packet's line.

export type PacketFilter = (line: string) => boolean

/** Words of tcpdump that only say what kind of word follows. */
const SILENT = new Set(['host', 'net', 'port', 'proto', 'src', 'dst', 'ip', 'ether'])

/** Never fails: what is not understood is looked for as text. */
export function packetFilter(text: string): PacketFilter {
  const alternatives = split(words(text))
  if (alternatives.length === 0) return () => true
  return (line) => {
    const low = line.toLowerCase()
    return alternatives.some((all) => all.every(({ word, negated }) => low.includes(word) !== negated))
  }
}

interface Term {
  readonly word: string
  readonly negated: boolean
}

function words(text: string): readonly string[] {
  const all = text.toLowerCase().replace(/[()]/g, ' ').replaceAll('||', ' or ').replaceAll('&&', ' and ')
  return all
    .replace(/!(?=\S)/g, 'not ')
    .split(/\s+/)
    .filter(Boolean)
}

function split(all: readonly string[]): readonly (readonly Term[])[] {
  const alternatives: Term[][] = []
  let terms: Term[] = []
  let negated = false
  all.forEach((word, n) => {
    if (word === 'or') {
      if (terms.length > 0) alternatives.push(terms)
      terms = []
      negated = false
    } else if (word === 'not') negated = !negated
    else if (word !== 'and' && !(SILENT.has(word) && n + 1 < all.length)) {
      terms.push({ word, negated })
      negated = false
    }
  })
  if (terms.length > 0) alternatives.push(terms)
  return alternatives
}
