// Whose process sent it, and whether it came from a socket at all. Ref: net/netfilter/xt_owner.c
import type { RuleMiss } from '../../../sim/trace.ts'
import { EINVAL } from '../../../uapi/errno.ts'
import type { XtOwner } from '../../../uapi/xt_match.ts'
import { refuse } from '../../core/net.ts'
import type { SkBuff } from '../../core/skb.ts'
import { formatRange, not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'
import { inRange } from './ports.ts'

/** Programs run as root. */
const ROOT = 0

/** `kernel`: it answers through sockets of its own, which no process holds; `none`: it was only passed on. */
function socketOf(skb: SkBuff): 'process' | 'kernel' | 'none' {
  if (skb.iif) return 'none'
  return skb.sender ? 'process' : 'kernel'
}

/** Which of its conditions does not hold; null when all do. */
function ownerMiss({ uid, gid, socketExists }: XtOwner, skb: SkBuff): RuleMiss | null {
  const socket = socketOf(skb)
  if (socketExists && (socket !== 'none') === socketExists.invert) {
    const found = socket === 'none' ? 'no socket' : 'a socket'
    return { option: not('--socket-exists', socketExists.invert), wanted: 'a socket', found }
  }
  for (const [option, range] of [
    ['--uid-owner', uid],
    ['--gid-owner', gid],
  ] as const) {
    if (!range || (socket === 'process' ? inRange(range, ROOT) : range.invert)) continue
    const found = socket === 'process' ? String(ROOT) : 'no process'
    return { option: not(option, range.invert), wanted: formatRange(range), found }
  }
  return null
}

function isReversed(range: XtOwner['uid']): boolean {
  return range !== null && range.min > range.max
}

export const ownerMatch: XtMatchExtension<XtOwner> = {
  name: 'owner',
  hooks: ['OUTPUT', 'POSTROUTING'],
  check: ({ uid, gid }) => (isReversed(uid) || isReversed(gid) ? refuse(EINVAL) : null),
  compile: (match) => (skb) => ownerMiss(match, skb) === null,
  why: (match, skb) => ownerMiss(match, skb) ?? { option: '-m owner', wanted: 'an owner', found: 'none' },
}
