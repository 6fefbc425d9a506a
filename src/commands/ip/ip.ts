// `ip`: options, then one of the objects, then what to do with it.
import type { Blocking, Process } from '../../os/program.ts'
import { AF_INET, AF_INET6, AF_UNSPEC } from '../../uapi/rtnetlink.ts'
import { AF_PACKET } from '../../uapi/socket.ts'
import type { Command } from '../command.ts'
import { addrObject } from './addr.ts'
import { Args, matches } from './args.ts'
import { runBatch } from './batch.ts'
import { completeIp } from './complete.ts'
import type { IpOptions } from './context.ts'
import { defaultOptions, IpContext } from './context.ts'
import { linkObject } from './link.ts'
import { enterNetns } from './namespace.ts'
import { maddrObject } from './maddr.ts'
import { monitorObject } from './monitor.ts'
import { neighObject } from './neigh.ts'
import { netnsObject } from './netns.ts'
import { nexthopObject } from './nexthop.ts'
import { takeColor } from './options.ts'
import { routeObject } from './route.ts'
import { ruleObject } from './rule.ts'
import { tuntapObject } from './tuntap.ts'
import { ADDRESS_USAGE } from './usage/address.ts'
import { IP_USAGE } from './usage/ip.ts'
import { LINK_USAGE } from './usage/link.ts'
import { VETH_USAGE } from './usage/linktypes.ts'
import { OTHER_USAGES } from './usage/others.ts'
import { ROUTE_USAGE } from './usage/route.ts'
import { parseUnsigned, readFamily } from './utils.ts'

const USAGES = { address: ADDRESS_USAGE, link: LINK_USAGE, route: ROUTE_USAGE, veth: VETH_USAGE }

type IpObject = (ctx: IpContext, args: Args) => number | Blocking<number>

/** Names a usage goes by where it is not the object's own. */
const USAGE_NAMES = new Map<string, string>([
  ['ntbl', 'ntable'],
  ['tunl', 'tunnel'],
  ['tcp_metrics', 'tcpmetrics'],
])

/** Objects to which help has to be spelt out. */
const WHOLE_HELP: ReadonlySet<string> = new Set(['ioam', 'stats'])

const IOAM_OBJECTS: ReadonlySet<string> = new Set(['namespace', 'schema'])

/** An object of Linux that is not here: its help, and a refusal. */
function absent(name: string): IpObject {
  return (ctx, args) => {
    const asked = WHOLE_HELP.has(name) ? args.word === 'help' : matches(args.word, 'help')
    if (asked) {
      const usage = OTHER_USAGES.get(USAGE_NAMES.get(name) ?? name) ?? ''
      if (name !== 'stats') ctx.usage(usage)
      ctx.out.line(usage)
      return 0
    }
    if (name === 'ioam' && args.more && !IOAM_OBJECTS.has(args.word)) args.invarg('Unknown', args.word)
    if (name === 'ioam' && !args.more) ctx.usage(OTHER_USAGES.get(name) ?? '')
    if (name === 'stats' && args.more && !matches(args.word, 'show') && args.word !== 'set') {
      ctx.err(`Command "${args.word}" is unknown, try "ip stats help".\n`)
      return 1
    }
    return ctx.unsupported(name)
  }
}

function helpObject(ctx: IpContext): number {
  ctx.usage(IP_USAGE)
}

/** In iproute2's order: the first that a word is a beginning of is meant. */
const OBJECTS: readonly (readonly [string, IpObject])[] = [
  ['address', addrObject],
  ['addrlabel', absent('addrlabel')],
  ['maddress', maddrObject],
  ['route', routeObject],
  ['rule', ruleObject],
  ['neighbor', neighObject],
  ['neighbour', neighObject],
  ['ntable', absent('ntable')],
  ['ntbl', absent('ntbl')],
  ['link', linkObject],
  ['l2tp', absent('l2tp')],
  ['fou', absent('fou')],
  ['ila', absent('ila')],
  ['macsec', absent('macsec')],
  ['tunnel', absent('tunnel')],
  ['tunl', absent('tunl')],
  ['tuntap', tuntapObject],
  ['tap', tuntapObject],
  ['token', absent('token')],
  ['tcpmetrics', absent('tcpmetrics')],
  ['tcp_metrics', absent('tcp_metrics')],
  ['monitor', monitorObject],
  ['xfrm', absent('xfrm')],
  ['mroute', absent('mroute')],
  ['mrule', absent('mrule')],
  ['netns', netnsObject],
  ['netconf', absent('netconf')],
  ['vrf', absent('vrf')],
  ['sr', absent('sr')],
  ['nexthop', nexthopObject],
  ['mptcp', absent('mptcp')],
  ['ioam', absent('ioam')],
  ['help', helpObject],
  ['stats', absent('stats')],
]

/** The rest of the line, from the object on. */
function runObject(ctx: IpContext, words: readonly string[], at: number): number | Blocking<number> {
  const name = words[at] ?? ''
  ctx.family = ctx.options.family
  for (const [object, run] of OBJECTS)
    if (matches(name, object)) return run(ctx, new Args(ctx, words, at + 1))
  ctx.err(`Object "${name}" is unknown, try "ip help".\n`)
  return 1
}

/** Switches with long names, in the order in which abbreviations are tried. */
const SWITCHES: readonly (readonly [string, (options: IpOptions) => void])[] = [
  ['-human', (o) => (o.human = true)],
  ['-human-readable', (o) => (o.human = true)],
  ['-iec', (o) => (o.iec = true)],
  ['-stats', (o) => o.stats++],
  ['-statistics', (o) => o.stats++],
  ['-details', (o) => o.details++],
  ['-resolve', (o) => (o.resolve = true)],
  ['-oneline', (o) => (o.oneline = true)],
  ['-timestamp', (o) => (o.timestamp = o.timestamp === 'short' ? 'short' : 'long')],
  ['-tshort', (o) => (o.timestamp = 'short')],
]

const LATER_SWITCHES: readonly (readonly [string, (options: IpOptions) => void])[] = [
  ['-brief', (o) => (o.brief = true)],
  ['-json', (o) => (o.json = true)],
  ['-pretty', (o) => (o.pretty = true)],
]

function flip(
  options: IpOptions,
  word: string,
  switches: readonly (readonly [string, (options: IpOptions) => void])[],
): boolean {
  const found = switches.find(([name]) => matches(word, name))
  found?.[1](options)
  return found !== undefined
}

const FAMILIES = new Map<string, number>([
  ['-4', AF_INET],
  ['-6', AF_INET6],
  ['-0', AF_PACKET],
])

/** Reads the options. The position of the object. */
function parseOptions(ctx: IpContext, argv: readonly string[]): number {
  const { options } = ctx
  let at = 1
  const value = (): string => {
    at++
    const word = argv[at]
    if (word === undefined) ctx.usage(IP_USAGE)
    return word
  }
  for (; at < argv.length; at++) {
    const word = argv[at] ?? ''
    if (word === '--') return at + 1
    if (!word.startsWith('-')) return at
    const option = word.startsWith('--') ? word.slice(1) : word
    const family = FAMILIES.get(option)
    if (matches(option, '-loops')) options.loops = parseUnsigned(value()) ?? 0
    else if (matches(option, '-family')) options.family = parseFamily(ctx, value())
    else if (family !== undefined) options.family = family
    else if (option === '-M' || option === '-B') ctx.unsupported(option)
    else if (flip(options, option, SWITCHES)) continue
    else if (matches(option, '-Version')) printVersion(ctx)
    else if (matches(option, '-force')) options.force = true
    else if (matches(option, '-batch')) options.batch = value()
    else if (flip(options, option, LATER_SWITCHES)) continue
    else if (matches(option, '-rcvbuf')) checkBufferSize(ctx, value())
    else if (takeColor(options, option)) continue
    else if (matches(option, '-help')) ctx.usage(IP_USAGE)
    else if (matches(option, '-netns')) {
      at++
      if (!enterNetns(ctx, argv[at] ?? '(null)')) ctx.exit(255)
    } else if (matches(option, '-Numeric')) options.numeric = true
    else if (matches(option, '-all')) options.all = true
    else if (option === '-echo') ctx.unsupported('-echo')
    else {
      ctx.err(`Option "${option}" is unknown, try "ip -help".\n`)
      ctx.exit(255)
    }
  }
  return at
}

function parseFamily(ctx: IpContext, word: string): number {
  if (word === 'help') ctx.usage(IP_USAGE)
  if (word === 'mpls' || word === 'bridge') ctx.unsupported(`family ${word}`)
  const family = readFamily(word)
  if (family === AF_UNSPEC) new Args(ctx, [], 0).invarg('invalid protocol family', word)
  return family
}

function printVersion(ctx: IpContext): never {
  ctx.out.line('ip utility, iproute2-6.1.0, libbpf 1.1.2\n')
  ctx.exit(0)
}

/** The size of a socket's buffer makes no difference here. */
function checkBufferSize(ctx: IpContext, word: string): void {
  if (parseUnsigned(word) !== null) return
  ctx.err(`Invalid rcvbuf size '${word}'\n`)
  ctx.exit(255)
}

function* run(p: Process): Blocking<number> {
  const options = { ...defaultOptions(), usages: USAGES }
  const early = new IpContext('ip', p, options)
  const at = parseOptions(early, p.argv)
  // What options say of colour and layout is known only now.
  const ctx: IpContext = at > 1 ? new IpContext('ip', p, options) : early
  let result: number | Blocking<number>
  if (options.batch !== null) result = runBatch(ctx, options.batch, (words) => runObject(ctx, words, 0))
  else if (at < p.argv.length) result = runObject(ctx, p.argv, at)
  else ctx.usage(IP_USAGE)
  const status = typeof result === 'number' ? result : yield* result
  ctx.out.finish()
  return status
}

export const ipCommand: Command = {
  name: 'ip',
  path: '/usr/sbin/ip',
  run,
  summary: 'show and change devices, addresses, routes, neighbours and network namespaces',
  supports: [
    'ip [-4|-6|-0|-f FAMILY] [-br] [-o] [-j] [-p] [-s] [-d] [-h] [-iec] [-c] [-N] [-r] [-n NETNS] [-a] OBJECT …',
    'ip [-force] -batch FILE',
    'ip link { add | set | del | show }: veth, bridge, dummy',
    'ip address { add | change | replace | del | show | flush }',
    'ip route { add | replace | change | append | del | show | get | flush }',
    'ip neigh { add | replace | change | del | show | get | flush }',
    'ip nexthop { add | replace | del | show | get | flush }: IPv4, groups',
    'ip tuntap { add | del | show }',
    'ip netns { add | del | list | exec | identify | pids | attach | set | list-id }',
  ],
  complete: completeIp,
}
