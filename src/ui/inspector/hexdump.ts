// Octets as a dump: offset, hex in pairs, and the characters they would be, as tcpdump -X lays them out.

/** A piece of a line, lit or not. */
export interface DumpPart {
  readonly text: string
  readonly lit: boolean
}

export interface DumpLine {
  readonly offset: string
  readonly hex: readonly DumpPart[]
  readonly text: readonly DumpPart[]
  /** Some of its octets are lit. */
  readonly lit: boolean
}

/** First octet and the one behind the last. */
export type LitOctets = readonly [from: number, to: number]

/** `digits` are hex digits, two an octet; `width` octets a line; `lit` stand out. */
export function hexDump(digits: string, width: number, lit: LitOctets | null = null): readonly DumpLine[] {
  const octets = digits.match(/[0-9a-f]{2}/gi) ?? []
  const lines: DumpLine[] = []
  for (let at = 0; at < octets.length; at += width) {
    const row = octets.slice(at, at + width)
    const from = Math.min(row.length, Math.max(0, (lit?.[0] ?? 0) - at))
    const to = Math.min(row.length, Math.max(from, (lit?.[1] ?? 0) - at))
    const hex = row.map((octet, n) => octet + (n % 2 === 1 && n + 1 < row.length ? ' ' : ''))
    const text = row.map((octet) => printable(Number.parseInt(octet, 16)))
    lines.push({
      offset: `0x${at.toString(16).padStart(4, '0')}`,
      hex: parts(hex, from, to),
      text: parts(text, from, to),
      lit: to > from,
    })
  }
  return lines
}

function parts(cells: readonly string[], from: number, to: number): DumpPart[] {
  if (to <= from) return [{ text: cells.join(''), lit: false }]
  // A space behind the last lit octet is none of it.
  const middle = cells.slice(from, to).join('')
  const end = middle.trimEnd()
  return [
    { text: cells.slice(0, from).join(''), lit: false },
    { text: end, lit: true },
    { text: middle.slice(end.length) + cells.slice(to).join(''), lit: false },
  ].filter(({ text }) => text !== '')
}

function printable(octet: number): string {
  return octet > 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.'
}
