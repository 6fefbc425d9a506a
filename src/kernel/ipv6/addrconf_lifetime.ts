// Addresses that end: first no longer preferred, then gone (RFC 4862 §5.5.4). Ref: net/ipv6/addrconf.c:addrconf_verify()
import { SECOND } from '../../sim/clock.ts'
import { IFA_F_DEPRECATED, IFA_F_PERMANENT, INFINITY_LIFE_TIME } from '../../uapi/rtnetlink.ts'
import { dadHook } from './addrconf_dad.ts'
import { inet6IfaNotify } from './ifa6_message.ts'
import type { Inet6Ifa } from './inet6_dev.ts'

/** Seconds from now. Ref: inet6_addr_add(), inet6_addr_modify() */
export function setLifetimes(ifa: Inet6Ifa, validLft: number, preferredLft: number): void {
  const { net } = ifa.dev
  ifa.validLft = validLft
  ifa.preferredLft = preferredLft
  ifa.stamp = net.stack.clock.now
  ifa.flags &= ~(IFA_F_PERMANENT | IFA_F_DEPRECATED)
  if (validLft === INFINITY_LIFE_TIME) ifa.flags |= IFA_F_PERMANENT
  if (preferredLft === 0) ifa.flags |= IFA_F_DEPRECATED
  net.version++
  for (const lifetime of new Set([validLft, preferredLft])) {
    if (lifetime !== INFINITY_LIFE_TIME) net.stack.clock.after(lifetime * SECOND, verify, ifa, ifa.stamp)
  }
}

function verify(ifa: Inet6Ifa, stamp: number): void {
  if (ifa.state === 'dead' || ifa.stamp !== stamp) return
  const { net } = ifa.dev
  const age = (net.stack.clock.now - stamp) / SECOND
  if (ifa.validLft !== INFINITY_LIFE_TIME && age >= ifa.validLft) return dadHook.remove(ifa)
  if (ifa.preferredLft === INFINITY_LIFE_TIME || age < ifa.preferredLft) return
  ifa.flags |= IFA_F_DEPRECATED
  net.version++
  inet6IfaNotify('RTM_NEWADDR', ifa)
}
