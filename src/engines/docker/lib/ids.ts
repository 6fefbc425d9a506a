// Ids are 32 random octets in hexadecimal; people use their first twelve digits.
export function randomId(random: () => number, octets = 32): string {
  let id = ''
  while (id.length < octets * 2) id += (random() >>> 0).toString(16).padStart(8, '0')
  return id.slice(0, octets * 2)
}

/** Ref: moby pkg/stringid/stringid.go:TruncateID() */
export function truncateId(id: string): string {
  const colon = id.indexOf(':')
  return id.slice(colon + 1, colon + 13)
}
