// Dates and times of day. Ref: net/netfilter/xt_time.c
import { BIRTHDAY, SECOND } from '../../../sim/clock.ts'
import type { XtTime } from '../../../uapi/xt_match.ts'
import { EINVAL } from '../../../uapi/errno.ts'
import { refuse } from '../../core/net.ts'
import type { XtMatchExtension } from '../x_tables.ts'

const DAY = 86400
const ALL_MONTHDAYS = 0xfffffffe
const ALL_WEEKDAYS = 0xfe
/** 1 January 1970 was a Thursday, the fourth day of a week. */
const FIRST_WEEKDAY = 4

/** Bit of the day of the week, Monday 1 to Sunday 7. */
function weekdayBit(day: number): number {
  return 1 << (((((day + FIRST_WEEKDAY - 1) % 7) + 7) % 7) + 1)
}

/** Day of the month of a day since 1970, by the calendar of the civil year (Howard Hinnant's days_from_civil). */
function monthday(day: number): number {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const year = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const month = Math.floor((5 * dayOfYear + 2) / 153)
  return dayOfYear - Math.floor((153 * month + 2) / 5) + 1
}

/** Ref: time_mt() */
function holds(match: XtTime, stamp: number): boolean {
  const { datestart, datestop, timestart, timestop, monthdays, weekdays, contiguous } = match
  if (stamp < (datestart ?? 0) || stamp > (datestop ?? Infinity)) return false
  let day = Math.floor(stamp / DAY)
  const time = stamp - day * DAY
  if (timestart < timestop) {
    if (time < timestart || time > timestop) return false
  } else {
    if (time < timestart && time > timestop) return false
    // A span across midnight belongs to the day it began on.
    if (contiguous && time <= timestop) day--
  }
  if (weekdays !== ALL_WEEKDAYS && !(weekdays & weekdayBit(day))) return false
  return monthdays === ALL_MONTHDAYS || ((monthdays >>> monthday(day)) & 1) === 1
}

export const timeMatch: XtMatchExtension<XtTime> = {
  name: 'time',
  check: ({ timestart, timestop }) => (timestart >= DAY || timestop >= DAY ? refuse(EINVAL) : null),
  compile: (match, { net }) => {
    const { clock } = net.stack
    return () => holds(match, Math.floor(BIRTHDAY + clock.now / SECOND))
  },
  why: () => ({ option: '-m time', wanted: 'another time', found: 'now' }),
}
