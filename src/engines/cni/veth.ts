// A veth pair between a container and the host. (Ref: plugins pkg/ip/link_linux.go)
import type { Process } from '../../os/program.ts'
import { EEXIST } from '../../uapi/errno.ts'
import type { NetnsRef } from '../../uapi/netns.ts'
import type { LinkMessage, LinkRequest } from '../../uapi/rtnetlink.ts'
import { parseMac } from '../../wire/mac.ts'
import { isGlobalUnicast, type IpNet } from './address.ts'
import {
  addLink,
  addressesOf,
  ask,
  goErrno,
  isNetnsFailure,
  linkByName,
  LINK_NOT_FOUND,
  openNetns,
  setUp,
  sysctl,
  within,
} from './links.ts'
import type { CniCall } from './skel.ts'

const TRIES = 10

/** `veth` and four random octets. */
export function randomVethName(p: Process): string {
  return `veth${p.random().toString(16).padStart(8, '0')}`
}

export interface VethPair {
  readonly host: LinkMessage
  readonly container: LinkMessage
}

export interface VethOptions {
  readonly ifName: string
  readonly mtu: number
  readonly mac: string
  readonly host: NetnsRef
}

/** Makes the pair from within the container's namespace; the host's end is born on the host, and comes up. */
export function setupVeth(cni: CniCall, options: VethOptions): VethPair {
  const { p } = cni
  const name = makeVeth(cni, options)
  const container = linkByName(p, options.ifName) ?? cni.fail(LINK_NOT_FOUND)
  return within(p, options.host, () => {
    const host = linkByName(p, name) ?? cni.fail(`failed to lookup "${name}": ${LINK_NOT_FOUND}`)
    const error = setUp(p, host.index)
    if (error) cni.fail(`failed to set "${name}" up: ${goErrno(error)}`)
    sysctl(p, `net/ipv6/conf/${name}/accept_ra`, '0')
    return { host, container }
  })
}

/** Name of the host's end. */
function makeVeth(cni: CniCall, { ifName, mtu, mac, host }: VethOptions): string {
  const { p } = cni
  const address = mac === '' ? undefined : macOf(mac)
  if (address === null) return cni.fail(`failed to make veth pair: address ${mac}: invalid MAC address`)
  // Without a length of its queue a device is born with none, and `ip` shows no qlen.
  const common: LinkRequest = { txqlen: 0, ...(mtu > 0 ? { mtu } : {}) }
  for (let tries = 0; tries < TRIES; tries++) {
    const peer = randomVethName(p)
    const error = addLink(p, {
      ...common,
      ifname: ifName,
      ...(address === undefined ? {} : { address }),
      linkinfo: { kind: 'veth', peer: { ...common, ifname: peer, netns: host } },
    })
    if (!error) return peer
    if (error !== EEXIST) cni.fail(`failed to make veth pair: ${goErrno(error)}`)
    if (linkByName(p, peer)) continue
    cni.fail(`container veth name provided (${ifName}) already exists`)
  }
  return cni.fail('failed to find a unique veth name')
}

/** net.ParseMAC(), of six octets. */
export function macOf(text: string): number | null {
  return /^[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}$/i.test(text)
    ? parseMac(text.replaceAll('-', ':'))
    : null
}

/**
 * Deletes the container's device: the addresses it had, null when its namespace or the device is gone already.
 * Ref: ip.DelLinkByNameAddr(), ns.WithNetNSPath()
 */
export function deleteDevice(cni: CniCall): readonly IpNet[] | null {
  const { p, ifName } = cni
  const netns = openNetns(p, cni.netns)
  if (isNetnsFailure(netns)) return netns.absent ? null : cni.fail(netns.message)
  return within(p, netns, () => {
    const link = linkByName(p, ifName)
    if (!link) return null
    const nets = addressesOf(p, link.index).map((a) => ({ ip: a.local, bits: a.prefixlen }))
    const error = ask(p, { type: 'RTM_DELLINK', index: link.index })
    if (error) cni.fail(`failed to delete "${ifName}": ${goErrno(error)}`)
    return nets.filter(({ ip }) => isGlobalUnicast(ip))
  })
}
