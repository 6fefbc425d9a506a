// The rules of Docker 28: chains when the daemon starts, and what each bridge network has in them.
// (Ref: moby libnetwork/drivers/bridge/internal/iptabler/iptabler.go, network.go)
import type { Blocking } from '../../../../os/program.ts'
import type { Family, Iptables, Rule } from '../iptables.ts'
import { formatAddr, formatPrefix, masked, type Address, type Prefix } from '../prefix.ts'

const FILTER_CHAINS = [
  'DOCKER',
  'DOCKER-FORWARD',
  'DOCKER-BRIDGE',
  'DOCKER-CT',
  'DOCKER-ISOLATION-STAGE-1',
  'DOCKER-ISOLATION-STAGE-2',
]

export interface FirewallConfig {
  readonly ipv4: boolean
  readonly ipv6: boolean
  /** Without userland proxy: published ports are reached from everywhere by DNAT. */
  readonly hairpin: boolean
}

export interface NetworkFirewall {
  readonly bridge: string
  readonly internal: boolean
  readonly icc: boolean
  readonly masquerade: boolean
  readonly families: readonly FamilyFirewall[]
}

export interface FamilyFirewall {
  readonly family: Family
  readonly prefix: Prefix
  /** SNAT to this one instead of masquerading. */
  readonly hostAddress: Address | null
  readonly routed: boolean
  readonly unprotected: boolean
}

export class Firewall {
  readonly config: FirewallConfig
  readonly iptables: Iptables

  constructor(config: FirewallConfig, iptables: Iptables) {
    this.config = config
    this.iptables = iptables
  }

  enabled(family: Family): boolean {
    return family === 4 ? this.config.ipv4 : this.config.ipv6
  }

  /** What an earlier daemon left is taken away, then the chains and the jumps to them are made. */
  *start(): Blocking<void> {
    for (const family of this.#families()) {
      yield* this.#removeChains(family)
      yield* this.#setUpChains(family)
    }
  }

  /** DOCKER-USER comes before everything else and is never emptied. (Ref: moby libnetwork/firewall_linux.go) */
  *arrangeUserChain(): Blocking<void> {
    for (const family of this.#families()) {
      yield* this.iptables.newChain(family, 'filter', 'DOCKER-USER')
      yield* this.iptables.ensureJump(family, 'FORWARD', 'DOCKER-USER')
    }
  }

  *dropForwarded(family: Family): Blocking<void> {
    if (this.enabled(family)) yield* this.iptables.run(family, '-t filter -P FORWARD DROP')
  }

  *network(network: NetworkFirewall, enable: boolean): Blocking<void> {
    for (const family of network.families) {
      if (!this.enabled(family.family)) continue
      if (network.internal) yield* this.#internal(network, family, enable)
      else yield* this.#external(network, family, enable)
    }
  }

  #families(): Family[] {
    return ([4, 6] as const).filter((family) => this.enabled(family))
  }

  *#removeChains(family: Family): Blocking<void> {
    const { iptables } = this
    yield* iptables.delete(family, jump('filter', 'FORWARD', 'DOCKER-ISOLATION'))
    for (const args of [
      'PREROUTING -m addrtype --dst-type LOCAL -j DOCKER',
      `OUTPUT -m addrtype --dst-type LOCAL ! --dst ${loopback(family)} -j DOCKER`,
      'OUTPUT -m addrtype --dst-type LOCAL -j DOCKER',
    ]) {
      yield* iptables.run(family, `-t nat -D ${args}`)
    }
    yield* iptables.removeChain(family, 'nat', 'DOCKER')
    for (const chain of FILTER_CHAINS) yield* iptables.removeChain(family, 'filter', chain)
  }

  *#setUpChains(family: Family): Blocking<void> {
    const { iptables } = this
    yield* iptables.newChain(family, 'nat', 'DOCKER')
    for (const chain of FILTER_CHAINS) yield* iptables.newChain(family, 'filter', chain)
    const local = '-m addrtype --dst-type LOCAL -j DOCKER'
    const output = this.config.hairpin ? local : `${local} ! --dst ${loopback(family)}`
    yield* iptables.append(family, { table: 'nat', chain: 'PREROUTING', args: local })
    yield* iptables.append(family, { table: 'nat', chain: 'OUTPUT', args: output })
    yield* iptables.ensureJump(family, 'FORWARD', 'DOCKER-FORWARD')
    for (const chain of ['DOCKER-BRIDGE', 'DOCKER-ISOLATION-STAGE-1', 'DOCKER-CT']) {
      yield* iptables.ensureJump(family, 'DOCKER-FORWARD', chain)
    }
  }

  *#external(network: NetworkFirewall, config: FamilyFirewall, enable: boolean): Blocking<void> {
    const { iptables } = this
    const { bridge, icc } = network
    const { family, routed } = config
    yield* this.#sourceNat(network, config, enable)
    yield* this.#icc(family, bridge, icc, false, enable)
    if (routed) {
      const protocol = family === 4 ? 'icmp' : 'icmpv6'
      yield* iptables.appendOrDelete(
        family,
        filter('DOCKER', `-o ${bridge} -p ${protocol} -j ACCEPT`),
        enable,
      )
    }
    const outgoing = icc ? `-i ${bridge} -j ACCEPT` : `-i ${bridge} ! -o ${bridge} -j ACCEPT`
    const verdict = config.unprotected ? 'ACCEPT' : 'DROP'
    for (const rule of [
      filter('DOCKER-FORWARD', outgoing),
      filter('DOCKER', `! -i ${bridge} -o ${bridge} -j ${verdict}`),
      filter('DOCKER-CT', `-o ${bridge} -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT`),
      filter('DOCKER-BRIDGE', `-o ${bridge} -j DOCKER`),
    ]) {
      yield* iptables.appendOrDelete(family, rule, enable)
    }
    yield* this.#isolation(bridge, config, enable)
  }

  *#sourceNat(network: NetworkFirewall, config: FamilyFirewall, enable: boolean): Blocking<void> {
    const { iptables } = this
    const { hairpin } = this.config
    const { bridge } = network
    const { family, hostAddress } = config
    const prefix = formatPrefix(masked(config.prefix))
    const target = hostAddress ? `SNAT --to-source ${formatAddr(hostAddress)}` : 'MASQUERADE'
    const out = nat('POSTROUTING', `-s ${prefix} ! -o ${bridge} -j ${target}`)
    if (network.masquerade && !config.routed) yield* iptables.insertOrDelete(family, out, enable)
    // Without hairpin the bridge's own containers are left to the proxy.
    const own = nat('DOCKER', `-i ${bridge} -j RETURN`)
    if (network.masquerade && !hairpin) yield* iptables.insertOrDelete(family, own, enable)
    const local = nat('POSTROUTING', `-m addrtype --src-type LOCAL -o ${bridge} -j ${target}`)
    yield* iptables.insertOrDelete(family, local, enable && hairpin)
  }

  *#icc(family: Family, bridge: string, icc: boolean, internal: boolean, enable: boolean): Blocking<void> {
    const { iptables } = this
    const rule = (verdict: string): Rule =>
      filter('DOCKER-FORWARD', `-i ${bridge} -o ${bridge} -j ${verdict}`)
    yield* iptables.appendOrDelete(family, rule('ACCEPT'), enable && icc && internal)
    yield* iptables.appendOrDelete(family, rule('DROP'), enable && !icc)
  }

  /** Two stages: from one bridge to elsewhere, and there into another. */
  *#isolation(bridge: string, { family, routed }: FamilyFirewall, enable: boolean): Blocking<void> {
    const { iptables } = this
    if (routed) {
      const established = '-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT'
      for (const args of [`-o ${bridge} -j RETURN`, `-i ${bridge} ${established}`]) {
        yield* iptables.insertOrDelete(family, filter('DOCKER-ISOLATION-STAGE-1', args), enable)
      }
    }
    const away = `-i ${bridge} ! -o ${bridge} -j DOCKER-ISOLATION-STAGE-2`
    yield* iptables.appendOrDelete(family, filter('DOCKER-ISOLATION-STAGE-1', away), enable)
    const into = `-o ${bridge} -j DROP`
    yield* iptables.insertOrDelete(family, filter('DOCKER-ISOLATION-STAGE-2', into), enable)
  }

  *#internal(network: NetworkFirewall, config: FamilyFirewall, enable: boolean): Blocking<void> {
    const { iptables } = this
    const { bridge } = network
    const { family } = config
    const prefix = formatPrefix(masked(config.prefix))
    // Of IPv6 what stays on the bridge is not asked for its addresses: they may be link-local.
    const [into, out] = family === 4 ? ['', ''] : [` ! -o ${bridge}`, `! -i ${bridge} `]
    for (const args of [
      `-i ${bridge}${into} ! -d ${prefix} -j DROP`,
      `${out}-o ${bridge} ! -s ${prefix} -j DROP`,
    ]) {
      yield* iptables.insertOrDelete(family, filter('DOCKER-ISOLATION-STAGE-1', args), enable)
    }
    yield* this.#icc(family, bridge, network.icc, true, enable)
  }
}

function jump(table: 'filter' | 'nat', chain: string, to: string): Rule {
  return { table, chain, args: `-j ${to}` }
}

function filter(chain: string, args: string): Rule {
  return { table: 'filter', chain, args }
}

function nat(chain: string, args: string): Rule {
  return { table: 'nat', chain, args }
}

function loopback(family: Family): string {
  return family === 4 ? '127.0.0.0/8' : '::1/128'
}
