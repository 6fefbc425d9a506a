// The configuration of the bridge plugin.
import { envArgs } from './envargs.ts'
import { readNetConf } from './netconf.ts'
import type { CniDns } from './result.ts'
import type { CniCall } from './skel.ts'

const DEFAULT_BRIDGE = 'cni0'

export interface BridgeConf {
  readonly network: string
  readonly name: string
  readonly isGateway: boolean
  readonly isDefaultGateway: boolean
  readonly forceAddress: boolean
  readonly ipMasq: boolean
  readonly mtu: number
  readonly hairpin: boolean
  readonly promisc: boolean
  /** 0: none. */
  readonly vlan: number
  readonly enableDad: boolean
  readonly mac: string
  readonly ipam: string
  readonly dns: CniDns
}

export function readBridgeConf(cni: CniCall): BridgeConf {
  const { conf, network, ipam, dns } = readNetConf(cni, 'failed to load netconf: ')
  const vlan = conf.int('vlan')
  const isDefaultGateway = conf.bool('isDefaultGateway')
  const given = conf.string('bridge')
  const read = {
    network,
    name: conf.raw('bridge') === undefined ? DEFAULT_BRIDGE : given,
    isGateway: conf.bool('isGateway') || isDefaultGateway,
    isDefaultGateway,
    forceAddress: conf.bool('forceAddress'),
    ipMasq: conf.bool('ipMasq'),
    mtu: conf.int('mtu'),
    hairpin: conf.bool('hairpinMode'),
    promisc: conf.bool('promiscMode'),
    vlan,
    enableDad: conf.bool('enabledad'),
    ipam,
    dns,
  }
  if (conf.bool('macspoofchk')) cni.fail('macspoofchk is not supported in vethlab')
  if (vlan < 0 || vlan > 4094) cni.fail(`invalid VLAN ID ${vlan} (must be between 0 and 4094)`)
  const fromEnvironment = envArgs(cni, ['MAC']).get('MAC') ?? ''
  const fromArgs = conf.object('args', 'NetConf')?.object('cni', 'BridgeArgs')?.string('mac') ?? ''
  const fromRuntime = conf.object('runtimeConfig', 'NetConf')?.string('mac') ?? ''
  return { ...read, mac: fromRuntime || fromArgs || fromEnvironment }
}
