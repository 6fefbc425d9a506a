// What is mounted on what, as one mount namespace sees it. One made as a slave sees what its parent mounts later, but
// not the other way round, which is what `ip netns exec` asks for (MS_SLAVE | MS_REC); a copy goes its own way from
// the start (MS_PRIVATE), as with unshare(1). Ref: fs/namespace.c, Documentation/filesystems/sharedsubtree.rst
import type { Directory, Inode } from './inode.ts'

export interface Mount {
  readonly id: number
  /** What is covered, and what is seen in its place. */
  readonly point: Inode
  readonly root: Inode
  /** From the root of the namespace. */
  readonly path: string
  readonly source: string
  readonly type: string
  /** `rw,nosuid`, and what the file system itself was told: `lowerdir=/a,upperdir=/b`. */
  readonly flags: string
  readonly data: string
  /** Where `root` lies in its own file system (fourth field of mountinfo). */
  readonly within: string
}

/** What all mount namespaces of a machine share. */
class Registry {
  readonly all = new Set<MountNamespace>()
  #last = 20
  nextId(): number {
    return ++this.#last
  }
}

/** Where a tree's mounts go when its root becomes another (pivot_root). */
type Moved = (path: string) => string

export class MountNamespace {
  #refs = 1
  /** By what is covered; null where a mount of the parent was taken away here. */
  readonly #mounts = new Map<Inode, Mount | null>()
  /** Those that are not null, by path; of one path in the order they were mounted. */
  readonly #byPath = new Map<string, readonly Mount[]>()
  readonly #children = new Set<MountNamespace>()
  readonly #registry: Registry
  /** Some mount is read-only: names must be looked at before something is written. */
  #protected = false
  #inode: number | null = null

  constructor(
    public parent: MountNamespace | null,
    /** Gives the number of its inode when somebody first asks: most are gone before. */
    private readonly allot: () => number,
    /** Where the paths of whoever enters it begin. */
    public root: Directory,
    registry: Registry = parent?.registry ?? new Registry(),
  ) {
    this.#registry = registry
    registry.all.add(this)
    if (!parent) return
    this.#protected = parent.#protected
    parent.get()
    parent.#children.add(this)
  }

  get inode(): number {
    this.#inode ??= this.allot()
    return this.#inode
  }

  get registry(): Registry {
    return this.#registry
  }

  get(): void {
    this.#refs++
  }

  /** The last process gone, what it mounted goes with it. */
  put(): void {
    if (--this.#refs > 0) return
    for (const point of this.#mounts.keys()) this.#drop(point)
    this.#registry.all.delete(this)
    this.#leaveParent()
  }

  /** One with the same mounts that hears of nothing mounted later. */
  copy(inode: number): MountNamespace {
    const copy = new MountNamespace(null, () => inode, this.root, this.#registry)
    for (const mount of this.list()) copy.#put(mount)
    return copy
  }

  /** From now on it hears nothing of its parent's mounts (MS_PRIVATE | MS_REC). */
  makePrivate(): void {
    if (!this.parent) return
    const inherited = this.list().filter((mount) => this.#mounts.get(mount.point) === undefined)
    for (const [point, mount] of this.#mounts) if (mount === null) this.#drop(point)
    for (const mount of inherited) this.#put(mount)
    this.#leaveParent()
  }

  /** What is mounted on this very inode; null when nothing is. */
  over(point: Inode): Mount | null {
    const own = this.#mounts.get(point)
    if (own !== undefined) return own
    return this.parent ? this.parent.over(point) : null
  }

  /** What one sees where `inode` lies: the topmost of what is mounted on it. */
  top(inode: Inode): Inode {
    let top = inode
    while (top.mounted > 0) {
      const over = this.over(top)
      // A directory bound on itself is a mount point that looks the same.
      if (!over || over.root === top) break
      top = over.root
    }
    return top
  }

  /** In the order they were mounted. */
  list(): readonly Mount[] {
    if (!this.parent) return [...this.#own()]
    const inherited = this.parent.list().filter((mount) => !this.#mounts.has(mount.point))
    return [...inherited, ...this.#own()].sort((a, b) => a.id - b.id)
  }

  mount(mount: Omit<Mount, 'id'>): void {
    this.#put({ ...mount, id: this.#registry.nextId() })
  }

  /** Takes away what is topmost on a name that leads to `inode`; false when nothing is mounted there. */
  umount(inode: Inode): boolean {
    const mount = this.topmost(inode)
    if (!mount) return false
    this.#takeAway(mount)
    return true
  }

  /** And all that is mounted below it (MNT_DETACH). */
  detachTree(path: string): void {
    const below = this.list().filter((mount) => isWithin(mount.path, path))
    for (const mount of below.reverse()) this.#takeAway(mount)
  }

  /** Takes away this one. */
  remove(mount: Mount): void {
    this.#takeAway(mount)
  }

  /** Something is mounted below a path. */
  busy(path: string): boolean {
    return this.list().some((mount) => mount.path !== path && isWithin(mount.path, path))
  }

  /** The mount that one sees where `inode` lies; null when none is mounted right there. */
  topmost(inode: Inode): Mount | null {
    let found: Mount | null = null
    let top = inode
    for (let over = this.over(top); over && found?.root !== over.root; over = this.over(top)) {
      found = over
      top = over.root
      if (over.root === over.point) break
    }
    return found
  }

  /** What a path lies on. */
  at(path: string): Mount | null {
    for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/'), 1))) {
      const mount = this.#lastOn(folder)
      if (mount || folder.length <= 1) return mount
    }
  }

  /** What was mounted last on a path, here or by a parent that one still hears. */
  #lastOn(path: string): Mount | null {
    const own = this.#byPath.get(path)?.at(-1) ?? null
    let best = own
    for (let above = this.parent, hidden = [this.#mounts]; above; above = above.parent) {
      const mount = above.#byPath.get(path)?.findLast(({ point }) => !hidden.some((one) => one.has(point)))
      if (mount && (!best || mount.id > best.id)) best = mount
      hidden = [...hidden, above.#mounts]
    }
    return best
  }

  isReadOnly(path: string): boolean {
    return this.#protected && (this.at(path)?.flags.split(',').includes('ro') ?? false)
  }

  /** Changes a mount's flags (MS_REMOUNT). */
  setFlags(mount: Mount, flags: string): void {
    this.#put({ ...mount, flags })
  }

  /** Another root: paths of mounts are counted from there. `root` is to be seen there already. */
  pivot(root: Directory, moved: Moved): void {
    this.makePrivate()
    this.root = root
    root.sb.changes++
    const mounts = [...this.#own()]
    this.#byPath.clear()
    for (const mount of mounts) this.#index({ ...mount, path: moved(mount.path) })
  }

  /** Takes away whatever is mounted on an inode that has lost its name, in all namespaces. */
  detach(point: Inode): void {
    if (point.mounted === 0) return
    for (const namespace of this.#registry.all) namespace.#drop(point)
  }

  *#own(): IterableIterator<Mount> {
    for (const mount of this.#mounts.values()) if (mount) yield mount
  }

  #put(mount: Mount): void {
    const { point } = mount
    mount.root.mountedOn()
    if (this.#mounts.has(point)) this.#drop(point)
    this.#index(mount)
    point.mounted++
    point.sb.changes++
    if (mount.flags.split(',').includes('ro')) this.#protect()
  }

  #index(mount: Mount): void {
    this.#mounts.set(mount.point, mount)
    this.#byPath.set(mount.path, [...(this.#byPath.get(mount.path) ?? []), mount])
  }

  #protect(): void {
    this.#protected = true
    for (const child of this.#children) child.#protect()
  }

  #takeAway(mount: Mount): void {
    const { point } = mount
    this.#drop(point)
    if (!this.parent?.over(point)) return
    this.#mounts.set(point, null)
    point.mounted++
    point.sb.changes++
  }

  #drop(point: Inode): void {
    const mount = this.#mounts.get(point)
    if (mount === undefined) return
    this.#mounts.delete(point)
    point.mounted--
    point.sb.changes++
    if (mount) {
      const left = this.#byPath.get(mount.path)?.filter((other) => other !== mount) ?? []
      if (left.length > 0) this.#byPath.set(mount.path, left)
      else this.#byPath.delete(mount.path)
    }
    mount?.root.unmounted()
  }

  #leaveParent(): void {
    const { parent } = this
    if (!parent) return
    parent.#children.delete(this)
    this.parent = null
    parent.put()
  }
}

/** A path is another or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  if (folder === '/') return true
  return path.startsWith(folder) && (path.length === folder.length || path.charAt(folder.length) === '/')
}
