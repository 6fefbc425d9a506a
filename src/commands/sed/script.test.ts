import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { sedCommand } from './sed.ts'

// Recorded: GNU sed 4.9, in a directory with these files.
const FILES = {
  f: 'one\ntwo\nthree\nfour\nfive\n',
  g: 'no newline',
  'bad.sed': 'zz\n',
  's.sed': 's/o/0/\np\n',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['1i top', 'f'], '', 'top\none\ntwo\nthree\nfour\nfive\n', 0],
  [['1i\\top', 'g'], '', 'top\nno newline', 0],
  [['2a after', 'f'], '', 'one\ntwo\nafter\nthree\nfour\nfive\n', 0],
  [['2c changed', 'f'], '', 'one\nchanged\nthree\nfour\nfive\n', 0],
  [['2,3c changed', 'f'], '', 'one\nchanged\nfour\nfive\n', 0],
  [['-e', '1a\\', '-e', '  indented', 'g'], '', 'no newline\n  indented\n', 0],
  [['N;s/\\n/ /', 'f'], '', 'one two\nthree four\nfive\n', 0],
  [[':a;N;$!ba;s/\\n/,/g', 'f'], '', 'one,two,three,four,five\n', 0],
  [['n;d', 'f'], '', 'one\nthree\nfive\n', 0],
  [['-n', 'x;p', 'f'], '', '\none\ntwo\nthree\nfour\n', 0],
  [['G', 'g', 'f'], '', 'no newline\n\none\n\ntwo\n\nthree\n\nfour\n\nfive\n\n', 0],
  [['1h;1d;$G', 'f'], '', 'two\nthree\nfour\nfive\none\n', 0],
  [['-n', '1!G;h;$p', 'f'], '', 'five\nfour\nthree\ntwo\none\n', 0],
  [['/one/{s/o/0/;s/e/3/}', 'f'], '', '0n3\ntwo\nthree\nfour\nfive\n', 0],
  [['/one/{\ns/o/0/\n}', 'g'], '', 'no newline', 0],
  [['r g', 'f'], '', 'one\nno newlinetwo\nno newlinethree\nno newlinefour\nno newlinefive\nno newline', 0],
  [['-n', 'l', 'f'], '', 'one$\ntwo$\nthree$\nfour$\nfive$\n', 0],
  [['-n', 'l'], 'a\tb\\cé\n', 'a\\tb\\\\c\\303\\251$\n', 0],
  [['-f', 's.sed', 'f'], '', '0ne\n0ne\ntw0\ntw0\nthree\nthree\nf0ur\nf0ur\nfive\nfive\n', 0],
  [['-n', '-e', '/two/{n;p}', 'f'], '', 'three\n', 0],
  [['-e', ':x', '-e', 's/o/0/;tx', 'f'], '', '0ne\ntw0\nthree\nf0ur\nfive\n', 0],
  [['s/o/0/;ta;s/$/ none/;:a', 'f'], '', '0ne\ntw0\nthree none\nf0ur\nfive none\n', 0],
  [['$!N;P;D', 'f'], '', 'one\ntwo\nthree\nfour\nfive\n', 0],
  [['-n', 'H;${x;s/\\n/,/g;p}', 'f'], '', ',one,two,three,four,five\n', 0],
  [['1F', 'g'], '', 'g\nno newline', 0],
  [['1z', 'f'], '', '\ntwo\nthree\nfour\nfive\n', 0],
  [['a', 'f'], '', "sed: -e expression #1, char 1: expected \\ after `a', `c' or `i'\n", 1],
  [['a\\', 'g'], '', 'no newline\n', 0],
  [['/x/,$d', 'f'], '', 'one\ntwo\nthree\nfour\nfive\n', 0],
]

test.each(CASES)('sed %j', (args, stdin, output, status) => {
  expect(transcript(sedCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
