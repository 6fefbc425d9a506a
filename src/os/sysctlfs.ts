// /proc/sys: the network's settings as the kernel keeps them for each namespace, and a few of the machine's own.
// Ref: fs/proc/proc_sysctl.c
import type { Net } from '../kernel/kernel.ts'
import type { Errno } from '../uapi/errno.ts'
import { EINVAL, EISDIR, ENOENT } from '../uapi/errno.ts'
import type { Inode, Viewer } from './inode.ts'
import type { System } from './system.ts'
import { ProcDirectory, TextFile } from './virtual.ts'

const READ_WRITE = 0o644
const READ_ONLY = 0o444

/** Settings below net/ that nobody may write; the kernel knows the rest. */
const NET_READ_ONLY =
  /\/(mc_forwarding|tcp_(allowed|available)_congestion_control|tcp_ehash_entries|udp_hash_entries|nf_conntrack_count)$/
/** Other namespaces than the machine's own only read them. Ref: net/core/sysctl_net_core.c:sysctl_core_net_init() */
const INIT_NET_WRITES = /^net\/core\/[rw]mem_/
const NET_WRITE_ONLY = /^net\/ipv[46]\/route\/flush$/
/** Directories there always are: finding one must not cost a list of all settings. */
const ALWAYS: ReadonlySet<string> = new Set(['net', 'net/ipv4', 'net/ipv4/conf', 'net/ipv4/neigh'])
/** A device's directory has one of these. */
const OF_DEVICES: Readonly<Record<string, readonly string[]>> = {
  'net/ipv4/conf': ['forwarding'],
  'net/ipv4/neigh': ['gc_stale_time'],
  'net/ipv6/conf': ['disable_ipv6', 'forwarding'],
  'net/ipv6/neigh': ['gc_stale_time'],
}

/** The machine's own settings: name, content without the newline. */
const FIXED: readonly (readonly [string, string])[] = [
  ['fs/file-max', '9223372036854775807'],
  ['kernel/cap_last_cap', '40'],
  ['kernel/domainname', '(none)'],
  ['kernel/ngroups_max', '65536'],
  ['kernel/osrelease', '6.18.44'],
  ['kernel/ostype', 'Linux'],
  ['kernel/overflowgid', '65534'],
  ['kernel/overflowuid', '65534'],
  ['kernel/pid_max', '4194304'],
  ['kernel/random/boot_id', '7d0f6b1e-3f2a-4c58-9a41-5e2d8c6b9f10'],
  ['kernel/version', '#1 SMP PREEMPT_DYNAMIC @0'],
]

interface Setting {
  readonly mode: number
  readonly read: (viewer: Viewer) => string
  readonly write: ((text: string, viewer: Viewer) => Errno | null) | null
}

/** The machine's own settings by path below /proc/sys. */
function ownSettings(system: System): ReadonlyMap<string, Setting> {
  const settings = new Map<string, Setting>()
  for (const [path, text] of FIXED) {
    settings.set(path, { mode: READ_ONLY, read: () => `${text}\n`, write: null })
  }
  settings.set('kernel/hostname', {
    mode: READ_WRITE,
    read: ({ nsproxy }) => `${nsproxy.uts.nodename}\n`,
    write: (text, { nsproxy }) => {
      const name = text.split('\n')[0] ?? ''
      if (name.length > 64) return EINVAL
      nsproxy.uts.nodename = name
      return null
    },
  })
  settings.set('kernel/ns_last_pid', {
    mode: READ_ONLY,
    read: () => `${system.table.lastPid}\n`,
    write: null,
  })
  return settings
}

export function sysctlRoot(system: System): ProcDirectory {
  return new SysctlDirectory(system, ownSettings(system), '')
}

/** `prefix` is `` or ends in a slash. */
class SysctlDirectory extends ProcDirectory {
  constructor(
    private readonly system: System,
    private readonly own: ReadonlyMap<string, Setting>,
    private readonly prefix: string,
  ) {
    super(system.sb)
  }

  lookup(name: string, viewer: Viewer): Inode | null {
    const path = this.prefix + name
    if (ALWAYS.has(path)) return this.#below(path)
    if (path.startsWith('net/')) return this.#netLookup(path, viewer.netns)
    const setting = this.own.get(path)
    if (setting) {
      const { mode, read, write } = setting
      const writer = write && ((text: string): Errno | null => write(text, viewer))
      return new TextFile(this.sb, mode, () => read(viewer), writer, true)
    }
    return hasBelow([...this.own.keys()], `${path}/`) ? this.#below(path) : null
  }

  names(viewer: Viewer): readonly string[] {
    const { prefix } = this
    const names = new Set<string>()
    for (const path of this.own.keys()) addName(names, path, prefix)
    const settings = this.system.kernel.sysctls(viewer.netns)
    for (let i = lowerBound(settings, prefix); i < settings.length; i++) {
      const path = settings[i]
      if (path === undefined || !path.startsWith(prefix)) break
      addName(names, path, prefix)
    }
    return [...names]
  }

  #netLookup(path: string, net: Net): Inode | null {
    const { kernel } = this.system
    const value = kernel.readSysctl(net, path)
    if (value === EISDIR) return this.#below(path)
    if (value === ENOENT) return this.#isDirectory(path, net) ? this.#below(path) : null
    const readOnly = NET_READ_ONLY.test(path) || (net !== kernel.initNet && INIT_NET_WRITES.test(path))
    const mode = NET_WRITE_ONLY.test(path) ? 0o200 : readOnly ? READ_ONLY : READ_WRITE
    const read = (): string | Errno => kernel.readSysctl(net, path)
    const write = (text: string): Errno | null => kernel.writeSysctl(net, path, text)
    return new TextFile(this.sb, mode, read, write, true)
  }

  #isDirectory(path: string, net: Net): boolean {
    const { kernel } = this.system
    for (const probe of OF_DEVICES[this.prefix.slice(0, -1)] ?? []) {
      if (kernel.readSysctl(net, `${path}/${probe}`) !== ENOENT) return true
    }
    return hasBelow(kernel.sysctls(net), `${path}/`)
  }

  #below(path: string): SysctlDirectory {
    return new SysctlDirectory(this.system, this.own, `${path}/`)
  }
}

function addName(names: Set<string>, path: string, prefix: string): void {
  if (!path.startsWith(prefix)) return
  const slash = path.indexOf('/', prefix.length)
  names.add(slash < 0 ? path.slice(prefix.length) : path.slice(prefix.length, slash))
}

function hasBelow(sorted: readonly string[], prefix: string): boolean {
  return sorted[lowerBound(sorted, prefix)]?.startsWith(prefix) ?? false
}

/** The first entry not before `text`, in the order of code units. */
function lowerBound(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
