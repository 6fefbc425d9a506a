// Puts the files that dd was given where it reads and writes: descriptors 0 and 1. Ref: coreutils src/dd.c:main()
import type { OpenFile, Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { DdSettings } from './operands.ts'

/** The file that cannot be opened, and why; null when all went well. */
export function openFiles(
  p: Process,
  set: DdSettings,
): { readonly path: string; readonly error: Errno } | null {
  const { input, output } = set
  if (input !== null) {
    const file = p.fs.open(input, { read: true })
    if (isErrno(file)) return { path: input, error: file }
    become(p, 0, file)
  }
  if (output === null) return null
  const keep = set.conversions.has('notrunc')
  const offset = set.seek.bytes ? set.seek.n : set.seek.n * set.obs
  // A seek of less than a block leaves nothing of what there was.
  const before = offset >= set.obs ? contentOf(p, output).slice(0, offset) : new Uint8Array(0)
  const file = p.fs.open(output, { write: true, create: true, truncate: !keep, append: set.append })
  if (isErrno(file)) return { path: output, error: file }
  become(p, 1, file)
  if (offset > 0 && file.stat().kind === 'file') {
    file.write(before)
    file.write(new Uint8Array(offset - before.length))
  }
  return null
}

function become(p: Process, fd: number, file: OpenFile): void {
  p.io.fds.get(fd)?.close()
  p.io.fds.set(fd, file)
}

function contentOf(p: Process, path: string): Uint8Array {
  const stat = p.fs.stat(path)
  const content = !isErrno(stat) && stat.kind === 'file' ? p.fs.readFile(path) : new Uint8Array(0)
  return isErrno(content) ? new Uint8Array(0) : content
}
