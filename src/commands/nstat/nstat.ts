// `nstat`: the kernel's counters, as they are or since it was last asked. Ref: iproute2 misc/nstat.c
import { isErrno } from '../../uapi/errno.ts'
import type { Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { fnmatch } from '../ip/utils.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

const OPTIONS = {
  help: ['-h, --help', 'this text'],
  ignore: ['-a, --ignore', 'from the beginning, not since the last time'],
  json: ['-j, --json', 'as JSON'],
  quiet: ['-n, --nooutput', 'only remember'],
  pretty: ['-p, --pretty', 'JSON over many lines'],
  reset: ['-r, --reset', 'forget the last time'],
  noupdate: ['-s, --noupdate', 'do not remember'],
  version: ['-V, --version', 'the version'],
  zeros: ['-z, --zeros', 'counters that are 0 too'],
} as const satisfies OptionTable<string>

type NstatOption = keyof typeof OPTIONS

const USAGE = `Usage: nstat [OPTION] [ PATTERN [ PATTERN ] ]
   -h, --help          this message
   -a, --ignore        ignore history
   -d, --scan=SECS     sample every statistics every SECS
   -j, --json          format output in JSON
   -n, --nooutput      do history only
   -p, --pretty        pretty print
   -r, --reset         reset history
   -s, --noupdate      don't update history
   -t, --interval=SECS report average over the last SECS
   -V, --version       output version information
   -z, --zeros         show entries with zero activity
`

/** Settings among the counters. */
const USELESS: ReadonlySet<string> = new Set([
  'IpForwarding',
  'IpDefaultTTL',
  'TcpRtoAlgorithm',
  'TcpRtoMin',
  'TcpRtoMax',
  'TcpMaxConn',
  'TcpCurrEstab',
])

const HISTORY = '/tmp/.nstat.u0'

type Counters = Map<string, number>

/** A line of names, then one of values; or a name and a value a line, as for IPv6. */
function readTable(p: Process, file: string, counters: Counters): void {
  const text = p.fs.readText(`/proc/net/${file}`)
  if (isErrno(text)) return
  const lines = text.split('\n').filter((line) => line !== '')
  if (file === 'snmp6') {
    for (const line of lines) {
      const [name = '', value = '0'] = line.trim().split(/\s+/)
      counters.set(name, Number(value))
    }
    return
  }
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const [title = '', ...names] = (lines[i] ?? '').split(' ')
    const [, ...values] = (lines[i + 1] ?? '').split(' ')
    for (const [at, name] of names.entries()) {
      const id = title.replace(':', '') + name
      if (!USELESS.has(id)) counters.set(id, Number(values[at] ?? 0))
    }
  }
}

function readCounters(p: Process): Counters {
  const counters: Counters = new Map()
  for (const file of ['snmp', 'snmp6', 'netstat']) readTable(p, file, counters)
  return counters
}

function readHistory(p: Process): Counters {
  const history: Counters = new Map()
  const text = p.fs.readText(HISTORY)
  if (isErrno(text)) return history
  for (const line of text.split('\n')) {
    const [name = '', value] = line.trim().split(/\s+/)
    if (value !== undefined && !name.startsWith('#')) history.set(name, Number(value))
  }
  return history
}

function nstat(tool: Tool, args: Args<NstatOption>): number {
  const { p, out } = tool
  if (args.has('help')) {
    p.io.err(USAGE)
    return 255
  }
  if (args.has('version')) {
    out.print('nstat utility, iproute2-6.1.0\n')
    return 0
  }
  const now = readCounters(p)
  const since: Counters = args.has('ignore') || args.has('reset') ? new Map() : readHistory(p)
  const shown = [...now].flatMap(([name, value]): (readonly [string, number])[] => {
    // A counter that went back is another namespace's: it counts from its beginning.
    const before = since.get(name) ?? 0
    const change = before > value ? value : value - before
    if (change === 0 && !args.has('zeros')) return []
    const { operands } = args
    return operands.length === 0 || operands.some((pattern) => fnmatch(pattern, name)) ? [[name, change]] : []
  })
  if (!args.has('quiet')) {
    if (args.has('json')) {
      const text = JSON.stringify({ kernel: Object.fromEntries(shown) }, null, args.has('pretty') ? 4 : 0)
      out.print(`${text}\n`)
    } else {
      out.print('#kernel\n')
      for (const [name, change] of shown) out.print(`${name.padEnd(32)}${String(change).padEnd(16)}   0.0\n`)
    }
  }
  if (args.has('noupdate')) return 0
  const lines = [...now].map(([name, value]) => `${name.padEnd(32)}${String(value).padEnd(16)}   0.0`)
  p.fs.writeFile(HISTORY, `#kernel\n${lines.join('\n')}\n`)
  return 0
}

export const nstatCommand: Command = defineTool<NstatOption>({
  name: 'nstat',
  path: '/usr/bin/nstat',
  summary: "show the kernel's counters since they were last shown",
  usage: ['[OPTION] [PATTERN]...'],
  options: OPTIONS,
  refused: ['-d, --scan=SECS', '-t, --interval=SECS'],
  badUsage: 255,
  hint: USAGE,
  ownHelp: true,
  main: nstat,
})
