// route add and route del: the words, the checks, and the request. Ref: net-tools lib/inet_sr.c:INET_setroute(),
// net/ipv4/fib_frontend.c:rtentry_to_fib_config().
import { EINVAL, ENODEV, type Errno } from '../../uapi/errno.ts'
import {
  AF_INET,
  RTN_LOCAL,
  RTN_UNICAST,
  RTN_UNREACHABLE,
  RTPROT_BOOT,
  RTPROT_UNSPEC,
  RT_SCOPE_HOST,
  RT_SCOPE_LINK,
  RT_SCOPE_NOWHERE,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  type RouteAttrs,
} from '../../uapi/rtnetlink.ts'
import { maskLength, type Inet } from '../../wire/inet.ts'
import { looksLikeInet6 } from '../lib/hosts6.ts'
import { resolveInet } from '../lib/nettools/inet.ts'
import type { Tool } from '../lib/tool.ts'
import { INET_USAGE } from './usage.ts'

const E_OPTERR = 3
const E_LOOKUP = 6
const E_SOCK = 7

interface Entry {
  target: Inet
  host: boolean
  /** 0: not given. */
  mask: Inet
  netmaskText: string
  gateway: Inet | null
  metric: number | null
  mss: number | null
  device: string | null
  reject: boolean
}

/** Status to exit with; what went wrong was said. */
type Stop = { readonly status: number }

export function changeRoute(tool: Tool, verb: 'add' | 'del', words: readonly string[]): number {
  if (words.length === 0) {
    tool.out.print(INET_USAGE)
    return 0
  }
  const entry = readEntry(tool, words)
  if ('status' in entry) {
    if (entry.status === E_OPTERR) tool.p.io.err(INET_USAGE)
    return entry.status
  }
  const wrong = checkMask(entry)
  if (wrong !== null) {
    tool.complain(wrong)
    tool.p.io.err(INET_USAGE)
    return E_OPTERR
  }
  const error = verb === 'add' ? addRoute(tool, entry) : deleteRoute(tool, entry)
  if (error === null) return 0
  tool.p.io.err(`${verb === 'add' ? 'SIOCADDRT' : 'SIOCDELRT'}: ${error.text}\n`)
  return E_SOCK
}

function readEntry(tool: Tool, given: readonly string[]): Entry | Stop {
  const words = [...given]
  const kind = words[0] === '-net' || words[0] === '-host' ? words.shift() : null
  const written = words.shift()
  if (written === undefined) return { status: E_OPTERR }
  const [name = '', prefix] = splitPrefix(written)
  const mask = prefix === undefined ? 0 : prefixMask(prefix)
  if (mask === null) return { status: E_OPTERR }
  const target = resolveInet(tool.p, name, kind === '-host')
  if (target === null) {
    const unknown = kind === '-host' || looksLikeInet6(name)
    tool.p.io.err(`${name}: ${unknown ? 'Unknown host' : 'Host name lookup failure'}\n`)
    return { status: E_LOOKUP }
  }
  const entry: Entry = {
    target: target.address,
    host: kind === null ? !target.network : kind === '-host',
    mask,
    netmaskText: '',
    gateway: null,
    metric: null,
    mss: null,
    device: null,
    reject: false,
  }
  return readWords(tool, words, entry) ?? entry
}

function splitPrefix(text: string): readonly [string, string?] {
  const slash = text.indexOf('/')
  return slash < 0 ? [text] : [text.slice(0, slash), text.slice(slash + 1)]
}

/** A shift by 32 is a shift by 0 on this processor: /32 gives no mask, /33 that of /1. */
function prefixMask(text: string): Inet | null {
  if (!/^[+-]?[0-9]+$/.test(text)) return null
  return ~(0xffffffff >>> (Number(text) & 31)) >>> 0
}

function readWords(tool: Tool, words: string[], entry: Entry): Stop | null {
  const usage: Stop = { status: E_OPTERR }
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === 'reject') {
      entry.reject = true
      continue
    }
    // Flags that the kernel takes and does not look at.
    if (word === 'mod' || word === 'dyn' || word === 'reinstate') continue
    const setter = SETTERS[word]
    if (setter) {
      const value = words.shift()
      const stop = value === undefined ? usage : setter(tool, entry, value)
      if (stop) return stop
      continue
    }
    if (entry.device !== null) return usage
    entry.device = word
    if (words.length > 0) return usage
  }
  return null
}

type Setter = (tool: Tool, entry: Entry, value: string) => Stop | null

function setGateway(tool: Tool, entry: Entry, value: string): Stop | null {
  if (entry.gateway !== null) return { status: E_OPTERR }
  const found = resolveInet(tool.p, value, true)
  if (found === null) {
    tool.p.io.err(`${value}: Unknown host\n`)
    return { status: E_LOOKUP }
  }
  if (found.network) {
    tool.complain(`${value}: cannot use a NETWORK as gateway!`)
    return { status: E_OPTERR }
  }
  entry.gateway = found.address
  return null
}

function setMss(tool: Tool, entry: Entry, value: string): Stop | null {
  const mss = Number.parseInt(value, 10) || 0
  if (mss < 64 || mss > 65536) {
    tool.complain('Invalid MSS/MTU.')
    return { status: E_OPTERR }
  }
  entry.mss = mss
  return null
}

function setDevice(_tool: Tool, entry: Entry, value: string): Stop | null {
  if (entry.device !== null) return { status: E_OPTERR }
  entry.device = value
  return null
}

function setNetmask(tool: Tool, entry: Entry, value: string): Stop | null {
  if (entry.mask !== 0) return { status: E_OPTERR }
  const found = resolveInet(tool.p, value, false)
  if (found === null) {
    tool.p.io.err(`${value}: Host name lookup failure\n`)
    return { status: E_LOOKUP }
  }
  entry.mask = found.address
  entry.netmaskText = value
  return null
}

function refuse(what: string): Setter {
  return (tool) => ({ status: tool.unsupported(what) })
}

const SETTERS: Readonly<Record<string, Setter>> = {
  metric: (_tool, entry, value) => {
    if (!/^[0-9]/.test(value)) return { status: E_OPTERR }
    entry.metric = Number.parseInt(value, 10)
    return null
  },
  netmask: setNetmask,
  gw: setGateway,
  gateway: setGateway,
  mss: setMss,
  mtu: setMss,
  window: refuse('window'),
  irtt: refuse('irtt'),
  dev: setDevice,
  device: setDevice,
}

function checkMask(entry: Entry): string | null {
  if (entry.mask === 0) return null
  const rest = ~entry.mask >>> 0
  if (entry.host && rest !== 0xffffffff) {
    return `netmask ${rest.toString(16).padStart(8, '0')} doesn't make sense with host route`
  }
  if (maskLength(entry.mask) === null) return `bogus netmask ${entry.netmaskText}`
  return (entry.target & rest) !== 0 ? "netmask doesn't match route address" : null
}

/** What both requests have; an Errno is what the kernel answers before it looks at its tables. */
function attributes(tool: Tool, entry: Entry): RouteAttrs | Errno {
  if (!entry.host && (entry.target & ~entry.mask) !== 0) return EINVAL
  const route: RouteAttrs = {
    family: AF_INET,
    table: RT_TABLE_MAIN,
    protocol: RTPROT_UNSPEC,
    scope: entry.reject ? RT_SCOPE_HOST : RT_SCOPE_NOWHERE,
    routeType: entry.reject ? RTN_UNREACHABLE : RTN_UNICAST,
    dst: entry.target,
    dstLen: entry.host ? 32 : (maskLength(entry.mask) ?? 0),
    tos: 0,
    priority: entry.metric ?? 0,
    flags: 0,
  }
  if (entry.reject) return route
  if (entry.device !== null) {
    const link = tool.p.net.rtnetlink({ type: 'RTM_GETLINK', ifname: entry.device }).messages?.[0]
    if (link?.type !== 'RTM_NEWLINK') return ENODEV
    route.oif = link.index
  }
  if (entry.gateway !== null && entry.gateway !== 0) route.gateway = entry.gateway
  return route
}

function addRoute(tool: Tool, entry: Entry): Errno | null {
  const route = attributes(tool, entry)
  if (!('table' in route)) return route
  route.protocol = RTPROT_BOOT
  if (!entry.reject) {
    if (entry.gateway !== null && route.gateway === undefined) return EINVAL
    const direct = entry.gateway === null || isOwnAddress(tool, entry.gateway)
    route.scope = direct ? RT_SCOPE_LINK : RT_SCOPE_UNIVERSE
  }
  // The ioctl's MTU is the segment's: the kernel takes the headers off (40 octets) to have the MSS.
  if (entry.mss !== null) route.advmss = entry.mss - 40
  return tool.p.net.rtnetlink({ type: 'RTM_NEWROUTE', flags: { create: true }, route }).error?.errno ?? null
}

function isOwnAddress(tool: Tool, address: Inet): boolean {
  const all = tool.p.net.rtnetlink({ type: 'RTM_GETROUTE_LOOKUP', lookup: { dst: address } }).messages ?? []
  return all.some((m) => m.type === 'RTM_NEWROUTE' && m.routeType === RTN_LOCAL)
}

function deleteRoute(tool: Tool, entry: Entry): Errno | null {
  const route = attributes(tool, entry)
  if (!('table' in route)) return route
  return tool.p.net.rtnetlink({ type: 'RTM_DELROUTE', route }).error?.errno ?? null
}
