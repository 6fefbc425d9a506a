import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { tailCommand } from './tail.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  f: 'one\ntwo\nthree\n',
  g: 'no newline',
  h: 'a\tb\n\n\n\nc\x01\n',
  'd/': '',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['-1', 'f'], '', 'three\n', 0],
  [['-n', '2', 'f'], '', 'two\nthree\n', 0],
  [['-n', '+2', 'f'], '', 'two\nthree\n', 0],
  [['-c', '4', 'f'], '', 'ree\n', 0],
  [['-c', '+3', 'f'], '', 'e\ntwo\nthree\n', 0],
  [['f', 'g'], '', '==> f <==\none\ntwo\nthree\n\n==> g <==\nno newline', 0],
  [['nope'], '', "tail: cannot open 'nope' for reading: No such file or directory\n", 1],
  [['d'], '', "tail: error reading 'd': Is a directory\n", 1],
  [['-n', 'x', 'f'], '', 'tail: invalid number of lines: ‘x’\n', 1],
  [['+2', 'f'], '', 'two\nthree\n', 0],
  [['-n', '0', 'f'], '', '', 0],
  [['-n', '2', 'g'], '', 'no newline', 0],
  [['-q', 'f', 'g'], '', 'one\ntwo\nthree\nno newline', 0],
  [['-2'], 'a\nb\nc\n', 'b\nc\n', 0],
]

test.each(CASES)('tail %j', (args, stdin, output, status) => {
  expect(transcript(tailCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
