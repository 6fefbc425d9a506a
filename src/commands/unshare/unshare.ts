import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { execvp, spawnProgram, statusOfFailure } from '../lib/spawn.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type UnshareOption = 'n' | 'm' | 'f' | 'h' | 'V'

const OPTIONS: OptionTable<UnshareOption> = {
  n: ['-n, --net[=FILE]', 'unshare network namespace; FILE keeps it'],
  m: ['-m, --mount', 'unshare mounts namespace'],
  f: ['-f, --fork', 'fork before launching PROGRAM'],
  h: ['-h, --help', 'display this help'],
  V: ['-V, --version', 'display version'],
}

export const unshareCommand: Command = defineTool<UnshareOption>({
  name: 'unshare',
  path: '/usr/bin/unshare',
  summary: 'run a program in a network namespace of its own',
  usage: ['[OPTIONS] [PROGRAM [ARGUMENTS]]'],
  options: OPTIONS,
  refused: [
    '-u, --uts[=FILE]',
    '-i, --ipc[=FILE]',
    '-p, --pid[=FILE]',
    '-U, --user[=FILE]',
    '-C, --cgroup[=FILE]',
    '-T, --time[=FILE]',
    '-r, --map-root-user',
    '-c, --map-current-user',
    '--map-auto',
    '--map-user=UID',
    '--map-group=GID',
    '--map-users=MAP',
    '--map-groups=MAP',
    '--kill-child[=SIG]',
    '--mount-proc[=DIR]',
    '--propagation=MODE',
    '--setgroups=WORD',
    '--keep-caps',
    '-R, --root=DIR',
    '-w, --wd=DIR',
    '-S, --setuid=UID',
    '-G, --setgid=GID',
    '--monotonic=OFF',
    '--boottime=OFF',
  ],
  stopAtOperand: true,
  ownHelp: true,
  main: unshare,
})

function* unshare(tool: Tool, args: Args<UnshareOption>): Blocking<number> {
  const { p } = tool
  if (args.has('h') || args.has('V')) {
    tool.out.print(args.has('V') ? 'unshare from util-linux 2.38.1\n' : usage())
    return 0
  }
  if (args.has('m')) p.fs.unshareMounts()
  if (args.has('n')) {
    const netns = p.net.createNetns()
    const file = args.last('n')
    const error = p.net.setns(netns) ?? (file === null ? null : p.fs.mountNetns(file, netns))
    if (error !== null) {
      tool.complain(`mount ${p.fs.realpath(`/proc/${p.pid}/ns/net`)} on ${file ?? ''} failed: ${error.text}`)
      return 1
    }
  }
  const shell = p.env.get('SHELL') ?? '/bin/sh'
  const argv = args.operands.length > 0 ? args.operands : [`-${shell.slice(shell.lastIndexOf('/') + 1)}`]
  const complain = (text: string): void => tool.complain(`failed to execute ${argv[0] ?? ''}: ${text}`)
  if (args.has('f') && args.operands.length > 0) {
    const pid = spawnProgram(p, argv, (error) => complain(error.text))
    const status = yield* p.procs.wait(pid)
    return isErrno(status) ? 1 : status.status
  }
  const result = args.operands.length > 0 ? yield* execvp(p, argv) : yield* p.procs.exec(shell, argv)
  if (!isErrno(result)) return result
  complain(result.text)
  return statusOfFailure(result)
}

function usage(): string {
  const rows = Object.values<readonly [string, string]>(OPTIONS)
  return `\nUsage:\n unshare [options] [<program> [<argument>...]]\n\nRun a program with some namespaces unshared from the parent.\n\nOptions:\n${rows
    .map(([spelling, help]) => ` ${spelling.padEnd(22)} ${help}\n`)
    .join('')}`
}
