// arp -s and arp -d: the neighbour requests that stand in for SIOCSARP and SIOCDARP.
import type { Blocking } from '../../os/program.ts'
import { ENODEV, ENOENT, ENXIO, isErrno, type Errno } from '../../uapi/errno.ts'
import {
  AF_INET,
  NTF_PROXY,
  NUD_NONE,
  NUD_PERMANENT,
  NUD_STALE,
  type LinkMessage,
  type NeighRequest,
} from '../../uapi/rtnetlink.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Mac } from '../../wire/mac.ts'
import { resolveName } from '../lib/resolv/names.ts'
import type { Args } from '../lib/options.ts'
import type { Tool } from '../lib/tool.ts'
import { lookupError, wrongUsage, type ArpOption } from './options.ts'

const FAILED = 255

interface Words {
  temporary: boolean
  publish: boolean
  dontPublish: boolean
  device: string | null
}

export function* changeArp(tool: Tool, args: Args<ArpOption>): Blocking<number> {
  const { p } = tool
  const set = args.has('s')
  const [host, ...rest] = args.operands
  if (host === undefined) {
    tool.complain('need host name')
    return FAILED
  }
  const found = yield* resolveName(p, host)
  if ('error' in found) {
    p.io.err(`${host}: ${lookupError(found.error)}\n`)
    return FAILED
  }
  let mac: Mac = 0
  let named: string | null = null
  if (set) {
    const written = rest.shift()
    const read = readHardware(tool, written, args.has('D'))
    if (read === null) return FAILED
    mac = read
    if (args.has('D')) named = written ?? null
  }
  const words = readWords(rest, args.last('i'))
  if (words === null) return wrongUsage(tool)
  // A published address is answered for on the device whose address it is given.
  if (words.publish) words.device ??= named
  return set
    ? setEntry(tool, args, found.address, mac, words)
    : deleteEntry(tool, args, host, found.address, words)
}

function readHardware(tool: Tool, written: string | undefined, ofDevice: boolean): Mac | null {
  if (written === undefined) {
    tool.complain(ofDevice ? 'need interface name' : 'need hardware address')
    return null
  }
  if (ofDevice) {
    const link = linkNamed(tool, written)
    if (link) return link.address
    tool.complain(`cant get HW-Address for \`${written}': No such device.`)
    return null
  }
  const mac = parseHardware(written)
  if (mac === null) tool.complain('invalid hardware address')
  return mac
}

/** Up to six octets of one or two digits; those that are missing are 0 (lib/ether.c:in_ether()). */
function parseHardware(text: string): Mac | null {
  const octets = text.split(':')
  if (octets.length > 6 || !octets.every((o) => /^[0-9a-fA-F]{1,2}$/.test(o))) return null
  return octets.reduce((mac, octet, i) => mac + parseInt(octet, 16) * 256 ** (5 - i), 0)
}

/** `temp`, `pub`, `dev IF` after the addresses; null when they are something else. */
function readWords(rest: readonly string[], device: string | null): Words | null {
  const words: Words = { temporary: false, publish: false, dontPublish: false, device }
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]
    if (word === 'temp') words.temporary = true
    else if (word === 'pub') words.publish = true
    else if (word === 'dontpub') words.dontPublish = true
    else if (word === 'dev') {
      const next = rest[++i]
      if (next === undefined) return null
      words.device = next
    } else return null
  }
  return words
}

function linkNamed(tool: Tool, ifname: string): LinkMessage | null {
  const link = tool.p.net.rtnetlink({ type: 'RTM_GETLINK', ifname }).messages?.[0]
  return link?.type === 'RTM_NEWLINK' ? link : null
}

/** The device that was named, or the one the route to the address leaves by. */
function deviceFor(tool: Tool, address: Inet, device: string | null): number | Errno {
  if (device !== null) return linkNamed(tool, device)?.index ?? ENODEV
  const reply = tool.p.net.rtnetlink({ type: 'RTM_GETROUTE_LOOKUP', lookup: { dst: address } })
  if (reply.error) return reply.error.errno
  const [route] = reply.messages
  return (route?.type === 'RTM_NEWROUTE' ? route.oif : undefined) ?? ENODEV
}

function setEntry(tool: Tool, args: Args<ArpOption>, address: Inet, mac: Mac, words: Words): number {
  if (args.has('v')) tool.complain('SIOCSARP()')
  const error = trySet(tool, address, mac, words)
  if (error === null) return 0
  tool.p.io.err(`SIOCSARP: ${error.text}\n`)
  return FAILED
}

function trySet(tool: Tool, address: Inet, mac: Mac, words: Words): Errno | null {
  if (words.publish && words.device === null) return ENODEV
  const index = deviceFor(tool, address, words.device)
  if (isErrno(index)) return index
  const neigh: NeighRequest = words.publish
    ? { family: AF_INET, index, state: NUD_NONE, flags: NTF_PROXY, dst: address }
    : {
        family: AF_INET,
        index,
        state: words.temporary ? NUD_STALE : NUD_PERMANENT,
        flags: 0,
        dst: address,
        lladdr: mac,
      }
  const reply = tool.p.net.rtnetlink({ type: 'RTM_NEWNEIGH', flags: { create: true, replace: true }, neigh })
  return reply.error?.errno ?? null
}

function deleteEntry(tool: Tool, args: Args<ArpOption>, host: string, address: Inet, words: Words): number {
  const both = !words.publish && !words.dontPublish
  for (const [proxy, name] of [
    [false, 'dontpub'],
    [true, 'pub'],
  ] as const) {
    if (!both && proxy !== words.publish) continue
    if (args.has('v')) tool.complain(`SIOCDARP(${name})`)
    const error = tryDelete(tool, address, words.device, proxy)
    if (error === null) return 0
    const missing = error === ENOENT || error === ENXIO
    if (missing && both && !proxy) continue
    if (missing) tool.out.print(`No ARP entry for ${host}\n`)
    else tool.p.io.err(`SIOCDARP(${name}): ${error.text}\n`)
    return FAILED
  }
  return 0
}

function tryDelete(tool: Tool, address: Inet, device: string | null, proxy: boolean): Errno | null {
  if (proxy && device === null) return deleteProxies(tool, address)
  const index = deviceFor(tool, address, device)
  if (isErrno(index)) return index
  const neigh = {
    family: AF_INET,
    index,
    state: NUD_NONE,
    flags: proxy ? NTF_PROXY : 0,
    dst: address,
  } as const
  return tool.p.net.rtnetlink({ type: 'RTM_DELNEIGH', neigh }).error?.errno ?? null
}

/** Without a device the kernel looks for an entry that holds on every device, and this program cannot make one. */
function deleteProxies(tool: Tool, address: Inet): Errno | null {
  const index = deviceFor(tool, address, null)
  return isErrno(index) ? index : ENXIO
}
