// ping for IPv4. Ref: iputils ping/ping.c:ping4_run()
import type { Blocking, Process } from '../../os/program.ts'
import { EACCES, type Errno } from '../../uapi/errno.ts'
import { AF_INET, type RtnetlinkMessage } from '../../uapi/rtnetlink.ts'
import type { IcmpSocket, SocketOptions } from '../../uapi/socket.ts'
import { formatInet, INADDR_ANY, isMulticast, type Inet } from '../../wire/inet.ts'
import type { Resolved } from '../lib/hosts.ts'
import type { Tool } from '../lib/runningTool.ts'
import type { Stdout } from '../lib/stdout.ts'
import { PingSession } from './session.ts'
import type { PingSettings } from './settings.ts'
import { Wire4, type NameOf, type PingTarget } from './wire4.ts'

const BROADCAST_QUESTION = 'Do you want to ping broadcast? Then -b. If not, check your local firewall rules'
/** Port that the probe is connected to: nothing is sent, it only finds the way. */
const PROBE_PORT = 1025
const ICMP_HEADER = 8
const IP_HEADER = 20

/** How names are looked up: the ping of the page's start has none to look up. */
export interface Resolver {
  readonly resolve: (p: Process, name: string) => Blocking<Resolved>
  readonly nameOf: NameOf
}

export function* ping4(tool: Tool, set: PingSettings, names: Resolver): Blocking<number> {
  const { p, out } = tool
  const fail = (message: string): number => {
    tool.complain(message)
    return 2
  }
  if (set.verbose) p.io.err(VERBOSE_SOCKETS)
  const resolved = yield* names.resolve(p, set.target)
  if ('error' in resolved) return fail(`${set.target}: ${resolved.error}`)
  if (set.verbose) out.print(`ai->ai_family: AF_INET, ai->ai_canonname: '${resolved.canonical}'\n`)
  if (set.device !== null && linkNamed(p, set.device) === null) {
    return fail(`SO_BINDTODEVICE ${set.device}: No such device`)
  }
  const way = probe(tool, set, resolved.address)
  if (typeof way === 'string') return fail(way)
  const address = resolved.address === INADDR_ANY ? way.source : resolved.address

  const socket = p.net.icmpSocket()
  try {
    const complaint = prepare(socket, set, way)
    if (complaint !== null) return fail(complaint)
    const target = {
      hostname: resolved.canonical,
      address,
      id: set.id ?? p.random() & 0xffff,
      broadcast: way.broadcast,
    }
    greet(out, set, target, way.source)
    return yield* new PingSession(p, set, new Wire4(p, socket, target, names.nameOf), out).run()
  } finally {
    socket.close()
  }
}

const VERBOSE_SOCKETS =
  'ping: sock4.fd: 3 (socktype: SOCK_RAW), sock6.fd: 4 (socktype: SOCK_RAW), hints.ai_family: AF_UNSPEC\n\n'

interface Way {
  readonly source: Inet
  readonly broadcast: boolean
}

/** A UDP socket, connected, tells whether there is a way and which address it would be sent from. */
function probe(tool: Tool, set: PingSettings, address: Inet): Way | string {
  if (set.source !== null) return { source: set.source, broadcast: set.broadcast }
  const socket = tool.p.net.udpSocket()
  try {
    applyOptions(socket.options, set)
    const remote = { address, port: PROBE_PORT }
    let error: Errno | null = socket.connect(remote)
    if (error === EACCES) {
      if (!set.broadcast) return BROADCAST_QUESTION
      tool.p.io.err('WARNING: pinging broadcast address\n')
      socket.options.broadcast = true
      error = socket.connect(remote)
    }
    if (error !== null) return `connect: ${error.text}`
    const source = socket.local.address
    if (set.device !== null && !hasAddress(tool.p, set.device, source)) {
      tool.complain(`Warning: source address might be selected on device other than: ${set.device}`)
    }
    return { source, broadcast: set.broadcast }
  } finally {
    socket.close()
  }
}

function applyOptions(options: SocketOptions, set: PingSettings): void {
  options.tos = set.tos
  options.mark = set.mark
  options.bindToDevice = set.device
  options.dontroute = set.dontroute
}

/** Sets the ICMP socket up; what went wrong, or null. */
function prepare(socket: IcmpSocket, set: PingSettings, way: Way): string | null {
  const { options } = socket
  applyOptions(options, set)
  if (set.strictSource) {
    const error = socket.bind({ address: way.source, port: 0 })
    if (error !== null) return `bind: ${error.text}`
  }
  options.recverr = true
  options.broadcast = set.broadcast
  if (way.broadcast || (set.pmtudisc === null && isMulticast(way.source))) {
    if (set.pmtudisc !== null && set.pmtudisc !== 'do') return 'broadcast ping does not fragment'
    options.pmtudisc = 'do'
  }
  if (set.pmtudisc !== null) options.pmtudisc = set.pmtudisc
  if (set.noLoop) options.multicastLoop = false
  if (set.ttl === 0) return 'cannot set unicast time-to-live: Invalid argument'
  if (set.ttl !== null) {
    options.ttl = set.ttl
    options.multicastTtl = set.ttl
  }
  return null
}

function greet(out: Stdout, set: PingSettings, target: PingTarget, source: Inet): void {
  if (set.pattern !== null && !set.quiet) {
    out.print(`PATTERN: 0x${set.pattern.map((octet) => octet.toString(16).padStart(2, '0')).join('')}\n`)
  }
  const from =
    set.device !== null || set.strictSource ? `from ${formatInet(source)} ${set.device ?? ''}: ` : ''
  const total = set.size + ICMP_HEADER + IP_HEADER
  out.print(
    `PING ${target.hostname} (${formatInet(target.address)}) ${from}${set.size}(${total}) bytes of data.\n`,
  )
}

function linkNamed(p: Process, ifname: string): RtnetlinkMessage | null {
  return p.net.rtnetlink({ type: 'RTM_GETLINK', ifname }).messages?.[0] ?? null
}

function hasAddress(p: Process, device: string, address: Inet): boolean {
  const link = linkNamed(p, device)
  // getifaddrs(3) knows no further names.
  if (link?.type !== 'RTM_NEWLINK' || link.ifname !== device) return false
  const all = p.net.rtnetlink({ type: 'RTM_GETADDR', family: AF_INET }).messages ?? []
  return all.some((m) => m.type === 'RTM_NEWADDR' && m.index === link.index && m.local === address)
}
