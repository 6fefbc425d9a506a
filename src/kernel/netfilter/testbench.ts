// A client, a router and a server, and short words for their rules.
import type { TraceEvent } from '../../sim/trace.ts'
import type { NftFamily, NftHook, NftOperation, NftTableName, XtRule } from '../../uapi/netfilter.ts'
import type { XtNetwork } from '../../uapi/xt_match.ts'
import type { XtTarget } from '../../uapi/xt_target.ts'
import { inetMask } from '../../wire/inet.ts'
import type { Net } from '../kernel.ts'
import { inet, KernelBench } from '../testbench.ts'

const PRIORITIES: Readonly<Record<NftTableName, number>> = {
  raw: -300,
  mangle: -150,
  nat: -100,
  filter: 0,
  security: 50,
}

const BASE_CHAINS: ReadonlySet<string> = new Set<NftHook>([
  'PREROUTING',
  'INPUT',
  'FORWARD',
  'OUTPUT',
  'POSTROUTING',
])

function isHook(chain: string): chain is NftHook {
  return BASE_CHAINS.has(chain)
}

/** What a rule of a test has besides what all have. */
export type RuleParts = Partial<XtRule>

export function rule(parts: RuleParts, target: XtTarget | 'ACCEPT' | 'DROP' | 'RETURN' | 'none'): XtRule {
  return {
    source: null,
    destination: null,
    in: null,
    out: null,
    protocol: null,
    fragment: null,
    matches: [],
    ...parts,
    target: typeof target === 'string' ? { name: target } : target,
  }
}

/** `10.0.0.0/24`, or `! 10.0.0.0/24`. */
export function network(text: string): XtNetwork {
  const invert = text.startsWith('! ')
  const [address = '', length = '32'] = text.replace('! ', '').split('/')
  return { address: inet(address), mask: inetMask(Number(length)), invert }
}

export function proto(number: number, invert = false): RuleParts {
  return { protocol: { number, invert } }
}

/** client 10.0.1.2 – 10.0.1.1 router 10.0.2.1 – 10.0.2.2 server */
export class NfBench extends KernelBench {
  readonly client = this.ipv4Net()
  readonly router = this.ipv4Net()
  readonly server = this.ipv4Net()

  constructor() {
    super()
    this.veth(this.router, 'eth0', 'eth0', this.client)
    this.veth(this.router, 'eth1', 'eth0', this.server)
    for (const net of [this.client, this.router, this.server]) {
      this.up(net, 'lo')
      this.up(net, 'eth0')
    }
    this.up(this.router, 'eth1')
    this.addr(this.client, 'eth0', '10.0.1.2/24')
    this.addr(this.router, 'eth0', '10.0.1.1/24')
    this.addr(this.router, 'eth1', '10.0.2.1/24')
    this.addr(this.server, 'eth0', '10.0.2.2/24')
    this.addRoute(this.client, '0.0.0.0/0', { via: '10.0.1.1' })
    this.addRoute(this.server, '0.0.0.0/0', { via: '10.0.2.1' })
    this.kernel.writeSysctl(this.router, 'net/ipv4/ip_forward', '1')
    this.ping(this.client, '10.0.2.2')
  }

  /** The name of the error and which operation it was about; null when all was done. */
  batch(net: Net, operations: readonly NftOperation[], family: NftFamily = 'ip'): string | null {
    const { error } = this.kernel.nftables(net, { type: 'BATCH', family, operations })
    return error ? `${error.errno.name} at ${error.operation}` : null
  }

  /** A base chain, or a user's. */
  chain(table: NftTableName, chain: string): NftOperation {
    if (!isHook(chain)) return { type: 'NEWCHAIN', table, chain, excl: true }
    const priority = table === 'nat' && chain === 'POSTROUTING' ? 100 : PRIORITIES[table]
    return { type: 'NEWCHAIN', table, chain, excl: false, base: { hook: chain, priority, policy: 'ACCEPT' } }
  }

  /** `iptables -t TABLE -A CHAIN`, the base chain made when it is not there. */
  append(net: Net, where: string, ...rules: readonly XtRule[]): string | null {
    const [table, chain = ''] = where.split(' ') as [NftTableName, string]
    return this.batch(net, [
      ...(isHook(chain) ? [this.chain(table, chain)] : []),
      ...rules.map((rule) => newRule(table, chain, rule)),
    ])
  }

  /** Packets and octets of each rule of a chain. */
  counters(net: Net, where: string): string[] {
    const [table, name] = where.split(' ')
    const { tables } = this.kernel.nftables(net, { type: 'GETRULESET', family: 'ip' })
    const chain = tables?.find((t) => t.name === table)?.chains.find((c) => c.name === name)
    return chain?.rules.map(({ packets, bytes }) => `${packets}:${bytes}`) ?? []
  }

  /** What the listener is told while `act` runs. */
  traced<K extends TraceEvent['kind']>(
    kind: K,
    act: () => void,
  ): readonly Extract<TraceEvent, { readonly kind: K }>[] {
    const events: Extract<TraceEvent, { readonly kind: K }>[] = []
    this.trace.listener = (event) => {
      if (event.kind === kind) events.push(event as Extract<TraceEvent, { readonly kind: K }>)
    }
    act()
    this.trace.listener = null
    return events
  }
}

export function newRule(table: NftTableName, chain: string, rule: XtRule): NftOperation {
  const counters = { packets: 0, bytes: 0 }
  return { type: 'NEWRULE', table, chain, position: { kind: 'append' }, rule, counters }
}
