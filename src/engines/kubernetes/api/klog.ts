// Lines of the log of a part of a cluster. (Ref: k8s.io/klog)
import type { Process } from '../../../os/program.ts'
import { formatTime } from './time.ts'

const PID_WIDTH = 7

/** `I1126 06:14:20.000000       1 server.go:516] text` on standard error. */
export function klog(p: Process, at: string, text: string, severity: 'I' | 'W' = 'I'): void {
  const epoch = p.clock.epoch()
  const [, month, day, time] = /^\d+-(\d+)-(\d+)T([\d:]+)/.exec(formatTime(Math.floor(epoch))) ?? []
  const micros = String(Math.floor((epoch % 1) * 1e6)).padStart(6, '0')
  const pid = String(p.pid).padStart(PID_WIDTH)
  p.io.err(`${severity}${month}${day} ${time}.${micros} ${pid} ${at}] ${text}\n`)
}
