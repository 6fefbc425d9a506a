// The words that may follow the device on ifconfig's command line. Ref: net-tools ifconfig.c:main()
import { EBUSY } from '../../uapi/errno.ts'
import {
  IFF_ALLMULTI,
  IFF_BROADCAST,
  IFF_DYNAMIC,
  IFF_MULTICAST,
  IFF_NOARP,
  IFF_NOTRAILERS,
  IFF_POINTOPOINT,
  IFF_PROMISC,
  IFF_RUNNING,
  IFF_UP,
} from '../../uapi/if.ts'
import type { Mac } from '../../wire/mac.ts'
import { ifrName } from '../lib/nettools/interfaces.ts'
import { addOrDelete, plainAddress } from './addresses.ts'
import { setBroadcast, setDestination, setLink, setNetmask } from './ioctl.ts'
import { usage, type Run, type Stop } from './state.ts'
import { FAMILY_NAMES, HARDWARE_NAMES } from './usage.ts'

type Handler = (run: Run) => Stop | null

function set(bits: number): Handler {
  return (run) => {
    run.setFlag(run.name, bits)
    return null
  }
}

/** `warning`: what to say when the flag is still there. */
function clear(bits: number, warning: string | null): Handler {
  return (run) => {
    run.clearFlag(run.name, bits)
    if (warning !== null) run.warnIfStill(bits, warning)
    return null
  }
}

/** A word that needs an argument. */
function needs(handle: (run: Run, value: string) => Stop | null): Handler {
  return (run) => {
    const value = run.words.shift()
    return value === undefined ? usage(run.tool, 3) : handle(run, value)
  }
}

function refuse(word: string): Handler {
  return (run) => ({ status: run.tool.unsupported(word) })
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  up: set(IFF_UP | IFF_RUNNING),
  down: clear(IFF_UP, null),
  arp: clear(IFF_NOARP, null),
  '-arp': set(IFF_NOARP),
  trailers: clear(IFF_NOTRAILERS, null),
  '-trailers': set(IFF_NOTRAILERS),
  promisc: set(IFF_PROMISC),
  '-promisc': clear(IFF_PROMISC, 'promisc mode... maybe other application is running?'),
  multicast: set(IFF_MULTICAST),
  '-multicast': clear(IFF_MULTICAST, 'MULTICAST mode.'),
  allmulti: set(IFF_ALLMULTI),
  '-allmulti': clear(IFF_ALLMULTI, 'ALLMULTI mode.'),
  dynamic: set(IFF_DYNAMIC),
  '-dynamic': clear(IFF_DYNAMIC, 'DYNAMIC mode.'),
  broadcast,
  '-broadcast': clear(IFF_BROADCAST, 'BROADCAST mode.'),
  pointopoint,
  '-pointopoint': clear(IFF_POINTOPOINT, 'POINTOPOINT mode.'),
  dstaddr: needs((run, value) => {
    const address = run.resolve(value)
    if (address !== null) run.check('SIOCSIFDSTADDR', setDestination(run.p, run.name, address))
    return null
  }),
  netmask: needs(netmask),
  mtu: needs((run, value) => {
    run.check('SIOCSIFMTU', setLink(run.p, run.name, { mtu: Number.parseInt(value, 10) || 0 }))
    return null
  }),
  txqueuelen: needs((run, value) => {
    const txqlen = Number.parseInt(value, 10) || 0
    if (txqlen < 0) {
      run.err('SIOCSIFTXQLEN: Invalid argument')
      run.status |= 1
      return null
    }
    run.check('SIOCSIFTXQLEN', setLink(run.p, run.name, { txqlen }))
    return null
  }),
  name: needs((run, value) => {
    run.check('SIOCSIFNAME', setLink(run.p, run.name, { newName: ifrName(value) }))
    return null
  }),
  hw: needs(hardware),
  add: (run) => addOrDelete(run, 'add'),
  del: (run) => addOrDelete(run, 'del'),
  media: refuse('media'),
  port: refuse('port'),
  tunnel: refuse('tunnel'),
  keepalive: refuse('keepalive'),
  outfill: refuse('outfill'),
  mem_start: refuse('mem_start'),
  io_addr: refuse('io_addr'),
  irq: refuse('irq'),
}

export const WORDS: readonly string[] = Object.keys(HANDLERS)

function netmask(run: Run, value: string): Stop | null {
  if (run.maskGiven) return usage(run.tool, 3)
  const mask = run.resolve(value)
  if (mask === null) return null
  run.maskGiven = true
  run.check('SIOCSIFNETMASK', setNetmask(run.p, run.name, mask))
  return null
}

function broadcast(run: Run): Stop | null {
  const value = run.words.shift()
  if (value !== undefined) {
    const address = run.resolve(value)
    if (address === null) return null
    run.check('SIOCSIFBRDADDR', setBroadcast(run.p, run.name, address))
  }
  run.setFlag(run.name, IFF_BROADCAST)
  return null
}

function pointopoint(run: Run): Stop | null {
  const value = run.words.shift()
  if (value !== undefined) {
    const address = run.resolve(value)
    if (address === null) return null
    run.check('SIOCSIFDSTADDR', setDestination(run.p, run.name, address))
  }
  run.setFlag(run.name, IFF_POINTOPOINT)
  return null
}

/** Types without a way to write an address. */
const WITHOUT_ADDRESS: ReadonlySet<string> = new Set([
  'loop',
  'slip',
  'cslip',
  'slip6',
  'cslip6',
  'adaptive',
  'ppp',
  'sit',
])

function hardware(run: Run, type: string): Stop | null {
  if (!HARDWARE_NAMES.includes(type)) return usage(run.tool, 3)
  if (WITHOUT_ADDRESS.has(type)) {
    run.err(`hw address type \`${type}' has no handler to set address. failed.`)
    run.words.shift()
    run.status |= 1
    return null
  }
  if (type !== 'ether') return { status: run.tool.unsupported(`hw ${type}`) }
  const value = run.words.shift()
  if (value === undefined) return usage(run.tool, 3)
  const address = etherAddress(value)
  if (address === null) {
    run.err(`${value}: invalid ether address.`)
    run.status |= 1
    return null
  }
  const error = setLink(run.p, run.name, { address })
  if (error === EBUSY) run.err(`SIOCSIFHWADDR: ${error.text} - you may need to down the interface`)
  else if (error !== null) run.err(`SIOCSIFHWADDR: ${error.text}`)
  if (error !== null) run.status |= 1
  return null
}

/** Octets of one or two digits, with or without colons; what is missing is zero. Ref: lib/ether.c:in_ether() */
function etherAddress(text: string): Mac | null {
  let mac = 0
  let rest = text
  for (let i = 0; i < 6; i++) {
    const match = /^([0-9a-fA-F]{1,2})(.?)/.exec(rest)
    if (rest === '') mac *= 256
    else if (!match || (match[1]?.length === 1 && match[2] !== '' && match[2] !== ':')) return null
    else {
      mac = mac * 256 + parseInt(match[1] ?? '', 16)
      rest = rest.slice(match[1]?.length ?? 0).replace(/^:/, '')
    }
  }
  return mac
}

/** Works through the words: gives the exit status. */
export function runWords(run: Run): number {
  const family = run.words[0]
  if (family !== undefined && FAMILY_NAMES.includes(family)) {
    run.family = family
    run.words.shift()
  }
  for (let word = run.words.shift(); word !== undefined; word = run.words.shift()) {
    const handler = Object.hasOwn(HANDLERS, word) ? HANDLERS[word] : undefined
    const stop = handler ? handler(run) : plainAddress(run, word)
    if (stop) return stop.status
  }
  if (run.mask !== null) run.check('SIOCSIFNETMASK', setNetmask(run.p, run.name, run.mask))
  if (run.verbose && run.status !== 0) {
    const code = run.status === 255 ? -1 : run.status
    run.err(`WARNING: at least one error occured. (${code})`)
  }
  return run.status
}
