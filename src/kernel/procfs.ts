// /proc/net as a namespace shows it. Ref: net/core/net-procfs.c, net/ipv4/arp.c, net/ipv4/fib_trie.c
import { NUD_PERMANENT, RT_SCOPE_HOST, RT_SCOPE_LINK, RTN_UNICAST } from '../uapi/rtnetlink.ts'
import { formatInet, inetMask, type Inet } from '../wire/inet.ts'
import { formatMac } from '../wire/mac.ts'
import { procDevMcast, procIgmp } from './procmcast.ts'
import { procSockets } from './procsock.ts'
import { procNetstat, procSnmp, procSockstat } from './procsnmp.ts'
import { NUD_VALID } from './core/neighbour.ts'
import type { KernelModule } from './core/module.ts'
import type { Net, NetDevice } from './core/net.ts'
import type { FibAlias } from './ipv4/fib_table.ts'
import { ipv4Of } from './ipv4/netns_ipv4.ts'
import { inet6Dev } from './ipv6/inet6_dev.ts'
import { procIgmp6, procIpv6Route } from './ipv6/proc.ts'

const FILES: readonly (readonly [string, (net: Net) => string])[] = [
  ['arp', procArp],
  ['dev', procDev],
  ['dev_mcast', procDevMcast],
  ['if_inet6', procIfInet6],
  ['igmp', procIgmp],
  ['igmp6', procIgmp6],
  ['ipv6_route', procIpv6Route],
  ['mcfilter', () => 'Idx Device        MCA        SRC    INC    EXC\n'],
  ['netstat', procNetstat],
  ['raw', (net) => procSockets(net, 'raw', 'inet')],
  ['raw6', (net) => procSockets(net, 'raw', 'inet6')],
  ['route', procRoute],
  ['snmp', procSnmp],
  ['sockstat', procSockstat],
  ['tcp', (net) => procSockets(net, 'tcp', 'inet')],
  ['tcp6', (net) => procSockets(net, 'tcp', 'inet6')],
  ['udp', (net) => procSockets(net, 'udp', 'inet')],
  ['udp6', (net) => procSockets(net, 'udp', 'inet6')],
  ['unix', () => 'Num       RefCount Protocol Flags    Type St Inode Path\n'],
]

export const procNetModule: KernelModule = {
  name: 'proc_net',
  init({ procNet }) {
    for (const [file, read] of FILES) procNet.set(file, read)
  },
}

/** Flags of /proc/net/arp: complete, permanent, published (Ref: include/uapi/linux/if_arp.h). */
const ATF_COM = 2
const ATF_PERM = 4
const ATF_PUBL = 8

function procArp(net: Net): string {
  const lines = ['IP address       HW type     Flags       HW address            Mask     Device']
  const { arp } = ipv4Of(net)
  for (const neigh of arp) {
    if (neigh.dev.name === 'lo' || (neigh.state & ~0x40) === 0) continue
    const flags = neigh.state & NUD_PERMANENT ? ATF_PERM | ATF_COM : neigh.state & NUD_VALID ? ATF_COM : 0
    lines.push(
      arpLine(
        neigh.key,
        flags,
        neigh.state & NUD_VALID ? formatMac(neigh.lladdr) : '00:00:00:00:00:00',
        neigh.dev.name,
      ),
    )
  }
  for (const [key, devices] of arp.proxies) {
    for (const dev of devices)
      lines.push(arpLine(key, ATF_PUBL | ATF_PERM, '00:00:00:00:00:00', dev?.name ?? '*'))
  }
  return lines.join('\n') + '\n'
}

function arpLine(address: Inet, flags: number, mac: string, device: string): string {
  return `${formatInet(address).padEnd(16)} ${'0x1'.padEnd(10)}  ${`0x${flags.toString(16)}`.padEnd(10)}  ${mac.padEnd(21)} *        ${device}`
}

/** Ref: dev_seq_printf_stats() */
function procDev(net: Net): string {
  const lines = [
    'Inter-|   Receive                                                |  Transmit',
    ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed',
  ]
  for (const dev of net.devices.values()) lines.push(devLine(dev))
  return lines.join('\n') + '\n'
}

function devLine({ name, stats }: NetDevice): string {
  const n = (value: number, width: number): string => String(value).padStart(width)
  const rx = [
    n(stats.rxBytes, 8),
    n(stats.rxPackets, 7),
    n(stats.rxErrors, 4),
    n(stats.rxDropped, 4),
    n(0, 4),
    n(0, 5),
    n(0, 10),
    n(stats.multicast, 9),
  ]
  const tx = [
    n(stats.txBytes, 8),
    n(stats.txPackets, 7),
    n(stats.txErrors, 4),
    n(stats.txDropped, 4),
    n(0, 4),
    n(stats.collisions, 5),
    n(0, 7),
    n(0, 10),
  ]
  return `${name.padStart(6)}: ${rx.join(' ').replace(/^ /, '')} ${tx.join(' ')}`
}

/** Ref: net/ipv6/addrconf.c:if6_seq_show() */
function procIfInet6(net: Net): string {
  let text = ''
  for (const dev of net.devices.values()) {
    for (const ifa of inet6Dev(dev)?.addresses ?? []) {
      const scope = ifa.scope === RT_SCOPE_HOST ? 0x10 : ifa.scope === RT_SCOPE_LINK ? 0x20 : 0
      const hex = (value: number): string => value.toString(16).padStart(2, '0')
      text += `${ifa.address.toString(16).padStart(32, '0')} ${hex(dev.index)} ${hex(ifa.prefixlen)} ${hex(scope)} ${hex(ifa.flags & 0xff)} ${dev.name.padStart(8)}\n`
    }
  }
  return text
}

const RTF_UP = 1
const RTF_GATEWAY = 2
const RTF_HOST = 4
const RTF_REJECT = 0x200

/** Addresses in memory order, as a little-endian machine prints them. Ref: fib_route_seq_show() */
function procRoute(net: Net): string {
  if (!ipv4Of(net).fib.main.made) return ''
  const header = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT'
  const lines = [header.padEnd(127)]
  for (const alias of ipv4Of(net).fib.main.all()) {
    if (alias.info.type === 3 || alias.info.type === 5) continue
    lines.push(routeLine(alias).padEnd(127))
  }
  return lines.join('\n') + '\n'
}

function routeLine(alias: FibAlias): string {
  const { info, dst, length } = alias
  const [nh] = info.nhs
  const reject = info.type === RTN_UNICAST ? 0 : info.type === 7 || info.type === 8 ? RTF_REJECT : 0
  const flags = RTF_UP | reject | (nh?.gateway ? RTF_GATEWAY : 0) | (length === 32 ? RTF_HOST : 0)
  const fields = [
    nh?.dev?.name ?? '*',
    swapped(dst),
    swapped(nh?.gateway ?? 0),
    flags.toString(16).toUpperCase().padStart(4, '0'),
    0,
    0,
    info.priority,
    swapped(inetMask(length)),
    info.advmss ? info.advmss + 40 : 0,
    info.metrics?.window ?? 0,
    (info.metrics?.rtt ?? 0) >> 3,
  ]
  return fields.join('\t')
}

function swapped(address: Inet): string {
  const octets = [address & 255, (address >>> 8) & 255, (address >>> 16) & 255, address >>> 24]
  return octets.map((o) => o.toString(16).toUpperCase().padStart(2, '0')).join('')
}
