import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { echoCommand } from './echo.ts'

// Recorded: coreutils 9.1, in a directory with these files.
const FILES = {}

const CASES: readonly [args: readonly string[], stdin: string, output: string, status: number][] = [
  [['a', 'b'], '', 'a b\n', 0],
  [[], '', '\n', 0],
  [['-n', 'a'], '', 'a', 0],
  [['-e', 'a\\tb\\x41\\0101\\101'], '', 'a\tbAAA\n', 0],
  [['-e', 'a\\cb', 'c'], '', 'a', 0],
  [['-E', 'a\\tb'], '', 'a\\tb\n', 0],
  [['-ne', 'x\\n'], '', 'x\n', 0],
  [['-x', 'y'], '', '-x y\n', 0],
  [['--', 'a'], '', '-- a\n', 0],
]

test.each(CASES)('echo %j', (args, stdin, output, status) => {
  expect(transcript(echoCommand, args, { files: FILES, stdin })).toEqual({ output, status })
})
