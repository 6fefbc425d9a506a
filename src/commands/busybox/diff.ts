// diff in its one form, the unified. Ref: editors/diff.c
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { keysOf, preparer, sideOf } from '../diff/diff.ts'
import { changesBetween } from '../diff/edits.ts'
import { unifiedDiff } from '../diff/print.ts'
import { openInput } from '../lib/input.ts'
import { baseName, joinPath } from '../lib/paths.ts'
import type { Applet } from './applet.ts'
import { getoptLong, showUsage, xatou, type Options } from './getopt.ts'

export const diffApplet: Applet = {
  name: 'diff',
  usage: ` [-abBdiNqrTstw] [-L LABEL] [-S FILE] [-U LINES] FILE1 FILE2

Compare files line by line and output the differences between them.
This implementation supports unified diffs only.

	-a	Treat all files as text
	-b	Ignore changes in the amount of whitespace
	-B	Ignore changes whose lines are all blank
	-d	Try hard to find a smaller set of changes
	-i	Ignore case differences
	-L	Use LABEL instead of the filename in the unified header
	-N	Treat absent files as empty
	-q	Output only whether files differ
	-r	Recurse
	-S	Start with FILE when comparing directories
	-T	Make tabs line up by prefixing a tab when necessary
	-s	Report when two files are the same
	-t	Expand tabs to spaces in output
	-U	Output LINES lines of context
	-w	Ignore all whitespace`,
  run: diff,
}

const REFUSED = 'BSTt'
const TROUBLE = 2
const CONTEXT = 3
const ABSENT = '/dev/null'

const LONG: Readonly<Record<string, string>> = {
  'ignore-space-change': 'b',
  'ignore-blank-lines': 'B',
  minimal: 'd',
  'ignore-case': 'i',
  'new-file': 'N',
  brief: 'q',
  recursive: 'r',
  'report-identical-files': 's',
  'expand-tabs': 't',
  'initial-tab': 'T',
  text: 'a',
  unified: 'U',
  label: 'L',
  'starting-file': 'S',
  'ignore-all-space': 'w',
}

interface Diff {
  readonly p: Process
  readonly given: Options['given']
  readonly labels: readonly string[]
  readonly context: number
}

function* diff(p: Process): Blocking<number> {
  const options = getoptLong(p, diffApplet, 'abdiL:NqrsS:tTU:wuB', LONG)
  if (!options) return 1
  const { given, operands, all } = options
  const refused = [...REFUSED].find((letter) => given.has(letter))
  if (refused !== undefined) {
    p.io.err(`diff: -${refused} is not supported in vethlab\n`)
    return TROUBLE
  }
  const context = given.has('U') ? xatou(p, 'diff', given.get('U') ?? '') : CONTEXT
  if (context === null) return 1
  const [a, b, extra] = operands
  if (a === undefined || b === undefined || extra !== undefined) return showUsage(p, diffApplet)
  const run: Diff = { p, given, labels: all.get('L') ?? [], context }
  const kinds = [a, b].map((path) => (path === '-' ? 'file' : kindOf(p, path)))
  for (const [i, path] of [a, b].entries()) {
    if (kinds[i] !== null || given.has('N')) continue
    p.io.err(`diff: can't stat '${path}': No such file or directory\n`)
    return TROUBLE
  }
  if (kinds[0] === 'dir' && kinds[1] === 'dir') return yield* compareDirectories(run, a, b)
  const [x, y] = [
    kinds[0] === 'dir' ? joinPath(a, baseName(b)) : a,
    kinds[1] === 'dir' ? joinPath(b, baseName(a)) : b,
  ]
  const missing = [x, y].find((path) => path !== '-' && kindOf(p, path) === null)
  if (missing !== undefined && !given.has('N')) {
    p.io.err(`diff: can't stat '${missing}': No such file or directory\n`)
    return 1
  }
  return yield* compareFiles(run, x, y, [x, y])
}

function kindOf(p: Process, path: string): string | null {
  const stat = p.fs.stat(path)
  return isErrno(stat) ? null : stat.kind
}

/** Every path below a directory that is compared, from there; without -r what stands in it. */
function below(run: Diff, root: string, path: string): string[] {
  const names = run.p.fs.readdir(path === '' ? root : joinPath(root, path))
  return (isErrno(names) ? [] : names).flatMap((name) => {
    const one = path === '' ? name : joinPath(path, name)
    const isDirectory = kindOf(run.p, joinPath(root, one)) === 'dir'
    return isDirectory && run.given.has('r') ? [one, ...below(run, root, one)] : [one]
  })
}

function* compareDirectories(run: Diff, a: string, b: string): Blocking<number> {
  const { p, given } = run
  const [inA, inB] = [new Set(below(run, a, '')), new Set(below(run, b, ''))]
  let status = 0
  for (const path of [...new Set([...inA, ...inB])].toSorted()) {
    const [x, y] = [joinPath(a, path), joinPath(b, path)]
    const kinds = [kindOf(p, x), kindOf(p, y)]
    if (kinds[0] === 'dir' && kinds[1] === 'dir') {
      if (!given.has('r')) p.io.out(`Common subdirectories: ${x} and ${y}\n`)
      continue
    }
    if (!(inA.has(path) && inB.has(path)) && !(given.has('N') && !kinds.includes('dir'))) {
      if (!given.has('N')) p.io.out(`Only in ${inA.has(path) ? a : b}: ${path}\n`)
      status = 1
      continue
    }
    if (kinds.includes('dir')) {
      const what = (kind: string | null | undefined): string =>
        kind === 'dir' ? 'directory' : 'regular file'
      p.io.out(`File ${x} is a ${what(kinds[0])} while file ${y} is a ${what(kinds[1])}\n`)
      status = 1
      continue
    }
    const names = [inA.has(path) ? x : ABSENT, inB.has(path) ? y : ABSENT]
    status = Math.max(status, yield* compareFiles(run, x, y, names))
  }
  return status
}

/** `names`: as the heading has them. */
function* compareFiles(run: Diff, a: string, b: string, names: readonly string[]): Blocking<number> {
  const { p, given, labels, context } = run
  const texts: string[] = []
  for (const path of [a, b]) {
    const input = openInput(p, path)
    texts.push(isErrno(input) ? '' : yield* input.text())
    if (!isErrno(input)) input.close()
  }
  const [textA = '', textB = ''] = texts
  const [x, y] = [sideOf(textA), sideOf(textB)]
  const prepare = preparer(given)
  const changes = changesBetween(keysOf(x, prepare), keysOf(y, prepare))
  if (changes.length === 0) {
    if (given.has('s')) p.io.out(`Files ${a} and ${b} are identical\n`)
    return 0
  }
  const isBinary = !given.has('a') && texts.some((text) => text.includes('\0'))
  if (given.has('q') || isBinary) p.io.out(`Files ${a} and ${b} differ\n`)
  else {
    const [from = '', to = ''] = names.map((name, i) => labels[i] ?? name)
    p.io.out(`--- ${from}\n+++ ${to}\n${unifiedDiff(x, y, changes, context)}`)
  }
  return 1
}
