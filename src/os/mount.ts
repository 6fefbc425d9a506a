// What is mounted on what, as one mount namespace sees it. A namespace made by unshare sees what its parent mounts
// later, but not the other way round: the parent's mounts are shared and its own are slaves of them, which is what
// `ip netns exec` asks for (MS_SLAVE | MS_REC). Ref: fs/namespace.c, Documentation/filesystems/sharedsubtree.rst
import type { Inode } from './inode.ts'

export class MountNamespace {
  #refs = 1
  /** By what is covered; null where a mount of the parent was taken away here. */
  readonly #mounts = new Map<Inode, Inode | null>()
  readonly #children = new Set<MountNamespace>()

  constructor(readonly parent: MountNamespace | null) {
    if (!parent) return
    parent.get()
    parent.#children.add(this)
  }

  get(): void {
    this.#refs++
  }

  /** The last process gone, what it mounted goes with it. */
  put(): void {
    if (--this.#refs > 0) return
    for (const point of this.#mounts.keys()) this.#drop(point)
    if (!this.parent) return
    this.parent.#children.delete(this)
    this.parent.put()
  }

  /** What is mounted on this very inode; null when nothing is. */
  over(point: Inode): Inode | null {
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
      if (!over || over === top) break
      top = over
    }
    return top
  }

  mount(point: Inode, inode: Inode): void {
    inode.mountedOn()
    if (this.#mounts.has(point)) this.#drop(point)
    this.#mounts.set(point, inode)
    point.mounted++
  }

  /** Takes away what is topmost on a name that leads to `inode`; false when nothing is mounted there. */
  umount(inode: Inode): boolean {
    let point: Inode | null = null
    let top = inode
    for (let over = this.over(top); over && point !== over; over = this.over(top)) {
      point = top
      top = over
    }
    if (!point) return false
    this.#drop(point)
    if (this.parent?.over(point)) {
      this.#mounts.set(point, null)
      point.mounted++
    }
    return true
  }

  /** Takes away whatever is mounted on an inode that has lost its name, here and in namespaces below. */
  detach(point: Inode): void {
    if (point.mounted === 0) return
    this.#drop(point)
    for (const child of this.#children) child.detach(point)
  }

  #drop(point: Inode): void {
    const inode = this.#mounts.get(point)
    if (inode === undefined) return
    this.#mounts.delete(point)
    point.mounted--
    inode?.unmounted()
  }
}
