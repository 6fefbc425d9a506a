// /sys/class/net/DEV as a namespace shows it. Ref: net/core/net-sysfs.c, net/bridge/br_sysfs_br.c, br_sysfs_if.c
import { EACCES, EINVAL, ENOENT, type Errno } from '../uapi/errno.ts'
import type { BridgeAttrs } from '../uapi/bridge.ts'
import { formatMac } from '../wire/mac.ts'
import { bridgeOf, brPortOf, type Bridge, type BridgePort } from './bridge/br.ts'
import { bridgeChangelink, bridgeSetport } from './bridge/br_netlink.ts'
import { devChangeFlags, devSetMtu } from './core/dev.ts'
import type { Net, NetDevice } from './core/net.ts'

interface Attribute {
  read(dev: NetDevice): string | number | Errno
  /** null: it cannot be written. */
  write: ((dev: NetDevice, value: number, text: string) => Errno | null) | null
}

function readOnly(read: Attribute['read']): Attribute {
  return { read, write: null }
}

const DEVICE: Readonly<Record<string, Attribute>> = {
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
  speed: readOnly((dev) => (dev.up && dev.ops.kind !== 'bridge' && dev.name !== 'lo' ? 10000 : EINVAL)),
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

function bridgeAttribute(
  read: (bridge: Bridge) => string | number,
  attrs: ((value: number) => BridgeAttrs) | null,
): Attribute {
  return {
    read(dev) {
      const bridge = bridgeOf(dev)
      return bridge ? read(bridge) : ENOENT
    },
    write: attrs && ((dev, value) => bridgeChangelink(dev, attrs(value))?.errno ?? null),
  }
}

/** Priority in hex, a dot, the address. */
function bridgeId(bridge: Bridge): string {
  return `${bridge.priority.toString(16).padStart(4, '0')}.${formatMac(bridge.idAddress).replaceAll(':', '')}`
}

const BRIDGE: Readonly<Record<string, Attribute>> = {
  'bridge/ageing_time': bridgeAttribute(
    (b) => b.ageingTime,
    (ageingTime) => ({ ageingTime }),
  ),
  'bridge/bridge_id': bridgeAttribute(bridgeId, null),
  'bridge/forward_delay': bridgeAttribute(
    (b) => b.forwardDelay,
    (forwardDelay) => ({ forwardDelay }),
  ),
  'bridge/group_fwd_mask': bridgeAttribute(
    (b) => `0x${b.groupFwdMask.toString(16)}`,
    (groupFwdMask) => ({ groupFwdMask }),
  ),
  'bridge/hello_time': bridgeAttribute(
    (b) => b.helloTime,
    (helloTime) => ({ helloTime }),
  ),
  'bridge/max_age': bridgeAttribute(
    (b) => b.maxAge,
    (maxAge) => ({ maxAge }),
  ),
  'bridge/multicast_snooping': bridgeAttribute(
    (b) => b.mcastSnooping,
    (mcastSnooping) => ({ mcastSnooping }),
  ),
  'bridge/priority': bridgeAttribute(
    (b) => b.priority,
    (priority) => ({ priority }),
  ),
  'bridge/root_id': bridgeAttribute(bridgeId, null),
  'bridge/root_path_cost': bridgeAttribute(() => 0, null),
  'bridge/root_port': bridgeAttribute(() => 0, null),
  'bridge/stp_state': bridgeAttribute(
    (b) => b.stpState,
    (stpState) => ({ stpState }),
  ),
}

type PortFlag = 'hairpin' | 'isolated' | 'learning' | 'flood' | 'mcastFlood' | 'bcastFlood' | 'neighSuppress'

function portAttribute(read: (port: BridgePort) => string | number, write: Attribute['write']): Attribute {
  return {
    read(dev) {
      const port = brPortOf(dev)
      return port ? read(port) : ENOENT
    },
    write,
  }
}

function portFlag(flag: PortFlag): Attribute {
  return portAttribute(
    (port) => Number(port[flag]),
    (dev, value) => bridgeSetport(dev, { [flag]: value !== 0 })?.errno ?? null,
  )
}

const PORT: Readonly<Record<string, Attribute>> = {
  'brport/broadcast_flood': portFlag('bcastFlood'),
  'brport/hairpin_mode': portFlag('hairpin'),
  'brport/isolated': portFlag('isolated'),
  'brport/learning': portFlag('learning'),
  'brport/multicast_flood': portFlag('mcastFlood'),
  'brport/neigh_suppress': portFlag('neighSuppress'),
  'brport/path_cost': portAttribute(
    (p) => p.cost,
    (dev, cost) => bridgeSetport(dev, { cost })?.errno ?? null,
  ),
  'brport/port_id': portAttribute((p) => `0x${((p.priority << 10) | p.number).toString(16)}`, null),
  'brport/port_no': portAttribute((p) => `0x${p.number.toString(16)}`, null),
  'brport/priority': portAttribute(
    (p) => p.priority,
    (dev, priority) => bridgeSetport(dev, { priority })?.errno ?? null,
  ),
  'brport/state': portAttribute((p) => p.state, null),
  'brport/unicast_flood': portFlag('flood'),
}

function tablesOf(dev: NetDevice): Readonly<Record<string, Attribute>>[] {
  return [DEVICE, ...(bridgeOf(dev) ? [BRIDGE] : []), ...(brPortOf(dev) ? [PORT] : [])]
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
export function sysAttributes(net: Net, name: string): readonly string[] {
  const dev = net.byName.get(name)
  if (!dev) return []
  const brif = bridgeOf(dev) ? ['brif/'] : []
  return [...tablesOf(dev).flatMap((table) => Object.keys(table)), ...linksOf(dev).keys(), ...brif]
}

function find(net: Net, name: string, path: string): { dev: NetDevice; attribute: Attribute } | null {
  const dev = net.byName.get(name)
  if (!dev) return null
  for (const table of tablesOf(dev)) {
    const attribute = table[path]
    if (attribute) return { dev, attribute }
  }
  return null
}

/** With its newline. */
export function readSysAttribute(net: Net, name: string, path: string): string | Errno {
  const found = find(net, name, path)
  if (!found) {
    const dev = net.byName.get(name)
    const target = dev && linksOf(dev).get(path)
    return target === undefined ? ENOENT : `${target}\n`
  }
  const value = found.attribute.read(found.dev)
  return typeof value === 'object' ? value : `${value}\n`
}

export function writeSysAttribute(net: Net, name: string, path: string, text: string): Errno | null {
  const found = find(net, name, path)
  if (!found) return ENOENT
  const { dev, attribute } = found
  if (!attribute.write) return EACCES
  const value = Number(text.trim())
  if (path !== 'ifalias' && (text.trim() === '' || !Number.isInteger(value))) return EINVAL
  const refused = attribute.write(dev, value, text)
  dev.net.version++
  return refused
}
