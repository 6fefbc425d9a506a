// What a client may ask of logs, and how their lines are sent. Ref: moby api/server/httputils/write_log_stream.go
import { daysTo } from '../../../../commands/lib/calendar.ts'
import { framed, STDERR, STDOUT } from '../../http/rawStream.ts'
import { invalidParameter, type ApiError } from '../../libnetwork/apiError.ts'
import type { LogEntry } from '../logs.ts'
import type { ApiRequest } from '../response.ts'
import { flag } from './route.ts'

export interface LogOptions {
  readonly details: boolean
  readonly follow: boolean
  readonly timestamps: boolean
  readonly tail: string
  readonly since: string
  readonly until: string
  readonly wanted: (entry: LogEntry) => boolean
}

export function logOptions(request: ApiRequest): LogOptions | ApiError {
  const { query } = request
  const stdout = flag(request, 'stdout')
  const stderr = flag(request, 'stderr')
  if (!stdout && !stderr) return invalidParameter('Bad parameters: you must choose at least one stream')
  return {
    details: flag(request, 'details'),
    follow: flag(request, 'follow'),
    timestamps: flag(request, 'timestamps'),
    tail: query.get('tail') ?? 'all',
    since: query.get('since') ?? '',
    until: query.get('until') ?? '',
    wanted: (entry: LogEntry) => (entry.stream === 'stdout' ? stdout : stderr),
  }
}

export function textOf(entry: LogEntry, options: LogOptions): string {
  const time = options.timestamps ? `${entry.time} ` : ''
  return `${time}${options.details ? `${details(entry)} ` : ''}${entry.log}`
}

function details({ attrs = {} }: LogEntry): string {
  return Object.entries(attrs)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll('%20', '+')}`)
    .join(',')
}

/** `since` and `until` are seconds since 1970, perhaps with decimals. */
export function within(entry: LogEntry, { since, until }: LogOptions): boolean {
  const time = epochOf(entry.time)
  return (since === '' || time >= Number(since)) && (until === '' || until === '0' || time <= Number(until))
}

/** Seconds since 1970 of an RFC 3339 time in UTC. */
function epochOf(text: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d+)-(\d+)-(\d+)T(\d+):(\d+):([\d.]+)Z$/.exec(text) ?? []
  return (
    daysTo(Number(year), Number(month), Number(day)) * 86400 +
    Number(hour) * 3600 +
    Number(minute) * 60 +
    Number(second)
  )
}

export function frameOf(entry: LogEntry, tty: boolean, data: Uint8Array): Uint8Array {
  return tty ? data : framed(entry.stream === 'stdout' ? STDOUT : STDERR, data)
}
