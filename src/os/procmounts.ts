// /proc/PID/mounts and mountinfo: what the process sees below its root. Ref: fs/proc_namespace.c
import type { Inode } from './inode.ts'
import type { Mount } from './mount.ts'
import { isWithin } from './mount.ts'
import type { Task } from './task.ts'

/** A mount and where the process sees it. */
interface Seen {
  readonly mount: Mount
  readonly path: string
}

function seenBy(task: Task): readonly Seen[] {
  const { rootPath } = task
  const all = task.mounts.list()
  if (rootPath === '') return all.map((mount) => ({ mount, path: mount.path }))
  return all.flatMap((mount) =>
    isWithin(mount.path, rootPath) ? [{ mount, path: mount.path.slice(rootPath.length) || '/' }] : [],
  )
}

function escape(text: string): string {
  return text.replace(/[ \t\n\\]/g, (c) => `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`)
}

/** Ref: fs/proc_namespace.c:show_vfsmnt() */
export function mountsText(task: Task): string {
  return seenBy(task)
    .map(({ mount, path }) => {
      const options = mount.data === '' ? mount.flags : `${mount.flags},${mount.data}`
      return `${escape(mount.source)} ${escape(path)} ${mount.type} ${options} 0 0\n`
    })
    .join('')
}

/** Ref: fs/proc_namespace.c:show_mountinfo() */
export function mountinfoText(task: Task): string {
  const seen = seenBy(task)
  const devices = new Map<Inode | string, number>()
  const minorOf = (mount: Mount): number => {
    const key = mount.within === '/' ? mount.root : mount.source
    const minor = devices.get(key) ?? 20 + devices.size
    devices.set(key, minor)
    return minor
  }
  return seen
    .map(({ mount, path }) => {
      const device = mount.type === 'ext4' ? '254:1' : mount.type === 'nsfs' ? '0:4' : `0:${minorOf(mount)}`
      const parent = parentOf(mount, seen)
      const writable = mount.flags.startsWith('ro') ? 'ro' : 'rw'
      const data = mount.data === '' ? writable : `${writable},${mount.data}`
      const place = `${escape(mount.within)} ${escape(path)}`
      return `${mount.id} ${parent} ${device} ${place} ${mount.flags} - ${mount.type} ${escape(mount.source)} ${data}\n`
    })
    .join('')
}

/** The id of what it is mounted on: the last one before it that holds its path. */
function parentOf(mount: Mount, seen: readonly Seen[]): number {
  let best: Mount | null = null
  for (const { mount: other } of seen) {
    if (other.id >= mount.id || !isWithin(mount.path, other.path)) continue
    if (!best || other.path.length >= best.path.length) best = other
  }
  return best?.id ?? 1
}
