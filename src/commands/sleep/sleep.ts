import type { Blocking } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import type { Command } from '../command.ts'
import { timeSpan } from '../lib/numbers.ts'
import type { Args } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

export const sleepCommand: Command = defineTool<never>({
  name: 'sleep',
  path: '/usr/bin/sleep',
  summary: 'pause for an amount of time',
  usage: ['NUMBER[SUFFIX]...'],
  options: {},
  forms: ['NUMBER with s, m, h or d; fractions; infinity; several are added'],
  main: sleep,
})

function* sleep(tool: Tool, args: Args<never>): Blocking<number> {
  if (args.operands.length === 0) return tool.usageError('missing operand')
  let seconds = 0
  let wrong = false
  for (const word of args.operands) {
    const span = timeSpan(word)
    if (span === null) {
      tool.complain(`invalid time interval ‘${word}’`)
      wrong = true
    } else seconds += span
  }
  if (wrong) {
    if (tool.make === 'gnu') tool.p.io.err("Try 'sleep --help' for more information.\n")
    return 1
  }
  yield* tool.p.clock.sleep(seconds === Infinity ? Infinity : Math.round(seconds * SECOND))
  return 0
}
