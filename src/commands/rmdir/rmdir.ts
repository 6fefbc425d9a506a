import { ENOTEMPTY } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { dirName } from '../lib/paths.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type RmdirOption = 'ignore' | 'p' | 'v'

const OPTIONS: OptionTable<RmdirOption> = {
  ignore: ['--ignore-fail-on-non-empty', 'ignore each failure because a directory is not empty'],
  p: ['-p, --parents', 'remove DIRECTORY and its ancestors'],
  v: ['-v, --verbose', 'output a diagnostic for every directory processed'],
}

export const rmdirCommand: Command = defineTool<RmdirOption>({
  name: 'rmdir',
  path: '/usr/bin/rmdir',
  summary: 'remove empty directories',
  usage: ['[OPTION]... DIRECTORY...'],
  options: OPTIONS,
  main: rmdir,
})

function rmdir(tool: Tool, args: Args<RmdirOption>): number {
  if (args.operands.length === 0) return tool.usageError('missing operand')
  let status = 0
  for (const name of args.operands) {
    for (let path = name, first = true; first || (args.has('p') && path !== '.' && path !== '/');) {
      if (args.has('v')) tool.out.print(`rmdir: removing directory, '${path}'\n`)
      const error = tool.p.fs.rmdir(path)
      if (error !== null && !(args.has('ignore') && error === ENOTEMPTY)) {
        tool.complain(`failed to remove ${first ? '' : 'directory '}'${path}': ${error.text}`)
        status = 1
      }
      if (error !== null) break
      path = dirName(path)
      first = false
    }
  }
  return status
}
