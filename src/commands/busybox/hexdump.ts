import { isErrno } from '../../uapi/errno.ts'
import { hexdumpLines } from '../lib/hexdump.ts'
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
    const format = { canonical: given.has('C'), gap: ' ', all: given.has('v'), starsLast: true }
    p.io.out([...hexdumpLines(octets.slice(from, until), from, format)].join(''))
    return status
  },
}
