import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { cutCommand } from './cut.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  f: 'one\ttwo\n',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['-d:', '-f2'], 'a:b:c\n', 'b\n', 0],
  [['-d:', '-f2-'], 'a:b:c\n', 'b:c\n', 0],
  [['-d:', '-f-2'], 'a:b:c\n', 'a:b\n', 0],
  [['-d:', '-f3,1'], 'a:b:c\n', 'a:c\n', 0],
  [['-d:', '--complement', '-f2'], 'a:b:c\n', 'a:c\n', 0],
  [['-d:', '-f1,3', '--output-delimiter= '], 'a:b:c\n', 'a c\n', 0],
  [['-c1-2,5-'], 'abcdef\n', 'abef\n', 0],
  [['-b2-3'], 'abcdef\n', 'bc\n', 0],
  [['-c1-2,5-', '--output-delimiter=:'], 'abcdef\n', 'ab:ef\n', 0],
  [['-d:', '-f2'], 'nodelim\n', 'nodelim\n', 0],
  [['-d:', '-s', '-f2'], 'nodelim\n', '', 0],
  [['-f2', 'f'], '', 'two\n', 0],
  [
    [],
    '',
    "cut: you must specify a list of bytes, characters, or fields\nTry 'cut --help' for more information.\n",
    1,
  ],
  [['-f'], '', "cut: option requires an argument -- 'f'\nTry 'cut --help' for more information.\n", 1],
  [['-f', '0', 'f'], '', "cut: fields are numbered from 1\nTry 'cut --help' for more information.\n", 1],
  [['-f', 'x', 'f'], '', "cut: invalid field value ‘x’\nTry 'cut --help' for more information.\n", 1],
  [['-f', '3-1', 'f'], '', "cut: invalid decreasing range\nTry 'cut --help' for more information.\n", 1],
  [
    ['-d', 'ab', '-f1', 'f'],
    '',
    "cut: the delimiter must be a single character\nTry 'cut --help' for more information.\n",
    1,
  ],
  [
    ['-c1', '-f1', 'f'],
    '',
    "cut: only one list may be specified\nTry 'cut --help' for more information.\n",
    1,
  ],
  [
    ['-f', '-', 'f'],
    '',
    "cut: invalid range with no endpoint: -\nTry 'cut --help' for more information.\n",
    1,
  ],
  [
    ['-d:', '-c1', 'f'],
    '',
    "cut: an input delimiter may be specified only when operating on fields\nTry 'cut --help' for more information.\n",
    1,
  ],
  [
    ['-s', '-c1', 'f'],
    '',
    "cut: suppressing non-delimited lines makes sense\n\tonly when operating on fields\nTry 'cut --help' for more information.\n",
    1,
  ],
  [
    ['-c', '0', 'f'],
    '',
    "cut: byte/character positions are numbered from 1\nTry 'cut --help' for more information.\n",
    1,
  ],
  [
    ['-c', 'x', 'f'],
    '',
    "cut: invalid byte/character position ‘x’\nTry 'cut --help' for more information.\n",
    1,
  ],
  [['-f', '1-x', 'f'], '', "cut: invalid field value ‘x’\nTry 'cut --help' for more information.\n", 1],
]

test.each(CASES)('cut %j', (args, stdin, output, status) => {
  expect(transcript(cutCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
