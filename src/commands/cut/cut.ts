import type { Blocking } from '../../os/program.ts'
import { decodeUtf8, encodeUtf8 } from '../../wire/utf8.ts'
import type { Command } from '../command.ts'
import { forEachInput, type NamedInput } from '../lib/files.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type CutOption = 'b' | 'c' | 'd' | 'f' | 'n' | 's' | 'complement' | 'output' | 'z'

const OPTIONS: OptionTable<CutOption> = {
  b: ['-b, --bytes=LIST', 'select only these bytes'],
  c: ['-c, --characters=LIST', 'select only these characters'],
  d: ['-d, --delimiter=DELIM', 'use DELIM instead of TAB for field delimiter'],
  f: ['-f, --fields=LIST', 'select only these fields; lines without a delimiter are printed whole'],
  n: ['-n', '(ignored)'],
  s: ['-s, --only-delimited', 'do not print lines not containing delimiters'],
  complement: ['--complement', 'complement the set of selected bytes, characters or fields'],
  output: ['--output-delimiter=STRING', 'use STRING as the output delimiter'],
  z: ['-z, --zero-terminated', 'line delimiter is NUL, not newline'],
}

export const cutCommand: Command = defineTool<CutOption>({
  name: 'cut',
  path: '/usr/bin/cut',
  summary: 'print selected parts of lines',
  usage: ['OPTION... [FILE]...'],
  options: OPTIONS,
  main: cut,
})

interface Range {
  readonly from: number
  readonly to: number
}

function* cut(tool: Tool, args: Args<CutOption>): Blocking<number> {
  const kinds = args.options.filter((o) => o.id === 'b' || o.id === 'c' || o.id === 'f')
  if (kinds.length > 1) return tool.usageError('only one list may be specified')
  const [kind] = kinds
  if (!kind) return tool.usageError('you must specify a list of bytes, characters, or fields')
  const fields = kind.id === 'f'
  const delimiter = args.last('d')
  if (delimiter !== null && [...delimiter].length > 1) {
    return tool.usageError('the delimiter must be a single character')
  }
  if (!fields && delimiter !== null) {
    return tool.usageError('an input delimiter may be specified only when operating on fields')
  }
  if (!fields && args.has('s')) {
    return tool.usageError('suppressing non-delimited lines makes sense\n\tonly when operating on fields')
  }
  const ranges = readList(kind.value ?? '', fields)
  if (typeof ranges === 'string') return tool.usageError(ranges)
  const wanted = new Selection(ranges, args.has('complement'))
  const end = args.has('z') ? '\0' : '\n'
  const split = delimiter === null ? '\t' : delimiter === '' ? '\0' : delimiter
  const output = args.last('output')
  return yield* forEachInput(tool, args.operands, function* (file: NamedInput): Blocking<void> {
    for (;;) {
      const line = yield* file.input.lineOctets(args.has('z') ? 0 : 10)
      if (line === null) return
      const shown = fields
        ? cutFields(decodeUtf8(line), split, wanted, output ?? split, args.has('s'))
        : cutOctets(line, wanted, output)
      if (shown !== null) {
        tool.out.print(shown)
        tool.out.print(end)
      }
      yield* tool.out.room()
    }
  })
}

/** `1,3-5,7-`; the complaint when it is none. */
function readList(text: string, fields: boolean): readonly Range[] | string {
  const what = fields ? 'fields' : 'byte/character positions'
  const ranges: Range[] = []
  for (const part of text.split(/[, \t]/)) {
    const match = /^([0-9]*)(-?)([0-9]*)$/.exec(part)
    const [, low = '', dash = '', high = ''] = match ?? []
    if (!match) {
      const bad = /^[0-9]*-?[0-9]*/.exec(part)?.[0] ?? ''
      const rest = part.slice(bad.length)
      return fields ? `invalid field value ‘${rest}’` : `invalid byte/character position ‘${rest}’`
    }
    if (low === '' && high === '') {
      if (dash !== '') return 'invalid range with no endpoint: -'
      return `${what} are numbered from 1`
    }
    if (Number(low || '1') === 0 || (dash === '' && Number(low) === 0)) return `${what} are numbered from 1`
    const from = low === '' ? 1 : Number(low)
    const to = dash === '' ? from : high === '' ? Infinity : Number(high)
    if (to < from) return 'invalid decreasing range'
    ranges.push({ from, to })
  }
  return ranges
}

class Selection {
  constructor(
    private readonly ranges: readonly Range[],
    private readonly complement: boolean,
  ) {}

  has(position: number): boolean {
    return this.ranges.some((r) => position >= r.from && position <= r.to) !== this.complement
  }

  /** A range begins here that does not touch what came before: where --output-delimiter goes between characters. */
  begins(position: number): boolean {
    if (this.complement) return !this.has(position - 1)
    return (
      this.ranges.some((r) => r.from === position) &&
      !this.ranges.some((r) => r.from < position && r.to >= position)
    )
  }
}

function cutFields(
  line: string,
  delimiter: string,
  wanted: Selection,
  output: string,
  only: boolean,
): string | null {
  if (!line.includes(delimiter)) return only ? null : line
  return line
    .split(delimiter)
    .filter((_, i) => wanted.has(i + 1))
    .join(output)
}

/** GNU's -c counts octets as -b does. */
function cutOctets(line: Uint8Array, wanted: Selection, output: string | null): Uint8Array {
  const between = output === null ? null : encodeUtf8(output)
  const shown: number[] = []
  line.forEach((octet, i) => {
    if (!wanted.has(i + 1)) return
    if (between !== null && shown.length > 0 && wanted.begins(i + 1)) shown.push(...between)
    shown.push(octet)
  })
  return Uint8Array.from(shown)
}
