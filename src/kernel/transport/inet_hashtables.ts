// Which socket a segment is for, and which ports are free.
// Ref: net/ipv4/inet_hashtables.c, net/ipv4/inet_connection_sock.c
import { EADDRINUSE, EADDRNOTAVAIL, type Errno } from '../../uapi/errno.ts'
import { TCP_LISTEN } from '../../uapi/tcp.ts'
import { SECOND } from '../../sim/clock.ts'
import type { Net } from '../core/net.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { tcpOf } from './netns_tcp.ts'
import type { Address, Endpoint, TcpSock, TcpTimewait } from './tcp_sock.ts'

export function isAny(address: Address): boolean {
  return address === 0 || address === 0n
}

function portsKey(sport: number, dport: number): number {
  return sport * 65536 + dport
}

/** Ref: inet_ehash_insert() */
export function ehashInsert(end: Endpoint): void {
  const { established } = tcpOf(end.net)
  const key = portsKey(end.sport, end.dport)
  const ends = established.get(key)
  if (ends) ends.push(end)
  else established.set(key, [end])
}

export function ehashRemove(end: Endpoint): void {
  const { established } = tcpOf(end.net)
  const key = portsKey(end.sport, end.dport)
  const ends = established.get(key)
  const at = ends?.indexOf(end) ?? -1
  if (!ends || at < 0) return
  ends.splice(at, 1)
  if (ends.length === 0) established.delete(key)
}

/** Seen from here: `saddr` and `sport` are the socket's own. Ref: __inet_lookup_established() */
export function findEstablished(
  net: Net,
  saddr: Address,
  sport: number,
  daddr: Address,
  dport: number,
  iif: number,
): Endpoint | null {
  for (const end of tcpOf(net).established.get(portsKey(sport, dport)) ?? []) {
    if (end.saddr !== saddr || end.daddr !== daddr) continue
    if (end.boundIf === 0 || end.boundIf === iif || iif === 0) return end
  }
  return null
}

/** Of several that fit as well one by a hash of the connection (SO_REUSEPORT). Ref: __inet_lookup_listener() */
export function findListener(
  net: Net,
  saddr: Address,
  sport: number,
  daddr: Address,
  dport: number,
  iif: number,
): TcpSock | null {
  let best: TcpSock[] = []
  let bestScore = 0
  for (const sk of tcpOf(net).listening.get(sport) ?? []) {
    const score = listenerScore(sk, saddr, iif)
    if (score === 0 || score < bestScore) continue
    if (score > bestScore) best = []
    bestScore = score
    best.push(sk)
  }
  if (best.length < 2) return best[0] ?? null
  return best[flowHash(saddr, daddr, dport) % best.length] ?? null
}

/** Ref: compute_score() */
function listenerScore(sk: TcpSock, saddr: Address, iif: number): number {
  if (sk.boundIf !== 0 && sk.boundIf !== iif) return 0
  const bound = sk.boundAddress
  if (!isAny(bound) && bound !== saddr) return 0
  const v4 = typeof saddr === 'number'
  if (v4 && sk.family === 'inet6' && sk.options.v6only) return 0
  if (!v4 && sk.family === 'inet') return 0
  return 1 + (sk.boundIf !== 0 ? 1 : 0) + (isAny(bound) ? 0 : 1) + (v4 === (sk.family === 'inet') ? 1 : 0)
}

function flowHash(saddr: Address, daddr: Address, dport: number): number {
  let hash = dport
  for (const address of [saddr, daddr]) {
    hash = Math.imul(hash ^ Number(BigInt(address) & 0xffffffffn), 0x85ebca6b)
    hash ^= hash >>> 13
  }
  return hash >>> 0
}

export function listenInsert(sk: TcpSock): void {
  const { listening } = tcpOf(sk.net)
  const sks = listening.get(sk.sport)
  if (sks) sks.push(sk)
  else listening.set(sk.sport, [sk])
}

export function listenRemove(sk: TcpSock): void {
  const { listening } = tcpOf(sk.net)
  const sks = listening.get(sk.sport)?.filter((other) => other !== sk) ?? []
  if (sks.length > 0) listening.set(sk.sport, sks)
  else listening.delete(sk.sport)
}

/** Takes a port that was found free. Ref: inet_bind_hash() */
export function bindHash(sk: TcpSock | TcpTimewait): void {
  const { bound } = tcpOf(sk.net)
  const owners = bound.get(sk.sport)
  if (owners) owners.add(sk)
  else bound.set(sk.sport, new Set([sk]))
}

/** Ref: inet_put_port() */
export function putPort(sk: TcpSock | TcpTimewait): void {
  const { bound } = tcpOf(sk.net)
  const owners = bound.get(sk.sport)
  owners?.delete(sk)
  if (owners?.size === 0) bound.delete(sk.sport)
}

/** Whether two bound addresses share one. Ref: inet_rcv_saddr_equal() */
function overlap(sk: TcpSock, other: TcpSock | TcpTimewait): boolean {
  const a = sk.boundAddress
  const b = other.kind === 'sock' ? other.boundAddress : other.saddr
  if (typeof a === typeof b) return a === b || isAny(a) || isAny(b)
  const six = typeof a === 'bigint' ? sk : other
  const sixAny = typeof a === 'bigint' ? isAny(a) : isAny(b)
  return sixAny && !(six.kind === 'sock' && six.options.v6only)
}

/** Ref: inet_csk_bind_conflict() */
function bindConflict(sk: TcpSock, port: number): boolean {
  for (const other of tcpOf(sk.net).bound.get(port) ?? []) {
    if (other === sk || !overlap(sk, other)) continue
    if (sk.boundIf !== 0 && other.boundIf !== 0 && sk.boundIf !== other.boundIf) continue
    const timewait = other.kind === 'timewait'
    const reuse = timewait ? other.reuse : other.options.reuseaddr
    if (sk.options.reuseaddr && reuse && (timewait || other.state !== TCP_LISTEN)) continue
    if (sk.options.reuseport && (timewait || other.options.reuseport)) continue
    return true
  }
  return false
}

/** Finds a port to be bound to, or checks the wanted one. Ref: inet_csk_get_port() */
export function getPort(sk: TcpSock, wanted: number): Errno | null {
  if (wanted !== 0) {
    if (bindConflict(sk, wanted)) return EADDRINUSE
    sk.sport = wanted
    bindHash(sk)
    return null
  }
  // Odd ports first: connect() takes even ones. Ref: inet_csk_find_open_port()
  const [first, last] = ipv4Of(sk.net).portRange
  const span = last - first + 1
  const start = sk.net.stack.random.below(span) | 1
  for (const parity of [0, 1]) {
    for (let i = 0; i < span; i += 2) {
      const port = first + ((start + parity + i) % span)
      if (tcpOf(sk.net).bound.has(port)) continue
      sk.sport = port
      bindHash(sk)
      return null
    }
  }
  return EADDRINUSE
}

/** Ref: __inet_hash_connect() */
export function hashConnect(sk: TcpSock): Errno | null {
  if (sk.sport !== 0) return checkEstablished(sk, sk.sport) ? null : EADDRNOTAVAIL
  const [first, last] = ipv4Of(sk.net).portRange
  const span = last - first + 1
  const start = sk.net.stack.random.below(span) & ~1
  for (const parity of [0, 1]) {
    for (let i = 0; i < span; i += 2) {
      const port = first + ((start + parity + i) % span)
      if (!portIsForConnecting(sk.net, port) || !checkEstablished(sk, port)) continue
      sk.sport = port
      bindHash(sk)
      return null
    }
  }
  return EADDRNOTAVAIL
}

function portIsForConnecting(net: Net, port: number): boolean {
  for (const other of tcpOf(net).bound.get(port) ?? []) {
    if (other.kind === 'sock' && (other.portLocked || other.state === TCP_LISTEN)) return false
  }
  return true
}

/** Whether the connection would be the only one of its addresses and ports. Ref: __inet_check_established() */
function checkEstablished(sk: TcpSock, port: number): boolean {
  const other = findEstablished(sk.net, sk.saddr, port, sk.daddr, sk.dport, sk.boundIf)
  if (!other) return true
  if (other.kind !== 'timewait' || !mayReuse(sk, other)) return false
  other.timer?.cancel()
  ehashRemove(other)
  putPort(other)
  return true
}

/** Ref: tcp_twsk_unique() */
function mayReuse(sk: TcpSock, tw: TcpTimewait): boolean {
  const reuse = tcpOf(sk.net).sysctls.tcp_tw_reuse
  if (reuse === 0 || !tw.tstampOk) return false
  const loopback = typeof sk.daddr === 'number' ? sk.daddr >>> 24 === 127 : sk.daddr === 1n
  if (reuse === 2 && !loopback) return false
  return sk.net.stack.clock.now - tw.tsRecentAt > SECOND
}
