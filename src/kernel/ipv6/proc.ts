// /proc/net/igmp6 and /proc/net/ipv6_route. Ref: net/ipv6/mcast.c:igmp6_mc_seq_show(), net/ipv6/ip6_fib.c
import { RTN_ANYCAST, RTN_LOCAL } from '../../uapi/rtnetlink.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Net } from '../core/net.ts'
import { fib6References } from './fib6_ref.ts'
import { inet6Dev } from './inet6_dev.ts'
import type { Fib6Info } from './ip6_fib.ts'
import { ipv6Of } from './netns_ipv6.ts'

const MAF_LOADED = 0x04
const MAF_NOREPORT = 0x08

function hex(value: number | Inet6, width: number): string {
  return value.toString(16).padStart(width, '0')
}

export function procIgmp6(net: Net): string {
  let text = ''
  for (const dev of net.devices.values()) {
    for (const { address, users, loaded, noReport } of inet6Dev(dev)?.groups ?? []) {
      const flags = (loaded ? MAF_LOADED : 0) | (noReport ? MAF_NOREPORT : 0)
      const who = `${String(dev.index).padEnd(4)} ${dev.name.padEnd(15)} ${hex(address, 32)}`
      text += `${who} ${String(users).padStart(5)} ${hex(flags, 8).toUpperCase()} 0\n`
    }
  }
  return text
}

// Flags of a route (Ref: include/uapi/linux/ipv6_route.h)
const RTF_UP = 0x0001
const RTF_GATEWAY = 0x0002
/** The same bit as RTNH_F_ONLINK, and taken over from it. Ref: net/ipv6/route.c:rtm_to_fib6_config() */
const RTF_HOST = 0x0004
const RTF_REJECT = 0x0200
const RTF_ANYCAST = 0x0010_0000
const RTF_NONEXTHOP = 0x0020_0000
const RTF_EXPIRES = 0x0040_0000
const RTF_LOCAL = 0x8000_0000

function flagsOf({ type, gateway, error, expires, flags: hop }: Fib6Info): number {
  let flags = (expires === null ? 0 : RTF_EXPIRES) + (hop & RTF_HOST)
  if (error) return flags + RTF_REJECT + RTF_NONEXTHOP
  flags += RTF_UP
  if (gateway !== null) flags += RTF_GATEWAY
  if (type === RTN_LOCAL) flags += RTF_LOCAL + RTF_NONEXTHOP
  return type === RTN_ANYCAST ? flags + RTF_ANYCAST + RTF_NONEXTHOP : flags
}

const NO_ADDRESS = '0'.repeat(32)
/** The end of a table without a default route: there is no way. Ref: fib6_add_rt2node() */
const NULL_ENTRY = `${NO_ADDRESS} 00 ${NO_ADDRESS} 00 ${NO_ADDRESS} ffffffff 00000001 00000000 00200200       lo\n`

export function procIpv6Route(net: Net): string {
  let text = ''
  for (const table of ipv6Of(net).fib.all()) {
    const references = fib6References(table)
    for (const route of table.all()) {
      const to = `${hex(route.dst, 32)} ${hex(route.length, 2)} ${NO_ADDRESS} 00 ${hex(route.gateway ?? 0n, 32)}`
      const rest = `${hex(route.metric, 8)} ${hex(references.get(route) ?? 1, 8)} 00000000 ${hex(flagsOf(route), 8)}`
      text += `${to} ${rest} ${route.dev.name.padStart(8)}\n`
    }
    if (!table.node(0n, 0)) text += NULL_ENTRY
  }
  return text
}
