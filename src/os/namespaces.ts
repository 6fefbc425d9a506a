// What a process shares with others of its kind only: its namespaces. Network and mounts are kept by the task itself,
// numbers in pidns.ts; the rest is here. Ref: kernel/nsproxy.c
import type { Net } from '../kernel/kernel.ts'
import type { NamespaceKind } from '../uapi/namespace.ts'
import type { MountNamespace } from './mount.ts'
import type { PidNamespace } from './pidns.ts'

/** One that is told from others and changes nothing else here. */
export class PlainNamespace {
  constructor(readonly inode: number) {}
  get(): void {}
  put(): void {}
}

export class UtsNamespace extends PlainNamespace {
  constructor(
    inode: number,
    public nodename: string,
    public domainname: string,
  ) {
    super(inode)
  }
}

/** Ref: kernel/user_namespace.c. Its maps as /proc/PID/uid_map and gid_map show them; empty until written. */
export class UserNamespace extends PlainNamespace {
  uidMap = ''
  gidMap = ''
  setgroups: 'allow' | 'deny' = 'allow'
  constructor(
    inode: number,
    readonly parent: UserNamespace | null,
  ) {
    super(inode)
  }
}

/** Shared by a process with its children until one of them leaves: never changed, only replaced. */
export interface NsProxy {
  readonly cgroup: PlainNamespace
  readonly ipc: PlainNamespace
  readonly time: PlainNamespace
  readonly timeForChildren: PlainNamespace
  readonly user: UserNamespace
  readonly uts: UtsNamespace
  readonly pidForChildren: PidNamespace
}

/** A namespace with its kind, as a file of it leads to. */
export type AnyNamespace =
  | { readonly kind: 'net'; readonly ns: Net }
  | { readonly kind: 'mnt'; readonly ns: MountNamespace }
  | { readonly kind: 'pid'; readonly ns: PidNamespace }
  | { readonly kind: 'uts'; readonly ns: UtsNamespace }
  | { readonly kind: 'user'; readonly ns: UserNamespace }
  | { readonly kind: 'cgroup' | 'ipc' | 'time'; readonly ns: PlainNamespace }

/** Inode numbers of a machine's first ones (include/uapi/linux/nsfs.h; mnt has the first free one). */
const FIRST: Readonly<Record<NamespaceKind, number>> = {
  cgroup: 4_026_531_835,
  ipc: 4_026_531_839,
  mnt: 4_026_531_841,
  net: 4_026_531_840,
  pid: 4_026_531_836,
  time: 4_026_531_834,
  user: 4_026_531_837,
  uts: 4_026_531_838,
}

export function firstInode(kind: NamespaceKind): number {
  return FIRST[kind]
}

export function firstProxy(hostname: string, pids: PidNamespace): NsProxy {
  const time = new PlainNamespace(FIRST.time)
  return {
    cgroup: new PlainNamespace(FIRST.cgroup),
    ipc: new PlainNamespace(FIRST.ipc),
    time,
    timeForChildren: time,
    user: new UserNamespace(FIRST.user, null),
    uts: new UtsNamespace(FIRST.uts, hostname, '(none)'),
    pidForChildren: pids,
  }
}
