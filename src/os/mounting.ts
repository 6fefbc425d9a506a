// mount(2), umount(2), chroot(2), pivot_root(2). Ref: fs/namespace.c
import type { Net } from '../kernel/kernel.ts'
import type { Errno } from '../uapi/errno.ts'
import { EBUSY, EINVAL, ENOENT, ENOTDIR, isErrno } from '../uapi/errno.ts'
import { programContent } from './exec.ts'
import { makeFileSystem, readMountOptions, shownData } from './filesystems.ts'
import { Directory } from './inode.ts'
import type { Inode } from './inode.ts'
import { isWithin } from './mount.ts'
import { NamespaceFile } from './nsfs.ts'
import type { Program } from './program.ts'
import { RegularFile } from './regular.ts'
import type { System } from './system.ts'
import type { Task } from './task.ts'
import type { Place } from './vfs.ts'
import { pathOfPlace, placeInNamespace, walk } from './vfs.ts'

/** An existing path, and where that is. */
function find(task: Task, path: string): { readonly place: Place; readonly inode: Inode } | Errno {
  const place = walk(task, path, true)
  if (isErrno(place)) return place
  return place.inode ? { place, inode: place.inode } : ENOENT
}

/** What walks have in common with a mount: its file system's name and where in it something lies. */
function originOf(task: Task, place: Place): { source: string; type: string; data: string; within: string } {
  const path = placeInNamespace(task, place)
  const mount = task.mounts.at(path)
  if (!mount) return { source: 'none', type: 'none', data: '', within: path }
  const below = mount.path === '/' ? path : path.slice(mount.path.length)
  const within = `${mount.within === '/' ? '' : mount.within}${below}` || '/'
  return { source: mount.source, type: mount.type, data: mount.data, within }
}

export function bind(task: Task, from: string, to: string, options: string): Errno | null {
  const source = find(task, from)
  if (isErrno(source)) return source
  const target = find(task, to)
  if (isErrno(target)) return target
  if (source.inode instanceof Directory !== target.inode instanceof Directory) return ENOTDIR
  const isNamespace = source.inode instanceof NamespaceFile
  const origin = isNamespace
    ? { source: 'nsfs', type: 'nsfs', data: '', within: source.inode.text }
    : originOf(task, source.place)
  const flags = isNamespace ? 'rw' : readMountOptions(options).flags
  const path = placeInNamespace(task, target.place)
  task.mounts.mount({ point: target.inode, root: source.inode, path, ...origin, flags })
  return null
}

export function mountNetns(system: System, task: Task, path: string, net: Net): Errno | null {
  const target = find(task, path)
  if (isErrno(target)) return target
  if (target.inode instanceof Directory) return ENOTDIR
  const root = new NamespaceFile(system.sb, { kind: 'net', ns: net })
  const point = target.inode
  const at = placeInNamespace(task, target.place)
  const origin = { source: 'nsfs', type: 'nsfs', flags: 'rw', data: '', within: root.text }
  task.mounts.mount({ point, root, path: at, ...origin })
  if (task.madeNets?.delete(net)) net.put()
  return null
}

export interface MountCall {
  readonly source: string
  readonly target: string
  readonly type: string
  readonly options: string
}

export function mount(system: System, task: Task, call: MountCall): Errno | null {
  const { source, type } = call
  const target = find(task, call.target)
  if (isErrno(target)) return target
  const { flags, data } = readMountOptions(call.options)
  const root = makeFileSystem(system, task, type, data)
  if (isErrno(root)) return root
  if (!(target.inode instanceof Directory)) return ENOTDIR
  const path = placeInNamespace(task, target.place)
  const isFixed = type === 'overlay' && !data.some((word) => word.startsWith('upperdir='))
  task.mounts.mount({
    point: target.inode,
    root,
    path,
    source,
    type,
    flags: isFixed ? flags.replace(/^rw/, 'ro') : flags,
    data: shownData(type, data),
    within: '/',
  })
  return null
}

export function remount(task: Task, target: string, options: string): Errno | null {
  const found = find(task, target)
  if (isErrno(found)) return found
  const path = placeInNamespace(task, found.place)
  const mounted = task.mounts.list().findLast((mount) => mount.path === path)
  if (!mounted) return EINVAL
  task.mounts.setFlags(mounted, readMountOptions(options).flags)
  return null
}

export function umount(task: Task, path: string, lazy: boolean): Errno | null {
  const found = walk(task, path, true)
  if (isErrno(found)) return found
  if (!found.inode) return ENOENT
  const at = placeInNamespace(task, found)
  const covered = found.name === '' ? null : found.directory.lookup(found.name, task)
  const { mounts } = task
  const mounted = mounts.list().findLast((mount) => mount.path === at)
  if (lazy && mounted) {
    mounts.detachTree(at)
    return null
  }
  if (mounted && (mounts.busy(at) || isInUse(task, at))) return EBUSY
  return covered && mounts.umount(covered) ? null : EINVAL
}

/** Somebody's directory lies there. */
function isInUse(task: Task, at: string): boolean {
  for (const other of task.table.all()) {
    if (other.state !== 'Z' && other.mounts === task.mounts && isWithin(other.rootPath + other.cwd, at))
      return true
  }
  return false
}

/** The present directory stays where it is: what lies outside the new root is out of sight. */
export function chroot(task: Task, path: string): Errno | null {
  const found = find(task, path)
  if (isErrno(found)) return found
  if (!(found.inode instanceof Directory)) return ENOTDIR
  const inside = pathOfPlace(found.place)
  task.root = found.inode
  task.rootPath = inside === '/' ? task.rootPath : task.rootPath + inside
  task.cwd = isWithin(task.cwd, inside) ? task.cwd.slice(inside === '/' ? 0 : inside.length) || '/' : '/'
  return null
}

export function pivotRoot(task: Task, newRoot: string, putOld: string): Errno | null {
  const next = find(task, newRoot)
  if (isErrno(next)) return next
  const old = find(task, putOld)
  if (isErrno(old)) return old
  const root = next.inode
  if (!(root instanceof Directory) || !(old.inode instanceof Directory)) return ENOTDIR
  const { mounts } = task
  const at = placeInNamespace(task, next.place)
  const oldAt = placeInNamespace(task, old.place)
  if (at === '/') return EBUSY
  if (!isWithin(oldAt, at)) return EINVAL
  mounts.makePrivate()
  if (!mounts.list().some((mount) => mount.path === at)) return EINVAL
  const before = task.root
  const hidden = oldAt === at ? '' : oldAt.slice(at.length)
  // One root put where the other lies is taken away at once by those who do that (pivot_root(2), NOTES).
  if (hidden === '') for (const mount of mounts.list()) if (!isWithin(mount.path, at)) mounts.remove(mount)
  const rootMount = mounts.list().find((mount) => mount.path === '/')
  if (rootMount) mounts.remove(rootMount)
  mounts.pivot(root, (path) => {
    if (isWithin(path, at)) return path.slice(at.length) || '/'
    return hidden + path
  })
  if (hidden !== '') {
    const origin = rootMount ?? { source: 'none', type: 'none', flags: 'rw', data: '', within: '/' }
    mounts.mount({ ...origin, point: old.inode, root: before, path: hidden })
  }
  for (const other of task.table.all()) {
    if (other.mounts !== mounts || other.root !== before) continue
    other.root = root
    other.rootPath = ''
    other.cwd = isWithin(other.cwd, at) ? other.cwd.slice(at.length) || '/' : '/'
  }
  return null
}

/** A program's file; its content tells which, so that copies run too. */
export function install(system: System, task: Task, path: string, program: Program): Errno | null {
  const place = walk(task, path, true)
  if (isErrno(place)) return place
  const denied = place.directory.mayCreate('file')
  if (denied) return denied
  const key = placeInNamespace(task, place)
  const file = new RegularFile(place.directory.sb, 0o755, program)
  file.text = programContent(key)
  place.directory.insert(place.name, file)
  system.programs.set(key, program)
  return null
}
