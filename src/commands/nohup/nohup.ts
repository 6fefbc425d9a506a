import type { Blocking, OpenFile } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quote } from '../lib/quote.ts'
import { execvp, statusOfFailure } from '../lib/spawn.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

const OPTIONS: OptionTable<never> = {}
const FAILED = 125

export const nohupCommand: Command = defineTool<never>({
  name: 'nohup',
  path: '/usr/bin/nohup',
  summary: 'run COMMAND, ignoring hangup signals; output for a terminal goes to nohup.out',
  usage: ['COMMAND [ARG]...'],
  options: OPTIONS,
  badUsage: FAILED,
  stopAtOperand: true,
  main: nohup,
})

function* nohup(tool: Tool, args: Args<never>): Blocking<number> {
  const { p } = tool
  const [name] = args.operands
  if (name === undefined) return tool.usageError('missing operand')
  const [input, output, errors] = [0, 1, 2].map((fd) => p.io.isatty(fd))
  if (input) {
    const none = p.fs.open('/dev/null', { write: true })
    if (!isErrno(none)) replace(tool, 0, none)
  }
  if (output) {
    const home = p.env.get('HOME') ?? ''
    let path = 'nohup.out'
    let file = p.fs.open(path, { append: true, create: true })
    if (isErrno(file) && home !== '') {
      path = `${home}/nohup.out`
      file = p.fs.open(path, { append: true, create: true })
    }
    if (isErrno(file)) {
      tool.complain(`failed to open ${quote(path)}: ${file.text}`)
      return FAILED
    }
    tool.complain(
      input ? `ignoring input and appending output to ${quote(path)}` : `appending output to ${quote(path)}`,
    )
    replace(tool, 1, file)
  } else if (input)
    tool.complain(errors ? 'ignoring input and redirecting stderr to stdout' : 'ignoring input')
  if (errors) {
    const stdout = p.io.fds.get(1)
    stdout?.ref()
    if (!output && !input) tool.complain('redirecting stderr to stdout')
    if (stdout) replace(tool, 2, stdout)
  }
  p.procs.onSignal('HUP', 'ignore')
  const failed = yield* execvp(p, args.operands)
  if (!isErrno(failed)) return failed
  tool.complain(`failed to run command ${quote(name)}: ${failed.text}`)
  return statusOfFailure(failed)
}

function replace({ p }: Tool, fd: number, file: OpenFile): void {
  p.io.fds.get(fd)?.close()
  p.io.fds.set(fd, file)
}
