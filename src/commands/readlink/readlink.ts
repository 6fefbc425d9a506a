import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { dirName, joinPath } from '../lib/paths.ts'
import { quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type ReadlinkOption = 'f' | 'e' | 'm' | 'n' | 'q' | 'v' | 'z'

const OPTIONS: OptionTable<ReadlinkOption> = {
  f: ['-f, --canonicalize', 'follow every link; all but the last component must exist'],
  e: ['-e, --canonicalize-existing', 'follow every link; all components must exist'],
  m: ['-m, --canonicalize-missing', 'follow every link, whether or not components exist'],
  n: ['-n, --no-newline', 'do not output the trailing delimiter'],
  q: ['-q, --quiet, -s, --silent', 'suppress most error messages (on by default)'],
  v: ['-v, --verbose', 'report error messages'],
  z: ['-z, --zero', 'end each output line with NUL, not newline'],
}

export const readlinkCommand: Command = defineTool<ReadlinkOption>({
  name: 'readlink',
  path: '/usr/bin/readlink',
  summary: 'print what a symbolic link points to',
  usage: ['[OPTION]... FILE...'],
  options: OPTIONS,
  main: readlink,
})

function readlink(tool: Tool, args: Args<ReadlinkOption>): number {
  const { fs } = tool.p
  if (args.operands.length === 0) return tool.usageError('missing operand')
  const how = args.lastOf('f', 'e', 'm')
  const end = args.has('z') ? '\0' : '\n'
  const noNewline = args.has('n') && args.operands.length === 1
  let status = 0
  for (const name of args.operands) {
    const target = how === null ? fs.readlink(name) : canonical(tool, name, how)
    if (isErrno(target)) {
      if (args.has('v')) tool.complain(`${quoteFile(name)}: ${target.text}`)
      status = 1
    } else tool.out.print(`${target}${noNewline ? '' : end}`)
  }
  return status
}

function canonical(tool: Tool, name: string, how: 'f' | 'e' | 'm'): string | Errno {
  const { fs } = tool.p
  const real = fs.realpath(name)
  if (how !== 'm') {
    const stat = fs.stat(how === 'e' ? real : dirName(real))
    if (isErrno(stat)) return stat
  }
  // What still is a link then leads nowhere in the tree: /proc/PID/ns/net to `net:[…]`.
  const own = fs.lstat(real)
  const target = !isErrno(own) && own.kind === 'link' ? fs.readlink(real) : real
  return isErrno(target) || target === real ? real : joinPath(dirName(real), target)
}
