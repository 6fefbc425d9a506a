// Masquerading: the address of the device a flow leaves by, as long as the device has it.
// Ref: net/netfilter/nf_nat_masquerade.c
import type { NatRange } from '../../uapi/xt_target.ts'
import { LOG_INFO } from '../../uapi/syslog.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { NetdevEvent, NetDevice } from '../core/net.ts'
import { NF_ACCEPT, NF_DROP, type NfHookState, type NfVerdict } from '../core/nf_hooks.ts'
import { printk } from '../core/printk.ts'
import type { SkBuff } from '../core/skb.ts'
import { inetSelectAddr } from '../ipv4/devinet.ts'
import { ipv6DevGetSaddr } from '../ipv6/addr_select.ts'
import { RT_SCOPE_UNIVERSE } from '../../uapi/rtnetlink.ts'
import { nfCtGet } from './nf_conn.ts'
import { nfCtIterateCleanup } from './nf_conntrack_table.ts'
import { nfNatSetupInfo } from './nf_nat_core.ts'

/** Ref: nf_nat_masquerade_ipv4(), nf_nat_masquerade_ipv6() */
export function nfNatMasquerade(skb: SkBuff, state: NfHookState, range: NatRange): NfVerdict {
  const ct = nfCtGet(skb)
  const { out } = state
  if (!ct || !out) return NF_DROP
  if (ct.orig.src === 0) return NF_ACCEPT
  const source = addressOf(skb, out)
  if (source === null) {
    printk(state.net.stack, LOG_INFO, `${out.name} ate my IP address`)
    return NF_DROP
  }
  ct.masqIndex = out.index
  return nfNatSetupInfo(state.net, ct, { ...range, addresses: { min: source, max: source } }, 'SRC')
}

/** As whom this machine would send there itself. */
function addressOf({ packet, dst, dst6 }: SkBuff, out: NetDevice): Inet | Inet6 | null {
  if (packet.kind === 'ipv4' && dst) return inetSelectAddr(out, dst.nexthop, RT_SCOPE_UNIVERSE) || null
  if (packet.kind !== 'ipv6' || !dst6) return null
  const source = ipv6DevGetSaddr(out.net, out, packet.dst)
  return isErrno(source) ? null : source
}

/** A device went down: its flows would come back to nobody. Ref: masq_device_event() */
export function masqDeviceEvent(event: NetdevEvent, dev: NetDevice): void {
  if (event !== 'DOWN') return
  nfCtIterateCleanup(dev.net, (ct) => ct.masqIndex === dev.index)
}

/** A device lost an address. Ref: masq_inet_event(), masq_inet6_event() */
export function masqInetEvent(dev: NetDevice, address: Inet | Inet6): void {
  nfCtIterateCleanup(dev.net, (ct) => ct.masqIndex === dev.index && ct.reply.dst === address)
}
