import type { Blocking } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import { SIGNALS, type Signal } from '../../uapi/signal.ts'
import type { Command } from '../command.ts'
import { timeSpan } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteWord } from '../lib/quote.ts'
import { parseSignal } from '../lib/signals.ts'
import { spawnProgram } from '../lib/spawn.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type TimeoutOption = 'preserve' | 'foreground' | 'k' | 's' | 'v'

const OPTIONS: OptionTable<TimeoutOption> = {
  preserve: ['--preserve-status', 'exit with the same status as COMMAND, even when the command times out'],
  foreground: ['--foreground', 'leave COMMAND in the foreground process group'],
  k: ['-k, --kill-after=DURATION', 'also send a KILL signal this long after the initial signal was sent'],
  s: ['-s, --signal=SIGNAL', 'specify the signal to be sent on timeout'],
  v: ['-v, --verbose', 'diagnose to stderr any signal sent upon timeout'],
}

const CANCELED = 125
const TIMED_OUT = 124

export const timeoutCommand: Command = defineTool<TimeoutOption>({
  name: 'timeout',
  path: '/usr/bin/timeout',
  summary: 'run a command with a time limit',
  usage: ['[OPTION] DURATION COMMAND [ARG]...'],
  options: OPTIONS,
  badUsage: CANCELED,
  stopAtOperand: true,
  main: timeout,
})

function* timeout(tool: Tool, args: Args<TimeoutOption>): Blocking<number> {
  const [duration, ...argv] = args.operands
  const [name] = argv
  if (duration === undefined || name === undefined) {
    tool.p.io.err("Try 'timeout --help' for more information.\n")
    return CANCELED
  }
  const killAfter = args.last('k')
  const killSpan = killAfter === null ? 0 : timeSpan(killAfter)
  const span = timeSpan(duration)
  if (killSpan === null) return tool.usageError(`invalid time interval ‘${killAfter ?? ''}’`)
  const signalName = args.last('s') ?? 'TERM'
  const signal = parseSignal(signalName)
  if (signal === null || signal === 0) return tool.usageError(`${quoteWord(signalName)}: invalid signal`)
  if (span === null) return tool.usageError(`invalid time interval ‘${duration}’`)
  return yield* supervise(tool, args, argv, span, signal, killSpan)
}

function* supervise(
  tool: Tool,
  args: Args<TimeoutOption>,
  argv: readonly string[],
  span: number,
  signal: Signal,
  killSpan: number,
): Blocking<number> {
  const { p } = tool
  const [name = ''] = argv
  let woken = false
  let forward: Signal | null = null
  const wake = (): void => {
    woken = true
  }
  p.procs.onSignal('CHLD', wake)
  for (const caught of ['INT', 'TERM', 'HUP', 'QUIT'] as const) {
    p.procs.onSignal(caught, () => {
      forward = caught
    })
  }
  // A group of its own, so that children of the command are reached too.
  const group = !args.has('foreground')
  if (group) p.procs.setpgid(p.pid, p.pid)
  const pid = spawnProgram(p, argv, (error) =>
    tool.complain(`failed to run command ${quoteWord(name)}: ${error.text}`),
  )
  const start = p.clock.now()
  let limit = span === 0 || span === Infinity ? Infinity : start + Math.round(span * SECOND)
  let next: Signal = signal
  let timedOut = false
  for (;;) {
    const status = p.procs.poll(pid)
    if (status !== null)
      return isErrno(status) ? CANCELED : outcome(args, status.status, timedOut, next, signal)
    woken = false
    const why = yield* p.clock.wait([], limit)
    if (forward !== null) {
      p.procs.kill(pid, forward)
      forward = null
    }
    if (why !== 'timeout' || woken) continue
    timedOut = true
    if (args.has('v')) tool.complain(`sending signal ${next} to command ‘${name}’`)
    p.procs.kill(pid, next)
    if (group) {
      // It spares itself, but a KILL cannot be ignored.
      if (next !== 'KILL') p.procs.onSignal(next, 'ignore')
      p.procs.kill(-p.pid, next)
    }
    p.procs.kill(pid, 'CONT')
    limit = killSpan > 0 && next !== 'KILL' ? p.clock.now() + Math.round(killSpan * SECOND) : Infinity
    next = 'KILL'
  }
}

/** 124 when it timed out, 137 when that took a KILL. */
function outcome(
  args: Args<TimeoutOption>,
  status: number,
  timedOut: boolean,
  next: Signal,
  first: Signal,
): number {
  if (!timedOut || args.has('preserve')) return status
  const killed = status === 128 + SIGNALS.KILL
  return killed && (first === 'KILL' || next === 'KILL') ? status : TIMED_OUT
}
