// Times as the daemon writes them. It keeps them as its clock gives them, in nanoseconds since the lab began.
import { BIRTHDAY, SECOND, type Nanoseconds } from '../../../sim/clock.ts'
import { calendarTime } from '../../../commands/lib/calendar.ts'

/** No time at all: Go's zero time. */
export const NEVER: Nanoseconds = -1
export const ZERO_TIME = '0001-01-01T00:00:00Z'

/** RFC 3339 with as many decimals as needed. */
export function rfc3339(time: Nanoseconds): string {
  if (time === NEVER) return ZERO_TIME
  const fraction = String(Math.floor(time % SECOND))
    .padStart(9, '0')
    .replace(/0+$/, '')
  return `${rfc3339Seconds(time).slice(0, -1)}${fraction === '' ? '' : `.${fraction}`}Z`
}

/** With all nine decimals, as events and logs have it. */
export function rfc3339Nano(time: Nanoseconds): string {
  return `${rfc3339Seconds(time).slice(0, -1)}.${String(Math.floor(time % SECOND)).padStart(9, '0')}Z`
}

export function rfc3339Seconds(time: Nanoseconds): string {
  const { year, month, day, hour, minute, second } = calendarTime(unixSeconds(time))
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`
}

export function unixSeconds(time: Nanoseconds): number {
  return BIRTHDAY + Math.floor(time / SECOND)
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
