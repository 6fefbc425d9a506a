/** `1.5K`, `12M`, as `ls -h` writes sizes: rounded up. */
export function humanSize(octets: number): string {
  if (octets < 1024) return String(octets)
  let value = octets
  for (const unit of 'KMGTPE') {
    value /= 1024
    if (value >= 1023.5 && unit !== 'E') continue
    return value < 9.95 ? `${(Math.ceil(value * 10) / 10).toFixed(1)}${unit}` : `${Math.ceil(value)}${unit}`
  }
  return String(octets)
}
