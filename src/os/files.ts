// A process's files.
import { decodeUtf8, encodeUtf8 } from '../wire/utf8.ts'
import type { Net } from '../kernel/kernel.ts'
import type { Nanoseconds } from '../sim/clock.ts'
import type { Errno } from '../uapi/errno.ts'
import { EPERM, EAGAIN, ENOENT, ENOTDIR, isErrno } from '../uapi/errno.ts'
import type { NetnsRef } from '../uapi/netns.ts'
import { concat } from '../wire/octets.ts'
import type { Inode } from './inode.ts'
import { Directory } from './inode.ts'
import { MountNamespace } from './mount.ts'
import { bind, chroot, install, mount, mountNetns, pivotRoot, remount, umount } from './mounting.ts'
import { enterMounts } from './nsproxy.ts'
import { makePipe } from './pipe.ts'
import { openPty } from './pty.ts'
import { capable } from './capabilities.ts'
import type { Files, FileStat, OpenFile, OpenFlags, Pty, Program } from './program.ts'
import type { System } from './system.ts'
import type { Task } from './task.ts'
import {
  mkdir,
  mkfifo,
  namei,
  openPath,
  pathOfPlace,
  readlink,
  readOnlyAt,
  rename,
  rmdir,
  symlink,
  unlink,
  walk,
} from './vfs.ts'

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

  mkfifo(path: string, mode: number = 0o644): Errno | null {
    return mkfifo(this.task, path, mode)
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
    const inode = this.#changeable(path)
    if (isErrno(inode)) return inode
    inode.changing()
    inode.mode = mode & 0o7777
    return null
  }

  touch(path: string, mtime?: Nanoseconds): Errno | null {
    const inode = this.#changeable(path)
    if (isErrno(inode)) return inode
    inode.changing()
    inode.touch()
    if (mtime !== undefined) inode.mtime = mtime
    return null
  }

  /** That of a path, when its mode and times can be set. */
  #changeable(path: string): Inode | Errno {
    const place = walk(this.task, path, true)
    if (isErrno(place)) return place
    if (!place.inode) return ENOENT
    return readOnlyAt(this.task, place) ?? place.inode.mayChange() ?? place.inode
  }

  pipe(): { readonly read: OpenFile; readonly write: OpenFile } {
    return makePipe(this.system.sb.nextInode())
  }

  openpty(columns: number, rows: number): Pty {
    return openPty(this.system.openTerminal(columns, rows))
  }

  mountNetns(path: string, netns: NetnsRef): Errno | null {
    // Every reference a program holds is a namespace of its machine's kernel.
    return mountNetns(this.system, this.task, path, netns as Net)
  }

  umount(path: string, lazy: boolean = false): Errno | null {
    if (!capable(this.task, 'SYS_ADMIN')) return EPERM
    return umount(this.task, path, lazy)
  }

  unshareMounts(): void {
    const { task } = this
    const allot = (): number => this.system.nextNamespace()
    const slave = new MountNamespace(task.mounts, allot, task.mounts.root)
    enterMounts(task, slave, false)
  }

  makePrivate(): void {
    this.task.mounts.makePrivate()
  }

  bind(from: string, to: string, options: string = ''): Errno | null {
    if (!capable(this.task, 'SYS_ADMIN')) return EPERM
    return bind(this.task, from, to, options)
  }

  mount(source: string, target: string, type: string, options: string = ''): Errno | null {
    if (!capable(this.task, 'SYS_ADMIN')) return EPERM
    return mount(this.system, this.task, { source, target, type, options })
  }

  remount(target: string, options: string): Errno | null {
    if (!capable(this.task, 'SYS_ADMIN')) return EPERM
    return remount(this.task, target, options)
  }

  mountSys(): void {
    this.mount('sysfs', '/sys', 'sysfs')
  }

  chroot(path: string): Errno | null {
    return chroot(this.task, path)
  }

  pivotRoot(newRoot: string, putOld: string): Errno | null {
    return pivotRoot(this.task, newRoot, putOld)
  }

  install(path: string, program: Program): Errno | null {
    return install(this.system, this.task, path, program)
  }
}

/** Names in the order of their octets, as LC_ALL=C sorts. Code units agree with it but for astral characters. */
function byteOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
