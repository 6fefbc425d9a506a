import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { revCommand } from './rev.ts'

// Recorded: util-linux 2.38, in a directory with these files.
const FILES = {
  f: 'abc\n가나\n',
}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['f'], '', 'cba\n나가\n', 0],
  [['nope'], '', 'rev: cannot open nope: No such file or directory\n', 1],
  [[], 'no newline', 'enilwen on', 0],
]

test.each(CASES)('rev %j', (args, stdin, output, status) => {
  expect(transcript(revCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
