import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { formatG } from '../lib/numbers.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type SeqOption = 'f' | 's' | 'w'

const OPTIONS: OptionTable<SeqOption> = {
  f: ['-f, --format=FORMAT', 'use printf style floating-point FORMAT (%g, %f, %e with a width)'],
  s: ['-s, --separator=STRING', 'use STRING to separate numbers'],
  w: ['-w, --equal-width', 'equalize width by padding with leading zeroes'],
}

export const seqCommand: Command = defineTool<SeqOption>({
  name: 'seq',
  path: '/usr/bin/seq',
  summary: 'print a sequence of numbers',
  usage: ['[OPTION]... LAST', '[OPTION]... FIRST LAST', '[OPTION]... FIRST INCREMENT LAST'],
  options: OPTIONS,
  stopAtOperand: true,
  isOperand: (word) => /^-[.0-9]/.test(word),
  main: seq,
})

interface Operand {
  readonly value: number
  /** Digits after the point. */
  readonly precision: number
}

function readOperand(text: string): Operand | null {
  const match = /^[+-]?(?:[0-9]+(?:\.([0-9]*))?|\.([0-9]+))(?:[eE]([+-]?[0-9]+))?$/.exec(text)
  if (!match) return null
  const digits = (match[1] ?? match[2] ?? '').length - Number(match[3] ?? 0)
  return { value: Number(text), precision: Math.max(0, digits) }
}

function* seq(tool: Tool, args: Args<SeqOption>): Blocking<number> {
  const words = args.operands
  if (words.length === 0) return tool.usageError('missing operand')
  if (words.length > 3) return tool.usageError(`extra operand ‘${words[3] ?? ''}’`)
  const read: Operand[] = []
  for (const word of words) {
    const operand = readOperand(word)
    if (operand === null) return tool.usageError(`invalid floating point argument: ‘${word}’`)
    read.push(operand)
  }
  const one: Operand = { value: 1, precision: 0 }
  const last = read.at(-1) ?? one
  const first = read.length > 1 ? (read[0] ?? one) : one
  const step = read.length > 2 ? (read[1] ?? one) : one
  if (step.value === 0) return tool.usageError(`invalid Zero increment value: ‘${words[1] ?? ''}’`)
  const show = formatter(tool, args, first, step, last)
  if (typeof show === 'number') return show
  const separator = args.last('s') ?? '\n'
  const scale = 10 ** Math.min(15, Math.max(first.precision, step.precision))
  const start = Math.round(first.value * scale)
  const by = Math.round(step.value * scale)
  let any = false
  for (let n = start; ; n += by) {
    const value = n / scale
    if (by > 0 ? value > last.value : value < last.value) break
    tool.out.print(`${any ? separator : ''}${show(value)}`)
    any = true
    if (tool.out.wrote) yield* tool.out.room()
  }
  if (any) tool.out.print('\n')
  return 0
}

const WIDEST = 1000

type Show = (value: number) => string

function formatter(
  tool: Tool,
  args: Args<SeqOption>,
  first: Operand,
  step: Operand,
  last: Operand,
): Show | number {
  const precision = Math.max(first.precision, step.precision)
  const format = args.last('f')
  if (format === null) {
    const plain: Show = precision === 0 ? String : (value) => value.toFixed(precision)
    if (!args.has('w')) return plain
    const end = last.value.toFixed(precision)
    const width = Math.max(first.value.toFixed(precision).length, end.length)
    return (value) =>
      value < 0 ? `-${plain(-value).padStart(width - 1, '0')}` : plain(value).padStart(width, '0')
  }
  if (args.has('w'))
    return tool.usageError('format string may not be specified when printing equal width strings')
  const match = /^((?:[^%]|%%)*)%([-0 +]*)([0-9]*)(?:\.([0-9]+))?([gfeGFE])((?:[^%]|%%)*)$/.exec(format)
  if (!match) {
    if (!/%[^%]/.test(format)) {
      tool.complain(`format ‘${format}’ has no % directive`)
      return 1
    }
    tool.complain(
      `format ‘${format}’ has unknown %${/%[^a-zA-Z%]*([a-zA-Z])/.exec(format)?.[1] ?? ''} directive`,
    )
    return 1
  }
  const [, before = '', flags = '', width = '', digits, kind = 'g', after = ''] = match
  return (value) => {
    let text = kind === 'g' ? formatG(value) : value.toFixed(Math.min(Number(digits ?? 6), 100))
    if (kind === 'e')
      text = value.toExponential(Math.min(Number(digits ?? 6), 100)).replace(/e([+-])(\d)$/, 'e$10$2')
    const columns = Math.min(Number(width), WIDEST)
    if (flags.includes('-')) text = text.padEnd(columns)
    else text = text.padStart(columns, flags.includes('0') ? '0' : ' ')
    return `${before}${text}${after}`.replaceAll('%%', '%')
  }
}
