// pidof of sysvinit-utils: numbers of the processes of a program.
import type { ProcessInfo } from '../../os/program.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type PidofOption = 's' | 'x' | 'o' | 'd' | 'q' | 'ignored'

const OPTIONS: OptionTable<PidofOption> = {
  s: ['-s', 'one number only'],
  x: ['-x', 'scripts too, by the name of the script'],
  o: ['-o PID', 'not that one; %PPID is the parent of pidof'],
  d: ['-S, -d SEPARATOR', 'what stands between the numbers'],
  q: ['-q', 'print nothing'],
  ignored: ['-c, -n, -z', 'nothing that would make a difference here'],
}

export const pidofCommand: Command = defineTool<PidofOption>({
  name: 'pidof',
  path: '/usr/bin/pidof',
  summary: 'find the process ID of a running program',
  usage: ['[-s] [-x] [-o PID] PROGRAM...'],
  options: OPTIONS,
  main: pidof,
})

function pidof(tool: Tool, args: Args<PidofOption>): number {
  const { p } = tool
  const omitted = new Set(
    args
      .all('o')
      .flatMap((list) => list.split(',').map((word) => (word === '%PPID' ? p.ppid : Number(word)))),
  )
  const found: number[] = []
  for (const name of args.operands) {
    const base = name.slice(name.lastIndexOf('/') + 1)
    for (const info of p.procs.list().toReversed()) {
      if (info.pid === p.pid || omitted.has(info.pid) || info.state === 'Z') continue
      if (isCalled(info, base) || (args.has('x') && isScript(info, base))) found.push(info.pid)
    }
  }
  const shown = args.has('s') ? found.slice(0, 1) : found
  if (shown.length === 0) return 1
  if (!args.has('q')) tool.out.print(`${shown.join(args.last('d') ?? ' ')}\n`)
  return 0
}

function isCalled(info: ProcessInfo, base: string): boolean {
  const first = (info.argv[0] ?? '').replace(/^-/, '')
  return info.comm === base.slice(0, 15) || first.slice(first.lastIndexOf('/') + 1) === base
}

function isScript(info: ProcessInfo, base: string): boolean {
  const script = info.argv[1] ?? ''
  return script.slice(script.lastIndexOf('/') + 1) === base
}
