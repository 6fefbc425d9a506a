// What `date -d` and `touch -d` take: a day, a time of day, and steps from it. Ref: gnulib parse-datetime.y
import { calendarTime, daysTo, MONTHS, WEEKDAYS } from './calendar.ts'

const DAY = 86_400
const UNITS: Readonly<Record<string, number>> = {
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  hour: 3600,
  day: DAY,
  week: 7 * DAY,
  fortnight: 14 * DAY,
}
const NAMED: Readonly<Record<string, number>> = { now: 0, today: 0, yesterday: -DAY, tomorrow: DAY }

interface Moment {
  year: number
  month: number
  day: number
  /** Seconds of the day. */
  time: number
  /** Steps of a fixed length, in seconds. */
  shift: number
}

/** Seconds since 1970; null when it is no date. */
export function parseDateText(text: string, now: number): number | null {
  const trimmed = text.trim()
  if (/^@-?[0-9]+(\.[0-9]+)?$/.test(trimmed)) return Number(trimmed.slice(1))
  const today = calendarTime(now)
  const time = today.hour * 3600 + today.minute * 60 + today.second + (now - Math.floor(now))
  const moment: Moment = { year: today.year, month: today.month, day: today.day, time, shift: 0 }
  if (trimmed === '') return now - time
  let rest = trimmed
  const seen = new Set<string>()
  while (rest !== '') {
    const item = ITEMS.map(({ pattern, kind, take }) => ({ found: pattern.exec(rest), kind, take })).find(
      ({ found }) => found !== null,
    )
    if (!item?.found || (item.kind !== 'step' && seen.has(item.kind))) return null
    seen.add(item.kind)
    if (!item.take(moment, item.found.slice(1))) return null
    rest = rest.slice(item.found[0].length).trimStart()
  }
  // A day without a time of day begins at midnight.
  if (seen.has('day') && !seen.has('time')) moment.time = 0
  const { year, month, day } = moment
  const months = year * 12 + month - 1
  return (
    daysTo(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1) * DAY +
    (day - 1) * DAY +
    moment.time +
    moment.shift
  )
}

type Parts = readonly (string | undefined)[]

interface Item {
  readonly kind: 'day' | 'time' | 'zone' | 'step'
  readonly pattern: RegExp
  /** False when what is there cannot be. */
  readonly take: (moment: Moment, parts: Parts) => boolean
}

const MONTH = MONTHS.map((name) => name.slice(0, 3)).join('|')
const UNIT = '(sec|second|min|minute|hour|day|week|fortnight|month|year)s?'

const ITEMS: readonly Item[] = [
  {
    kind: 'day',
    pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T(?=\d)|\b)/,
    take: (m, [y, mon, d]) => setDay(m, y, mon, d),
  },
  {
    kind: 'day',
    pattern: new RegExp(`^(\\d{1,2})[ -](${MONTH})[a-z]*[ -](\\d{4})\\b`, 'i'),
    take: (m, [d, name, y]) => setDay(m, y, monthOf(name), d),
  },
  {
    kind: 'day',
    pattern: new RegExp(`^(${MONTH})[a-z]* (\\d{1,2}),?(?: (\\d{4})\\b)?(?!:)`, 'i'),
    take: (m, [name, d, y]) => setDay(m, y ?? String(m.year), monthOf(name), d),
  },
  {
    kind: 'time',
    pattern: /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?([ap])m\b)?/i,
    take: (m, [h, min, s, half]) => setTime(m, Number(h), Number(min), Number(s ?? 0), half ?? null),
  },
  {
    kind: 'time',
    pattern: /^(\d{1,2}) ?([ap])m\b/i,
    take: (m, [h, half]) => setTime(m, Number(h), 0, 0, half ?? null),
  },
  {
    kind: 'time',
    pattern: /^(midnight|noon)\b/i,
    take: (m, [name]) => setTime(m, name === 'noon' ? 12 : 0, 0, 0, null),
  },
  { kind: 'zone', pattern: /^(?:UTC|GMT|Z|[+-]00:?00)\b/i, take: () => true },
  {
    kind: 'step',
    pattern: /^(now|today|yesterday|tomorrow)\b/i,
    take: (m, [name = '']) => step(m, NAMED[name.toLowerCase()] ?? 0, 'sec', 1),
  },
  {
    kind: 'step',
    pattern: new RegExp(`^([+-]?) ?(\\d+) ?${UNIT}\\b(?: (ago)\\b)?`, 'i'),
    take: (m, [sign, n, unit = '', ago]) =>
      step(m, Number(n), unit.toLowerCase(), (sign === '-' ? -1 : 1) * (ago === undefined ? 1 : -1)),
  },
  {
    kind: 'step',
    pattern: new RegExp(`^(?:(next|last|this) )?${UNIT}\\b(?: (ago)\\b)?`, 'i'),
    take: (m, [which, unit = '', ago]) => {
      const count = { next: 1, last: -1, this: 0 }[(which ?? 'next').toLowerCase()] ?? 1
      return step(m, count, unit.toLowerCase(), ago === undefined ? 1 : -1)
    },
  },
  {
    kind: 'day',
    pattern: new RegExp(
      `^(?:(next|last) )?(${WEEKDAYS.map((name) => name.slice(0, 3)).join('|')})[a-z]*\\b`,
      'i',
    ),
    take: (m, [which, name = '']) => setWeekday(m, which?.toLowerCase() ?? null, name.toLowerCase()),
  },
]

function monthOf(name: string | undefined): string {
  return String(MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name?.toLowerCase()) + 1)
}

function setDay(moment: Moment, year?: string, month?: string, day?: string): boolean {
  ;[moment.year, moment.month, moment.day] = [Number(year), Number(month), Number(day)]
  const { month: m, day: d } = moment
  if (m < 1 || m > 12 || d < 1) return false
  const next = m === 12 ? daysTo(moment.year + 1, 1, 1) : daysTo(moment.year, m + 1, 1)
  return d <= next - daysTo(moment.year, m, 1)
}

function setTime(moment: Moment, hour: number, minute: number, second: number, half: string | null): boolean {
  if (half !== null && (hour < 1 || hour > 12)) return false
  const hours = half === null ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  moment.time = hours * 3600 + minute * 60 + second
  return hours < 24 && minute < 60 && second <= 60
}

/** The coming one, today's when it is that day. */
function setWeekday(moment: Moment, which: string | null, name: string): boolean {
  const wanted = WEEKDAYS.findIndex((day) => day.toLowerCase().startsWith(name))
  const { weekday } = calendarTime(daysTo(moment.year, moment.month, moment.day) * DAY)
  const ahead = (wanted - weekday + 7) % 7
  moment.day += which === 'last' ? ahead - 7 : which === 'next' && ahead === 0 ? 7 : ahead
  return true
}

function step(moment: Moment, count: number, unit: string, sign: number): boolean {
  if (unit === 'month') moment.month += sign * count
  else if (unit === 'year') moment.year += sign * count
  else if ((UNITS[unit] ?? 0) % DAY === 0) moment.day += sign * count * ((UNITS[unit] ?? 0) / DAY)
  else moment.shift += sign * count * (UNITS[unit] ?? 1)
  return true
}
