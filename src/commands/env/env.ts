import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quote, quoteWord } from '../lib/quote.ts'
import { execvp, statusOfFailure } from '../lib/spawn.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type EnvOption = 'i' | 'u' | 'C' | 'z'

const OPTIONS: OptionTable<EnvOption> = {
  i: ['-i, --ignore-environment', 'start with an empty environment'],
  z: ['-0, --null', 'end each output line with NUL, not newline'],
  u: ['-u, --unset=NAME', 'remove variable from the environment'],
  C: ['-C, --chdir=DIR', 'change working directory to DIR'],
}

/** Status when env itself fails. */
const CANCELED = 125

export const envCommand: Command = defineTool<EnvOption>({
  name: 'env',
  path: '/usr/bin/env',
  summary: 'run a program in a modified environment, or print the environment',
  usage: ['[OPTION]... [-] [NAME=VALUE]... [COMMAND [ARG]...]'],
  options: OPTIONS,
  refused: [
    '-S, --split-string=S',
    '--block-signal[=SIG]',
    '--default-signal[=SIG]',
    '--ignore-signal[=SIG]',
    '--list-signal-handling',
    '-v, --debug',
  ],
  badUsage: CANCELED,
  stopAtOperand: true,
  main: env,
})

function* env(tool: Tool, args: Args<EnvOption>): Blocking<number> {
  const { p } = tool
  const words = [...args.operands]
  const empty = args.has('i') || words[0] === '-'
  if (words[0] === '-') words.shift()
  const variables = new Map(empty ? [] : p.env)
  for (const name of args.all('u')) variables.delete(name)
  while (words[0]?.includes('=')) {
    const word = words.shift() ?? ''
    variables.set(word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1))
  }
  const [command] = words
  if (command === undefined) {
    if (args.has('C')) return tool.usageError('must specify command with --chdir (-C)')
    for (const [name, value] of variables) tool.out.print(`${name}=${value}${args.has('z') ? '\0' : '\n'}`)
    return 0
  }
  if (args.has('z')) return tool.usageError('cannot specify --null (-0) with command')
  const directory = args.last('C')
  if (directory !== null) {
    const error = p.fs.chdir(directory)
    if (error !== null) {
      tool.complain(`cannot change directory to ${quote(directory)}: ${error.text}`)
      return CANCELED
    }
  }
  const result = yield* execvp(p, words, variables)
  if (!isErrno(result)) return result
  tool.complain(`${quoteWord(command)}: ${result.text}`)
  return statusOfFailure(result)
}
