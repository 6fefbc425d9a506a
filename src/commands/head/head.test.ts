import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { headCommand } from './head.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  f: 'one\ntwo\nthree\n',
  g: 'no newline',
  h: 'a\tb\n\n\n\nc\x01\n',
  'd/': '',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['-1', 'f'], '', 'one\n', 0],
  [['-n', '2', 'f'], '', 'one\ntwo\n', 0],
  [['-n', '-1', 'f'], '', 'one\ntwo\n', 0],
  [['-c', '5', 'f'], '', 'one\nt', 0],
  [['-c', '-3', 'f'], '', 'one\ntwo\nthr', 0],
  [['-2', 'f', 'g'], '', '==> f <==\none\ntwo\n\n==> g <==\nno newline', 0],
  [['-q', 'f', 'g'], '', 'one\ntwo\nthree\nno newline', 0],
  [['-v', 'f'], '', '==> f <==\none\ntwo\nthree\n', 0],
  [['nope'], '', "head: cannot open 'nope' for reading: No such file or directory\n", 1],
  [['d'], '', "head: error reading 'd': Is a directory\n", 1],
  [['-n', 'x', 'f'], '', 'head: invalid number of lines: ‘x’\n', 1],
  [['-c', 'x', 'f'], '', 'head: invalid number of bytes: ‘x’\n', 1],
  [['-n'], '', "head: option requires an argument -- 'n'\nTry 'head --help' for more information.\n", 1],
  [['-n', '0', 'f'], '', '', 0],
  [['-n', '1K', 'f'], '', 'one\ntwo\nthree\n', 0],
  [['--lines=1', 'f'], '', 'one\n', 0],
  [['-n1'], 'a\nb\n', 'a\n', 0],
]

test.each(CASES)('head %j', (args, stdin, output, status) => {
  expect(transcript(headCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
