// One message as dmesg shows it. Ref: util-linux sys-utils/dmesg.c:print_record()
import { MICROSECOND, SECOND } from '../../sim/clock.ts'
import type { LogRecord } from '../../uapi/syslog.ts'
import { strftime } from '../lib/calendar.ts'

export const LEVELS: readonly string[] = ['emerg', 'alert', 'crit', 'err', 'warn', 'notice', 'info', 'debug']
export const FACILITIES: readonly string[] =
  'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp'.split(' ')

export type TimeFormat =
  | 'time'
  | 'notime'
  | 'ctime'
  | 'delta'
  | 'time-delta'
  | 'ctime-delta'
  | 'reltime'
  | 'iso'

export interface LogLayout {
  time: TimeFormat
  raw: boolean
  decode: boolean
}

/** Unprintable octets as \xNN; tabs stay. */
function escape(text: string): string {
  return text.replace(
    /[\x00-\x08\x0b-\x1f\x7f]/g,
    (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}

export class LogPrinter {
  /** Nanoseconds of the message before; null before the first. */
  #last: number | null = null
  #lastMinute = ''
  readonly #layout: LogLayout
  readonly #boot: number

  /** `boot`: seconds since 1970 when the machine started. */
  constructor(layout: LogLayout, boot: number) {
    this.#layout = layout
    this.#boot = boot
  }

  line(record: LogRecord): string {
    const { raw, decode } = this.#layout
    const { level, facility } = record
    let text = ''
    if (raw) text = `<${facility | level}>`
    else if (decode) text = `${(FACILITIES[facility] ?? '').padEnd(6)}:${(LEVELS[level] ?? '').padEnd(6)}: `
    text += this.#stamp(record.time)
    return `${text}${escape(record.text)}\n`
  }

  #stamp(time: number): string {
    const micro = Math.floor(time / MICROSECOND)
    const before = this.#last === null ? micro : Math.floor(this.#last / MICROSECOND)
    this.#last = time
    const delta = `<${((micro - before) / 1e6).toFixed(6).padStart(12)}>`
    const uptime = (micro / 1e6).toFixed(6).padStart(12)
    const epoch = this.#boot + time / SECOND
    const ctime = strftime('%a %b %e %H:%M:%S %Y', epoch)
    switch (this.#layout.time) {
      case 'notime':
        return ''
      case 'time':
        return `[${uptime}] `
      case 'time-delta':
        return `[${uptime} ${delta}] `
      case 'delta':
        return `[${delta}] `
      case 'ctime':
        return `[${ctime}] `
      case 'ctime-delta':
        return `[${ctime} ${delta}] `
      case 'iso':
        return `${strftime('%Y-%m-%dT%H:%M:%S', epoch)},${String(micro % 1_000_000).padStart(6, '0')}+00:00 `
      case 'reltime': {
        const minute = strftime('%b%e %H:%M', epoch)
        const fresh = minute !== this.#lastMinute
        this.#lastMinute = minute
        if (fresh) return `[${minute}] `
        return `[${`+${((micro - before) / 1e6).toFixed(6)}`.padStart(11)}] `
      }
    }
  }
}
