const KILO = 1024

/** `512`, `8.0K`, `12.3M`. Ref: libbb/human_readable.c:make_human_readable_str() */
export function humanReadable(octets: number): string {
  if (octets < KILO) return String(octets)
  let value = octets
  let tenths = 0
  let unit = ''
  for (unit of 'KMGTPE') {
    tenths = Math.floor(((value % KILO) * 10 + KILO / 2) / KILO)
    value = Math.floor(value / KILO)
    if (value < KILO) break
  }
  if (tenths >= 10) [value, tenths] = [value + 1, 0]
  return `${value}.${tenths}${unit}`
}
