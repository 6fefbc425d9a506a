// traceroute and traceroute6: one probe at a time. Ref: busybox networking/traceroute.c
import type { Blocking, Process } from '../../os/program.ts'
import { MICROSECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { parseInet } from '../../wire/inet.ts'
import { formatAddress } from '../../wire/inet6.ts'
import { getaddrinfo, getnameinfo } from '../lib/resolv/getaddrinfo.ts'
import { thousandths } from '../ping/statistics.ts'
import { inet6Family, inetFamily, type Address, type Family, type UdpEnd } from '../traceroute/ends.ts'
import type { Applet } from './applet.ts'
import { getopt, showUsage, xatou } from './getopt.ts'

export const tracerouteApplet: Applet = {
  name: 'traceroute',
  usage: ` [-46Flnrv] [-f 1ST_TTL] [-m MAXTTL] [-q PROBES] [-p PORT]
	[-t TOS] [-w WAIT_SEC] [-s SRC_IP] [-i IFACE]
	[-z PAUSE_MSEC] HOST [BYTES]

Trace the route to HOST

	-4,-6	Force IP or IPv6 name resolution
	-F	Set don't fragment bit
	-l	Display TTL value of the returned packet
	-n	Print numeric addresses
	-r	Bypass routing tables, send directly to HOST
	-v	Verbose
	-f N	First number of hops (default 1)
	-m N	Max number of hops
	-q N	Number of probes per hop (default 3)
	-p N	Base UDP port number used in probes
		(default 33434)
	-s IP	Source address
	-i IFACE Source interface
	-t N	Type-of-service in probe packets (default 0)
	-w SEC	Wait for a response (default 3)
	-z MSEC	Wait before each send`,
  run: (p) => traceroute(p, tracerouteApplet, 'any'),
}

export const traceroute6Applet: Applet = {
  name: 'traceroute6',
  usage: ` [-nrv] [-f 1ST_TTL] [-m MAXTTL] [-q PROBES] [-p PORT]
	[-t TOS] [-w WAIT_SEC] [-s SRC_IP] [-i IFACE]
	[-z PAUSE_MSEC] HOST [BYTES]

Trace the route to HOST

	-n	Print numeric addresses
	-r	Bypass routing tables, send directly to HOST
	-v	Verbose
	-f N	First number of hops (default 1)
	-m N	Max number of hops
	-q N	Number of probes per hop (default 3)
	-p N	Base UDP port number used in probes
		(default 33434)
	-s IP	Source address
	-i IFACE Source interface
	-t N	Type-of-service in probe packets (default 0)
	-w SEC	Wait for a response (default 3)
	-z MSEC	Wait before each send`,
  run: (p) => traceroute(p, traceroute6Applet, 'inet6'),
}

const DEFAULTS = { f: 1, m: 30, q: 3, p: 33434, w: 3, z: 0 }
/** Octets of a probe's headers of IPv4 and UDP. */
const HEADERS = 28
const SMALLEST = 46

interface Trace {
  readonly p: Process
  readonly family: Family
  readonly target: Address
  readonly set: typeof DEFAULTS
  readonly size: number
  readonly numeric: boolean
  readonly source: Address | null
  readonly device: string | null
}

function* traceroute(p: Process, applet: Applet, byDefault: 'any' | 'inet6'): Blocking<number> {
  const { name } = applet
  const options = getopt(p, applet, '46FIlnrdvxt:i:m:p:q:s:w:z:f:g:')
  if (!options) return 1
  const { given, operands } = options
  const [host, bytes] = operands
  if (host === undefined || operands.length > 2) return showUsage(p, applet)
  for (const letter of 'Ilrvtg') {
    if (!given.has(letter)) continue
    p.io.err(`${name}: -${letter} is not supported in vethlab\n`)
    return 1
  }
  const set = { ...DEFAULTS }
  for (const letter of Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]) {
    const value = given.has(letter) ? xatou(p, name, given.get(letter) ?? '') : DEFAULTS[letter]
    if (value === null) return 1
    set[letter] = value
  }
  const size = bytes === undefined ? SMALLEST : xatou(p, name, bytes)
  if (size === null) return 1
  const found = yield* getaddrinfo(p, host, given.has('6') ? 'inet6' : given.has('4') ? 'inet' : byDefault)
  const target = 'error' in found ? undefined : found.addresses[0]
  if (target === undefined) {
    p.io.err(`${name}: bad address '${host}'\n`)
    return 1
  }
  const family = typeof target === 'number' ? inetFamily(p) : inet6Family(p)
  const trace: Trace = {
    p,
    family,
    target,
    set,
    size,
    numeric: given.has('n'),
    source: parseInet(given.get('s') ?? ''),
    device: given.get('i') ?? null,
  }
  try {
    return yield* run(trace, name, host)
  } finally {
    family.close()
  }
}

function* run(trace: Trace, name: string, host: string): Blocking<number> {
  const { p, set, target, size } = trace
  // A connected socket shows at once that there is no way.
  const first = open(trace, 1, 0)
  if (typeof first === 'string') {
    p.io.err(`${name}: can't connect to remote host (${formatAddress(target)}): ${first}\n`)
    return 1
  }
  first.close()
  p.io.out(`traceroute to ${host} (${formatAddress(target)}), ${set.m} hops max, ${size} byte packets\n`)
  let sequence = 0
  for (let ttl = set.f; ttl <= set.m; ttl++) {
    p.io.out(String(ttl).padStart(2))
    let last: Address | null = null
    let unreachable = 0
    let arrived = false
    for (let probe = 0; probe < set.q; probe++) {
      const answer = yield* ask(trace, ttl, ++sequence)
      if (answer === null) {
        p.io.out('  *')
        continue
      }
      if (answer.from !== last) p.io.out(yield* shown(trace, answer.from))
      last = answer.from
      p.io.out(`  ${thousandths(Math.trunc(answer.took / MICROSECOND))} ms`)
      if (answer.mark === '') arrived = true
      else if (answer.mark !== null) {
        p.io.out(` ${answer.mark}`)
        unreachable++
      }
    }
    p.io.out('\n')
    if (arrived || (unreachable > 0 && unreachable >= set.q - 1)) return 0
  }
  return 0
}

function* shown({ p, numeric }: Trace, address: Address): Blocking<string> {
  const text = formatAddress(address)
  if (numeric) return `  ${text}`
  return `  ${(yield* getnameinfo(p, address)) ?? text} (${text})`
}

function open(
  { family, target, set, source, device }: Trace,
  ttl: number,
  sequence: number,
): UdpEnd | string {
  const end = family.udp()
  end.options.recverr = true
  end.options.ttl = ttl
  end.options.bindToDevice = device
  const error = (source === null ? null : end.bind(source, 0)) ?? end.connect(target, set.p + sequence)
  if (!error) return end
  end.close()
  return error.text
}

interface Answer {
  readonly from: Address
  readonly took: Nanoseconds
  /** `!H`; empty when the host was reached; null for a hop on the way. */
  readonly mark: string | null
}

/** Sends a probe; who answered, or null when nobody did in time. */
function* ask(trace: Trace, ttl: number, sequence: number): Blocking<Answer | null> {
  const { p, set, size, target } = trace
  if (set.z > 0) yield* p.clock.sleep(set.z * 1000 * MICROSECOND)
  const end = open(trace, ttl, sequence)
  const until = p.clock.now() + set.w * SECOND
  if (typeof end === 'string') return null
  try {
    const sent = p.clock.now()
    end.send(new Uint8Array(Math.max(0, size - HEADERS)))
    for (;;) {
      const error = end.recverr()
      const took = p.clock.now() - sent
      if (error?.from != null) return { from: error.from, took, mark: error.mark }
      if (end.recv() !== null) return { from: target, took, mark: '' }
      if ((yield* p.clock.wait([end], until)) !== 'ready') return null
    }
  } finally {
    end.close()
  }
}
