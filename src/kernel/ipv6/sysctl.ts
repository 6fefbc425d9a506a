// net.ipv6.*: what it reads and what writing it does. Ref: net/ipv6/addrconf.c, net/ipv6/route.c, net/ipv6/sysctl_net_ipv6.c
import { MILLISECOND, SECOND } from '../../sim/clock.ts'
import { EINVAL } from '../../uapi/errno.ts'
import { IFF_MULTICAST } from '../../uapi/if.ts'
import { IN6ADDR_LINKLOCAL_ALLROUTERS } from '../../wire/inet6.ts'
import type { NeighParms } from '../core/neighbour.ts'
import type { KernelModule } from '../core/module.ts'
import type { Net } from '../core/net.ts'
import { fixedSysctl, intSysctl, type Sysctl } from '../core/sysctl.ts'
import { dev6Disable, INTERFACELOCAL_ALLROUTERS, setAddrGenMode, SITELOCAL_ALLROUTERS } from './addrconf.ts'
import { joinAnycast, leaveAnycast } from './anycast.ts'
import { CONF_KEYS, isConfKey, type ConfKey, type Ipv6Conf } from './conf.ts'
import { flushExceptions6 } from './exception.ts'
import { inet6Dev, type Inet6Dev } from './inet6_dev.ts'
import { ipv6DevMcDec, ipv6DevMcInc } from './mcast.ts'
import { ipv6Of } from './netns_ipv6.ts'

function devicesOf(net: Net): Inet6Dev[] {
  return [...net.devices.values()].flatMap((dev) => inet6Dev(dev) ?? [])
}

/** A router listens to its groups and answers to its subnets' first addresses. Ref: dev_forward_change() */
function devForwardChange(device: Inet6Dev, on: number): void {
  device.set('forwarding', on)
  if (device.dev.flags & IFF_MULTICAST) {
    for (const group of [IN6ADDR_LINKLOCAL_ALLROUTERS, INTERFACELOCAL_ALLROUTERS, SITELOCAL_ALLROUTERS]) {
      if (on) ipv6DevMcInc(device, group)
      else ipv6DevMcDec(device, group)
    }
  }
  for (const ifa of device.addresses) {
    if (!ifa.route) continue
    if (on) joinAnycast(device, ifa)
    else leaveAnycast(device, ifa)
  }
}

function setDevice(net: Net, device: Inet6Dev, key: ConfKey, value: number): void {
  net.version++
  if (key === 'disable_ipv6') return dev6Disable(device, value)
  if (key === 'addr_gen_mode') return setAddrGenMode(device, value)
  const old = device.conf[key]
  if (key === 'forwarding' && (old !== 0) !== (value !== 0)) return devForwardChange(device, value)
  device.set(key, value)
}

/** Forwarding and disable_ipv6 of all reach the default and every device. Ref: addrconf_fixup_forwarding() */
function setAll(net: Net, key: ConfKey, value: number): void {
  const ip6 = ipv6Of(net)
  ip6.all = { ...ip6.all, [key]: value }
  net.version++
  if (key !== 'forwarding' && key !== 'disable_ipv6') return
  ip6.dflt = { ...ip6.dflt, [key]: value }
  for (const device of devicesOf(net)) {
    if ((device.conf[key] !== 0) !== (value !== 0)) setDevice(net, device, key, value)
  }
}

/** Least and greatest where a setting has them. */
const LIMITS: Readonly<Partial<Record<ConfKey, readonly [number, number]>>> = {
  hop_limit: [1, 255],
  accept_ra_min_hop_limit: [0, 255],
}

function confSysctl(
  net: Net,
  where: string,
  key: string,
  conf: () => Ipv6Conf,
  device: Inet6Dev | null,
): Sysctl | null {
  if (!isConfKey(key)) return null
  const path = `net/ipv6/conf/${where}/${key}`
  const [least, most] = LIMITS[key] ?? []
  const set = (value: number): void => {
    if (device) setDevice(net, device, key, value)
    else if (where === 'all') setAll(net, key, value)
    else ipv6Of(net).dflt = { ...conf(), [key]: value }
  }
  const plain = intSysctl(path, () => conf()[key], set, least, most)
  if (key === 'addr_gen_mode') return addrGenModeSysctl(path, conf, set)
  if (key !== 'mtu') return plain
  const { mtu: longest } = device?.dev ?? { mtu: 65535 }
  return intSysctl(path, () => conf().mtu, set, 1280, longest)
}

/** Addresses of another making are not made here. Ref: addrconf_sysctl_addr_gen_mode() */
function addrGenModeSysctl(path: string, conf: () => Ipv6Conf, set: (value: number) => void): Sysctl {
  const modes = intSysctl(path, () => conf().addr_gen_mode, set, 0, 1)
  return { ...modes, write: (text) => (/^\s*[23]\s*$/.test(text) ? EINVAL : modes.write(text)) }
}

/** Names below net/ipv6/neigh/DEV and how they map to the parameters: nanoseconds in a unit. */
const NEIGH_KEYS: readonly { name: string; key: keyof NeighParms; unit: number }[] = [
  { name: 'app_solicit', key: 'appProbes', unit: 1 },
  { name: 'base_reachable_time_ms', key: 'baseReachable', unit: MILLISECOND },
  { name: 'delay_first_probe_time', key: 'delayProbe', unit: SECOND },
  { name: 'gc_stale_time', key: 'gcStale', unit: SECOND },
  { name: 'mcast_solicit', key: 'mcastProbes', unit: 1 },
  { name: 'retrans_time_ms', key: 'retrans', unit: MILLISECOND },
  { name: 'ucast_solicit', key: 'ucastProbes', unit: 1 },
]

function neighSysctl(where: string, name: string, holder: { neigh: NeighParms }): Sysctl | null {
  const entry = NEIGH_KEYS.find((k) => k.name === name)
  if (!entry) return null
  const { key, unit } = entry
  return intSysctl(
    `net/ipv6/neigh/${where}/${name}`,
    () => Math.floor(holder.neigh[key] / unit),
    (value) => {
      holder.neigh = { ...holder.neigh, [key]: value * unit }
    },
    0,
  )
}

/** The file at a path; null when it is none of these. */
function ipv6Sysctl(net: Net, path: string): Sysctl | null {
  if (!path.startsWith('net/ipv6/')) return null
  const ip6 = ipv6Of(net)
  const parts = path.split('/').slice(2)
  const [first = '', where = '', key = ''] = parts
  if (path === 'net/ipv6/route/flush') {
    return intSysctl(
      path,
      () => 0,
      () => flushExceptions6(net),
    )
  }
  if (path === 'net/ipv6/icmp/ratemask') return fixedSysctl(path, '0-1,3-127')
  const name = parts.join('/')
  if (Object.hasOwn(ip6.sysctls, name)) {
    return intSysctl(
      path,
      () => ip6.sysctls[name] ?? 0,
      (value) => {
        ip6.sysctls = { ...ip6.sysctls, [name]: value }
      },
    )
  }
  if (parts.length !== 3) return null
  const dev = net.byName.get(where) ?? null
  const device = dev ? inet6Dev(dev) : null
  if (first === 'conf') {
    if (where === 'all') return confSysctl(net, where, key, () => ip6.all, null)
    if (where === 'default') return confSysctl(net, where, key, () => ip6.dflt, null)
    return device ? confSysctl(net, where, key, () => device.conf, device) : null
  }
  if (first !== 'neigh') return null
  if (where === 'default') return neighSysctl(where, key, ip6)
  return device ? neighSysctl(where, key, device) : null
}

/** Every path below net/ipv6. */
function ipv6Sysctls(net: Net): string[] {
  const devices = [...net.devices.values()].filter(inet6Dev).map((dev) => dev.name)
  const names = ['icmp/ratemask', 'route/flush', ...Object.keys(ipv6Of(net).sysctls)]
  const paths = names.map((name) => `net/ipv6/${name}`)
  for (const where of ['all', 'default', ...devices]) {
    for (const key of CONF_KEYS) paths.push(`net/ipv6/conf/${where}/${key}`)
  }
  for (const where of ['default', ...devices]) {
    for (const { name } of NEIGH_KEYS) paths.push(`net/ipv6/neigh/${where}/${name}`)
  }
  return paths
}

export const ipv6SysctlModule: KernelModule = {
  name: 'ipv6_sysctl',
  init({ sysctlTables }) {
    sysctlTables.push({ paths: ipv6Sysctls, find: ipv6Sysctl })
  },
}
