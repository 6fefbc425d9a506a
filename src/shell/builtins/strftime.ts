// strftime(3) in UTC and the C locale, for `printf '%(…)T'` and `\D{…}`.

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

interface Time {
  readonly year: number
  /** From 0. */
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly yearday: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** Civil date from days since 1970 (Howard Hinnant's algorithm). */
function timeOf(epoch: number): Time {
  const days = Math.floor(epoch / 86400)
  const rest = epoch - days * 86400
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 2 : shiftedMonth - 10
  const year = yearOfEra + era * 400 + (month <= 1 ? 1 : 0)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month] ?? 0
  return {
    year,
    month,
    day,
    weekday: (((days + 4) % 7) + 7) % 7,
    yearday: before + day + (leap && month > 1 ? 1 : 0),
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: Math.floor(rest % 60),
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** `epoch`: seconds since 1970. */
export function formatTime(format: string, epoch: number): string {
  const t = timeOf(epoch)
  const parts: Record<string, () => string> = {
    a: () => (DAYS[t.weekday] ?? '').slice(0, 3),
    A: () => DAYS[t.weekday] ?? '',
    b: () => (MONTHS[t.month] ?? '').slice(0, 3),
    B: () => MONTHS[t.month] ?? '',
    c: () => formatTime('%a %b %e %H:%M:%S %Y', epoch),
    d: () => two(t.day),
    D: () => formatTime('%m/%d/%y', epoch),
    e: () => String(t.day).padStart(2),
    F: () => formatTime('%Y-%m-%d', epoch),
    H: () => two(t.hour),
    I: () => two(t.hour % 12 || 12),
    j: () => String(t.yearday).padStart(3, '0'),
    m: () => two(t.month + 1),
    M: () => two(t.minute),
    n: () => '\n',
    p: () => (t.hour < 12 ? 'AM' : 'PM'),
    r: () => formatTime('%I:%M:%S %p', epoch),
    R: () => formatTime('%H:%M', epoch),
    s: () => String(epoch),
    S: () => two(t.second),
    t: () => '\t',
    T: () => formatTime('%H:%M:%S', epoch),
    u: () => String(t.weekday || 7),
    w: () => String(t.weekday),
    x: () => formatTime('%m/%d/%y', epoch),
    X: () => formatTime('%H:%M:%S', epoch),
    y: () => two(t.year % 100),
    Y: () => String(t.year),
    z: () => '+0000',
    Z: () => 'UTC',
    '%': () => '%',
  }
  return format.replace(/%([A-Za-z%])/g, (whole, letter: string) => parts[letter]?.() ?? whole)
}
