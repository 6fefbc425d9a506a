// What rules, connection tracking and NAT decided about a packet, in words.
import type { TraceEvent, TraceFlow, TraceService } from '../sim/trace.ts'
import { formatInet } from '../wire/inet.ts'
import { formatInet6 } from '../wire/inet6.ts'
import { phrase, type Phrase } from './phrases.ts'

type Event<K extends TraceEvent['kind']> = Extract<TraceEvent, { readonly kind: K }>

interface Words {
  readonly title: string
  readonly detail: Phrase | string
}

export function ruleWords(event: Event<'rule'>): Words {
  const title = `${event.family === 'ip6' ? 'ip6 ' : ''}${event.table} ${event.chain} ${event.number}`
  const { miss } = event
  if (miss) {
    const { option, wanted, found } = miss
    return { title, detail: phrase('rule.miss', { option, wanted, found }) }
  }
  const { target } = event
  return { title, detail: target === null ? phrase('rule.counts') : phrase('rule.matches', { target }) }
}

export function policyWords(event: Event<'policy'>): Words {
  const title = `${event.family === 'ip6' ? 'ip6 ' : ''}${event.table} ${event.chain}`
  return { title, detail: phrase('policy', { verdict: event.verdict }) }
}

export function conntrackWords(event: Event<'conntrack'>): Words {
  const { state, flow, direction } = event
  const title = 'conntrack'
  if (flow === null)
    return { title, detail: direction === 'REPLY' ? phrase('conntrack.reply', { state }) : state }
  const values = { state, flow: flowWords(flow) }
  return { title, detail: phrase(direction === 'REPLY' ? 'conntrack.reply.flow' : 'conntrack.flow', values) }
}

export function natWords(event: Event<'nat'>): Words {
  const values = { before: flowWords(event.before), after: flowWords(event.after) }
  return { title: event.manip, detail: phrase('nat', values) }
}

export function ipvsWords({ service, dest, scheduler, direction }: Event<'ipvs'>): Words {
  const title = 'IPVS'
  const named = serviceWords(service)
  if (dest === null) {
    return { title, detail: phrase('ipvs.nobody', { service: named, scheduler: scheduler ?? '' }) }
  }
  const values = { service: named, dest: `${formatInet(dest.address)}:${dest.port}` }
  if (direction === 'out') return { title, detail: phrase('ipvs.reply', values) }
  if (scheduler === null) return { title, detail: phrase('ipvs.known', values) }
  return { title, detail: phrase('ipvs.scheduled', { ...values, scheduler }) }
}

/** As ipvsadm names it. */
function serviceWords(service: TraceService): string {
  if (service.protocol === undefined) return `FWM ${service.fwmark}`
  const { protocol, address, port } = service
  return `${protocol === 6 ? 'TCP' : 'UDP'} ${formatInet(address)}:${port}`
}

function flowWords(flow: TraceFlow): string {
  const ports = flow.protocol === 6 || flow.protocol === 17
  const end = (address: number | bigint, port: number): string => {
    if (typeof address === 'number') return ports ? `${formatInet(address)}:${port}` : formatInet(address)
    return ports ? `[${formatInet6(address)}]:${port}` : formatInet6(address)
  }
  return `${end(flow.src, flow.sport)} > ${end(flow.dst, flow.dport)}`
}
