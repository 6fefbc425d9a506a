import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { sortCommand } from './sort.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  f: 'one\ntwo\nthree\nfour\nfive\n',
  n: '10\n9\n2\n1\n',
  k: 'b 2\na 10\nc 1\n',
  'd/': '',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['f'], '', 'five\nfour\none\nthree\ntwo\n', 0],
  [['-r', 'f'], '', 'two\nthree\none\nfour\nfive\n', 0],
  [['n'], '', '1\n10\n2\n9\n', 0],
  [['-n', 'n'], '', '1\n2\n9\n10\n', 0],
  [['-rn', 'n'], '', '10\n9\n2\n1\n', 0],
  [['-u', 'f', 'f'], '', 'five\nfour\none\nthree\ntwo\n', 0],
  [['-k2', 'k'], '', 'c 1\na 10\nb 2\n', 0],
  [['-k2n', 'k'], '', 'c 1\nb 2\na 10\n', 0],
  [['-k2,2n', 'k'], '', 'c 1\nb 2\na 10\n', 0],
  [['-k', '2nr', 'k'], '', 'a 10\nb 2\nc 1\n', 0],
  [['-V'], '10.0.0.10\n10.0.0.9\n', '10.0.0.9\n10.0.0.10\n', 0],
  [['-t.', '-k4,4n'], '10.0.0.10\n10.0.0.9\n', '10.0.0.9\n10.0.0.10\n', 0],
  [['-h'], '1K\n2M\n3\n', '3\n1K\n2M\n', 0],
  [['-f'], 'b\nA\na\nB\n', 'A\na\nB\nb\n', 0],
  [['-c', 'f'], '', 'sort: f:3: disorder: three\n', 1],
  [['-c', 'n'], '', 'sort: n:3: disorder: 2\n', 1],
  [['-C', 'n'], '', '', 1],
  [['nope'], '', 'sort: cannot read: nope: No such file or directory\n', 2],
  [['-k'], '', "sort: option requires an argument -- 'k'\nTry 'sort --help' for more information.\n", 2],
  [['-k', 'x', 'f'], '', 'sort: invalid number at field start: invalid count at start of ‘x’\n', 2],
  [['-k', '0', 'f'], '', 'sort: field number is zero: invalid field specification ‘0’\n', 2],
  [['-t', 'ab', 'f'], '', 'sort: multi-character tab ‘ab’\n', 2],
  [['-m', 'n', 'n'], '', '10\n10\n9\n2\n1\n9\n2\n1\n', 0],
  [['d'], '', 'sort: read failed: d: Is a directory\n', 2],
  [['-M'], 'JAN\nDEC\nfoo\nFEB\n', 'foo\nJAN\nFEB\nDEC\n', 0],
  [['-g'], '1e3\n5\n', '5\n1e3\n', 0],
  [['-V'], 'eth10\neth2\neth1\n', 'eth1\neth2\neth10\n', 0],
  [['-s', '-k2,2'], 'b 1\na 1\n', 'b 1\na 1\n', 0],
]

test.each(CASES)('sort %j', (args, stdin, output, status) => {
  expect(transcript(sortCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
