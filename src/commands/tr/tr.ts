import type { Blocking } from '../../os/program.ts'
import type { Command } from '../command.ts'
import { decodeUtf8 } from '../../wire/utf8.ts'
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
  summary: 'Translate, squeeze or delete characters',
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
  let last = ''
  let rest = new Uint8Array(0)
  for (;;) {
    const chunk = yield* input.chunk()
    if (chunk.length === 0 && rest.length === 0) break
    const { text, left } = wholeCharacters(rest, chunk)
    rest = left
    let out = ''
    for (const c of text) {
      const changed = change.translate(c)
      if (changed === null || (changed === last && change.squeezes(changed))) continue
      out += changed
      last = changed
    }
    tool.out.print(out)
    yield* tool.out.room()
  }
  return 0
}

/** What can be decoded; a character that is not all there yet is left for the next chunk. */
function wholeCharacters(
  rest: Uint8Array,
  chunk: Uint8Array,
): { readonly text: string; readonly left: Uint8Array<ArrayBuffer> } {
  const all = new Uint8Array(rest.length + chunk.length)
  all.set(rest)
  all.set(chunk, rest.length)
  let cut = all.length
  if (chunk.length > 0) {
    for (let back = 1; back <= 3 && back <= all.length; back++) {
      const octet = all[all.length - back] ?? 0
      if (octet >= 0xc0) {
        const length = octet >= 0xf0 ? 4 : octet >= 0xe0 ? 3 : 2
        if (length > back) cut = all.length - back
        break
      }
      if (octet < 0x80) break
    }
  }
  return { text: decodeUtf8(all.subarray(0, cut)), left: all.slice(cut) }
}

interface Changer {
  /** null: it is deleted. */
  translate(c: string): string | null
  squeezes(c: string): boolean
}

function changer(args: Args<TrOption>, from: CharacterSet, to: CharacterSet | null): Changer {
  const complement = args.has('c')
  const source = new Set(from.characters)
  const inFirst = (c: string): boolean => source.has(c) !== complement
  const last = new Set((to ?? from).characters)
  const squeezes = (c: string): boolean => args.has('s') && (to === null ? inFirst(c) : last.has(c))
  if (args.has('d')) return { translate: (c) => (inFirst(c) ? null : c), squeezes }
  if (to === null) return { translate: (c) => c, squeezes }
  if (complement) {
    const replacement = to.characters.at(-1) ?? ''
    return { translate: (c) => (inFirst(c) ? replacement : c), squeezes }
  }
  const map = new Map<string, string>()
  const length = args.has('t')
    ? Math.min(from.characters.length, to.characters.length)
    : from.characters.length
  from.characters
    .slice(0, length)
    .forEach((c, i) => map.set(c, to.characters[i] ?? to.characters.at(-1) ?? c))
  return { translate: (c) => map.get(c) ?? c, squeezes }
}
