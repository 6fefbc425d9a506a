import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { uniqCommand } from './uniq.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  u: 'a\na\nb\nA\n',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['u'], '', 'a\nb\nA\n', 0],
  [['-c', 'u'], '', '      2 a\n      1 b\n      1 A\n', 0],
  [['-d', 'u'], '', 'a\n', 0],
  [['-u', 'u'], '', 'b\nA\n', 0],
  [['-i', 'u'], '', 'a\nb\nA\n', 0],
  [['-D', 'u'], '', 'a\na\n', 0],
  [['nope'], '', 'uniq: nope: No such file or directory\n', 1],
  [['-f', '1', 'u'], '', 'a\n', 0],
  [['a', 'b', 'c'], '', "uniq: extra operand ‘c’\nTry 'uniq --help' for more information.\n", 1],
  [['-w', '1', 'u'], '', 'a\nb\nA\n', 0],
  [['-c'], 'x\nx\n', '      2 x\n', 0],
]

test.each(CASES)('uniq %j', (args, stdin, output, status) => {
  expect(transcript(uniqCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
