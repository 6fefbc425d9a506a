// Writes a line about the packet to the kernel's log. Ref: net/netfilter/xt_LOG.c
import type { XtLog } from '../../../uapi/xt_target.ts'
import { printk } from '../../core/printk.ts'
import { formatLog } from '../nf_log.ts'
import { nfLogAllNetns } from '../nf_log_sysctl.ts'
import { XT_CONTINUE, type XtTargetExtension } from '../x_tables.ts'

export const logTarget: XtTargetExtension<XtLog> = {
  name: 'LOG',
  compile: (log, { net }) => {
    const { stack } = net
    return (skb, state) => {
      // The log is the machine's own: what happens in other namespaces is not told there unless it is asked for.
      const [initNet] = stack.nets
      if (net === initNet || nfLogAllNetns(stack)) printk(stack, log.level, formatLog(skb, state, log))
      return XT_CONTINUE
    }
  },
  words: ({ prefix, level }) => `${prefix ? `--log-prefix "${prefix}" ` : ''}--log-level ${level}`,
}
