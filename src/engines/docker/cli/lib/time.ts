// Times as Go prints and reads them.
import { calendarTime, daysTo } from '../../../../commands/lib/calendar.ts'
import { parseDuration } from './values.ts'

/** `2026-11-26 01:05:35 +0000 UTC` of seconds since 1970. */
export function formatTime(epoch: number): string {
  const { year, month, day, hour, minute, second } = calendarTime(epoch)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)} +0000 UTC`
}

/** Seconds since 1970 of an RFC 3339 time in UTC. */
export function parseTime(text: string): number {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text)
  if (!found) return Number(text)
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = found
  const days = daysTo(Number(year), Number(month), Number(day))
  return days * 86400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second)
}

/** --since and --until: a time, seconds since 1970, or how long ago. Empty when it is none of them. */
export function timestamp(value: string, now: number): string {
  if (/^(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/.test(value)) return String(now - parseDuration(value) / 1e9)
  const time = parseTime(value)
  return Number.isNaN(time) ? '' : String(time)
}
