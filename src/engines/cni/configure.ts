// A result put onto a device, and a device compared with a result. (Ref: plugins pkg/ipam/ipam_linux.go, pkg/ip/
// utils_linux.go)
import type { Process } from '../../os/program.ts'
import { EEXIST } from '../../uapi/errno.ts'
import { AF_INET, AF_INET6 } from '../../uapi/rtnetlink.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { formatIpOrNil, formatNet, goNetValue, isV4, networkOf, type Ip, type IpNet } from './address.ts'
import {
  addAddress,
  addressesOf,
  addRoute,
  goErrno,
  LINK_NOT_FOUND,
  linkByName,
  setUp,
  sysctl,
} from './links.ts'
import type { CniIp, CniResult, CniRoute } from './result.ts'
import type { CniCall } from './skel.ts'

/** Brings `ifName` up with the addresses and routes of a result. Call it in the container's namespace. */
export function configureIface(cni: CniCall, ifName: string, result: CniResult): void {
  const { p } = cni
  const link = linkByName(p, ifName)
  if (!link) return cni.fail(`failed to lookup "${ifName}": ${LINK_NOT_FOUND}`)
  const error = setUp(p, link.index)
  if (error) cni.fail(`failed to set "${ifName}" UP: ${goErrno(error)}`)
  const gateways = addAddresses(cni, ifName, link.index, result)
  for (const { dst, gw: own } of result.routes) {
    const gw = own ?? (isV4(dst.ip) ? gateways.v4 : gateways.v6)
    const route = { dst, oif: link.index, ...(gw === undefined ? {} : { gw }) }
    const failed = addRoute(p, route, { create: true })
    if (!failed) continue
    const words = `${goNetValue(dst)} via ${formatIpOrNil(gw)} dev ${ifName}`
    cni.fail(`failed to add route '${words}': ${goErrno(failed)}`)
  }
}

interface Gateways {
  v4?: Ip
  v6?: Ip
}

function addAddresses(cni: CniCall, ifName: string, index: number, result: CniResult): Gateways {
  const { p } = cni
  const gateways: Gateways = {}
  for (const ip of result.ips) {
    if (ip.interface === undefined) continue
    const what = `failed to add IP addr ${goIp(ip)} to "${ifName}"`
    if (result.interfaces[ip.interface]?.name !== ifName) cni.fail(`${what}: invalid interface index`)
    if (!isV4(ip.address.ip)) for (const name of ['lo', ifName]) enableIpv6(p, name)
    const error = addAddress(p, index, ip.address)
    if (error) cni.fail(`${what}: ${goErrno(error)}`)
    if (ip.gateway === undefined) continue
    if (isV4(ip.gateway)) gateways.v4 ??= ip.gateway
    else gateways.v6 ??= ip.gateway
  }
  return gateways
}

function enableIpv6(p: Process, name: string): void {
  if (p.fs.readText(`/proc/sys/net/ipv6/conf/${name}/disable_ipv6`) !== '0\n') {
    sysctl(p, `net/ipv6/conf/${name}/disable_ipv6`, '0')
  }
}

/** `{Interface:2 Address:… Gateway:…}`, as Go's %v prints the structure. */
function goIp({ interface: on, address, gateway }: CniIp): string {
  return `{Interface:${on ?? '<nil>'} Address:${goNetStruct(address)} Gateway:${formatIpOrNil(gateway)}}`
}

function goNetStruct(net: IpNet): string {
  const [, mask = ''] = goNetValue(net).slice(1, -1).split(' ')
  return `{IP:${formatAddress(net.ip)} Mask:${mask}}`
}

/** Adds the address that a gateway needs; that it has it already is no error. */
export function addOwnAddress(cni: CniCall, name: string, index: number, net: IpNet): void {
  const error = addAddress(cni.p, index, net)
  if (error && error !== EEXIST) cni.fail(`could not add IP address to "${name}": ${goErrno(error)}`)
}

// ---- CHECK

/** Fails unless the device has the addresses. Call it in the container's namespace. */
export function expectAddresses(cni: CniCall, ifName: string, ips: readonly CniIp[]): void {
  const { p } = cni
  for (const { address, gateway } of ips) {
    const link = linkByName(p, ifName)
    if (!link) return cni.fail(`Cannot find container link ${ifName}`)
    const there = addressesOf(p, link.index).some(
      (a) => a.local === address.ip && a.prefixlen === address.bits,
    )
    if (!there) cni.fail(`Failed to match addr ${formatNet(address)} on interface ${ifName}`)
    if (!hasRoute(p, { dst: { ip: networkOf(address), bits: address.bits } })) {
      cni.fail(`Failed to find Gateway ${formatIpOrNil(gateway)} for interface ${ifName}`)
    }
  }
}

/** Fails unless the namespace has the routes. */
export function expectRoutes(cni: CniCall, routes: readonly CniRoute[]): void {
  for (const route of routes) {
    if (hasRoute(cni.p, route)) continue
    const gw = route.gw === undefined ? '<nil>' : formatAddress(route.gw)
    cni.fail(`Expected Route &{Dst:${goNetStruct(route.dst)} GW:${gw}} not found in routing table`)
  }
}

/** The gateway of a default route is not compared. */
function hasRoute(p: Process, { dst, gw }: CniRoute): boolean {
  const family = isV4(dst.ip) ? AF_INET : AF_INET6
  const routes = p.net.rtnetlink({ type: 'RTM_GETROUTE', family, table: 254 }).messages ?? []
  return routes.some((route) => {
    if (route.type !== 'RTM_NEWROUTE' || route.dst !== dst.ip || route.dstLen !== dst.bits) return false
    return gw === undefined || dst.bits === 0 || route.gateway === gw
  })
}

/** The interface of the result that is the container's; its sandbox must be the one that is checked. */
export function containerInterface(cni: CniCall, result: CniResult): CniResult['interfaces'][number] {
  const own = result.interfaces.findLast(({ name, sandbox }) => name === cni.ifName && sandbox === cni.netns)
  const sandbox = own?.sandbox ?? ''
  if (!own || sandbox !== cni.netns) {
    return cni.fail(`Sandbox in prevResult ${sandbox} doesn't match configured netns: ${cni.netns}`)
  }
  return own
}
