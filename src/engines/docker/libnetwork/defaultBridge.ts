// docker0, from the daemon's options and from what an earlier daemon left.
// (Ref: moby daemon/daemon_unix.go:initBridgeDriver(), getDefaultBridgeIPAMConf())
import type { Process } from '../../../os/program.ts'
import { AF_INET } from '../../../uapi/rtnetlink.ts'
import type { NetworkConfig } from './controller.ts'
import { addressesOf, linkByName } from './netlink.ts'
import { formatAddr, formatPrefix, fromUapi, masked, parsePrefix, type Prefix } from './prefix.ts'
import type { IpamConfig, NetworkCreate } from './types.ts'

const DEFAULT_MTU = 1500

/** What is wrong with the options, or the network to make. */
export function defaultBridge(p: Process, config: NetworkConfig): NetworkCreate | string {
  const name = config.bridge || 'docker0'
  if (config.bridge !== '' && !linkByName(p, name))
    return `bridge device with non default name ${name} must be created manually`
  const bip = config.bip === '' ? existing(p, name) : parsePrefix(config.bip)
  if (config.bip !== '' && !bip) return `invalid CIDR address: ${config.bip}`
  const range = config.fixedCidr === '' ? null : parsePrefix(config.fixedCidr)
  if (config.fixedCidr !== '' && !range) return `invalid CIDR address: ${config.fixedCidr}`
  const pool = bip ? masked(bip) : range
  const aux = config.defaultGateway === '' ? {} : { DefaultGatewayIPv4: config.defaultGateway }
  const ipam: IpamConfig = {
    ...(pool ? { Subnet: formatPrefix(pool) } : {}),
    ...(range ? { IPRange: formatPrefix(range) } : {}),
    ...(bip ? { Gateway: formatAddr(bip) } : {}),
    ...(config.defaultGateway === '' ? {} : { AuxiliaryAddresses: aux }),
  }
  return {
    Name: 'bridge',
    Driver: 'bridge',
    IPAM: { Driver: 'default', Options: null, Config: pool ? [ipam] : [] },
    Options: {
      'com.docker.network.bridge.default_bridge': 'true',
      'com.docker.network.bridge.enable_icc': String(config.icc),
      'com.docker.network.bridge.enable_ip_masquerade': String(config.ipMasq && config.iptables),
      'com.docker.network.bridge.host_binding_ipv4': config.ip || '0.0.0.0',
      'com.docker.network.bridge.name': name,
      'com.docker.network.driver.mtu': String(config.mtu || DEFAULT_MTU),
    },
  }
}

/** The first IPv4 address of a bridge that is there. */
function existing(p: Process, name: string): Prefix | null {
  const link = linkByName(p, name)
  const [address] = link ? addressesOf(p, link.index).filter(({ family }) => family === AF_INET) : []
  return address ? { ...fromUapi(address.local), length: address.prefixlen } : null
}
