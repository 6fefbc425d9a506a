// Folders that programs make for their own files.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'

/** Makes a folder and those above it. */
export function makeFolders(p: Process, path: string): void {
  let made = ''
  for (const part of path.split('/').filter((name) => name !== '')) {
    made += `/${part}`
    if (isErrno(p.fs.stat(made))) p.fs.mkdir(made)
  }
}
