// What is remembered of a host whatever route leads to it: how often it was told of errors. Ref: net/ipv4/inetpeer.c
import { MILLISECOND } from '../../sim/clock.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Net } from '../core/net.ts'
import { ipv6Of, type InetPeer6 } from './netns_ipv6.ts'

/** Errors to one peer that may follow each other at once. Ref: XRLIM_BURST_FACTOR */
const BURST_FACTOR = 6
/** A new peer counts as last seen this long ago, so that it starts with all its tokens. */
const LONG_AGO = 60_000

/** `timeout` in milliseconds. Ref: inet_peer_xrlim_allow() */
export function inetPeer6XrlimAllow(net: Net, address: Inet6, timeout: number): boolean {
  if (timeout === 0) return true
  const { peers } = ipv6Of(net)
  const now = net.stack.clock.now / MILLISECOND
  let peer: InetPeer6 | undefined = peers.get(address)
  if (!peer) peers.set(address, (peer = { tokens: 0, last: now - LONG_AGO }))
  peer.tokens = Math.min(peer.tokens + now - peer.last, BURST_FACTOR * timeout)
  peer.last = now
  if (peer.tokens < timeout) return false
  peer.tokens -= timeout
  return true
}
