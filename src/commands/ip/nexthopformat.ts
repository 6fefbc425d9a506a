// One next hop as `ip nexthop` shows it. Ref: iproute2 ip/ipnexthop.c:__print_nexthop_entry()
import type { NexthopMessage } from '../../uapi/nexthop.ts'
import { RT_SCOPE_UNIVERSE, RTNH_F_ONLINK, RTPROT_UNSPEC } from '../../uapi/rtnetlink.ts'
import { familyColor } from './addrformat.ts'
import type { IpContext } from './context.ts'

/** Without the end of its line. */
export function printNexthop(ctx: IpContext, nexthop: NexthopMessage): void {
  const { out } = ctx
  out.openObject(null)
  printMembers(ctx, nexthop)
  out.closeObject()
}

/** Below a route, of the one it names. Ref: iproute2 ip/ipnexthop.c:print_cache_nexthop_id() */
export function printNexthopInfo(ctx: IpContext, id: number): void {
  const reply = ctx.p.net.rtnetlink({ type: 'RTM_GETNEXTHOP', id })
  const nexthop = reply.messages?.[0]
  if (nexthop?.type !== 'RTM_NEWNEXTHOP') return
  ctx.out.openObject('nh_info')
  ctx.out.text('\n\tnh_info ')
  printMembers(ctx, nexthop)
  ctx.out.closeObject()
}

function printMembers(ctx: IpContext, nexthop: NexthopMessage): void {
  const { out, names } = ctx
  const { id, group, gateway, oif, scope, protocol } = nexthop
  const details = ctx.options.details > 0
  out.any('id', id, `id ${id} `)
  if (group) {
    out.openArray('group', 'group ')
    for (const [i, member] of group.entries()) {
      out.openObject(null)
      if (i > 0) out.text('/')
      out.any('id', member.id, String(member.id))
      if (member.weight > 1) out.any('weight', member.weight, `,${member.weight}`)
      out.closeObject()
    }
    out.closeArray(' ')
  }
  if (gateway !== undefined) {
    const host = ctx.host(gateway)
    out.text('via ')
    out.colored(familyColor(nexthop.family), 'gateway', host, `${host} `)
  }
  if (oif !== undefined) {
    const name = ctx.links.name(oif)
    out.text('dev ')
    out.colored('ifname', 'dev', name, `${name} `)
  }
  if (scope !== RT_SCOPE_UNIVERSE || details) {
    const name = names.scope(scope)
    out.any('scope', name, `scope ${name} `)
  }
  if (nexthop.blackhole) out.any('blackhole', null, 'blackhole ')
  if (protocol !== RTPROT_UNSPEC || details) {
    const name = names.protocol(protocol)
    out.any('protocol', name, `proto ${name} `)
  }
  out.openArray('flags', '')
  if (nexthop.flags & RTNH_F_ONLINK) out.item('onlink', 'onlink ')
  out.closeArray('')
}
