// The header of `for (( … ))`, out of the text it stands in.

/** The three expressions between `((` and `))`. */
export function forHeader(text: string): readonly [string, string, string] {
  const start = text.indexOf('((') + 2
  const parts: string[] = []
  let depth = 0
  let from = start
  for (let i = start; i < text.length; i++) {
    const c = text[i]
    if (c === '(') depth++
    else if (c === ')' && depth === 0) {
      parts.push(text.slice(from, i))
      break
    } else if (c === ')') depth--
    else if (c === ';' && depth === 0) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  return [parts[0] ?? '', parts[1] ?? '', parts[2] ?? '']
}
