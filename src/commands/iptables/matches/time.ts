// Ref: extensions/libxt_time.c
import type { XtTime } from '../../../uapi/xt_match.ts'
import { defineMatch, type ExtensionParser } from '../extension.ts'
import type { Given } from '../option.ts'
import { formatDate, formatDayTime, parseDate, parseDayTime } from '../timeofday.ts'
import type { Xtables } from '../xtables.ts'

const DAY = 86400
/** Last second that a 32-bit clock shows: where no end is given. */
const LAST_DATE = 0x7fffffff
const ALL_MONTHDAYS = 0xfffffffe
const ALL_WEEKDAYS = 0xfe
const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function parseMonthdays({ x, value, invert }: Given): number {
  let bits = 0
  for (const word of value.split(',')) {
    const day = /^\d+$/.test(word) ? Number(word) : 0
    if (day < 1 || day > 31) return x.problem(`${word} is not a valid day for --monthdays`)
    bits |= 1 << day
  }
  return ((invert ? ~bits & ALL_MONTHDAYS : bits) >>> 0) >>> 0
}

/** Names by their first two letters, or numbers. */
function parseWeekdays({ x, value, invert }: Given): number {
  let bits = 0
  for (const word of value.split(',')) {
    const number = /^\d/.test(word) ? parseInt(word, 10) : 0
    if (number >= 1 && number <= 7) bits |= 1 << number
    else if (number === 0) {
      const day = WEEKDAYS.findIndex((name) => word.length >= 2 && name.slice(0, 2) === word.slice(0, 2))
      if (day < 1) return x.problem(`${word} is not a valid day specifier`)
      bits |= 1 << day
    }
  }
  return invert ? ~bits & ALL_WEEKDAYS : bits
}

function days(bits: number, most: number, name: (day: number) => string): string {
  const found: string[] = []
  for (let day = 1; day <= most; day++) if ((bits & (1 << day)) !== 0) found.push(name(day))
  return found.join(',')
}

/** 11st, 12nd, 13rd: by the last digit alone. */
function ordinal(day: number): string {
  return `${day}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`
}

const weekdayName = (day: number): string => WEEKDAYS[day] ?? ''

class TimeParser implements ExtensionParser<XtTime> {
  readonly #x: Xtables
  #datestart: number | null = null
  #datestop: number | null = null
  #timestart = 0
  #timestop = DAY - 1
  #monthdays = ALL_MONTHDAYS
  #weekdays = ALL_WEEKDAYS

  constructor(x: Xtables) {
    this.#x = x
  }

  option(given: Given): void {
    const { x, id, value } = given
    if (id === 'datestart') this.#datestart = parseDate(x, value)
    else if (id === 'datestop') this.#datestop = parseDate(x, value)
    else if (id === 'timestart') this.#timestart = parseDayTime(x, value)
    else if (id === 'timestop') this.#timestop = parseDayTime(x, value)
    else if (id === 'monthdays') this.#monthdays = parseMonthdays(given)
    else if (id === 'weekdays') this.#weekdays = parseWeekdays(given)
    else if (id === 'localtz') {
      x.warn(
        'WARNING: --localtz is being replaced by --kerneltz, since "local" is ambiguous. Note the kernel timezone has caveats - see manpage for details.\n',
      )
    }
  }

  finish(given: ReadonlySet<string>): XtTime {
    const contiguous = given.has('contiguous')
    if (contiguous && this.#timestart < this.#timestop) {
      this.#x.problem('time: --contiguous only makes sense when stoptime is smaller than starttime')
    }
    return {
      name: 'time',
      datestart: this.#datestart,
      datestop: this.#datestop,
      timestart: this.#timestart,
      timestop: this.#timestop,
      monthdays: this.#monthdays,
      weekdays: this.#weekdays,
      kerneltz: given.has('kerneltz') || given.has('localtz'),
      contiguous,
    }
  }
}

function isWholeDay(data: XtTime): boolean {
  return data.timestart === 0 && data.timestop === DAY - 1
}

function translate(data: XtTime): string | null {
  if (data.monthdays !== ALL_MONTHDAYS) return null
  const words: string[] = []
  if (data.datestart !== null || data.datestop !== null) {
    const date = (seconds: number): string => `"${formatDate(seconds, ' ')}"`
    words.push(`meta time ${date(data.datestart ?? 0)}-${date(data.datestop ?? LAST_DATE)}`)
  }
  if (!isWholeDay(data)) {
    words.push(` meta hour "${formatDayTime(data.timestart)}"-"${formatDayTime(data.timestop)}"`)
  }
  if (data.weekdays !== ALL_WEEKDAYS) {
    const list = days(data.weekdays, 7, (day) => String(day % 7))
    words.push(` meta day ${list.includes(',') ? `{ ${list.replaceAll(',', ', ')} }` : list}`.trimEnd())
  }
  return words.length === 0 ? ' ' : words.join('')
}

export const timeMatch = defineMatch<XtTime>({
  name: 'time',
  options: [
    { name: 'datestart', argument: true },
    { name: 'datestop', argument: true },
    { name: 'timestart', argument: true },
    { name: 'timestop', argument: true },
    { name: 'contiguous', argument: false },
    { name: 'localtz', argument: false },
    { name: 'monthdays', argument: true, invert: true },
    { name: 'weekdays', argument: true, invert: true },
    { name: 'utc', argument: false },
    { name: 'kerneltz', argument: false },
  ],
  help: `time match options:
    --datestart time     Start and stop time, to be given in ISO 8601
    --datestop time      (YYYY[-MM[-DD[Thh[:mm[:ss]]]]])
    --timestart time     Start and stop daytime (hh:mm[:ss])
    --timestop time      (between 00:00:00 and 23:59:59)
[!] --monthdays value    List of days on which to match, separated by comma
                         (Possible days: 1 to 31; defaults to all)
[!] --weekdays value     List of weekdays on which to match, sep. by comma
                         (Possible days: Mon,Tue,Wed,Thu,Fri,Sat,Sun or 1 to 7
                         Defaults to all weekdays.)
    --kerneltz           Work with the kernel timezone instead of UTC
`,
  parse: (x) => new TimeParser(x),
  print: (data) => {
    const words = [' TIME']
    if (!isWholeDay(data)) {
      words.push(` from ${formatDayTime(data.timestart)} to ${formatDayTime(data.timestop)}`)
    }
    if (data.weekdays !== ALL_WEEKDAYS) words.push(` on ${days(data.weekdays, 7, weekdayName)}`)
    if (data.monthdays !== ALL_MONTHDAYS) words.push(` on ${days(data.monthdays, 31, ordinal)}`)
    if (data.datestart !== null) words.push(` starting from ${formatDate(data.datestart, ' ')}`)
    if (data.datestop !== null) words.push(` until date ${formatDate(data.datestop, ' ')}`)
    if (!data.kerneltz) words.push(' UTC')
    if (data.contiguous) words.push(' contiguous')
    return words.join('')
  },
  save: (data) => {
    const words: string[] = []
    if (!isWholeDay(data)) {
      words.push(` --timestart ${formatDayTime(data.timestart)} --timestop ${formatDayTime(data.timestop)}`)
    }
    if (data.monthdays !== ALL_MONTHDAYS) words.push(` --monthdays ${days(data.monthdays, 31, String)}`)
    if (data.weekdays !== ALL_WEEKDAYS) words.push(` --weekdays ${days(data.weekdays, 7, weekdayName)}`)
    if (data.datestart !== null) words.push(` --datestart ${formatDate(data.datestart, 'T')}`)
    words.push(` --datestop ${formatDate(data.datestop ?? LAST_DATE, 'T')}`)
    if (data.kerneltz) words.push(' --kerneltz')
    if (data.contiguous) words.push(' --contiguous')
    return words.join('')
  },
  translate,
})
