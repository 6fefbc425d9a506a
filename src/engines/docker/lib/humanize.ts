// Ages and sizes as Docker writes them. Ref: docker/go-units duration.go:HumanDuration(), size.go
const MINUTE = 60
const HOUR = 3600

/** `seconds` may be a fraction. */
export function humanDuration(span: number): string {
  const seconds = Math.trunc(span)
  if (seconds < 1) return 'Less than a second'
  if (seconds === 1) return '1 second'
  if (seconds < 60) return `${seconds} seconds`
  const minutes = Math.trunc(seconds / MINUTE)
  if (minutes === 1) return 'About a minute'
  if (minutes < 60) return `${minutes} minutes`
  const hours = Math.trunc(seconds / HOUR + 0.5)
  if (hours === 1) return 'About an hour'
  if (hours < 48) return `${hours} hours`
  if (hours < 24 * 7 * 2) return `${Math.trunc(hours / 24)} days`
  if (hours < 24 * 30 * 2) return `${Math.trunc(hours / 24 / 7)} weeks`
  if (hours < 24 * 365 * 2) return `${Math.trunc(hours / 24 / 30)} months`
  return `${Math.trunc(seconds / HOUR / 24 / 365)} years`
}

/** `1.98MB`: by thousands, so many significant digits. */
export function humanSize(octets: number, digits = 4): string {
  return sized(octets, 1000, digits, ['B', 'kB', 'MB', 'GB', 'TB'])
}

/** `888KiB`: by 1024. */
export function bytesSize(octets: number): string {
  return sized(octets, 1024, 4, ['B', 'KiB', 'MiB', 'GiB', 'TiB'])
}

function sized(octets: number, base: number, digits: number, units: readonly string[]): string {
  let size = octets
  let unit = 0
  while (size >= base && unit < units.length - 1) {
    size /= base
    unit++
  }
  return `${Number(size.toPrecision(digits))}${units[unit] ?? ''}`
}
