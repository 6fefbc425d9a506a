// Kinds of namespaces, as /proc/PID/ns names them (namespaces(7)).

export const NAMESPACE_KINDS = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'time', 'user', 'uts'] as const

export type NamespaceKind = (typeof NAMESPACE_KINDS)[number]

/** What an open namespace's file stands for: `net:[4026531840]`. */
export interface NamespaceRef {
  readonly kind: NamespaceKind
  readonly inode: number
}
