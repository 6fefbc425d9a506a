import { EEXIST, ENOTDIR, isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { applyMode } from '../lib/mode.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type MkdirOption = 'm' | 'p' | 'v'

const OPTIONS: OptionTable<MkdirOption> = {
  m: ['-m, --mode=MODE', 'set file mode (as in chmod), not a=rwx - umask'],
  p: ['-p, --parents', 'no error if existing, make parent directories as needed'],
  v: ['-v, --verbose', 'print a message for each created directory'],
}

export const mkdirCommand: Command = defineTool<MkdirOption>({
  name: 'mkdir',
  path: '/usr/bin/mkdir',
  summary: 'make directories',
  usage: ['[OPTION]... DIRECTORY...'],
  options: OPTIONS,
  refused: ['-Z', '--context[=CTX]'],
  main: mkdir,
})

function mkdir(tool: Tool, args: Args<MkdirOption>): number {
  const { fs } = tool.p
  if (args.operands.length === 0) return tool.usageError('missing operand')
  const text = args.last('m')
  const mode = text === null ? 0o755 : applyMode(text, 0o777, true)
  if (mode === null) {
    tool.complain(`invalid mode ‘${text ?? ''}’`)
    return 1
  }
  let status = 0
  for (const name of args.operands) {
    for (const path of args.has('p') ? ancestors(name) : [name]) {
      const existing = args.has('p') ? fs.stat(path) : null
      if (existing !== null && !isErrno(existing) && existing.kind === 'dir') continue
      const error = fs.mkdir(path, path === name ? mode : 0o755)
      if (error === null) {
        if (args.has('v')) tool.out.print(`mkdir: created directory '${path}'\n`)
        continue
      }
      // -p looks into what is there, and that is no directory.
      const inside = args.has('p') && error === EEXIST && path !== name
      tool.complain(`cannot create directory ‘${path}’: ${inside ? ENOTDIR.text : error.text}`)
      status = 1
      break
    }
  }
  return status
}

/** `a/b/c`: `a`, `a/b`, `a/b/c`. */
function ancestors(path: string): readonly string[] {
  const trimmed = path.replace(/\/+$/, '') || path
  const paths: string[] = []
  for (let i = 1; i < trimmed.length; i++) {
    if (trimmed[i] === '/' && trimmed[i - 1] !== '/') paths.push(trimmed.slice(0, i))
  }
  return [...paths, trimmed]
}
