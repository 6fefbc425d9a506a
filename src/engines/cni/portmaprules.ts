// The rules of published ports. (Ref: containernetworking/plugins plugins/meta/portmap/portmap.go, chain.go)
import type { Blocking } from '../../os/program.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { formatNet, isV4, parseIp, type IpNet } from './address.ts'
import { chainName, Iptables, isNotExist, trimComment } from './iptables.ts'
import { clearChain } from './ipmasq.ts'
import { linkByIndex, sysctl } from './links.ts'
import type { CniCall } from './skel.ts'

const TABLE = 'nat'
const DNAT = 'CNI-HOSTPORT-DNAT'
const SETMARK = 'CNI-HOSTPORT-SETMARK'
const MASQ = 'CNI-HOSTPORT-MASQ'
const OLD_SNAT = 'CNI-HOSTPORT-SNAT'
/** What multiport takes. */
const MAX_PORTS = 15

export interface PortMapConf {
  readonly network: string
  readonly snat: boolean
  readonly conditionsV4: readonly string[]
  readonly conditionsV6: readonly string[]
  readonly markBit: number
  readonly setMarkChain: string | null
  readonly ports: readonly {
    readonly hostPort: number
    readonly containerPort: number
    readonly protocol: string
    readonly hostIp: string
  }[]
}

interface Chain {
  readonly name: string
  readonly entryChains: readonly string[]
  /** Rules that lead to it. */
  readonly entryRules: readonly (readonly string[])[]
  readonly rules: readonly (readonly string[])[]
  readonly prepend: boolean
}

function toplevel(): Chain {
  const entryRules = [['-m', 'addrtype', '--dst-type', 'LOCAL']]
  return { name: DNAT, entryChains: ['PREROUTING', 'OUTPUT'], entryRules, rules: [], prepend: false }
}

function markDefinition(bit: number): string {
  const mark = `0x${(2 ** bit).toString(16)}`
  return `${mark}/${mark}`
}

function setMark(bit: number): Chain {
  const comment = ['-m', 'comment', '--comment', 'CNI portfwd masquerade mark']
  const rule = [...comment, '-j', 'MARK', '--set-xmark', markDefinition(bit)]
  return { name: SETMARK, entryChains: [], entryRules: [], rules: [rule], prepend: false }
}

/** It stands first: the rules of bridge and ptp would take what it is for. */
function markMasq(bit: number): Chain {
  return {
    name: MASQ,
    entryChains: ['POSTROUTING'],
    entryRules: [['-m', 'comment', '--comment', 'CNI portfwd requiring masquerade']],
    rules: [['-m', 'mark', '--mark', markDefinition(bit), '-j', 'MASQUERADE']],
    prepend: true,
  }
}

function dnatChain(cni: CniCall, conf: PortMapConf, net: IpNet): Chain {
  return {
    name: chainName(conf.network, cni.containerId, 'DN-'),
    entryChains: [DNAT],
    entryRules: entryRules(cni, conf, isV4(net.ip)),
    rules: conf.ports.flatMap((port) => portRules(conf, port, net)),
    prepend: false,
  }
}

function entryRules(cni: CniCall, conf: PortMapConf, v4: boolean): string[][] {
  const comment = trimComment(`dnat name: "${conf.network}" id: "${cni.containerId}"`)
  const conditions = v4 ? conf.conditionsV4 : conf.conditionsV6
  const protocols = [...new Set(conf.ports.map(({ protocol }) => protocol))].sort()
  return protocols.flatMap((protocol) => {
    const ports = conf.ports.filter((port) => port.protocol === protocol).map(({ hostPort }) => hostPort)
    const rules: string[][] = []
    for (let at = 0; at < ports.length; at += MAX_PORTS) {
      const some = ports.slice(at, at + MAX_PORTS).join(',')
      const match = ['-m', 'multiport', '-p', protocol, '--destination-ports', some]
      rules.push(['-m', 'comment', '--comment', comment, ...match, ...conditions])
    }
    return rules
  })
}

/** Marks for what comes back to its own network and for what comes from the host itself, then the DNAT. */
function portRules(conf: PortMapConf, port: PortMapConf['ports'][number], net: IpNet): string[][] {
  const v4 = isV4(net.ip)
  const base = ['-p', port.protocol, '--dport', String(port.hostPort)]
  if (port.hostIp !== '') {
    const host = parseIp(port.hostIp)
    if (host === null || isV4(host) !== v4) return []
    if (host !== 0 && host !== 0n) base.push('-d', port.hostIp)
  }
  const rules: string[][] = []
  if (conf.snat) {
    const chain = conf.setMarkChain ?? SETMARK
    rules.push([...base, '-s', formatNet(net), '-j', chain])
    if (v4) rules.push([...base, '-s', '127.0.0.1', '-j', chain])
  }
  const ip = v4 ? formatAddress(net.ip) : `[${formatAddress(net.ip)}]`
  rules.push([...base, '-j', 'DNAT', '--to-destination', `${ip}:${port.containerPort}`])
  return rules
}

// ---- setting up and taking down

export function* forwardPorts(cni: CniCall, conf: PortMapConf, net: IpNet): Blocking<void> {
  const iptables = new Iptables(cni, !isV4(net.ip))
  if (conf.snat) {
    if (conf.setMarkChain === null) {
      for (const chain of [setMark(conf.markBit), markMasq(conf.markBit)]) {
        yield* setup(iptables, chain, `unable to create chain ${SETMARK}: `)
      }
    }
    if (isV4(net.ip)) enableLocalnetRouting(cni, net.ip)
  }
  yield* setup(iptables, toplevel(), 'failed to create top-level DNAT chain: ')
  yield* setup(iptables, dnatChain(cni, conf, net), 'unable to setup DNAT: ')
}

/** 127.0.0.0/8 may leave towards the container, for what the host asks of its own port. */
function enableLocalnetRouting({ p }: CniCall, dst: number): void {
  const [route] = p.net.rtnetlink({ type: 'RTM_GETROUTE_LOOKUP', lookup: { dst } }).messages ?? []
  if (route?.type !== 'RTM_NEWROUTE' || route.oif === undefined) return
  const link = linkByIndex(p, route.oif)
  if (link) sysctl(p, `net/ipv4/conf/${link.ifname}/route_localnet`, '1')
}

function* setup(iptables: Iptables, chain: Chain, what: string): Blocking<void> {
  yield* iptables.ensureChain(what, TABLE, chain.name)
  for (const rule of chain.rules) yield* iptables.appendUnique(what, TABLE, chain.name, rule)
  for (const entry of chain.entryChains) {
    for (const rule of chain.entryRules) {
      const jump = [...rule, '-j', chain.name]
      if (yield* iptables.exists(what, TABLE, entry, jump)) continue
      const how = chain.prepend ? ['-I', entry, '1'] : ['-A', entry]
      yield* iptables.must(what, TABLE, ...how, ...jump)
    }
  }
}

export function* unforwardPorts(cni: CniCall, conf: PortMapConf): Blocking<void> {
  for (const v6 of [false, true]) {
    const iptables = new Iptables(cni, v6)
    yield* teardown(cni, iptables, chainName(conf.network, cni.containerId, 'DN-'), DNAT)
    yield* teardown(cni, iptables, chainName(conf.network, cni.containerId, 'SN-'), OLD_SNAT)
  }
}

/** Empties the chain, deletes the rules that lead to it, then the chain. */
function* teardown(cni: CniCall, iptables: Iptables, name: string, entry: string): Blocking<void> {
  yield* clearChain(cni, iptables, name)
  for (const rule of yield* iptables.list(TABLE, entry)) {
    if (rule.endsWith(`-j ${name}`)) yield* iptables.must('', TABLE, '-D', entry, ...words(rule).slice(2))
  }
  const error = yield* iptables.try(TABLE, '-X', name)
  if (error && !isNotExist(error)) cni.fail(error.message)
}

/** A line of `iptables -S` as a shell would take it apart. */
function words(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll(/\\(.)/g, '$1') ?? plain,
  )
}

export function* checkPorts(cni: CniCall, conf: PortMapConf, net: IpNet): Blocking<void> {
  const chain = dnatChain(cni, conf, net)
  for (const v6 of [false, true]) {
    const what = `could not check ipv${v6 ? 6 : 4} dnat: `
    const iptables = new Iptables(cni, v6)
    const chains = yield* iptables.chains(TABLE)
    if (!chains?.includes(chain.name)) {
      // Of a container with addresses of one family this is so for the other, and CHECK fails.
      cni.fail(`${what}chain ${chain.name} not found in iptables table ${TABLE}`)
    }
    const jumps = chain.entryRules.map((rule) => [...rule, '-j', chain.name])
    yield* expectRules(cni, iptables, what, chain.name, chain.rules)
    yield* expectRules(cni, iptables, what, DNAT, jumps)
  }
}

function* expectRules(
  cni: CniCall,
  iptables: Iptables,
  what: string,
  chain: string,
  rules: readonly (readonly string[])[],
): Blocking<void> {
  for (const rule of rules.toReversed()) {
    if ((yield* iptables.try(TABLE, '-C', chain, ...rule)) === null) continue
    const all = rules.map((one) => `[${one.join(' ')}]`).join(' ')
    cni.fail(`${what}rule [${all}] in chain ${chain} not found in table ${TABLE}`)
  }
}
