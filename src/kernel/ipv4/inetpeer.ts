// What is remembered of a host whatever route leads to it: how often it was told of errors. Ref: net/ipv4/inetpeer.c
import { MILLISECOND } from '../../sim/clock.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Net } from '../core/net.ts'
import { ipv4Of, type InetPeer } from './netns_ipv4.ts'

/** Errors to one peer that may follow each other at once. Ref: XRLIM_BURST_FACTOR */
const BURST_FACTOR = 6
/** "No route" to one peer: one a second after a burst. Ref: net/ipv4/route.c:ip_rt_error_cost, ip_rt_error_burst */
const ERROR_COST = 1000
const ERROR_BURST = 5000
/** Redirects to one peer: so many, at growing distances, then silence. Ref: net/ipv4/route.c:ip_rt_redirect_number */
const REDIRECT_NUMBER = 9
const REDIRECT_LOAD = 20
const REDIRECT_SILENCE = REDIRECT_LOAD << (REDIRECT_NUMBER + 1)
/** A new peer counts as last seen this long ago, so that it starts with all its tokens. */
const LONG_AGO = 60_000

function milliseconds(net: Net): number {
  return net.stack.clock.now / MILLISECOND
}

/** Ref: inet_getpeer() */
function inetGetPeer(net: Net, address: Inet): InetPeer {
  const { peers } = ipv4Of(net)
  const known = peers.get(address)
  if (known) return known
  const peer: InetPeer = { tokens: 0, last: milliseconds(net) - LONG_AGO, redirects: 0 }
  peers.set(address, peer)
  return peer
}

function takeTokens(net: Net, peer: InetPeer, cost: number, burst: number): boolean {
  const now = milliseconds(net)
  peer.tokens = Math.min(peer.tokens + now - peer.last, burst)
  peer.last = now
  if (peer.tokens < cost) return false
  peer.tokens -= cost
  return true
}

/** Whether an ICMP error may go to this host. Ref: inet_peer_xrlim_allow() */
export function inetPeerXrlimAllow(net: Net, address: Inet, timeout: number): boolean {
  if (timeout === 0) return true
  return takeTokens(net, inetGetPeer(net, address), timeout, BURST_FACTOR * timeout)
}

/** Whether this host may be told that there is no route; the ICMP error it gets then pays once more. Ref: ip_error() */
export function ipErrorAllow(net: Net, address: Inet): boolean {
  return takeTokens(net, inetGetPeer(net, address), ERROR_COST, ERROR_BURST)
}

/** Whether this host may be told of a better gateway. Ref: ip_rt_send_redirect() */
export function redirectAllow(net: Net, address: Inet): boolean {
  const peer = inetGetPeer(net, address)
  const now = milliseconds(net)
  if (now > peer.last + REDIRECT_SILENCE) {
    peer.tokens = 0
    peer.redirects = 0
  }
  if (peer.redirects >= REDIRECT_NUMBER) {
    peer.last = now
    return false
  }
  if (peer.redirects > 0 && now <= peer.last + (REDIRECT_LOAD << peer.redirects)) return false
  peer.last = now
  peer.redirects++
  return true
}
