import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { basenameCommand } from './basename.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['/a/b/c.txt'], '', 'c.txt\n', 0],
  [['/a/b/c.txt', '.txt'], '', 'c\n', 0],
  [['-a', 'a/b', 'c/d'], '', 'b\nd\n', 0],
  [['-s', '.t', 'a.t', 'b.t'], '', 'a\nb\n', 0],
  [[], '', "basename: missing operand\nTry 'basename --help' for more information.\n", 1],
  [['a', 'b', 'c'], '', "basename: extra operand ‘c’\nTry 'basename --help' for more information.\n", 1],
  [['/'], '', '/\n', 0],
  [[''], '', '\n', 0],
]

test.each(CASES)('basename %j', (args, stdin, output, status) => {
  expect(transcript(basenameCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
