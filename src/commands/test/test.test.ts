import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { testCommand } from './test.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  f: 'x',
  e: '',
  'd/': '',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [[], '', '', 1],
  [['x'], '', '', 0],
  [[''], '', '', 1],
  [['-n', 'x'], '', '', 0],
  [['-z', 'x'], '', '', 1],
  [['-f', 'f'], '', '', 0],
  [['-d', 'f'], '', '', 1],
  [['-d', 'd'], '', '', 0],
  [['-e', 'nope'], '', '', 1],
  [['-s', 'e'], '', '', 1],
  [['-s', 'f'], '', '', 0],
  [['a', '=', 'a'], '', '', 0],
  [['a', '=', 'b'], '', '', 1],
  [['a', '!=', 'b'], '', '', 0],
  [['3', '-gt', '2'], '', '', 0],
  [['3', '-lt', '2'], '', '', 1],
  [['x', '-eq', '1'], '', 'test: invalid integer ‘x’\n', 2],
  [['!', 'x'], '', '', 1],
  [['!', ''], '', '', 0],
  [['-f', 'f', '-a', '-d', 'd'], '', '', 0],
  [['-f', 'nope', '-o', '-d', 'd'], '', '', 0],
  [['(', 'x', ')'], '', '', 0],
  [['x', 'y'], '', 'test: missing argument after ‘y’\n', 2],
  [['x', 'y', 'z'], '', 'test: ‘y’: binary operator expected\n', 2],
  [['-n', 'x', 'y', 'z'], '', 'test: extra argument ‘y’\n', 2],
  [['(', 'x'], '', 'test: missing argument after ‘x’\n', 2],
  [['-x', 'f'], '', '', 1],
  [['1', '-ge', '1'], '', '', 0],
  [['a', '==', 'a'], '', '', 0],
  [['!', '-f', 'nope'], '', '', 0],
]

test.each(CASES)('test %j', (args, stdin, output, status) => {
  expect(transcript(testCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
