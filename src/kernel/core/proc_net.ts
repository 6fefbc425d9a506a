// Folders below /proc/net that are not the same in every kernel. Ref: fs/proc/generic.c:proc_mkdir()
import type { Errno } from '../../uapi/errno.ts'
import type { Net } from './net.ts'

/** A folder of files below /proc/net. */
export interface ProcNetFolder {
  names(net: Net): readonly string[]
  read(net: Net, name: string): string | Errno
  write(net: Net, name: string, text: string): Errno | null
}
