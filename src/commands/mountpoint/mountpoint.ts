// mountpoint of util-linux 2.38: whether something is mounted on a directory.
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { mountTable } from '../lib/mounts.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type MountpointOption = 'q' | 'nofollow'

const OPTIONS: OptionTable<MountpointOption> = {
  q: ['-q, --quiet', "quiet mode - don't print anything"],
  nofollow: ['--nofollow', 'do not follow symlink'],
}

/** Mountpoint(1), EXIT STATUS: it is none. */
const NOT_A_MOUNTPOINT = 32

export const mountpointCommand: Command = defineTool<MountpointOption>({
  name: 'mountpoint',
  path: '/usr/bin/mountpoint',
  summary: 'see if a directory or file is a mountpoint',
  usage: ['[-qd] </path/to/directory>'],
  options: OPTIONS,
  refused: ['-d, --fs-devno', '-x, --devno'],
  main: mountpoint,
})

function mountpoint(tool: Tool, args: Args<MountpointOption>): number {
  const [path, extra] = args.operands
  if (path === undefined || extra !== undefined) return tool.usageError('bad usage')
  const { fs } = tool.p
  const found = args.has('nofollow') ? fs.lstat(path) : fs.stat(path)
  if (isErrno(found)) {
    if (!args.has('q')) tool.complain(`${path}: ${found.text}`)
    return 1
  }
  const at = fs.realpath(path)
  const is = !(args.has('nofollow') && found.kind === 'link') && mountTable(tool.p).some((m) => m.path === at)
  if (!args.has('q')) tool.out.print(`${path} is ${is ? '' : 'not '}a mountpoint\n`)
  return is ? 0 : NOT_A_MOUNTPOINT
}
