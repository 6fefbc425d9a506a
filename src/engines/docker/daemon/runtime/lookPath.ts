// Finds a program as runc's init does, before it becomes it. Ref: Go os/exec:LookPath(), runc libcontainer
import type { Process } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'

/** A path that can be run, or why not in runc's words (`exec: "x": executable file not found in $PATH`). */
export function lookPath(
  c: Process,
  name: string,
  env: ReadonlyMap<string, string>,
): { readonly path: string } | { readonly error: string } {
  if (name.includes('/')) {
    const words = usable(c, name)
    return words === null ? { path: name } : { error: `exec: "${name}": ${words}` }
  }
  for (const directory of (env.get('PATH') ?? '').split(':')) {
    const path = `${directory === '' ? '.' : directory}/${name}`
    if (usable(c, path) === null) return { path }
  }
  return { error: `exec: "${name}": executable file not found in $PATH` }
}

function usable(c: Process, path: string): string | null {
  const stat = c.fs.stat(path)
  if (isErrno(stat)) return `stat ${path}: ${stat.text.charAt(0).toLowerCase()}${stat.text.slice(1)}`
  if (stat.kind === 'dir') return 'is a directory: permission denied'
  return stat.mode & 0o111 ? null : 'permission denied'
}
