import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { BASE64_DIGITS, encodeBase64 } from '../lib/base64.ts'
import { openInput } from '../lib/input.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { quoteFile, quoteWord } from '../lib/quote.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type Base64Option = 'd' | 'i' | 'w'

const OPTIONS: OptionTable<Base64Option> = {
  d: ['-d, --decode', 'decode data'],
  i: ['-i, --ignore-garbage', 'when decoding, ignore non-alphabet characters'],
  w: [
    '-w, --wrap=COLS',
    'wrap encoded lines after COLS character (default 76). Use 0 to disable line wrapping',
  ],
}

export const base64Command: Command = defineTool<Base64Option>({
  name: 'base64',
  path: '/usr/bin/base64',
  summary: 'base64 encode or decode FILE, or standard input, to standard output',
  usage: ['[OPTION]... [FILE]'],
  options: OPTIONS,
  main: base64,
})

function* base64(tool: Tool, args: Args<Base64Option>): Blocking<number> {
  const [name = '-', extra] = args.operands
  if (extra !== undefined) return tool.usageError(`extra operand ${quoteWord(extra)}`)
  const wrap = args.last('w') ?? '76'
  if (!/^\d+$/.test(wrap)) {
    tool.complain(`invalid wrap size: ${quoteWord(wrap)}`)
    return 1
  }
  const input = openInput(tool.p, name)
  if (isErrno(input)) {
    tool.complain(`${quoteFile(name)}: ${input.text}`)
    return 1
  }
  const octets = yield* input.octets()
  input.close()
  if (input.error !== null) {
    tool.complain(`read error: ${input.error.text}`)
    return 1
  }
  if (!args.has('d')) {
    tool.out.print(wrapped(encodeBase64(octets), Number(wrap)))
    return 0
  }
  const decoded = decode(octets, args.has('i'))
  tool.out.print(decoded.octets)
  if (!decoded.invalid) return 0
  tool.complain('invalid input')
  return 1
}

function wrapped(text: string, columns: number): string {
  if (columns === 0) return text
  let out = ''
  for (let at = 0; at < text.length; at += columns) out += `${text.slice(at, at + columns)}\n`
  return out
}

/** What could be decoded before the input went wrong. */
function decode(
  input: Uint8Array,
  ignoreGarbage: boolean,
): { readonly octets: Uint8Array; readonly invalid: boolean } {
  const out: number[] = []
  let [bits, count, pads] = [0, 0, 0]
  for (const code of input) {
    const c = String.fromCharCode(code)
    if (c === '\n') continue
    const value = BASE64_DIGITS.indexOf(c)
    if (c === '=' && count >= 2) {
      pads++
      if (count + pads < 4) continue
      ;[bits, count, pads] = [0, 0, 0]
      continue
    }
    if (value < 0 || pads > 0) {
      if (ignoreGarbage && value < 0) continue
      return { octets: Uint8Array.from(out), invalid: true }
    }
    bits = ((bits << 6) | value) & 0xffffff
    count++
    if (count === 2) out.push((bits >> 4) & 255)
    else if (count === 3) out.push((bits >> 2) & 255)
    else if (count === 4) {
      out.push(bits & 255)
      ;[bits, count] = [0, 0]
    }
  }
  return { octets: Uint8Array.from(out), invalid: count > 0 && !ignoreGarbage }
}
