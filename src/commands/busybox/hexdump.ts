import { isErrno } from '../../uapi/errno.ts'
import { openInput } from '../lib/input.ts'
import type { Applet } from './applet.ts'
import { getopt } from './getopt.ts'

export const hexdumpApplet: Applet = {
  name: 'hexdump',
  usage: ` [-bcdoxCv] [-e FMT] [-f FMT_FILE] [-n LEN] [-s OFS] [FILE]...

Display FILEs (or stdin) in a user specified format

	-b		1-byte octal display
	-c		1-byte character display
	-d		2-byte decimal display
	-o		2-byte octal display
	-x		2-byte hex display
	-C		hex+ASCII 16 bytes per line
	-v		Show all (no dup folding)
	-e FORMAT_STR	Example: '16/1 "%02x|""\\n"'
	-f FORMAT_FILE
	-n LENGTH	Show only first LENGTH bytes
	-s OFFSET	Skip OFFSET bytes`,
  *run(p) {
    const options = getopt(p, hexdumpApplet, 'bcdoxCve:f:n:s:')
    if (!options) return 1
    const { given, operands } = options
    for (const letter of ['b', 'c', 'd', 'o', 'x', 'e', 'f']) {
      if (!given.has(letter)) continue
      p.io.err(`hexdump: -${letter} is not supported in vethlab\n`)
      return 1
    }
    const octets: number[] = []
    let status = 0
    for (const name of operands.length > 0 ? operands : ['-']) {
      const input = openInput(p, name)
      if (isErrno(input)) {
        p.io.err(`hexdump: ${name}: ${input.text}\n`)
        status = 1
        continue
      }
      for (const octet of yield* input.octets()) octets.push(octet)
      input.close()
    }
    const from = Number(given.get('s') ?? 0)
    const until = given.has('n') ? from + Number(given.get('n')) : octets.length
    p.io.out(dump(octets.slice(0, until), from, given.has('C'), given.has('v')))
    return status
  },
}

const LINE = 16

/** Lines that repeat the one above are one star. */
function dump(octets: readonly number[], from: number, canonical: boolean, all: boolean): string {
  const width = canonical ? 8 : 7
  let text = ''
  let before = ''
  let starred = false
  for (let at = from; at < octets.length; at += LINE) {
    const line = octets.slice(at, at + LINE)
    const shown = canonical ? canonicalLine(line) : wordsLine(line)
    if (!all && shown === before && line.length === LINE) {
      if (!starred) text += '*\n'
      starred = true
      continue
    }
    before = shown
    starred = false
    text += `${at.toString(16).padStart(width, '0')}${shown}\n`
  }
  return octets.length > from ? `${text}${octets.length.toString(16).padStart(width, '0')}\n` : text
}

function canonicalLine(line: readonly number[]): string {
  const hex = Array.from({ length: LINE }, (_, i) => line[i]?.toString(16).padStart(2, '0') ?? '  ')
  const text = line.map((octet) => (octet >= 32 && octet < 127 ? String.fromCharCode(octet) : '.')).join('')
  return `  ${hex.slice(0, 8).join(' ')}  ${hex.slice(8).join(' ')}  |${text}|`
}

/** Words of two octets as the processor has them, the low one first. */
function wordsLine(line: readonly number[]): string {
  const words = Array.from({ length: LINE / 2 }, (_, i) => {
    const low = line[2 * i]
    if (low === undefined) return ' '.repeat(5)
    return ` ${(low | ((line[2 * i + 1] ?? 0) << 8)).toString(16).padStart(4, '0')}`
  })
  return words.join('')
}
