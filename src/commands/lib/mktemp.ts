// Files and directories of a name that nobody has (mkstemp(3), mkdtemp(3)).
import type { Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

export function randomLetters(p: Process, count: number): string {
  return Array.from({ length: count }, () => LETTERS.charAt(p.random() % LETTERS.length)).join('')
}

/** An empty file or a directory that only its owner may use; EEXIST when the name is taken. */
export function makePrivate(p: Process, path: string, directory: boolean): Errno | null {
  if (directory) return p.fs.mkdir(path, 0o700)
  const file = p.fs.open(path, { read: true, write: true, create: true, excl: true })
  if (isErrno(file)) return file
  file.close()
  return p.fs.chmod(path, 0o600)
}
