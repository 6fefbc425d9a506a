// ifconfig's `add` and `del`, and a plain address. Ref: net-tools ifconfig.c
import { IFF_BROADCAST, IFF_RUNNING, IFF_UP } from '../../uapi/if.ts'
import { AF_INET6, RT_SCOPE_UNIVERSE } from '../../uapi/rtnetlink.ts'
import { inetMask, type Inet } from '../../wire/inet.ts'
import { parseInet6 } from '../../wire/inet6.ts'
import { resolveInet } from '../lib/nettools/inet.ts'
import { allInterfaces, fetchInterface, linkOf } from '../lib/nettools/interfaces.ts'
import { setAddress, setBroadcast, setNetmask } from './ioctl.ts'
import { lookupError, usage, type Run, type Stop } from './state.ts'

/** Labels that `add` may give: `eth0:0` … `eth0:255`. */
const MOST_ALIASES = 256

/** `add ADDRESS` and `del ADDRESS`. */
export function addOrDelete(run: Run, verb: 'add' | 'del'): Stop | null {
  const word = run.words.shift()
  if (word === undefined) return usage(run.tool, 3)
  if (word.includes(':')) return inet6(run, verb, word)
  const address = run.resolve(word)
  if (address !== null) setIfState(run, verb === 'add', address)
  return null
}

function inet6(run: Run, verb: 'add' | 'del', word: string): Stop | null {
  const [host = '', prefix] = word.split('/')
  const prefixlen = prefix === undefined ? 128 : Number.parseInt(prefix, 10) || 0
  if (prefixlen < 0 || prefixlen > 128) return usage(run.tool, 3)
  const local = parseInet6(host)
  if (local === null) {
    run.err(`${host}: Resolver Error 0 (no error)`)
    run.status |= 1
    return null
  }
  const link = linkOf(run.p, run.name)
  if (link === null) {
    run.err('SIOGIFINDEX: No such device')
    run.status |= 1
    return null
  }
  const addr = {
    family: AF_INET6,
    index: link.index,
    prefixlen,
    local,
    address: local,
    scope: RT_SCOPE_UNIVERSE,
    flags: 0,
  } as const
  const reply =
    verb === 'add'
      ? run.p.net.rtnetlink({ type: 'RTM_NEWADDR', flags: { create: true, excl: true }, addr })
      : run.p.net.rtnetlink({ type: 'RTM_DELADDR', addr })
  run.check(verb === 'add' ? 'SIOCSIFADDR' : 'SIOCDIFADDR', reply.error?.errno ?? null)
  return null
}

/**
 * A label that has the address is taken up or down; when none has, a new one is given it, whichever was asked for:
 * `del` of an address that no label has adds it. Ref: set_ifstate()
 */
function setIfState(run: Run, up: boolean, address: Inet): void {
  const { p, name } = run
  const parent = fetchInterface(p, name)
  if (parent === null) {
    // Once for the device's mask, once in the list of all devices; the status stays 0.
    const line = `${name}: error fetching interface information: Device not found`
    run.err(line)
    run.err(line)
    return
  }
  const taken = new Set<number>()
  for (const face of allInterfaces(p)) {
    if (!face.alias || !face.name.startsWith(name)) continue
    taken.add(Number.parseInt(face.name.split(':')[1] ?? '', 10) || 0)
    if (face.inet?.address !== address) continue
    if (up) run.setFlag(face.name, IFF_UP | IFF_RUNNING)
    else run.clearFlag(face.name, IFF_UP)
    return
  }
  let number = 0
  while (taken.has(number)) number++
  // A parent without an address has no mask to give.
  if (number === MOST_ALIASES || parent.inet === null) return
  const alias = `${name}:${number}`
  if (setAddress(p, alias, address) !== null) return
  if (setNetmask(p, alias, inetMask(parent.inet.prefixlen)) !== null) return
  if (setBroadcast(p, alias, parent.inet.broadcast ?? 0) !== null) return
  run.setFlag(alias, IFF_BROADCAST)
}

/** A plain address, with or without a prefix length: it takes the device up too. */
export function plainAddress(run: Run, word: string): Stop | null {
  const slash = word.indexOf('/')
  const host = slash < 0 ? word : word.slice(0, slash)
  if (run.family !== 'inet') return otherFamily(run, word)
  if (slash >= 0) {
    const mask = prefixMask(word.slice(slash + 1))
    if (mask === null || run.maskGiven) return usage(run.tool, 3)
    run.mask = mask
  }
  const found = resolveInet(run.p, host, false)
  if (found === null) {
    run.err(`${host}: ${lookupError(host)}`)
    run.err("ifconfig: `--help' gives usage information.")
    return { status: 1 }
  }
  run.check('SIOCSIFADDR', setAddress(run.p, run.name, found.address))
  // A label that ends in a dash, or that was given 0.0.0.0, is gone.
  const gone = run.name.includes(':') && (run.name.endsWith('-') || found.address === 0)
  if (!gone) run.setFlag(run.name, IFF_UP | IFF_RUNNING)
  return null
}

/** strtoul, and a shift that this processor takes modulo 32: /32 gives no mask, /33 that of /1. */
function prefixMask(text: string): Inet | null {
  if (!/^(0[xX][0-9a-fA-F]+|[0-9]*)$/.test(text)) return null
  return ~(0xffffffff >>> (Number(text) & 31)) >>> 0
}

function otherFamily(run: Run, word: string): Stop {
  if (run.family === 'inet6' && parseInet6(word) !== null) {
    run.err("Don't know how to set addresses for family 10.")
  } else if (run.family === 'inet6') {
    run.err(`${word}: Resolver Error 0 (no error)\nifconfig: \`--help' gives usage information.`)
  } else if (run.family === 'unix') run.err('ifconfig: Cannot set address for this protocol family.')
  else run.tool.unsupported(`address family ${run.family}`)
  return { status: 1 }
}
