import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { catCommand } from './cat.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  f: 'one\ntwo\nthree\n',
  g: 'no newline',
  h: 'a\tb\n\n\n\nc\x01\n',
  'd/': '',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['f', 'g'], '', 'one\ntwo\nthree\nno newline', 0],
  [['-n', 'f', 'g'], '', '     1\tone\n     2\ttwo\n     3\tthree\n     4\tno newline', 0],
  [['-b', 'h'], '', '     1\ta\tb\n\n\n\n     2\tc\x01\n', 0],
  [['-A', 'h'], '', 'a^Ib$\n$\n$\n$\nc^A$\n', 0],
  [['-s', 'h'], '', 'a\tb\n\nc\x01\n', 0],
  [['-E', 'f'], '', 'one$\ntwo$\nthree$\n', 0],
  [['-T', 'h'], '', 'a^Ib\n\n\n\nc\x01\n', 0],
  [['-vet', 'h'], '', 'a^Ib$\n$\n$\n$\nc^A$\n', 0],
  [['nope', 'f'], '', 'cat: nope: No such file or directory\none\ntwo\nthree\n', 1],
  [['d'], '', 'cat: d: Is a directory\n', 1],
  [['-z', 'f'], '', "cat: invalid option -- 'z'\nTry 'cat --help' for more information.\n", 1],
  [['--foo'], '', "cat: unrecognized option '--foo'\nTry 'cat --help' for more information.\n", 1],
  [
    ['--num', 'f'],
    '',
    "cat: option '--num' is ambiguous; possibilities: '--number-nonblank' '--number'\nTry 'cat --help' for more information.\n",
    1,
  ],
  [
    ['--number=3', 'f'],
    '',
    "cat: option '--number' doesn't allow an argument\nTry 'cat --help' for more information.\n",
    1,
  ],
  [['-', 'f'], 'from stdin\n', 'from stdin\none\ntwo\nthree\n', 0],
  [[], 'x\n', 'x\n', 0],
  [['--show-ends', 'f'], '', 'one$\ntwo$\nthree$\n', 0],
  [['a b'], '', "cat: 'a b': No such file or directory\n", 1],
  [["it's"], '', 'cat: "it\'s": No such file or directory\n', 1],
]

test.each(CASES)('cat %j', (args, stdin, output, status) => {
  expect(transcript(catCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
