// Namespaces as /proc/PID/ns shows them, with their processes.
import type { Process, ProcessInfo } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { NAMESPACE_KINDS, type NamespaceKind } from '../../uapi/namespace.ts'

export const namespaceTypes: readonly NamespaceKind[] = NAMESPACE_KINDS

export interface NamespaceEntry {
  readonly inode: number
  readonly type: NamespaceKind
  /** By their numbers; the first one stands for the namespace. */
  readonly members: readonly ProcessInfo[]
}

/** Ordered by inode. */
export function readNamespaces(p: Process): readonly NamespaceEntry[] {
  const found = new Map<string, { inode: number; type: NamespaceKind; members: ProcessInfo[] }>()
  for (const info of [...p.procs.list()].sort((a, b) => a.pid - b.pid)) {
    for (const type of NAMESPACE_KINDS) {
      const text = p.fs.readlink(`/proc/${info.pid}/ns/${type}`)
      if (isErrno(text)) continue
      const known = found.get(text)
      if (known) known.members.push(info)
      else found.set(text, { inode: Number(/\d+/.exec(text)?.[0] ?? 0), type, members: [info] })
    }
  }
  return [...found.values()].sort((a, b) => a.inode - b.inode)
}
