import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { forEachInput, type NamedInput } from '../lib/files.ts'
import { quote, quoteFile } from '../lib/quote.ts'
import { defineTool } from '../lib/tool.ts'

export const tacCommand: Command = defineTool<never>({
  name: 'tac',
  path: '/usr/bin/tac',
  unflushedErrors: true,
  summary: 'print files with the last line first',
  usage: ['[FILE]...'],
  options: {},
  refused: ['-b, --before', '-r, --regex', '-s, --separator=STRING'],
  main: (tool, args) =>
    forEachInput(
      tool,
      args.operands,
      function* (file: NamedInput): Blocking<void> {
        const text = yield* file.input.text()
        const lines = text.split(/(?<=\n)/).reverse()
        for (const line of lines) {
          tool.out.print(line)
          yield* tool.out.room()
        }
      },
      (name, text) =>
        text === 'Is a directory'
          ? `${quoteFile(name)}: read error: ${text}`
          : `failed to open ${quote(name)} for reading: ${text}`,
    ),
})
