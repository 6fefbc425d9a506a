// The CNI plugin that makes a bridge and connects a container to it.
// (Ref: containernetworking/plugins plugins/main/bridge/bridge.go)
import type { Command } from '../../commands/command.ts'
import type { Blocking } from '../../os/program.ts'
import { EEXIST } from '../../uapi/errno.ts'
import { IFF_PROMISC } from '../../uapi/if.ts'
import type { NetnsRef } from '../../uapi/netns.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import { formatMac } from '../../wire/mac.ts'
import { isV4, networkOf, nextIp, widthOf, type IpNet } from './address.ts'
import { readBridgeConf, type BridgeConf } from './bridgeconf.ts'
import { checkBridge } from './bridgecheck.ts'
import { ensureAddress, enableForward } from './bridgeaddress.ts'
import { configureIface } from './configure.ts'
import { ipamAdd, ipamDel, ipamRelease } from './delegate.ts'
import { setupIpMasq, teardownIpMasq } from './ipmasq.ts'
import {
  addLink,
  ask,
  containerNetns,
  goErrno,
  isNetnsFailure,
  linkByName,
  LINK_NOT_FOUND,
  openNetns,
  setLink,
  setLinkFlag,
  setUp,
  sysctl,
  within,
} from './links.ts'
import { isDnsSet } from './netconf.ts'
import type { CniInterface, CniResult } from './result.ts'
import { cniProgram, type CniCall, type CniOutput } from './skel.ts'
import { deleteDevice, setupVeth } from './veth.ts'

/** How long it waits for the port to come up, in milliseconds. */
const RETRIES = [0, 50, 500, 1000, 1000]
const MS = 1_000_000

export const bridgePlugin: Command = {
  name: 'bridge',
  path: '/opt/cni/bin/bridge',
  summary: 'CNI plugin: connect a namespace to a bridge',
  supports: [
    'bridge isGateway isDefaultGateway forceAddress ipMasq mtu hairpinMode promiscMode vlan enabledad ipam dns',
    'CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input',
  ],
  run: cniProgram({ name: 'bridge', add, check: checkBridge, del }),
}

function* add(cni: CniCall): Blocking<CniOutput> {
  const conf = readBridgeConf(cni)
  if (conf.hairpin && conf.promisc) {
    cni.fail('cannot set hairpin mode and promiscuous mode at the same time.')
  }
  const bridge = ensureBridge(cni, conf)
  const netns = containerNetns(cni)
  const ends = connect(cni, conf, bridge, netns, cni.ifName, conf.mtu, conf.mac)
  const own: CniInterface = { name: bridge.ifname, mac: '', sandbox: '' }
  const result: CniResult = { interfaces: [own, ...ends], ips: [], routes: [], dns: {} }
  if (conf.ipam === '') bringUp(cni, netns)
  else yield* addresses(cni, conf, { bridge, netns, result, port: ends[0].name })
  own.mac = macOfLink(cni, conf.name)
  if (isDnsSet(conf.dns)) result.dns = conf.dns
  return result
}

function macOfLink(cni: CniCall, name: string): string {
  const link = linkByName(cni.p, name)
  return link ? formatMac(link.address) : cni.fail(`could not lookup "${name}": ${LINK_NOT_FOUND}`)
}

function ensureBridge(cni: CniCall, { name, mtu, promisc, vlan }: BridgeConf): LinkMessage {
  const { p } = cni
  const refuse = (why: string): never => cni.fail(`failed to create bridge "${name}": ${why}`)
  const bridge = vlan === 0 ? {} : { vlanFiltering: 1 }
  const size = mtu > 0 ? { mtu } : {}
  const error = addLink(p, { ifname: name, ...size, linkinfo: { kind: 'bridge', bridge } })
  if (error && error !== EEXIST) refuse(`could not add "${name}": ${goErrno(error)}`)
  const link = linkByName(p, name) ?? refuse(`could not lookup "${name}": ${LINK_NOT_FOUND}`)
  if (promisc) setLinkFlag(p, link.index, IFF_PROMISC, true)
  if (link.linkinfo?.kind !== 'bridge') refuse(`"${name}" already exists but is not a bridge`)
  sysctl(p, `net/ipv6/conf/${name}/accept_ra`, '0')
  const up = setUp(p, link.index)
  if (up) refuse(goErrno(up))
  return link
}

/** The veth pair, its end on the host a port of the bridge: first that one, then the container's. */
function connect(
  cni: CniCall,
  conf: BridgeConf,
  bridge: LinkMessage,
  netns: NetnsRef,
  ifName: string,
  mtu: number,
  mac: string,
): [CniInterface, CniInterface] {
  const { p } = cni
  const host = p.net.netns()
  const pair = within(p, netns, () => setupVeth(cni, { ifName, mtu, mac, host }))
  const { ifname: name } = pair.host
  // Its number was another's where it was made.
  const port = linkByName(p, name) ?? cni.fail(`failed to lookup "${name}": ${LINK_NOT_FOUND}`)
  const joined = setLink(p, { index: port.index, master: bridge.index })
  if (joined) cni.fail(`failed to connect "${name}" to bridge ${bridge.ifname}: ${goErrno(joined)}`)
  const set = setLink(p, { index: port.index, bridgePort: { hairpin: conf.hairpin } })
  if (set) cni.fail(`failed to setup hairpin mode for ${name}: ${goErrno(set)}`)
  if (conf.vlan !== 0) addPortVlan(cni, port, conf.vlan)
  return [
    { name, mac: formatMac(port.address), sandbox: '' },
    { name: pair.container.ifname, mac: formatMac(pair.container.address), sandbox: cni.netns },
  ]
}

function addPortVlan(cni: CniCall, port: LinkMessage, vid: number): void {
  const vlan = { index: port.index, target: 'master', vid, pvid: true, untagged: true } as const
  const error = ask(cni.p, { type: 'RTM_ADDVLAN', vlan })
  if (error) cni.fail(`failed to setup vlan tag on interface "${port.ifname}": ${goErrno(error)}`)
}

function bringUp(cni: CniCall, netns: NetnsRef): void {
  const { p, ifName } = cni
  within(p, netns, () => {
    const link = linkByName(p, ifName) ?? cni.fail(`failed to retrieve link: ${LINK_NOT_FOUND}`)
    const error = setUp(p, link.index)
    if (error) cni.fail(`failed to set "${ifName}" up: ${goErrno(error)}`)
  })
}

interface Connected {
  readonly bridge: LinkMessage
  readonly netns: NetnsRef
  readonly result: CniResult
  /** Name of the veth's end on the host. */
  readonly port: string
}

/** Addresses from IPAM, put onto the container's device and the bridge; given back when it fails. */
function* addresses(cni: CniCall, conf: BridgeConf, connected: Connected): Blocking<void> {
  const { result } = connected
  const from = yield* ipamAdd(cni, conf.ipam)
  let success = false
  try {
    result.ips = from.ips
    result.routes = from.routes
    result.dns = from.dns
    if (result.ips.length === 0) cni.fail('IPAM plugin returned missing IP config')
    const gateways = gatewaysOf(conf, result)
    configureContainer(cni, conf, connected)
    yield* portUp(cni, connected.port)
    if (conf.isGateway) addGateways(cni, conf, connected, gateways)
    if (conf.ipMasq) for (const { address } of result.ips) yield* setupIpMasq(cni, conf.network, address)
    success = true
  } finally {
    if (!success) yield* ipamRelease(cni, conf.ipam)
  }
}

/** Fills in the gateways that are the bridge's, and the default routes through them. Ref: bridge.go:calcGateways() */
function gatewaysOf(conf: BridgeConf, result: CniResult): IpNet[] {
  const gateways: IpNet[] = []
  for (const ip of result.ips) {
    ip.interface = 2
    const { address } = ip
    if (conf.isGateway) ip.gateway ??= nextIp(networkOf(address))
    const any: IpNet = { ip: isV4(address.ip) ? 0 : 0n, bits: 0 }
    const routed = result.routes.some(
      ({ dst, gw }) => gw !== undefined && dst.ip === any.ip && dst.bits === 0,
    )
    if (conf.isDefaultGateway && !routed && ip.gateway !== undefined) {
      result.routes.push({ dst: any, gw: ip.gateway })
    }
    if (conf.isGateway && ip.gateway !== undefined) gateways.push({ ip: ip.gateway, bits: address.bits })
  }
  return gateways
}

function configureContainer(cni: CniCall, conf: BridgeConf, { netns, result }: Connected): void {
  const { p, ifName } = cni
  within(p, netns, () => {
    if (conf.enableDad) sysctl(p, `net/ipv6/conf/${ifName}/enhanced_dad`, '1')
    sysctl(p, `net/ipv6/conf/${ifName}/accept_dad`, conf.enableDad ? '1' : '0')
    sysctl(p, `net/ipv4/conf/${ifName}/arp_notify`, '1')
    configureIface(cni, ifName, result)
  })
}

/** A veth's end needs a moment to learn that the other is up. */
function* portUp(cni: CniCall, name: string): Blocking<void> {
  let state = ''
  for (const wait of RETRIES) {
    yield* cni.p.clock.sleep(wait * MS)
    const link = linkByName(cni.p, name) ?? cni.fail(LINK_NOT_FOUND)
    if (link.operstate === 'UP') return
    state = link.operstate.toLowerCase()
  }
  cni.fail(`bridge port in error state: ${state}`)
}

function addGateways(cni: CniCall, conf: BridgeConf, connected: Connected, gateways: readonly IpNet[]): void {
  const { bridge, result } = connected
  for (const width of [32, 128]) {
    const own = gateways.filter(({ ip }) => widthOf(ip) === width)
    for (const gateway of own) {
      if (conf.vlan === 0) {
        ensureAddress(cni, bridge, gateway, conf.forceAddress, 'failed to set bridge addr')
        continue
      }
      const link = ensureVlanInterface(cni, conf, bridge)
      if (!result.interfaces.some(({ name }) => name === link.ifname)) {
        result.interfaces.push({ name: link.ifname, mac: formatMac(link.address), sandbox: '' })
      }
      ensureAddress(
        cni,
        link,
        gateway,
        conf.forceAddress,
        'failed to set vlan interface for bridge with addr',
      )
    }
    if (own.length > 0) enableForward(cni, width === 32)
  }
}

/** Where the host is a member of the VLAN: a veth of which one end is a port. */
function ensureVlanInterface(cni: CniCall, conf: BridgeConf, bridge: LinkMessage): LinkMessage {
  const name = `${conf.name}.${conf.vlan}`
  const found = linkByName(cni.p, name)
  if (found) return found
  connect(cni, { ...conf, hairpin: false }, bridge, cni.p.net.netns(), name, bridge.mtu, '')
  const link = linkByName(cni.p, name) ?? cni.fail(`failed to lookup "${name}": ${LINK_NOT_FOUND}`)
  setUp(cni.p, link.index)
  return linkByName(cni.p, name) ?? link
}

function* del(cni: CniCall): Blocking<null> {
  const conf = readBridgeConf(cni)
  const gone = cni.netns === '' || absent(cni)
  const nets = gone ? null : deleteDevice(cni)
  if (conf.ipam !== '') yield* ipamDel(cni, conf.ipam)
  if (gone || conf.ipam === '' || !conf.ipMasq) return null
  for (const net of nets ?? []) yield* teardownIpMasq(cni, conf.network, net)
  return null
}

function absent(cni: CniCall): boolean {
  const netns = openNetns(cni.p, cni.netns)
  return isNetnsFailure(netns) && netns.absent
}
