import type { Process } from '../../os/program.ts'
import { strftime } from '../lib/calendar.ts'
import type { Applet } from './applet.ts'

export const uptimeApplet: Applet = {
  name: 'uptime',
  usage: `

Display the time since the last boot`,
  *run(p) {
    const up = Math.floor(Number(field(p, '/proc/uptime', 0)))
    const [days, hours, minutes] = [
      Math.floor(up / 86400),
      Math.floor(up / 3600) % 24,
      Math.floor(up / 60) % 60,
    ]
    const since = days > 0 ? `${days} day${days === 1 ? '' : 's'}, ` : ''
    const clock =
      hours > 0 ? `${String(hours).padStart(2)}:${String(minutes).padStart(2, '0')}` : `${minutes} min`
    const load = [0, 1, 2].map((n) => field(p, '/proc/loadavg', n)).join(', ')
    p.io.out(
      ` ${strftime('%H:%M:%S', p.clock.epoch())} up ${since}${clock},  0 users,  load average: ${load}\n`,
    )
    return 0
  },
}

function field(p: Process, path: string, n: number): string {
  const text = p.fs.readText(path)
  return typeof text === 'string' ? (text.split(/\s+/)[n] ?? '0') : '0'
}
