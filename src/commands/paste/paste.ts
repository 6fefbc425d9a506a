import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput, readLines } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type PasteOption = 'd' | 's' | 'z'

const OPTIONS: OptionTable<PasteOption> = {
  d: ['-d, --delimiters=LIST', 'reuse characters from LIST instead of TABs'],
  s: ['-s, --serial', 'paste one file at a time instead of in parallel'],
  z: ['-z, --zero-terminated', 'line delimiter is NUL, not newline'],
}

export const pasteCommand: Command = defineTool<PasteOption>({
  name: 'paste',
  path: '/usr/bin/paste',
  summary: 'merge lines of files',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  main: paste,
})

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  '0': '',
  '\\': '\\',
  b: '\b',
  f: '\f',
  r: '\r',
  v: '\v',
}

/** Delimiters in turn; `\0` is none. */
function delimitersOf(list: string): readonly string[] {
  const out: string[] = []
  const characters = [...list]
  for (let i = 0; i < characters.length; i++) {
    const c = characters[i] ?? ''
    if (c !== '\\') out.push(c)
    else {
      const escaped = characters[++i] ?? '\\'
      out.push(ESCAPES[escaped] ?? escaped)
    }
  }
  return out.length > 0 ? out : ['']
}

function* paste(tool: Tool, args: Args<PasteOption>): Blocking<number> {
  const delimiters = delimitersOf(args.last('d') ?? '\t')
  const separator = args.has('z') ? 0 : 10
  const end = args.has('z') ? '\0' : '\n'
  const names = args.operands.length > 0 ? args.operands : ['-']
  // Several `-` take turns at the lines of standard input.
  const standard = names.filter((name) => name === '-').length
  const files: string[][] = []
  let shared: string[] | null = null
  let status = 0
  for (const name of names) {
    if (name === '-' && shared !== null && !args.has('s')) continue
    const input = openInput(tool.p, name)
    if (isErrno(input)) {
      tool.complain(`${quoteFile(name)}: ${input.text}`)
      if (!args.has('s')) return 1
      status = 1
      continue
    }
    const lines = yield* readLines(input, separator)
    input.close()
    if (name === '-' && !args.has('s')) shared = lines
    else files.push(lines)
  }
  if (args.has('s')) {
    for (const lines of files) tool.out.print(join(lines, delimiters) + end)
    return status
  }
  const columns = spread(names, files, shared ?? [], standard)
  const rows = columns.reduce((most, lines) => Math.max(most, lines.length), 0)
  for (let row = 0; row < rows; row++) {
    tool.out.print(
      join(
        columns.map((lines) => lines[row] ?? ''),
        delimiters,
      ) + end,
    )
    yield* tool.out.room()
  }
  return status
}

function join(cells: readonly string[], delimiters: readonly string[]): string {
  return cells
    .map((cell, i) => (i === 0 ? cell : (delimiters[(i - 1) % delimiters.length] ?? '') + cell))
    .join('')
}

/** A column for each name, those of standard input with every so-manieth of its lines. */
function spread(
  names: readonly string[],
  files: readonly (readonly string[])[],
  shared: readonly string[],
  standard: number,
): readonly (readonly string[])[] {
  let [file, dash] = [0, 0]
  return names.map((name) => {
    if (name !== '-') return files[file++] ?? []
    const turn = dash++
    return shared.filter((_, i) => i % standard === turn)
  })
}
