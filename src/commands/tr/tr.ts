import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { standardInput } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { defineTool, type Tool } from '../lib/tool.ts'
import { expandSet, type CharacterSet } from './set.ts'

type TrOption = 'c' | 'd' | 's' | 't'

const OPTIONS: OptionTable<TrOption> = {
  c: ['-c, -C, --complement', 'use the complement of ARRAY1'],
  d: ['-d, --delete', 'delete characters in ARRAY1, do not translate'],
  s: ['-s, --squeeze-repeats', 'replace each run of a character of the last array by one'],
  t: ['-t, --truncate-set1', 'first truncate ARRAY1 to length of ARRAY2'],
}

export const trCommand: Command = defineTool<TrOption>({
  name: 'tr',
  path: '/usr/bin/tr',
  summary: 'translate, squeeze or delete characters',
  usage: ['[OPTION]... STRING1 [STRING2]'],
  options: OPTIONS,
  forms: ['ranges a-z, classes [:upper:], repeats [x*n], escapes \\n \\t \\0'],
  stopAtOperand: true,
  main: tr,
})

function* tr(tool: Tool, args: Args<TrOption>): Blocking<number> {
  const [first, second, extra] = args.operands
  const [remove, squeeze] = [args.has('d'), args.has('s')]
  if (first === undefined) return tool.usageError('missing operand')
  if (second === undefined && remove === squeeze) {
    const why = remove
      ? 'Two strings must be given when both deleting and squeezing repeats.'
      : 'Two strings must be given when translating.'
    return tool.usageError(`missing operand after ‘${first}’\n${why}`)
  }
  if (second !== undefined && remove && !squeeze) {
    return tool.usageError(
      `extra operand ‘${second}’\nOnly one string may be given when deleting without squeezing repeats.`,
    )
  }
  if (extra !== undefined) return tool.usageError(`extra operand ‘${extra}’`)
  const from = expandSet(first, null)
  if ('error' in from) {
    tool.complain(from.error)
    return 1
  }
  const to = second === undefined ? null : expandSet(second, args.has('c') || remove ? null : from)
  if (to !== null && 'error' in to) {
    tool.complain(to.error)
    return 1
  }
  if (to !== null && !remove && to.characters.length === 0 && !args.has('t')) {
    tool.complain('when not truncating set1, string2 must be non-empty')
    return 1
  }
  const change = changer(args, from, to)
  const input = standardInput(tool.p)
  let last = -1
  for (;;) {
    const chunk = yield* input.chunk()
    if (chunk.length === 0) break
    const out = new Uint8Array(chunk.length)
    let length = 0
    for (const octet of chunk) {
      const changed = change.translate(octet)
      if (changed === null || (changed === last && change.squeezes(changed))) continue
      out[length++] = changed
      last = changed
    }
    tool.out.print(out.subarray(0, length))
    yield* tool.out.room()
  }
  return 0
}

interface Changer {
  /** null: it is deleted. */
  translate(octet: number): number | null
  squeezes(octet: number): boolean
}

function changer(args: Args<TrOption>, from: CharacterSet, to: CharacterSet | null): Changer {
  const complement = args.has('c')
  const source = new Set(from.characters)
  const inFirst = (octet: number): boolean => source.has(octet) !== complement
  const last = new Set((to ?? from).characters)
  const squeezes = (octet: number): boolean =>
    args.has('s') && (to === null ? inFirst(octet) : last.has(octet))
  if (args.has('d')) return { translate: (octet) => (inFirst(octet) ? null : octet), squeezes }
  if (to === null) return { translate: (octet) => octet, squeezes }
  if (complement) {
    const replacement = to.characters.at(-1) ?? 0
    return { translate: (octet) => (inFirst(octet) ? replacement : octet), squeezes }
  }
  const map = new Map<number, number>()
  const { characters } = from
  const length = args.has('t') ? Math.min(characters.length, to.characters.length) : characters.length
  characters.slice(0, length).forEach((c, i) => map.set(c, to.characters[i] ?? to.characters.at(-1) ?? c))
  return { translate: (octet) => map.get(octet) ?? octet, squeezes }
}
