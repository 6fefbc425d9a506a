/** A Go string literal's value: "…" with escapes or `…` without. Ref: strconv/quote.go:Unquote() */
export function unquote(literal: string): string {
  if (literal.startsWith('`')) return literal.slice(1, -1)
  return literal
    .slice(1, -1)
    .replace(
      /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/g,
      (_, x, u, long, octal, c) => {
        const hex: string | undefined = x ?? u ?? long
        if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
        if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8))
        return ESCAPES[c] ?? c
      },
    )
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
}
