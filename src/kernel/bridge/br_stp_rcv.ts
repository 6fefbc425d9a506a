// BPDUs into ports. Ref: net/bridge/br_stp_bpdu.c
import { LOG_NOTICE } from '../../uapi/syslog.ts'
import { printk } from '../core/printk.ts'
import type { SkBuff } from '../core/skb.ts'
import { consume, drop, step } from '../core/trace.ts'
import { BR_STATE_DISABLED, brPortOf } from './br.ts'
import { brReceivedConfigBpdu, brReceivedTcnBpdu } from './br_stp.ts'
import { brStpDisablePort } from './br_stp_if.ts'

/** Ref: br_stp_rcv() */
export function brStpRcv(skb: SkBuff): void {
  step(skb, 'brStpRcv')
  const port = brPortOf(skb.dev)
  const { packet, frame } = skb
  if (!port || packet.kind !== 'stp') return drop(skb, 'brStpRcv', 'UNHANDLED_PROTO')
  const { bridge } = port
  if (!bridge.stpState || !bridge.dev.up || port.state === BR_STATE_DISABLED) {
    return drop(skb, 'brStpRcv', 'BRIDGE_INGRESS_STP_STATE')
  }
  if (frame?.dst !== bridge.groupAddress) return drop(skb, 'brStpRcv', 'NOT_SPECIFIED')
  if (port.guard) {
    const text = `${bridge.dev.name}: BPDU received on blocked port ${port.number}(${port.dev.name})`
    printk(skb.dev.net.stack, LOG_NOTICE, text)
    brStpDisablePort(port)
    return drop(skb, 'brStpRcv', 'NOT_SPECIFIED')
  }
  consume(skb, 'brStpRcv', bridge.dev.name)
  if (packet.type === 'tcn') brReceivedTcnBpdu(port)
  else if (packet.messageAge <= packet.maxAge) brReceivedConfigBpdu(port, packet)
}
