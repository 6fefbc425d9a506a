// Puts a packet's addresses and ports into a set, or takes them out. Ref: net/netfilter/xt_set.c
import { ENOENT } from '../../../uapi/errno.ts'
import type { XtSetTarget } from '../../../uapi/xt_target.ts'
import { refuse } from '../../core/net.ts'
import { ipSetFind, ipSetGet, ipSetPut } from '../ipset/ip_set_core.ts'
import { packetKey } from '../ipset/packet_key.ts'
import { XT_CONTINUE, type XtTargetExtension } from '../x_tables.ts'

export const setTarget: XtTargetExtension<XtSetTarget> = {
  name: 'SET',
  check: ({ set }, { net }) => (ipSetGet(net, set) ? null : refuse(ENOENT)),
  destroy: ({ set }, { net }) => {
    const held = ipSetFind(net, set)
    if (held) ipSetPut(held)
  },
  compile: (target, { net }) => {
    const { set, op, directions, exist } = target
    return (skb) => {
      const held = ipSetFind(net, set)
      const key = held && packetKey(held, directions, skb)
      if (!key) return XT_CONTINUE
      const timeout = held.options.timeout === null ? null : target.timeout
      if (op === 'add') held.add(key, { nomatch: false, timeout, counters: null, comment: null }, exist)
      else held.del(key, true)
      return XT_CONTINUE
    }
  },
  words: ({ op, set, directions }) => `--${op}-set ${set} ${directions.join(',')}`,
}
