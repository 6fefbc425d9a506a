// Files with octets of their own; a program is one of them that knows what to run.
import { decodeUtf8, encodeUtf8 } from '../wire/utf8.ts'
import type { Errno } from '../uapi/errno.ts'
import { EBADF, ENOSPC } from '../uapi/errno.ts'
import type { SuperBlock, Viewer } from './inode.ts'
import { Inode } from './inode.ts'
import { OpenFileBase } from './openfile.ts'
import type { FileStat, OpenFlags, Program } from './program.ts'
import { WaitQueue } from '../sim/wait.ts'

/** A file that grows further finds the disk full. */
const BIGGEST_FILE = 32 * 1024 * 1024
const EMPTY = new Uint8Array(0)

export class RegularFile extends Inode {
  readonly kind = 'file'
  #octets: Uint8Array = EMPTY
  #size = 0
  /** Its octets are another's too, until one of them is written. */
  #shared = false
  /** Called once before its first change. */
  beforeChange: (() => void) | null = null
  /** Who waits for it to grow (tail -f). */
  growth: WaitQueue | null = null

  constructor(
    sb: SuperBlock,
    mode = 0o644,
    readonly program: Program | null = null,
  ) {
    super(sb, mode)
  }

  override get size(): number {
    return this.#size
  }

  /** A view of the content: whoever keeps it copies it. */
  get octets(): Uint8Array {
    return this.#octets.subarray(0, this.#size)
  }

  get text(): string {
    return decodeUtf8(this.octets)
  }

  /** A file of its own with the same content. */
  twin(): RegularFile {
    const twin = new RegularFile(this.sb, this.mode, this.program)
    twin.mtime = this.mtime
    twin.#octets = this.#octets
    twin.#size = this.#size
    twin.#shared = this.#shared = true
    return twin
  }

  override changing(): void {
    this.beforeChange?.()
  }

  set text(text: string) {
    this.changing()
    this.#shared = false
    this.#octets = encodeUtf8(text)
    this.#size = this.#octets.length
    this.#changed()
  }

  write(at: number, octets: Uint8Array): void {
    this.changing()
    const end = at + octets.length
    if (end > this.#octets.length || this.#shared) this.#grow(end)
    this.#octets.set(octets, at)
    if (end > this.#size) this.#size = end
    this.#changed()
  }

  truncate(): void {
    this.changing()
    this.#shared = false
    this.#octets = EMPTY
    this.#size = 0
    this.#changed()
  }

  open(flags: OpenFlags, _viewer: Viewer, path: string): OpenRegular {
    if (flags.truncate && flags.write) this.truncate()
    return new OpenRegular(this, flags, path)
  }

  #grow(size: number): void {
    const larger = new Uint8Array(Math.max(size, this.#octets.length * 2, 64))
    larger.set(this.octets)
    this.#shared = false
    this.#octets = larger
  }

  #changed(): void {
    this.touch()
    this.growth?.wake()
  }
}

export class OpenRegular extends OpenFileBase {
  #offset = 0
  constructor(
    readonly inode: RegularFile,
    private readonly flags: OpenFlags,
    readonly path: string,
  ) {
    super()
  }

  read(max: number): Uint8Array | Errno {
    if (!this.flags.read) return EBADF
    const octets = this.inode.octets.slice(this.#offset, this.#offset + max)
    this.#offset += octets.length
    return octets
  }

  write(octets: Uint8Array): Errno | null {
    if (!this.flags.write && !this.flags.append) return EBADF
    if (this.flags.append) this.#offset = this.inode.size
    if (this.#offset + octets.length > BIGGEST_FILE) return ENOSPC
    this.inode.write(this.#offset, octets)
    this.#offset += octets.length
    return null
  }

  override subscribe(wake: () => void): () => void {
    this.inode.growth ??= new WaitQueue()
    return this.inode.growth.subscribe(wake)
  }

  stat(): FileStat {
    return this.inode.stat()
  }
}
