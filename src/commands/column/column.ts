import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { forEachInput, type NamedInput } from '../lib/files.ts'
import { readLines } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type ColumnOption = 't' | 's' | 'o' | 'c' | 'x' | 'N' | 'R' | 'L'

const OPTIONS: OptionTable<ColumnOption> = {
  t: ['-t, --table', 'create a table'],
  N: ['-N, --table-columns=NAMES', 'comma separated columns names'],
  R: ['-R, --table-right=COLUMNS', 'right align text in these columns'],
  o: ['-o, --output-separator=STRING', 'columns separator for table output (default is two spaces)'],
  s: ['-s, --separator=STRING', 'possible table delimiters'],
  c: ['-c, --output-width=WIDTH', 'width of output in number of characters'],
  x: ['-x, --fillrows', 'fill rows before columns'],
  L: ['-L, --keep-empty-lines', "don't ignore empty lines"],
}

export const columnCommand: Command = defineTool<ColumnOption>({
  name: 'column',
  path: '/usr/bin/column',
  unflushedErrors: true,
  summary: 'columnate lists',
  usage: ['[options] [FILE]...'],
  options: OPTIONS,
  refused: [
    '-e, --table-header-repeat',
    '-h, --help',
    '-V, --version',
    '-n, --table-name=NAME',
    '-O, --table-order=COLUMNS',
    '-C, --table-column=PROPERTIES',
    '-l, --table-columns-limit=NUM',
    '-E, --table-noextreme=COLUMNS',
    '-d, --table-noheadings',
    '-m, --table-maxout',
    '-H, --table-hide=COLUMNS',
    '-T, --table-truncate=COLUMNS',
    '-W, --table-wrap=COLUMNS',
    '-J, --json',
    '-r, --tree=COLUMN',
    '-i, --tree-id=COLUMN',
    '-p, --tree-parent=COLUMN',
  ],
  main: column,
})

function* column(tool: Tool, args: Args<ColumnOption>): Blocking<number> {
  const lines: string[] = []
  const status = yield* forEachInput(
    tool,
    args.operands,
    function* (file: NamedInput): Blocking<void> {
      for (const line of yield* readLines(file.input))
        if (args.has('L') || line.trim() !== '') lines.push(line)
    },
    (name, text) => `${name}: ${text}`,
  )
  if (args.has('t')) tool.out.print(table(lines, args))
  else tool.out.print(filled(lines, width(tool, args), args.has('x')))
  return status
}

function width(tool: Tool, args: Args<ColumnOption>): number {
  const given = args.last('c')
  if (given !== null) return given === 'unlimited' ? Infinity : Number(given) || 80
  return tool.p.io.fds.get(1)?.tty?.columns ?? (Number(tool.p.env.get('COLUMNS')) || 80)
}

function table(lines: readonly string[], args: Args<ColumnOption>): string {
  const separators = args.last('s')
  const split = (line: string): string[] => {
    if (separators === null) return line.trim().split(/[ \t]+/)
    const cells: string[] = ['']
    for (const c of line) {
      if (separators.includes(c)) cells.push('')
      else cells[cells.length - 1] += c
    }
    return cells
  }
  const rows = lines.map(split)
  const names = args.last('N')?.split(',') ?? null
  if (names) rows.unshift(names)
  const right = new Set(
    (args.last('R')?.split(',') ?? []).flatMap((word) => {
      const index = /^[0-9]+$/.test(word) ? Number(word) - 1 : (names?.indexOf(word) ?? -1)
      return index >= 0 ? [index] : []
    }),
  )
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, [...cell].length)))
  const gap = args.last('o') ?? '  '
  return rows
    .map((row) => {
      const cells = widths.map((w, i) => {
        const cell = row[i] ?? ''
        const space = ' '.repeat(Math.max(0, w - [...cell].length))
        if (right.has(i)) return space + cell
        return i === widths.length - 1 ? cell : cell + space
      })
      return `${cells.join(gap)}\n`
    })
    .join('')
}

const TAB = 8

/** Entries side by side, each column as wide as the widest and a tab. */
function filled(lines: readonly string[], limit: number, across: boolean): string {
  const widest = lines.reduce((most, line) => Math.max(most, [...line].length), 0)
  const step = (Math.floor(widest / TAB) + 1) * TAB
  const perRow = Math.max(1, Math.floor(limit / step))
  if (lines.length === 0) return ''
  const rows = across ? Math.ceil(lines.length / perRow) : Math.ceil(lines.length / perRow)
  let text = ''
  for (let row = 0; row < rows; row++) {
    const cells: string[] = []
    for (let c = 0; c < perRow; c++) {
      const cell = lines[across ? row * perRow + c : c * rows + row]
      if (cell !== undefined) cells.push(cell)
    }
    cells.forEach((cell, i) => {
      const tabs = Math.ceil((step - [...cell].length) / TAB)
      text += i < cells.length - 1 ? cell + '\t'.repeat(tabs) : cell
    })
    text += '\n'
  }
  return text
}
