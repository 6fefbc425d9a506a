// `ip link property`: further names of a device (Ref: iproute2 ip/iplink.c:iplink_prop()).
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { cannotFindDevice, talk } from './libnetlink.ts'
import { LINK_USAGE } from './usage/link.ts'
import { isAltName } from './utils.ts'

/** Exit status. */
export function linkProperty(ctx: IpContext, args: Args): number {
  if (!args.more) ctx.usage(LINK_USAGE)
  const verb = args.take()
  if (matches(verb, 'add')) return change(ctx, args, 'RTM_NEWLINKPROP')
  if (matches(verb, 'del')) return change(ctx, args, 'RTM_DELLINKPROP')
  if (matches(verb, 'help')) ctx.usage(LINK_USAGE)
  ctx.err('Operator required\n')
  ctx.exit(255)
}

function change(ctx: IpContext, args: Args, type: 'RTM_NEWLINKPROP' | 'RTM_DELLINKPROP'): number {
  const altnames: string[] = []
  let dev: string | null = null
  while (args.more) {
    const word = args.take()
    if (matches(word, 'altname')) {
      const name = args.value()
      if (!isAltName(name)) args.invarg('not a valid altname', name)
      altnames.push(name)
    } else if (matches(word, 'help')) ctx.usage(LINK_USAGE)
    else {
      const name = word === 'dev' ? args.value() : word
      if (dev !== null) args.duparg2('dev', name)
      if (!isAltName(name)) args.invarg('"dev" not a valid ifname', name)
      dev = name
    }
  }
  if (dev === null) {
    ctx.err('Not enough of information: "dev" argument is required.\n')
    ctx.exit(255)
  }
  const index = ctx.links.index(dev)
  if (index === 0) return cannotFindDevice(ctx, dev)
  if (talk(ctx, { type, index, altnames }) === null) return 2
  ctx.links.forget()
  return 0
}
