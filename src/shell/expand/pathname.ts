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
    const rest = components.slice(i + 1)
    if (component === '**' && shell.shopts.has('globstar')) {
      // One after another is the same one.
      const named = !components.slice(0, i).some((one) => hasMagic(one.replace(/\\./g, ''), options.extglob))
      if (rest[0] !== '**') found = found.flatMap((base) => deep(shell, base, rest, named))
    } else found = found.flatMap((base) => step(shell, base, component, rest.length === 0, options))
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
  const names = fs.readdir(base === '' ? '.' : base)
  if (isErrno(names)) return []
  const expression = wholePattern(component, options)
  const hidden = component.startsWith('.') || component.startsWith('\\.') || shell.shopts.has('dotglob')
  return names
    .filter((name) => (hidden || !name.startsWith('.')) && expression.test(name))
    .map(join)
    .filter((path) => last || isDirectory(shell, path))
}

/**
 * `**`: all directories below, and as the last component all files too. Links are not gone into; below a directory that is
 * named before it they are looked at as one. `named`: what stands before it is no pattern, and is shown with its slash.
 * Ref: bash lib/glob/glob.c:glob_vector(), glob_filename()
 */
function deep(shell: ShellState, base: string, rest: readonly string[], named: boolean): string[] {
  const last = rest.length === 0
  const onlySlash = rest.join('') === ''
  const within = base === '' || base.endsWith('/') ? base : `${base}/`
  const out = onlySlash && base === '' ? [] : [last && named ? within : base]
  const descend = (directory: string): void => {
    const names = shell.p.fs.readdir(directory === '' ? '.' : directory)
    if (isErrno(names)) return
    for (const name of names) {
      if (name.startsWith('.') && !shell.shopts.has('dotglob')) continue
      const path = directory + name
      const stat = shell.p.fs.lstat(path)
      if (!isErrno(stat) && stat.kind === 'dir') {
        out.push(path)
        descend(`${path}/`)
      } else if (last || ((base !== '' || onlySlash) && isDirectory(shell, path))) out.push(path)
    }
  }
  if (!isDirectory(shell, base)) return []
  descend(within)
  return out
}

function isDirectory(shell: ShellState, path: string): boolean {
  const stat = shell.p.fs.stat(path === '' ? '.' : path)
  return !isErrno(stat) && stat.kind === 'dir'
}
