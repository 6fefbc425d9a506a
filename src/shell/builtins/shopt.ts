import type { SetOption } from '../options.ts'
import type { ShellState } from '../state.ts'
import { SET_OPTIONS } from '../options.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'
import { setOption } from './set.ts'

/** All there are in 5.2, in the order `shopt` lists them. */
const SHOPTS: readonly string[] = (
  'autocd assoc_expand_once cdable_vars cdspell checkhash checkjobs checkwinsize cmdhist compat31 compat32 compat40 ' +
  'compat41 compat42 compat43 compat44 complete_fullquote direxpand dirspell dotglob execfail expand_aliases extdebug ' +
  'extglob extquote failglob force_fignore globasciiranges globskipdots globstar gnu_errfmt histappend histreedit ' +
  'histverify hostcomplete huponexit inherit_errexit interactive_comments lastpipe lithist localvar_inherit ' +
  'localvar_unset login_shell mailwarn no_empty_cmd_completion nocaseglob nocasematch noexpand_translation nullglob ' +
  'patsub_replacement progcomp progcomp_alias promptvars restricted_shell shift_verbose sourcepath varredir_close ' +
  'xpg_echo'
).split(' ')

/** Those whose being on would change something that is not done here. */
const REFUSED = new Set([
  'autocd',
  'cdable_vars',
  'cdspell',
  'dirspell',
  'extdebug',
  'gnu_errfmt',
  'histreedit',
  'histverify',
  'lastpipe',
  'localvar_inherit',
  'localvar_unset',
  'restricted_shell',
])

export const shopt: PlainBuiltin = builtin(
  'shopt',
  '[-pqsu] [-o] [optname ...]',
  'Set and unset shell options.',
  (shell, args) => {
    const options = parseOptions(args, 'pqsuo')
    if (options.wrong !== null) return invalidOption(shell, shopt, options.wrong)
    const { letters, rest } = options
    if (letters.has('s') && letters.has('u'))
      return shell.fail('shopt', 'cannot set and unset shell options simultaneously')
    const long = letters.has('o')
    const known = long ? Object.keys(SET_OPTIONS) : SHOPTS
    const changing = letters.has('s') || letters.has('u')
    if (changing && rest.length > 0) return change(shell, rest, letters.has('s'), long)
    const wanted = changing
      ? known.filter((name) => isOn(shell, name, long) === letters.has('s'))
      : rest.length > 0
        ? rest
        : known
    let out = ''
    let status = 0
    for (const name of wanted) {
      if (!known.includes(name)) {
        shell.report(`shopt: ${name}: invalid shell option name`)
        status = 1
        continue
      }
      const on = isOn(shell, name, long)
      if (rest.length > 0 && !on) status = 1
      out += line(name, on, long, letters.has('p'))
    }
    return letters.has('q') ? status : shell.emit('shopt', out, status)
  },
)

function isOn(shell: ShellState, name: string, long: boolean): boolean {
  return long ? shell.option(name as SetOption) : shell.shopts.has(name)
}

function line(name: string, on: boolean, long: boolean, reusable: boolean): string {
  if (!reusable) return `${name.padEnd(15)}\t${on ? 'on' : 'off'}\n`
  return long ? `set ${on ? '-' : '+'}o ${name}\n` : `shopt -${on ? 's' : 'u'} ${name}\n`
}

function change(shell: ShellState, names: readonly string[], on: boolean, long: boolean): number {
  let status = 0
  for (const name of names) {
    if (long) status = setOption(shell, name, on) || status
    else if (!SHOPTS.includes(name)) {
      shell.report(`shopt: ${name}: invalid shell option name`)
      status = 1
    } else if (on && REFUSED.has(name)) {
      shell.err(`bash: shopt: ${name} is not supported in vethlab\n`)
      status = 1
    } else if (on) shell.shopts.add(name)
    else shell.shopts.delete(name)
  }
  return status
}
