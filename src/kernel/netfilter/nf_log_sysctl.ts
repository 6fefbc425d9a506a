// net.netfilter.nf_log_all_netns: whether packets of other namespaces may be told of in the machine's log.
// Ref: net/netfilter/nf_log.c
import type { Stack } from '../core/net.ts'
import { intSysctl, type SysctlTable } from '../core/sysctl.ts'

const PATH = 'net/netfilter/nf_log_all_netns'

const asked = new WeakMap<Stack, number>()

export function nfLogAllNetns(stack: Stack): boolean {
  return asked.get(stack) === 1
}

/** A setting of the machine: seen in its first namespace only. */
export function nfLogSysctls(stack: Stack): SysctlTable {
  return {
    paths: (net) => ([...stack.nets][0] === net ? [PATH] : []),
    find: (net, path) => {
      if (path !== PATH || [...stack.nets][0] !== net) return null
      const set = (value: number): void => void asked.set(stack, value)
      return intSysctl(PATH, () => asked.get(stack) ?? 0, set, 0, 1)
    },
  }
}
