// From paths to inodes, and what can be done to names. Ref: fs/namei.c
import type { Errno } from '../uapi/errno.ts'
import {
  EBUSY,
  EEXIST,
  EINVAL,
  EISDIR,
  ELOOP,
  ENAMETOOLONG,
  ENOENT,
  ENOTDIR,
  ENOTEMPTY,
  EROFS,
  EXDEV,
  isErrno,
} from '../uapi/errno.ts'
import { Fifo } from './fifo.ts'
import type { Inode, Viewer } from './inode.ts'
import { Directory, Link, MemoryDirectory, Symlink } from './inode.ts'
import type { OpenFile, OpenFlags } from './program.ts'
import { RegularFile } from './regular.ts'

const NAME_MAX = 255
/** Links followed on one path (MAXSYMLINKS). */
const MOST_LINKS = 40

/** Whose paths they are. */
export interface Caller extends Viewer {
  /** Where `root` lies in the mount namespace: `` or `/srv/jail`. */
  readonly rootPath: string
  /** Absolute, without links. */
  readonly cwd: string
}

/** Where a path leads. `inode` is null when only its last name is missing. */
export interface Place {
  readonly directory: Directory
  /** Last name; empty for `/`, `.` and `..`. */
  readonly name: string
  readonly inode: Inode | null
  /** Names from the root, links resolved. */
  readonly names: readonly string[]
  /** A slash stood at the end. */
  readonly slash: boolean
}

/** Follows a path. `follow`: also the link that its last name may be. */
export function walk(caller: Caller, path: string, follow: boolean): Place | Errno {
  if (path === '') return ENOENT
  let { mounts } = caller
  let parts = (path.startsWith('/') ? path : `${caller.cwd}/${path}`).split('/')
  const dirs: Directory[] = [asDirectory(mounts.top(caller.root), caller.root)]
  const names: string[] = []
  let links = 0
  for (let i = 0; i < parts.length; i++) {
    const name = parts[i]
    if (!name || name === '.') continue
    if (name === '..') {
      if (names.pop() !== undefined) dirs.pop()
      continue
    }
    if (name.length > NAME_MAX) return ENAMETOOLONG
    const directory = dirs[dirs.length - 1] ?? caller.root
    const last = isLast(parts, i)
    const slash = last && i < parts.length - 1
    const found = directory.lookup(name, caller)
    if (!found) return last ? { directory, name, inode: null, names: [...names, name], slash } : ENOENT
    let inode = mounts.top(found)
    if (inode instanceof Link && (follow || !last || slash)) {
      if (++links > MOST_LINKS) return ELOOP
      const end = inode.leadsTo(caller)
      if (!end) {
        const target = inode.target(caller)
        if (target.startsWith('/')) dirs.length = 1 + (names.length = 0)
        parts = [...target.split('/'), ...parts.slice(i + 1)]
        i = -1
        continue
      }
      mounts = inode.beyond ?? mounts
      inode = end
    }
    names.push(name)
    if (inode instanceof Directory) {
      if (last) return { directory, name, inode, names, slash }
      dirs.push(inode)
    } else if (last) return slash ? ENOTDIR : { directory, name, inode, names, slash }
    else return ENOTDIR
  }
  const here = dirs[dirs.length - 1] ?? caller.root
  return { directory: dirs[dirs.length - 2] ?? caller.root, name: '', inode: here, names, slash: true }
}

function isLast(parts: readonly string[], at: number): boolean {
  for (let i = at + 1; i < parts.length; i++) if (parts[i] && parts[i] !== '.') return false
  return true
}

function asDirectory(inode: Inode, otherwise: Directory): Directory {
  return inode instanceof Directory ? inode : otherwise
}

export function pathOfPlace(place: Place): string {
  return `/${place.names.join('/')}`
}

/** From the root of the mount namespace, which chroot(2) may have left behind. */
export function placeInNamespace(caller: Caller, place: Place): string {
  return caller.rootPath + (place.names.length > 0 ? pathOfPlace(place) : '') || '/'
}

/** EROFS where the mount that a place lies on is read-only. */
export function readOnlyAt(caller: Caller, place: Place): Errno | null {
  return caller.mounts.isReadOnly(placeInNamespace(caller, place)) ? EROFS : null
}

/**
 * The common case made cheap: an absolute path through directories, without links, `.` or `..` on the way; the last name
 * may be a link, which is not followed. Null: the path must be walked.
 */
function plainLookup(caller: Caller, path: string): Inode | Errno | null {
  const { mounts } = caller
  if (!path.startsWith('/') || path.endsWith('/')) return null
  let inode: Inode = mounts.top(caller.root)
  for (let start = 1, end = 0; end < path.length; start = end + 1) {
    end = path.indexOf('/', start)
    if (end < 0) end = path.length
    const name = path.slice(start, end)
    if (name === '' || name === '.' || name === '..' || name.length > NAME_MAX) return null
    if (!(inode instanceof Directory)) return null
    const found = inode.lookup(name, caller)
    if (!found) return ENOENT
    inode = mounts.top(found)
  }
  return inode
}

/** The inode of an existing path. */
export function namei(caller: Caller, path: string, follow = true): Inode | Errno {
  const plain = plainLookup(caller, path)
  if (plain && !(follow && plain instanceof Link)) return plain
  const place = walk(caller, path, follow)
  if (isErrno(place)) return place
  return place.inode ?? ENOENT
}

export function openPath(caller: Caller, path: string, flags: OpenFlags): OpenFile | Errno {
  if (!flags.create && !flags.write && !flags.append) {
    const plain = plainLookup(caller, path)
    if (isErrno(plain)) return plain
    if (plain && !(plain instanceof Link)) return plain.open(flags, caller, path)
  }
  if (flags.create && path.endsWith('/')) return EISDIR
  const place = walk(caller, path, !(flags.create && flags.excl))
  if (isErrno(place)) return place
  if (place.inode) {
    if (flags.create && flags.excl) return EEXIST
    if (flags.create && place.inode instanceof Directory) return EISDIR
    if ((flags.write || flags.append) && place.inode.kind !== 'char') {
      const denied = readOnlyAt(caller, place)
      if (denied) return denied
    }
    return place.inode.open(flags, caller, pathOfPlace(place))
  }
  if (!flags.create) return ENOENT
  const denied = readOnlyAt(caller, place) ?? place.directory.mayCreate('file')
  if (denied) return denied
  const file = new RegularFile(place.directory.sb)
  place.directory.insert(place.name, file)
  return file.open(flags, caller, pathOfPlace(place))
}

export function mkdir(caller: Caller, path: string, mode: number): Errno | null {
  const place = vacancy(caller, path, 'dir')
  if (isErrno(place)) return place
  place.directory.insert(place.name, new MemoryDirectory(place.directory.sb, mode))
  return null
}

export function symlink(caller: Caller, target: string, path: string): Errno | null {
  if (target === '') return ENOENT
  const place = vacancy(caller, path, 'link')
  if (isErrno(place)) return place
  if (place.slash) return ENOENT
  place.directory.insert(place.name, new Symlink(place.directory.sb, target))
  return null
}

export function mkfifo(caller: Caller, path: string, mode: number): Errno | null {
  const place = vacancy(caller, path, 'file')
  if (isErrno(place)) return place
  if (place.slash) return ENOENT
  place.directory.insert(place.name, new Fifo(place.directory.sb, mode))
  return null
}

/** Where something of that kind can be made. */
function vacancy(caller: Caller, path: string, kind: 'file' | 'dir' | 'link'): Place | Errno {
  const place = walk(caller, path, false)
  if (isErrno(place)) return place
  if (place.inode) return EEXIST
  return readOnlyAt(caller, place) ?? place.directory.mayCreate(kind) ?? place
}

export function unlink(caller: Caller, path: string): Errno | null {
  const place = walk(caller, path, false)
  if (isErrno(place)) return place
  if (!place.inode) return ENOENT
  if (place.inode instanceof Directory) return EISDIR
  return readOnlyAt(caller, place) ?? place.directory.mayRemove() ?? removeName(caller, place)
}

export function rmdir(caller: Caller, path: string): Errno | null {
  const last = /([^/]*)\/*$/.exec(path)?.[1]
  if (last === '.') return EINVAL
  if (last === '..') return ENOTEMPTY
  const place = walk(caller, path, false)
  if (isErrno(place)) return place
  if (!place.inode) return ENOENT
  if (!(place.inode instanceof Directory)) return ENOTDIR
  if (place.name === '') return EBUSY
  const denied = readOnlyAt(caller, place) ?? place.directory.mayRemove()
  if (denied) return denied
  if (isMountPoint(caller, place)) return EBUSY
  if (!(place.inode instanceof MemoryDirectory)) return EBUSY
  if (!place.inode.isEmpty(caller)) return ENOTEMPTY
  return removeName(caller, place)
}

/** Ref: fs/namei.c:vfs_unlink(): a mount point of one's own is busy, those of other mount namespaces go with it. */
function removeName(caller: Caller, place: Place): Errno | null {
  if (isMountPoint(caller, place)) return EBUSY
  const inode = place.directory.lookup(place.name, caller)
  place.directory.remove(place.name, caller)
  if (inode) caller.mounts.detach(inode)
  return null
}

function isMountPoint(caller: Caller, place: Place): boolean {
  const inode = place.directory.lookup(place.name, caller)
  return inode !== null && inode.mounted > 0 && caller.mounts.over(inode) !== null
}

export function rename(caller: Caller, from: string, to: string): Errno | null {
  const source = walk(caller, from, false)
  if (isErrno(source)) return source
  if (!source.inode) return ENOENT
  const target = walk(caller, to, false)
  if (isErrno(target)) return target
  if (source.name === '' || target.name === '') return EBUSY
  const denied = readOnlyAt(caller, source) ?? readOnlyAt(caller, target) ?? source.directory.mayRemove()
  if (denied) return denied
  if (!(target.directory instanceof MemoryDirectory)) return EXDEV
  if (target.inode === source.inode) return null
  if (isMountPoint(caller, source)) return EBUSY
  if (source.inode instanceof Directory) {
    if (`${pathOfPlace(target)}/`.startsWith(`${pathOfPlace(source)}/`)) return EINVAL
    if (target.inode && !(target.inode instanceof Directory)) return ENOTDIR
    if (target.inode instanceof MemoryDirectory && !target.inode.isEmpty(caller)) return ENOTEMPTY
  } else {
    if (target.inode instanceof Directory) return EISDIR
    if (target.slash) return ENOTDIR
  }
  if (target.inode) {
    const busy = removeName(caller, target)
    if (busy) return busy
  }
  source.directory.remove(source.name, caller)
  target.directory.insert(target.name, source.inode)
  return null
}

export function readlink(caller: Caller, path: string): string | Errno {
  const inode = namei(caller, path, false)
  if (isErrno(inode)) return inode
  return inode instanceof Link ? inode.target(caller) : EINVAL
}
