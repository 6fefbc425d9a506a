// /sys/class/net/DEV as a namespace shows it. Ref: net/core/net-sysfs.c
import { EACCES, EINVAL, ENOENT, type Errno } from '../uapi/errno.ts'
import { formatMac } from '../wire/mac.ts'
import { bridgeOf, brPortOf } from './bridge/br.ts'
import { devChangeFlags, devSetMtu } from './core/dev.ts'
import type { KernelModule } from './core/module.ts'
import type { Net, NetDevice } from './core/net.ts'
import { BRIDGE, BRIDGE_VLAN, PORT } from './sysfs_bridge.ts'

export interface SysAttribute {
  read(dev: NetDevice): string | number | Errno
  /** null: it cannot be written. */
  write: ((dev: NetDevice, value: number, text: string) => Errno | null) | null
}

function readOnly(read: SysAttribute['read']): SysAttribute {
  return { read, write: null }
}

const DEVICE: Readonly<Record<string, SysAttribute>> = {
  addr_assign_type: readOnly((dev) => (dev.macSet ? 3 : dev.ops.kind === null ? 0 : 1)),
  addr_len: readOnly(() => 6),
  address: readOnly((dev) => formatMac(dev.mac)),
  broadcast: readOnly((dev) => formatMac(dev.broadcast)),
  carrier: readOnly((dev) => (dev.up ? Number(dev.carrier) : EINVAL)),
  carrier_changes: readOnly((dev) => dev.carrierChanges),
  dev_id: readOnly(() => '0x0'),
  dormant: readOnly((dev) => (dev.up ? 0 : EINVAL)),
  duplex: readOnly((dev) => (dev.up && dev.ops.kind !== 'bridge' && dev.name !== 'lo' ? 'full' : EINVAL)),
  flags: {
    read: (dev) => `0x${(dev.flags | dev.gflags).toString(16)}`,
    write(dev, value) {
      return devChangeFlags(dev, value, 0xffff)?.errno ?? null
    },
  },
  ifalias: {
    read: (dev) => dev.alias,
    write(dev, _value, text) {
      dev.alias = text.replace(/\n$/, '')
      return null
    },
  },
  ifindex: readOnly((dev) => dev.index),
  iflink: readOnly((dev) => dev.iflink),
  link_mode: readOnly(() => 0),
  mtu: { read: (dev) => dev.mtu, write: (dev, value) => devSetMtu(dev, value)?.errno ?? null },
  netdev_group: {
    read: (dev) => dev.group,
    write(dev, value) {
      dev.group = value
      return null
    },
  },
  operstate: readOnly((dev) => (dev.up ? dev.operstate : 'DOWN').toLowerCase()),
  speed: readOnly((dev) =>
    dev.up && dev.ops.kind !== 'bridge' && dev.name !== 'lo' ? (dev.ops.speed?.(dev) ?? 10000) : EINVAL,
  ),
  tx_queue_len: {
    read: (dev) => dev.txqlen,
    write(dev, value) {
      dev.txqlen = value
      return null
    },
  },
  type: readOnly((dev) => dev.hwType),
  'statistics/collisions': readOnly((dev) => dev.stats.collisions),
  'statistics/multicast': readOnly((dev) => dev.stats.multicast),
  'statistics/rx_bytes': readOnly((dev) => dev.stats.rxBytes),
  'statistics/rx_dropped': readOnly((dev) => dev.stats.rxDropped),
  'statistics/rx_errors': readOnly((dev) => dev.stats.rxErrors),
  'statistics/rx_packets': readOnly((dev) => dev.stats.rxPackets),
  'statistics/tx_bytes': readOnly((dev) => dev.stats.txBytes),
  'statistics/tx_dropped': readOnly((dev) => dev.stats.txDropped),
  'statistics/tx_errors': readOnly((dev) => dev.stats.txErrors),
  'statistics/tx_packets': readOnly((dev) => dev.stats.txPackets),
}

function tablesOf(dev: NetDevice): Readonly<Record<string, SysAttribute>>[] {
  const bridge = bridgeOf(dev)
  const tables = [DEVICE, ...(bridge ? [BRIDGE] : []), ...(brPortOf(dev) ? [PORT] : [])]
  return bridge?.vlans ? [...tables, BRIDGE_VLAN] : tables
}

/** Links to other devices: the path, and the name of the device it leads to. */
function linksOf(dev: NetDevice): Map<string, string> {
  const links = new Map<string, string>()
  const { master } = dev
  if (master) {
    for (const path of ['master', `upper_${master.name}`, 'brport/bridge']) links.set(path, master.name)
  }
  for (const { dev: port } of bridgeOf(dev)?.ports ?? []) {
    links.set(`brif/${port.name}`, port.name)
    links.set(`lower_${port.name}`, port.name)
  }
  return links
}

/** Paths below a device's directory; a directory that may be empty is there itself, with a slash behind. */
function sysAttributes(net: Net, name: string): readonly string[] {
  const dev = net.byName.get(name)
  if (!dev) return []
  const brif = bridgeOf(dev) ? ['brif/'] : []
  return [...tablesOf(dev).flatMap((table) => Object.keys(table)), ...linksOf(dev).keys(), ...brif]
}

function find(net: Net, name: string, path: string): { dev: NetDevice; attribute: SysAttribute } | null {
  const dev = net.byName.get(name)
  if (!dev) return null
  for (const table of tablesOf(dev)) {
    const attribute = table[path]
    if (attribute) return { dev, attribute }
  }
  return null
}

/** With its newline. */
function readSysAttribute(net: Net, name: string, path: string): string | Errno {
  const found = find(net, name, path)
  if (!found) {
    const dev = net.byName.get(name)
    const target = dev && linksOf(dev).get(path)
    return target === undefined ? ENOENT : `${target}\n`
  }
  const value = found.attribute.read(found.dev)
  return typeof value === 'object' ? value : `${value}\n`
}

/** Files whose content is no number. */
const TEXTS: ReadonlySet<string> = new Set(['ifalias', 'bridge/group_addr'])

function writeSysAttribute(net: Net, name: string, path: string, text: string): Errno | null {
  const found = find(net, name, path)
  if (!found) return ENOENT
  const { dev, attribute } = found
  if (!attribute.write) return EACCES
  const value = Number(text.trim())
  if (!TEXTS.has(path) && (text.trim() === '' || !Number.isInteger(value))) return EINVAL
  const refused = attribute.write(dev, value, text)
  dev.net.version++
  return refused
}

export const sysfsModule: KernelModule = {
  name: 'sysfs',
  init({ slots }) {
    slots.sysfs = { attributes: sysAttributes, read: readSysAttribute, write: writeSysAttribute }
  },
}
