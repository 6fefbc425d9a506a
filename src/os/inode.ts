// What a name in a directory leads to. Read mount.ts and vfs.ts after it: names become inodes there.
import type { Net } from '../kernel/kernel.ts'
import type { Clock, Nanoseconds } from '../sim/clock.ts'
import type { Errno } from '../uapi/errno.ts'
import { EBADF, EISDIR } from '../uapi/errno.ts'
import type { MountNamespace } from './mount.ts'
import { OpenFileBase } from './openfile.ts'
import type { PidNamespace } from './pidns.ts'
import type { FileStat, OpenFile, OpenFlags, Tty } from './program.ts'

/** A terminal that a process may open as /dev/tty. */
export interface ControllingTty extends Tty {
  /** Process group that Ctrl-C reaches, by the machine's number; `foreground` is as the process that asks counts. */
  pgrp: number
  /** /dev/pts/N. */
  readonly path: string
  open(): OpenFile
}

/** Who looks: what lies under /proc, /sys and /dev depends on it. */
export interface Viewer {
  readonly pid: number
  readonly pidns: PidNamespace
  readonly netns: Net
  readonly nsproxy: { readonly uts: { nodename: string; domainname: string } }
  readonly terminal: ControllingTty | null
  readonly fds: ReadonlyMap<number, OpenFile>
  readonly root: Directory
  readonly mounts: MountNamespace
}

/** What the inodes of one machine share. */
export class SuperBlock {
  /** Rises when a name is given or taken away, and when something is mounted or no longer is. */
  changes = 0
  #last = 10
  constructor(readonly clock: Clock) {}
  nextInode(): number {
    return ++this.#last
  }
}

export abstract class Inode {
  abstract readonly kind: FileStat['kind']
  readonly number: number
  mtime: Nanoseconds
  /** How many mount namespaces mount something here; 0 spares the walk a look. */
  mounted = 0

  constructor(
    readonly sb: SuperBlock,
    public mode: number,
    number: number = sb.nextInode(),
  ) {
    this.number = number
    this.mtime = sb.clock.now
  }

  get size(): number {
    return 0
  }

  /** `flags.create` has been done by the caller; `path` is the name it was opened by. */
  abstract open(flags: OpenFlags, viewer: Viewer, path: string): OpenFile | Errno

  /** It has been mounted somewhere, or is no longer. */
  mountedOn(): void {}
  unmounted(): void {}

  /** It is about to be changed: where it lies on another file system it is copied up. */
  changing(): void {}

  touch(): void {
    this.mtime = this.sb.clock.now
  }

  /** Why its mode and times cannot be set; null when they can. */
  mayChange(): Errno | null {
    return null
  }

  stat(): FileStat {
    return { kind: this.kind, size: this.size, mode: this.mode, inode: this.number, mtime: this.mtime }
  }
}

export abstract class Directory extends Inode {
  readonly kind = 'dir'

  abstract lookup(name: string, viewer: Viewer): Inode | null
  /** In the file system's own order. */
  abstract names(viewer: Viewer): readonly string[]
  /** Why nothing can be made or removed here; null when it can. */
  abstract mayCreate(kind: 'file' | 'dir' | 'link'): Errno | null
  abstract mayRemove(): Errno | null
  insert(_name: string, _inode: Inode): void {}
  remove(_name: string, _viewer: Viewer): void {}

  open(flags: OpenFlags, _viewer: Viewer, path: string): OpenFile | Errno {
    return flags.write || flags.append ? EISDIR : new OpenDirectory(this, path)
  }
}

class OpenDirectory extends OpenFileBase {
  constructor(
    private readonly inode: Directory,
    readonly path: string,
  ) {
    super()
  }
  read(): Errno {
    return EISDIR
  }
  write(): Errno {
    return EBADF
  }
  stat(): FileStat {
    return this.inode.stat()
  }
}

/** A directory in memory, as a tmpfs keeps it: the newest name is listed first. Ref: fs/libfs.c:offset_readdir() */
export class MemoryDirectory extends Directory {
  readonly #entries = new Map<string, Inode>()

  constructor(sb: SuperBlock, mode = 0o755) {
    super(sb, mode)
  }

  override get size(): number {
    return 4096
  }

  isEmpty(_viewer: Viewer): boolean {
    return this.#entries.size === 0
  }

  lookup(name: string, _viewer: Viewer): Inode | null {
    return this.entry(name)
  }

  names(_viewer: Viewer): readonly string[] {
    return this.entryNames()
  }

  /** What it keeps itself. */
  entry(name: string): Inode | null {
    return this.#entries.get(name) ?? null
  }

  entryNames(): readonly string[] {
    return [...this.#entries.keys()].reverse()
  }

  mayCreate(): null {
    return null
  }

  mayRemove(): null {
    return null
  }

  override insert(name: string, inode: Inode): void {
    this.#entries.set(name, inode)
    this.sb.changes++
    this.touch()
  }

  override remove(name: string, _viewer: Viewer): void {
    this.#entries.delete(name)
    this.sb.changes++
    this.touch()
  }
}

export abstract class Link extends Inode {
  readonly kind = 'link'
  constructor(sb: SuperBlock) {
    super(sb, 0o777)
  }
  /** The text readlink(2) gives. */
  abstract target(viewer: Viewer): string
  /** What it leads to when that is no path (`net:[4026531840]`); null to follow the text. */
  leadsTo(_viewer: Viewer): Inode | null {
    return null
  }
  /** Whose mounts are seen beyond it; null for the viewer's own. */
  get beyond(): MountNamespace | null {
    return null
  }
  open(): Errno {
    return EBADF
  }
}

export class Symlink extends Link {
  constructor(
    sb: SuperBlock,
    private readonly text: string,
  ) {
    super(sb)
  }
  override get size(): number {
    return this.text.length
  }
  target(): string {
    return this.text
  }
}
