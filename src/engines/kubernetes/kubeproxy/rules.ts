// The rules of services, as kube-proxy gives them to iptables-restore.
// (Ref: pkg/proxy/iptables/proxier.go:syncProxyRules())
import { endpointChain, serviceChain } from './names.ts'
import type { ProxiedPort } from './ports.ts'

export const MASQUERADE_MARK = '0x00004000'

export const CHAINS = {
  services: 'KUBE-SERVICES',
  external: 'KUBE-EXTERNAL-SERVICES',
  nodePorts: 'KUBE-NODEPORTS',
  postrouting: 'KUBE-POSTROUTING',
  markMasq: 'KUBE-MARK-MASQ',
  forward: 'KUBE-FORWARD',
  firewall: 'KUBE-PROXY-FIREWALL',
} as const

export interface RuleSet {
  /** Chains and rules of a table, in the order they are written. */
  readonly filter: Table
  readonly nat: Table
}

interface Table {
  readonly chains: string[]
  readonly rules: string[]
}

/** Everything that kube-proxy writes on a node. */
export function proxyRules(ports: readonly ProxiedPort[], clusterCidr: string): RuleSet {
  const filter: Table = {
    chains: [CHAINS.services, CHAINS.external, CHAINS.forward, CHAINS.nodePorts, CHAINS.firewall],
    rules: [],
  }
  const nat: Table = {
    chains: [CHAINS.services, CHAINS.nodePorts, CHAINS.postrouting, CHAINS.markMasq],
    rules: [
      `-A ${CHAINS.postrouting} -m mark ! --mark ${MASQUERADE_MARK}/${MASQUERADE_MARK} -j RETURN`,
      // The mark is taken off before it is masqueraded, as the packet may pass here again inside a tunnel.
      `-A ${CHAINS.postrouting} -j MARK --xor-mark ${MASQUERADE_MARK}`,
      `-A ${CHAINS.postrouting} -m comment --comment "kubernetes service traffic requiring SNAT" -j MASQUERADE --random-fully`,
      `-A ${CHAINS.markMasq} -j MARK --or-mark ${MASQUERADE_MARK}`,
    ],
  }
  for (const port of ports) new PortRules(port, clusterCidr, filter, nat).write()
  const last = 'kubernetes service nodeports; NOTE: this must be the last rule in this chain'
  nat.rules.push(
    `-A ${CHAINS.services} -m comment --comment "${last}" -m addrtype --dst-type LOCAL -j ${CHAINS.nodePorts}`,
  )
  filter.rules.push(
    `-A ${CHAINS.forward} -m conntrack --ctstate INVALID -j DROP`,
    `-A ${CHAINS.forward} -m comment --comment "kubernetes forwarding rules" -m mark --mark ${MASQUERADE_MARK}/${MASQUERADE_MARK} -j ACCEPT`,
    `-A ${CHAINS.forward} -m comment --comment "kubernetes forwarding conntrack rule" -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT`,
  )
  return { filter, nat }
}

type Endpoints = ProxiedPort['endpoints']

/** All chains that a port has or may have. */
export function chainsOf({ name, protocol, endpoints }: ProxiedPort): string[] {
  const own = (['KUBE-SVC-', 'KUBE-SVL-', 'KUBE-EXT-'] as const).map((prefix) =>
    serviceChain(prefix, name, protocol),
  )
  return [...own, ...endpoints.map(({ text }) => endpointChain(name, protocol, text))]
}

class PortRules {
  readonly #port: ProxiedPort
  readonly #cidr: string
  readonly #filter: Table
  readonly #nat: Table
  readonly #cluster: string
  readonly #local: string
  readonly #outside: string

  constructor(port: ProxiedPort, clusterCidr: string, filter: Table, nat: Table) {
    this.#port = port
    this.#cidr = clusterCidr
    this.#filter = filter
    this.#nat = nat
    this.#cluster = serviceChain('KUBE-SVC-', port.name, port.protocol)
    this.#local = serviceChain('KUBE-SVL-', port.name, port.protocol)
    this.#outside = serviceChain('KUBE-EXT-', port.name, port.protocol)
  }

  write(): void {
    const { name, clusterIP, externalIPs, nodePort, endpoints, internalLocal, externalLocal } = this.#port
    const near = endpoints.filter(({ local }) => local)
    const internal = internalLocal ? this.#local : this.#cluster
    const match = this.#match(clusterIP)
    const reached = internalLocal ? near : endpoints
    const jump = (chain: string, comment: string, words: string, target: string): void => {
      this.#nat.rules.push(`-A ${chain} -m comment --comment "${comment}" ${words} -j ${target}`)
    }
    if (reached.length > 0) jump(CHAINS.services, `${name} cluster IP`, match, internal)
    else this.#refuse(CHAINS.services, match, endpoints.length > 0)
    const door = externalLocal ? near : endpoints
    for (const ip of externalIPs) {
      const words = this.#match(ip)
      if (endpoints.length > 0) jump(CHAINS.services, `${name} external IP`, words, this.#outside)
      if (door.length === 0) this.#refuse(CHAINS.external, words, endpoints.length > 0)
    }
    if (nodePort !== null) {
      const { protocol } = this.#port
      const words = `-m ${protocol} -p ${protocol} --dport ${nodePort}`
      if (endpoints.length > 0) jump(CHAINS.nodePorts, name, words, this.#outside)
      if (door.length === 0)
        this.#refuse(CHAINS.external, `-m addrtype --dst-type LOCAL ${words}`, endpoints.length > 0)
    }
    const open = nodePort !== null || externalIPs.length > 0
    if (endpoints.length === 0) return
    if (reached.length > 0) {
      const marked = `-A ${internal} -m comment --comment "${name} cluster IP" ${match} ! -s ${this.#cidr} -j ${CHAINS.markMasq}`
      this.#nat.rules.push(marked)
    }
    if (open) this.#writeOutside()
    const usesCluster = !internalLocal || open
    if (usesCluster) this.#writeEndpoints(this.#cluster, endpoints)
    if ((internalLocal || (open && externalLocal)) && near.length > 0) this.#writeEndpoints(this.#local, near)
    const used = usesCluster ? endpoints : near
    for (const endpoint of used) this.#writeEndpoint(endpoint)
    this.#nat.chains.push(...(usesCluster ? [this.#cluster] : []))
    if ((internalLocal || (open && externalLocal)) && near.length > 0) this.#nat.chains.push(this.#local)
    if (open) this.#nat.chains.push(this.#outside)
  }

  #match(ip: string): string {
    const { protocol, port } = this.#port
    return `-m ${protocol} -p ${protocol} -d ${ip} --dport ${port}`
  }

  /** Nobody is there: refused; nobody is here but elsewhere: dropped. */
  #refuse(chain: string, words: string, elsewhere: boolean): void {
    const why = `${this.#port.name} has no ${elsewhere ? 'local ' : ''}endpoints`
    this.#filter.rules.push(
      `-A ${chain} -m comment --comment "${why}" ${words} -j ${elsewhere ? 'DROP' : 'REJECT'}`,
    )
  }

  /** What comes in by a port of the node or an external address. */
  #writeOutside(): void {
    const { name, externalLocal } = this.#port
    const rule = (comment: string, words: string, target: string): void => {
      const said = `${comment} for ${name} external destinations`
      this.#nat.rules.push(`-A ${this.#outside} -m comment --comment "${said}" ${words}-j ${target}`)
    }
    if (externalLocal) {
      rule('pod traffic', `-s ${this.#cidr} `, this.#cluster)
      rule('masquerade LOCAL traffic', '-m addrtype --src-type LOCAL ', CHAINS.markMasq)
      rule('route LOCAL traffic', '-m addrtype --src-type LOCAL ', this.#cluster)
      if (this.#port.endpoints.some(({ local }) => local))
        this.#nat.rules.push(`-A ${this.#outside} -j ${this.#local}`)
      return
    }
    rule('masquerade traffic', '', CHAINS.markMasq)
    this.#nat.rules.push(`-A ${this.#outside} -j ${this.#cluster}`)
  }

  #writeEndpoints(chain: string, endpoints: Endpoints): void {
    const { name, protocol, affinity } = this.#port
    const target = ({ text }: Endpoints[number]): string => endpointChain(name, protocol, text)
    const comment = ({ text }: Endpoints[number]): string => `-m comment --comment "${name} -> ${text}"`
    if (affinity !== null) {
      for (const endpoint of endpoints) {
        const seen = `-m recent --name ${target(endpoint)} --rcheck --seconds ${affinity} --reap`
        this.#nat.rules.push(`-A ${chain} ${comment(endpoint)} ${seen} -j ${target(endpoint)}`)
      }
    }
    for (const [i, endpoint] of endpoints.entries()) {
      const left = endpoints.length - i
      const chance = left > 1 ? ` -m statistic --mode random --probability ${(1 / left).toFixed(10)}` : ''
      this.#nat.rules.push(`-A ${chain} ${comment(endpoint)}${chance} -j ${target(endpoint)}`)
    }
  }

  #writeEndpoint({ text, ip }: Endpoints[number]): void {
    const { name, protocol, affinity } = this.#port
    const chain = endpointChain(name, protocol, text)
    this.#nat.chains.push(chain)
    const comment = `-m comment --comment "${name}"`
    const kept = affinity === null ? '' : ` -m recent --name ${chain} --set`
    this.#nat.rules.push(
      `-A ${chain} ${comment} -s ${ip} -j ${CHAINS.markMasq}`,
      `-A ${chain} ${comment}${kept} -m ${protocol} -p ${protocol} -j DNAT --to-destination ${text}`,
    )
  }
}
