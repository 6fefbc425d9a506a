// Ports of a bridge that a packet came in by and leaves by. Ref: net/netfilter/xt_physdev.c
import type { RuleMiss } from '../../../sim/trace.ts'
import { EINVAL } from '../../../uapi/errno.ts'
import type { XtPhysdev } from '../../../uapi/xt_match.ts'
import { refuse } from '../../core/net.ts'
import type { SkBuff } from '../../core/skb.ts'
import { interfaceTest } from '../nft_conditions.ts'
import { formatInterface, not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

/** Which of its conditions does not hold; null when all do. */
function physdevMiss(match: XtPhysdev, { nfBridge }: SkBuff): RuleMiss | null {
  const into = nfBridge?.physIn.name ?? null
  const out = nfBridge?.physOut?.name ?? null
  const states = [
    ['--physdev-is-bridged', match.isBridged, out !== null],
    ['--physdev-is-in', match.isIn, into !== null],
    ['--physdev-is-out', match.isOut, out !== null],
  ] as const
  for (const [option, wanted, found] of states) {
    if (wanted === null || wanted === found) continue
    return { option: not(option, !wanted), wanted: 'a port', found: found ? 'one' : 'none' }
  }
  const devices = [
    ['--physdev-in', match.in, into],
    ['--physdev-out', match.out, out],
  ] as const
  for (const [option, wanted, found] of devices) {
    if (!wanted) continue
    if (found === null ? wanted.invert : interfaceTest(wanted)(found)) continue
    return { option: not(option, wanted.invert), wanted: formatInterface(wanted), found: found ?? 'no port' }
  }
  return null
}

export const physdevMatch: XtMatchExtension<XtPhysdev> = {
  name: 'physdev',
  check: ({ out, isOut, isBridged }, { hook }) => {
    // What leaves by a bridge gets its port only after OUTPUT.
    if ((out || isOut !== null) && isBridged !== true && hook === 'OUTPUT') return refuse(EINVAL)
    return null
  },
  compile: (match) => (skb) => physdevMiss(match, skb) === null,
  why: (match, skb) => physdevMiss(match, skb) ?? { option: '-m physdev', wanted: 'a port', found: 'none' },
}
