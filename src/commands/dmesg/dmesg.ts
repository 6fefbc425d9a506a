// `dmesg`: the kernel's log (util-linux).
import type { Blocking } from '../../os/program.ts'
import { LOG_KERN, type LogRecord } from '../../uapi/syslog.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { FACILITIES, LEVELS, LogPrinter, type LogLayout, type TimeFormat } from './format.ts'
import { DMESG_USAGE } from './usage.ts'

const OPTIONS = {
  clear: ['-C, --clear', 'forget all messages'],
  readClear: ['-c, --read-clear', 'show all messages, then forget them'],
  consoleOff: ['-D, --console-off', 'there is no console: accepted'],
  consoleOn: ['-E, --console-on', 'there is no console: accepted'],
  facility: ['-f, --facility=LIST', 'only messages of these facilities'],
  human: ['-H, --human', 'as -e'],
  kernel: ['-k, --kernel', 'only messages of the kernel'],
  level: ['-l, --level=LIST', 'only messages of these levels'],
  consoleLevel: ['-n, --console-level=LEVEL', 'there is no console: accepted'],
  noPager: ['-P, --nopager', 'accepted'],
  prefix: ['-p, --force-prefix', 'accepted'],
  raw: ['-r, --raw', 'level and facility as a number'],
  syslog: ['-S, --syslog', 'accepted'],
  bufferSize: ['-s, --buffer-size=SIZE', 'accepted'],
  user: ['-u, --userspace', 'only messages of programs'],
  follow: ['-w, --follow', 'wait for more'],
  followNew: ['-W, --follow-new', 'wait for new messages only'],
  decode: ['-x, --decode', 'level and facility as words'],
  delta: ['-d, --show-delta', 'seconds since the message before'],
  reltime: ['-e, --reltime', 'the time of day, then seconds since the message before'],
  ctime: ['-T, --ctime', 'day and time'],
  notime: ['-t, --notime', 'no times'],
  timeFormat: ['--time-format=FORMAT', 'delta, reltime, ctime, notime or iso'],
  color: ['-L, --color[=WHEN]', 'never'],
  help: ['-h, --help', 'this text'],
  version: ['-V, --version', 'the version'],
} as const satisfies OptionTable<string>

type DmesgOption = keyof typeof OPTIONS

const REFUSED = ['-F, --file=FILE', '-J, --json', '--noescape', '--since=TIME', '--until=TIME']

/** Numbers of a comma list of names; a complaint for one that is none. */
function parseList(names: readonly string[], text: string, what: string): readonly number[] | string {
  const numbers: number[] = []
  for (const word of text.split(',')) {
    const at = names.indexOf(word)
    if (at < 0) return `unknown ${what} '${word}'`
    numbers.push(at)
  }
  return numbers
}

function layoutOf(args: Args<DmesgOption>): LogLayout | string {
  const layout: LogLayout = { time: 'time', raw: args.has('raw'), decode: args.has('decode') }
  if (layout.raw && layout.decode) return 'mutually exclusive arguments: --raw --decode'
  for (const { id, value } of args.options) {
    if (id === 'reltime' || id === 'human') layout.time = 'reltime'
    else if (id === 'ctime') layout.time = 'ctime'
    else if (id === 'notime') layout.time = 'notime'
    else if (id === 'delta') layout.time = 'time-delta'
    else if (id === 'timeFormat') {
      if (!['delta', 'reltime', 'ctime', 'notime', 'iso'].includes(value ?? '')) {
        return `unknown time format: ${value ?? ''}`
      }
      layout.time = value as TimeFormat
    }
  }
  if (args.has('delta')) {
    if (args.has('ctime')) layout.time = 'ctime-delta'
    else if (args.has('notime')) layout.time = 'delta'
  }
  return layout
}

function* dmesg(tool: Tool, args: Args<DmesgOption>): Blocking<number> {
  const { p, out } = tool
  const fail = (message: string): number => {
    tool.complain(message)
    return 1
  }
  if (args.has('help')) {
    out.print(DMESG_USAGE)
    return 0
  }
  if (args.has('version')) {
    out.print('dmesg from util-linux 2.38.1\n')
    return 0
  }
  const color = args.last('color')
  if (args.has('color') && color !== 'never' && color !== 'auto') return tool.unsupported('--color')
  const levels = args.has('level') ? parseList(LEVELS, args.last('level') ?? '', 'level') : [...LEVELS.keys()]
  if (typeof levels === 'string') return fail(levels)
  const consoleLevel = parseList(LEVELS, args.last('consoleLevel') ?? 'warn', 'level')
  if (typeof consoleLevel === 'string' && !/^[1-8]$/.test(args.last('consoleLevel') ?? ''))
    return fail(consoleLevel)
  const facilities = args.has('facility')
    ? parseList(FACILITIES, args.last('facility') ?? '', 'facility')
    : null
  if (typeof facilities === 'string') return fail(facilities)
  const layout = layoutOf(args)
  if (typeof layout === 'string') return fail(layout)
  if (args.operands.length > 0) return tool.usageError('bad usage')
  if (args.has('clear')) {
    p.log.clear()
    return 0
  }
  if (args.lastOf('consoleOn', 'consoleOff', 'consoleLevel') !== null) return 0
  const kernel = args.has('kernel')
  const user = args.has('user')
  const passes = ({ level, facility }: LogRecord): boolean => {
    if (!levels.includes(level) || (facilities && !facilities.includes(facility))) return false
    if (kernel === user) return true
    return kernel === (facility === LOG_KERN)
  }
  const printer = new LogPrinter(layout, p.clock.epoch() - p.clock.now() / 1e9)
  let at = args.has('followNew') ? p.log.next : p.log.clearedAt
  for (;;) {
    for (const record of p.log.records(at)) {
      at = record.sequence + 1
      if (passes(record)) out.print(printer.line(record))
    }
    if (args.has('readClear')) p.log.clear()
    if (!args.has('follow') && !args.has('followNew')) return 0
    out.flush()
    yield* p.clock.wait([p.log])
  }
}

export const dmesgCommand: Command = defineTool<DmesgOption>({
  name: 'dmesg',
  path: '/usr/bin/dmesg',
  summary: "show the kernel's log",
  usage: ['[options]'],
  options: OPTIONS,
  refused: REFUSED,
  ownHelp: true,
  main: dmesg,
})
