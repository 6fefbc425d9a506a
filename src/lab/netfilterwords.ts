// What rules, connection tracking and NAT decided about a packet, in words.
import type { TraceEvent, TraceFlow } from '../sim/trace.ts'
import { formatInet } from '../wire/inet.ts'
import { formatInet6 } from '../wire/inet6.ts'

type Event<K extends TraceEvent['kind']> = Extract<TraceEvent, { readonly kind: K }>

interface Words {
  readonly title: string
  readonly detail: string
}

export function ruleWords(event: Event<'rule'>): Words {
  const title = `${event.family === 'ip6' ? 'ip6 ' : ''}${event.table} ${event.chain} ${event.number}`
  const { miss } = event
  if (!miss)
    return { title, detail: event.target === null ? 'matches; it only counts' : `matches: ${event.target}` }
  return { title, detail: `no: ${miss.option} ${miss.wanted}, but it is ${miss.found}` }
}

export function policyWords(event: Event<'policy'>): Words {
  const title = `${event.family === 'ip6' ? 'ip6 ' : ''}${event.table} ${event.chain}`
  return { title, detail: `policy ${event.verdict}` }
}

export function conntrackWords(event: Event<'conntrack'>): Words {
  const flow = event.flow === null ? '' : ` of ${flowWords(event.flow)}`
  const way = event.direction === 'REPLY' ? ', the reply' : ''
  return { title: 'conntrack', detail: `${event.state}${way}${flow}` }
}

export function natWords(event: Event<'nat'>): Words {
  return { title: event.manip, detail: `${flowWords(event.before)} becomes ${flowWords(event.after)}` }
}

function flowWords(flow: TraceFlow): string {
  const ports = flow.protocol === 6 || flow.protocol === 17
  const end = (address: number | bigint, port: number): string => {
    if (typeof address === 'number') return ports ? `${formatInet(address)}:${port}` : formatInet(address)
    return ports ? `[${formatInet6(address)}]:${port}` : formatInet6(address)
  }
  return `${end(flow.src, flow.sport)} > ${end(flow.dst, flow.dport)}`
}
