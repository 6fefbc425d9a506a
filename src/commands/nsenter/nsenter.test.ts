import { expect, test } from 'vitest'
import { ENOENT } from '../../uapi/errno.ts'
import type { NetnsRef } from '../../uapi/netns.ts'
import { echoCommand } from '../echo/echo.ts'
import { transcript } from '../testing/run.ts'
import { unshareCommand } from '../unshare/unshare.ts'
import { nsenterCommand } from './nsenter.ts'

/** Namespaces that were entered, by inode. */
function net(entered: number[]) {
  return () => ({
    openNetns: (path: string) =>
      path === '/proc/42/ns/net' || path === '/run/netns/red' ? { inode: 7 } : ENOENT,
    setns: (netns: NetnsRef) => {
      entered.push(netns.inode)
      return null
    },
  })
}

function nsenter(args: string) {
  const entered: number[] = []
  const { output, status } = transcript(nsenterCommand, args.split(' '), {
    net: net(entered),
    commands: [echoCommand],
  })
  return { output, status, entered }
}

// Recorded: util-linux 2.38.1.
test.each([
  ['-t 42 -n echo in', 'in\n', 0, [7]],
  ['--net=/run/netns/red echo in', 'in\n', 0, [7]],
  ['-t 42 -a echo in', 'in\n', 0, [7]],
  ['-t 42 -m echo out', 'out\n', 0, []],
  ['-t 99 -n echo', 'nsenter: cannot open /proc/99/ns/net: No such file or directory\n', 1, []],
  ['--net=/no echo', 'nsenter: cannot open /no: No such file or directory\n', 1, []],
  ['-n echo', 'nsenter: neither filename nor target pid supplied for ns/net\n', 1, []],
  ['-a echo', 'nsenter: no target PID specified for --all\n', 1, []],
  ['-t x -n echo', "nsenter: failed to parse pid: 'x'\n", 1, []],
  ['-t 42 -n nope', 'nsenter: failed to execute nope: No such file or directory\n', 127, [7]],
  ['-U echo', 'nsenter: -U is not supported in vethlab\n', 1, []],
])('nsenter %s', (args, output, status, entered) => {
  expect(nsenter(args)).toEqual({ output, status, entered })
})

test('unshare -n runs in a new namespace', () => {
  const entered: number[] = []
  const options = { net: net(entered), commands: [echoCommand] }
  expect(transcript(unshareCommand, ['-n', 'echo', 'in'], options)).toEqual({ output: 'in\n', status: 0 })
  expect(entered).toEqual([4026532000])
  expect(transcript(unshareCommand, ['-n', 'nope'], options)).toEqual({
    output: 'unshare: failed to execute nope: No such file or directory\n',
    status: 127,
  })
  expect(transcript(unshareCommand, ['-p', 'echo'], options)).toEqual({
    output: 'unshare: -p is not supported in vethlab\n',
    status: 1,
  })
})
