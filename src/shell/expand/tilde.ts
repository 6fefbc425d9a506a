// Tilde expansion (bash(1)): `~`, `~user`, `~+`, `~-`.
import { isErrno } from '../../uapi/errno.ts'
import type { ShellState } from '../state.ts'

/** What the tilde-prefix at the start of a text stands for and how long it is; null when it stands for itself. */
export function tildePrefix(
  shell: ShellState,
  text: string,
  assignment: boolean,
): { readonly value: string; readonly length: number } | null {
  if (!text.startsWith('~')) return null
  const prefix = (assignment ? /^~[^/:]*/ : /^~[^/]*/).exec(text)?.[0] ?? ''
  const value = directory(shell, prefix.slice(1))
  return value === null ? null : { value, length: prefix.length }
}

function directory(shell: ShellState, user: string): string | null {
  if (user === '') return shell.vars.get('HOME') ?? '/root'
  if (user === '+') return shell.vars.get('PWD')
  if (user === '-') return shell.vars.get('OLDPWD')
  if (!/^[a-z_][a-z0-9_-]*$/i.test(user)) return null
  const passwd = shell.p.fs.readText('/etc/passwd')
  if (isErrno(passwd)) return user === 'root' ? '/root' : null
  const line = passwd.split('\n').find((entry) => entry.startsWith(`${user}:`))
  return line?.split(':')[5] ?? null
}
