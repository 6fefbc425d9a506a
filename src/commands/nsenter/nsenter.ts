import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { NetnsRef } from '../../uapi/netns.ts'
import type { Command } from '../command.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { execvp, statusOfFailure } from '../lib/spawn.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type NsenterOption = 't' | 'n' | 'a' | 'shared' | 'F' | 'h' | 'V'

const OPTIONS: OptionTable<NsenterOption> = {
  a: ['-a, --all', 'enter all namespaces'],
  t: ['-t, --target=PID', 'target process to get namespaces from'],
  n: ['-n, --net[=FILE]', 'enter network namespace'],
  shared: [
    '-m, -u, -i, -p, -C, --mount, --uts, --ipc, --pid, --cgroup',
    'enter a namespace that all processes share here',
  ],
  F: ['-F, --no-fork', 'do not fork before exec-ing PROGRAM'],
  h: ['-h, --help', 'display this help'],
  V: ['-V, --version', 'display version'],
}

export const nsenterCommand: Command = defineTool<NsenterOption>({
  name: 'nsenter',
  path: '/usr/bin/nsenter',
  summary: 'run a program in the namespaces of another process',
  usage: ['[OPTIONS] [PROGRAM [ARGUMENTS]]'],
  options: OPTIONS,
  refused: [
    '-U, --user[=FILE]',
    '-T, --time[=FILE]',
    '-S, --setuid=UID',
    '-G, --setgid=GID',
    '--preserve-credentials',
    '-r, --root[=DIR]',
    '-w, --wd[=DIR]',
    '-W, --wdns=DIR',
    '-e, --env',
    '-Z, --follow-context',
    '-c, --join-cgroup',
  ],
  stopAtOperand: true,
  ownHelp: true,
  main: nsenter,
})

function* nsenter(tool: Tool, args: Args<NsenterOption>): Blocking<number> {
  const { p } = tool
  if (args.has('h')) {
    tool.out.print(usage())
    return 0
  }
  if (args.has('V')) {
    tool.out.print('nsenter from util-linux 2.38.1\n')
    return 0
  }
  const target = args.last('t')
  const pid = target === null ? null : wholeNumber(target)
  if (target !== null && (pid === null || pid < 0)) {
    tool.complain(`failed to parse pid: '${target}'`)
    return 1
  }
  if (args.has('a') && pid === null) {
    tool.complain('no target PID specified for --all')
    return 1
  }
  if ((args.has('n') || args.has('a')) && !enterNet(tool, args.last('n'), pid)) return 1
  const shell = p.env.get('SHELL') ?? '/bin/sh'
  const argv = args.operands.length > 0 ? args.operands : [`-${shell.slice(shell.lastIndexOf('/') + 1)}`]
  const result = args.operands.length > 0 ? yield* execvp(p, argv) : yield* p.procs.exec(shell, argv)
  if (!isErrno(result)) return result
  tool.complain(`failed to execute ${argv[0] ?? ''}: ${result.text}`)
  return statusOfFailure(result)
}

function enterNet(tool: Tool, file: string | null, pid: number | null): boolean {
  const { p } = tool
  if (file === null && pid === null) {
    tool.complain('neither filename nor target pid supplied for ns/net')
    return false
  }
  const path = file ?? `/proc/${pid ?? 0}/ns/net`
  const netns: NetnsRef | ReturnType<typeof p.net.setns> = p.net.openNetns(path)
  if (isErrno(netns)) {
    tool.complain(`cannot open ${path}: ${netns.text}`)
    return false
  }
  const error = netns === null ? null : p.net.setns(netns)
  if (error === null) return true
  tool.complain(`reassociate to namespace 'ns/net' failed: ${error.text}`)
  return false
}

function usage(): string {
  const rows = Object.values<readonly [string, string]>(OPTIONS)
  return `\nUsage:\n nsenter [options] [<program> [<argument>...]]\n\nRun a program with namespaces of other processes.\n\nOptions:\n${rows
    .map(([spelling, help]) => ` ${spelling.padEnd(22)} ${help}\n`)
    .join('')}`
}
