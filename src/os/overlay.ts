// overlayfs: a tree that may be written laid over others that may not. A file is copied up when it is first written;
// what is taken away leaves a whiteout behind. Ref: Documentation/filesystems/overlayfs.rst, fs/overlayfs/
import { ENXIO } from '../uapi/errno.ts'
import { Device } from './dev.ts'
import type { Inode, SuperBlock, Viewer } from './inode.ts'
import { Directory, MemoryDirectory } from './inode.ts'
import { RegularFile } from './regular.ts'

/** A character device 0/0 stands for a name that is gone. */
class Whiteout extends Device {
  constructor(sb: SuperBlock) {
    super(sb, 0, () => ENXIO)
  }
}

/** The upper directory, made when it is first needed; null where nothing can be written. */
type Upper = (() => MemoryDirectory) | null

export class OverlayDirectory extends MemoryDirectory {
  /** What the lower directories hold as it looks from here, by name: the same each time it is asked for. */
  readonly #seen = new Map<string, Inode>()

  constructor(
    sb: SuperBlock,
    private readonly lowers: readonly Directory[],
    private readonly upper: Upper,
    /** The upper directory when there is one already. */
    private readonly present: () => MemoryDirectory | null = () => upper?.() ?? null,
    mode = lowers[0]?.mode ?? 0o755,
  ) {
    super(sb, mode)
  }

  override lookup(name: string, viewer: Viewer): Inode | null {
    const seen = this.#seen.get(name)
    if (seen) return seen
    const over = this.present()?.entry(name) ?? null
    if (over instanceof Whiteout) return null
    if (over && !(over instanceof Directory)) return over
    const under = this.#under(name, viewer)
    if (over && !(under[0] instanceof Directory)) return over
    const [first] = under
    if (!first) return null
    const inode = this.#appear(name, first, under)
    this.#seen.set(name, inode)
    return inode
  }

  override names(viewer: Viewer): readonly string[] {
    const upper = this.present()
    const names = new Set(upper?.entryNames() ?? [])
    for (const lower of this.lowers) for (const name of lower.names(viewer)) names.add(name)
    return [...names].filter((name) => this.lookup(name, viewer) !== null)
  }

  override isEmpty(viewer: Viewer): boolean {
    return this.names(viewer).length === 0
  }

  override mayCreate(): null {
    return null
  }

  override insert(name: string, inode: Inode): void {
    this.#seen.delete(name)
    if (inode instanceof RegularFile) inode.beforeChange = null
    // A merged directory stays one under its new name.
    if (inode instanceof OverlayDirectory) this.#seen.set(name, inode)
    this.upper?.().insert(name, inode)
    this.touch()
  }

  override remove(name: string, viewer: Viewer): void {
    this.#seen.delete(name)
    const upper = this.upper?.()
    upper?.remove(name, viewer)
    if (this.#under(name, viewer).length > 0) upper?.insert(name, new Whiteout(this.sb))
    this.touch()
  }

  /** Of that name in the lower directories, the topmost first; only directories are merged. */
  #under(name: string, viewer: Viewer): readonly Inode[] {
    const found: Inode[] = []
    for (const lower of this.lowers) {
      const inode = lower.lookup(name, viewer)
      if (!inode) continue
      if (inode instanceof Whiteout) break
      if (found.length > 0 && !(inode instanceof Directory)) break
      found.push(inode)
      if (!(inode instanceof Directory)) break
    }
    return found
  }

  #appear(name: string, first: Inode, under: readonly Inode[]): Inode {
    if (first instanceof RegularFile) {
      const copy = first.twin()
      copy.beforeChange = () => {
        copy.beforeChange = null
        this.upper?.().insert(name, copy)
      }
      return copy
    }
    if (!(first instanceof Directory)) return first
    const directories = under.filter((inode) => inode instanceof Directory)
    const own = (): MemoryDirectory | null => {
      const inode = this.present()?.entry(name) ?? null
      return inode instanceof MemoryDirectory ? inode : null
    }
    const { upper } = this
    const made = (): MemoryDirectory => {
      const there = own()
      if (there) return there
      const fresh = new MemoryDirectory(this.sb, first.mode)
      upper?.().insert(name, fresh)
      return fresh
    }
    return new OverlayDirectory(this.sb, directories, upper ? made : null, own, first.mode)
  }
}
