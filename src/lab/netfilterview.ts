// What a screen shows of a namespace's rule sets, tracked flows and processes, while somebody looks.
import { provenanceOf } from '../kernel/core/provenance.ts'
import type { KernelApi, Net } from '../kernel/kernel.ts'
import type { Process } from '../os/program.ts'
import type { Provenance } from '../sim/provenance.ts'
import type { MachineNode } from './nodes.ts'
import { processTable, type ProcessView } from './processview.ts'
import {
  IPS_ASSURED,
  IPS_DST_NAT,
  IPS_SEEN_REPLY,
  IPS_SRC_NAT,
  type CtEntry,
  type CtTuple,
} from '../uapi/conntrack.ts'
import type { Counters, NftChain, NftFamily, NftTable, NftTableName, XtRule } from '../uapi/netfilter.ts'
import { formatAddress } from '../wire/inet6.ts'

export interface InsideView {
  readonly firewall: readonly FirewallTableView[]
  readonly flows: readonly FlowView[]
  readonly processes: readonly ProcessView[]
}

export interface FirewallTableView {
  readonly family: NftFamily
  readonly name: NftTableName
  readonly chains: readonly FirewallChainView[]
}

export interface FirewallChainView {
  readonly name: string
  /** null of a user's chain. */
  readonly policy: 'ACCEPT' | 'DROP' | null
  readonly counters: Counters | null
  readonly references: number
  readonly rules: readonly FirewallRuleView[]
}

export interface FirewallRuleView extends Counters {
  readonly handle: number
  /** As `--line-numbers` counts. */
  readonly number: number
  /** As `iptables -S` prints it, behind the chain: `-p tcp -m tcp --dport 80 -j ACCEPT`. */
  readonly text: string
  /** Who wrote it, and for whom. */
  readonly provenance: Provenance | null
}

export interface FlowView {
  readonly id: number
  /** `tcp`, `icmp`, … */
  readonly protocol: string
  /** State of a TCP connection; else empty. */
  readonly state: string
  /** Seconds left. */
  readonly timeout: number
  /** `10.0.0.2:41000 > 10.0.0.1:80`. */
  readonly original: string
  readonly reply: string
  /** NAT makes the reply something else than the original reversed. */
  readonly translated: boolean
  /** `[UNREPLIED]`, `[ASSURED]`, `mark=1`; empty when there is nothing to say. */
  readonly marks: string
  /** By which `conntrack -D` finds it. */
  readonly filter: string
}

/** A rule as iptables writes it. */
export type RuleWords = (p: Process, family: NftFamily, rule: XtRule) => string

/** Order in which packets meet them. */
const TABLES: readonly NftTableName[] = ['raw', 'mangle', 'nat', 'filter', 'security']

type Words = (family: NftFamily, rule: XtRule) => string

export function insideOf(node: MachineNode, net: Net, ruleWords: RuleWords): InsideView {
  const { kernel, machine } = node
  const words: Words = (family, rule) => ruleWords(machine.init, family, rule)
  return {
    firewall: (['ip', 'ip6'] as const).flatMap((f) => tablesOf(kernel, net, f, words)),
    flows: flowsOf(kernel, net),
    processes: processTable(node, net),
  }
}

function tablesOf(kernel: KernelApi, net: Net, family: NftFamily, words: Words): FirewallTableView[] {
  const tables = kernel.nftables(net, { type: 'GETRULESET', family }).tables ?? []
  return [...tables]
    .sort((a, b) => TABLES.indexOf(a.name) - TABLES.indexOf(b.name))
    .map((table: NftTable) => ({
      family,
      name: table.name,
      chains: table.chains.map((c) => chainView(family, c, words)),
    }))
}

function chainView(family: NftFamily, chain: NftChain, words: Words): FirewallChainView {
  return {
    name: chain.name,
    policy: chain.base?.policy ?? null,
    counters: chain.counters,
    references: chain.references,
    rules: chain.rules.map((stored, i) => ({
      handle: stored.handle,
      number: i + 1,
      text: words(family, stored.rule),
      provenance: provenanceOf(stored),
      packets: stored.packets,
      bytes: stored.bytes,
    })),
  }
}

function flowsOf(kernel: KernelApi, net: Net): FlowView[] {
  const reply = kernel.conntrack(net, { type: 'GET', family: 0 })
  return 'entries' in reply ? reply.entries.map(flowView) : []
}

const PROTOCOLS: Readonly<Record<number, string>> = { 1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'icmpv6' }

function flowView(entry: CtEntry): FlowView {
  const { orig, reply, status } = entry
  const marks = [
    status & IPS_SEEN_REPLY ? '' : '[UNREPLIED]',
    status & IPS_ASSURED ? '[ASSURED]' : '',
    entry.mark === 0 ? '' : `mark=${entry.mark}`,
  ]
  return {
    id: entry.id,
    protocol: PROTOCOLS[orig.protocol] ?? String(orig.protocol),
    state: entry.tcpState ?? '',
    timeout: entry.timeout,
    original: tupleWords(orig),
    reply: tupleWords(reply),
    translated: (status & (IPS_SRC_NAT | IPS_DST_NAT)) !== 0,
    marks: marks.filter((m) => m !== '').join(' '),
    filter: filterWords(orig),
  }
}

function tupleWords(tuple: CtTuple): string {
  const end = (address: CtTuple['src'], port: number): string => {
    const text = formatAddress(address)
    if (tuple.icmp || port === 0) return text
    return text.includes(':') ? `[${text}]:${port}` : `${text}:${port}`
  }
  const id = tuple.icmp ? ` id ${tuple.icmp.id}` : ''
  return `${end(tuple.src, tuple.sport)} > ${end(tuple.dst, tuple.dport)}${id}`
}

function filterWords(tuple: CtTuple): string {
  const ends = `${tuple.family === 10 ? '-f ipv6 ' : ''}-s ${formatAddress(tuple.src)} -d ${formatAddress(tuple.dst)}`
  if (tuple.icmp)
    return `-p ${PROTOCOLS[tuple.protocol] ?? tuple.protocol} ${ends} --icmp-id ${tuple.icmp.id}`
  if (tuple.sport === 0) return `-p ${tuple.protocol} ${ends}`
  return `-p ${PROTOCOLS[tuple.protocol] ?? tuple.protocol} ${ends} --sport ${tuple.sport} --dport ${tuple.dport}`
}
