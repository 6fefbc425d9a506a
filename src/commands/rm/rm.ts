import { ENOENT, ENOTDIR, isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { baseName, joinPath } from '../lib/paths.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type RmOption = 'f' | 'r' | 'd' | 'v' | 'noPreserve' | 'preserve'

const OPTIONS: OptionTable<RmOption> = {
  f: ['-f, --force', 'ignore nonexistent files and arguments, never prompt'],
  noPreserve: ['--no-preserve-root', "do not treat '/' specially"],
  preserve: ['--preserve-root[=all]', "do not remove '/' (default)"],
  r: ['-r, -R, --recursive', 'remove directories and their contents recursively'],
  d: ['-d, --dir', 'remove empty directories'],
  v: ['-v, --verbose', 'explain what is being done'],
}

export const rmCommand: Command = defineTool<RmOption>({
  name: 'rm',
  path: '/usr/bin/rm',
  summary: 'remove files or directories',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  refused: ['-i', '-I', '--interactive[=WHEN]', '--one-file-system'],
  main: rm,
})

function rm(tool: Tool, args: Args<RmOption>): number {
  if (args.operands.length === 0) return args.has('f') ? 0 : tool.usageError('missing operand')
  let status = 0
  for (const name of args.operands) {
    const base = baseName(name)
    if (args.has('r') && (base === '.' || base === '..')) {
      tool.complain(`refusing to remove '.' or '..' directory: skipping '${name}'`)
      status = 1
    } else if (args.has('r') && base === '/' && !args.has('noPreserve')) {
      tool.complain("it is dangerous to operate recursively on '/'")
      tool.complain('use --no-preserve-root to override this failsafe')
      status = 1
    } else if (!remove(tool, args, name)) status = 1
  }
  return status
}

/** False when something could not be removed; it was said. */
function remove(tool: Tool, args: Args<RmOption>, path: string): boolean {
  const { fs } = tool.p
  const fail = (text: string): boolean => {
    tool.complain(`cannot remove '${path}': ${text}`)
    return false
  }
  const stat = fs.lstat(path)
  if (isErrno(stat)) {
    if (args.has('f') && (stat === ENOENT || stat === ENOTDIR)) return true
    return fail(stat.text)
  }
  if (stat.kind !== 'dir') {
    const error = fs.unlink(path)
    if (error !== null) return fail(error.text)
    if (args.has('v')) tool.out.print(`removed '${path}'\n`)
    return true
  }
  if (!args.has('r') && !args.has('d')) return fail('Is a directory')
  if (args.has('r')) {
    const names = fs.readdir(path)
    if (isErrno(names)) return fail(names.text)
    let all = true
    for (const name of names) if (!remove(tool, args, joinPath(path, name))) all = false
    if (!all) return false
  }
  const error = fs.rmdir(path)
  if (error !== null) return fail(error.text)
  if (args.has('v')) tool.out.print(`removed directory '${path}'\n`)
  return true
}
