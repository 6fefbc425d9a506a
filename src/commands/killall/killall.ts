// killall of psmisc 23.6: a signal for processes by name.
import type { ProcessInfo } from '../../os/program.ts'
import { SIGNALS, type Signal } from '../../uapi/signal.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { PosixRegex } from '../../libc/regex/posixRegex.ts'
import { ALL_SIGNALS, parseSignal } from '../lib/signals.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { USAGE } from './usage.ts'

type KillallOption = 'e' | 'I' | 'l' | 'q' | 'r' | 's' | 'u' | 'v' | 'V' | 'g'

const OPTIONS: OptionTable<KillallOption> = {
  e: ['-e, --exact', 'require exact match for very long names'],
  I: ['-I, --ignore-case', 'case insensitive process name match'],
  g: ['-g, --process-group', 'kill process group instead of process'],
  l: ['-l, --list', 'list all known signal names'],
  q: ['-q, --quiet', "don't print complaints"],
  r: ['-r, --regexp', 'interpret NAME as an extended regular expression'],
  s: ['-s, --signal SIGNAL', 'send this signal instead of SIGTERM; also -SIGNAL'],
  u: ['-u, --user USER', 'kill only process(es) running as USER'],
  v: ['-v, --verbose', 'report if the signal was successfully sent'],
  V: ['-V, --version', 'display version information'],
}

export const killallCommand: Command = defineTool<KillallOption>({
  name: 'killall',
  path: '/usr/bin/killall',
  summary: 'kill processes by name',
  usage: ['[OPTION]... [--] NAME...'],
  options: OPTIONS,
  refused: [
    '-y, --younger-than=TIME',
    '-o, --older-than=TIME',
    '-i, --interactive',
    '-w, --wait',
    '-n, --ns=PID',
    '-Z, --context=REGEXP',
  ],
  ownHelp: true,
  hint: USAGE,
  isOperand: (word) => signalWord(word) !== null,
  main: killall,
})

/** `-9`, `-HUP`, `-SIGTERM`. */
function signalWord(word: string): Signal | 0 | null {
  return /^-([0-9]+|[A-Z]{2,}[0-9]?)$/.test(word) ? parseSignal(word.slice(1)) : null
}

function killall(tool: Tool, args: Args<KillallOption>): number {
  if (args.has('V')) {
    tool.p.io.err('killall (PSmisc) 23.6\n')
    return 0
  }
  if (args.has('l')) {
    tool.out.print(`${ALL_SIGNALS.slice(0, 16).join(' ')}\n${ALL_SIGNALS.slice(16).join(' ')}\n`)
    return 0
  }
  let signal: Signal | 0 | null = parseSignal(args.last('s') ?? 'TERM')
  const names: string[] = []
  for (const word of args.operands) {
    const named = signalWord(word)
    if (named === null) names.push(word)
    else signal = named
  }
  if (signal === null) {
    tool.p.io.err(`${args.last('s') ?? ''}: unknown signal; killall -l lists signals.\n`)
    return 1
  }
  const user = args.last('u')
  if (names.length === 0 && user === null) {
    tool.p.io.err(USAGE)
    return 1
  }
  const all = tool.p.procs.list().filter(({ pid, state }) => pid !== tool.p.pid && state !== 'Z')
  if (names.length === 0) return send(tool, args, all, signal)
  let status = 0
  for (const name of names) {
    const found = all.filter((info) => isCalled(info, name, args))
    if (found.length > 0) {
      if (send(tool, args, found, signal) !== 0) status = 1
      continue
    }
    if (!args.has('q')) tool.p.io.err(`${name}: no process found\n`)
    status = 1
  }
  return status
}

function isCalled(info: ProcessInfo, name: string, args: Args<KillallOption>): boolean {
  if (args.has('r')) {
    const regex = PosixRegex.compile(name, {
      syntax: 'extended',
      ignoreCase: args.has('I'),
      escapes: false,
      multiline: false,
      strict: true,
      whole: false,
    })
    return regex instanceof PosixRegex && regex.exec(info.comm) !== null
  }
  const plain = (text: string): string => (args.has('I') ? text.toLowerCase() : text)
  return plain(info.comm) === plain(name.slice(name.lastIndexOf('/') + 1).slice(0, 15))
}

function send(
  tool: Tool,
  args: Args<KillallOption>,
  found: readonly ProcessInfo[],
  signal: Signal | 0,
): number {
  let status = 1
  for (const { pid, pgid, comm } of found) {
    const error = tool.p.procs.kill(args.has('g') ? -pgid : pid, signal === 0 ? null : signal)
    if (error) {
      tool.p.io.err(`${comm}(${pid}): ${error.text}\n`)
      continue
    }
    status = 0
    const number = signal === 0 ? 0 : SIGNALS[signal]
    if (args.has('v')) tool.p.io.err(`Killed ${comm}(${pid}) with signal ${number}\n`)
  }
  return status
}
