import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import { BASE64_DIGITS, encodeBase64 } from '../lib/base64.ts'
import { openInput, type Input } from '../lib/input.ts'
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
  const invalid = args.has('d')
    ? yield* decode(tool, input, args.has('i'))
    : yield* encode(tool, input, Number(wrap))
  input.close()
  if (input.error !== null) {
    tool.complain(`read error: ${input.error.text}`)
    return 1
  }
  if (!invalid) return 0
  tool.complain('invalid input')
  return 1
}

/** In lines of `columns`, or in one without an end for 0. Never finds anything invalid. */
function* encode(tool: Tool, input: Input, columns: number): Blocking<false> {
  // What makes no whole digits yet, and what makes no whole line.
  let octets = new Uint8Array(0)
  let text = ''
  for (;;) {
    const chunk = yield* input.chunk()
    if (chunk.length === 0) break
    const all = new Uint8Array(octets.length + chunk.length)
    all.set(octets)
    all.set(chunk, octets.length)
    const whole = all.length - (all.length % 3)
    octets = all.slice(whole)
    text += encodeBase64(all.subarray(0, whole))
    const printed = columns === 0 ? text.length : text.length - (text.length % columns)
    tool.out.print(wrapped(text.slice(0, printed), columns))
    text = text.slice(printed)
    yield* tool.out.room()
  }
  if (input.error === null) tool.out.print(wrapped(text + encodeBase64(octets), columns))
  return false
}

function wrapped(text: string, columns: number): string {
  if (columns === 0) return text
  let out = ''
  for (let at = 0; at < text.length; at += columns) out += `${text.slice(at, at + columns)}\n`
  return out
}

/** Prints what can be decoded before the input goes wrong, and whether it does. */
function* decode(tool: Tool, input: Input, ignoreGarbage: boolean): Blocking<boolean> {
  let [bits, count, pads] = [0, 0, 0]
  for (;;) {
    const chunk = yield* input.chunk()
    if (chunk.length === 0) return count > 0 && !ignoreGarbage
    const out = new Uint8Array(chunk.length)
    let length = 0
    let invalid = false
    for (const code of chunk) {
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
        invalid = true
        break
      }
      bits = ((bits << 6) | value) & 0xffffff
      count++
      if (count === 2) out[length++] = (bits >> 4) & 255
      else if (count === 3) out[length++] = (bits >> 2) & 255
      else if (count === 4) {
        out[length++] = bits & 255
        ;[bits, count] = [0, 0]
      }
    }
    tool.out.print(out.subarray(0, length))
    yield* tool.out.room()
    if (invalid) return true
  }
}
