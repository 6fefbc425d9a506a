import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { strftime } from '../lib/calendar.ts'
import { modifiedAt } from '../lib/fileTime.ts'
import { openInput } from '../lib/input.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { baseName, joinPath } from '../lib/paths.ts'
import { quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { changesBetween } from './edits.ts'
import { contextDiff, normalDiff, unifiedDiff, type Side } from './print.ts'

type DiffOption =
  | 'normal'
  | 'q'
  | 's'
  | 'c'
  | 'C'
  | 'u'
  | 'U'
  | 'r'
  | 'N'
  | 'i'
  | 'w'
  | 'b'
  | 'B'
  | 'a'
  | 'label'
  | 'color'

const OPTIONS: OptionTable<DiffOption> = {
  normal: ['--normal', 'output a normal diff (the default)'],
  q: ['-q, --brief', 'report only when files differ'],
  s: ['-s, --report-identical-files', 'report when two files are the same'],
  c: ['-c', 'output 3 lines of copied context'],
  C: ['-C, --context=NUM', 'output NUM lines of copied context'],
  u: ['-u', 'output 3 lines of unified context'],
  U: ['-U, --unified=NUM', 'output NUM lines of unified context'],
  label: ['-L, --label=LABEL', 'use LABEL instead of file name and timestamp'],
  r: ['-r, --recursive', 'recursively compare any subdirectories found'],
  N: ['-N, --new-file', 'treat absent files as empty'],
  i: ['-i, --ignore-case', 'ignore case differences in file contents'],
  w: ['-w, --ignore-all-space', 'ignore all white space'],
  b: ['-b, --ignore-space-change', 'ignore changes in the amount of white space'],
  B: ['-B, --ignore-blank-lines', 'accepted: blank lines count'],
  a: ['-a, --text', 'treat all files as text'],
  color: ['--color[=WHEN]', 'accepted: nothing is colored'],
}

const TROUBLE = 2

export const diffCommand: Command = defineTool<DiffOption>({
  name: 'diff',
  path: '/usr/bin/diff',
  summary: 'compare files line by line',
  usage: ['[OPTION]... FILES'],
  options: OPTIONS,
  refused: [
    '--no-ignore-file-name-case',
    '--GTYPE-group-format=GFMT',
    '--line-format=LFMT',
    '--LTYPE-line-format=LFMT',
    '--palette=PALETTE',
    '-v, --version',
    '-e, --ed',
    '-n, --rcs',
    '-y, --side-by-side',
    '-W, --width=NUM',
    '--left-column',
    '--suppress-common-lines',
    '-p, --show-c-function',
    '-F, --show-function-line=RE',
    '-t, --expand-tabs',
    '-T, --initial-tab',
    '--tabsize=NUM',
    '--suppress-blank-empty',
    '-l, --paginate',
    '--no-dereference',
    '-P, --unidirectional-new-file',
    '--ignore-file-name-case',
    '-x, --exclude=PAT',
    '-X, --exclude-from=FILE',
    '-S, --starting-file=FILE',
    '--from-file=FILE1',
    '--to-file=FILE2',
    '-E, --ignore-tab-expansion',
    '-Z, --ignore-trailing-space',
    '-I, --ignore-matching-lines=RE',
    '--strip-trailing-cr',
    '-D, --ifdef=NAME',
    '-d, --minimal',
    '--horizon-lines=NUM',
    '--speed-large-files',
  ],
  badUsage: TROUBLE,
  hint: "diff: Try 'diff --help' for more information.\n",
  main: diff,
})

function* diff(tool: Tool, args: Args<DiffOption>): Blocking<number> {
  const [first, second, extra] = args.operands
  if (second === undefined) return tool.usageError(`missing operand after '${first ?? tool.name}'`)
  if (extra !== undefined) return tool.usageError(`extra operand '${extra}'`)
  const { fs } = tool.p
  const isDirectory = (path: string): boolean => {
    const stat = fs.stat(path)
    return path !== '-' && !isErrno(stat) && stat.kind === 'dir'
  }
  const [a, b] = [first ?? '', second]
  if (isDirectory(a) && isDirectory(b)) return yield* compareDirectories(tool, args, a, b)
  return yield* compareFiles(
    tool,
    args,
    isDirectory(a) ? joinPath(a, baseName(b)) : a,
    isDirectory(b) ? joinPath(b, baseName(a)) : b,
  )
}

function* compareDirectories(tool: Tool, args: Args<DiffOption>, a: string, b: string): Blocking<number> {
  const { fs } = tool.p
  const [inA, inB] = [fs.readdir(a), fs.readdir(b)]
  if (isErrno(inA) || isErrno(inB)) {
    const [name, error] = isErrno(inA) ? [a, inA] : [b, inB]
    tool.complain(`${quoteFile(name)}: ${isErrno(error) ? error.text : ''}`)
    return TROUBLE
  }
  let status = 0
  for (const name of [...new Set([...inA, ...inB])].sort()) {
    const only = inA.includes(name) ? (inB.includes(name) ? null : a) : b
    if (only !== null && !args.has('N')) {
      tool.out.print(`Only in ${only}: ${name}\n`)
      status = Math.max(status, 1)
      continue
    }
    const [x, y] = [joinPath(a, name), joinPath(b, name)]
    const kinds = [fs.stat(x), fs.stat(y)].map((stat) => (isErrno(stat) ? null : stat.kind === 'dir'))
    if (kinds[0] === true && kinds[1] === true) {
      if (args.has('r')) status = Math.max(status, yield* compareDirectories(tool, args, x, y))
      else tool.out.print(`Common subdirectories: ${x} and ${y}\n`)
      continue
    }
    if (kinds.includes(true)) {
      const what = (directory: boolean | null | undefined): string =>
        directory ? 'directory' : 'regular file'
      tool.out.print(`File ${x} is a ${what(kinds[0])} while file ${y} is a ${what(kinds[1])}\n`)
      status = Math.max(status, 1)
      continue
    }
    status = Math.max(status, yield* compareFiles(tool, args, x, y, true))
  }
  return status
}

function* readSide(tool: Tool, args: Args<DiffOption>, name: string): Blocking<string | null> {
  const input = openInput(tool.p, name)
  if (isErrno(input)) {
    if (args.has('N') && input.name === 'ENOENT') return ''
    tool.complain(`${quoteFile(name)}: ${input.text}`)
    return null
  }
  const text = yield* input.text()
  input.close()
  return text
}

export function sideOf(text: string): Side {
  const lines = text.split('\n')
  const terminated = lines.at(-1) === ''
  if (terminated) lines.pop()
  return { lines, terminated: terminated || text === '' }
}

/** A last line without its newline differs from the same line with one. */
export function keysOf(side: Side, prepare: (line: string) => string): string[] {
  return side.lines.map(
    (line, i) => prepare(line) + (i === side.lines.length - 1 && !side.terminated ? '\0' : ''),
  )
}

function* compareFiles(
  tool: Tool,
  args: Args<DiffOption>,
  a: string,
  b: string,
  nested = false,
): Blocking<number> {
  const [textA, textB] = [yield* readSide(tool, args, a), yield* readSide(tool, args, b)]
  if (textA === null || textB === null) return TROUBLE
  const [x, y] = [sideOf(textA), sideOf(textB)]
  const prepare = preparer(args)
  const changes = changesBetween(keysOf(x, prepare), keysOf(y, prepare))
  if (changes.length === 0) {
    if (args.has('s')) tool.out.print(`Files ${a} and ${b} are identical\n`)
    return 0
  }
  if (args.has('q')) {
    tool.out.print(`Files ${a} and ${b} differ\n`)
    return 1
  }
  const style = args.lastOf('normal', 'c', 'C', 'u', 'U') ?? 'normal'
  const contextText = style === 'C' || style === 'U' ? args.last(style) : null
  const context = contextText === null ? 3 : wholeNumber(contextText)
  if (context === null || context < 0) return tool.usageError(`invalid context length '${contextText ?? ''}'`)
  if (nested) tool.out.print(`diff ${flags(tool)}${a} ${b}\n`)
  if (style === 'normal') {
    tool.out.print(normalDiff(x, y, changes))
    return 1
  }
  const labels = args.all('label')
  const heads = [labels[0] ?? stamped(tool, a), labels[1] ?? stamped(tool, b)]
  const marks = style === 'u' || style === 'U' ? ['---', '+++'] : ['***', '---']
  tool.out.print(`${marks[0] ?? ''} ${heads[0] ?? ''}\n${marks[1] ?? ''} ${heads[1] ?? ''}\n`)
  const print = style === 'u' || style === 'U' ? unifiedDiff : contextDiff
  tool.out.print(print(x, y, changes, context))
  return 1
}

/** The options as they were given, which the line above each file of a directory repeats. */
function flags(tool: Tool): string {
  return tool.p.argv
    .slice(1)
    .filter((word) => word.startsWith('-') && word !== '-')
    .map((word) => `${word} `)
    .join('')
}

function stamped(tool: Tool, name: string): string {
  const stat = tool.p.fs.stat(name)
  const at = isErrno(stat) ? (name === '-' ? tool.p.clock.epoch() : 0) : modifiedAt(tool.p, stat)
  return `${name}\t${strftime('%Y-%m-%d %H:%M:%S.%N %z', at)}`
}

export function preparer(args: Pick<Args<'i' | 'w' | 'b'>, 'has'>): (line: string) => string {
  return (line) => {
    let key = line
    if (args.has('w')) key = key.replace(/\s+/g, '')
    else if (args.has('b')) key = key.replace(/\s+/g, ' ').trimEnd()
    return args.has('i') ? key.toLowerCase() : key
  }
}
