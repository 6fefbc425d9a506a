import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import type { Applet } from './applet.ts'
import { getopt, xatou } from './getopt.ts'
import { memory } from './memory.ts'

export const topApplet: Applet = {
  name: 'top',
  usage: ` [-bH] [-n COUNT] [-d SECONDS]

Show a view of process activity in real time.
Read the status of all processes from /proc each SECONDS
and show a screenful of them.
Keys:
	N/M/P/T: sort by pid/mem/cpu/time
	R: reverse sort
	H: toggle threads
	Q,^C: exit
Options:
	-b	Batch mode
	-n N	Exit after N iterations
	-d SEC	Delay between updates
	-H	Show threads`,
  run: top,
}

function* top(p: Process): Blocking<number> {
  const options = getopt(p, topApplet, 'bHn:d:')
  if (!options) return 1
  const { given } = options
  const rounds = given.has('n') ? xatou(p, 'top', given.get('n') ?? '') : Infinity
  const pause = given.has('d') ? xatou(p, 'top', given.get('d') ?? '') : 5
  if (rounds === null || pause === null) return 1
  const batch = given.has('b') || !p.io.isatty(1)
  let interrupted = false
  p.procs.onSignal('INT', () => {
    interrupted = true
  })
  for (let n = 0; n < rounds && !interrupted; n++) {
    if (n > 0) {
      yield* p.clock.sleep(pause * SECOND)
      if (interrupted) break
    }
    p.io.out(batch ? screen(p) : `\x1b[H\x1b[J${screen(p)}`)
  }
  return 0
}

/** Nothing in a lab takes measurable time. */
function screen(p: Process): string {
  const m = memory(p)
  const used = m.total - m.free
  const load = p.fs.readText('/proc/loadavg')
  const average =
    typeof load === 'string' ? load.trim().split(' ').slice(0, 5).join(' ') : '0.00 0.00 0.00 1/1 1'
  const lines = [
    `Mem: ${used}K used, ${m.free}K free, ${m.shared}K shrd, ${m.buffers}K buff, ${m.cached}K cached`,
    'CPU:   0% usr   0% sys   0% nic 100% idle   0% io   0% irq   0% sirq',
    `Load average: ${average}`,
    '  PID  PPID USER     STAT   VSZ %VSZ %CPU COMMAND',
  ]
  for (const { pid, ppid, state, argv } of p.procs.list()) {
    const numbers = `${String(pid).padStart(5)} ${String(ppid).padStart(5)}`
    lines.push(`${numbers} root     ${state.padEnd(4)}  4408   0%   0% ${argv.join(' ')}`)
  }
  return lines.map((line) => `${line}\n`).join('')
}
