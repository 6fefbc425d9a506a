// A fresh shell: its variables from the environment.
import type { Process } from '../os/program.ts'
import { installDynamic } from './dynamic.ts'
import type { Dialect, Language } from './state.ts'
import { ShellState } from './state.ts'
import { readText } from './syntax/parse.ts'
import type { Variables } from './variables.ts'
import { isName } from './variables.ts'

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

export const BASH_VERSION = '5.2.15(1)-release'

export function newShell(p: Process, language: Language, dialect: Dialect | null = null): ShellState {
  const environment = [...p.env]
  const shell = ShellState.fresh(p, language, dialect)
  if (dialect) shell.options.delete('braceexpand')
  installDynamic(shell)
  const { vars } = shell
  for (const [name, value] of environment) {
    const exported = dialect ? null : /^BASH_FUNC_(.+)%%$/.exec(name)
    if (exported) importFunction(shell, exported[1] ?? '', value)
    if (!isName(name)) continue
    const variable = vars.ensure(name)
    variable.value = value
    variable.exported = true
  }
  const standard: readonly (readonly [string, string])[] = [
    ['IFS', ' \t\n'],
    ['PS4', '+ '],
    ['OPTIND', '1'],
    ['OPTERR', '1'],
    ['BASH', '/bin/bash'],
    ['BASH_VERSION', BASH_VERSION],
    ['HOSTNAME', p.net.hostname()],
    ['HOSTTYPE', 'x86_64'],
    ['MACHTYPE', 'x86_64-pc-linux-gnu'],
    ['OSTYPE', 'linux-gnu'],
  ]
  for (const [name, value] of standard) vars.put(name, value)
  for (const [name, value] of [
    ['UID', '0'],
    ['EUID', '0'],
    ['PPID', String(p.ppid)],
  ] as const) {
    vars.put(name, value)
    const variable = vars.ensure(name)
    variable.readonly = true
    variable.integer = true
  }
  const version = vars.ensure('BASH_VERSINFO')
  version.list = ['5', '2', '15', '1', 'release', 'x86_64-pc-linux-gnu']
  version.readonly = true
  if (vars.get('PATH') === null) vars.put('PATH', DEFAULT_PATH)
  if (vars.get('TERM') === null) vars.put('TERM', 'dumb')
  if (vars.get('SHELL') === null) vars.put('SHELL', '/bin/bash')
  exported(vars, 'PWD', p.fs.cwd())
  exported(vars, 'SHLVL', String(Number(vars.get('SHLVL') ?? 0) + 1 || 1))
  const old = vars.ensure('OLDPWD')
  old.exported = true
  return shell
}

function exported(vars: Variables, name: string, value: string): void {
  const variable = vars.ensure(name)
  variable.value = value
  variable.exported = true
  vars.changed(name, variable)
}

/** A function that another bash has exported. */
function importFunction(shell: ShellState, name: string, value: string): void {
  if (!value.startsWith('()')) return
  const text = `${name} ${value}`
  const { statements, wrong } = readText(text, true, true)
  const node = statements[0]?.command
  if (wrong || statements.length !== 1 || node?.type !== 'Function') return
  shell.functions.set(name, {
    node,
    origin: { text, name: 'environment', input: null, firstLine: 1, numbered: true },
  })
}
