// What a lease makes of a device: what /sbin/dhclient-script does in Debian.
import type { Process } from '../../os/program.ts'
import { IFF_UP } from '../../uapi/if.ts'
import {
  AF_INET,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  RTN_UNICAST,
  RTPROT_BOOT,
  type AddrMessage,
  type LinkMessage,
} from '../../uapi/rtnetlink.ts'
import { DHCP_OPTIONS, dhcpAddress, dhcpAddresses, dhcpText } from '../../wire/dhcp.ts'
import { formatInet, INADDR_ANY, maskLength } from '../../wire/inet.ts'
import type { DhcpLease } from '../lib/dhcp/lease.ts'

export function linkUp(p: Process, { index, flags }: LinkMessage): void {
  if (flags & IFF_UP) return
  p.net.rtnetlink({ type: 'RTM_NEWLINK', flags: {}, link: { index, flags: IFF_UP, change: IFF_UP } })
}

export function configure(p: Process, link: LinkMessage, lease: DhcpLease): void {
  const { address, netmask, message, time } = lease
  const { index, ifname } = link
  for (const old of ownAddresses(p, link))
    if (old.local !== address) p.net.rtnetlink({ type: 'RTM_DELADDR', addr: old })
  p.net.rtnetlink({
    type: 'RTM_NEWADDR',
    flags: { create: true, replace: true },
    addr: {
      family: AF_INET,
      index,
      prefixlen: maskLength(netmask) ?? 32,
      local: address,
      address,
      broadcast: dhcpAddress(message, DHCP_OPTIONS.broadcast) || (address | ~netmask) >>> 0,
      label: ifname,
      scope: RT_SCOPE_UNIVERSE,
      flags: 0,
      validLft: time,
      preferredLft: time,
    },
  })
  for (const gateway of dhcpAddresses(message, DHCP_OPTIONS.router)) {
    p.net.rtnetlink({
      type: 'RTM_NEWROUTE',
      flags: { create: true, excl: true },
      route: {
        family: AF_INET,
        dst: INADDR_ANY,
        dstLen: 0,
        tos: 0,
        priority: 0,
        flags: 0,
        table: RT_TABLE_MAIN,
        protocol: RTPROT_BOOT,
        scope: RT_SCOPE_UNIVERSE,
        routeType: RTN_UNICAST,
        gateway,
        oif: index,
      },
    })
  }
  writeResolvConf(p, lease)
}

function writeResolvConf(p: Process, { message }: DhcpLease): void {
  const servers = dhcpAddresses(message, DHCP_OPTIONS.dnsServer)
  if (servers.length === 0) return
  const domain = dhcpText(message, DHCP_OPTIONS.domainName)
  const lines = [
    ...(domain === null ? [] : [`domain ${domain}`, `search ${domain}`]),
    ...servers.map((server) => `nameserver ${formatInet(server)}`),
  ]
  p.fs.writeFile('/etc/resolv.conf', `${lines.join('\n')}\n`)
}

export function unconfigure(p: Process, link: LinkMessage): void {
  for (const addr of ownAddresses(p, link)) p.net.rtnetlink({ type: 'RTM_DELADDR', addr })
}

function ownAddresses(p: Process, { index }: LinkMessage): readonly AddrMessage[] {
  const all = p.net.rtnetlink({ type: 'RTM_GETADDR', family: AF_INET }).messages ?? []
  return all.flatMap((m) => (m.type === 'RTM_NEWADDR' && m.index === index ? [m] : []))
}
