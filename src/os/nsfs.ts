// A namespace as a file (nsfs): what /proc/PID/ns/KIND leads to, and what a name becomes that it is mounted on.
// Ref: fs/nsfs.c
import type { Errno } from '../uapi/errno.ts'
import { EBADF, EINVAL, EPERM } from '../uapi/errno.ts'
import type { NamespaceRef } from '../uapi/namespace.ts'
import type { NetnsRef } from '../uapi/netns.ts'
import type { SuperBlock, Viewer } from './inode.ts'
import { Inode } from './inode.ts'
import type { AnyNamespace } from './namespaces.ts'
import { OpenFileBase } from './openfile.ts'
import type { FileStat, OpenFlags } from './program.ts'

/** Each mount of it, and each open file, keeps the namespace alive. */
export class NamespaceFile extends Inode {
  readonly kind = 'nsfs'
  constructor(
    sb: SuperBlock,
    readonly namespace: AnyNamespace,
  ) {
    super(sb, 0o444, namespace.ns.inode)
  }

  /** `net:[4026531840]` */
  get text(): string {
    return `${this.namespace.kind}:[${this.number}]`
  }

  open(flags: OpenFlags, _viewer: Viewer, path: string): OpenNamespace | Errno {
    return flags.write || flags.append ? EPERM : new OpenNamespace(this, path)
  }

  override mayChange(): Errno {
    return EPERM
  }

  override mountedOn(): void {
    this.namespace.ns.get()
  }

  override unmounted(): void {
    this.namespace.ns.put()
  }
}

export class OpenNamespace extends OpenFileBase {
  constructor(
    private readonly inode: NamespaceFile,
    readonly path: string,
  ) {
    super()
    inode.namespace.ns.get()
  }

  get namespace(): AnyNamespace {
    return this.inode.namespace
  }

  override get ns(): NamespaceRef {
    return { kind: this.namespace.kind, inode: this.inode.number }
  }

  override get netns(): NetnsRef | null {
    return this.namespace.kind === 'net' ? this.namespace.ns : null
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
    this.inode.namespace.ns.put()
  }
}
