import type { Command } from '../command.ts'
import { forEachInput } from '../lib/files.ts'
import type { OptionTable } from '../lib/options.ts'
import { quoteWord } from '../lib/quote.ts'
import { defineTool } from '../lib/tool.ts'

type FoldOption = 'b' | 's' | 'w'

const OPTIONS: OptionTable<FoldOption> = {
  b: ['-b, --bytes', 'count bytes rather than columns'],
  s: ['-s, --spaces', 'break at spaces'],
  w: ['-w, --width=WIDTH', 'use WIDTH columns instead of 80'],
}

export const foldCommand: Command = defineTool<FoldOption>({
  name: 'fold',
  path: '/usr/bin/fold',
  summary: 'wrap input lines in each FILE',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  digits: 'w',
  main(tool, args) {
    const text = args.last('w') ?? '80'
    const width = Number(text)
    if (!/^\d+$/.test(text) || width === 0) {
      tool.complain(`invalid number of columns: ${quoteWord(text)}`)
      return 1
    }
    return forEachInput(tool, args.operands, function* ({ input }) {
      for (;;) {
        const line = yield* input.line()
        if (line === null) return
        const end = input.terminated ? '\n' : ''
        tool.out.print(`${folded(line, width, args.has('s')).join('\n')}${end}`)
        yield* tool.out.room()
      }
    })
  },
})

function folded(line: string, width: number, atSpaces: boolean): string[] {
  const rows: string[] = []
  let row = ''
  let column = 0
  for (const c of line) {
    const wide = c === '\t' ? 8 - (column % 8) : 1
    if (column + wide > width && row !== '') {
      const cut = atSpaces ? row.search(/[ \t][^ \t]*$/) + 1 : 0
      rows.push(cut > 0 ? row.slice(0, cut) : row)
      row = cut > 0 ? row.slice(cut) : ''
      column = [...row].length
    }
    row += c
    column += c === '\t' ? 8 - (column % 8) : 1
  }
  rows.push(row)
  return rows
}
