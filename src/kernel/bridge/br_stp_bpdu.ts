// BPDUs out of ports. Ref: net/bridge/br_stp_bpdu.c
import { ETH_P_802_2, type Bpdu } from '../../wire/stp.ts'
import { allocSkb } from '../core/trace.ts'
import { devQueueXmit } from '../core/xmit.ts'
import type { BridgePort } from './br.ts'

/** Ref: br_send_bpdu() */
export function brSendBpdu(port: BridgePort, packet: Bpdu): void {
  const { bridge, dev } = port
  if (!bridge.stpState) return
  const skb = allocSkb(dev.net.stack, dev, packet, null)
  skb.frame = { dst: bridge.groupAddress, src: dev.mac, etherType: ETH_P_802_2, packet }
  devQueueXmit(skb)
}
