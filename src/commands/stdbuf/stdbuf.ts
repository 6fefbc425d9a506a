// stdbuf of GNU coreutils: what it asks for it leaves in the environment, where the program's stdio finds it
// (lib/stdout.ts). Ref: coreutils src/stdbuf.c
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteWord } from '../lib/quote.ts'
import { execvp, statusOfFailure } from '../lib/spawn.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type StdbufOption = 'i' | 'o' | 'e'

const OPTIONS: OptionTable<StdbufOption> = {
  i: ['-i, --input=MODE', 'adjust standard input stream buffering'],
  o: ['-o, --output=MODE', 'adjust standard output stream buffering'],
  e: ['-e, --error=MODE', 'adjust standard error stream buffering'],
}

/** Status when stdbuf itself fails. */
const CANCELED = 125

export const stdbufCommand: Command = defineTool<StdbufOption>({
  name: 'stdbuf',
  path: '/usr/bin/stdbuf',
  summary: 'run a program with other buffers for its standard streams',
  usage: ['OPTION... COMMAND'],
  options: OPTIONS,
  badUsage: CANCELED,
  stopAtOperand: true,
  main: stdbuf,
})

const VARIABLES: Readonly<Record<StdbufOption, string>> = { i: '_STDBUF_I', o: '_STDBUF_O', e: '_STDBUF_E' }

const UNITS = 'KMGTPEZY'
/** SIZE_MAX + 1 */
const TOO_MUCH = 2 ** 64
const OVERFLOW = 'Value too large for defined data type'

/** `L`, or a number of octets (a unit alone is one of it); null of what is neither. */
function readMode(text: string): string | null {
  if (text === 'L') return text
  const [, digits, unit, decimal] = /^(\d*)(?:([KMGTPEZY])(B)?)?$/.exec(text) ?? []
  if (digits === undefined || text === '') return null
  const power = unit === undefined ? 0 : UNITS.indexOf(unit) + 1
  const octets = Number(digits || 1) * (decimal === undefined ? 1024 : 1000) ** power
  return octets < TOO_MUCH ? String(octets) : OVERFLOW
}

function* stdbuf(tool: Tool, args: Args<StdbufOption>): Blocking<number> {
  const { p } = tool
  const variables = new Map(p.env)
  for (const { id, value } of args.options) {
    const text = value ?? ''
    if (id === 'i' && text === 'L') return tool.usageError('line buffering stdin is meaningless')
    const mode = readMode(text)
    if (mode === null || mode === OVERFLOW) {
      tool.complain(`invalid mode ${quoteWord(text)}${mode === OVERFLOW ? `: ${OVERFLOW}` : ''}`)
      return CANCELED
    }
    variables.set(VARIABLES[id], mode)
  }
  const [command] = args.operands
  if (command === undefined) return tool.usageError('missing operand')
  if (args.options.length === 0) return tool.usageError('you must specify a buffering mode option')
  const result = yield* execvp(p, args.operands, variables)
  if (!isErrno(result)) return result
  tool.complain(`failed to run command ${quoteWord(command)}: ${result.text}`)
  return statusOfFailure(result)
}
