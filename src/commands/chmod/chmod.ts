import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { applyMode, permissionText } from '../lib/mode.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { joinPath } from '../lib/paths.ts'
import { quote } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type ChmodOption = 'c' | 'f' | 'v' | 'R'

const OPTIONS: OptionTable<ChmodOption> = {
  c: ['-c, --changes', 'like verbose but report only when a change is made'],
  f: ['-f, --silent, --quiet', 'suppress most error messages'],
  v: ['-v, --verbose', 'output a diagnostic for every file processed'],
  R: ['-R, --recursive', 'change files and directories recursively'],
}

export const chmodCommand: Command = defineTool<ChmodOption>({
  name: 'chmod',
  path: '/usr/bin/chmod',
  summary: 'change file mode bits',
  usage: ['[OPTION]... MODE[,MODE]... FILE...', '[OPTION]... OCTAL-MODE FILE...'],
  options: OPTIONS,
  refused: ['--reference=RFILE', '--preserve-root', '--no-preserve-root'],
  forms: ['u+x, go-w, a=r, 755'],
  isOperand: (word) => /^-[rwxXstugoa,+=0-7]+$/.test(word),
  main: chmod,
})

function chmod(tool: Tool, args: Args<ChmodOption>): number {
  const [mode, ...files] = args.operands
  if (mode === undefined) return tool.usageError('missing operand')
  if (files.length === 0) return tool.usageError(`missing operand after ‘${mode}’`)
  if (applyMode(mode, 0, false) === null) return tool.usageError(`invalid mode: ‘${mode}’`)
  let status = 0
  for (const name of files) if (!change(tool, args, mode, name)) status = 1
  return status
}

function change(tool: Tool, args: Args<ChmodOption>, text: string, path: string): boolean {
  const { fs } = tool.p
  const stat = fs.stat(path)
  if (isErrno(stat)) {
    if (!args.has('f')) tool.complain(`cannot access ${quote(path)}: ${stat.text}`)
    return false
  }
  const mode = applyMode(text, stat.mode, stat.kind === 'dir') ?? stat.mode
  const error = fs.chmod(path, mode)
  if (error !== null) {
    if (!args.has('f')) tool.complain(`changing permissions of ${quote(path)}: ${error.text}`)
    return false
  }
  report(tool, args, path, stat.mode, mode)
  if (!args.has('R') || stat.kind !== 'dir') return true
  const names = fs.readdir(path)
  if (isErrno(names)) return false
  let all = true
  for (const name of names) {
    const child = joinPath(path, name)
    const own = fs.lstat(child)
    if (!isErrno(own) && own.kind === 'link') continue
    if (!change(tool, args, text, child)) all = false
  }
  return all
}

function report(tool: Tool, args: Args<ChmodOption>, path: string, before: number, after: number): void {
  const show = (mode: number): string => `${mode.toString(8).padStart(4, '0')} (${permissionText(mode)})`
  if (before !== after && (args.has('v') || args.has('c'))) {
    tool.out.print(`mode of ${quote(path)} changed from ${show(before)} to ${show(after)}\n`)
  } else if (args.has('v')) tool.out.print(`mode of ${quote(path)} retained as ${show(before)}\n`)
}
