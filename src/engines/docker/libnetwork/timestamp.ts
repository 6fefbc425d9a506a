// Moments as Go writes and reads them (RFC 3339).
import { SECOND } from '../../../sim/clock.ts'
import type { Process } from '../../../os/program.ts'

const DAY = 86_400
/** From 0000-03-01, where years end with February, to 1970-01-01; and the days of four hundred years. */
const EPOCH_DAYS = 719_468
const ERA_DAYS = 146_097

/** Now, to the nanosecond, without zeros at the end. */
export function timestamp(p: Process): string {
  const seconds = Math.floor(p.clock.epoch())
  const fraction = String(p.clock.now() % SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '')
  return `${formatSeconds(seconds)}${fraction === '' ? '' : `.${fraction}`}Z`
}

function formatSeconds(epoch: number): string {
  const [year, month, day] = civil(Math.floor(epoch / DAY))
  const left = epoch % DAY
  const two = (n: number): string => String(n).padStart(2, '0')
  const time = [left / 3600, (left % 3600) / 60, left % 60].map((n) => two(Math.floor(n))).join(':')
  return `${year}-${two(month)}-${two(day)}T${time}`
}

/** Year, month and day of so many days since 1970-01-01. */
function civil(days: number): [number, number, number] {
  const shifted = days + EPOCH_DAYS
  const era = Math.floor(shifted / ERA_DAYS)
  const ofEra = shifted - era * ERA_DAYS
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return [years + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1]
}

/** Seconds since 1970 of `2026-01-01`, `2026-01-01T12:00:00Z`; null for anything else. */
export function parseTimestamp(text: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?Z?)?$/.exec(text)
  if (!found) return null
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const years = y - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const ofEra = years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + ofYear
  const days = era * ERA_DAYS + ofEra - EPOCH_DAYS
  return days * DAY + hours * 3600 + minutes * 60 + seconds
}
