// The machine and its user: uname, id, whoami, pwd.
import { expect, test } from 'vitest'
import type { Command } from '../command.ts'
import { idCommand } from '../id/id.ts'
import { pwdCommand } from '../pwd/pwd.ts'
import { transcript } from '../testing/run.ts'
import { whoamiCommand } from '../whoami/whoami.ts'
import { unameCommand } from './uname.ts'

const CASES: readonly [command: Command, args: string, output: string, status: number][] = [
  [unameCommand, '', 'Linux\n', 0],
  [unameCommand, '-n', 'host\n', 0],
  [unameCommand, '-sm', 'Linux x86_64\n', 0],
  [unameCommand, '-o', 'GNU/Linux\n', 0],
  [unameCommand, 'x', "uname: extra operand ‘x’\nTry 'uname --help' for more information.\n", 1],
  [idCommand, '', 'uid=0(root) gid=0(root) groups=0(root)\n', 0],
  [idCommand, '-u', '0\n', 0],
  [idCommand, '-un', 'root\n', 0],
  [idCommand, 'no', 'id: ‘no’: no such user\n', 1],
  [idCommand, '-ug', 'id: cannot print "only" of more than one choice\n', 1],
  [idCommand, '-n', 'id: cannot print only names or real IDs in default format\n', 1],
  [whoamiCommand, '', 'root\n', 0],
  [whoamiCommand, 'x', "whoami: extra operand ‘x’\nTry 'whoami --help' for more information.\n", 1],
  [pwdCommand, '', '/root\n', 0],
]

test.each(CASES)('$name', (command, args, output, status) => {
  expect(transcript(command, args.split(' ').filter(Boolean)), `${command.name} ${args}`).toEqual({
    output,
    status,
  })
})
