import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { pasteCommand } from './paste.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  a: '1\n2\n3\n',
  b: 'x\ny\n',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['a', 'b'], '', '1\tx\n2\ty\n3\t\n', 0],
  [['-d,', 'a', 'b'], '', '1,x\n2,y\n3,\n', 0],
  [['-s', 'a', 'b'], '', '1\t2\t3\nx\ty\n', 0],
  [['-sd,', 'a'], '', '1,2,3\n', 0],
  [['-d', '\\0', 'a', 'b'], '', '1x\n2y\n3\n', 0],
  [['-d', ':-', 'a', 'b', 'a'], '', '1:x-1\n2:y-2\n3:-3\n', 0],
  [['no', 'a'], '', 'paste: no: No such file or directory\n', 1],
  [['-', '-'], '1\n2\n3\n', '1\t2\n3\t\n', 0],
  [['-d ', '-', '-', '-'], '1\n2\n3\n', '1 2 3\n', 0],
  [['-sd+'], '1\n2\n', '1+2\n', 0],
  [['-d', '\\n', 'a', 'b'], '', '1\nx\n2\ny\n3\n\n', 0],
]

test.each(CASES)('paste %j', (args, stdin, output, status) => {
  expect(transcript(pasteCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
