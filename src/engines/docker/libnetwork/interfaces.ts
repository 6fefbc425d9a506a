// A container's namespace from the daemon's side: the file that holds it, its interfaces, its way out.
// (Ref: moby libnetwork/osl/namespace_linux.go, interface_linux.go, route_linux.go)
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { NetnsRef } from '../../../uapi/netns.ts'
import { IFA_F_NODAD, type LinkMessage } from '../../../uapi/rtnetlink.ts'
import { ARP_REQUEST } from '../../../wire/arp.ts'
import { ETH_P_ARP } from '../../../wire/ethernet.ts'
import { formatMac, MAC_BROADCAST, MAC_ZERO } from '../../../wire/mac.ts'
import { systemError, type ApiError } from './apiError.ts'
import { setSysctls, sysctlsOf } from './interfaceSysctls.ts'
import {
  addAddress,
  changeDefaultRoute,
  goText,
  inNetns,
  linkByName,
  setLink,
  setLinkUp,
  writeSysctl,
} from './netlink.ts'
import type { Endpoint } from './network.ts'
import { formatPrefix, type Address } from './prefix.ts'

export const NETNS_DIRECTORY = '/var/run/docker/netns'
const IFNAME = 'com.docker.network.endpoint.ifname'

export function sandboxKey(id: string): string {
  return `${NETNS_DIRECTORY}/${id.slice(0, 12)}`
}

/** The namespace lives as long as this file, its container's processes gone or not. */
export function holdNetns(p: Process, key: string, netns: NetnsRef): void {
  let path = ''
  for (const name of NETNS_DIRECTORY.split('/').slice(1)) {
    path += `/${name}`
    if (isErrno(p.fs.stat(path))) p.fs.mkdir(path)
  }
  p.fs.writeFile(key, '')
  p.fs.mountNetns(key, netns)
  inNetns(p, netns, () => {
    const lo = linkByName(p, 'lo')
    if (lo) setLinkUp(p, lo.index)
  })
}

export function releaseNetns(p: Process, key: string): void {
  p.fs.umount(key)
  p.fs.unlink(key)
}

/** The endpoint's interface gets its name, its addresses, and goes up. */
export function addInterface(
  p: Process,
  netns: NetnsRef,
  endpoint: Endpoint,
  prefix: string,
): ApiError | null {
  const outside = linkByName(p, endpoint.srcName)
  if (outside) setLink(p, { index: outside.index, netns })
  return inNetns(p, netns, () => configure(p, endpoint, prefix))
}

function configure(p: Process, endpoint: Endpoint, prefix: string): ApiError | null {
  const { srcName, mac, addr4, addr6 } = endpoint
  const fail = (what: string): ApiError =>
    systemError(`failed to add interface ${srcName} to sandbox: ${what}`)
  const link = linkByName(p, srcName)
  if (!link) return fail(`failed to get link by name "${srcName}": Link not found`)
  const { index } = link
  if (mac !== MAC_ZERO && mac !== link.address) {
    const refused = setLink(p, { index, address: mac })
    if (refused)
      return fail(`error setting interface "${srcName}" MAC to "${formatMac(mac)}": ${goText(refused)}`)
  }
  writeSysctl(p, `net/ipv6/conf/${srcName}/disable_ipv6`, addr6 ? '0' : '1')
  for (const address of [addr4, addr6]) {
    const refused = address ? addAddress(p, index, address, address.family === 6 ? IFA_F_NODAD : 0) : null
    if (refused) return fail(`error setting interface "${srcName}" IP: ${goText(refused)}`)
  }
  for (const address of endpoint.linkLocal) {
    const refused = addAddress(p, index, address)
    if (!refused) continue
    const all = endpoint.linkLocal.map(formatPrefix).join(' ')
    return fail(`error setting interface "${srcName}" link local IPs to [${all}]: ${goText(refused)}`)
  }
  endpoint.ifname = endpoint.driverOpts[IFNAME] ?? freeName(p, prefix)
  const refused = setLink(p, { index, newName: endpoint.ifname })
  if (refused)
    return fail(`error renaming interface "${srcName}" to "${endpoint.ifname}": ${goText(refused)}`)
  const wrong = setSysctls(p, endpoint.ifname, sysctlsOf(endpoint.driverOpts))
  if (wrong !== null) return fail(wrong)
  const down = setLinkUp(p, index)
  return down ? fail(`error bringing interface "${endpoint.ifname}" up: ${goText(down)}`) : null
}

/** `eth0`, or the first number that is free. */
export function freeName(p: Process, prefix: string): string {
  for (let i = 0; ; i++) if (!linkByName(p, `${prefix}${i}`)) return `${prefix}${i}`
}

/** Goes back to the host's namespace under its first name, where the driver takes it away. */
export function removeInterface(p: Process, netns: NetnsRef, { ifname, srcName }: Endpoint): void {
  if (srcName === '' || ifname === '') return
  const host = p.net.netns()
  inNetns(p, netns, () => {
    const link = linkByName(p, ifname)
    if (!link) return
    setLink(p, { index: link.index, flags: 0, change: 1 })
    setLink(p, { index: link.index, newName: srcName })
    setLink(p, { index: link.index, netns: host })
  })
}

function interfaceOf(p: Process, { ifname, srcName }: Endpoint): LinkMessage | null {
  return linkByName(p, ifname === '' ? srcName : ifname)
}

export function setDefaultRoute(
  p: Process,
  netns: NetnsRef,
  endpoint: Endpoint,
  family: 4 | 6,
  gateway: Address | 'device',
): ApiError | null {
  return changeRoute(p, netns, 'RTM_NEWROUTE', endpoint, family, gateway)
}

export function unsetDefaultRoute(
  p: Process,
  netns: NetnsRef,
  endpoint: Endpoint,
  family: 4 | 6,
  gateway: Address | 'device',
): void {
  changeRoute(p, netns, 'RTM_DELROUTE', endpoint, family, gateway)
}

function changeRoute(
  p: Process,
  netns: NetnsRef,
  type: 'RTM_NEWROUTE' | 'RTM_DELROUTE',
  endpoint: Endpoint,
  family: 4 | 6,
  gateway: Address | 'device',
): ApiError | null {
  return inNetns(p, netns, () => {
    const link = interfaceOf(p, endpoint)
    if (!link) return null
    const by = gateway === 'device' ? null : gateway
    const refused = changeDefaultRoute(p, type, family, by, link.index)
    return refused ? systemError(`failed to set gateway: ${goText(refused)}`) : null
  })
}

/** Tells the neighbours of the address (gratuitous ARP), so that they forget who had it before. */
export function announce(p: Process, netns: NetnsRef, endpoint: Endpoint): void {
  const { addr4, mac } = endpoint
  if (!addr4) return
  inNetns(p, netns, () => {
    const link = interfaceOf(p, endpoint)
    if (!link) return
    const address = Number(addr4.value)
    const packet = {
      kind: 'arp',
      op: ARP_REQUEST,
      sha: mac,
      spa: address,
      tha: MAC_ZERO,
      tpa: address,
    } as const
    const socket = p.net.packetSocket()
    socket.sendto({ dst: MAC_BROADCAST, src: mac, etherType: ETH_P_ARP, packet }, link.index)
    socket.close()
  })
}
