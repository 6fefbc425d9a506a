// Dates of HTTP (RFC 9110 section 5.6.7).
import { daysTo, MONTHS, strftime } from '../calendar.ts'

/** `Sun, 06 Nov 1994 08:49:37 GMT` */
export function formatHttpDate(epoch: number): string {
  return strftime('%a, %d %b %Y %H:%M:%S GMT', epoch)
}

/** Seconds since 1970; null when it is no date. */
export function parseHttpDate(text: string): number | null {
  const parts = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/.exec(text)
  if (!parts) return null
  const [, day, name, year, hour, minute, second] = parts
  const month = MONTHS.findIndex((m) => m.slice(0, 3) === name) + 1
  if (month === 0) return null
  const days = daysTo(Number(year), month, Number(day))
  return days * 86400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second)
}
