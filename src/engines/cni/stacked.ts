// What the plugins share whose device stands on another of the host: macvlan, ipvlan, vlan.
// (Ref: containernetworking/plugins plugins/main/{macvlan,ipvlan,vlan})
import type { Blocking } from '../../os/program.ts'
import type { NetnsRef } from '../../uapi/netns.ts'
import { AF_INET, type LinkInfo, type LinkMessage, type LinkRequest } from '../../uapi/rtnetlink.ts'
import { formatMac } from '../../wire/mac.ts'
import { configureIface, containerInterface, expectAddresses, expectRoutes } from './configure.ts'
import { ipamAdd, ipamRelease } from './delegate.ts'
import {
  addLink,
  ask,
  containerNetns,
  goErrno,
  linkByIndex,
  linkByName,
  LINK_NOT_FOUND,
  setLink,
  setUp,
  sysctl,
  within,
} from './links.ts'
import type { CniInterface, CniResult } from './result.ts'
import type { CniCall } from './skel.ts'
import { randomVethName } from './veth.ts'

/** The device of the default route, when the configuration names none. */
export function defaultRouteDevice(cni: CniCall): string {
  const routes = cni.p.net.rtnetlink({ type: 'RTM_GETROUTE', family: AF_INET, table: 254 }).messages ?? []
  for (const route of routes) {
    if (route.type !== 'RTM_NEWROUTE' || route.dstLen !== 0 || route.oif === undefined) continue
    const link = linkByIndex(cni.p, route.oif)
    if (link) return link.ifname
  }
  return cni.fail('no default route interface found')
}

export function checkMtu(cni: CniCall, master: LinkMessage, mtu: number): void {
  if (mtu < 0 || mtu > master.mtu) cni.fail(`invalid MTU ${mtu}, must be [0, master MTU(${master.mtu})]`)
}

export interface StackedDevice {
  readonly master: LinkMessage
  readonly mtu: number
  readonly address?: number
  readonly linkinfo: LinkInfo & { readonly kind: 'macvlan' | 'ipvlan' | 'vlan' }
}

/** Makes the device where it belongs under a passing name, as its own may be taken where it is made. */
export function createStacked(cni: CniCall, netns: NetnsRef, device: StackedDevice): CniInterface {
  const { p, ifName } = cni
  const { linkinfo, master, mtu, address } = device
  const passing = randomVethName(p)
  const link: LinkRequest = {
    ifname: passing,
    txqlen: 0,
    link: master.index,
    netns,
    linkinfo,
    ...(mtu > 0 ? { mtu } : {}),
    ...(address === undefined ? {} : { address }),
  }
  const error = addLink(p, link)
  if (error) cni.fail(`failed to create ${linkinfo.kind}: ${goErrno(error)}`)
  return within(p, netns, () => {
    const made = linkByName(p, passing) ?? cni.fail(LINK_NOT_FOUND)
    const renamed = setLink(p, { index: made.index, newName: ifName })
    if (renamed) {
      if (linkinfo.kind !== 'ipvlan') ask(p, { type: 'RTM_DELLINK', index: made.index })
      cni.fail(`failed to rename ${linkinfo.kind} to "${ifName}": ${goErrno(renamed)}`)
    }
    const now = linkByName(p, ifName) ?? cni.fail(LINK_NOT_FOUND)
    return { name: ifName, mac: formatMac(now.address), sandbox: cni.netns }
  })
}

/** Addresses from IPAM for the container's device; both go when it fails. */
export function* stackedAddresses(
  cni: CniCall,
  netns: NetnsRef,
  ipam: string,
  own: CniInterface,
  notify: boolean,
): Blocking<CniResult> {
  const { p, ifName } = cni
  let [success, leased] = [false, false]
  try {
    const from = yield* ipamAdd(cni, ipam)
    leased = true
    if (from.ips.length === 0) cni.fail('IPAM plugin returned missing IP config')
    for (const ip of from.ips) ip.interface = 0
    const result = { ...from, interfaces: [own] }
    within(p, netns, () => {
      if (notify) sysctl(p, `net/ipv4/conf/${ifName}/arp_notify`, '1')
      configureIface(cni, ifName, result)
    })
    success = true
    return result
  } finally {
    if (!success) {
      if (own.name !== '') removeQuietly(cni, netns)
      if (leased) yield* ipamRelease(cni, ipam)
    }
  }
}

function removeQuietly({ p, ifName }: CniCall, netns: NetnsRef): void {
  within(p, netns, () => {
    const link = linkByName(p, ifName)
    if (link) ask(p, { type: 'RTM_DELLINK', index: link.index })
  })
}

export function bringUpStacked(cni: CniCall, netns: NetnsRef): void {
  const { p, ifName } = cni
  within(p, netns, () => {
    const link =
      linkByName(p, ifName) ?? cni.fail(`failed to find interface name "${ifName}": ${LINK_NOT_FOUND}`)
    const error = setUp(p, link.index)
    if (error) cni.fail(`failed to set "${ifName}" UP: ${goErrno(error)}`)
  })
}

/** CHECK: the device is there, of its kind and as it was made; `extra` compares what is the kind's own. */
export function checkStacked(
  cni: CniCall,
  kind: 'macvlan' | 'ipvlan' | 'vlan',
  master: string,
  extra: (link: LinkMessage) => void,
): null {
  const { p } = cni
  const netns = containerNetns(cni)
  // Only one of them says who it is.
  const who = kind === 'vlan' ? 'vlan: ' : ''
  const result = cni.prevResult() ?? cni.fail(`${who}Required prevResult missing`)
  const said = containerInterface(cni, result)
  if (!linkByName(p, master)) cni.fail(`failed to lookup master "${master}": ${LINK_NOT_FOUND}`)
  return within(p, netns, () => {
    const { name, mac } = said
    const link = linkByName(p, name)
    if (!link) return cni.fail(`${who}Container Interface name in prevResult: ${name} not found`)
    if (link.linkinfo?.kind !== kind) cni.fail(`Error: Container interface ${name} not of type ${kind}`)
    extra(link)
    const now = formatMac(link.address)
    if (mac !== '' && mac !== now) {
      cni.fail(`${who}Interface ${name} Mac ${mac} doesn't match container Mac: ${now}`)
    }
    expectAddresses(cni, cni.ifName, result.ips)
    expectRoutes(cni, result.routes)
    return null
  })
}
