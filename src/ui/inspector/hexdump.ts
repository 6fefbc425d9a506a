// Octets as a dump: offset, hex in pairs, and the characters they would be, as tcpdump -X lays them out.

export interface DumpLine {
  readonly offset: string
  readonly hex: string
  readonly text: string
}

/** `digits` are hex digits, two an octet; `width` octets a line. */
export function hexDump(digits: string, width: number): readonly DumpLine[] {
  const octets = digits.match(/[0-9a-f]{2}/gi) ?? []
  const lines: DumpLine[] = []
  for (let at = 0; at < octets.length; at += width) {
    const row = octets.slice(at, at + width)
    lines.push({
      offset: `0x${at.toString(16).padStart(4, '0')}`,
      hex: row.map((octet, n) => octet + (n % 2 === 1 && n + 1 < row.length ? ' ' : '')).join(''),
      text: row.map((octet) => printable(Number.parseInt(octet, 16))).join(''),
    })
  }
  return lines
}

function printable(octet: number): string {
  return octet > 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.'
}
