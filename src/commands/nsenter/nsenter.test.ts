import { expect, test } from 'vitest'
import { transcript } from '../testing/run.ts'
import { nsenterCommand } from './nsenter.ts'

// Recorded: util-linux 2.38.1.
test.each([
  ['-t 99 -n echo', 'nsenter: cannot open /proc/99/ns/net: No such file or directory\n', 1],
  ['-t 99 -a echo', 'nsenter: stat of /proc/99/ns/user failed: No such file or directory\n', 1],
  ['--net=/no echo', 'nsenter: cannot open /no: No such file or directory\n', 1],
  ['-n echo', 'nsenter: neither filename nor target pid supplied for ns/net\n', 1],
  ['-m -u echo', 'nsenter: neither filename nor target pid supplied for ns/uts\n', 1],
  ['-r echo', 'nsenter: neither filename nor target pid supplied for root\n', 1],
  ['-w echo', 'nsenter: neither filename nor target pid supplied for cwd\n', 1],
  ['-a echo', 'nsenter: no target PID specified for --all\n', 1],
  ['-t x -n echo', "nsenter: failed to parse pid: 'x'\n", 1],
  ['-t 42 nope', 'nsenter: failed to execute nope: No such file or directory\n', 127],
  ['-e', "nsenter: invalid option -- 'e'\nTry 'nsenter --help' for more information.\n", 1],
  ['-V', 'nsenter from util-linux 2.38.1\n', 0],
])('nsenter %s', (args, output, status) => {
  expect(transcript(nsenterCommand, args.split(' '))).toEqual({ output, status })
})
