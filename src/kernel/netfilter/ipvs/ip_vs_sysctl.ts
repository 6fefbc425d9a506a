// Settings below net/ipv4/vs. Ref: net/netfilter/ipvs/ip_vs_ctl.c:vs_vars
import { EINVAL } from '../../../uapi/errno.ts'
import type { Net, Stack } from '../../core/net.ts'
import { fixedSysctl, intSysctl, parseInts, type Sysctl } from '../../core/sysctl.ts'
import { ipvsOf, type VsSysctl } from './ip_vs.ts'

const PREFIX = 'net/ipv4/vs/'

/** The least and most of those that have limits. */
const LIMITS: Readonly<Partial<Record<VsSysctl, readonly [number, number]>>> = {
  drop_entry: [0, 3],
  drop_packet: [0, 3],
  est_nice: [-20, 19],
  secure_tcp: [0, 3],
  sync_retries: [0, 3],
  sync_version: [0, 1],
}

/** What vethlab's IPVS takes no notice of can only stay as it is. */
const INERT: ReadonlySet<VsSysctl> = new Set([
  'cache_bypass',
  'drop_entry',
  'drop_packet',
  'nat_icmp_send',
  'schedule_icmp',
  'secure_tcp',
])

export function registerSysctls(stack: Stack): void {
  stack.sysctlTables.push({ paths, find })
}

function paths(net: Net): string[] {
  const names = [...Object.keys(ipvsOf(net).sysctls), 'est_cpulist', 'sync_threshold']
  return names.map((name) => PREFIX + name)
}

function find(net: Net, path: string): Sysctl | null {
  if (!path.startsWith(PREFIX)) return null
  const name = path.slice(PREFIX.length)
  if (name === 'est_cpulist') return fixedSysctl(path, '0-1')
  const { sysctls } = ipvsOf(net)
  if (name === 'sync_threshold') return thresholdSysctl(net, path)
  if (!isVsSysctl(name, sysctls)) return null
  const set = (value: number): void => {
    sysctls[name] = value
  }
  const [least, most] = LIMITS[name] ?? []
  const file = intSysctl(path, () => sysctls[name], set, least, most)
  if (!INERT.has(name)) return file
  return { ...file, write: (text) => (parseInts(text)?.[0] === sysctls[name] ? null : EINVAL) }
}

function isVsSysctl(name: string, sysctls: object): name is VsSysctl {
  return Object.hasOwn(sysctls, name)
}

/** After how many packets, and then every how many, the others would be told of a connection. */
function thresholdSysctl(net: Net, path: string): Sysctl {
  const ipvs = ipvsOf(net)
  return {
    path,
    read: () => `${ipvs.syncThreshold.join('\t')}\n`,
    write(text) {
      const [first, every] = parseInts(text) ?? []
      if (first === undefined || every === undefined) return EINVAL
      if (first < 0 || every < 0 || (first >= every && every > 0)) return EINVAL
      ipvs.syncThreshold = [first, every]
      return null
    },
  }
}
