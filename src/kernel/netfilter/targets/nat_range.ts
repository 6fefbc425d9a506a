// What the targets of the nat table have in common: they need flows, and say where to in the same words.
import type { NftFamily } from '../../../uapi/netfilter.ts'
import type { NatRange } from '../../../uapi/xt_target.ts'
import { formatAddress } from '../../../wire/inet6.ts'
import { nfCtNetnsGet, nfCtNetnsPut, type CtFamily } from '../nf_conntrack_proto.ts'
import type { XtContext } from '../x_tables.ts'

export function ctFamily(family: NftFamily): CtFamily {
  return family === 'ip' ? 'ipv4' : 'ipv6'
}

/** From now on the namespace tracks flows. */
export function needFlows(_data: unknown, { net, family }: XtContext): null {
  nfCtNetnsGet(net, ctFamily(family))
  return null
}

export function needFlowsNoMore(_data: unknown, { net, family }: XtContext): void {
  nfCtNetnsPut(net, ctFamily(family))
}

/** `10.0.0.2-10.0.0.5:80-90`. */
export function formatRange({ addresses, ports }: NatRange): string {
  const from = addresses ? formatAddress(addresses.min) : ''
  const to = addresses && addresses.max !== addresses.min ? `-${formatAddress(addresses.max)}` : ''
  if (!ports) return from + to
  const text = ports.min === ports.max ? `${ports.min}` : `${ports.min}-${ports.max}`
  return addresses && typeof addresses.min === 'bigint' ? `[${from + to}]:${text}` : `${from + to}:${text}`
}

export function formatPorts({ ports }: NatRange): string {
  if (!ports) return ''
  return `--to-ports ${ports.min === ports.max ? ports.min : `${ports.min}-${ports.max}`}`
}
