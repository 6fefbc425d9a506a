// Schedules of cron: five fields, or a word for them. (Ref: robfig/cron v3 parser.go, spec.go)
import { civilDate } from './time.ts'

/** By field: the minutes, hours, days, months and weekdays on which something is due. */
export interface Schedule {
  readonly minutes: ReadonlySet<number>
  readonly hours: ReadonlySet<number>
  readonly days: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  readonly weekdays: ReadonlySet<number>
  /** `*` or `?`: such a field leaves the choice of the day to the other. */
  readonly anyDay: boolean
  readonly anyWeekday: boolean
}

interface Bounds {
  readonly min: number
  readonly max: number
  readonly names: readonly string[]
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ')
const WORDS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
}
const MINUTE = 60
const DAY = 86_400

/** The schedule; or what is wrong with it. */
export function parseSchedule(text: string): Schedule | string {
  if (text.startsWith('@') && !(text in WORDS)) return `unrecognized descriptor: ${text}`
  const fields = (WORDS[text] ?? text).trim().split(/\s+/)
  if (fields.length !== 5) return `expected exactly 5 fields, found ${fields.length}: [${fields.join(' ')}]`
  const bounds: readonly Bounds[] = [
    { min: 0, max: 59, names: [] },
    { min: 0, max: 23, names: [] },
    { min: 1, max: 31, names: [] },
    { min: 1, max: 12, names: MONTHS },
    { min: 0, max: 6, names: WEEKDAYS },
  ]
  const sets: Set<number>[] = []
  for (const [i, one] of bounds.entries()) {
    const set = parseField(fields[i] ?? '', one)
    if (typeof set === 'string') return set
    sets.push(set)
  }
  const [minutes, hours, days, months, weekdays] = sets
  if (!minutes || !hours || !days || !months || !weekdays) return 'empty spec string'
  const any = (field: string | undefined): boolean => /^[*?]/.test(field ?? '')
  return { minutes, hours, days, months, weekdays, anyDay: any(fields[2]), anyWeekday: any(fields[4]) }
}

function parseField(text: string, bounds: Bounds): Set<number> | string {
  const found = new Set<number>()
  for (const part of text.split(',')) {
    const range = parseRange(part, bounds)
    if (typeof range === 'string') return range
    for (let n = range.from; n <= range.to; n += range.step) found.add(n)
  }
  return found
}

interface Range {
  readonly from: number
  readonly to: number
  readonly step: number
}

/** `5`, `1-5`, `*`, any of them with `/STEP`. */
function parseRange(text: string, { min, max, names }: Bounds): Range | string {
  const [range = '', stepText, ...more] = text.split('/')
  if (more.length > 0) return `too many slashes: ${text}`
  const [low = '', high, ...rest] = range.split('-')
  if (rest.length > 0) return `too many hyphens: ${text}`
  const all = low === '*' || low === '?'
  const number = (word: string, offset: number): number | string => {
    const at = names.indexOf(word.toLowerCase())
    if (at >= 0) return at + offset
    return /^\d+$/.test(word)
      ? Number(word)
      : `failed to parse int from ${word}: strconv.Atoi: parsing "${word}": invalid syntax`
  }
  const from = all ? min : number(low, min)
  if (typeof from === 'string') return from
  const end = high === undefined ? from : number(high, min)
  if (typeof end === 'string') return end
  const step = stepText === undefined ? 1 : number(stepText, 0)
  if (typeof step === 'string') return step
  const to = all || (stepText !== undefined && high === undefined) ? max : end
  if (from < min) return `beginning of range (${from}) below minimum (${min}): ${text}`
  if (to > max) return `end of range (${to}) above maximum (${max}): ${text}`
  if (from > to) return `beginning of range (${from}) beyond end of range (${to}): ${text}`
  return step === 0 ? `step of range should be a positive number: ${text}` : { from, to, step }
}

/** The last time it was due, after `since` and until `now`; seconds since 1970. null: it was not. */
export function lastDue(schedule: Schedule, since: number, now: number): number | null {
  for (let at = now - (now % MINUTE); at > since && at > now - DAY; at -= MINUTE) {
    if (isDue(schedule, at)) return at
  }
  return null
}

function isDue(schedule: Schedule, at: number): boolean {
  const { minutes, hours, days, months, weekdays, anyDay, anyWeekday } = schedule
  const { day, month } = civilDate(Math.floor(at / DAY))
  const onDay = days.has(day)
  const onWeekday = weekdays.has((Math.floor(at / DAY) + 4) % 7)
  const date = anyDay || anyWeekday ? onDay && onWeekday : onDay || onWeekday
  return (
    minutes.has(Math.floor(at / MINUTE) % 60) &&
    hours.has(Math.floor(at / 3600) % 24) &&
    months.has(month) &&
    date
  )
}
