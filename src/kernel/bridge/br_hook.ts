// The hooks of the bridge family. While nobody registered, a frame goes on as if they were not there.
// Ref: include/uapi/linux/netfilter_bridge.h
import type { RtnetlinkReply, RtnetlinkRequest } from '../../uapi/rtnetlink.ts'
import type { Net, NetDevice, Stack } from '../core/net.ts'
import type { NfHookName } from '../core/nf_hooks.ts'
import type { SkBuff } from '../core/skb.ts'
import { nfHook } from '../netfilter/core.ts'
import type { Bridge, BridgeMulticast } from './br.ts'
import { MulticastReports } from './br_multicast_reports.ts'

/** What br_netfilter does when it is there. */
export const brNfHooks: {
  /** With a packet whose neighbour was asked for (Ref: struct nf_br_ops). */
  devXmit: (skb: SkBuff) => void
  /** Whether it measures what leaves by a port. Ref: br_nf_dev_queue_xmit() */
  measures: (port: NetDevice) => boolean
} = { devXmit: () => {}, measures: () => false }

export type MdbNetlinkRequest = Extract<
  RtnetlinkRequest,
  { type: 'RTM_NEWMDB' | 'RTM_DELMDB' | 'RTM_GETMDB' }
>

/** Multicast snooping, on machines where it is there. */
export const brMulticastHooks = new WeakMap<
  Stack,
  {
    make(bridge: Bridge): BridgeMulticast
    mdb(net: Net, request: MdbNetlinkRequest): RtnetlinkReply
  }
>()

export function brMulticastOf(bridge: Bridge): BridgeMulticast {
  const { stack } = bridge.dev.net
  return (bridge.multicast ??= brMulticastHooks.get(stack)?.make(bridge) ?? new MulticastReports(bridge))
}

export function brHook(
  skb: SkBuff,
  hook: NfHookName,
  inDev: NetDevice | null,
  outDev: NetDevice | null,
  okfn: (skb: SkBuff) => void,
): void {
  if (skb.dev.net.nf.entries('bridge', hook) === null) return okfn(skb)
  nfHook('bridge', hook, skb, inDev, outDev, okfn)
}
