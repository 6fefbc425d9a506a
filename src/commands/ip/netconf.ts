// One device's settings as `ip netconf` and `ip monitor` show them. Ref: iproute2 ip/ipnetconf.c:print_netconf()
import type { NetconfMessage } from '../../uapi/rtnotify.ts'
import type { IpContext } from './context.ts'
import { familyName } from './utils.ts'

const RP_FILTER: readonly string[] = ['off', 'strict', 'loose']

export function printNetconf(ctx: IpContext, conf: NetconfMessage): void {
  const { out } = ctx
  const { index } = conf
  if (conf.type === 'RTM_DELNETCONF') out.line('Deleted ')
  const name = index === -1 ? 'all' : index === -2 ? 'default' : ctx.links.name(index)
  out.line(`${familyName(conf.family)} ${name} `)
  const flag = (word: string, value: number | undefined): void => {
    if (value !== undefined) out.line(`${word} ${value ? 'on' : 'off'} `)
  }
  flag('forwarding', conf.forwarding)
  if (conf.rpFilter !== undefined) out.line(`rp_filter ${RP_FILTER[conf.rpFilter] ?? 'unknown'} `)
  flag('mc_forwarding', conf.mcForwarding)
  flag('proxy_neigh', conf.proxyNeigh)
  flag('ignore_routes_with_linkdown', conf.ignoreLinkdown)
  out.line('\n')
}
