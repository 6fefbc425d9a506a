// watch of procps-ng 4.0.2: a command's output again and again, over the whole screen.
import type { Blocking, OpenFile, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { strftime } from '../lib/calendar.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { execvp, statusOfFailure } from '../lib/spawn.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { Screen } from './screen.ts'
import { USAGE } from './usage.ts'

type WatchOption = 'd' | 'g' | 'n' | 't' | 'x' | 'h' | 'v'

const OPTIONS: OptionTable<WatchOption> = {
  d: ['-d, --differences[=<permanent>]', 'highlight changes between updates'],
  g: ['-g, --chgexit', 'exit when output from command changes'],
  n: ['-n, --interval=<secs>', 'seconds to wait between updates'],
  t: ['-t, --no-title', 'turn off header'],
  x: ['-x, --exec', 'pass command to exec instead of "sh -c"'],
  h: ['-h, --help', 'display this help and exit'],
  v: ['-v, --version', 'output version information and exit'],
}

const DEFAULT_COLUMNS = 80
const DEFAULT_ROWS = 24
const SHORTEST = 0.1
/** Its own end of the command's pipe. */
const INPUT = 3

export const watchCommand: Command = defineTool<WatchOption>({
  name: 'watch',
  path: '/usr/bin/watch',
  summary: "a command's output again and again, over the whole screen",
  usage: ['[options] command'],
  options: OPTIONS,
  refused: [
    '-b, --beep',
    '-c, --color',
    '-e, --errexit',
    '-q, --equexit=<cycles>',
    '-p, --precise',
    '-w, --no-wrap',
  ],
  ownHelp: true,
  stopAtOperand: true,
  hint: USAGE,
  main: watch,
})

function* watch(tool: Tool, args: Args<WatchOption>): Blocking<number> {
  const { p, out } = tool
  if (args.has('h') || args.has('v')) {
    out.print(args.has('h') ? USAGE : 'watch from procps-ng 4.0.2\n')
    return 0
  }
  const word = args.last('n') ?? '2'
  const seconds = Number(word)
  if (word.trim() === '' || Number.isNaN(seconds)) {
    p.io.err(`watch: failed to parse argument: '${word}': Invalid argument\n`)
    return 1
  }
  if (args.operands.length === 0) {
    p.io.err(USAGE)
    return 1
  }
  if (args.last('d') !== null) return tool.unsupported('--differences=permanent')
  const interval = Math.max(seconds, SHORTEST)
  const terminal = p.env.get('TERM') ?? 'unknown'
  if (terminal === 'unknown') {
    p.io.err('Error opening terminal: unknown.\n')
    return 1
  }
  const tty = p.io.fds.get(1)?.tty
  const screen = new Screen(tty?.columns ?? DEFAULT_COLUMNS, tty?.rows ?? DEFAULT_ROWS)
  let stopped = false
  for (const signal of ['INT', 'TERM', 'HUP'] as const) {
    p.procs.onSignal(signal, () => {
      stopped = true
    })
  }
  p.io.out(screen.open())
  let before: string | null = null
  for (;;) {
    screen.clear()
    if (!args.has('t')) putTitle(p, screen, interval, args.operands.join(' '))
    const output = yield* outputOf(p, args)
    if (stopped) break
    screen.putLines(args.has('t') ? 0 : 2, output, args.has('d') && before !== null)
    p.io.out(screen.refresh())
    if (args.has('g') && before !== null && output !== before) break
    before = output
    yield* p.clock.sleep(Math.round(interval * SECOND))
    if (stopped) break
  }
  p.io.out(screen.close())
  return 0
}

/** Ref: procps src/watch.c:output_header() */
function putTitle(p: Process, screen: Screen, interval: number, command: string): void {
  const right = `${p.net.hostname()}: ${strftime('%a %b %e %H:%M:%S %Y', p.clock.epoch())}`
  if (screen.columns < right.length) return
  const left = `Every ${interval.toFixed(1)}s: `
  const room = screen.columns - right.length - left.length - 1
  const cut = command.length <= room ? command : room > 4 ? `${command.slice(0, room - 3)}...` : ''
  if (room > 0) screen.put(0, 0, left + cut)
  screen.put(0, screen.columns - right.length, right)
}

/** Both its outputs. */
function* outputOf(p: Process, args: Args<WatchOption>): Blocking<string> {
  const pipe = p.fs.pipe()
  const fds = new Map<number, OpenFile>(p.io.fds)
  fds.set(1, pipe.write)
  fds.set(2, pipe.write)
  const argv = args.has('x') ? args.operands : ['sh', '-c', args.operands.join(' ')]
  const pid = p.procs.spawn(
    function* (child) {
      const result = yield* execvp(child, argv)
      if (!isErrno(result)) return result
      child.io.err(`watch: unable to execute '${argv[0] ?? ''}': ${result.text}\n`)
      return statusOfFailure(result)
    },
    { argv, fds },
  )
  pipe.write.close()
  p.io.fds.set(INPUT, pipe.read)
  const text = yield* p.io.text(INPUT)
  p.io.fds.delete(INPUT)
  pipe.read.close()
  yield* p.procs.wait(pid)
  return text
}
