// umount of util-linux 2.38.
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type UmountOption = 'lazy'

const OPTIONS: OptionTable<UmountOption> = {
  lazy: ['-l, --lazy', 'detach the filesystem now, clean up things later'],
}

/** Mount(8), EXIT STATUS: it failed. */
const FAILED = 32

export const umountCommand: Command = defineTool<UmountOption>({
  name: 'umount',
  path: '/usr/bin/umount',
  summary: 'unmount filesystems',
  usage: ['[options] <source> | <directory>'],
  options: OPTIONS,
  refused: ['-a', '--all', '-f', '--force', '-R', '--recursive'],
  main: umount,
})

function umount(tool: Tool, args: Args<UmountOption>): number {
  if (args.operands.length === 0) return tool.usageError('bad usage')
  let status = 0
  for (const path of args.operands) {
    if (isErrno(tool.p.fs.stat(path))) tool.complain(`${path}: no mount point specified.`)
    else if (tool.p.fs.umount(path) !== null) tool.complain(`${path}: not mounted.`)
    else continue
    status = FAILED
  }
  return status
}
