import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { forEachInput, type NamedInput } from '../lib/files.ts'
import { defineTool } from '../lib/tool.ts'

export const revCommand: Command = defineTool<never>({
  name: 'rev',
  path: '/usr/bin/rev',
  unflushedErrors: true,
  summary: 'reverse the characters of each line',
  usage: ['[FILE]...'],
  options: {},
  refused: ['-h, --help', '-V, --version'],
  main: (tool, args) =>
    forEachInput(
      tool,
      args.operands,
      function* (file: NamedInput): Blocking<void> {
        for (;;) {
          const line = yield* file.input.line()
          if (line === null) return
          tool.out.print(`${[...line].reverse().join('')}${file.input.terminated ? '\n' : ''}`)
          yield* tool.out.room()
        }
      },
      (name, text) => `cannot open ${name}: ${text}`,
    ),
})
