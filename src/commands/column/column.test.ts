import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { columnCommand } from './column.ts'

// Recorded: util-linux 2.38, in a directory with these files.
const FILES = {
  f: 'a bbb c\nlonger x yy\n',
  p: 'a:b:c\naa::cc\n',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['-t', 'f'], '', 'a       bbb  c\nlonger  x    yy\n', 0],
  [['-t', '-s:', 'p'], '', 'a   b  c\naa     cc\n', 0],
  [['-t', '-s:', '-o | ', 'p'], '', 'a  | b | c\naa |   | cc\n', 0],
  [['f'], '', 'a bbb c\t\tlonger x yy\n', 0],
  [['-t', '-N', 'A,B,C', 'f'], '', 'A       B    C\na       bbb  c\nlonger  x    yy\n', 0],
  [['-t', '-R', '2', 'f'], '', 'a       bbb  c\nlonger    x  yy\n', 0],
  [['-c', '40', 'f'], '', 'a bbb c\t\tlonger x yy\n', 0],
  [['nope'], '', 'column: nope: No such file or directory\n', 1],
  [['-t'], 'x\n', 'x\n', 0],
]

test.each(CASES)('column %j', (args, stdin, output, status) => {
  expect(transcript(columnCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
