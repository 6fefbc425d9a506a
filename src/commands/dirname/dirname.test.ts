import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { dirnameCommand } from './dirname.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['/a/b/c', 'a', 'b/', '/', '//'], '', '/a/b\n.\n.\n/\n/\n', 0],
  [[], '', "dirname: missing operand\nTry 'dirname --help' for more information.\n", 1],
  [['-z', 'a/b'], '', 'a\x00', 0],
]

test.each(CASES)('dirname %j', (args, stdin, output, status) => {
  expect(transcript(dirnameCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
