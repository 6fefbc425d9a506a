import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { wcCommand } from './wc.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  f: 'one\ntwo\nthree\n',
  g: 'no newline',
  h: 'a\tb\n\n\n\nc\x01\n',
  'd/': '',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['f'], '', ' 3  3 14 f\n', 0],
  [['-l', 'f'], '', '3 f\n', 0],
  [['-w', 'f', 'g'], '', ' 3 f\n 2 g\n 5 total\n', 0],
  [['f', 'g'], '', ' 3  3 14 f\n 0  2 10 g\n 3  5 24 total\n', 0],
  [['nope', 'f'], '', 'wc: nope: No such file or directory\n 3  3 14 f\n 3  3 14 total\n', 1],
  [['d'], '', 'wc: d: Is a directory\n      0       0       0 d\n', 1],
  [[], 'a b\nc\n', '      2       3       6\n', 0],
  [['-l'], 'a b\nc\n', '2\n', 0],
  [['-c', '-l', 'f'], '', ' 3 14 f\n', 0],
  [['-L', 'h'], '', '9 h\n', 0],
  [['-m', 'f'], '', '14 f\n', 0],
  [['-x'], '', "wc: invalid option -- 'x'\nTry 'wc --help' for more information.\n", 1],
  [['-mc'], 'é\n', '      2       3\n', 0],
]

test.each(CASES)('wc %j', (args, stdin, output, status) => {
  expect(transcript(wcCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
