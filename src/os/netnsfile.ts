// A network namespace as a file (nsfs): what /run/netns/NAME is once mounted, and /proc/PID/ns/net leads to.
// Ref: fs/nsfs.c
import type { Net } from '../kernel/kernel.ts'
import type { Errno } from '../uapi/errno.ts'
import { EBADF, EINVAL, EPERM } from '../uapi/errno.ts'
import type { NetnsRef } from '../uapi/netns.ts'
import type { SuperBlock, Viewer } from './inode.ts'
import { Inode } from './inode.ts'
import { OpenFileBase } from './openfile.ts'
import type { FileStat, OpenFlags } from './program.ts'

/** Each mount of it, and each open file, keeps the namespace alive. */
export class NetnsFile extends Inode {
  readonly kind = 'netns'
  constructor(
    sb: SuperBlock,
    readonly net: Net,
  ) {
    super(sb, 0o444, net.inode)
  }

  open(flags: OpenFlags, _viewer: Viewer, path: string): OpenNetns | Errno {
    return flags.write || flags.append ? EPERM : new OpenNetns(this, path)
  }

  override mayChange(): Errno {
    return EPERM
  }

  override mountedOn(): void {
    this.net.get()
  }

  override unmounted(): void {
    this.net.put()
  }
}

class OpenNetns extends OpenFileBase {
  constructor(
    private readonly inode: NetnsFile,
    readonly path: string,
  ) {
    super()
    inode.net.get()
  }

  override get netns(): NetnsRef {
    return this.inode.net
  }

  read(): Errno {
    return EINVAL
  }

  write(): Errno {
    return EBADF
  }

  stat(): FileStat {
    return this.inode.stat()
  }

  protected override release(): void {
    this.inode.net.put()
  }
}
