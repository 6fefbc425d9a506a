// Writes a number on the packet, which stays on it inside this machine. Ref: net/netfilter/xt_mark.c:mark_tg()
import type { XtMarkTarget } from '../../../uapi/xt_target.ts'
import { XT_CONTINUE, type XtTargetExtension } from '../x_tables.ts'

export const markTarget: XtTargetExtension<XtMarkTarget> = {
  name: 'MARK',
  compile:
    ({ mark, mask }) =>
    (skb) => {
      skb.mark = ((skb.mark & ~mask) ^ mark) >>> 0
      return XT_CONTINUE
    },
  words: ({ mark, mask }) => `--set-xmark 0x${mark.toString(16)}/0x${mask.toString(16)}`,
}
