// Files whose content is made when they are read: what /proc and /sys consist of. Ref: fs/seq_file.c, fs/kernfs/file.c
import { decodeUtf8, encodeUtf8 } from '../wire/utf8.ts'
import type { Errno } from '../uapi/errno.ts'
import { EACCES, EBADF, EIO, ENOENT, EPERM, isErrno } from '../uapi/errno.ts'
import type { SuperBlock, Viewer } from './inode.ts'
import { Directory, Inode, Link } from './inode.ts'
import { OpenFileBase } from './openfile.ts'
import type { FileStat, OpenFlags } from './program.ts'

/** Inode number of what has none of its own (PROC_DYNAMIC_FIRST + 1). */
const DYNAMIC = 4_026_531_841

export type ReadText = () => string | Errno
export type WriteText = (text: string) => Errno | null

/** `strict`: modes bind root too, as under /proc/sys and /sys; elsewhere in /proc a write fails only when it comes. */
export class TextFile extends Inode {
  readonly kind = 'file'
  constructor(
    sb: SuperBlock,
    mode: number,
    readonly readText: ReadText,
    readonly writeText: WriteText | null = null,
    readonly strict: boolean = false,
    readonly reportedSize: number = 0,
  ) {
    super(sb, mode, DYNAMIC)
  }

  override get size(): number {
    return this.reportedSize
  }

  open(flags: OpenFlags, _viewer: Viewer, path: string): OpenText | Errno {
    const writes = flags.write || flags.append
    if (this.strict && writes && !(this.mode & 0o200)) return EACCES
    if (this.strict && flags.read && !(this.mode & 0o400)) return EACCES
    return new OpenText(this, flags, path)
  }
}

class OpenText extends OpenFileBase {
  #content: Uint8Array | null = null
  #offset = 0

  constructor(
    private readonly inode: TextFile,
    private readonly flags: OpenFlags,
    readonly path: string,
  ) {
    super()
  }

  read(max: number): Uint8Array | Errno {
    if (!this.flags.read) return EBADF
    if (this.#content === null) {
      const text = this.inode.readText()
      if (isErrno(text)) return text
      this.#content = encodeUtf8(text)
    }
    const octets = this.#content.subarray(this.#offset, this.#offset + max)
    this.#offset += octets.length
    return octets
  }

  write(octets: Uint8Array): Errno | null {
    if (!this.flags.write && !this.flags.append) return EBADF
    return this.inode.writeText ? this.inode.writeText(decodeUtf8(octets)) : EIO
  }

  stat(): FileStat {
    return this.inode.stat()
  }
}

/** A directory of /proc: nothing can be made or removed in it. */
export abstract class ProcDirectory extends Directory {
  constructor(sb: SuperBlock) {
    super(sb, 0o555, DYNAMIC)
  }
  mayCreate(): Errno {
    return ENOENT
  }
  mayRemove(): Errno {
    return EPERM
  }
}

/** A directory of /sys. */
export abstract class SysDirectory extends Directory {
  constructor(sb: SuperBlock) {
    super(sb, 0o755, DYNAMIC)
  }
  mayCreate(kind: 'file' | 'dir' | 'link'): Errno {
    return kind === 'file' ? EACCES : EPERM
  }
  mayRemove(): Errno {
    return EPERM
  }
}

/** A link made when it is looked at. */
export class VirtualLink extends Link {
  constructor(
    sb: SuperBlock,
    private readonly text: (viewer: Viewer) => string,
    private readonly end: Inode | null = null,
  ) {
    super(sb)
  }
  target(viewer: Viewer): string {
    return this.text(viewer)
  }
  override leadsTo(): Inode | null {
    return this.end
  }
}
