// The bridge itself: device, addresses, sysctls. (Ref: moby libnetwork/drivers/bridge/setup_device_linux.go,
// setup_ipv4_linux.go, setup_ipv6_linux.go, setup_ip_forwarding.go, setup_bridgenetfiltering.go)
import type { Process } from '../../../../os/program.ts'
import type { Errno } from '../../../../uapi/errno.ts'
import { AF_INET, AF_INET6, IFA_F_NODAD } from '../../../../uapi/rtnetlink.ts'
import { randomMac } from '../ids.ts'
import {
  addAddress,
  addLink,
  addressesOf,
  deleteAddress,
  linkByName,
  readSysctl,
  setLink,
  writeSysctl,
} from '../netlink.ts'
import { toUapi, type Prefix } from '../prefix.ts'

/** Its index, made when it is not there. It keeps its address whatever its ports are, as it was given one. */
export function setUpDevice(
  p: Process,
  ifname: string,
): { readonly index: number; readonly made: boolean } | Errno {
  const there = linkByName(p, ifname)
  if (there) return { index: there.index, made: false }
  const refused = addLink(p, { ifname, txqlen: 0, address: randomMac(p), linkinfo: { kind: 'bridge' } })
  if (refused) return refused
  writeSysctl(p, `net/ipv6/conf/${ifname}/accept_ra`, '0')
  return { index: linkByName(p, ifname)?.index ?? 0, made: true }
}

export function setUpMtu(p: Process, index: number, mtu: number): Errno | null {
  return mtu > 0 ? setLink(p, { index, mtu }) : null
}

/** Only this one of IPv4. */
export function setUpIPv4(p: Process, index: number, address: Prefix): Errno | null {
  const own = addressesOf(p, index).filter(({ family }) => family === AF_INET)
  const same = own.find((a) => a.local === toUapi(address) && a.prefixlen === address.length)
  for (const other of own) if (other !== same) deleteAddress(p, other)
  return same ? null : addAddress(p, index, address)
}

export function setUpIPv6(p: Process, ifname: string, index: number, address: Prefix): Errno | null {
  if (readSysctl(p, `net/ipv6/conf/${ifname}/disable_ipv6`) !== '0')
    writeSysctl(p, `net/ipv6/conf/${ifname}/disable_ipv6`, '0')
  const own = addressesOf(p, index).filter(({ family }) => family === AF_INET6)
  const there = own.some((a) => a.local === toUapi(address) && a.prefixlen === address.length)
  return there ? null : addAddress(p, index, address, IFA_F_NODAD)
}

/** Whether forwarding was off before. */
export function enableForwarding(p: Process, family: 4 | 6): boolean {
  const names =
    family === 4
      ? ['net/ipv4/ip_forward']
      : ['net/ipv6/conf/default/forwarding', 'net/ipv6/conf/all/forwarding']
  const off = names.filter((name) => readSysctl(p, name) !== '1')
  for (const name of off) writeSysctl(p, name, '1')
  return off.length > 0
}

/** Packets to 127.0.0.1 are let out by the bridge, where no proxy takes them. */
export function routeLocalnet(p: Process, ifname: string): void {
  writeSysctl(p, `net/ipv4/conf/${ifname}/route_localnet`, '1')
}

/** Frames between ports of one bridge are shown to iptables. */
export function enableBridgeNetfilter(p: Process): void {
  for (const name of ['bridge-nf-call-iptables', 'bridge-nf-call-ip6tables']) {
    if (readSysctl(p, `net/bridge/${name}`) === '0') writeSysctl(p, `net/bridge/${name}`, '1')
  }
}
