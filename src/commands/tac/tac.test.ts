import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { tacCommand } from './tac.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {
  f: 'a\nb\n',
  g: 'x\ny',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['f'], '', 'b\na\n', 0],
  [['g'], '', 'yx\n', 0],
  [['f', 'g'], '', 'b\na\nyx\n', 0],
  [['nope'], '', "tac: failed to open 'nope' for reading: No such file or directory\n", 1],
  [['f', 'nope'], '', "tac: failed to open 'nope' for reading: No such file or directory\nb\na\n", 1],
]

test.each(CASES)('tac %j', (args, stdin, output, status) => {
  expect(transcript(tacCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
