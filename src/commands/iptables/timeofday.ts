// Dates and times of the match `time` (Ref: extensions/libxt_time.c:time_parse_date(), time_parse_minutes()).
import { calendarTime, daysTo } from '../lib/calendar.ts'
import type { Xtables } from './xtables.ts'

const DAY = 86400

/** `hh:mm[:ss]` in seconds of the day. */
export function parseDayTime(x: Xtables, text: string): number {
  const parts = /^(\d+):(\d+)(?::(\d+))?$/.exec(text)
  const [hours, minutes, seconds] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3] ?? 0)]
  if (!parts || hours > 23 || minutes > 59 || seconds > 59) {
    return x.problem(
      `invalid time "${text}" specified, should be hh:mm[:ss] format and within the boundaries`,
    )
  }
  return hours * 3600 + minutes * 60 + seconds
}

export function formatDayTime(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** `YYYY[-MM[-DD[Thh[:mm[:ss]]]]]` in seconds since 1970, UTC. */
export function parseDate(x: Xtables, text: string): number {
  const parts = /^(\d+)(?:-(\d+)(?:-(\d+)(?:T(\d+)(?::(\d+)(?::(\d+))?)?)?)?)?$/.exec(text)
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = (parts ?? [])
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)))
  const isDate = year >= 1970 && year <= 2038 && month >= 1 && month <= 12 && day >= 1 && day <= 31
  if (!parts || !isDate || hours > 23 || minutes > 59 || seconds > 59) {
    return x.problem(`Invalid date "${text}" specified. Should be YYYY[-MM[-DD[Thh[:mm[:ss]]]]]`)
  }
  return daysTo(year, month, day) * DAY + hours * 3600 + minutes * 60 + seconds
}

export function formatDate(seconds: number, between: string): string {
  const { year, month, day } = calendarTime(seconds)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}${between}${formatDayTime(seconds % DAY)}`
}
