// mount of util-linux 2.38: files and directories shown at another place, the namespaces of processes among them.
import { ENOENT, isErrno, type Errno } from '../../uapi/errno.ts'
import type { Process } from '../../os/program.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type MountOption = 'bind' | 'options' | 'types'

const OPTIONS: OptionTable<MountOption> = {
  bind: ['-B, --bind', 'mount a subtree somewhere else'],
  options: ['-o, --options <list>', 'comma-separated list of mount options: bind alone'],
  types: ['-t, --types <list>', 'limit the set of filesystem types: not supported'],
}

/** Mount(8), EXIT STATUS: the mount failed. */
const FAILED = 32

export const mountCommand: Command = defineTool<MountOption>({
  name: 'mount',
  path: '/usr/bin/mount',
  summary: 'mount a filesystem',
  usage: ['--bind <olddir> <newdir>'],
  options: OPTIONS,
  main: mount,
})

function mount(tool: Tool, args: Args<MountOption>): number {
  const listed = args.last('options')?.split(',') ?? []
  const other = listed.find((option) => option !== 'bind')
  if (other !== undefined) return tool.unsupported(`-o ${other}`)
  const type = args.last('types')
  if (type !== null) return tool.unsupported(`-t ${type}`)
  const { operands } = args
  if (!args.has('bind') && listed.length === 0) {
    if (operands.length === 0) return tool.unsupported('a list of what is mounted')
    return operands.length > 2 ? tool.usageError('bad usage') : tool.unsupported('a mount other than --bind')
  }
  const [from, to] = operands
  if (from === undefined || operands.length > 2) return tool.usageError('bad usage')
  if (to === undefined) return failed(tool, from, `mount(2) system call failed: ${ENOENT.text}.`)
  return bind(tool, from, to)
}

function bind(tool: Tool, from: string, to: string): number {
  const { fs } = tool.p
  const [source, point] = [fs.stat(from), fs.stat(to)]
  if (isErrno(point)) return failed(tool, to, 'mount point does not exist.')
  if (isErrno(source)) return failed(tool, fs.realpath(to), `special device ${from} does not exist.`)
  if (source.kind === 'dir' && point.kind !== 'dir')
    return failed(tool, fs.realpath(to), 'mount point is not a directory.')
  const error = source.kind === 'nsfs' ? bindNetns(tool.p, from, to) : fs.bind(from, to)
  return error === null ? 0 : failed(tool, fs.realpath(to), `mount(2) system call failed: ${error.text}.`)
}

function bindNetns(p: Process, from: string, to: string): Errno | null {
  const netns = p.net.openNetns(from)
  return isErrno(netns) ? netns : p.fs.mountNetns(to, netns)
}

function failed(tool: Tool, at: string, why: string): number {
  tool.complain(`${at}: ${why}\n       dmesg(1) may have more information after failed mount system call.`)
  return FAILED
}
