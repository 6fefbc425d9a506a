// File systems by type, as mount(2) makes them: what stands at the root of each. Ref: fs/filesystems.c
import type { Errno } from '../uapi/errno.ts'
import { EINVAL, ENODEV, ENOENT, ENOTDIR, isErrno } from '../uapi/errno.ts'
import type { Inode } from './inode.ts'
import { Directory, MemoryDirectory } from './inode.ts'
import { OverlayDirectory } from './overlay.ts'
import { ProcRoot } from './procfs.ts'
import { SysRoot } from './sysfs.ts'
import type { System } from './system.ts'
import type { Task } from './task.ts'
import { namei } from './vfs.ts'

/** Options that are flags of the mount, not words for the file system. Ref: fs/namespace.c:MNT_* */
const FLAGS: ReadonlySet<string> = new Set(
  'ro rw nosuid suid nodev dev noexec exec noatime relatime strictatime nodiratime sync async defaults'.split(
    ' ',
  ),
)
const OPPOSITES: Readonly<Record<string, string>> = { suid: 'nosuid', dev: 'nodev', exec: 'noexec' }
const ORDER = ['ro', 'rw', 'nosuid', 'nodev', 'noexec', 'noatime', 'nodiratime', 'relatime']

export interface MountOptions {
  /** As /proc/mounts has them: `rw,nosuid,relatime`. */
  readonly flags: string
  /** For the file system: `size=65536k`. */
  readonly data: readonly string[]
}

export function readMountOptions(text: string): MountOptions {
  const given = text.split(',').filter((word) => word !== '' && word !== 'defaults')
  const flags = new Set(given.includes('ro') && !given.includes('rw') ? ['ro'] : ['rw'])
  for (const word of given) {
    if (word === 'ro' || word === 'rw' || !FLAGS.has(word)) continue
    const opposite = OPPOSITES[word]
    if (opposite) flags.delete(opposite)
    else if (ORDER.includes(word)) flags.add(word)
  }
  if (!flags.has('noatime') && !given.includes('strictatime')) flags.add('relatime')
  return {
    flags: ORDER.filter((flag) => flags.has(flag)).join(','),
    data: given.filter((word) => !FLAGS.has(word)),
  }
}

/** The root of a new one. ENODEV: there is no such type. */
export function makeFileSystem(
  system: System,
  task: Task,
  type: string,
  data: readonly string[],
): Inode | Errno {
  const { sb } = system
  switch (type) {
    case 'proc':
      return new ProcRoot(system, task.pidns)
    case 'sysfs':
      return new SysRoot(system, task.netns)
    case 'tmpfs':
    case 'ramfs':
      return new MemoryDirectory(sb, modeOf(data) ?? (type === 'tmpfs' ? 0o1777 : 0o755))
    case 'mqueue':
      return new MemoryDirectory(sb, 0o1777)
    case 'cgroup2':
      return new MemoryDirectory(sb, 0o555)
    case 'devtmpfs':
      return system.dev?.dev ?? ENODEV
    case 'devpts':
      return system.dev?.pts ?? ENODEV
    case 'overlay':
      return makeOverlay(system, task, data)
    default:
      return ENODEV
  }
}

/** What a file system was told, as /proc/mounts has it. Ref: mm/shmem.c:shmem_show_options() */
export function shownData(type: string, data: readonly string[]): string {
  if (type !== 'tmpfs') return data.join(',')
  const options = new Map(data.map((word) => [word.replace(/=.*/s, ''), word.replace(/^[^=]*=?/s, '')]))
  const size = options.get('size')
  const [, number = '', unit = ''] = /^(\d+)([kmg]?)/i.exec(size ?? '') ?? []
  const factor = { '': 1 / 1024, k: 1, m: 1024, g: 1024 * 1024 }[unit.toLowerCase()] ?? 1
  const shown = number === '' ? [] : [`size=${Math.ceil(Number(number) * factor)}k`]
  for (const key of ['nr_inodes', 'mode', 'uid', 'gid']) {
    const value = options.get(key)
    if (value !== undefined) shown.push(`${key}=${key === 'mode' ? value.replace(/^0+(?=.)/, '') : value}`)
  }
  return shown.join(',')
}

function modeOf(data: readonly string[]): number | null {
  const word = data.find((each) => /^mode=[0-7]+$/.test(each))
  return word === undefined ? null : parseInt(word.slice(5), 8)
}

function makeOverlay(system: System, task: Task, data: readonly string[]): Inode | Errno {
  const options = new Map(data.map((word) => [word.replace(/=.*/s, ''), word.replace(/^[^=]*=?/s, '')]))
  const lower = options.get('lowerdir')
  const upper = options.get('upperdir')
  if (lower === undefined || (upper !== undefined && !options.get('workdir'))) return EINVAL
  const lowers: Directory[] = []
  for (const path of lower.split(':')) {
    const directory = directoryAt(task, path)
    if (isErrno(directory)) return directory
    lowers.push(directory)
  }
  if (upper === undefined) return new OverlayDirectory(system.sb, lowers, null)
  const top = directoryAt(task, upper)
  if (isErrno(top)) return top
  const work = directoryAt(task, options.get('workdir') ?? '')
  if (isErrno(work)) return work
  return top instanceof MemoryDirectory ? new OverlayDirectory(system.sb, lowers, () => top) : EINVAL
}

function directoryAt(task: Task, path: string): Directory | Errno {
  const inode = namei(task, path)
  if (isErrno(inode)) return inode
  if (!(inode instanceof Directory)) return ENOTDIR
  return inode ?? ENOENT
}
