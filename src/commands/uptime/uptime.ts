// uptime, w, who: how long it has been up, and who is on it.
import type { Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { strftime } from '../lib/calendar.ts'
import type { OptionTable } from '../lib/options.ts'
import { defineTool } from '../lib/tool.ts'

type UptimeOption = 'p' | 's'

const OPTIONS: OptionTable<UptimeOption> = {
  p: ['-p, --pretty', 'show uptime in pretty format'],
  s: ['-s, --since', 'system up since'],
}

export const uptimeCommand: Command = defineTool<UptimeOption>({
  name: 'uptime',
  path: '/usr/bin/uptime',
  summary: 'tell how long the system has been running',
  usage: ['[options]'],
  options: OPTIONS,
  main({ p, out }, args) {
    const seconds = Math.floor(p.clock.now() / SECOND)
    if (args.has('p')) out.print(`up ${pretty(seconds)}\n`)
    else if (args.has('s')) out.print(`${strftime('%F %T', p.clock.epoch() - seconds)}\n`)
    else out.print(`${headline(p)}\n`)
    return 0
  },
})

export const wCommand: Command = defineTool<never>({
  name: 'w',
  path: '/usr/bin/w',
  summary: 'show how long the system has been running; nobody has logged in',
  usage: ['[user]'],
  options: {},
  main({ p, out }) {
    out.print(`${headline(p)}\nUSER     TTY      FROM             LOGIN@   IDLE   JCPU   PCPU WHAT\n`)
    return 0
  },
})

export const whoCommand: Command = defineTool<never>({
  name: 'who',
  path: '/usr/bin/who',
  summary: 'show who is logged on: nobody is, a terminal here is nobody’s login',
  usage: ['[am i]'],
  options: {},
  main: () => 0,
})

/** Ref: procps library/uptime.c:procps_uptime_sprint() */
function headline(p: Process): string {
  const minutes = Math.floor(p.clock.now() / SECOND / 60)
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24]
  const since = days === 0 ? '' : `${days} day${days > 1 ? 's' : ''}, `
  const span =
    hours > 0
      ? `${String(hours).padStart(2)}:${String(minutes % 60).padStart(2, '0')}`
      : `${minutes % 60} min`
  const load = p.fs.readText('/proc/loadavg')
  const averages = (isErrno(load) ? '' : load).split(' ').slice(0, 3).join(', ')
  return ` ${strftime('%T', p.clock.epoch())} up ${since}${span},  0 user,  load average: ${averages}`
}

function pretty(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const
  const shown = parts.filter(([count]) => count > 0)
  return (shown.length > 0 ? shown : parts.slice(2))
    .map(([n, unit]) => `${n} ${unit}${n === 1 ? '' : 's'}`)
    .join(', ')
}
