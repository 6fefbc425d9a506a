import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { openInput, type Input } from '../lib/input.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { joinPath } from '../lib/paths.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { Matcher, type MatcherOptions } from './matcher.ts'
import { Search, type SearchOptions } from './search.ts'

export type GrepOption =
  | 'E'
  | 'F'
  | 'G'
  | 'P'
  | 'e'
  | 'f'
  | 'i'
  | 'noIgnoreCase'
  | 'w'
  | 'x'
  | 'z'
  | 's'
  | 'v'
  | 'm'
  | 'b'
  | 'n'
  | 'lineBuffered'
  | 'H'
  | 'h'
  | 'label'
  | 'o'
  | 'q'
  | 'a'
  | 'r'
  | 'R'
  | 'L'
  | 'l'
  | 'c'
  | 'A'
  | 'B'
  | 'C'
  | 'color'
  | 'include'
  | 'exclude'
  | 'I'
  | 'version'

const OPTIONS: OptionTable<GrepOption> = {
  E: ['-E, --extended-regexp', 'PATTERNS are extended regular expressions'],
  F: ['-F, --fixed-strings', 'PATTERNS are strings'],
  G: ['-G, --basic-regexp', 'PATTERNS are basic regular expressions'],
  P: ['-P, --perl-regexp', 'PATTERNS are Perl regular expressions (those that JavaScript has, and \\K)'],
  e: ['-e, --regexp=PATTERNS', 'use PATTERNS for matching'],
  f: ['-f, --file=FILE', 'take PATTERNS from FILE'],
  i: ['-i, -y, --ignore-case', 'ignore case distinctions in patterns and data'],
  noIgnoreCase: ['--no-ignore-case', 'do not ignore case distinctions (default)'],
  w: ['-w, --word-regexp', 'match only whole words'],
  x: ['-x, --line-regexp', 'match only whole lines'],
  z: ['-z, --null-data', 'a data line ends in 0 byte, not newline'],
  s: ['-s, --no-messages', 'suppress error messages'],
  v: ['-v, --invert-match', 'select non-matching lines'],
  m: ['-m, --max-count=NUM', 'stop after NUM selected lines'],
  b: ['-b, --byte-offset', 'print the byte offset with output lines'],
  n: ['-n, --line-number', 'print line number with output lines'],
  lineBuffered: ['--line-buffered', 'flush output on every line'],
  H: ['-H, --with-filename', 'print file name with output lines'],
  h: ['-h, --no-filename', 'suppress the file name prefix on output'],
  label: ['--label=LABEL', 'use LABEL as the standard input file name prefix'],
  o: ['-o, --only-matching', 'show only nonempty parts of lines that match'],
  q: ['-q, --quiet, --silent', 'suppress all normal output'],
  a: ['-a, --text', 'treat files as text'],
  I: ['-I', 'skip files that are not text'],
  r: ['-r, --recursive', 'read all files under each directory'],
  R: ['-R, --dereference-recursive', 'likewise, but follow all symlinks'],
  include: ['--include=GLOB', 'search only files that match GLOB'],
  exclude: ['--exclude=GLOB', 'skip files that match GLOB'],
  L: ['-L, --files-without-match', 'print only names of FILEs with no selected lines'],
  l: ['-l, --files-with-matches', 'print only names of FILEs with selected lines'],
  c: ['-c, --count', 'print only a count of selected lines per FILE'],
  A: ['-A, --after-context=NUM', 'print NUM lines of trailing context'],
  B: ['-B, --before-context=NUM', 'print NUM lines of leading context'],
  C: ['-C, --context=NUM', 'print NUM lines of output context; also -NUM'],
  color: ['--color, --colour[=WHEN]', 'highlight matching strings; WHEN is always, never or auto'],
  version: ['-V, --version', 'display version information and exit'],
}

const USAGE_HINT = (name: string): string =>
  `Usage: ${name} [OPTION]... PATTERNS [FILE]...\nTry '${name} --help' for more information.\n`
const TROUBLE = 2

function defineGrep(name: string, kind: MatcherOptions['kind']): Command {
  return defineTool<GrepOption>({
    name,
    path: `/usr/bin/${name}`,
    summary: 'print lines that match patterns',
    usage: ['[OPTION]... PATTERNS [FILE]...'],
    options: OPTIONS,
    refused: [
      '--binary-files=TYPE',
      '-d, --directories=ACTION',
      '-D, --devices=ACTION',
      '--exclude-from=FILE',
      '--exclude-dir=GLOB',
      '-T, --initial-tab',
      '-Z, --null',
      '-U, --binary',
      '--group-separator[=SEP]',
      '--no-group-separator',
    ],
    badUsage: TROUBLE,
    digits: 'C',
    hint: USAGE_HINT(name),
    main: (tool, args) => grep(tool, args, kind),
  })
}

export const grepCommand: Command = defineGrep('grep', 'basic')
export const egrepCommand: Command = defineGrep('egrep', 'extended')
export const fgrepCommand: Command = defineGrep('fgrep', 'fixed')

const KINDS = { E: 'extended', F: 'fixed', G: 'basic', P: 'perl' } as const

function* grep(tool: Tool, args: Args<GrepOption>, byDefault: MatcherOptions['kind']): Blocking<number> {
  if (args.has('version')) {
    tool.out.print('grep (GNU grep) 3.8\n')
    return 0
  }
  const operands = [...args.operands]
  const patterns = yield* readPatterns(tool, args, operands)
  if (typeof patterns === 'number') return patterns
  const kind = args.lastOf('E', 'F', 'G', 'P')
  if (args.has('P') && (args.has('E') || args.has('F') || args.has('G'))) {
    tool.complain('conflicting matchers specified')
    return TROUBLE
  }
  const matcher = Matcher.make(patterns, {
    kind: kind === null ? byDefault : KINDS[kind],
    ignoreCase: args.lastOf('i', 'noIgnoreCase') === 'i',
    word: args.has('w'),
    line: args.has('x'),
  })
  if ('error' in matcher) {
    tool.complain(matcher.error)
    return TROUBLE
  }
  for (const warning of matcher.warnings) tool.complain(`warning: ${warning}`)
  const recursive = args.has('r') || args.has('R')
  const options = readSearch(tool, args, operands)
  if (typeof options === 'number') return options
  const search = new Search(tool, matcher, options)
  let trouble = false
  const names = operands.length > 0 ? operands : [recursive ? '.' : '-']
  for (const name of names) {
    if (yield* searchName(tool, args, search, name, recursive, operands.length === 0)) trouble = true
    if (search.gaveUp) return TROUBLE
    if (search.finished) break
  }
  if (search.found && args.has('q')) return 0
  return trouble ? TROUBLE : search.found ? 0 : 1
}

/** Takes the first operand when there is no -e or -f. */
function* readPatterns(
  tool: Tool,
  args: Args<GrepOption>,
  operands: string[],
): Blocking<readonly string[] | number> {
  if (!args.has('e') && !args.has('f')) {
    const first = operands.shift()
    if (first !== undefined) return first.split('\n')
    if (tool.make === 'busybox') return tool.usageError('missing operand')
    tool.p.io.err(USAGE_HINT(tool.name))
    return TROUBLE
  }
  const patterns = args.all('e').flatMap((text) => text.split('\n'))
  for (const name of args.all('f')) {
    const input = openInput(tool.p, name)
    if (isErrno(input)) {
      tool.complain(`${name}: ${input.text}`)
      return TROUBLE
    }
    const text = yield* input.text()
    input.close()
    if (text !== '') patterns.push(...text.replace(/\n$/, '').split('\n'))
  }
  return patterns
}

function readSearch(tool: Tool, args: Args<GrepOption>, operands: readonly string[]): SearchOptions | number {
  for (const given of args.options) {
    if (given.id !== 'A' && given.id !== 'B' && given.id !== 'C') continue
    const value = wholeNumber(given.value ?? '')
    if (value === null || value < 0) {
      tool.complain(`${given.value ?? ''}: invalid context length argument`)
      return TROUBLE
    }
  }
  const around = args.last('C')
  const [after, before] = [args.last('A') ?? around, args.last('B') ?? around]
  const most = args.last('m')
  const limit = most === null ? null : wholeNumber(most)
  if (most !== null && limit === null) {
    tool.complain('invalid max count')
    return TROUBLE
  }
  const when = args.last('color')
  if (args.has('color') && when !== null && !['always', 'never', 'auto', 'yes', 'no', 'tty'].includes(when)) {
    tool.p.io.err(USAGE_HINT(tool.name))
    return TROUBLE
  }
  const list = args.lastOf('l', 'L')
  const quiet = args.has('q')
  const auto = args.has('color') && (when === null || when === 'auto' || when === 'tty')
  return {
    invert: args.has('v'),
    output: quiet ? 'quiet' : list !== null ? list : args.has('c') ? 'count' : 'lines',
    only: args.has('o'),
    limit: limit === null || limit < 0 ? Infinity : limit,
    numbers: args.has('n'),
    offsets: args.has('b'),
    names: args.lastOf('H', 'h') === 'H' || (!args.has('h') && operands.length > 1),
    treeNames: !args.has('h'),
    label: args.last('label') ?? '(standard input)',
    after: Number(after ?? 0),
    before: Number(before ?? 0),
    context: after !== null || before !== null,
    separator: args.has('z') ? 0 : 10,
    text: args.has('a'),
    skipBinary: args.has('I'),
    color: when === 'always' || when === 'yes' || (auto && tool.p.io.isatty(1)),
  }
}

/** True when there was trouble. */
function* searchName(
  tool: Tool,
  args: Args<GrepOption>,
  search: Search,
  name: string,
  recursive: boolean,
  implied: boolean,
  below = false,
): Blocking<boolean> {
  const { fs } = tool.p
  if (recursive && name !== '-') {
    const stat = fs.stat(name)
    if (!isErrno(stat) && stat.kind === 'dir') return yield* searchTree(tool, args, search, name, implied)
  }
  const input = openInput(tool.p, name)
  if (isErrno(input)) {
    if (input.name === 'EISDIR') {
      tool.complain(`${name}: Is a directory`)
      return true
    }
    if (!args.has('s')) tool.complain(`${name}: ${input.text}`)
    return true
  }
  yield* search.file(input, name, below)
  const failed = reportFailure(tool, args, input, name)
  input.close()
  return failed
}

function reportFailure(tool: Tool, args: Args<GrepOption>, input: Input, name: string): boolean {
  if (input.error === null) return false
  if (!args.has('s')) tool.complain(`${name}: ${input.error.text}`)
  return true
}

function* searchTree(
  tool: Tool,
  args: Args<GrepOption>,
  search: Search,
  directory: string,
  implied: boolean,
): Blocking<boolean> {
  const { fs } = tool.p
  const names = fs.readdirUnsorted(directory)
  if (isErrno(names)) {
    if (!args.has('s')) tool.complain(`${directory}: ${names.text}`)
    return true
  }
  let trouble = false
  for (const name of names) {
    const path = implied && directory === '.' ? name : joinPath(directory, name)
    const stat = fs.lstat(path)
    if (isErrno(stat) || (stat.kind === 'link' && !args.has('R'))) continue
    const target = fs.stat(path)
    if (isErrno(target)) continue
    if (target.kind === 'dir') {
      if (yield* searchTree(tool, args, search, path, false)) trouble = true
    } else if (chosen(args, name) && (yield* searchName(tool, args, search, path, false, false, true)))
      trouble = true
    if (search.finished || search.gaveUp) break
  }
  return trouble
}

function chosen(args: Args<GrepOption>, name: string): boolean {
  const include = args.all('include')
  if (args.all('exclude').some((glob) => globMatches(glob, name))) return false
  return include.length === 0 || include.some((glob) => globMatches(glob, name))
}

function globMatches(glob: string, name: string): boolean {
  const source = glob
    .replace(/[\\^$.+(){}|]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  try {
    return new RegExp(`^${source}$`, 's').test(name)
  } catch {
    return false
  }
}
