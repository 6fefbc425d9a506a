// Rewrites the type of service. Ref: net/netfilter/xt_DSCP.c
import type { XtDscpTarget, XtTosTarget } from '../../../uapi/xt_target.ts'
import type { SkBuff } from '../../core/skb.ts'
import { tosOf } from '../pktinfo.ts'
import { formatHex } from '../words.ts'
import { XT_CONTINUE, type XtTargetExtension } from '../x_tables.ts'

function setTos(skb: SkBuff, tos: number): void {
  const { packet } = skb
  if (tos === tosOf(skb)) return
  if (packet.kind === 'ipv4') skb.packet = { ...packet, tos }
  else if (packet.kind === 'ipv6') skb.packet = { ...packet, tclass: tos }
}

export const dscpTarget: XtTargetExtension<XtDscpTarget> = {
  name: 'DSCP',
  tables: ['mangle'],
  compile:
    ({ dscp }) =>
    (skb) => {
      setTos(skb, (dscp << 2) | (tosOf(skb) & 3))
      return XT_CONTINUE
    },
  words: ({ dscp }) => `--set-dscp ${formatHex(dscp, 2)}`,
}

export const tosTarget: XtTargetExtension<XtTosTarget> = {
  name: 'TOS',
  tables: ['mangle'],
  compile:
    ({ value, mask }) =>
    (skb) => {
      setTos(skb, ((tosOf(skb) & ~mask) ^ value) & 255)
      return XT_CONTINUE
    },
  words: ({ value, mask }) => `--set-tos ${formatHex(value, 2)}/${formatHex(mask, 2)}`,
}
