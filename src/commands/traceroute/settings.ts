// What traceroute is asked: its options, read and checked.
import type { Blocking, Process } from '../../os/program.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { NameError } from '../lib/hosts.ts'
import { wholeNumber } from '../lib/numbers.ts'
import { getaddrinfo } from '../lib/resolv/getaddrinfo.ts'
import { parseClif, type ClifGiven, type ClifOption } from './clif.ts'

type OptionRow = readonly [
  short: string | null,
  long: string | null,
  argument: string | null,
  help: string | null,
]

/** `null` for help: real traceroute has it, and it is refused here. */
const ROWS = {
  inet: ['4', null, null, 'use IPv4'],
  inet6: ['6', null, null, 'use IPv6'],
  debug: ['d', 'debug', null, null],
  dontFragment: ['F', 'dont-fragment', null, 'do not fragment packets'],
  first: ['f', 'first', 'first_ttl', 'start from this hop'],
  gateway: ['g', 'gateway', 'gate,...', null],
  icmp: ['I', 'icmp', null, 'use ICMP echo requests'],
  tcp: ['T', 'tcp', null, null],
  device: ['i', 'interface', 'device', 'device to send from'],
  maxHops: ['m', 'max-hops', 'max_ttl', 'maximum number of hops'],
  squeries: ['N', 'sim-queries', 'squeries', 'probes tried at the same time'],
  numeric: ['n', null, null, 'no name resolution'],
  port: ['p', 'port', 'port', 'first destination port, or first ICMP sequence number'],
  tos: ['t', 'tos', 'tos', 'type of service'],
  flowlabel: ['l', 'flowlabel', 'flow_label', null],
  wait: ['w', 'wait', 'MAX,HERE,NEAR', 'how long to wait for a probe'],
  queries: ['q', 'queries', 'nqueries', 'probes per hop'],
  direct: ['r', null, null, 'past the routes, to a directly attached network'],
  source: ['s', 'source', 'src_addr', 'source address'],
  sendwait: ['z', 'sendwait', 'sendwait', 'shortest time between probes'],
  extensions: ['e', 'extensions', null, null],
  aspath: ['A', 'as-path-lookups', null, null],
  module: ['M', 'module', 'name', 'method: default, udp or icmp'],
  moduleOptions: ['O', 'options', 'OPTS', null],
  sport: [null, 'sport', 'num', 'source port; implies -N 1'],
  fwmark: [null, 'fwmark', 'num', 'firewall mark'],
  udp: ['U', 'udp', null, 'use UDP to one port, 53'],
  udplite: [null, 'UL', null, null],
  dccp: ['D', 'dccp', null, null],
  protocol: ['P', 'protocol', 'prot', null],
  mtu: [null, 'mtu', null, 'find the MTU along the path'],
  back: [null, 'back', null, 'guess the number of hops back'],
  version: ['V', 'version', null, 'print version and exit'],
  help: [null, 'help', null, 'print help and exit'],
} as const satisfies Readonly<Record<string, OptionRow>>

type OptionId = keyof typeof ROWS

function rows(): readonly (readonly [OptionId, OptionRow])[] {
  return Object.entries(ROWS) as [OptionId, OptionRow][]
}

const OPTIONS: readonly ClifOption<OptionId>[] = rows().map(([id, [short, long, argument]]) => ({
  id,
  short,
  long,
  argument,
  abbrev: id === 'dontFragment' || id === 'extensions',
}))

/** How each option that works is written, and what it does. */
export const SPELLINGS: readonly (readonly [string, string])[] = rows().flatMap(([, row]) => {
  const [short, long, argument, help] = row
  if (help === null) return []
  const words = [...(short === null ? [] : [`-${short}`]), ...(long === null ? [] : [`--${long}`])]
  return [[`${words.join(', ')}${argument === null ? '' : ` ${argument}`}`, help] as const]
})

export type TraceModule = 'default' | 'udp' | 'icmp'

export interface TraceSettings {
  readonly module: TraceModule
  readonly name: string
  readonly target: Inet | Inet6
  /** Full length of a packet; null: the default. */
  readonly packetLength: number | null
  readonly firstHop: number
  readonly maxHops: number
  readonly queries: number
  readonly squeries: number
  /** Seconds, and how many times longer than an answer from the same hop, or from a later one. */
  readonly waitSecs: number
  readonly hereFactor: number
  readonly nearFactor: number
  readonly sendSecs: number
  /** 0: the method's own. */
  readonly port: number
  readonly sport: number
  /** 0: none was asked for. */
  readonly source: Inet | Inet6
  readonly device: string | null
  readonly tos: number
  readonly mark: number
  readonly numeric: boolean
  readonly dontFragment: boolean
  readonly direct: boolean
  readonly mtu: boolean
  readonly back: boolean
}

/** What to do instead of tracing: words on standard error and the status; or a refusal. */
export type TraceStop =
  | { readonly message: string; readonly status: number }
  | { readonly unsupported: string }
  | { readonly show: 'help' | 'version' }

const MAX_HOPS = 255
const MAX_PROBES = 10
const MAX_PACKET = 65000

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** `six`: asked for as traceroute6. */
export function* readSettings(
  p: Process,
  words: readonly string[],
  six: boolean,
): Blocking<TraceSettings | TraceStop> {
  if (words.length === 0) return { show: 'help' }
  const line = parseClif(OPTIONS, words)
  if (typeof line === 'string') return bad(line)
  const set: Mutable<TraceSettings> = {
    module: 'default',
    name: '',
    target: 0,
    packetLength: null,
    firstHop: 1,
    maxHops: 30,
    queries: 3,
    squeries: 16,
    waitSecs: 5,
    hereFactor: 3,
    nearFactor: 10,
    sendSecs: 0,
    port: 0,
    sport: 0,
    source: 0,
    device: null,
    tos: 0,
    mark: 0,
    numeric: false,
    dontFragment: false,
    direct: false,
    mtu: false,
    back: false,
  }
  const families = line.options.flatMap(({ id }) => (id === 'inet' || id === 'inet6' ? [id] : []))
  const wanted = families.at(-1) ?? (six ? 'inet6' : null)
  for (const given of line.options) {
    const stop = yield* takeOption(p, set, given)
    if (stop) return stop
  }
  const [host, length, extra] = line.operands
  if (!host) return bad('Specify "host" missing argument.')
  const found = yield* resolve(p, host.value, wanted)
  if ('error' in found) {
    const which = `Cannot handle "host" cmdline arg \`${host.value}' on position 1 (argc ${host.at})`
    return bad(`${host.value}: ${found.error}\n${which}`)
  }
  set.name = host.value
  set.target = found.address
  if (length) {
    set.packetLength = wholeNumber(length.value, 0)
    if (set.packetLength === null) {
      return bad(`Cannot handle "packetlen" cmdline arg \`${length.value}' on position 2 (argc ${length.at})`)
    }
  }
  if (extra) return bad(`Extra arg \`${extra.value}' (position 3, argc ${extra.at})`)
  return check(set)
}

/** An IPv4 address before one of IPv6 when any will do. */
function* resolve(
  p: Process,
  name: string,
  family: 'inet' | 'inet6' | null,
): Blocking<{ readonly address: Inet | Inet6 } | { readonly error: NameError }> {
  const found = yield* getaddrinfo(p, name, family ?? 'any')
  if ('error' in found) return found
  const four = found.addresses.find((one) => typeof one === 'number')
  return { address: four ?? found.addresses[0] ?? 0 }
}

function bad(message: string): TraceStop {
  return { message: `${message}\n`, status: 2 }
}

const MODULES: readonly TraceModule[] = ['default', 'udp', 'icmp']
const OTHER_MODULES: ReadonlySet<string> = new Set(['tcp', 'tcpconn', 'udplite', 'dccp', 'raw'])

function* takeOption(
  p: Process,
  set: Mutable<TraceSettings>,
  given: ClifGiven<OptionId>,
): Blocking<TraceStop | null> {
  const { id, value, written } = given
  const row: OptionRow = ROWS[id]
  if (row[3] === null) return { unsupported: written }
  const number = NUMBERS[id]
  if (number) {
    const read = wholeNumber(value, 0)
    if (read === null) return cannotHandle(given)
    set[number] = read >>> 0
    return null
  }
  switch (id) {
    case 'help':
    case 'version':
      return { show: id }
    case 'icmp':
    case 'udp':
      set.module = id
      return null
    case 'module': {
      const module = MODULES.find((name) => name === value)
      if (OTHER_MODULES.has(value)) return { unsupported: `-M ${value}` }
      if (module === undefined) return bad(`Unknown traceroute module ${value}`)
      set.module = module
      return null
    }
    case 'device':
      set.device = value
      return null
    case 'wait':
      return takeWait(set, value) ? null : cannotHandle(given)
    case 'sendwait': {
      const seconds = decimal(value)
      if (seconds === null) return cannotHandle(given)
      set.sendSecs = seconds
      return null
    }
    case 'source': {
      const found = yield* resolve(p, value, null)
      if ('error' in found) return bad(`${value}: ${found.error}\n${cannotHandleText(given)}`)
      set.source = found.address
      return null
    }
    case 'numeric':
    case 'dontFragment':
    case 'direct':
    case 'mtu':
    case 'back':
      set[id] = true
      return null
    default:
      return null
  }
}

const NUMBERS: Readonly<
  Partial<
    Record<OptionId, 'firstHop' | 'maxHops' | 'squeries' | 'queries' | 'port' | 'sport' | 'tos' | 'mark'>
  >
> = {
  first: 'firstHop',
  maxHops: 'maxHops',
  squeries: 'squeries',
  queries: 'queries',
  port: 'port',
  sport: 'sport',
  tos: 'tos',
  fwmark: 'mark',
}

function cannotHandleText({ value, written, at }: ClifGiven<OptionId>): string {
  return `Cannot handle \`${written}' option with arg \`${value}' (argc ${at})`
}

function cannotHandle(given: ClifGiven<OptionId>): TraceStop {
  return bad(cannotHandleText(given))
}

function decimal(text: string): number | null {
  return /^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(text) ? Number(text) : null
}

/** MAX, then HERE and NEAR where they are given: without them there are none. */
function takeWait(set: Mutable<TraceSettings>, value: string): boolean {
  const [max, here = 0, near = 0, ...more] = value.split(',').map(decimal)
  if (max === undefined || max === null || here === null || near === null || more.length > 0) return false
  set.waitSecs = max
  set.hereFactor = here
  set.nearFactor = near
  return true
}

function check(set: Mutable<TraceSettings>): TraceSettings | TraceStop {
  const { waitSecs, hereFactor, nearFactor, sendSecs } = set
  if (set.firstHop === 0 || set.firstHop > set.maxHops) return bad('first hop out of range')
  if (set.maxHops > MAX_HOPS) return bad(`max hops cannot be more than ${MAX_HOPS}`)
  if (set.queries === 0 || set.queries > MAX_PROBES) return bad(`no more than ${MAX_PROBES} probes per hop`)
  if (waitSecs < 0 || hereFactor < 0 || nearFactor < 0) {
    return bad(`bad wait specifications \`${waitSecs},${hereFactor},${nearFactor}' used`)
  }
  if ((set.packetLength ?? 0) > MAX_PACKET) return bad(`too big packetlen ${set.packetLength} specified`)
  if (sendSecs < 0) return bad(`bad sendtime \`${sendSecs}' specified`)
  if (sendSecs >= 10) set.sendSecs = sendSecs / 1000
  if (set.sport !== 0) {
    set.squeries = 1
    set.hereFactor = 0
    set.nearFactor = 0
  }
  if (set.mtu) {
    set.dontFragment = true
    set.squeries = 1
    set.packetLength ??= MAX_PACKET
  }
  return set
}
