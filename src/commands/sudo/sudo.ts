import type { Blocking } from '../../os/program.ts'
import { ENOENT, isErrno } from '../../uapi/errno.ts'
import type { Command } from '../command.ts'
import type { Args, OptionTable } from '../lib/options.ts'
import { execvp } from '../lib/spawn.ts'
import { defineTool, type Tool } from '../lib/tool.ts'

type SudoOption = 'u' | 'g' | 'i' | 's' | 'E' | 'H' | 'n' | 'k' | 'S' | 'b' | 'V' | 'h'

const OPTIONS: OptionTable<SudoOption> = {
  E: ['-E, --preserve-env[=LIST]', 'preserve user environment when running command'],
  g: ['-g, --group=GROUP', 'run command as the group (root)'],
  h: ['-h, --help', 'display help message and exit'],
  H: ['-H, --set-home', "set HOME variable to target user's home dir"],
  i: ['-i, --login', 'run login shell as the target user'],
  k: ['-k, --reset-timestamp', 'invalidate timestamp file'],
  n: ['-n, --non-interactive', 'non-interactive mode, no prompts are used'],
  s: ['-s, --shell', 'run shell as the target user'],
  S: ['-S, --stdin', 'read password from standard input'],
  b: ['-b, --background', 'run command in the background'],
  u: ['-u, --user=USER', 'run command as specified user (root)'],
  V: ['-V, --version', 'display version information and exit'],
}

const USAGE = `usage: sudo -h | -K | -k | -V
usage: sudo -v [-ABknS] [-g group] [-h host] [-p prompt] [-u user]
usage: sudo -l [-ABknS] [-g group] [-h host] [-p prompt] [-U user] [-u user] [command]
usage: sudo [-ABbEHknPS] [-r role] [-t type] [-C num] [-D directory] [-g group] [-h host] [-p prompt] [-R directory] [-T timeout] [-u user] [VAR=value] [-i|-s] [<command>]
usage: sudo -e [-ABknS] [-r role] [-t type] [-C num] [-D directory] [-g group] [-h host] [-p prompt] [-R directory] [-T timeout] [-u user] file ...
`

export const sudoCommand: Command = defineTool<SudoOption>({
  name: 'sudo',
  path: '/usr/bin/sudo',
  summary: 'run a command as root, which everybody in a lab is',
  usage: ['[-u USER] [VAR=value] [-i|-s] [COMMAND]'],
  options: OPTIONS,
  refused: [
    '-A, --askpass',
    '-B, --bell',
    '-C, --close-from=NUM',
    '-D, --chdir=DIRECTORY',
    '-e, --edit',
    '-K, --remove-timestamp',
    '-l, --list',
    '-p, --prompt=PROMPT',
    '-P, --preserve-groups',
    '-R, --chroot=DIRECTORY',
    '-r, --role=ROLE',
    '-t, --type=TYPE',
    '-T, --command-timeout=TIMEOUT',
    '-U, --other-user=USER',
    '-v, --validate',
  ],
  hint: USAGE,
  stopAtOperand: true,
  ownHelp: true,
  main: sudo,
})

function* sudo(tool: Tool, args: Args<SudoOption>): Blocking<number> {
  const { p } = tool
  if (args.has('h') || args.has('V')) {
    tool.out.print(args.has('V') ? 'Sudo version 1.9.13p3\n' : USAGE)
    return 0
  }
  const user = args.last('u')
  if (user !== null && user !== 'root' && user !== '#0') {
    tool.complain(`unknown user ${user}`)
    tool.complain('error initializing audit plugin sudoers_audit')
    return 1
  }
  const env = new Map(p.env)
  const words = [...args.operands]
  while (words[0] !== undefined && /^[A-Za-z_][A-Za-z0-9_]*=/.test(words[0])) {
    const [name = '', ...value] = (words.shift() ?? '').split('=')
    env.set(name, value.join('='))
  }
  if (args.has('i') || args.has('H')) env.set('HOME', '/root')
  for (const [name, value] of [
    ['SUDO_USER', 'root'],
    ['SUDO_UID', '0'],
    ['SUDO_GID', '0'],
  ] as const) {
    env.set(name, value)
  }
  if (args.has('i') || args.has('s')) {
    if (args.has('i')) p.fs.chdir('/root')
    const shell = args.has('i') ? ['-bash'] : ['/bin/bash']
    const argv = words.length > 0 ? [...shell, '-c', words.map(shellWord).join(' ')] : shell
    const result = yield* p.procs.exec('/bin/bash', argv, env)
    if (!isErrno(result)) return result
    tool.complain(`unable to execute /bin/bash: ${result.text}`)
    return 1
  }
  if (words.length === 0) {
    if (args.has('k')) return 0
    p.io.err(USAGE)
    return 1
  }
  env.set('SUDO_COMMAND', words.join(' '))
  if (args.has('b')) {
    p.procs.spawn(
      function* (child) {
        return yield* run(tool, child, words, env)
      },
      { argv: words, env, pgid: 'own' },
    )
    return 0
  }
  return yield* run(tool, p, words, env)
}

function* run(
  tool: Tool,
  p: Tool['p'],
  words: readonly string[],
  env: ReadonlyMap<string, string>,
): Blocking<number> {
  const [name = ''] = words
  const result = yield* execvp(p, words, env)
  if (!isErrno(result)) return result
  if (result === ENOENT) tool.complain(`${name}: command not found`)
  else tool.complain(`unable to execute ${p.procs.find(name) ?? name}: ${result.text}`)
  return 1
}

/** sudo -i and -s escape everything but word characters before the shell reads it. */
function shellWord(word: string): string {
  return word.replace(/[^A-Za-z0-9_$-]/g, '\\$&')
}
