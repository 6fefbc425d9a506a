// Links as IPv6 tells of them. Ref: net/ipv6/addrconf.c:inet6_dump_ifinfo(), inet6_fill_ifinfo()
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import type { Net } from '../core/net.ts'
import { inet6Dev } from '../ipv6/inet6_dev.ts'
import { fillLink } from './link.ts'

/** Only devices that have IPv6, and of them no more than it knows. */
export function inet6DumpIfinfo(net: Net): LinkMessage[] {
  return [...net.devices.values()].flatMap((dev) => {
    if (!inet6Dev(dev)) return []
    const {
      master: _master,
      linkNetnsid: _nsid,
      linkinfo: _info,
      alias: _alias,
      link,
      ...rest
    } = fillLink(dev)
    const message: LinkMessage = { ...rest, inet6: true }
    if (link !== undefined && link !== dev.index) message.link = link
    return [message]
  })
}
