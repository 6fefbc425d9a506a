// The members that the configurations of all plugins share. (CNI specification 1.0.0, section 1)
import { Conf } from './conf.ts'
import { dnsOf, type CniDns } from './result.ts'
import type { CniCall } from './skel.ts'

export interface NetConf {
  readonly conf: Conf
  readonly network: string
  /** Empty when no addresses are asked for. */
  readonly ipam: string
  readonly dns: CniDns
}

/** `words`: what the plugin puts before the reason why it cannot be read. */
export function readNetConf(cni: CniCall, words: string, struct: string = 'NetConf'): NetConf {
  const conf = new Conf(cni.config, struct, (message) => cni.fail(`${words}${message}`))
  return {
    conf,
    network: conf.string('name'),
    ipam: conf.object('ipam', 'types.IPAM')?.string('type') ?? '',
    dns: dnsOf(conf.object('dns', 'types.DNS')),
  }
}

export function isDnsSet({ nameservers, domain, search, options }: CniDns): boolean {
  return nameservers !== undefined || search !== undefined || options !== undefined || domain !== undefined
}
