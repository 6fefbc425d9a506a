// `ip tuntap`: devices for programs. Ref: iproute2 ip/iptuntap.c
import {
  IFF_MULTI_QUEUE,
  IFF_NO_PI,
  IFF_ONE_QUEUE,
  IFF_TAP,
  IFF_TUN,
  IFF_VNET_HDR,
  type TunAttrs,
} from '../../uapi/if_tun.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import type { Printer } from './print.ts'
import { OTHER_USAGES } from './usage/others.ts'
import { isIfName } from './utils.ts'

/** Runs the verb at hand and gives the exit status. */
export function tuntapObject(ctx: IpContext, args: Args): number {
  const verb = args.more ? args.take() : 'show'
  if (matches(verb, 'add')) return set(ctx, args, true)
  if (matches(verb, 'delete')) return set(ctx, args, false)
  if (matches(verb, 'show') || matches(verb, 'lst') || matches(verb, 'list')) return show(ctx)
  if (matches(verb, 'help')) usage(ctx)
  ctx.err(`Command "${verb}" is unknown, try "ip tuntap help".\n`)
  ctx.exit(255)
}

function usage(ctx: IpContext): never {
  ctx.usage(OTHER_USAGES.get('tuntap') ?? '')
}

interface Words {
  ifname: string
  flags: number
  owner: number | null
  group: number | null
}

/** Keywords that set a flag, or take it away. */
const SWITCHES: readonly (readonly [string, (flags: number) => number])[] = [
  ['pi', (flags) => flags & ~IFF_NO_PI],
  ['one_queue', (flags) => flags | IFF_ONE_QUEUE],
  ['vnet_hdr', (flags) => flags | IFF_VNET_HDR],
  ['multi_queue', (flags) => flags | IFF_MULTI_QUEUE],
]

function set(ctx: IpContext, args: Args, persist: boolean): number {
  const w: Words = { ifname: '', flags: IFF_NO_PI, owner: null, group: null }
  while (args.more) takeWord(ctx, args, w)
  if (!(w.flags & (IFF_TUN | IFF_TAP))) {
    ctx.err('You failed to specify a tunnel mode\n')
    return 1
  }
  const { error } = ctx.p.net.rtnetlink({ type: 'TUNSETIFF', ...w, persist })
  if (!error) return 0
  ctx.err(`ioctl(TUNSETIFF): ${error.errno.text}\n`)
  return 1
}

/** Ref: parse_args() */
function takeWord(ctx: IpContext, args: Args, w: Words): void {
  const word = args.take()
  const found = SWITCHES.find(([name]) => matches(word, name))
  if (matches(word, 'mode')) takeMode(ctx, args, w)
  else if (found) w.flags = found[1](w.flags)
  else if (matches(word, 'user')) w.owner = takeId(ctx, args, 'user')
  else if (matches(word, 'group')) w.group = takeId(ctx, args, 'group')
  else if (matches(word, 'dev')) w.ifname = takeName(args, args.value(), 'dev')
  else {
    const name = matches(word, 'name') ? args.value() : word
    if (matches(name, 'help')) usage(ctx)
    if (w.ifname !== '') args.duparg2('name', name)
    w.ifname = takeName(args, name, 'name')
  }
}

function takeMode(ctx: IpContext, args: Args, w: Words): void {
  const mode = args.value()
  if (w.flags & (IFF_TUN | IFF_TAP)) {
    ctx.err('You managed to ask for more than one tunnel mode.\n')
    ctx.exit(255)
  }
  if (matches(mode, 'tun')) w.flags |= IFF_TUN
  else if (matches(mode, 'tap')) w.flags |= IFF_TAP
  else {
    ctx.err(`Unknown tunnel mode "${mode}"\n`)
    ctx.exit(255)
  }
}

function takeName(args: Args, name: string, keyword: string): string {
  return isIfName(name) ? name : args.invarg(`"${keyword}" not a valid ifname`, name)
}

function takeId(ctx: IpContext, args: Args, what: 'user' | 'group'): number {
  const word = args.value()
  const id = /^\d+$/.test(word) ? Number(word) : idOf(ctx, FILES[what], word)
  if (id !== null) return id
  ctx.err(`invalid ${what} "${word}"\n`)
  ctx.exit(255)
}

function show(ctx: IpContext): number {
  const { out } = ctx
  out.beginJson()
  for (const { ifname, linkinfo } of ctx.links.list()) {
    if (!linkinfo?.tun) continue
    const { flags, owner, group } = linkinfo.tun
    out.openObject(null)
    out.any('ifname', ifname, `${ifname}:`)
    out.openArray('flags', '')
    for (const name of flagNames(flags)) out.item(name, ` ${name}`)
    out.closeArray('')
    if (owner !== undefined) out.any('user', owner, ` user ${owner}`)
    if (group !== undefined) out.any('group', group, ` group ${group}`)
    out.text('\n')
    if (ctx.options.details > 0) out.text('\tAttached to processes:\n')
    out.closeObject()
  }
  out.endJson()
  return 0
}

/** The bit of `filter` is that of `pi`, the other way round. */
function flagNames(flags: number): readonly string[] {
  const pi = !(flags & IFF_NO_PI)
  return [
    ...(flags & IFF_TUN ? ['tun'] : []),
    ...(flags & IFF_TAP ? ['tap'] : []),
    ...(pi ? ['pi'] : []),
    ...(flags & IFF_ONE_QUEUE ? ['one_queue'] : []),
    ...(flags & IFF_MULTI_QUEUE ? ['multi_queue'] : []),
    ...(flags & IFF_VNET_HDR ? ['vnet_hdr'] : []),
    'persist',
    ...(pi ? ['filter'] : []),
  ]
}

const FILES = { user: '/etc/passwd', group: '/etc/group' } as const

function idOf(ctx: IpContext, file: string, name: string): number | null {
  const found = entries(ctx, file).find((fields) => fields[0] === name)
  return found ? Number(found[2]) : null
}

function nameOf(ctx: IpContext, file: string, id: number): string | number {
  return entries(ctx, file).find((fields) => fields[2] === String(id))?.[0] ?? id
}

function entries(ctx: IpContext, file: string): readonly (readonly string[])[] {
  const text = ctx.p.fs.readText(file)
  return isErrno(text) ? [] : text.split('\n').map((line) => line.split(':'))
}

/** What `ip -d link` tells of one. Ref: print_tuntap() in iproute2 ip/iplink_tun.c */
export function printTun(ctx: IpContext, { flags, owner, group }: TunAttrs): void {
  const { out } = ctx
  const type = flags & IFF_TAP ? 'tap' : 'tun'
  const onOff = (key: string, on: boolean): void => out.any(key, on, `${key} ${on ? 'on' : 'off'} `)
  out.any('type', type, `type ${type} `)
  onOff('pi', !(flags & IFF_NO_PI))
  onOff('vnet_hdr', (flags & IFF_VNET_HDR) !== 0)
  if (flags & IFF_MULTI_QUEUE) {
    out.any('multi_queue', true, 'multi_queue ')
    out.any('numqueues', 0, 'numqueues 0 ')
    out.any('numdisabled', 0, 'numdisabled 0 ')
  } else out.field('multi_queue', false)
  onOff('persist', true)
  if (owner !== undefined) printId(out, 'user', nameOf(ctx, FILES.user, owner))
  if (group !== undefined) printId(out, 'group', nameOf(ctx, FILES.group, group))
}

function printId(out: Printer, key: string, name: string | number): void {
  out.any(key, name, `${key} ${name} `)
}
