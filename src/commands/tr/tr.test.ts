import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { trCommand } from './tr.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['a-z', 'A-Z'], 'hello\n', 'HELLO\n', 0],
  [['-d', 'l'], 'hello\n', 'heo\n', 0],
  [['-s', 'l'], 'hello\n', 'helo\n', 0],
  [['-s', ' '], 'a  b\n', 'a b\n', 0],
  [['[:lower:]', '[:upper:]'], 'hello\n', 'HELLO\n', 0],
  [['-cd', '0-9'], 'h1e2\n', '12', 0],
  [['-c', 'a-z\\n', '_'], 'hello\n', 'hello\n', 0],
  [['el', 'ip'], 'hello\n', 'hippo\n', 0],
  [['helo', 'x'], 'hello\n', 'xxxxx\n', 0],
  [[' ', '\\n'], 'a b\n', 'a\nb\n', 0],
  [['abc', '[x*]'], 'abc\n', 'xxx\n', 0],
  [[], '', "tr: missing operand\nTry 'tr --help' for more information.\n", 1],
  [
    ['a'],
    '',
    "tr: missing operand after ‘a’\nTwo strings must be given when translating.\nTry 'tr --help' for more information.\n",
    1,
  ],
  [
    ['-d', 'a', 'b'],
    '',
    "tr: extra operand ‘b’\nOnly one string may be given when deleting without squeezing repeats.\nTry 'tr --help' for more information.\n",
    1,
  ],
  [['a', 'b', 'c'], '', "tr: extra operand ‘c’\nTry 'tr --help' for more information.\n", 1],
  [['z-a', 'b'], '', "tr: range-endpoints of 'z-a' are in reverse collating sequence order\n", 1],
  [['-d'], '', "tr: missing operand\nTry 'tr --help' for more information.\n", 1],
  [['[:foo:]', 'y'], '', 'tr: invalid character class ‘foo’\n', 1],
  [['-t', 'abc', 'xy'], 'abc\n', 'xyc\n', 0],
  [['-s', 'a-c', 'x-z'], 'aabbcc\n', 'xyz\n', 0],
  [['-ds', 'a', 'b'], 'aabbcc\n', 'bcc\n', 0],
  [['x', ''], 'x\n', 'tr: when not truncating set1, string2 must be non-empty\n', 1],
  [['\\\\', '/'], 'a\\b\n', 'a/b\n', 0],
  [['a-b', '\\101\\102'], 'abc\n', 'ABc\n', 0],
  [['é', 'e'], 'é\n', 'ee\n', 0],
]

test.each(CASES)('tr %j', (args, stdin, output, status) => {
  expect(transcript(trCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
