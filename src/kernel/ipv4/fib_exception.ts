// What was learned of one destination beyond its route: a smaller MTU, a better gateway. It belongs to the next hop,
// and goes when that does. Ref: net/ipv4/route.c
import type { Inet } from '../../wire/inet.ts'
import type { Net } from '../core/net.ts'
import type { FibException, FibNh } from './fib_table.ts'
import { ipv4Of } from './netns_ipv4.ts'

/** Ref: find_exception() */
export function findException(net: Net, nh: FibNh, daddr: Inet): FibException | null {
  const known = nh.exceptions?.get(daddr)
  if (!known || known.generation !== ipv4Of(net).exceptionGeneration) return null
  if (known.expires > net.stack.clock.now) return known
  nh.exceptions?.delete(daddr)
  return null
}

/** For a packet that goes by it. Ref: rt_bind_exception() */
export function bindException(
  net: Net,
  nh: FibNh,
  daddr: Inet,
  way: 'output' | 'input',
): FibException | null {
  const known = findException(net, nh, daddr)
  if (known) known[way] = true
  return known
}

/** Adds what is not 0 to what is known. Ref: update_or_create_fnhe() */
export function updateException(
  net: Net,
  nh: FibNh,
  daddr: Inet,
  learned: { readonly mtu: number; readonly gateway: Inet; readonly expires: number },
): void {
  const known = findException(net, nh, daddr)
  nh.exceptions ??= new Map()
  nh.exceptions.set(daddr, {
    mtu: learned.mtu || (known?.mtu ?? 0),
    gateway: learned.gateway || (known?.gateway ?? 0),
    expires: learned.expires,
    generation: ipv4Of(net).exceptionGeneration,
    output: known?.output ?? false,
    input: known?.input ?? false,
  })
  net.version++
}

/** `ip route flush cache`. Ref: fnhe_genid_bump() */
export function flushExceptions(net: Net): void {
  ipv4Of(net).exceptionGeneration++
  net.version++
}
