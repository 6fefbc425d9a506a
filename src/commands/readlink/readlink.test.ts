import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { readlinkCommand } from './readlink.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  y: '',
  'l -> y': '',
  'broken -> nowhere': '',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['l'], '', 'y\n', 0],
  [['y'], '', '', 1],
  [[], '', "readlink: missing operand\nTry 'readlink --help' for more information.\n", 1],
  [['-v', 'y'], '', 'readlink: y: Invalid argument\n', 1],
  [['-n', 'l'], '', 'y', 0],
  [['l', 'broken'], '', 'y\nnowhere\n', 0],
  [['-e', 'broken'], '', '', 1],
]

test.each(CASES)('readlink %j', (args, stdin, output, status) => {
  expect(transcript(readlinkCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
