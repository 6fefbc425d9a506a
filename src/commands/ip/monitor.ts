// `ip monitor`: what the kernel tells as things change. Ref: iproute2 ip/ipmonitor.c
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { AF_INET, AF_INET6, AF_UNSPEC } from '../../uapi/rtnetlink.ts'
import type { RtnetlinkGroup, RtnetlinkNotification } from '../../uapi/rtnotify.ts'
import { strftime } from '../lib/calendar.ts'
import { printAddress } from './addrformat.ts'
import { matches, type Args } from './args.ts'
import type { IpContext } from './context.ts'
import { printLink, printLinkBrief } from './linkformat.ts'
import { printNetconf } from './netconf.ts'
import { printNeigh } from './neighformat.ts'
import { printNexthop } from './nexthopformat.ts'
import { nameOfNsid } from './nsid.ts'
import { emptyFilter, type RouteFilter } from './routefilter.ts'
import { printRoute } from './routeformat.ts'
import { printRule } from './ruleformat.ts'
import { OTHER_USAGES } from './usage/others.ts'

/** In iproute2's order, which decides what an abbreviation means, and the groups of each family. */
const OBJECTS = {
  link: ['link'],
  address: ['ipv4-ifaddr', 'ipv6-ifaddr'],
  route: ['ipv4-route', 'ipv6-route'],
  mroute: [],
  prefix: [],
  neigh: ['neigh'],
  netconf: ['ipv4-netconf', 'ipv6-netconf'],
  rule: ['ipv4-rule', 'ipv6-rule'],
  nsid: ['nsid'],
  nexthop: ['nexthop'],
  stats: [],
} as const satisfies Readonly<Record<string, readonly RtnetlinkGroup[]>>

interface Monitor {
  readonly objects: Set<keyof typeof OBJECTS>
  label: boolean
  allNsid: boolean
  /** 0: any. */
  ifindex: number
}

function parse(ctx: IpContext, args: Args): Monitor {
  const monitor: Monitor = { objects: new Set(), label: false, allNsid: false, ifindex: 0 }
  const names = Object.keys(OBJECTS) as (keyof typeof OBJECTS)[]
  while (args.more) {
    const word = args.take()
    if (word === 'file') {
      const file = args.value()
      const opened = ctx.p.fs.open(file, { read: true })
      if (!isErrno(opened)) ctx.unsupported('monitor file')
      ctx.err(`Cannot fopen: ${opened.text}\n`)
      ctx.exit(255)
    }
    const object = matches(word, 'label') ? undefined : names.find((name) => matches(word, name))
    if (matches(word, 'label')) monitor.label = true
    else if (object) monitor.objects.add(object)
    else if (word === 'all') monitor.label = true
    else if (matches(word, 'all-nsid')) monitor.allNsid = true
    else if (matches(word, 'help')) ctx.usage(OTHER_USAGES.get('monitor') ?? '')
    else if (word === 'dev') {
      const name = args.value()
      monitor.ifindex = ctx.links.index(name)
      if (monitor.ifindex === 0) args.invarg('Device does not exist\n', name)
    } else {
      ctx.err(`Argument "${word}" is unknown, try "ip monitor help".\n`)
      ctx.exit(255)
    }
  }
  if (monitor.objects.size === 0) for (const name of names) monitor.objects.add(name)
  return monitor
}

/** Addresses, routes and rules of one family only, when one is asked for. */
function groupsOf(ctx: IpContext, monitor: Monitor): RtnetlinkGroup[] {
  const other = ctx.family === AF_INET ? 'ipv6-' : ctx.family === AF_INET6 ? 'ipv4-' : null
  return [...monitor.objects]
    .flatMap((object): readonly RtnetlinkGroup[] => OBJECTS[object])
    .filter((group) => other === null || !group.startsWith(other))
}

export function* monitorObject(ctx: IpContext, args: Args): Blocking<number> {
  const monitor = parse(ctx, args)
  const { p } = ctx
  const socket = p.net.rtnetlinkSocket({ groups: groupsOf(ctx, monitor), allNsid: monitor.allNsid })
  ctx.links.list()
  for (;;) {
    const told = socket.recv()
    if (isErrno(told)) {
      yield* p.clock.wait([socket])
      continue
    }
    accept(ctx, monitor, told)
    ctx.out.flush()
  }
}

/** Ref: accept_msg() */
function accept(ctx: IpContext, monitor: Monitor, { message, nsid }: RtnetlinkNotification): void {
  const { ifindex } = monitor
  const header = (label: string): void => printHeader(ctx, monitor, nsid, label)
  const route: RouteFilter = { ...emptyFilter(), oif: ifindex === 0 ? null : ifindex }
  switch (message.type) {
    case 'RTM_NEWLINK':
    case 'RTM_DELLINK':
      ctx.links.heard(message)
      header('LINK')
      if (ifindex !== 0 && message.index !== ifindex) return
      if (message.type === 'RTM_DELLINK') ctx.out.line('Deleted ')
      if (ctx.options.brief) printLinkBrief(ctx, message)
      else printLink(ctx, message, 'monitor')
      return
    case 'RTM_NEWADDR':
    case 'RTM_DELADDR':
      if (ifindex !== 0 && message.index !== ifindex) return
      header('ADDR')
      if (message.type === 'RTM_DELADDR') ctx.out.line('Deleted ')
      return printAddress(ctx, message, true)
    case 'RTM_NEWROUTE':
    case 'RTM_DELROUTE':
      if (route.oif !== null && message.oif !== route.oif) return
      header('ROUTE')
      if (message.type === 'RTM_DELROUTE') ctx.out.line('Deleted ')
      return printRoute(ctx, route, message, null)
    case 'RTM_NEWNEIGH':
    case 'RTM_DELNEIGH':
      if (ctx.family !== AF_UNSPEC && message.family !== ctx.family) return
      if (ifindex !== 0 && message.index !== ifindex) return
      header('NEIGH')
      if (message.type === 'RTM_DELNEIGH') ctx.out.line('Deleted ')
      return printNeigh(ctx, message, ifindex === 0)
    case 'RTM_NEWNEXTHOP':
    case 'RTM_DELNEXTHOP':
      header('NEXTHOP')
      if (message.type === 'RTM_DELNEXTHOP') ctx.out.line('Deleted ')
      printNexthop(ctx, message)
      return ctx.out.line('\n')
    case 'RTM_NEWRULE':
    case 'RTM_DELRULE':
      header('RULE')
      return printRule(ctx, message)
    case 'RTM_NEWNETCONF':
    case 'RTM_DELNETCONF':
      if (ifindex !== 0 && message.index !== ifindex) return
      header('NETCONF')
      return printNetconf(ctx, message)
    case 'RTM_NEWNSID':
    case 'RTM_DELNSID': {
      header('NSID')
      if (message.type === 'RTM_DELNSID') ctx.out.line('Deleted ')
      const name = nameHeard(ctx, message.nsid, message.type === 'RTM_NEWNSID')
      return ctx.out.line(`nsid ${message.nsid} ${name === null ? '' : `(iproute2 netns name: ${name})`}\n`)
    }
  }
}

/** A name once heard of is known until another id takes it: the namespace may be gone by then. */
function nameHeard(ctx: IpContext, nsid: number, isNew: boolean): string | null {
  const before = ctx.nsidNames?.get(nsid) ?? null
  if (!isNew && before !== null) return before
  ctx.nsidNames = null
  return nameOfNsid(ctx, nsid) ?? before
}

function printHeader(ctx: IpContext, monitor: Monitor, nsid: number | null, label: string): void {
  printTimestamp(ctx)
  if (monitor.allNsid) {
    ctx.out.line(nsid === null ? '[nsid current]' : `[nsid ${nsid}]`)
  }
  if (monitor.label) ctx.out.line(`[${label}]`)
}

/** Ref: iproute2 lib/utils.c:print_timestamp() */
export function printTimestamp(ctx: IpContext): void {
  const { timestamp } = ctx.options
  if (timestamp === 'none') return
  const now = ctx.p.clock.epoch()
  const micro = Math.floor((ctx.p.clock.now() / 1000) % 1_000_000)
  if (timestamp === 'long') {
    ctx.out.line(`Timestamp: ${strftime('%a %b %e %H:%M:%S %Y', now)} ${micro} usec\n`)
    return
  }
  ctx.out.line(`[${strftime('%Y-%m-%dT%H:%M:%S', now)}.${String(micro).padStart(6, '0')}] `)
}
