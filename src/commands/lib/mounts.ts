// What is mounted, as /proc/self/mounts tells it (fstab(5)).
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'

export interface MountEntry {
  readonly source: string
  readonly path: string
  readonly type: string
  readonly options: string
}

export function mountTable(p: Process): readonly MountEntry[] {
  const text = p.fs.readText('/proc/self/mounts')
  if (isErrno(text)) return []
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [source = '', path = '', type = '', options = ''] = line.split(' ').map(unescape)
      return { source, path, type, options }
    })
}

function unescape(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_all, digits: string) => String.fromCharCode(parseInt(digits, 8)))
}
