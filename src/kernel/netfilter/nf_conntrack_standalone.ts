// Connection tracking's files: /proc/net/nf_conntrack, /proc/net/stat/nf_conntrack, net.netfilter.*
// Ref: net/netfilter/nf_conntrack_standalone.c
import { SECOND } from '../../sim/clock.ts'
import { IPS_ASSURED, IPS_SEEN_REPLY } from '../../uapi/conntrack.ts'
import { EACCES, EINVAL, ENOENT } from '../../uapi/errno.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6, type Inet6 } from '../../wire/inet6.ts'
import { IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP } from '../../wire/ipv4.ts'
import { IPPROTO_ICMPV6 } from '../../wire/ipv6.ts'
import type { KernelModule } from '../core/module.ts'
import type { Net } from '../core/net.ts'
import { intSysctl, type Sysctl } from '../core/sysctl.ts'
import type { CtAcct, NfConn } from './nf_conn.ts'
import { CtEvents } from './nf_conntrack_ecache.ts'
import { conntrackRcv } from './nf_conntrack_netlink.ts'
import { ctEntries, ctExpired, nfConntrackMax } from './nf_conntrack_table.ts'
import { hasPorts, IPPROTO_GRE, IPPROTO_SCTP, type Tuple } from './nf_conntrack_tuple.ts'
import { CT_SYSCTLS, ctOf } from './netns_ct.ts'

const PROTOCOLS: Readonly<Record<number, string>> = {
  [IPPROTO_ICMP]: 'icmp',
  [IPPROTO_TCP]: 'tcp',
  [IPPROTO_UDP]: 'udp',
  [IPPROTO_GRE]: 'gre',
  [IPPROTO_ICMPV6]: 'icmpv6',
  [IPPROTO_SCTP]: 'sctp',
}

/** All eight groups, four digits each (%pI6). */
function fullInet6(address: Inet6): string {
  const digits = address.toString(16).padStart(32, '0')
  return digits.match(/.{4}/g)?.join(':') ?? formatInet6(address)
}

/** Ref: print_tuple() */
function printTuple({ protocol, src, dst, sport, dport }: Tuple): string {
  const text = (a: Tuple['src']): string => (typeof a === 'number' ? formatInet(a) : fullInet6(a))
  const ends = `src=${text(src)} dst=${text(dst)} `
  if (protocol === IPPROTO_ICMP || protocol === IPPROTO_ICMPV6) {
    return `${ends}type=${dport >> 8} code=${dport & 255} id=${sport} `
  }
  return hasPorts(protocol) ? `${ends}sport=${sport} dport=${dport} ` : ends
}

function printAcct(acct: CtAcct | null, dir: 0 | 1): string {
  return acct ? `packets=${acct.packets[dir]} bytes=${acct.bytes[dir]} ` : ''
}

/** Ref: ct_seq_show() */
function procLine(net: Net, ct: NfConn): string {
  const { orig, reply, acct, status } = ct
  const name = (PROTOCOLS[orig.protocol] ?? 'unknown').padEnd(8)
  const seconds = Math.floor((ct.timeout - net.stack.clock.now) / SECOND)
  const family = orig.family === 2 ? 'ipv4     2' : 'ipv6     10'
  return [
    `${family} ${name} ${orig.protocol} ${seconds} `,
    ct.tcp ? `${ct.tcp.state} ` : '',
    printTuple(orig),
    printAcct(acct, 0),
    status & IPS_SEEN_REPLY ? '' : '[UNREPLIED] ',
    printTuple(reply),
    printAcct(acct, 1),
    status & IPS_ASSURED ? '[ASSURED] ' : '',
    `mark=${ct.mark} `,
    `zone=${ct.zone} `,
    'use=2\n',
  ].join('')
}

function procNfConntrack(net: Net): string {
  let text = ''
  for (const ct of ctEntries(net)) if (!ctExpired(net, ct)) text += procLine(net, ct)
  return text
}

/** Ref: ct_cpu_seq_show() */
function procStat(net: Net): string {
  const { stat, count } = ctOf(net)
  const hex = (n: number): string => n.toString(16).padStart(8, '0')
  const line = (s: typeof stat | null): string => {
    const [a, b] = [s?.found ?? 0, s?.invalid ?? 0]
    const [insertFailed, dropped, early] = [s?.insertFailed ?? 0, s?.drop ?? 0, s?.earlyDrop ?? 0]
    const first = [count].map(hex).join(' ')
    const middle = [
      s?.clashResolve ?? 0,
      a,
      0,
      b,
      0,
      0,
      s?.chainToolong ?? 0,
      0,
      insertFailed,
      dropped,
      early,
    ]
    return `${first}  ${[...middle, s?.error ?? 0].map(hex).join(' ')}  ${[0, 0, 0, s?.searchRestart ?? 0].map(hex).join(' ')}\n`
  }
  return (
    'entries  clashres found new invalid ignore delete chainlength insert insert_failed drop early_drop icmp_error  ' +
    `expect_new expect_create expect_delete search_restart\n${line(stat)}${line(null)}`
  )
}

const PREFIX = 'net/netfilter/'
/** Loggers of each protocol family (Ref: net/netfilter/nf_log.c). */
const NF_LOG: Readonly<Record<string, string>> = {
  2: 'nf_log_ipv4',
  3: 'nf_log_arp',
  5: 'nf_log_netdev',
  7: 'nf_log_bridge',
  10: 'nf_log_ipv6',
}

function isCtKey(name: string): name is keyof typeof CT_SYSCTLS {
  return Object.hasOwn(CT_SYSCTLS, name)
}

/** Settings that are switches or bytes. */
const LIMITS: Partial<Record<keyof typeof CT_SYSCTLS, readonly [least: number, most: number]>> = {
  nf_conntrack_acct: [0, 1],
  nf_conntrack_checksum: [0, 1],
  nf_conntrack_events: [0, 2],
  nf_conntrack_log_invalid: [0, 255],
  nf_conntrack_tcp_be_liberal: [0, 1],
  nf_conntrack_tcp_ignore_invalid_rst: [0, 1],
  nf_conntrack_tcp_loose: [0, 1],
  nf_conntrack_tcp_max_retrans: [0, 255],
  nf_conntrack_timestamp: [0, 1],
}

function findSysctl(net: Net, path: string): Sysctl | null {
  const [init] = net.stack.nets
  const own = net === init
  if (path === 'net/nf_conntrack_max') return own ? maxSysctl(net, path) : null
  if (!path.startsWith(PREFIX)) return null
  const name = path.slice(PREFIX.length)
  const cnet = ctOf(net)
  if (isCtKey(name)) {
    const [least, most] = LIMITS[name] ?? []
    const set = (value: number): void => {
      cnet.sysctls[name] = value
    }
    return intSysctl(path, () => cnet.sysctls[name], set, least, most)
  }
  switch (name) {
    case 'nf_conntrack_buckets':
      return shownSysctl(path, '262144')
    case 'nf_conntrack_count':
      return shownSysctl(path, String(cnet.count))
    case 'nf_conntrack_expect_max':
      return shownSysctl(path, '4096')
    case 'nf_conntrack_max':
      return own ? maxSysctl(net, path) : shownSysctl(path, String(nfConntrackMax(net)))
    default: {
      const log = /^nf_log\/(\d|10)$/.exec(name)?.[1]
      if (log === undefined) return null
      return { path, read: () => `${NF_LOG[log] ?? 'NONE'}\n`, write: () => ENOENT }
    }
  }
}

/** Only the machine's first namespace may change it. */
function shownSysctl(path: string, text: string): Sysctl {
  return { path, read: () => `${text}\n`, write: () => EINVAL }
}

function maxSysctl(net: Net, path: string): Sysctl {
  const cnet = ctOf(net)
  const set = (value: number): void => {
    cnet.max = value
  }
  return intSysctl(path, () => cnet.max, set, 0)
}

function sysctlPaths(net: Net): string[] {
  const fixed = ['nf_conntrack_buckets', 'nf_conntrack_count', 'nf_conntrack_expect_max', 'nf_conntrack_max']
  const logs = Array.from({ length: 11 }, (_, i) => `nf_log/${i}`)
  const paths = [...Object.keys(CT_SYSCTLS), ...fixed, ...logs].map((name) => PREFIX + name)
  const [init] = net.stack.nets
  return net === init ? [...paths, 'net/nf_conntrack_max'] : paths
}

export const nfConntrackModule: KernelModule = {
  name: 'nf_conntrack',
  init(stack) {
    stack.sysctlTables.push({ paths: sysctlPaths, find: findSysctl })
    stack.conntrack = { request: conntrackRcv, events: (net) => new CtEvents(net) }
    stack.procNet.set('nf_conntrack', procNfConntrack)
    stack.procNetFolders.set('stat', {
      names: () => ['nf_conntrack'],
      read: procStat,
      write: () => EACCES,
    })
  },
}
