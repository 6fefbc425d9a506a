// less and more: a page at a time on a terminal, like cat elsewhere.
import type { Blocking, OpenFile, Tty } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { decodeUtf8 } from '../../wire/utf8.ts'
import type { Command } from '../command.ts'
import { openInput } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { Pager } from './pager.ts'

type LessOption = 'F' | 'i' | 'N' | 'R' | 'S' | 'X' | 'e'

const OPTIONS: OptionTable<LessOption> = {
  e: ['-e, -E', 'quit at end of file'],
  F: ['-F', 'quit if entire file fits on first screen'],
  i: ['-i, -I', 'ignore case in searches'],
  N: ['-N', 'show line numbers'],
  R: ['-R, -r', 'output ANSI colours as they are'],
  S: ['-S', 'chop long lines'],
  X: ['-X', "don't clear the screen"],
}

const KEYS = 'space f b d u, Enter j k, g G, /PATTERN ?PATTERN n N, q'

export const lessCommands: readonly Command[] = (['less', 'more'] as const).map((name) =>
  defineTool<LessOption>({
    name,
    path: `/usr/bin/${name}`,
    summary: `page through text: ${KEYS}`,
    usage: ['[OPTION]... [FILE]...'],
    options: OPTIONS,
    forms: [`keys: ${KEYS}`],
    main: (tool, args) => page(tool, args, name),
  }),
)

function* page(tool: Tool, args: Args<LessOption>, name: 'less' | 'more'): Blocking<number> {
  const { p } = tool
  if (args.operands.length === 0 && p.io.isatty(0)) {
    if (name === 'less') p.io.err('Missing filename ("less --help" for help)\n')
    else p.io.err("more: bad usage\nTry 'more --help' for more information.\n")
    return 1
  }
  const keyboard = p.io.isatty(1) ? terminalOf(tool) : null
  let text = ''
  for (const file of args.operands.length > 0 ? args.operands : ['-']) {
    const input = openInput(p, file)
    if (isErrno(input)) {
      tool.out.flush()
      p.io.err(complaint(name, file, input.name === 'EISDIR', input.text))
      continue
    }
    if (keyboard === null) {
      if (name === 'more' && args.operands.length > 0) tool.out.print(heading(file))
      for (;;) {
        const octets = yield* input.chunk()
        if (octets.length === 0) break
        tool.out.print(octets)
        yield* tool.out.room()
      }
    } else text += decodeUtf8(yield* input.octets())
    input.close()
  }
  if (keyboard === null || text === '') return 0
  const habits = {
    quitAtEnd: name === 'more' || args.has('e'),
    quitIfOnePage: name === 'more' || args.has('F'),
    ignoreCase: args.has('i'),
    numbers: args.has('N'),
    chop: args.has('S'),
    otherScreen: name === 'less' && !args.has('X'),
    title: name === 'less' ? (args.operands[0] ?? '') : '',
  }
  yield* new Pager(p, keyboard.file, keyboard.tty, text, habits).run()
  return 0
}

function heading(file: string): string {
  return `::::::::::::::\n${file}\n::::::::::::::\n`
}

function complaint(name: string, file: string, directory: boolean, text: string): string {
  if (directory) return name === 'less' ? `${file} is a directory\n` : `\n*** ${file}: directory ***\n\n`
  return name === 'less' ? `${file}: ${text}\n` : `more: cannot open ${file}: ${text}\n`
}

/** Keys come from the terminal, whatever standard input is. */
function terminalOf({ p }: Tool): { readonly file: OpenFile; readonly tty: Tty } | null {
  const own = p.io.fds.get(0)
  if (own?.tty) return { file: own, tty: own.tty }
  const file = p.fs.open('/dev/tty', { read: true })
  return isErrno(file) || file.tty === null ? null : { file, tty: file.tty }
}
