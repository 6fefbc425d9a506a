// /dev. Ref: drivers/char/mem.c, Documentation/admin-guide/devices.txt
import type { Errno } from '../uapi/errno.ts'
import { ENOSPC, ENXIO } from '../uapi/errno.ts'
import type { SuperBlock, Viewer } from './inode.ts'
import { Inode, MemoryDirectory, Symlink } from './inode.ts'
import { OpenFileBase } from './openfile.ts'
import type { FileStat, OpenFile, OpenFlags } from './program.ts'
import { LogFile } from './kmsg.ts'
import type { System } from './system.ts'

const EMPTY = new Uint8Array(0)

/** A character device: what opening it gives. */
export class Device extends Inode {
  readonly kind = 'char'
  constructor(
    sb: SuperBlock,
    mode: number,
    private readonly opened: (inode: Device, viewer: Viewer, path: string) => OpenFile | Errno,
  ) {
    super(sb, mode)
  }
  open(_flags: OpenFlags, viewer: Viewer, path: string): OpenFile | Errno {
    return this.opened(this, viewer, path)
  }
}

/** /dev/null and its kin: reads come from a function, writes vanish or fail. */
class MemoryDevice extends OpenFileBase {
  constructor(
    private readonly inode: Device,
    readonly path: string,
    private readonly source: (max: number) => Uint8Array,
    private readonly full: boolean,
  ) {
    super()
  }
  read(max: number): Uint8Array {
    return this.source(max)
  }
  write(): Errno | null {
    return this.full ? ENOSPC : null
  }
  stat(): FileStat {
    return this.inode.stat()
  }
}

/** Fills /dev of a machine; terminals appear below pts. */
export function makeDev(system: System): { readonly dev: MemoryDirectory; readonly pts: MemoryDirectory } {
  const { sb } = system
  const dev = new MemoryDirectory(sb)
  const pts = new MemoryDirectory(sb)
  const memory = (name: string, source: (max: number) => Uint8Array, full: boolean): void =>
    dev.insert(
      name,
      new Device(sb, 0o666, (inode, _viewer, path) => new MemoryDevice(inode, path, source, full)),
    )
  const zeros = (max: number): Uint8Array => new Uint8Array(max)
  const noise = (max: number): Uint8Array => new Uint8Array(max).map(() => system.rng.u32() & 0xff)
  memory('null', () => EMPTY, false)
  memory('zero', zeros, false)
  memory('full', zeros, true)
  memory('random', noise, false)
  memory('urandom', noise, false)
  dev.insert(
    'kmsg',
    new Device(sb, 0o644, (inode, _viewer, path) => new LogFile(inode, path, system.kernel.stack.log)),
  )
  dev.insert('tty', new Device(sb, 0o666, (_inode, viewer) => viewer.terminal?.open() ?? ENXIO))
  dev.insert('pts', pts)
  dev.insert('shm', new MemoryDirectory(sb, 0o1777))
  dev.insert('fd', new Symlink(sb, '/proc/self/fd'))
  dev.insert('stdin', new Symlink(sb, '/proc/self/fd/0'))
  dev.insert('stdout', new Symlink(sb, '/proc/self/fd/1'))
  dev.insert('stderr', new Symlink(sb, '/proc/self/fd/2'))
  return { dev, pts }
}
