// net.ipv4.*: what it reads and what writing it does. Ref: net/ipv4/devinet.c, net/ipv4/sysctl_net_ipv4.c
import { MILLISECOND, SECOND } from '../../sim/clock.ts'
import type { NeighParms } from '../core/neighbour.ts'
import type { Net, NetDevice } from '../core/net.ts'
import { fixedSysctl, intSysctl, type Sysctl } from '../core/sysctl.ts'
import { CONF_KEYS, isConfKey, type ConfKey, type Ipv4Conf } from './conf.ts'
import { flushExceptions } from './fib_exception.ts'
import { inDev } from './in_device.ts'
import { netconfChanged } from './netconf.ts'
import { ipv4Of } from './netns_ipv4.ts'

/** Forwarding of a whole namespace: every device follows. Ref: inet_forward_change() */
function inetForwardChange(net: Net, on: number): void {
  const ip = ipv4Of(net)
  ip.all.forwarding = on
  netconfChanged(net, -1, 'forwarding', on)
  ip.all.accept_redirects = on ? 0 : 1
  ip.dflt = { ...ip.dflt, forwarding: on }
  netconfChanged(net, -2, 'forwarding', on)
  for (const dev of net.devices.values()) {
    const device = inDev(dev)
    if (!device) continue
    device.set('forwarding', on)
    netconfChanged(net, dev.index, 'forwarding', on)
  }
  net.version++
}

function setAll(net: Net, key: ConfKey, value: number): void {
  const { all } = ipv4Of(net)
  if (key === 'forwarding') {
    if (all.forwarding !== value) inetForwardChange(net, value)
    return
  }
  if (all[key] !== value) netconfChanged(net, -1, key, value)
  all[key] = value
  net.version++
}

/** Reaches the devices that have not been set themselves. Ref: devinet_copy_dflt_conf() */
function setDefault(net: Net, key: ConfKey, value: number): void {
  const ip = ipv4Of(net)
  if (ip.dflt[key] !== value) netconfChanged(net, -2, key, value)
  ip.dflt = { ...ip.dflt, [key]: value }
  if (key === 'forwarding') return
  for (const dev of net.devices.values()) {
    const device = inDev(dev)
    if (device && !device.confKept && !device.confSet.has(key)) device.set(key, value)
  }
  net.version++
}

function setDevice(dev: NetDevice, key: ConfKey, value: number): void {
  const device = inDev(dev)
  if (!device) return
  if (device.conf[key] !== value) netconfChanged(dev.net, dev.index, key, value)
  device.set(key, value)
  device.confSet.add(key)
  dev.net.version++
}

function confSysctl(
  net: Net,
  where: string,
  conf: () => Ipv4Conf,
  key: string,
  dev: NetDevice | null,
): Sysctl | null {
  if (!isConfKey(key)) return null
  const set = (value: number): void => {
    if (dev) setDevice(dev, key, value)
    else if (where === 'all') setAll(net, key, value)
    else setDefault(net, key, value)
  }
  return intSysctl(`net/ipv4/conf/${where}/${key}`, () => conf()[key], set)
}

/** Names below net/ipv4/neigh/DEV and how they map to the parameters: nanoseconds in a unit. */
const NEIGH_KEYS: readonly { name: string; key: keyof NeighParms; unit: number }[] = [
  { name: 'app_solicit', key: 'appProbes', unit: 1 },
  { name: 'base_reachable_time', key: 'baseReachable', unit: SECOND },
  { name: 'base_reachable_time_ms', key: 'baseReachable', unit: MILLISECOND },
  { name: 'delay_first_probe_time', key: 'delayProbe', unit: SECOND },
  { name: 'gc_stale_time', key: 'gcStale', unit: SECOND },
  { name: 'locktime', key: 'locktime', unit: SECOND / 100 },
  { name: 'mcast_solicit', key: 'mcastProbes', unit: 1 },
  { name: 'proxy_delay', key: 'proxyDelay', unit: SECOND / 100 },
  { name: 'retrans_time', key: 'retrans', unit: SECOND / 100 },
  { name: 'retrans_time_ms', key: 'retrans', unit: MILLISECOND },
  { name: 'ucast_solicit', key: 'ucastProbes', unit: 1 },
  { name: 'unres_qlen', key: 'unresQlen', unit: 1 },
]

function neighSysctl(where: string, name: string, holder: { neigh: NeighParms }): Sysctl | null {
  const entry = NEIGH_KEYS.find((k) => k.name === name)
  if (!entry) {
    const fixed = NEIGH_FIXED[name]
    return fixed === undefined ? null : fixedSysctl(`net/ipv4/neigh/${where}/${name}`, fixed)
  }
  const { key, unit } = entry
  return intSysctl(
    `net/ipv4/neigh/${where}/${name}`,
    () => Math.floor(holder.neigh[key] / unit),
    (value) => {
      holder.neigh = { ...holder.neigh, [key]: value * unit }
    },
    0,
  )
}

/** Any number written forgets what was learned of single destinations. Ref: ipv4_sysctl_rtcache_flush() */
function flushSysctl(net: Net, path: string): Sysctl {
  return intSysctl(
    path,
    () => 0,
    () => flushExceptions(net),
  )
}

/** Settings whose value is as on Linux and that nothing here would follow: they cannot be changed. */
const FIXED: Readonly<Record<string, string>> = {
  fib_multipath_hash_fields: '7',
  fib_multipath_use_neigh: '0',
  fib_notify_on_flag_change: '0',
  icmp_echo_enable_probe: '0',
  igmp_link_local_mcast_reports: '1',
  igmp_max_memberships: '20',
  igmp_max_msf: '10',
  ip_autobind_reuse: '0',
  ip_dynaddr: '0',
  ip_early_demux: '1',
  ip_forward_update_priority: '1',
  ip_local_reserved_ports: '',
  ipfrag_high_thresh: '4194304',
  ipfrag_low_thresh: '3145728',
  ipfrag_max_dist: '64',
  ping_group_range: '1\t0',
}

/** The same of one device's neighbours. */
const NEIGH_FIXED: Readonly<Record<string, string>> = {
  anycast_delay: '100',
  interval_probe_time_ms: '5000',
  mcast_resolicit: '0',
  proxy_qlen: '64',
  unres_qlen_bytes: '212992',
}

function isInitNet(net: Net): boolean {
  const [first] = net.stack.nets
  return first === net
}

/** The file at a path below net/ipv4; null when there is none. */
export function ipv4Sysctl(net: Net, path: string): Sysctl | null {
  const ip = ipv4Of(net)
  const parts = path.split('/').slice(2)
  const [first = '', where = '', key = ''] = parts
  if (path === 'net/ipv4/route/flush') return flushSysctl(net, path)
  if (parts.length === 1 || first === 'route') {
    const name = parts.join('/')
    if (first === 'ip_forward') {
      const set = (value: number): void => setAll(net, 'forwarding', value)
      return intSysctl(path, () => ip.all.forwarding, set)
    }
    const fixed = FIXED[name]
    if (fixed !== undefined) return fixedSysctl(path, fixed)
    if (!Object.hasOwn(ip.sysctls, name)) return null
    return intSysctl(
      path,
      () => ip.sysctls[name] ?? 0,
      (value) => {
        ip.sysctls = { ...ip.sysctls, [name]: value }
      },
      first === 'ip_default_ttl' ? 1 : undefined,
      first === 'ip_default_ttl' ? 255 : undefined,
    )
  }
  if (parts.length !== 3) return null
  const dev = net.byName.get(where) ?? null
  const device = dev ? inDev(dev) : null
  if (first === 'conf') {
    if (where === 'all') return confSysctl(net, where, () => ip.all, key, null)
    if (where === 'default') return confSysctl(net, where, () => ip.dflt, key, null)
    return device ? confSysctl(net, where, () => device.conf, key, dev) : null
  }
  if (first !== 'neigh') return null
  if (where === 'default') return isInitNet(net) ? neighSysctl(where, key, ip.neighDefault) : null
  return device ? neighSysctl(where, key, device) : null
}

/** Every path below net/ipv4. */
export function ipv4Sysctls(net: Net): string[] {
  const devices = [...net.devices.values()].filter(inDev).map((dev) => dev.name)
  const own = Object.keys(ipv4Of(net).sysctls)
  const paths = ['ip_forward', 'route/flush', ...Object.keys(FIXED), ...own].map((name) => `net/ipv4/${name}`)
  for (const where of ['all', 'default', ...devices]) {
    for (const key of CONF_KEYS) paths.push(`net/ipv4/conf/${where}/${key}`)
  }
  for (const where of [...(isInitNet(net) ? ['default'] : []), ...devices]) {
    const names = [...NEIGH_KEYS.map(({ name }) => name), ...Object.keys(NEIGH_FIXED)]
    for (const name of names) paths.push(`net/ipv4/neigh/${where}/${name}`)
  }
  return paths
}
