// `ip nexthop`: next hops that routes name by number. Ref: iproute2 ip/ipnexthop.c
import type { NexthopMember, NexthopMessage, NexthopRequest } from '../../uapi/nexthop.ts'
import type { CreateFlags } from '../../uapi/rtnetlink.ts'
import { AF_INET, AF_UNSPEC, RTNH_F_ONLINK, RTPROT_UNSPEC } from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { reportError, talk } from './libnetlink.ts'
import { printNexthop } from './nexthopformat.ts'
import { OTHER_USAGES } from './usage/others.ts'
import { getAddr, parseUnsigned, readFamily } from './utils.ts'

/** Runs the verb at hand and gives the exit status. */
export function nexthopObject(ctx: IpContext, args: Args): number {
  if (!args.more) return list(ctx, args)
  const verb = args.take()
  if (matches(verb, 'add')) return modify(ctx, args, { create: true, excl: true })
  if (matches(verb, 'replace')) return modify(ctx, args, { create: true, replace: true })
  if (matches(verb, 'delete')) return remove(ctx, args)
  if (matches(verb, 'list') || matches(verb, 'show') || matches(verb, 'lst')) return list(ctx, args)
  if (matches(verb, 'get')) return get(ctx, args)
  if (matches(verb, 'flush')) return flush(ctx, args)
  if (matches(verb, 'help')) usage(ctx)
  if (matches(verb, 'bucket')) ctx.unsupported('nexthop bucket')
  ctx.err(`Command "${verb}" is unknown, try "ip nexthop help".\n`)
  ctx.exit(255)
}

function usage(ctx: IpContext): never {
  ctx.usage(OTHER_USAGES.get('nexthop') ?? '')
}

function takeId(args: Args): number {
  const word = args.value()
  return parseUnsigned(word) ?? args.invarg('invalid id value', word)
}

function takeDevice(ctx: IpContext, args: Args): number {
  const name = args.value()
  const index = ctx.links.index(name)
  return index === 0 ? args.invarg('Device does not exist\n', name) : index
}

interface Words {
  family: number
  id: number
  protocol: number
  flags: number
  gateway?: NexthopMessage['gateway']
  oif?: number
  blackhole?: true
  fdb?: true
  group?: readonly NexthopMember[]
}

/** Ref: ipnh_modify() */
function modify(ctx: IpContext, args: Args, flags: CreateFlags): number {
  const w: Words = { family: ctx.family, id: 0, protocol: RTPROT_UNSPEC, flags: 0 }
  while (args.more) takeWord(ctx, args, w)
  const nexthop: Extract<NexthopRequest, { type: 'RTM_NEWNEXTHOP' }>['nexthop'] = {
    family: w.family,
    id: w.id,
    protocol: w.protocol,
    flags: w.flags,
    ...(w.gateway === undefined ? {} : { gateway: w.gateway }),
    ...(w.oif === undefined ? {} : { oif: w.oif }),
    ...(w.blackhole ? { blackhole: true } : {}),
    ...(w.fdb ? { fdb: true } : {}),
    ...(w.group ? { group: w.group } : {}),
  }
  return talk(ctx, { type: 'RTM_NEWNEXTHOP', flags, nexthop }) ? 0 : 2
}

function takeWord(ctx: IpContext, args: Args, w: Words): void {
  const word = args.take()
  if (word === 'id') w.id = takeId(args)
  else if (word === 'dev') {
    w.oif = takeDevice(ctx, args)
    if (w.family === AF_UNSPEC) w.family = AF_INET
  } else if (word === 'via') {
    const first = args.value()
    const family = readFamily(first)
    const gateway = getAddr(
      ctx,
      family === AF_UNSPEC ? first : args.value(),
      family === AF_UNSPEC ? w.family : family,
    )
    if (w.family === AF_UNSPEC) w.family = gateway.family
    if (gateway.family !== w.family) {
      ctx.err('IPv6 nexthop can not be used with IPv4 device nexthop\n')
      ctx.exit(1)
    }
    w.gateway = gateway.address
  } else if (word === 'encap') {
    args.value()
    ctx.unsupported('nexthop attribute encap')
  } else if (word === 'blackhole') {
    w.blackhole = true
    if (w.family === AF_UNSPEC) w.family = AF_INET
  } else if (word === 'fdb') w.fdb = true
  else if (word === 'onlink') w.flags |= RTNH_F_ONLINK
  else if (word === 'group') w.group = takeGroup(args)
  else if (word === 'type') takeType(ctx, args)
  else if (matches(word, 'protocol')) {
    const value = args.value()
    w.protocol = ctx.names.parseProtocol(value) ?? args.invarg('"protocol" value is invalid\n', value)
  } else if (word === 'help') usage(ctx)
  else args.invarg('', word)
}

/** `1/2` or `1,3/2,5`: numbers, and weights behind commas. Ref: add_nh_group_attr() */
function takeGroup(args: Args): readonly NexthopMember[] {
  const text = args.value()
  return text.split('/').map((part, i, parts) => {
    const [id = '', weight] = part.split(',')
    const left = parts.slice(i).join('/')
    const number =
      parseUnsigned(id) ?? args.invarg('"group" value is invalid\n', id || (parts[i - 1] ?? left))
    if (weight === undefined) return { id: number, weight: 1 }
    const times = parseUnsigned(weight, 256)
    return { id: number, weight: times || args.invarg('"weight" is invalid\n', weight) }
  })
}

function takeType(ctx: IpContext, args: Args): void {
  const type = args.value()
  if (matches(type, 'resilient')) ctx.unsupported('nexthop group type resilient')
  if (!matches(type, 'mpath')) args.invarg('"type" value is invalid\n', type)
}

/** Ref: ipnh_modify() with RTM_DELNEXTHOP: nothing but a number is looked at. */
function remove(ctx: IpContext, args: Args): number {
  const w: Words = { family: ctx.family, id: 0, protocol: RTPROT_UNSPEC, flags: 0 }
  while (args.more) takeWord(ctx, args, w)
  const named = w.gateway !== undefined || w.oif !== undefined || w.blackhole || w.fdb || w.group
  if (named || w.id === 0) {
    ctx.err(`Error: ${named ? 'Unknown attribute type' : 'Nexthop id is missing'}.\n`)
    return 2
  }
  return talk(ctx, { type: 'RTM_DELNEXTHOP', id: w.id }) ? 0 : 2
}

function get(ctx: IpContext, args: Args): number {
  let id = 0
  while (args.more) {
    if (args.take() !== 'id') usage(ctx)
    id = takeId(args)
  }
  if (id === 0) usage(ctx)
  return show(ctx, id)
}

function show(ctx: IpContext, id: number): number {
  const found = talk(ctx, { type: 'RTM_GETNEXTHOP', id })
  if (!found) return 2
  print(ctx, found)
  return 0
}

function print(ctx: IpContext, messages: readonly { readonly type: string }[]): void {
  ctx.out.beginJson()
  for (const message of messages) {
    if (!isNexthop(message)) continue
    printNexthop(ctx, message)
    ctx.out.text('\n')
  }
  ctx.out.endJson()
}

function isNexthop(message: { readonly type: string }): message is NexthopMessage {
  return message.type === 'RTM_NEWNEXTHOP'
}

interface Selector {
  id: number
  protocol: number
  oif?: number
  master?: number
  groups?: boolean
}

/** Ref: ipnh_list_flush() */
function takeSelector(ctx: IpContext, args: Args): Selector {
  const selector: Selector = { id: 0, protocol: 0 }
  while (args.more) {
    const word = args.take()
    if (word === 'dev') selector.oif = takeDevice(ctx, args)
    else if (word === 'groups') selector.groups = true
    else if (word === 'master') selector.master = takeDevice(ctx, args)
    else if (matches(word, 'vrf')) args.invarg('Invalid VRF\n', args.value())
    else if (word === 'id') selector.id = takeId(args)
    else if (matches(word, 'protocol')) {
      // Numbers only: the names are not looked up.
      const value = args.value()
      selector.protocol = parseUnsigned(value, 255) ?? args.invarg('invalid protocol value', value)
    } else if (matches(word, 'help')) usage(ctx)
    else if (word !== 'fdb') args.invarg('', word)
  }
  return selector
}

function dump(ctx: IpContext, { protocol, oif, master, groups }: Selector): readonly NexthopMessage[] | null {
  const found = talk(ctx, {
    type: 'RTM_GETNEXTHOPS',
    ...(oif === undefined ? {} : { oif }),
    ...(master === undefined ? {} : { master }),
    ...(groups ? { groups } : {}),
  })
  return found?.filter(isNexthop).filter((n) => protocol === 0 || n.protocol === protocol) ?? null
}

function list(ctx: IpContext, args: Args): number {
  const selector = takeSelector(ctx, args)
  if (selector.id !== 0) return show(ctx, selector.id)
  const found = dump(ctx, selector)
  if (!found) {
    ctx.err('Dump terminated\n')
    return 254
  }
  print(ctx, found)
  return 0
}

/** A group may have gone with its last member by the time its turn comes. */
function flush(ctx: IpContext, args: Args): number {
  const selector = takeSelector(ctx, args)
  if (selector.id !== 0) {
    const { error } = ctx.p.net.rtnetlink({ type: 'RTM_DELNEXTHOP', id: selector.id })
    if (error) reportError(ctx, error)
    return error ? 1 : 0
  }
  const found = dump(ctx, selector)
  if (!found) {
    ctx.err('Flush terminated\n')
    return 254
  }
  for (const { id } of found) ctx.p.net.rtnetlink({ type: 'RTM_DELNEXTHOP', id })
  ctx.out.line(found.length === 0 ? 'Nothing to flush\n' : `Flushed ${found.length} nexthops\n`)
  return 0
}
