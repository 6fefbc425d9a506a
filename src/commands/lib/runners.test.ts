// Programs that run other programs: env, sudo, timeout, xargs, and those that signal them.
import { expect, test } from 'vitest'
import type { Command } from '../command.ts'
import { echoCommand } from '../echo/echo.ts'
import { envCommand } from '../env/env.ts'
import { falseCommand } from '../false/false.ts'
import { killCommand } from '../kill/kill.ts'
import { pgrepCommand, pkillCommand } from '../pgrep/pgrep.ts'
import { printenvCommand } from '../printenv/printenv.ts'
import { psCommand } from '../ps/ps.ts'
import { sleepCommand } from '../sleep/sleep.ts'
import { sudoCommand } from '../sudo/sudo.ts'
import { transcript } from '../testing/run.ts'
import { timeoutCommand } from '../timeout/timeout.ts'
import { trueCommand } from '../true/true.ts'
import { whichCommand } from '../which/which.ts'
import { xargsCommand } from '../xargs/xargs.ts'
import { yesCommand } from '../yes/yes.ts'

const commands = [
  echoCommand,
  falseCommand,
  printenvCommand,
  sleepCommand,
  trueCommand,
  killCommand,
  yesCommand,
]
const files = { '/usr/bin/echo': '' }

function says(command: Command, args: string, stdin = '') {
  const { output, status } = transcript(command, args.split(' ').filter(Boolean), { commands, files, stdin })
  return `${output}[${status}]`
}

// Recorded: coreutils 9.1, findutils 4.9, sudo 1.9.13, procps 4.0.2.
const CASES: readonly [command: Command, args: string, stdin: string, expected: string][] = [
  [envCommand, 'A=b printenv A', '', 'b\n[0]'],
  [envCommand, '-i A=b env', '', 'env: ‘env’: No such file or directory\n[127]'],
  [envCommand, '-i A=b', '', 'A=b\n[0]'],
  [envCommand, '-u HOME printenv HOME', '', '[1]'],
  [envCommand, 'nope', '', 'env: ‘nope’: No such file or directory\n[127]'],
  [envCommand, '-z', '', "env: invalid option -- 'z'\nTry 'env --help' for more information.\n[125]"],
  [envCommand, '-C /no true', '', "env: cannot change directory to '/no': No such file or directory\n[125]"],
  [sudoCommand, 'echo hi', '', 'hi\n[0]'],
  [sudoCommand, '-u root A=1 printenv A', '', '1\n[0]'],
  [sudoCommand, 'foo', '', 'sudo: foo: command not found\n[1]'],
  [
    sudoCommand,
    '-u nobodyx true',
    '',
    'sudo: unknown user nobodyx\nsudo: error initializing audit plugin sudoers_audit\n[1]',
  ],
  [timeoutCommand, '1 sleep 5', '', '[124]'],
  [timeoutCommand, '5 true', '', '[0]'],
  [timeoutCommand, '1 false', '', '[1]'],
  [timeoutCommand, '', '', "Try 'timeout --help' for more information.\n[125]"],
  [
    timeoutCommand,
    'x true',
    '',
    "timeout: invalid time interval ‘x’\nTry 'timeout --help' for more information.\n[125]",
  ],
  [timeoutCommand, '1 nope', '', 'timeout: failed to run command ‘nope’: No such file or directory\n[127]'],
  [timeoutCommand, '-s KILL 0.2 sleep 5', '', '[137]'],
  [timeoutCommand, '--preserve-status 0.2 sleep 5', '', '[143]'],
  [timeoutCommand, '-v 0.1 sleep 1', '', 'timeout: sending signal TERM to command ‘sleep’\n[124]'],
  [timeoutCommand, '0 true', '', '[0]'],
  [xargsCommand, '', 'a b\nc\n', 'a b c\n[0]'],
  [xargsCommand, '-n 2 echo x', 'a b c\n', 'x a b\nx c\n[0]'],
  [xargsCommand, '-I {} echo <{}>', ' a b\nc\n', '<a b>\n<c>\n[0]'],
  [xargsCommand, '-L 1', 'a b\nc\n', 'a b\nc\n[0]'],
  [xargsCommand, '-0', 'a b\0c', 'a b c\n[0]'],
  [xargsCommand, '-d ,', 'a,b', 'a b\n[0]'],
  [xargsCommand, '-t', 'a\n', 'echo a\na\n[0]'],
  [xargsCommand, '', '', '\n[0]'],
  [xargsCommand, '-r', '', '[0]'],
  [xargsCommand, '', '"a b" \'c d\' e\\ f\n', 'a b c d e f\n[0]'],
  [xargsCommand, 'false', 'a\n', '[123]'],
  [xargsCommand, 'nope', 'a\n', 'xargs: nope: No such file or directory\n[127]'],
  [
    xargsCommand,
    '',
    "it's\n",
    'xargs: unmatched single quote; by default quotes are special to xargs unless you use the -0 option\n[1]',
  ],
  [sleepCommand, '0.5 1m', '', '[0]'],
  [sleepCommand, 'x', '', "sleep: invalid time interval ‘x’\nTry 'sleep --help' for more information.\n[1]"],
  [sleepCommand, '', '', "sleep: missing operand\nTry 'sleep --help' for more information.\n[1]"],
  [killCommand, '99999', '', 'kill: (99999): No such process\n[1]'],
  [killCommand, 'abc', '', "kill: failed to parse argument: 'abc'\n[1]"],
  [killCommand, '-l 9', '', 'KILL\n[0]'],
  [killCommand, '-l TERM', '', '15\n[0]'],
  [
    pgrepCommand,
    '',
    '',
    "pgrep: no matching criteria specified\nTry `pgrep --help' for more information.\n[2]",
  ],
  [pgrepCommand, 'nope', '', '[1]'],
  [pkillCommand, 'nope', '', '[1]'],
  // Nothing is mounted at /proc here.
  [psCommand, '-p 999', '', 'Error, do this: mount -t proc proc /proc\n[47]'],
  [whichCommand, 'echo nope', '', '[1]'],
]

test.each(CASES)('$name', (command, args, stdin, expected) => {
  expect(says(command, args, stdin), `${command.name} ${args}`).toBe(expected)
})
