// Files in memory, for tests: a flat map of absolute paths.
import type { FileStat, Files, OpenFile, OpenFlags } from '../../os/program.ts'
import {
  EEXIST,
  EINVAL,
  EISDIR,
  ELOOP,
  ENOENT,
  ENOTDIR,
  ENOTEMPTY,
  isErrno,
  type Errno,
} from '../../uapi/errno.ts'
import { decodeUtf8, encodeUtf8, shownUtf8 } from '../../wire/utf8.ts'

interface Node {
  kind: 'file' | 'dir' | 'link' | 'fifo'
  data: Uint8Array
  target: string
  mode: number
  inode: number
}

const NOTHING = new Uint8Array(0)

export class FakeFile implements OpenFile {
  readonly tty: OpenFile['tty']
  readonly netns = null
  readonly ns = null
  readonly writable = true
  /** What was written. */
  written = ''
  #at = 0

  constructor(
    private readonly node: Node,
    private readonly append = false,
    columns: number | null = null,
  ) {
    this.tty = columns === null ? null : { mode: 'cooked', isig: true, foreground: 1, columns, rows: 24 }
  }

  read(max: number): Uint8Array {
    const part = this.node.data.slice(this.#at, this.#at + max)
    this.#at += part.length
    return part
  }

  write(octets: Uint8Array): null {
    this.written += shownUtf8(octets)
    if (this.append) this.#at = this.node.data.length
    const all = new Uint8Array(Math.max(this.node.data.length, this.#at + octets.length))
    all.set(this.node.data)
    all.set(octets, this.#at)
    this.#at += octets.length
    this.node.data = all
    return null
  }

  stat(): FileStat {
    return statOf(this.node)
  }

  ref(): void {}
  close(): void {}
  subscribe(): () => void {
    return () => {}
  }
}

function statOf(node: Node): FileStat {
  return { kind: node.kind, size: node.data.length, mode: node.mode, inode: node.inode, mtime: 0 }
}

export function memoryFile(text: string, columns: number | null = null): FakeFile {
  return new FakeFile(
    { kind: 'fifo', data: encodeUtf8(text), target: '', mode: 0o600, inode: 1 },
    false,
    columns,
  )
}

export class FakeFiles implements Files {
  readonly #nodes = new Map<string, Node>()
  #cwd = '/root'
  #inodes = 10

  /** A name that ends in `/` is a directory; one with `->` a link: `{ 'a -> b': '' }`. */
  constructor(files: Readonly<Record<string, string>>) {
    for (const path of ['/', '/root', '/tmp', '/etc']) this.#add(path, 'dir')
    for (const [name, text] of Object.entries(files)) {
      const [path = '', target] = name.split(' -> ')
      if (target !== undefined) this.#add(this.#absolute(path), 'link', '', target)
      else if (path.endsWith('/')) this.#add(this.#absolute(path), 'dir')
      else {
        for (let up = parentOf(this.#absolute(path)); !this.#nodes.has(up); up = parentOf(up))
          this.#add(up, 'dir')
        this.#add(this.#absolute(path), 'file', text)
      }
    }
  }

  #add(path: string, kind: Node['kind'], text = '', target = ''): Node {
    const mode = kind === 'dir' ? 0o755 : 0o644
    const node: Node = { kind, data: encodeUtf8(text), target, mode, inode: this.#inodes++ }
    this.#nodes.set(path, node)
    return node
  }

  #absolute(path: string): string {
    const out: string[] = []
    for (const part of (path.startsWith('/') ? path : `${this.#cwd}/${path}`).split('/')) {
      if (part === '..') out.pop()
      else if (part !== '' && part !== '.') out.push(part)
    }
    return `/${out.join('/')}`
  }

  #find(path: string, follow: boolean, depth = 0): Node | Errno {
    const absolute = this.#absolute(path)
    const node = this.#nodes.get(absolute)
    if (!node) {
      const parent = this.#nodes.get(parentOf(absolute))
      return parent && parent.kind === 'file' ? ENOTDIR : ENOENT
    }
    if (!follow || node.kind !== 'link') return node
    if (depth > 8) return ELOOP
    const target = node.target.startsWith('/') ? node.target : `${parentOf(absolute)}/${node.target}`
    return this.#find(target, true, depth + 1)
  }

  cwd(): string {
    return this.#cwd
  }
  chdir(path: string): Errno | null {
    const node = this.#find(path, true)
    if (isErrno(node)) return node
    if (node.kind !== 'dir') return ENOTDIR
    this.#cwd = this.#absolute(path)
    return null
  }
  realpath(path: string): string {
    const absolute = this.#absolute(path)
    const node = this.#nodes.get(absolute)
    if (node?.kind !== 'link') return absolute
    return this.realpath(node.target.startsWith('/') ? node.target : `${parentOf(absolute)}/${node.target}`)
  }
  open(path: string, flags: OpenFlags): OpenFile | Errno {
    let node = this.#find(path, true)
    if (isErrno(node)) {
      if (!flags.create || node !== ENOENT) return node
      const parent = this.#find(parentOf(this.#absolute(path)), true)
      if (isErrno(parent)) return parent
      if (parent.kind !== 'dir') return ENOTDIR
      node = this.#add(this.realpath(path), 'file')
    }
    if (node.kind === 'dir' && flags.write) return EISDIR
    if (flags.truncate) node.data = NOTHING
    return new FakeFile(node, flags.append ?? false)
  }
  readFile(path: string): Uint8Array | Errno {
    const node = this.#find(path, true)
    if (isErrno(node)) return node
    return node.kind === 'dir' ? EISDIR : node.data
  }
  readText(path: string): string | Errno {
    const data = this.readFile(path)
    return isErrno(data) ? data : decodeUtf8(data)
  }
  writeFile(path: string, data: string | Uint8Array): Errno | null {
    const file = this.open(path, { write: true, create: true, truncate: true })
    return isErrno(file) ? file : file.write(typeof data === 'string' ? encodeUtf8(data) : data)
  }
  stat(path: string): FileStat | Errno {
    const node = this.#find(path, true)
    return isErrno(node) ? node : statOf(node)
  }
  lstat(path: string): FileStat | Errno {
    const node = this.#find(path, false)
    return isErrno(node) ? node : statOf(node)
  }
  readdir(path: string): readonly string[] | Errno {
    const node = this.#find(path, true)
    if (isErrno(node)) return node
    if (node.kind !== 'dir') return ENOTDIR
    const base = this.realpath(path)
    const inside = [...this.#nodes.keys()].filter((p) => p !== '/' && parentOf(p) === base)
    return inside.map((p) => p.slice(p.lastIndexOf('/') + 1)).sort()
  }
  readdirUnsorted(path: string): readonly string[] | Errno {
    return this.readdir(path)
  }
  mkdir(path: string, mode = 0o755): Errno | null {
    const absolute = this.#absolute(path)
    if (this.#nodes.has(absolute)) return EEXIST
    const parent = this.#find(parentOf(absolute), true)
    if (isErrno(parent)) return parent
    if (parent.kind !== 'dir') return ENOTDIR
    this.#add(absolute, 'dir').mode = mode
    return null
  }
  rmdir(path: string): Errno | null {
    const node = this.#find(path, false)
    if (isErrno(node)) return node
    if (node.kind !== 'dir') return ENOTDIR
    const inside = this.readdir(path)
    if (!isErrno(inside) && inside.length > 0) return ENOTEMPTY
    this.#nodes.delete(this.#absolute(path))
    return null
  }
  unlink(path: string): Errno | null {
    const node = this.#find(path, false)
    if (isErrno(node)) return node
    if (node.kind === 'dir') return EISDIR
    this.#nodes.delete(this.#absolute(path))
    return null
  }
  rename(from: string, to: string): Errno | null {
    const node = this.#find(from, false)
    if (isErrno(node)) return node
    const [old, next] = [this.#absolute(from), this.#absolute(to)]
    for (const [path, inside] of [...this.#nodes]) {
      if (path !== old && !path.startsWith(`${old}/`)) continue
      this.#nodes.delete(path)
      this.#nodes.set(next + path.slice(old.length), inside)
    }
    return null
  }
  symlink(target: string, path: string): Errno | null {
    const absolute = this.#absolute(path)
    if (this.#nodes.has(absolute)) return EEXIST
    if (isErrno(this.#find(parentOf(absolute), true))) return ENOENT
    this.#add(absolute, 'link', '', target)
    return null
  }
  readlink(path: string): string | Errno {
    const node = this.#find(path, false)
    if (isErrno(node)) return node
    return node.kind === 'link' ? node.target : EINVAL
  }
  chmod(path: string, mode: number): Errno | null {
    const node = this.#find(path, true)
    if (isErrno(node)) return node
    node.mode = mode
    return null
  }
  touch(path: string): Errno | null {
    const node = this.#find(path, true)
    return isErrno(node) ? node : null
  }
  mkfifo(path: string): Errno | null {
    return this.writeFile(path, '')
  }
  pipe(): { read: OpenFile; write: OpenFile } {
    const file = memoryFile('')
    return { read: file, write: file }
  }
  openpty(): { master: OpenFile; slave: OpenFile; resize(): void } {
    const file = memoryFile('')
    return { master: file, slave: file, resize() {} }
  }
  mountNetns(): null {
    return null
  }
  umount(): null {
    return null
  }
  unshareMounts(): void {}
  bind(): null {
    return null
  }
  mountSys(): void {}
  makePrivate(): void {}
  mount(): null {
    return null
  }
  remount(): null {
    return null
  }
  chroot(): null {
    return null
  }
  pivotRoot(): null {
    return null
  }
  install(): null {
    return null
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}
