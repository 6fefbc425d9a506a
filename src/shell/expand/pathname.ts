// Pathname expansion (bash(1)): patterns matched against names, component by component.
import { isErrno } from '../../uapi/errno.ts'
import type { GlobOptions } from '../../libc/fnmatch.ts'
import type { ShellState } from '../state.ts'
import { byBytes } from '../variables.ts'
import { hasMagic, wholePattern } from './pattern.ts'

/** The paths that match, in order; none when there are none. */
export function pathnames(shell: ShellState, pattern: string): string[] {
  const options: GlobOptions = {
    extglob: shell.shopts.has('extglob'),
    ignoreCase: shell.shopts.has('nocaseglob'),
    path: true,
  }
  const absolute = pattern.startsWith('/')
  const components = splitPath(absolute ? pattern.slice(1) : pattern)
  let found = [absolute ? '/' : '']
  components.forEach((component, i) => {
    const last = i === components.length - 1
    found = found.flatMap((base) => step(shell, base, component, last, options))
  })
  return found.sort(byBytes)
}

/** At slashes, but not at those within brackets or a group. */
function splitPath(pattern: string): string[] {
  return pattern.split('/')
}

function step(
  shell: ShellState,
  base: string,
  component: string,
  last: boolean,
  options: GlobOptions,
): string[] {
  const { fs } = shell.p
  const join = (name: string): string => (base === '' || base.endsWith('/') ? base + name : `${base}/${name}`)
  if (component === '')
    return last ? (isDirectory(shell, base) ? [base.endsWith('/') ? base : `${base}/`] : []) : [base]
  if (!hasMagic(component.replace(/\\./g, ''), options.extglob)) {
    const path = join(component.replace(/\\(.)/g, '$1'))
    return isErrno(fs.lstat(path)) || (!last && !isDirectory(shell, path)) ? [] : [path]
  }
  if (component === '**' && shell.shopts.has('globstar')) return deep(shell, base, last)
  const names = fs.readdir(base === '' ? '.' : base)
  if (isErrno(names)) return []
  const expression = wholePattern(component, options)
  const hidden = component.startsWith('.') || component.startsWith('\\.') || shell.shopts.has('dotglob')
  return names
    .filter((name) => (hidden || !name.startsWith('.')) && expression.test(name))
    .map(join)
    .filter((path) => last || isDirectory(shell, path))
}

/** `**`: all directories below, and as the last component all files too. */
function deep(shell: ShellState, base: string, last: boolean): string[] {
  const names = shell.p.fs.readdir(base === '' ? '.' : base)
  const out = last ? (base === '' ? [] : [base]) : [base]
  if (isErrno(names)) return out
  for (const name of names) {
    if (name.startsWith('.') && !shell.shopts.has('dotglob')) continue
    const path = base === '' || base.endsWith('/') ? base + name : `${base}/${name}`
    if (isDirectory(shell, path)) out.push(...deep(shell, path, last))
    else if (last) out.push(path)
  }
  return out
}

function isDirectory(shell: ShellState, path: string): boolean {
  const stat = shell.p.fs.stat(path === '' ? '.' : path)
  return !isErrno(stat) && stat.kind === 'dir'
}
