// CHECK of the bridge plugin: what stands against what ADD had made. (Ref: plugins/main/bridge/bridge.go:cmdCheck())
import type { Blocking } from '../../os/program.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import { formatMac } from '../../wire/mac.ts'
import { readBridgeConf, type BridgeConf } from './bridgeconf.ts'
import { expectAddresses, expectRoutes } from './configure.ts'
import { ipamCheck } from './delegate.ts'
import { containerNetns, linkByName, within } from './links.ts'
import type { CniInterface } from './result.ts'
import type { CniCall } from './skel.ts'

const NONE: CniInterface = { name: '', mac: '', sandbox: '' }

export function* checkBridge(cni: CniCall): Blocking<null> {
  const conf = readBridgeConf(cni)
  const netns = containerNetns(cni)
  yield* ipamCheck(cni, conf.ipam)
  const result = cni.prevResult() ?? cni.fail('Required prevResult missing')
  const { interfaces } = result
  const bridgeSaid = interfaces.findLast(({ name }) => name === conf.name) ?? NONE
  const own = interfaces.findLast(
    ({ name, sandbox }) => name !== conf.name && name === cni.ifName && sandbox === cni.netns,
  )
  const container = own ?? NONE
  const bridge = checkBridgeLink(cni, bridgeSaid, conf)
  if (cni.netns !== container.sandbox) {
    cni.fail(`Sandbox in prevResult ${container.sandbox} doesn't match configured netns: ${cni.netns}`)
  }
  const inside = within(cni.p, netns, () => checkContainerLink(cni, container))
  const others = interfaces.filter(({ name }) => name !== bridgeSaid.name && name !== container.name)
  if (!others.some((said) => isPort(cni, said, bridge, inside))) {
    cni.fail(`CNI veth created for bridge ${conf.name} was not found`)
  }
  return within(cni.p, netns, () => {
    expectAddresses(cni, cni.ifName, result.ips)
    expectRoutes(cni, result.routes)
    return null
  })
}

function existing(cni: CniCall, said: CniInterface, inSandbox: boolean): LinkMessage {
  if (said.name === '') return cni.fail('Interface name missing ')
  const link = linkByName(cni.p, said.name) ?? cni.fail(`Interface name ${said.name} not found`)
  if (inSandbox && said.sandbox === '') cni.fail(`Interface ${said.name} is expected to be in a sandbox`)
  if (!inSandbox && said.sandbox !== '') cni.fail(`Interface ${said.name} should not be in sandbox`)
  return link
}

function checkBridgeLink(cni: CniCall, said: CniInterface, conf: BridgeConf): LinkMessage {
  const link = existing(cni, said, false)
  const { name, mac } = said
  if (link.linkinfo?.kind !== 'bridge') cni.fail(`Interface ${name} does not have link type of bridge`)
  if (mac !== '' && mac !== formatMac(link.address)) {
    cni.fail(`Bridge interface ${name} Mac doesn't match: ${mac}`)
  }
  const promisc = link.promiscuity !== 0
  if (promisc !== conf.promisc) {
    const state = `configured Promisc Mode ${conf.promisc} doesn't match current state: ${promisc} `
    cni.fail(`Bridge interface ${name} ${state}`)
  }
  return link
}

function checkContainerLink(cni: CniCall, said: CniInterface): LinkMessage {
  const link = existing(cni, said, true)
  if (link.linkinfo?.kind !== 'veth') cni.fail(`Error: Container interface ${link.ifname} not of type veth`)
  const mac = formatMac(link.address)
  if (said.mac !== '' && said.mac !== mac) {
    cni.fail(`Interface ${said.name} Mac ${said.mac} doesn't match container Mac: ${mac}`)
  }
  return link
}

/** Whether it is the other end of the container's veth, on the bridge. */
function isPort(cni: CniCall, said: CniInterface, bridge: LinkMessage, inside: LinkMessage): boolean {
  const link = existing(cni, said, false)
  if (link.linkinfo?.kind !== 'veth' || link.index !== inside.link || inside.index !== link.link) return false
  if (link.master !== bridge.index) return false
  if (said.mac !== '' && said.mac !== formatMac(link.address)) {
    cni.fail(`Interface ${said.name} Mac doesn't match: ${said.mac} not found`)
  }
  return true
}
