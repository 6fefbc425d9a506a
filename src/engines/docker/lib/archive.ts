// Trees of files as archives, and back. Ref: moby pkg/archive
import type { Process } from '../../../os/program.ts'
import { isErrno, type Errno } from '../../../uapi/errno.ts'
import type { TarEntry } from './tar.ts'

/** A file or a directory with all below it, called `name` in the archive. */
export function packTree(p: Process, path: string, name: string): TarEntry[] | Errno {
  const stat = p.fs.lstat(path)
  if (isErrno(stat)) return stat
  const base = { name, mode: stat.mode, mtime: p.clock.epoch(), data: new Uint8Array(0), target: '' }
  if (stat.kind === 'link') {
    const target = p.fs.readlink(path)
    return isErrno(target) ? target : [{ ...base, kind: 'link', target }]
  }
  if (stat.kind !== 'dir') {
    const data = p.fs.readFile(path)
    return isErrno(data) ? data : [{ ...base, kind: 'file', data }]
  }
  const entries: TarEntry[] = [{ ...base, kind: 'dir' }]
  const names = p.fs.readdir(path)
  for (const child of isErrno(names) ? [] : names) {
    const below = packTree(p, `${path}/${child}`, name === '' ? child : `${name}/${child}`)
    if (!isErrno(below)) entries.push(...below)
  }
  return entries
}

/** Writes them below a directory. */
export function unpack(p: Process, directory: string, entries: readonly TarEntry[]): Errno | null {
  for (const { name, kind, mode, data, target } of entries) {
    const path = `${directory}/${name}`
    if (kind === 'dir') {
      if (isErrno(p.fs.stat(path))) {
        const error = p.fs.mkdir(path, mode)
        if (error) return error
      }
      continue
    }
    if (!isErrno(p.fs.lstat(path))) p.fs.unlink(path)
    const error = kind === 'link' ? p.fs.symlink(target, path) : p.fs.writeFile(path, data)
    if (error) return error
    if (kind === 'file') p.fs.chmod(path, mode)
  }
  return null
}
