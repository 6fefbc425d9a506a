// net.ipv4.tcp_* and what else sockets go by. Ref: net/ipv4/sysctl_net_ipv4.c
import { EINVAL } from '../../uapi/errno.ts'
import type { Net } from '../core/net.ts'
import { fixedSysctl, intSysctl, parseInts, type Sysctl, type SysctlTable } from '../core/sysctl.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { tcpOf, type TcpSysctl } from './netns_tcp.ts'

const BASE = 'net/ipv4/'

/** Least and greatest, where the kernel has limits (Ref: ipv4_net_table). */
const LIMITS: Readonly<Partial<Record<TcpSysctl, readonly [number, number]>>> = {
  tcp_abort_on_overflow: [0, 255],
  tcp_fin_timeout: [-2147483648, 2147483647],
  tcp_fwmark_accept: [0, 255],
  tcp_orphan_retries: [0, 255],
  tcp_retries1: [0, 255],
  tcp_retries2: [0, 255],
  tcp_rto_max_ms: [1000, 120000],
  tcp_sack: [0, 255],
  tcp_syn_linear_timeouts: [0, 127],
  tcp_syn_retries: [1, 127],
  tcp_synack_retries: [0, 255],
  tcp_timestamps: [0, 255],
  tcp_tw_reuse: [0, 2],
  tcp_window_scaling: [0, 255],
  tcp_keepalive_probes: [0, 255],
}

/** What vethlab has one kind of: it can be read, not changed. */
const FIXED: Readonly<Record<string, string>> = {
  tcp_allowed_congestion_control: 'reno cubic',
  tcp_available_congestion_control: 'reno cubic',
  tcp_congestion_control: 'cubic',
  tcp_ecn: '2',
  tcp_syncookies: '1',
}

function tuple(
  path: string,
  count: number,
  get: () => readonly number[],
  set: (values: number[]) => boolean,
): Sysctl {
  return {
    path,
    read: () => `${get().join('\t')}\n`,
    write(text) {
      const values = parseInts(text)
      if (!values || values.length > count) return EINVAL
      return set([...values, ...get().slice(values.length)]) ? null : EINVAL
    },
  }
}

function find(net: Net, path: string): Sysctl | null {
  const tcp = tcpOf(net)
  if (path === 'net/core/somaxconn') {
    return intSysctl(
      path,
      () => tcp.somaxconn,
      (value) => {
        tcp.somaxconn = value
      },
      0,
    )
  }
  if (!path.startsWith(BASE)) return null
  const name = path.slice(BASE.length)
  if (name === 'ip_local_port_range') return portRange(net, path)
  if (name === 'tcp_rmem' || name === 'tcp_wmem')
    return buffers(net, path, name === 'tcp_rmem' ? 'rmem' : 'wmem')
  const fixed = FIXED[name]
  if (fixed !== undefined) return fixedSysctl(path, fixed)
  if (!isTcpSysctl(tcp.sysctls, name)) return null
  const [least, most] = LIMITS[name] ?? [-2147483648, 2147483647]
  return intSysctl(
    path,
    () => tcp.sysctls[name],
    (value) => {
      tcp.sysctls[name] = value
    },
    least,
    most,
  )
}

function isTcpSysctl(sysctls: Readonly<Record<TcpSysctl, number>>, name: string): name is TcpSysctl {
  return Object.hasOwn(sysctls, name)
}

/** Ref: ipv4_local_port_range() */
function portRange(net: Net, path: string): Sysctl {
  const ip = ipv4Of(net)
  return tuple(
    path,
    2,
    () => ip.portRange,
    ([first = 0, last = 0]) => {
      if (first < 1 || last > 65535 || last < first) return false
      ip.portRange = [first, last]
      return true
    },
  )
}

function buffers(net: Net, path: string, key: 'rmem' | 'wmem'): Sysctl {
  const tcp = tcpOf(net)
  return tuple(
    path,
    3,
    () => tcp[key],
    ([least = 0, initial = 0, most = 0]) => {
      if (Math.min(least, initial, most) < 1) return false
      tcp[key] = [least, initial, most]
      return true
    },
  )
}

function paths(net: Net): readonly string[] {
  const names = [
    ...Object.keys(tcpOf(net).sysctls),
    ...Object.keys(FIXED),
    'tcp_rmem',
    'tcp_wmem',
    'ip_local_port_range',
  ]
  return [...names.map((name) => BASE + name), 'net/core/somaxconn']
}

export const TCP_SYSCTLS: SysctlTable = { paths, find }
