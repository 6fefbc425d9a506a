// Where a dnsmasq writes what it does. Ref: dnsmasq src/log.c:my_syslog()
import type { OpenFile, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { strftime } from '../lib/calendar.ts'

export interface Log {
  write(line: string): void
}

/** `facility`: a file, `-`, or nothing, which is the system's log; with `debug` that is standard error. */
export function openLog(p: Process, facility: string | null, debug: boolean, name = 'dnsmasq'): Log | string {
  const tag = debug ? name : `${name}[${p.pid}]`
  if (facility === '-' || (facility === null && debug))
    return { write: (line) => p.io.err(`${tag}: ${line}\n`) }
  if (facility === null || !facility.includes('/')) return { write: () => {} }
  const file = p.fs.open(facility, { write: true, append: true, create: true })
  if (isErrno(file)) return `cannot open log ${facility}: ${file.text}`
  return { write: (line) => append(p, file, tag, line) }
}

function append(p: Process, file: OpenFile, tag: string, line: string): void {
  file.write(encodeUtf8(`${strftime('%b %e %H:%M:%S', p.clock.epoch())} ${tag}: ${line}\n`))
}
