import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { forEachInput, type NamedInput } from '../lib/files.ts'
import { wholeNumber } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteWord } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type NlOption = 'b' | 'i' | 'n' | 's' | 'v' | 'w'

const OPTIONS: OptionTable<NlOption> = {
  b: ['-b, --body-numbering=STYLE', 'number all lines (a), nonempty ones (t), none (n)'],
  i: ['-i, --line-increment=NUMBER', 'line number increment at each line'],
  n: ['-n, --number-format=FORMAT', 'insert line numbers according to FORMAT: ln, rn, rz'],
  s: ['-s, --number-separator=STRING', 'add STRING after (possible) line number'],
  v: ['-v, --starting-line-number=NUMBER', 'first line number'],
  w: ['-w, --number-width=NUMBER', 'use NUMBER columns for line numbers'],
}

export const nlCommand: Command = defineTool<NlOption>({
  name: 'nl',
  path: '/usr/bin/nl',
  summary: 'number lines of files',
  usage: ['[OPTION]... [FILE]...'],
  options: OPTIONS,
  refused: [
    '-d, --section-delimiter=CC',
    '-f, --footer-numbering=STYLE',
    '-h, --header-numbering=STYLE',
    '-l, --join-blank-lines=NUMBER',
    '-p, --no-renumber',
  ],
  main: nl,
})

function* nl(tool: Tool, args: Args<NlOption>): Blocking<number> {
  const style = args.last('b') ?? 't'
  if (!['a', 't', 'n'].includes(style)) {
    if (style.startsWith('p')) return tool.unsupported('-b p')
    return tool.usageError(`invalid body numbering style: ${quoteWord(style)}`)
  }
  const format = args.last('n') ?? 'rn'
  if (!['ln', 'rn', 'rz'].includes(format))
    return tool.usageError(`invalid line numbering format: ${quoteWord(format)}`)
  const numbers = { i: 1, v: 1, w: 6 }
  for (const id of ['i', 'v', 'w'] as const) {
    const text = args.last(id)
    const value = text === null ? numbers[id] : wholeNumber(text)
    if (value === null || (id === 'w' && value < 1)) {
      const what = { i: 'line number increment', v: 'starting line number', w: 'line number field width' }[id]
      tool.complain(`invalid ${what}: ${quoteWord(text ?? '')}`)
      return 1
    }
    numbers[id] = value
  }
  const separator = args.last('s') ?? '\t'
  let number = numbers.v
  return yield* forEachInput(tool, args.operands, function* (file: NamedInput): Blocking<void> {
    for (;;) {
      const line = yield* file.input.line()
      if (line === null) return
      if (style === 'a' || (style === 't' && line !== '')) {
        const digits = String(number)
        const shown =
          format === 'ln' ? digits.padEnd(numbers.w) : digits.padStart(numbers.w, format === 'rz' ? '0' : ' ')
        tool.out.print(`${shown}${separator}${line}\n`)
        number += numbers.i
      } else tool.out.print(`${' '.repeat(numbers.w + separator.length)}${line}\n`)
      yield* tool.out.room()
    }
  })
}
