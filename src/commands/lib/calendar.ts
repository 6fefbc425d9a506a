// Dates of the proleptic Gregorian calendar in UTC, without the host's clock.

export interface CalendarTime {
  readonly year: number
  /** 1…12 */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0: Sunday. */
  readonly weekday: number
  /** 1…366 */
  readonly yearDay: number
}

export const MONTHS = [
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
] as const
export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const

const DAY = 86400

/** Days from 1970-01-01 to a date. */
export function daysTo(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** `epoch`: seconds since 1970. */
export function calendarTime(epoch: number): CalendarTime {
  const seconds = Math.floor(epoch)
  const days = Math.floor(seconds / DAY)
  const left = seconds - days * DAY
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return {
    year,
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
    hour: Math.floor(left / 3600),
    minute: Math.floor((left % 3600) / 60),
    second: left % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
    yearDay: days - daysTo(year, 1, 1) + 1,
  }
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** ISO 8601 week (Monday first) and the year it belongs to. */
function isoWeek(t: CalendarTime): readonly [number, number] {
  const monday = (t.weekday + 6) % 7
  const week = Math.floor((t.yearDay - 1 - monday + 10) / 7)
  const longYear = (year: number): boolean => {
    const first = (daysTo(year, 1, 1) + 4) % 7
    const leap = daysTo(year + 1, 1, 1) - daysTo(year, 1, 1) === 366
    return first === 4 || (leap && first === 3)
  }
  if (week < 1) return [t.year - 1, longYear(t.year - 1) ? 53 : 52]
  if (week > 52 && !longYear(t.year)) return [t.year + 1, 1]
  return [t.year, week]
}

type Field = (t: CalendarTime, epoch: number) => string

const FIELDS: Readonly<Record<string, Field>> = {
  a: (t) => WEEKDAYS[t.weekday]?.slice(0, 3) ?? '',
  A: (t) => WEEKDAYS[t.weekday] ?? '',
  b: (t) => MONTHS[t.month - 1]?.slice(0, 3) ?? '',
  B: (t) => MONTHS[t.month - 1] ?? '',
  c: (t, e) => strftime('%a %b %e %H:%M:%S %Y', e),
  C: (t) => two(Math.floor(t.year / 100)),
  d: (t) => two(t.day),
  D: (t, e) => strftime('%m/%d/%y', e),
  e: (t) => String(t.day).padStart(2),
  F: (t, e) => strftime('%Y-%m-%d', e),
  G: (t) => String(isoWeek(t)[0]),
  g: (t) => two(isoWeek(t)[0] % 100),
  h: (t) => MONTHS[t.month - 1]?.slice(0, 3) ?? '',
  H: (t) => two(t.hour),
  I: (t) => two(t.hour % 12 || 12),
  j: (t) => String(t.yearDay).padStart(3, '0'),
  k: (t) => String(t.hour).padStart(2),
  l: (t) => String(t.hour % 12 || 12).padStart(2),
  m: (t) => two(t.month),
  M: (t) => two(t.minute),
  n: () => '\n',
  N: (_t, e) => String(Math.round((e - Math.floor(e)) * 1e9)).padStart(9, '0'),
  p: (t) => (t.hour < 12 ? 'AM' : 'PM'),
  P: (t) => (t.hour < 12 ? 'am' : 'pm'),
  q: (t) => String(Math.ceil(t.month / 3)),
  r: (t, e) => strftime('%I:%M:%S %p', e),
  R: (t, e) => strftime('%H:%M', e),
  s: (_t, e) => String(Math.floor(e)),
  S: (t) => two(t.second),
  t: () => '\t',
  T: (t, e) => strftime('%H:%M:%S', e),
  u: (t) => String(t.weekday || 7),
  U: (t) => two(Math.floor((t.yearDay + 6 - t.weekday) / 7)),
  V: (t) => two(isoWeek(t)[1]),
  w: (t) => String(t.weekday),
  W: (t) => two(Math.floor((t.yearDay + 6 - ((t.weekday + 6) % 7)) / 7)),
  x: (t, e) => strftime('%m/%d/%y', e),
  X: (t, e) => strftime('%H:%M:%S', e),
  y: (t) => two(t.year % 100),
  Y: (t) => String(t.year),
  z: () => '+0000',
  ':z': () => '+00:00',
  Z: () => 'UTC',
  '%': () => '%',
}

/** strftime(3) in the C locale, with date(1)'s flags `-`, `_`, `0`, `^` and width. */
export function strftime(format: string, epoch: number): string {
  const time = calendarTime(epoch)
  return format.replace(
    /%([-_0^#]*)([0-9]*)[EO]?(:?[a-zA-Z%])/g,
    (all, flags: string, width: string, name: string) => {
      const field = FIELDS[name]
      if (!field) return all
      let text = field(time, epoch)
      if (name === 'N' && width !== '') text = text.slice(0, Number(width))
      if (flags.includes('-')) text = text.replace(/^[0 ]+(?=[^0 ])/, '')
      if (flags.includes('_')) text = text.replace(/^0+(?=.)/, (zeros) => ' '.repeat(zeros.length))
      if (flags.includes('^')) text = text.toUpperCase()
      return width === '' ? text : text.padStart(Number(width), flags.includes('_') ? ' ' : '0')
    },
  )
}
