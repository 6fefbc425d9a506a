// ping for IPv6. Ref: iputils ping/ping6_common.c:ping6_run()
import type { Blocking } from '../../os/program.ts'
import { AF_INET6 } from '../../uapi/rtnetlink.ts'
import type { SocketOptions } from '../../uapi/socket.ts'
import type { Icmp6Socket, Inet6Address } from '../../uapi/socket6.ts'
import { isLinkLocal6, isMulticast6, type Inet6 } from '../../wire/inet6.ts'
import { formatScoped, indexOfDevice, nameOfAddress6 } from '../lib/hosts6.ts'
import { resolveName6 } from '../lib/resolv/names.ts'
import type { Tool } from '../lib/tool.ts'
import { PingSession } from './session.ts'
import type { PingSettings } from './settings.ts'
import { Wire6 } from './wire6.ts'

/** Port that the probe is connected to: nothing is sent, it only finds the way. */
const PROBE_PORT = 1025

export function* ping6(tool: Tool, set: PingSettings): Blocking<number> {
  const { p, out } = tool
  const fail = (message: string): number => {
    tool.complain(message)
    return 2
  }
  const resolved = yield* resolveName6(p, set.target)
  if ('error' in resolved) return fail(`${set.target}: ${resolved.error}`)
  if (set.verbose) out.print(`ai->ai_family: AF_INET6, ai->ai_canonname: '${resolved.canonical}'\n`)
  const index = set.device === null ? 0 : indexOfDevice(p, set.device)
  if (set.device !== null && index === 0) return fail(`SO_BINDTODEVICE ${set.device}: No such device`)
  const { address } = resolved
  const near = isLinkLocal6(address) || isLinkLocalGroup(address)
  const target: Inet6Address = { address, port: 0, scope: resolved.scope || (near ? index : 0) }
  const source = near && set.source6 === null ? 0n : probe(tool, set, target)
  if (typeof source === 'string') return fail(source)
  if (set.device !== null && set.source6 === null && !hasAddress(tool, index, source)) {
    tool.complain(`Warning: source address might be selected on device other than: ${set.device}`)
  }
  const socket = p.net.icmp6Socket()
  try {
    const complaint = prepare(socket, set, source, target)
    if (complaint !== null) return fail(complaint)
    const id = set.id ?? p.random() & 0xffff
    greet(tool, set, resolved.canonical, { ...target, scope: resolved.scope }, source)
    return yield* new PingSession(p, set, new Wire6(p, socket, resolved.canonical, target, id), out).run()
  } finally {
    socket.close()
  }
}

/** ff02::/16. */
function isLinkLocalGroup(address: Inet6): boolean {
  return isMulticast6(address) && ((address >> 112n) & 15n) === 2n
}

/** A UDP socket, connected, tells whether there is a way and which address it would be sent from. */
function probe(tool: Tool, set: PingSettings, target: Inet6Address): Inet6 | string {
  if (set.source6 !== null) return set.source6
  const socket = tool.p.net.udp6Socket()
  try {
    applyOptions(socket.options, set)
    const error = socket.connect({ ...target, port: PROBE_PORT })
    return error === null ? socket.local.address : `connect: ${error.text}`
  } finally {
    socket.close()
  }
}

function applyOptions(options: SocketOptions, set: PingSettings): void {
  options.tos = set.tos
  options.mark = set.mark
  options.bindToDevice = set.device
}

/** Sets the socket up; what went wrong, or null. */
function prepare(socket: Icmp6Socket, set: PingSettings, source: Inet6, target: Inet6Address): string | null {
  const { options } = socket
  applyOptions(options, set)
  if (set.strictSource) {
    const error = socket.bind({ address: source, port: 0, scope: target.scope })
    if (error !== null) return `bind icmp socket: ${error.text}`
  }
  options.recverr = true
  if (set.pmtudisc !== null) options.pmtudisc = set.pmtudisc
  if (set.noLoop) options.multicastLoop = false
  if (set.ttl !== null) {
    options.ttl = set.ttl
    options.multicastTtl = set.ttl
  }
  return null
}

function greet(
  { p, out }: Tool,
  set: PingSettings,
  hostname: string,
  target: Inet6Address,
  source: Inet6,
): void {
  if (set.pattern !== null && !set.quiet) {
    out.print(`PATTERN: 0x${set.pattern.map((octet) => octet.toString(16).padStart(2, '0')).join('')}\n`)
  }
  const show = (address: Inet6): string => {
    const text = formatScoped(p, address, target.scope)
    const name = set.numeric ? null : nameOfAddress6(p, address)
    return name === null ? text : `${name} (${text})`
  }
  const from = set.device !== null || set.strictSource ? `from ${show(source)} ${set.device ?? ''}: ` : ''
  out.print(`PING ${hostname}(${show(target.address)}) ${from}${set.size} data bytes\n`)
}

function hasAddress({ p }: Tool, index: number, address: Inet6): boolean {
  const all = p.net.rtnetlink({ type: 'RTM_GETADDR', family: AF_INET6 }).messages ?? []
  return all.some((m) => m.type === 'RTM_NEWADDR' && m.index === index && m.local === address)
}
