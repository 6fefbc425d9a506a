// route -6 add and del: the words, and the request that stands in for the ioctl.
// Ref: net-tools lib/inet6_sr.c:INET6_setroute(), net/ipv6/route.c:rtmsg_to_fib6_config()
import type { Blocking } from '../../os/program.ts'
import {
  AF_INET6,
  RTN_UNICAST,
  RTPROT_BOOT,
  RTPROT_UNSPEC,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  type RouteAttrs,
} from '../../uapi/rtnetlink.ts'
import { inet6Mask, parseInet6, type Inet6 } from '../../wire/inet6.ts'
import { indexOfDevice } from '../lib/hosts6.ts'
import { inetAton } from '../lib/inetAton.ts'
import { resolveName6 } from '../lib/resolv/names.ts'
import type { Tool } from '../lib/tool.ts'
import { INET6_USAGE } from './usage.ts'

const E_USAGE = 3
const E_LOOKUP = 6
const E_SOCK = 7
/** RTF_HOST, of which the kernel thinks as RTNH_F_ONLINK: the same bit. */
const RTF_HOST = 0x0004

interface Entry {
  readonly target: Inet6
  readonly length: number
  gateway: Inet6 | null
  metric: number
  device: string | null
}

export function* changeRoute6(tool: Tool, verb: 'add' | 'del', words: readonly string[]): Blocking<number> {
  const entry = yield* readEntry(tool, words)
  if (typeof entry === 'number') {
    if (entry === E_USAGE) tool.p.io.err(INET6_USAGE)
    return entry
  }
  let oif = 0
  if (entry.device !== null) {
    oif = indexOfDevice(tool.p, entry.device)
    if (oif === 0) {
      tool.p.io.err('SIOGIFINDEX: No such device\n')
      return E_SOCK
    }
  }
  const route: RouteAttrs = {
    family: AF_INET6,
    table: RT_TABLE_MAIN,
    protocol: verb === 'add' ? RTPROT_BOOT : RTPROT_UNSPEC,
    scope: RT_SCOPE_UNIVERSE,
    routeType: RTN_UNICAST,
    dst: entry.target & inet6Mask(entry.length),
    dstLen: entry.length,
    tos: 0,
    priority: entry.metric,
    flags: verb === 'add' && entry.length === 128 ? RTF_HOST : 0,
    ...(oif === 0 ? {} : { oif }),
    ...(entry.gateway === null ? {} : { gateway: entry.gateway }),
  }
  const { error } = tool.p.net.rtnetlink(
    verb === 'add'
      ? { type: 'RTM_NEWROUTE', flags: { create: true }, route }
      : { type: 'RTM_DELROUTE', route },
  )
  if (!error) return 0
  tool.p.io.err(`${verb === 'add' ? 'SIOCADDRT' : 'SIOCDELRT'}: ${error.errno.text}\n`)
  return E_SOCK
}

/** Or the status to exit with. */
function* readEntry(tool: Tool, given: readonly string[]): Blocking<Entry | number> {
  const words = [...given]
  const written = words.shift()
  if (written === undefined) return E_USAGE
  const target = written === 'default' ? { address: 0n, length: 0 } : yield* readTarget(tool, written)
  if (typeof target === 'number') return target
  const entry: Entry = {
    target: target.address,
    length: target.length,
    gateway: null,
    metric: 1,
    device: null,
  }
  return readWords(tool, words, entry) ?? entry
}

/** What is no number after the slash is 0 (atol). */
function* readTarget(tool: Tool, written: string): Blocking<{ address: Inet6; length: number } | number> {
  // Words with a dash are kept from getopt(3) by another letter.
  const [name = '', prefix] = written.replace(/^-/, '#').split(/\/(.*)/)
  const length = prefix === undefined ? 128 : Number.parseInt(prefix, 10) || 0
  if (length < 0 || length > 128) return E_USAGE
  const found = yield* resolveName6(tool.p, name)
  if (!('error' in found)) return { address: found.address, length }
  const [code, why] = lookupError(name, found.error)
  tool.p.io.err(`getaddrinfo: ${name}: ${code}\n${name}: ${why}\n`)
  return 1
}

/** EAI_ADDRFAMILY, EAI_AGAIN and EAI_NONAME, and what h_errno is then. */
function lookupError(name: string, error: string): readonly [number, string] {
  if (inetAton(name) !== null) return [-9, 'Resolver Error 0 (no error)']
  return error === 'Temporary failure in name resolution'
    ? [-3, 'Host name lookup failure']
    : [-2, 'Unknown host']
}

/** The status to exit with where the words are wrong. */
function readWords(tool: Tool, words: string[], entry: Entry): number | null {
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === 'mod' || word === 'dyn') return tool.unsupported(word)
    if (word === 'metric') {
      const metric = words.shift() ?? ''
      if (!/^[0-9]/.test(metric)) return E_USAGE
      entry.metric = Number.parseInt(metric, 10)
    } else if (word === 'gw' || word === 'gateway') {
      const gateway = words.shift()
      if (gateway === undefined || entry.gateway !== null) return E_USAGE
      entry.gateway = parseInet6(gateway)
      if (entry.gateway === null) {
        tool.p.io.err(`${gateway}: Resolver Error 0 (no error)\n`)
        return E_LOOKUP
      }
    } else {
      const device = word === 'dev' || word === 'device' ? words.shift() : word
      if (device === undefined) return E_USAGE
      entry.device = device
      if (device === word && words.length > 0) return E_USAGE
    }
  }
  return null
}
