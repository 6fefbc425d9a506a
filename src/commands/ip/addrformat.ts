// One address as `ip addr` shows it.
import type { AddrMessage } from '../../uapi/rtnetlink.ts'
import {
  AF_INET,
  AF_INET6,
  IFA_F_DEPRECATED,
  IFA_F_PERMANENT,
  IFA_F_SECONDARY,
  INFINITY_LIFE_TIME,
} from '../../uapi/rtnetlink.ts'
import { IFA_FLAGS } from './ifaflags.ts'
import type { IpContext } from './context.ts'
import type { Color } from './print.ts'
import { familyName } from './utils.ts'

export function familyColor(family: number): Color {
  return family === AF_INET ? 'inet' : family === AF_INET6 ? 'inet6' : 'none'
}

/** `withDevice` begins the line with number and name of the device (-o, and a flush under -s -s). */
export function printAddress(ctx: IpContext, addr: AddrMessage, withDevice: boolean): void {
  const { out } = ctx
  const { brief } = ctx.options
  const color = familyColor(addr.family)
  if (!brief && withDevice) {
    const dev = ctx.links.name(addr.index)
    out.text(`${addr.index}: ${dev}`)
    out.field('index', addr.index)
    out.field('dev', dev)
  }
  if (!brief) out.any('family', familyName(addr.family), `    ${familyName(addr.family)} `)
  const local = ctx.host(addr.local)
  out.colored(color, 'local', local, local)
  if (addr.address !== addr.local) {
    const peer = ctx.host(addr.address)
    out.text(' peer ')
    out.colored(color, 'address', peer, peer)
  }
  out.any('prefixlen', addr.prefixlen, `/${addr.prefixlen} `)
  if (addr.metric !== undefined) out.any('metric', addr.metric, `metric ${addr.metric} `)
  if (brief) return
  if (addr.broadcast !== undefined) {
    const broadcast = ctx.host(addr.broadcast)
    out.text('brd ')
    out.colored(color, 'broadcast', broadcast, `${broadcast} `)
  }
  const scope = ctx.names.scope(addr.scope)
  out.any('scope', scope, `scope ${scope} `)
  printAddressFlags(ctx, addr)
  if (addr.label !== undefined) out.any('label', addr.label, addr.label)
  out.nl()
  out.text('       valid_lft ')
  printLifetime(ctx, 'valid_life_time', addr.validLft)
  out.text(' preferred_lft ')
  const deprecated = (addr.flags & IFA_F_DEPRECATED) !== 0
  printLifetime(ctx, 'preferred_life_time', deprecated ? addr.preferredLft | 0 : addr.preferredLft)
  out.text('\n')
}

function printLifetime(ctx: IpContext, key: string, seconds: number): void {
  if (seconds === INFINITY_LIFE_TIME) {
    ctx.out.field(key, seconds)
    ctx.out.text('forever')
  } else ctx.out.any(key, seconds, `${seconds}sec`)
}

/** Names of the flags that are set; `dynamic` for the one that is not. */
function printAddressFlags(ctx: IpContext, addr: AddrMessage): void {
  const { out } = ctx
  let flags = addr.flags
  for (const { name, mask } of IFA_FLAGS) {
    const set = (flags & mask) !== 0
    flags &= ~mask
    if (mask === IFA_F_PERMANENT) {
      if (!set) out.any('dynamic', true, 'dynamic ')
      continue
    }
    if (!set) continue
    const shown = mask === IFA_F_SECONDARY && addr.family === AF_INET6 ? 'temporary' : name
    out.any(shown, true, `${shown} `)
  }
  if (flags === 0) return
  const rest = flags.toString(16).padStart(2, '0')
  out.any('ifa_flags', rest, `flags ${rest} `)
}
