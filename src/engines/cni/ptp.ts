// The CNI plugin that connects a container by a veth and routes, without a bridge.
// (Ref: containernetworking/plugins plugins/main/ptp/ptp.go)
import type { Command } from '../../commands/command.ts'
import type { Blocking } from '../../os/program.ts'
import { EEXIST } from '../../uapi/errno.ts'
import { RT_SCOPE_HOST, RT_SCOPE_LINK, RT_SCOPE_NOWHERE, RT_SCOPE_UNIVERSE } from '../../uapi/rtnetlink.ts'
import { formatMac } from '../../wire/mac.ts'
import { isV4, networkOf, widthOf, type IpNet } from './address.ts'
import { enableForward } from './bridgeaddress.ts'
import { configureIface, containerInterface, expectAddresses, expectRoutes } from './configure.ts'
import { ipamAdd, ipamCheck, ipamDel, ipamRelease } from './delegate.ts'
import { setupIpMasq, teardownIpMasq } from './ipmasq.ts'
import {
  addAddress,
  addRoute,
  ask,
  containerNetns,
  goErrno,
  linkByName,
  LINK_NOT_FOUND,
  routeAttrs,
  within,
  type RouteSpec,
} from './links.ts'
import { isDnsSet, readNetConf } from './netconf.ts'
import type { CniInterface, CniIp, CniResult } from './result.ts'
import { cniProgram, type CniCall, type CniOutput } from './skel.ts'
import { deleteDevice, setupVeth } from './veth.ts'

export const ptpPlugin: Command = {
  name: 'ptp',
  path: '/opt/cni/bin/ptp',
  summary: 'CNI plugin: connect a namespace by a veth pair and routes',
  supports: ['ipMasq mtu ipam dns', 'CNI_COMMAND=ADD|CHECK|DEL|VERSION, the configuration on standard input'],
  run: cniProgram({ name: 'ptp', add, check, del }),
}

function* add(cni: CniCall): Blocking<CniOutput> {
  const { conf, network, ipam, dns } = readNetConf(cni, 'failed to load netconf: ')
  const [ipMasq, mtu] = [conf.bool('ipMasq'), conf.int('mtu')]
  const result = yield* ipamAdd(cni, ipam)
  let success = false
  try {
    if (result.ips.length === 0) cni.fail('IPAM plugin returned missing IP config')
    for (const v4 of [true, false]) {
      if (result.ips.some(({ address }) => isV4(address.ip) === v4)) enableForward(cni, v4)
    }
    setupEnds(cni, mtu, result)
    if (ipMasq) for (const { address } of result.ips) yield* setupIpMasq(cni, network, address)
    success = true
  } finally {
    if (!success) yield* ipamRelease(cni, ipam)
  }
  if (isDnsSet(dns)) result.dns = dns
  return result
}

function setupEnds(cni: CniCall, mtu: number, result: CniResult): void {
  const { p, ifName } = cni
  const netns = containerNetns(cni)
  const host = p.net.netns()
  const name = within(p, netns, () => {
    const pair = setupVeth(cni, { ifName, mtu, mac: '', host })
    for (const ip of result.ips) ip.interface = 1
    result.interfaces = [
      { name: pair.host.ifname, mac: formatMac(pair.host.address), sandbox: '' },
      { name: ifName, mac: formatMac(pair.container.address), sandbox: cni.netns },
    ]
    configureIface(cni, ifName, result)
    for (const ip of result.ips) routeThroughGateway(cni, pair.container.index, ip)
    return pair.host.ifname
  })
  setupHost(cni, name, result.ips)
}

function hostNet(ip: IpNet['ip']): IpNet {
  return { ip, bits: widthOf(ip) }
}

/** Takes the route to the network away that came with the address: all goes through the gateway, it alone is on link. */
function routeThroughGateway(cni: CniCall, oif: number, { address, gateway }: CniIp): void {
  const { p } = cni
  const net = { ip: networkOf(address), bits: address.bits }
  const own = routeAttrs({ dst: net, oif, scope: RT_SCOPE_NOWHERE })
  const error = ask(p, { type: 'RTM_DELROUTE', route: { ...own, protocol: 0, routeType: 0 } })
  if (error) cni.fail(`failed to delete route ${goErrno(error)}`)
  if (gateway === undefined) return
  const routes: RouteSpec[] = [
    { dst: hostNet(gateway), oif, scope: RT_SCOPE_LINK, src: address.ip },
    { dst: net, oif, scope: RT_SCOPE_UNIVERSE, gw: gateway, src: address.ip },
  ]
  for (const route of routes) {
    const failed = addRoute(p, route, { create: true, excl: true })
    if (failed) cni.fail(`failed to add route: ${goErrno(failed)}`)
  }
}

function setupHost(cni: CniCall, name: string, ips: readonly CniIp[]): void {
  const { p } = cni
  const link = linkByName(p, name) ?? cni.fail(`failed to lookup "${name}": ${LINK_NOT_FOUND}`)
  for (const { address, gateway } of ips) {
    if (gateway !== undefined) {
      const error = addAddress(p, link.index, hostNet(gateway))
      if (error) cni.fail(`failed to add IP addr to veth: ${goErrno(error)}`)
    }
    const route = { dst: hostNet(address.ip), oif: link.index, scope: RT_SCOPE_HOST }
    const failed = addRoute(p, route, { create: true, excl: true })
    if (failed && failed !== EEXIST) cni.fail(`failed to add route on host: ${goErrno(failed)}`)
  }
}

function* del(cni: CniCall): Blocking<null> {
  const { conf, network, ipam } = readNetConf(cni, 'failed to load netconf: ')
  const ipMasq = conf.bool('ipMasq')
  yield* ipamDel(cni, ipam)
  const nets = cni.netns === '' ? null : deleteDevice(cni)
  if (ipMasq) for (const net of nets ?? []) yield* teardownIpMasq(cni, network, net)
  return null
}

function* check(cni: CniCall): Blocking<null> {
  const { ipam } = readNetConf(cni, 'failed to load netconf: ')
  const netns = containerNetns(cni)
  yield* ipamCheck(cni, ipam)
  const result = cni.prevResult() ?? cni.fail('ptp: Required prevResult missing')
  const said = containerInterface(cni, result)
  return within(cni.p, netns, () => {
    checkLink(cni, said)
    expectAddresses(cni, cni.ifName, result.ips)
    expectRoutes(cni, result.routes)
    return null
  })
}

function checkLink(cni: CniCall, { name, mac }: CniInterface): void {
  const link = linkByName(cni.p, name)
  if (!link) return cni.fail(`ptp: Container Interface name in prevResult: ${name} not found`)
  if (link.linkinfo?.kind !== 'veth') cni.fail(`Error: Container interface ${name} not of type veth/p2p`)
  const now = formatMac(link.address)
  if (mac !== '' && mac !== now)
    cni.fail(`ptp: Interface ${name} Mac ${mac} doesn't match container Mac: ${now}`)
}
