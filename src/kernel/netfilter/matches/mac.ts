// Who sent the frame, where a packet that came by Ethernet is not yet on its way out. Ref: net/netfilter/xt_mac.c
import { ARPHRD_ETHER } from '../../../uapi/if.ts'
import type { XtMac } from '../../../uapi/xt_match.ts'
import { formatMac, type Mac } from '../../../wire/mac.ts'
import type { SkBuff } from '../../core/skb.ts'
import { not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

function sender({ dev, frame }: SkBuff): Mac | null {
  return dev.hwType === ARPHRD_ETHER && frame ? frame.src : null
}

export const macMatch: XtMatchExtension<XtMac> = {
  name: 'mac',
  hooks: ['PREROUTING', 'INPUT', 'FORWARD'],
  compile:
    ({ source, invert }) =>
    (skb) => {
      const found = sender(skb)
      return found !== null && (found === source) !== invert
    },
  why: ({ source, invert }, skb) => {
    const found = sender(skb)
    return {
      option: not('--mac-source', invert),
      wanted: formatMac(source),
      found: found === null ? `none: it came by ${skb.dev.name}` : formatMac(found),
    }
  },
}
