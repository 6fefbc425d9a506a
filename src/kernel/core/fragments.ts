// A packet that came in pieces, of either family.

export interface Fragment {
  /** Where its octets stand in the whole. */
  readonly at: number
  readonly bytes: Uint8Array
  readonly last: boolean
}

/** The octets of a complete set; null while some are missing. Ref: net/ipv4/inet_fragment.c:inet_frag_reasm_finish() */
export function joinFragments(fragments: readonly Fragment[]): Uint8Array | null {
  const parts = fragments.toSorted((a, b) => a.at - b.at)
  let end = 0
  for (const part of parts) {
    if (part.at > end) return null
    end = Math.max(end, part.at + part.bytes.length)
  }
  if (!parts.some((p) => p.last)) return null
  const body = new Uint8Array(end)
  for (const part of parts) body.set(part.bytes, part.at)
  return body
}
