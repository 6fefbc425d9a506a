// Header fields of HTTP messages (RFC 9112 section 5) and the octets they are made of.

export interface HttpField {
  readonly name: string
  readonly value: string
}

/** Every octet a character, as ISO-8859-1 has it: heads are read so. */
export function latin1(octets: Uint8Array): string {
  let text = ''
  for (const octet of octets) text += String.fromCharCode(octet)
  return text
}

/** `Name: value`; null when there is no colon. */
export function parseField(line: string): HttpField | null {
  const colon = line.indexOf(':')
  if (colon < 0) return null
  return { name: line.slice(0, colon).trimEnd(), value: line.slice(colon + 1).trim() }
}

/** The first of that name. */
export function fieldOf(fields: readonly HttpField[], name: string): string | null {
  const wanted = name.toLowerCase()
  return fields.find((field) => field.name.toLowerCase() === wanted)?.value ?? null
}
