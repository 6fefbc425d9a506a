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
  [['s/o/0/', 'f'], '', '0ne\ntw0\nthree\nf0ur\nfive\n', 0],
  [['s/o/0/g', 'f'], '', '0ne\ntw0\nthree\nf0ur\nfive\n', 0],
  [['-n', '2p', 'f'], '', 'two\n', 0],
  [['-n', '2,3p', 'f'], '', 'two\nthree\n', 0],
  [['2d', 'f'], '', 'one\nthree\nfour\nfive\n', 0],
  [['/two/d', 'f'], '', 'one\nthree\nfour\nfive\n', 0],
  [['-n', '/two/,/four/p', 'f'], '', 'two\nthree\nfour\n', 0],
  [['$d', 'f'], '', 'one\ntwo\nthree\nfour\n', 0],
  [['-n', '$=', 'f'], '', '5\n', 0],
  [['=', 'g'], '', '1\nno newline', 0],
  [['-e', 's/o/0/', '-e', 's/e/3/', 'f'], '', '0n3\ntw0\nthr3e\nf0ur\nfiv3\n', 0],
  [['s/\\(t\\)\\(.\\)/\\2\\1/', 'f'], '', 'one\nwto\nhtree\nfour\nfive\n', 0],
  [['-E', 's/(t)(.)/\\2\\1/', 'f'], '', 'one\nwto\nhtree\nfour\nfive\n', 0],
  [['s/[aeiou]/<&>/g', 'f'], '', '<o>n<e>\ntw<o>\nthr<e><e>\nf<o><u>r\nf<i>v<e>\n', 0],
  [['s/e/E/2', 'f'], '', 'one\ntwo\nthreE\nfour\nfive\n', 0],
  [['-n', 's/o/0/p', 'f'], '', '0ne\ntw0\nf0ur\n', 0],
  [['s/ONE/x/I', 'f'], '', 'x\ntwo\nthree\nfour\nfive\n', 0],
  [['s|one|/|', 'f'], '', '/\ntwo\nthree\nfour\nfive\n', 0],
  [['s,one,a\\,b,', 'f'], '', 'a,b\ntwo\nthree\nfour\nfive\n', 0],
  [['y/abc/xyz/', 'f'], '', 'one\ntwo\nthree\nfour\nfive\n', 0],
  [['3q', 'f'], '', 'one\ntwo\nthree\n', 0],
  [['3Q', 'f'], '', 'one\ntwo\n', 0],
  [['3q5', 'f'], '', 'one\ntwo\nthree\n', 5],
  [['-n', '1~2p', 'f'], '', 'one\nthree\nfive\n', 0],
  [['-n', '2,+1p', 'f'], '', 'two\nthree\n', 0],
  [['-n', '2,~4p', 'f'], '', 'two\nthree\nfour\n', 0],
  [['2!d', 'f'], '', 'two\n', 0],
  [['s/^/> /', 'g'], '', '> no newline', 0],
  [['s/x*/-/g', 'g'], '', '-n-o- -n-e-w-l-i-n-e-', 0],
  [['s/\\bo/X/', 'f'], '', 'Xne\ntwo\nthree\nfour\nfive\n', 0],
  [['s/\\w\\+/W/', 'f'], '', 'W\nW\nW\nW\nW\n', 0],
  [['-E', 's/[[:alpha:]]+$/W/', 'f'], '', 'W\nW\nW\nW\nW\n', 0],
  [['-E', 's/e{2}/EE/', 'f'], '', 'one\ntwo\nthrEE\nfour\nfive\n', 0],
  [['s/one/\\U&/', 'f'], '', 'ONE\ntwo\nthree\nfour\nfive\n', 0],
  [['-E', 's/(.)(.*)/\\u\\1\\U\\2/', 'f'], '', 'ONE\nTWO\nTHREE\nFOUR\nFIVE\n', 0],
  [['p', 'g'], '', 'no newline\nno newline', 0],
  [['-n', 'p', 'g', 'f'], '', 'no newline\none\ntwo\nthree\nfour\nfive\n', 0],
  [['-s', '-n', '$p', 'f', 'g'], '', 'five\nno newline', 0],
  [['0,/one/d', 'f'], '', 'two\nthree\nfour\nfive\n', 0],
  [['2,1p', 'f'], '', 'one\ntwo\ntwo\nthree\nfour\nfive\n', 0],
  [['-z', 's/\\n/,/g', 'f'], '', 'one,two,three,four,five,', 0],
  [['s/foo\\|foo bar/X/'], 'foo bar\n', 'X\n', 0],
  [['s/a*/x/g'], 'baaac\n', 'xbxcx\n', 0],
  [['s/b/X/2g'], 'abcabc\n', 'abcaXc\n', 0],
  [['s#/.*##'], '10.0.0.1/24\n', '10.0.0.1\n', 0],
  [['s/[/]/x/'], 'a/b\n', 'axb\n', 0],
  [['s/*/x/'], 'a*b\n', 'axb\n', 0],
  [['-E', 's/(a)(b)?(x)?/[\\1\\2\\3]/'], 'abc\n', '[ab]c\n', 0],
]

test.each(CASES)('sed %j', (args, stdin, output, status) => {
  expect(transcript(sedCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
