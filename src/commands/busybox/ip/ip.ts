// ip, BusyBox's: fewer objects and options than iproute2's, and shorter lines. Ref: busybox networking/ip.c
import type { Blocking, Process } from '../../../os/program.ts'
import { AF_INET, AF_INET6 } from '../../../uapi/rtnetlink.ts'
import { AF_PACKET } from '../../../uapi/socket.ts'
import type { Applet } from '../applet.ts'
import { addressObject } from './address.ts'
import { IpContext, USAGE } from './context.ts'
import { linkObject } from './link.ts'
import { neighObject } from './neigh.ts'
import { routeObject } from './route.ts'
import { ruleObject } from './rule.ts'
import { tunnelObject } from './tunnel.ts'

const OBJECTS = {
  address: addressObject,
  route: routeObject,
  r: routeObject,
  link: linkObject,
  tunnel: tunnelObject,
  tunl: tunnelObject,
  rule: ruleObject,
  neigh: neighObject,
} as const

export const ipApplet: Applet = { name: 'ip', usage: USAGE, run: ip }

/** The object `neigh` alone. */
export const ipneighApplet: Applet = {
  name: 'ipneigh',
  usage: ' show|flush [to PREFIX] [dev DEV] [nud STATE]',
  *run(p) {
    const ctx = new IpContext(p, p.argv.slice(1))
    options(ctx)
    return neighObject(ctx)
  },
}

function* ip(p: Process): Blocking<number> {
  const ctx = new IpContext(p, p.argv.slice(1))
  options(ctx)
  if (!ctx.more) ctx.usage()
  const name = ctx.keyword(ctx.take(), Object.keys(OBJECTS).join(' '))
  if (!(name in OBJECTS)) ctx.usage()
  return OBJECTS[name as keyof typeof OBJECTS](ctx)
}

const FAMILIES: Readonly<Record<string, number>> = { inet: AF_INET, inet6: AF_INET6, link: AF_PACKET }

/** Ref: networking/libiproute/ip_parse_common_args.c */
function options(ctx: IpContext): void {
  while (ctx.word.startsWith('-')) {
    const option = ctx.take().replace(/^--?/, '')
    if (option === '') return
    const known = ctx.keyword(option, 'oneline family 4 6 0')
    if (known === 'oneline') ctx.oneline = true
    else if (known === '4') ctx.family = AF_INET
    else if (known === '6') ctx.family = AF_INET6
    else if (known === '0') ctx.family = AF_PACKET
    else if (known === 'family' && ctx.more) {
      const word = ctx.take()
      const family = FAMILIES[word]
      if (family === undefined) ctx.invalid(word, 'family')
      ctx.family = family
    } else ctx.usage()
  }
}
