// /sys as one mount of it shows it: the devices of the network namespace it was mounted in.
// Ref: net/core/net-sysfs.c, net/bridge/br_sysfs_br.c, br_sysfs_if.c
import type { Net } from '../kernel/kernel.ts'
import { ENOENT, isErrno } from '../uapi/errno.ts'
import type { Inode } from './inode.ts'
import { Symlink } from './inode.ts'
import type { System } from './system.ts'
import { SysDirectory, TextFile } from './virtual.ts'

/** sysfs shows every attribute as a page long. */
const PAGE = 4096
const READ_WRITE = 0o644
const READ_ONLY = 0o444
const WRITE_ONLY = 0o200

/** Attributes of a device that can be written; those below statistics/ cannot. */
const WRITABLE: ReadonlySet<string> = new Set([
  'carrier',
  'flags',
  'gro_flush_timeout',
  'ifalias',
  'mtu',
  'napi_defer_hard_irqs',
  'netdev_group',
  'proto_down',
  'threaded',
  'tx_queue_len',
  'uevent',
])
const BRIDGE_READ_ONLY = /_timer$|^(bridge|root)_id$|^root_(path_cost|port)$|^topology_change/
const PORT_READ_ONLY = /_timer$|^designated_|^port_(id|no)$|^(state|change_ack|config_pending)$/
/** Links to other devices, by attribute. */
const LINKS = /^(?:master|brport\/bridge|brif\/.*|(?:upper|lower)_.*)$/

class FixedDirectory extends SysDirectory {
  constructor(
    system: System,
    private readonly entries: Readonly<Record<string, Inode>>,
  ) {
    super(system.sb)
  }
  lookup(name: string): Inode | null {
    return Object.hasOwn(this.entries, name) ? (this.entries[name] ?? null) : null
  }
  names(): readonly string[] {
    return Object.keys(this.entries)
  }
}

export class SysRoot extends FixedDirectory {
  constructor(system: System, net: Net) {
    const devices = new NetDevicesDirectory(system, net, (name) => new DeviceDirectory(system, net, name, ''))
    const links = new NetDevicesDirectory(
      system,
      net,
      (name) => new Symlink(system.sb, `../../devices/virtual/net/${name}`),
    )
    super(system, {
      class: new FixedDirectory(system, { net: links }),
      devices: new FixedDirectory(system, { virtual: new FixedDirectory(system, { net: devices }) }),
    })
  }
}

/** What has an entry for every device of a namespace; `entry` makes it. */
class NetDevicesDirectory extends SysDirectory {
  constructor(
    private readonly system: System,
    private readonly net: Net,
    private readonly entry: (name: string) => Inode,
  ) {
    super(system.sb)
  }
  lookup(name: string): Inode | null {
    return this.names().includes(name) ? this.entry(name) : null
  }
  names(): readonly string[] {
    return this.system.kernel.sysDevices(this.net)
  }
}

/** A device's directory, or one below it: `prefix` is `` or `statistics/`. */
class DeviceDirectory extends SysDirectory {
  constructor(
    private readonly system: System,
    private readonly net: Net,
    private readonly device: string,
    private readonly prefix: string,
  ) {
    super(system.sb)
  }

  lookup(name: string): Inode | null {
    const { system, net, device, sb } = this
    if (name === 'subsystem' && this.prefix === '') return new Symlink(sb, '../../../../class/net')
    const path = this.prefix + name
    const { kernel } = system
    const value = kernel.readSysAttribute(net, device, path)
    if (value === ENOENT) {
      const below = `${path}/`
      const isDirectory = kernel.sysAttributes(net, device).some((attribute) => attribute.startsWith(below))
      return isDirectory ? new DeviceDirectory(system, net, device, below) : null
    }
    if (LINKS.test(path)) return new Symlink(sb, linkTarget(path, isErrno(value) ? '' : value.trim()))
    const mode = modeOf(path)
    return new TextFile(
      sb,
      mode,
      () => kernel.readSysAttribute(net, device, path),
      mode & WRITE_ONLY ? (text) => kernel.writeSysAttribute(net, device, path, text) : null,
      true,
      PAGE,
    )
  }

  names(): readonly string[] {
    const { prefix } = this
    const names = new Set<string>()
    for (const path of this.system.kernel.sysAttributes(this.net, this.device)) {
      if (!path.startsWith(prefix) || path === prefix) continue
      const slash = path.indexOf('/', prefix.length)
      names.add(slash < 0 ? path.slice(prefix.length) : path.slice(prefix.length, slash))
    }
    if (prefix === '') names.add('subsystem')
    return [...names]
  }
}

/** Where a link to another device leads; `value` is the other's name where the link's own name does not tell. */
function linkTarget(path: string, value: string): string {
  const other = /^(?:brif\/|upper_|lower_)(.*)$/.exec(path)?.[1]
  if (path.startsWith('brif/')) return `../../${other}/brport`
  if (path === 'brport/bridge') return `../../${value}`
  return `../${other ?? value}`
}

function modeOf(path: string): number {
  const slash = path.indexOf('/')
  if (slash < 0) return WRITABLE.has(path) ? READ_WRITE : READ_ONLY
  const name = path.slice(slash + 1)
  const readOnly = { bridge: BRIDGE_READ_ONLY, brport: PORT_READ_ONLY }[path.slice(0, slash)]
  if (!readOnly) return READ_ONLY
  if (name === 'flush') return WRITE_ONLY
  return readOnly.test(name) ? READ_ONLY : READ_WRITE
}
