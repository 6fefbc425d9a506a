// Times as Go prints and reads them.
import { calendarTime, daysTo } from '../../../../commands/lib/calendar.ts'
import type { ParsedFlags } from './flags.ts'
import { parseDuration } from './values.ts'

/** `2026-11-26 01:05:35 +0000 UTC` of seconds since 1970. */
export function formatTime(epoch: number): string {
  const { year, month, day, hour, minute, second } = calendarTime(epoch)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)} +0000 UTC`
}

/** `2026-11-26T01:05:35Z`, as logrus stamps its lines. */
export function formatRfc3339(epoch: number): string {
  return formatTime(epoch).replace(/^(\S+) (\S+) .*$/, '$1T$2Z')
}

/** Seconds since 1970 of an RFC 3339 time in UTC. */
export function parseTime(text: string): number {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text)
  if (!found) return Number(text)
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = found
  const days = daysTo(Number(year), Number(month), Number(day))
  return days * 86400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second)
}

/** A time, seconds since 1970, or how long ago; null when it is none of them. */
function timestamp(value: string, now: number): string | null {
  if (/^(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/.test(value)) return String(now - parseDuration(value) / 1e9)
  const time = parseTime(value)
  return Number.isNaN(time) ? null : String(time)
}

/**
 * The members of a query that --since and --until make; the words of what is wrong, behind `context` and the flag.
 * Ref: moby api/types/time/timestamp.go:GetTimestamp()
 */
export function timesQuery(
  flags: ParsedFlags,
  now: number,
  context: (flag: string) => string,
): Readonly<Record<string, string>> | string {
  const query: Record<string, string> = {}
  for (const flag of ['since', 'until']) {
    if (!flags.has(flag)) continue
    const time = timestamp(flags.string(flag), now)
    if (time === null)
      return `${context(flag)}failed to parse value as time or duration: ${JSON.stringify(flags.string(flag))}`
    query[flag] = time
  }
  return query
}
