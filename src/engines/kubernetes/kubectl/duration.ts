// How long ago: as people read it. (Ref: apimachinery/pkg/util/duration/duration.go:HumanDuration())
import type { Process } from '../../../os/program.ts'
import { parseTime } from '../api/time.ts'

export function humanDuration(seconds: number): string {
  if (seconds < 0) return seconds < -1 ? '<invalid>' : '0s'
  if (seconds < 120) return `${seconds}s`
  const minutes = Math.floor(seconds / 60)
  const two = (big: number, unit: string, small: number, smaller: string) => {
    return small === 0 ? `${big}${unit}` : `${big}${unit}${small}${smaller}`
  }
  if (minutes < 10) return two(minutes, 'm', seconds % 60, 's')
  if (minutes < 180) return `${minutes}m`
  const hours = Math.floor(minutes / 60)
  if (hours < 8) return two(hours, 'h', minutes % 60, 'm')
  if (hours < 48) return `${hours}h`
  const days = Math.floor(hours / 24)
  if (hours < 192) return two(days, 'd', hours % 24, 'h')
  return hours < 24 * 365 * 2 ? `${days}d` : two(Math.floor(days / 365), 'y', days % 365, 'd')
}

/** Of a point in time; `<unknown>` when there is none. */
export function ageOf(p: Process, time: string | undefined): string {
  return time === undefined ? '<unknown>' : humanDuration(Math.floor(p.clock.epoch()) - parseTime(time))
}

/** Seconds of `1m30s`, `500ms`; 0 when it is none. Ref: time.ParseDuration() */
export function goDuration(text: string): number {
  const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 }
  const parts = [...text.matchAll(/([\d.]+)(ms|s|m|h)/g)]
  return parts.reduce((sum, [, number = '0', unit = 's']) => sum + Number(number) * (units[unit] ?? 0), 0)
}
