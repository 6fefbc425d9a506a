import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import { spawnProgram } from '../lib/spawn.ts'
import type { Applet } from './applet.ts'
import { getopt, showUsage } from './getopt.ts'

export const timeApplet: Applet = {
  name: 'time',
  usage: ` [-vpa] [-o FILE] PROG ARGS

Run PROG, display resource usage when it exits

	-v	Verbose
	-p	POSIX output format
	-f FMT	Custom format
	-o FILE	Write result to FILE
	-a	Append (else overwrite)`,
  run: time,
}

function* time(p: Process): Blocking<number> {
  const options = getopt(p, timeApplet, '+vpao:f:')
  if (!options) return 1
  const [name] = options.operands
  if (name === undefined) return showUsage(p, timeApplet)
  const started = p.clock.now()
  const pid = spawnProgram(p, options.operands, (error) => {
    p.io.err(`time: can't execute '${name}': ${error.text}\n`)
  })
  const ended = yield* p.procs.wait(pid)
  if (isErrno(ended)) return 1
  const seconds = (p.clock.now() - started) / SECOND
  if (ended.status !== 0) p.io.err(`Command exited with non-zero status ${ended.status}\n`)
  const posix = options.given.has('p')
  const shown = (span: number): string =>
    posix ? span.toFixed(2) : `${Math.floor(span / 60)}m ${(span % 60).toFixed(2)}s`
  const gap = posix ? ' ' : '\t'
  p.io.err(`real${gap}${shown(seconds)}\nuser${gap}${shown(0)}\nsys${gap}${shown(0)}\n`)
  return ended.status
}
