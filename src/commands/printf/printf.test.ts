import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { printfCommand } from './printf.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['%s\\n', 'a', 'b'], '', 'a\nb\n', 0],
  [['%d-%d\\n', '1', '2', '3'], '', '1-2\n3-0\n', 0],
  [['%5d', '42'], '', '   42', 0],
  [['[%-5s]', 'x'], '', '[x    ]', 0],
  [['%05.1f', '3.14159'], '', '003.1', 0],
  [['%x %X %o', '255', '255', '8'], '', 'ff FF 10', 0],
  [['%c%c\\n', 'abc', 'd'], '', 'ad\n', 0],
  [['%b', 'a\\tb\\n'], '', 'a\tb\n', 0],
  [['a\\x41\\101\\n'], '', 'aAA\n', 0],
  [['%%\\n'], '', '%\n', 0],
  [['%q\\n', 'a b'], '', "'a b'\n", 0],
  [['%d\\n', 'x'], '', 'printf: ‘x’: expected a numeric value\n0\n', 1],
  [['%d\\n', '12x'], '', 'printf: ‘12x’: value not completely converted\n12\n', 1],
  [['%d\\n', '0x1f'], '', '31\n', 0],
  [['%d\\n', "'A"], '', '65\n', 0],
  [['%z', '1'], '', 'printf: %z: invalid conversion specification\n', 1],
  [[], '', "printf: missing operand\nTry 'printf --help' for more information.\n", 1],
  [['x\\n', 'extra'], '', 'x\nprintf: warning: ignoring excess arguments, starting with ‘extra’\n', 0],
  [['%s\\c', 'a', 'b'], '', 'a', 0],
  [['%+d % d\\n', '5', '5'], '', '+5  5\n', 0],
  [['%.2s|\\n', 'abc'], '', 'ab|\n', 0],
  [['%*d\\n', '5', '3'], '', '    3\n', 0],
  [['%-*d|\\n', '5', '3'], '', '3    |\n', 0],
  [['%e %g %G\\n', '1234.5', '0.0001', '1e10'], '', '1.234500e+03 0.0001 1E+10\n', 0],
  [['%u\\n', '-1'], '', '18446744073709551615\n', 0],
  [['%#x %#o\\n', '255', '8'], '', '0xff 010\n', 0],
  [['%i\\n', ''], '', '0\n', 0],
]

test.each(CASES)('printf %j', (args, stdin, output, status) => {
  expect(transcript(printfCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
