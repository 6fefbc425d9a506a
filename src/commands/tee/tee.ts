import type { Blocking, OpenFile } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { standardInput } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type TeeOption = 'a' | 'i' | 'p'

const OPTIONS: OptionTable<TeeOption> = {
  a: ['-a, --append', 'append to the given files, do not overwrite'],
  i: ['-i, --ignore-interrupts', 'ignore interrupt signals'],
  p: ['-p', 'go on when a pipe breaks'],
}

export const teeCommand: Command = defineTool<TeeOption>({
  name: 'tee',
  path: '/usr/bin/tee',
  summary: 'copy standard input to each file and to standard output',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  refused: ['--output-error[=MODE]'],
  main: tee,
})

function* tee(tool: Tool, args: Args<TeeOption>): Blocking<number> {
  const { p } = tool
  if (args.has('i')) p.procs.onSignal('INT', 'ignore')
  if (args.has('p')) p.procs.onSignal('PIPE', 'ignore')
  let status = 0
  const files: { readonly name: string; readonly file: OpenFile; broken: boolean }[] = []
  for (const name of args.operands) {
    const append = args.has('a')
    const file = p.fs.open(name, { write: true, create: true, append, truncate: !append })
    if (isErrno(file)) {
      tool.complain(`${quoteFile(name)}: ${file.text}`)
      status = 1
    } else files.push({ name, file, broken: false })
  }
  const input = standardInput(p)
  for (;;) {
    const chunk = yield* input.chunk()
    if (chunk.length === 0) break
    tool.out.print(chunk)
    tool.out.flush()
    for (const target of files) {
      if (target.broken) continue
      const error = target.file.write(chunk)
      if (error === null) continue
      tool.complain(`${quoteFile(target.name)}: ${error.text}`)
      target.broken = true
      status = 1
    }
    yield* tool.out.room()
  }
  for (const { file } of files) file.close()
  return status
}
