import type { Errno } from '../../uapi/errno.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { ShellState } from '../state.ts'
import type { PlainBuiltin } from './builtin.ts'
import { builtin, invalidOption, parseOptions } from './builtin.ts'

export const cd: PlainBuiltin = builtin(
  'cd',
  '[-L|[-P [-e]] [-@]] [dir]',
  'Change the shell working directory.',
  (shell, args) => {
    const options = parseOptions(args, 'LPe@')
    if (options.wrong !== null) return invalidOption(shell, cd, options.wrong)
    const { rest } = options
    if (rest.length > 1) return shell.fail('cd', 'too many arguments')
    const [given] = rest
    if (given === undefined) {
      const home = shell.vars.get('HOME')
      return home === null ? shell.fail('cd', 'HOME not set') : change(shell, home, home)
    }
    if (given === '-') {
      const old = shell.vars.get('OLDPWD')
      if (old === null) return shell.fail('cd', 'OLDPWD not set')
      const status = change(shell, old, old)
      return status === 0 ? shell.emit('cd', `${shell.vars.get('PWD') ?? ''}\n`) : status
    }
    const path = options.letters.has('P') ? shell.p.fs.realpath(given) : given
    const found = alongCdpath(shell, given)
    if (found !== null) {
      const status = change(shell, found, given)
      return status === 0 ? shell.emit('cd', `${shell.vars.get('PWD') ?? ''}\n`) : status
    }
    return change(shell, path, given)
  },
)

function alongCdpath(shell: ShellState, given: string): string | null {
  const cdpath = shell.vars.get('CDPATH')
  if (!cdpath || /^\.{0,2}(?:\/|$)/.test(given)) return null
  for (const base of cdpath.split(':')) {
    if (base === '' || base === '.') continue
    const path = `${base}/${given}`
    const stat = shell.p.fs.stat(path)
    if (!isErrno(stat) && stat.kind === 'dir') return path
  }
  return null
}

function change(shell: ShellState, path: string, shown: string): number {
  if (path === '') return 0
  const errno = changeDirectory(shell, path)
  return errno ? shell.fail('cd', `${shown}: ${errno.text}`) : 0
}

/** Goes there; $PWD keeps the names of links that led there. */
export function changeDirectory(shell: ShellState, path: string): Errno | null {
  const { fs } = shell.p
  const before = shell.vars.get('PWD') ?? fs.cwd()
  const logical = resolveLogical(before, path)
  const errno = fs.chdir(logical)
  if (errno) return errno
  shell.vars.put('OLDPWD', before)
  shell.vars.put('PWD', logical)
  return null
}

/** `.` and `..` taken out by name. */
function resolveLogical(base: string, path: string): string {
  const parts = (path.startsWith('/') ? path : `${base}/${path}`).split('/')
  const out: string[] = []
  for (const part of parts) {
    if (part === '' || part === '.') continue
    if (part === '..') out.pop()
    else out.push(part)
  }
  return `/${out.join('/')}`
}

export const pwd: PlainBuiltin = builtin(
  'pwd',
  '[-LP]',
  'Print the name of the current working directory.',
  (shell, args) => {
    const options = parseOptions(args, 'LP')
    if (options.wrong !== null) return invalidOption(shell, pwd, options.wrong)
    const logical = shell.vars.get('PWD')
    return shell.emit('pwd', `${options.letters.has('P') || logical === null ? shell.p.fs.cwd() : logical}\n`)
  },
)
