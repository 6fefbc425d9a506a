// bc(1) for sums: expressions, variables, scale; no statements that branch and no functions of one's own.
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { BcLine, type BcState } from './expression.ts'

type BcOption = 'l' | 'q' | 's' | 'w' | 'i'

const OPTIONS: OptionTable<BcOption> = {
  l: ['-l, --mathlib', 'begin with a scale of 20'],
  q: ['-q, --quiet', "don't print the welcome"],
  s: ['-s, --standard', 'only what POSIX has'],
  w: ['-w, --warn', 'warn of what POSIX has not'],
  i: ['-i, --interactive', 'force interactive mode'],
}

export const bcCommand: Command = defineTool<BcOption>({
  name: 'bc',
  path: '/usr/bin/bc',
  summary: 'reckon with decimal numbers of any length',
  usage: ['[options] [file ...]'],
  options: OPTIONS,
  forms: [
    '+ - * / % ^ ( ), < <= == != >= > && || !, NAME = VALUE, ++ --, scale, obase, sqrt(), length(), scale(), "text"',
  ],
  main: bc,
})

function* bc(tool: Tool, args: Args<BcOption>): Blocking<number> {
  const state: BcState = { scale: args.has('l') ? 20 : 0, obase: 10, variables: new Map() }
  for (const name of [...args.operands, '-']) {
    const input = openInput(tool.p, name)
    if (isErrno(input)) {
      tool.p.io.err(`File ${name} is unavailable.\n`)
      return 1
    }
    for (let number = 1; ; number++) {
      const line = yield* input.line()
      if (line === null) break
      const outcome = new BcLine(state, line.replace(/#.*/, '')).run()
      for (const shown of outcome.printed) tool.out.print(shown)
      if (outcome.unsupported !== null) return tool.unsupported(outcome.unsupported)
      const at = name === '-' ? '(standard_in)' : name
      if (outcome.error !== null) {
        tool.out.flush()
        tool.p.io.err(
          outcome.error === 'syntax'
            ? `${at} ${number}: syntax error\n`
            : `Runtime error (func=(main), adr=5): ${outcome.error}\n`,
        )
      }
      if (outcome.quit) return 0
      yield* tool.out.room()
    }
    input.close()
  }
  return 0
}
