import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { nlCommand } from './nl.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  f: 'a\n\nb\n',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['f'], '', '     1\ta\n       \n     2\tb\n', 0],
  [['-ba', 'f'], '', '     1\ta\n     2\t\n     3\tb\n', 0],
  [['-bn', 'f'], '', '       a\n       \n       b\n', 0],
  [['-w3', '-s:', 'f'], '', '  1:a\n    \n  2:b\n', 0],
  [['-nln', 'f'], '', '1     \ta\n       \n2     \tb\n', 0],
  [['-nrz', 'f'], '', '000001\ta\n       \n000002\tb\n', 0],
  [['-v5', '-i5', 'f'], '', '     5\ta\n       \n    10\tb\n', 0],
  [['-bx', 'f'], '', "nl: invalid body numbering style: ‘x’\nTry 'nl --help' for more information.\n", 1],
  [['-nxx', 'f'], '', "nl: invalid line numbering format: ‘xx’\nTry 'nl --help' for more information.\n", 1],
  [['nope'], '', 'nl: nope: No such file or directory\n', 1],
  [[], 'x\n', '     1\tx\n', 0],
]

test.each(CASES)('nl %j', (args, stdin, output, status) => {
  expect(transcript(nlCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
