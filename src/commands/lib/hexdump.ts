// The lines of hexdump(1), sixteen octets each; those that repeat the one above are one star.

export interface HexdumpFormat {
  /** `hex+ASCII`; else words of two octets, the low one first. */
  readonly canonical: boolean
  /** What stands before a word. */
  readonly gap: string
  /** Repeated lines are written as well. */
  readonly all: boolean
  /** A short last line that begins as the one above has a star before it. */
  readonly starsLast: boolean
}

const ROW = 16

/** `start`: the offset of the first octet. The last line is the offset behind the last one. */
export function* hexdumpLines(
  octets: readonly number[],
  start: number,
  { canonical, gap, all, starsLast }: HexdumpFormat,
): IterableIterator<string> {
  const offset = (at: number): string => (start + at).toString(16).padStart(canonical ? 8 : 7, '0')
  let before = ''
  let squeezed = false
  for (let at = 0; at < octets.length; at += ROW) {
    const row = octets.slice(at, at + ROW)
    const text = canonical ? canonicalRow(row) : wordRow(row, gap)
    if (text === before && row.length === ROW && !all) {
      if (!squeezed) yield '*\n'
      squeezed = true
      continue
    }
    const short = row.length < ROW && at > 0 && row.every((octet, i) => octet === octets[at - ROW + i])
    if (starsLast && short && !squeezed && !all) yield '*\n'
    before = text
    squeezed = false
    yield `${offset(at)}${text}\n`
  }
  if (octets.length > 0) yield `${offset(octets.length)}\n`
}

function canonicalRow(row: readonly number[]): string {
  let text = ''
  for (let i = 0; i < ROW; i++) {
    const octet = row[i]
    text += `${i % 8 === 0 ? '  ' : ' '}${octet === undefined ? '  ' : octet.toString(16).padStart(2, '0')}`
  }
  const shown = row.map((octet) => (octet >= 32 && octet < 127 ? String.fromCharCode(octet) : '.')).join('')
  return `${text}  |${shown}|`
}

function wordRow(row: readonly number[], gap: string): string {
  let text = ''
  for (let i = 0; i < ROW; i += 2) {
    const [low, high = 0] = [row[i], row[i + 1]]
    const word = low === undefined ? '    ' : ((high << 8) | low).toString(16).padStart(4, '0')
    text += `${gap}${word}`
  }
  return text
}
