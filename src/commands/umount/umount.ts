// umount of util-linux 2.38.
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { mountTable } from '../lib/mounts.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type UmountOption = 'lazy' | 'recursive' | 'quiet' | 'ignored'

const OPTIONS: OptionTable<UmountOption> = {
  lazy: ['-l, --lazy', 'detach the filesystem now, clean up things later'],
  recursive: ['-R, --recursive', 'recursively unmount a target with all its children'],
  quiet: ['-q, --quiet', "suppress 'not mounted' error messages"],
  ignored: ['-f, -n, -v, -d, --force, --no-mtab, --verbose', 'nothing that would make a difference here'],
}

/** Mount(8), EXIT STATUS: it failed. */
const FAILED = 32

export const umountCommand: Command = defineTool<UmountOption>({
  name: 'umount',
  path: '/usr/bin/umount',
  summary: 'unmount filesystems',
  usage: ['[options] <source> | <directory>'],
  options: OPTIONS,
  refused: ['-a', '--all', '-A', '--all-targets', '-t', '--types', '-O', '--test-opts', '-N', '--namespace'],
  main: umount,
})

function umount(tool: Tool, args: Args<UmountOption>): number {
  if (args.operands.length === 0) return tool.usageError('bad usage')
  let status = 0
  for (const given of args.operands) {
    const path = placeOf(tool, given)
    if (path === null) {
      tool.complain(`${given}: no mount point specified.`)
      status = FAILED
      continue
    }
    const error = takeAway(tool, args, path)
    if (error === null) continue
    if (error.name === 'EBUSY') tool.complain(`${path}: target is busy.`)
    else if (!args.has('quiet')) tool.complain(`${path}: not mounted.`)
    status = FAILED
  }
  return status
}

/** A directory, or where a source is mounted; null when it is neither. */
function placeOf(tool: Tool, given: string): string | null {
  if (!isErrno(tool.p.fs.stat(given))) return given
  return mountTable(tool.p).findLast(({ source }) => source === given)?.path ?? null
}

function takeAway(tool: Tool, args: Args<UmountOption>, path: string): Errno | null {
  const { fs } = tool.p
  if (!args.has('recursive')) return fs.umount(path, args.has('lazy'))
  const at = fs.realpath(path)
  const below = mountTable(tool.p).filter(
    (mounted) => mounted.path === at || mounted.path.startsWith(`${at}/`),
  )
  const [first, ...rest] = below.reverse()
  let error = fs.umount(first?.path ?? path)
  for (const mounted of rest) error ??= fs.umount(mounted.path)
  return error
}
