// `ip address`. Ref: busybox networking/libiproute/ipaddress.c:do_ipaddr()
import type { AddrRequest, CreateFlags } from '../../../uapi/rtnetlink.ts'
import { AF_INET, AF_INET6 } from '../../../uapi/rtnetlink.ts'
import { ERANGE } from '../../../uapi/errno.ts'
import { inetMask, isLoopback } from '../../../wire/inet.ts'
import type { InetPrefix } from '../../ip/utils.ts'
import type { IpContext } from './context.ts'
import { flushAddresses, showLinks } from './show.ts'

export function addressObject(ctx: IpContext): number {
  if (!ctx.more) return showLinks(ctx)
  const word = ctx.take()
  switch (ctx.keyword(word, 'add change chg replace delete list show lst flush')) {
    case 'add':
      return modify(ctx, { create: true, excl: true })
    case 'change':
    case 'chg':
      return modify(ctx, { replace: true })
    case 'replace':
      return modify(ctx, { create: true, replace: true })
    case 'delete':
      return modify(ctx, null)
    case 'list':
    case 'show':
    case 'lst':
      return showLinks(ctx)
    case 'flush':
      return flushAddresses(ctx)
  }
  return ctx.invalid(word, 'ip')
}

/** `flags` null: it is deleted. Ref: ipaddr_modify() */
function modify(ctx: IpContext, flags: CreateFlags | null): number {
  let local: InetPrefix | null = null
  let peer: InetPrefix | null = null
  let broadcast: string | null = null
  let scope: number | null = null
  let dev: string | null = null
  let label: string | null = null
  while (ctx.more) {
    const word = ctx.take()
    if (word === 'peer' || word === 'remote') peer = ctx.prefix(ctx.value())
    else if (word === 'broadcast' || word === 'brd') broadcast = ctx.value()
    else if (word === 'scope') {
      const name = ctx.value()
      scope = ctx.names.parseScope(name) ?? ctx.invalid(name, 'scope')
    } else if (word === 'dev') dev = ctx.value()
    else if (word === 'label') label = ctx.value()
    else {
      const address = word === 'local' ? ctx.value() : word
      if (local) ctx.duplicate('local', address)
      local = ctx.prefix(address)
      if (ctx.family === 0) ctx.family = local.family
    }
  }
  if (dev === null) ctx.die('need "dev IFACE"')
  const index = ctx.device(dev)
  if (!local || local.bytelen === 0) return refuse(ctx)
  const { family, address } = local
  if (family !== AF_INET && family !== AF_INET6) return refuse(ctx)
  const addr: AddrRequest = {
    family,
    index,
    prefixlen: peer?.bitlen ?? local.bitlen,
    local: address,
    scope: scope ?? (flags && typeof address === 'number' && isLoopback(address) ? 254 : 0),
    flags: 0,
  }
  if (peer || flags || local.lengthGiven || family === AF_INET6) addr.address = peer?.address ?? address
  if (broadcast !== null && flags) {
    const at = typeof address === 'number' ? address : 0
    const mask = inetMask(addr.prefixlen)
    if (broadcast === '+') addr.broadcast = (at | ~mask) >>> 0
    else if (broadcast === '-') addr.broadcast = (at & mask) >>> 0
    else addr.broadcast = Number(ctx.address(broadcast).address)
  }
  if (label !== null) addr.label = label
  ctx.talk(flags ? { type: 'RTM_NEWADDR', flags, addr } : { type: 'RTM_DELADDR', addr })
  return 0
}

/** A request without an address is malformed in the kernel's eyes. */
function refuse(ctx: IpContext): number {
  ctx.complain(`RTNETLINK answers: ${ERANGE.text}`)
  return 2
}
