// The bridge's own addresses. (Ref: plugins/main/bridge/bridge.go:ensureAddr(), pkg/ip/ipforward_linux.go)
import { AF_INET, AF_INET6, type LinkMessage } from '../../uapi/rtnetlink.ts'
import { contains, formatNet, isV4, type IpNet } from './address.ts'
import { addOwnAddress } from './configure.ts'
import { addressesOf, ask, goErrno, setLink } from './links.ts'
import type { CniCall } from './skel.ts'

/** Gives the link an address; another one of IPv4, or of an overlapping network, is in the way unless `force`. */
export function ensureAddress(
  cni: CniCall,
  link: LinkMessage,
  net: IpNet,
  force: boolean,
  what: string,
): void {
  const { p } = cni
  const v4 = isV4(net.ip)
  for (const addr of addressesOf(p, link.index, v4 ? AF_INET : AF_INET6)) {
    const there: IpNet = { ip: addr.local, bits: addr.prefixlen }
    if (there.ip === net.ip && there.bits === net.bits) return
    if (!v4 && !contains(there, net.ip) && !contains(net, there.ip)) continue
    if (!force) {
      cni.fail(`${what}: "${link.ifname}" already has an IP address different from ${formatNet(net)}`)
    }
    const { family, index, prefixlen, local, address, scope, flags } = addr
    const gone = { family, index, prefixlen, local, address, scope, flags }
    const error = ask(p, { type: 'RTM_DELADDR', addr: gone })
    if (error) cni.fail(`${what}: could not remove IP address from "${link.ifname}": ${goErrno(error)}`)
  }
  addOwnAddress(cni, link.ifname, link.index, net)
  // An address set by hand no longer follows the lowest of the ports.
  const error = setLink(p, { index: link.index, address: link.address })
  if (error) cni.fail(`${what}: could not set bridge's mac: ${goErrno(error)}`)
}

/** Writes only what is not so already: a device whose forwarding was turned off stays so. */
export function enableForward(cni: CniCall, v4: boolean): void {
  const path = v4 ? '/proc/sys/net/ipv4/ip_forward' : '/proc/sys/net/ipv6/conf/all/forwarding'
  if (cni.p.fs.readText(path) !== '1\n') cni.p.fs.writeFile(path, '1')
}
