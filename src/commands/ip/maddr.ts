// `ip maddress`: groups of hosts, as /proc/net tells of them. Ref: iproute2 ip/ipmaddr.c
import { isErrno } from '../../uapi/errno.ts'
import { AF_INET, AF_INET6, AF_UNSPEC } from '../../uapi/rtnetlink.ts'
import { AF_PACKET } from '../../uapi/socket.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import { formatMac } from '../../wire/mac.ts'
import { matches, type Args } from './args.ts'
import type { IpContext } from './context.ts'
import { OTHER_USAGES } from './usage/others.ts'
import { parseLlAddr } from './utils.ts'

interface Membership {
  readonly index: number
  readonly ifname: string
  readonly family: number
  readonly address: string
  readonly users: number
  /** Added by hand. */
  readonly byHand: boolean
}

/** Runs the verb at hand and gives the exit status. */
export function maddrObject(ctx: IpContext, args: Args): number {
  const verb = args.more ? args.take() : 'show'
  if (matches(verb, 'add')) return change(ctx, args, 'SIOCADDMULTI')
  if (matches(verb, 'delete')) return change(ctx, args, 'SIOCDELMULTI')
  if (matches(verb, 'list') || matches(verb, 'show') || matches(verb, 'lst')) return list(ctx, args)
  if (matches(verb, 'help')) ctx.usage(OTHER_USAGES.get('maddress') ?? '')
  ctx.err(`Command "${verb}" is unknown, try "ip maddr help".\n`)
  ctx.exit(255)
}

function lines(ctx: IpContext, file: string): readonly string[] {
  const text = ctx.p.fs.readText(`/proc/net/${file}`)
  return isErrno(text) ? [] : text.split('\n').filter((line) => line !== '')
}

/** `2    va              1     0     01005e000001` */
function readLink(ctx: IpContext): Membership[] {
  return lines(ctx, 'dev_mcast').map((line) => {
    const [index, ifname = '', users, byHand, octets = ''] = line.trim().split(/\s+/)
    const address = formatMac(parseInt(octets, 16))
    return {
      index: Number(index),
      ifname,
      family: AF_PACKET,
      address,
      users: Number(users),
      byHand: byHand !== '0',
    }
  })
}

/** A line for a device, then one for each of its groups, in memory order. */
function readInet(ctx: IpContext): Membership[] {
  const found: Membership[] = []
  let index = 0
  let ifname = ''
  for (const line of lines(ctx, 'igmp').slice(1)) {
    const words = line.trim().split(/\s+/)
    const [first = '', second = ''] = words
    if (!line.startsWith('\t')) {
      index = Number(first)
      ifname = second.replace(/:$/, '')
      continue
    }
    const group = parseInt((first.match(/../g) ?? []).reverse().join(''), 16)
    found.push({
      index,
      ifname,
      family: AF_INET,
      address: formatInet(group),
      users: Number(second),
      byHand: false,
    })
  }
  return found
}

function readInet6(ctx: IpContext): Membership[] {
  return lines(ctx, 'igmp6').map((line) => {
    const [index, ifname = '', octets = '', users] = line.trim().split(/\s+/)
    const address = formatInet6(BigInt(`0x${octets}`))
    return { index: Number(index), ifname, family: AF_INET6, address, users: Number(users), byHand: false }
  })
}

function list(ctx: IpContext, args: Args): number {
  let dev: string | null = null
  while (args.more) {
    const word = args.word === 'dev' ? (args.take(), args.value()) : args.take()
    if (dev !== null) args.duparg2('dev', word)
    dev = word
  }
  const all: Membership[] = []
  const wants = (family: number): boolean => ctx.family === AF_UNSPEC || ctx.family === family
  if (wants(AF_PACKET)) all.push(...readLink(ctx))
  if (wants(AF_INET)) all.push(...readInet(ctx))
  if (wants(AF_INET6)) all.push(...readInet6(ctx))
  const shown = all.filter((one) => dev === null || one.ifname === dev).map((one, order) => ({ one, order }))
  shown.sort((a, b) => a.one.index - b.one.index || a.order - b.order)
  ctx.out.beginJson()
  let index = 0
  for (const { one } of shown) {
    const isFirst = one.index !== index
    if (isFirst) {
      if (index !== 0) closeDevice(ctx)
      index = one.index
      openDevice(ctx, one)
    }
    printMembership(ctx, one)
  }
  if (index !== 0) closeDevice(ctx)
  ctx.out.endJson()
  return 0
}

function openDevice(ctx: IpContext, one: Membership): void {
  const { out, options } = ctx
  out.openObject(null)
  const head = options.oneline ? '' : `${one.index}:\t${one.ifname}\n`
  out.field('ifindex', one.index)
  out.field('ifname', one.ifname)
  out.text(head)
  out.openArray('maddr', '')
}

function closeDevice(ctx: IpContext): void {
  ctx.out.closeArray('')
  ctx.out.closeObject()
}

const FAMILY_WORDS = new Map<number, string>([
  [AF_PACKET, 'link '],
  [AF_INET, 'inet '],
  [AF_INET6, 'inet6'],
])

function printMembership(ctx: IpContext, one: Membership): void {
  const { out, options } = ctx
  out.openObject(null)
  if (options.oneline) out.text(`${one.index}:\t${one.ifname}\\`)
  out.text(`\t${FAMILY_WORDS.get(one.family) ?? ''} `)
  if (one.family === AF_PACKET) out.any('link', one.address, one.address)
  else {
    out.field('family', one.family === AF_INET ? 'inet' : 'inet6')
    out.any('address', one.address, one.address)
  }
  if (one.users !== 1) out.any('users', one.users, ` users ${one.users}`)
  if (one.byHand) out.any('features', 'static', ' static')
  out.text('\n')
  out.closeObject()
}

function change(ctx: IpContext, args: Args, type: 'SIOCADDMULTI' | 'SIOCDELMULTI'): number {
  let dev: string | null = null
  let address: number | null = null
  while (args.more) {
    const word = args.take()
    if (word === 'dev') {
      if (dev !== null) args.duparg('dev', args.word)
      dev = args.value()
      continue
    }
    const text = matches(word, 'address') ? args.value() : word
    if (matches(text, 'help')) ctx.usage(OTHER_USAGES.get('maddress') ?? '')
    if (address !== null) args.duparg('address', text)
    const parsed = parseLlAddr(ctx, text)
    if (!parsed) ctx.exit(1)
    if (parsed.octets !== 6) {
      ctx.err(`Error: Invalid address length ${parsed.octets} - must be 6 bytes\n`)
      ctx.exit(1)
    }
    address = parsed.mac
  }
  if (dev === null) {
    ctx.err('Not enough information: "dev" is required.\n')
    ctx.exit(255)
  }
  const { error } = ctx.p.net.rtnetlink({ type, ifname: dev, address: address ?? 0 })
  if (!error) return 0
  ctx.err(`ioctl: ${error.errno.text}\n`)
  return 1
}
