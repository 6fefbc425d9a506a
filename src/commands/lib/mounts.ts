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

/** A line of /proc/self/mountinfo (proc(5)). */
export interface MountInfo {
  readonly id: number
  readonly parent: number
  /** `254:1` */
  readonly device: string
  /** What of the file system is shown here. */
  readonly root: string
  readonly path: string
  readonly options: string
  /** `shared:1`, `master:1` */
  readonly tags: readonly string[]
  readonly type: string
  readonly source: string
  readonly superOptions: string
}

export function mountInfo(p: Process): readonly MountInfo[] {
  const text = p.fs.readText('/proc/self/mountinfo')
  if (isErrno(text)) return []
  return text.split('\n').flatMap((line) => {
    const [before, after] = line.split(' - ')
    if (before === undefined || after === undefined) return []
    const [id, parent, device = '', root = '', path = '', options = '', ...tags] = before
      .split(' ')
      .map(unescape)
    const [type = '', source = '', superOptions = ''] = after.split(' ').map(unescape)
    return [
      {
        id: Number(id),
        parent: Number(parent),
        device,
        root,
        path,
        options,
        tags,
        type,
        source,
        superOptions,
      },
    ]
  })
}

function unescape(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_all, digits: string) => String.fromCharCode(parseInt(digits, 8)))
}
