import type { Process } from '../../os/program.ts'
import { EEXIST, isErrno, type Errno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { makePrivate, randomLetters } from '../lib/mktemp.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { joinPath } from '../lib/paths.ts'
import { quoteWord } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type MktempOption = 'd' | 'u' | 'q' | 'p' | 'tmpdir' | 'suffix' | 't'

const OPTIONS: OptionTable<MktempOption> = {
  d: ['-d, --directory', 'create a directory, not a file'],
  u: ['-u, --dry-run', 'do not create anything; merely print a name'],
  q: ['-q, --quiet', 'suppress diagnostics about file/dir-creation failure'],
  suffix: ['--suffix=SUFF', 'append SUFF to TEMPLATE'],
  p: ['-p DIR', 'interpret TEMPLATE relative to DIR, $TMPDIR or /tmp'],
  tmpdir: ['--tmpdir[=DIR]', 'as -p; DIR may be left out'],
  t: ['-t', 'interpret TEMPLATE as a single file name component, relative to $TMPDIR or /tmp'],
}

export const mktempCommand: Command = defineTool<MktempOption>({
  name: 'mktemp',
  path: '/usr/bin/mktemp',
  summary: 'create a temporary file or directory, safely, and print its name',
  usage: ['[OPTION]... [TEMPLATE]'],
  options: OPTIONS,
  main: mktemp,
})

/** Names that are tried before it gives up. */
const TRIES = 100

function mktemp(tool: Tool, args: Args<MktempOption>): number {
  const { p } = tool
  const [given, extra] = args.operands
  if (extra !== undefined) return tool.usageError('too many templates')
  const template = `${given ?? 'tmp.XXXXXXXXXX'}${args.last('suffix') ?? ''}`
  const run = /^(.*?)(X+)([^X]*)$/s.exec(template)
  if (!run || (run[2] ?? '').length < 3) {
    tool.complain(`too few X's in template ${quoteWord(template)}`)
    return 1
  }
  const inDirectory =
    given === undefined || ['p', 'tmpdir', 't'].some((id) => args.options.some((o) => o.id === id))
  const directory = args.last('p') ?? args.last('tmpdir') ?? p.env.get('TMPDIR') ?? '/tmp'
  const place = (name: string): string => (inDirectory ? joinPath(directory, name) : name)
  const path = make(p, args, (letters) => place(`${run[1]}${letters}${run[3]}`), (run[2] ?? '').length)
  if (!isErrno(path)) {
    tool.out.print(`${path}\n`)
    return 0
  }
  const what = args.has('d') ? 'directory' : 'file'
  if (!args.has('q'))
    tool.complain(`failed to create ${what} via template ${quoteWord(place(template))}: ${path.text}`)
  return 1
}

function make(
  p: Process,
  args: Args<MktempOption>,
  nameOf: (letters: string) => string,
  count: number,
): string | Errno {
  for (let tries = 0; tries < TRIES; tries++) {
    const path = nameOf(randomLetters(p, count))
    if (args.has('u')) {
      if (isErrno(p.fs.lstat(path))) return path
      continue
    }
    const made = makePrivate(p, path, args.has('d'))
    if (made === null) return path
    if (made !== EEXIST) return made
  }
  return EEXIST
}
