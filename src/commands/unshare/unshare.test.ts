import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { unshareCommand } from './unshare.ts'

// Recorded: util-linux 2.38.1.
test.each([
  ['-V', 'unshare from util-linux 2.38.1\n', 0],
  ['--foo', "unshare: unrecognized option '--foo'\nTry 'unshare --help' for more information.\n", 1],
  ['-z', "unshare: invalid option -- 'z'\nTry 'unshare --help' for more information.\n", 1],
  ['--propagation foo -m true', 'unshare: unsupported propagation mode: foo\n', 1],
  ['--setgroups=bla -r true', "unshare: unsupported --setgroups argument 'bla'\n", 1],
  ['--kill-child=FOO -f true', 'unshare: unknown signal: FOO\n', 1],
  ['nosuchcmd', 'unshare: failed to execute nosuchcmd: No such file or directory\n', 127],
])('unshare %s', (args, output, status) => {
  expect(transcript(unshareCommand, args.split(' '))).toEqual({ output, status })
})
