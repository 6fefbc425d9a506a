// Rules that come and go with a container: its address, its published ports, its links.
// (Ref: moby libnetwork/drivers/bridge/internal/iptabler/endpoint.go, port.go, link.go)
import type { Blocking } from '../../../../os/program.ts'
import type { Family, Rule } from '../iptables.ts'
import { formatAddr, isLoopbackAddress, joinHostPort, type Address } from '../prefix.ts'
import type { FamilyFirewall, Firewall, NetworkFirewall } from './firewall.ts'

/** A port of a container, and where on the host it is to be reached. */
export interface MappedPort {
  readonly protocol: string
  readonly containerAddress: Address
  readonly containerPort: number
  readonly hostAddress: Address
  /** 0: not published, only let through (gateway mode `routed`). */
  readonly hostPort: number
}

/** Packets that are sent straight to a container's address from elsewhere than its bridge. */
export function* filterDirectAccess(
  firewall: Firewall,
  network: NetworkFirewall,
  address: Address,
  enable: boolean,
): Blocking<void> {
  const config = familyOf(network, address)
  if (!config || !firewall.enabled(address.family)) return
  if (network.internal || config.unprotected || config.routed) return
  const args = `-d ${formatAddr(address)} ! -i ${network.bridge} -j DROP`
  yield* firewall.iptables.appendOrDelete(address.family, { table: 'raw', chain: 'PREROUTING', args }, enable)
}

export function* portRules(
  firewall: Firewall,
  network: NetworkFirewall,
  port: MappedPort,
  enable: boolean,
): Blocking<void> {
  const { family } = port.containerAddress
  const config = familyOf(network, port.containerAddress)
  if (!config || !firewall.enabled(family) || network.internal) return
  yield* filterLoopback(firewall, port, enable)
  // From IPv6 to IPv4 only the proxy leads.
  if (port.hostAddress.family !== family) return
  if (port.hostPort !== 0) yield* portNat(firewall, network, port, enable)
  if (!config.unprotected) yield* portForwarding(firewall, network, port, enable)
}

/** What is published at 127.0.0.1 is not reached by others who send there. */
function* filterLoopback(firewall: Firewall, port: MappedPort, enable: boolean): Blocking<void> {
  const { hostAddress, hostPort, protocol } = port
  if (hostPort === 0 || hostAddress.family !== 4 || !isLoopbackAddress(hostAddress)) return
  const args = `-p ${protocol} -d ${formatAddr(hostAddress)} --dport ${hostPort} ! -i lo -j DROP`
  yield* firewall.iptables.appendOrDelete(4, { table: 'raw', chain: 'PREROUTING', args }, enable)
}

function* portNat(
  firewall: Firewall,
  network: NetworkFirewall,
  port: MappedPort,
  enable: boolean,
): Blocking<void> {
  const { protocol, containerAddress, containerPort, hostAddress, hostPort } = port
  const { family } = containerAddress
  const { hairpin } = firewall.config
  const to = joinHostPort(containerAddress, containerPort)
  const on = hostAddress.value === 0n ? '0/0' : formatAddr(hostAddress)
  const args = [
    `-p ${protocol} -d ${on} --dport ${hostPort} -j DNAT --to-destination ${to}`,
    ...(hairpin ? [] : [`! -i ${network.bridge}`]),
    ...(family === 6 ? ['! -s fe80::/10'] : []),
  ].join(' ')
  yield* firewall.iptables.appendOrDelete(family, { table: 'nat', chain: 'DOCKER', args }, enable)
  const own = formatAddr(containerAddress)
  const itself: Rule = {
    table: 'nat',
    chain: 'POSTROUTING',
    args: `-p ${protocol} -s ${own} -d ${own} --dport ${containerPort} -j MASQUERADE`,
  }
  yield* firewall.iptables.appendOrDelete(family, itself, enable && hairpin)
}

function* portForwarding(
  firewall: Firewall,
  { bridge }: NetworkFirewall,
  { protocol, containerAddress, containerPort }: MappedPort,
  enable: boolean,
): Blocking<void> {
  const to = `-d ${formatAddr(containerAddress)} --dport ${containerPort}`
  const args = `! -i ${bridge} -o ${bridge} -p ${protocol} ${to} -j ACCEPT`
  yield* firewall.iptables.insertOrDelete(
    containerAddress.family,
    { table: 'filter', chain: 'DOCKER', args },
    enable,
  )
}

/** Where containers may not talk (`icc` false), those that are linked may, by the ports that are exposed. */
export function* linkRules(
  firewall: Firewall,
  bridge: string,
  link: {
    readonly parent: Address
    readonly child: Address
    readonly port: number
    readonly protocol: string
  },
  enable: boolean,
): Blocking<void> {
  if (!firewall.enabled(4)) return
  const { port, protocol } = link
  const parent = formatAddr(link.parent)
  const child = formatAddr(link.child)
  const between = `-i ${bridge} -o ${bridge} -p ${protocol}`
  for (const ends of [
    `-s ${parent} -d ${child} --dport ${port}`,
    `-s ${child} -d ${parent} --sport ${port}`,
  ]) {
    const args = `${between} ${ends} -j ACCEPT`
    yield* firewall.iptables.appendOrDelete(4, { table: 'filter', chain: 'DOCKER', args }, enable)
  }
}

function familyOf({ families }: NetworkFirewall, { family }: { family: Family }): FamilyFirewall | undefined {
  return families.find((config) => config.family === family)
}
