// chroot of coreutils 9.1: a program with another root directory.
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { execvp, statusOfFailure } from '../lib/spawn.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type ChrootOption = 'userspec' | 'groups' | 'skip'

const OPTIONS: OptionTable<ChrootOption> = {
  groups: ['--groups=G_LIST', 'specify supplementary groups as g1,g2,..,gN'],
  userspec: ['--userspec=USER:GROUP', 'specify user and group (ID or name) to use'],
  skip: ['--skip-chdir', "do not change working directory to '/'"],
}

/** Chroot(1), EXIT STATUS: chroot itself failed. */
const FAILED = 125

export const chrootCommand: Command = defineTool<ChrootOption>({
  name: 'chroot',
  path: '/usr/sbin/chroot',
  summary: 'run a command with another root directory',
  usage: ['[OPTION] NEWROOT [COMMAND [ARG]...]'],
  options: OPTIONS,
  badUsage: FAILED,
  stopAtOperand: true,
  main: chroot,
})

function* chroot(tool: Tool, args: Args<ChrootOption>): Blocking<number> {
  const { p } = tool
  const [root, ...command] = args.operands
  if (root === undefined) return tool.usageError('missing operand')
  const same = p.fs.realpath(root) === '/'
  if (args.has('skip') && !same) {
    return tool.usageError("option --skip-chdir only permitted if NEWROOT is old '/'")
  }
  const error = p.fs.chroot(root)
  if (error) {
    tool.complain(`cannot change root directory to '${root}': ${error.text}`)
    return FAILED
  }
  if (!args.has('skip')) p.fs.chdir('/')
  const refused = become(tool, args.last('userspec'))
  if (refused !== null) {
    tool.complain(refused)
    return FAILED
  }
  const shell = p.env.get('SHELL') ?? '/bin/sh'
  const argv = command.length > 0 ? command : [shell, '-i']
  tool.out.flush()
  const result = yield* execvp(p, argv)
  if (!isErrno(result)) return result
  tool.complain(`failed to run command ‘${argv[0]}’: ${result.text}`)
  return statusOfFailure(result)
}

/** `--userspec`: numbers, or root. */
function become(tool: Tool, spec: string | null): string | null {
  if (spec === null) return null
  const [user = '', group = ''] = spec.split(':')
  const number = (word: string): number | null =>
    word === 'root' || word === '' ? 0 : /^\d+$/.test(word) ? Number(word) : null
  const [uid, gid] = [number(user), number(group)]
  if (uid === null) return `invalid user: ‘${spec}’`
  if (gid === null) return `invalid group: ‘${group}’`
  const error = tool.p.procs.setgid(gid) ?? tool.p.procs.setuid(uid)
  return error ? `failed to set user-ID: ${error.text}` : null
}
