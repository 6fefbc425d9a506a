// A process's files.
import { decodeUtf8, encodeUtf8 } from '../wire/utf8.ts'
import type { Net } from '../kernel/kernel.ts'
import type { Errno } from '../uapi/errno.ts'
import { EAGAIN, EINVAL, ENOENT, ENOTDIR, isErrno } from '../uapi/errno.ts'
import type { NetnsRef } from '../uapi/netns.ts'
import { concat } from './capture.ts'
import type { Inode } from './inode.ts'
import { Directory } from './inode.ts'
import { MountNamespace } from './mount.ts'
import { NetnsFile } from './netnsfile.ts'
import { makePipe } from './pipe.ts'
import type { Files, FileStat, OpenFile, OpenFlags } from './program.ts'
import { SysRoot } from './sysfs.ts'
import type { System } from './system.ts'
import type { Task } from './task.ts'
import { mkdir, namei, openPath, pathOfPlace, readlink, rename, rmdir, symlink, unlink, walk } from './vfs.ts'

const READ: OpenFlags = { read: true }
const REPLACE: OpenFlags = { write: true, create: true, truncate: true }

export class TaskFiles implements Files {
  constructor(
    private readonly task: Task,
    private readonly system: System,
  ) {}

  cwd(): string {
    return this.task.cwd
  }

  chdir(path: string): Errno | null {
    const place = walk(this.task, path, true)
    if (isErrno(place)) return place
    if (!place.inode) return ENOENT
    if (!(place.inode instanceof Directory)) return ENOTDIR
    this.task.cwd = pathOfPlace(place)
    return null
  }

  realpath(path: string): string {
    const place = walk(this.task, path, true)
    if (!isErrno(place)) return pathOfPlace(place)
    const cut = path.replace(/\/+$/, '').lastIndexOf('/')
    const parent = cut > 0 ? this.realpath(path.slice(0, cut)) : cut === 0 ? '/' : this.task.cwd
    const name = path.slice(cut + 1).replace(/\/+$/, '')
    return parent === '/' ? `/${name}` : `${parent}/${name}`
  }

  open(path: string, flags: OpenFlags): OpenFile | Errno {
    return openPath(this.task, path, flags)
  }

  readFile(path: string): Uint8Array | Errno {
    const file = openPath(this.task, path, READ)
    if (isErrno(file)) return file
    const chunks: Uint8Array[] = []
    for (;;) {
      const octets = file.read(65_536)
      if (!isErrno(octets) && octets.length > 0) {
        chunks.push(octets)
        // A device may never come to an end (/dev/zero): one read of it is all there is.
        if (file.stat().kind !== 'char') continue
      }
      file.close()
      return isErrno(octets) && octets !== EAGAIN ? octets : concat(chunks)
    }
  }

  readText(path: string): string | Errno {
    const octets = this.readFile(path)
    return isErrno(octets) ? octets : decodeUtf8(octets)
  }

  writeFile(path: string, data: string | Uint8Array): Errno | null {
    const file = openPath(this.task, path, REPLACE)
    if (isErrno(file)) return file
    const error = file.write(typeof data === 'string' ? encodeUtf8(data) : data)
    file.close()
    return error
  }

  stat(path: string): FileStat | Errno {
    const inode = namei(this.task, path)
    return isErrno(inode) ? inode : inode.stat()
  }

  lstat(path: string): FileStat | Errno {
    const inode = namei(this.task, path, false)
    return isErrno(inode) ? inode : inode.stat()
  }

  readdir(path: string): readonly string[] | Errno {
    const names = this.readdirUnsorted(path)
    return isErrno(names) ? names : [...names].sort(byteOrder)
  }

  readdirUnsorted(path: string): readonly string[] | Errno {
    const inode = namei(this.task, path)
    if (isErrno(inode)) return inode
    return inode instanceof Directory ? inode.names(this.task) : ENOTDIR
  }

  mkdir(path: string, mode: number = 0o755): Errno | null {
    return mkdir(this.task, path, mode)
  }

  rmdir(path: string): Errno | null {
    return rmdir(this.task, path)
  }

  unlink(path: string): Errno | null {
    return unlink(this.task, path)
  }

  rename(from: string, to: string): Errno | null {
    return rename(this.task, from, to)
  }

  symlink(target: string, path: string): Errno | null {
    return symlink(this.task, target, path)
  }

  readlink(path: string): string | Errno {
    return readlink(this.task, path)
  }

  chmod(path: string, mode: number): Errno | null {
    const inode = namei(this.task, path)
    if (isErrno(inode)) return inode
    const denied = inode.mayChange()
    if (denied) return denied
    inode.mode = mode & 0o7777
    return null
  }

  touch(path: string): Errno | null {
    const inode = namei(this.task, path)
    if (isErrno(inode)) return inode
    const denied = inode.mayChange()
    if (denied) return denied
    inode.touch()
    return null
  }

  pipe(): { readonly read: OpenFile; readonly write: OpenFile } {
    return makePipe(this.system.sb.nextInode())
  }

  mountNetns(path: string, netns: NetnsRef): Errno | null {
    const point = namei(this.task, path)
    if (isErrno(point)) return point
    if (point instanceof Directory) return ENOTDIR
    // Every reference a program holds is a namespace of its machine's kernel.
    const net = netns as Net
    this.task.mounts.mount(point, new NetnsFile(this.system.sb, net))
    if (this.task.madeNets?.delete(net)) net.put()
    return null
  }

  umount(path: string): Errno | null {
    const place = walk(this.task, path, true)
    if (isErrno(place)) return place
    if (!place.inode) return ENOENT
    const covered = place.name === '' ? null : place.directory.lookup(place.name, this.task)
    return covered && this.task.mounts.umount(covered) ? null : EINVAL
  }

  unshareMounts(): void {
    const { task } = this
    const before = task.mounts
    task.mounts = new MountNamespace(before)
    before.put()
  }

  bind(from: string, to: string): Errno | null {
    const source = namei(this.task, from)
    if (isErrno(source)) return source
    const point = namei(this.task, to)
    if (isErrno(point)) return point
    if (source instanceof Directory !== point instanceof Directory) return ENOTDIR
    this.task.mounts.mount(point, source)
    return null
  }

  mountSys(): void {
    const point: Inode | null = this.task.root.lookup('sys', this.task)
    if (point) this.task.mounts.mount(point, new SysRoot(this.system, this.task.netns))
  }
}

/** Names in the order of their octets, as LC_ALL=C sorts. Code units agree with it but for astral characters. */
function byteOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
