// Redirects: a router tells of a better next hop (RFC 4861 §8). Ref: net/ipv6/ndisc.c
import { NUD_STALE } from '../../uapi/rtnetlink.ts'
import { isLinkLocal6, isMulticast6, type Inet6 } from '../../wire/inet6.ts'
import { ipv6Length, type Ipv6 } from '../../wire/ipv6.ts'
import { NDISC_REDIRECT, type NdRedirect } from '../../wire/ndisc.ts'
import {
  NEIGH_UPDATE_OVERRIDE,
  NEIGH_UPDATE_WEAK_OVERRIDE,
  neighUpdate,
  NUD_VALID,
} from '../core/neighbour.ts'
import type { SkBuff } from '../core/skb.ts'
import { consume, drop, step } from '../core/trace.ts'
import { inet6Dev } from './inet6_dev.ts'
import { inetPeer6XrlimAllow } from './inetpeer.ts'
import { ipv6GetLladdr } from './locals.ts'
import { ndiscXmit } from './ndisc_xmit.ts'
import { ipv6Of } from './netns_ipv6.ts'
import { doRedirect } from './route_update.ts'

/** One a second. */
const REDIRECT_TIMEOUT = 1000
/** A redirect fits into the smallest MTU (RFC 4861 §4.5): the quoted packet gets what is left. */
const MOST_QUOTED = 1280 - 40 - 40 - 8 - 8

/** Ref: ndisc_redirect_rcv(), rt6_do_redirect() */
export function redirectRcv(skb: SkBuff, packet: Ipv6, redirect: NdRedirect): void {
  step(skb, 'ndiscRedirectRcv')
  const { dev } = skb
  const device = inet6Dev(dev)
  if (!device || !isLinkLocal6(packet.src) || isMulticast6(redirect.destination)) {
    return drop(skb, 'ndiscRedirectRcv', 'INVALID_PROTO')
  }
  if (device.conf.forwarding || !device.conf.accept_redirects) {
    return consume(skb, 'ndiscRedirectRcv', 'nobody: accept_redirects is 0, or this is a router')
  }
  consume(skb, 'ndiscRedirectRcv', 'the routing table')
  const { ndisc } = ipv6Of(dev.net)
  const neigh = ndisc.lookup(redirect.target, dev) ?? ndisc.create(redirect.target, dev)
  const { targetLl } = redirect.options
  if (targetLl !== undefined) {
    neighUpdate(ndisc, neigh, targetLl, NUD_STALE, NEIGH_UPDATE_WEAK_OVERRIDE | NEIGH_UPDATE_OVERRIDE)
  }
  doRedirect(dev, packet.src, redirect.destination, redirect.target)
}

/** `target`: the better next hop for what `skb` is about. Ref: ndisc_send_redirect() */
export function ndiscSendRedirect(skb: SkBuff, packet: Ipv6, target: Inet6): void {
  const { dev } = skb
  const { net } = dev
  const src = ipv6GetLladdr(dev, 0x40)
  if (src === null || (target !== packet.dst && !isLinkLocal6(target))) return
  if (!inetPeer6XrlimAllow(net, packet.src, REDIRECT_TIMEOUT)) return
  const neigh = ipv6Of(net).ndisc.lookup(target, dev)
  const quoted = Math.min(ipv6Length(packet), MOST_QUOTED) & ~7
  ndiscXmit(dev, {
    src,
    dst: packet.src,
    hopLimit: 255,
    routerAlert: false,
    payload: {
      kind: 'icmp6',
      type: NDISC_REDIRECT,
      code: 0,
      target,
      destination: packet.dst,
      options: {
        ...(neigh && neigh.state & NUD_VALID ? { targetLl: neigh.lladdr } : {}),
        redirected: { original: packet, quoted },
      },
    },
  })
}
