// A process leaves namespaces for new ones or for those of others. Ref: kernel/nsproxy.c
import type { Errno } from '../uapi/errno.ts'
import { EINVAL, ENOSPC, EPERM } from '../uapi/errno.ts'
import { hasAllNets } from './network.ts'
import type { NamespaceKind } from '../uapi/namespace.ts'
import { capable } from './capabilities.ts'
import type { MountNamespace } from './mount.ts'
import type { AnyNamespace } from './namespaces.ts'
import { PlainNamespace, UserNamespace, UtsNamespace } from './namespaces.ts'
import { OpenNamespace } from './nsfs.ts'
import { PidNamespace } from './pidns.ts'
import type { Namespaces, OpenFile } from './program.ts'
import type { System } from './system.ts'
import type { Task } from './task.ts'

export class TaskNamespaces implements Namespaces {
  constructor(
    private readonly task: Task,
    private readonly system: System,
  ) {}

  unshare(kinds: readonly NamespaceKind[]): Errno | null {
    if (!capable(this.task, 'SYS_ADMIN') && kinds.some((kind) => kind !== 'user')) return EPERM
    // The first of a new user namespace has all of them there.
    if (kinds.includes('user')) this.task.capabilities = null
    return unshare(this.system, this.task, kinds)
  }

  setns(file: OpenFile, kind: NamespaceKind | null): Errno | null {
    if (!(file instanceof OpenNamespace)) return EINVAL
    const { namespace } = file
    if (kind !== null && kind !== namespace.kind) return EINVAL
    return enter(this.task, namespace)
  }

  setDomainname(name: string): void {
    this.task.nsproxy.uts.domainname = name
  }
}

/** In which they are made: their inodes are numbered so. Ref: kernel/nsproxy.c:create_new_namespaces() */
const ORDER: readonly NamespaceKind[] = ['mnt', 'uts', 'ipc', 'pid', 'cgroup', 'net', 'time']

/** Ref: kernel/fork.c:ksys_unshare() */
export function unshare(system: System, task: Task, kinds: readonly NamespaceKind[]): Errno | null {
  if (kinds.includes('pid') && task.nsproxy.pidForChildren !== task.pidns) return EINVAL
  if (kinds.includes('net') && hasAllNets(system)) return ENOSPC
  // A user namespace comes first: it owns the others.
  if (kinds.includes('user')) {
    task.nsproxy = {
      ...task.nsproxy,
      user: new UserNamespace(system.nextNamespace(), task.nsproxy.user),
    }
  }
  for (const kind of ORDER) if (kinds.includes(kind)) leave(system, task, kind)
  return null
}

function leave(system: System, task: Task, kind: NamespaceKind): void {
  const before = task.nsproxy
  switch (kind) {
    case 'mnt':
      return enterMounts(task, task.mounts.copy(system.nextNamespace()), false)
    case 'net': {
      task.netns.put()
      task.netns = system.kernel.createNet()
      return
    }
    case 'pid':
      task.nsproxy = { ...before, pidForChildren: new PidNamespace(system.nextNamespace(), task.pidns) }
      return
    case 'uts': {
      const { nodename, domainname } = before.uts
      task.nsproxy = { ...before, uts: new UtsNamespace(system.nextNamespace(), nodename, domainname) }
      return
    }
    case 'time':
      task.nsproxy = { ...before, timeForChildren: new PlainNamespace(system.nextNamespace()) }
      return
    case 'cgroup':
    case 'ipc':
      task.nsproxy = { ...before, [kind]: new PlainNamespace(system.nextNamespace()) }
      return
    case 'user':
  }
}

/** The mounts of `mounts`, which is the caller's to give away; `atRoot`: root and directory become its root. */
export function enterMounts(task: Task, mounts: MountNamespace, atRoot: boolean): void {
  const before = task.mounts
  task.mounts = mounts
  if (atRoot) {
    task.root = mounts.root
    task.rootPath = ''
    task.cwd = '/'
  }
  before.put()
}

/** Ref: kernel/nsproxy.c:validate_nsset() */
function enter(task: Task, namespace: AnyNamespace): Errno | null {
  const before = task.nsproxy
  switch (namespace.kind) {
    case 'net':
      namespace.ns.get()
      task.netns.put()
      task.netns = namespace.ns
      return null
    case 'mnt':
      namespace.ns.get()
      enterMounts(task, namespace.ns, true)
      return null
    case 'pid':
      if (!task.pidns.holds(namespace.ns)) return EINVAL
      task.nsproxy = { ...before, pidForChildren: namespace.ns }
      return null
    case 'user':
      if (namespace.ns === before.user) return EINVAL
      task.nsproxy = { ...before, user: namespace.ns }
      return null
    case 'uts':
      task.nsproxy = { ...before, uts: namespace.ns }
      return null
    case 'time':
      task.nsproxy = { ...before, time: namespace.ns, timeForChildren: namespace.ns }
      return null
    case 'cgroup':
    case 'ipc':
      task.nsproxy = { ...before, [namespace.kind]: namespace.ns }
      return null
  }
}
