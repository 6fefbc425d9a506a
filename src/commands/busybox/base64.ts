import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { BASE64_DIGITS, encodeBase64 } from '../lib/base64.ts'
import { openInput } from '../lib/input.ts'
import type { Applet } from './applet.ts'
import { getopt, showUsage, xatou } from './getopt.ts'

export const base64Applet: Applet = {
  name: 'base64',
  usage: ` [-d] [-w COL] [FILE]

Base64 encode or decode FILE to standard output

	-d	Decode data
	-w COL	Wrap lines at COL (default 76, 0 disables)`,
  run: base64,
}

function* base64(p: Process): Blocking<number> {
  const options = getopt(p, base64Applet, 'dw:')
  if (!options) return 1
  const { given, operands } = options
  if (operands.length > 1) return showUsage(p, base64Applet)
  const wrap = given.has('w') ? xatou(p, 'base64', given.get('w') ?? '') : 76
  if (wrap === null) return 1
  const [name = '-'] = operands
  const input = openInput(p, name)
  if (isErrno(input)) {
    p.io.err(`base64: can't open '${name}': ${input.text}\n`)
    return 1
  }
  const octets = yield* input.octets()
  input.close()
  if (given.has('d')) return decode(p, octets)
  const text = encodeBase64(octets)
  const lines = wrap === 0 ? [text] : (text.match(new RegExp(`.{1,${wrap}}`, 'g')) ?? [])
  p.io.out(wrap === 0 ? text : lines.map((line) => `${line}\n`).join(''))
  return 0
}

function decode(p: Process, octets: Uint8Array): number {
  const out: number[] = []
  let bits = 0
  let held = 0
  for (const octet of octets) {
    const digit = BASE64_DIGITS.indexOf(String.fromCharCode(octet))
    if (digit < 0) continue
    bits = ((bits << 6) | digit) & 0xffffff
    held += 6
    if (held < 8) continue
    held -= 8
    out.push((bits >> held) & 255)
  }
  p.io.out(Uint8Array.from(out))
  if (held < 6) return 0
  p.io.err('base64: truncated input\n')
  return 1
}
