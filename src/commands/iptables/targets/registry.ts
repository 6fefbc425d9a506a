// Every target there is, and the names of those that real iptables has and vethlab has not.
import type { NftFamily } from '../../../uapi/netfilter.ts'
import type { XtTarget } from '../../../uapi/xt_target.ts'
import type { TargetExtension } from '../extension.ts'
import { checksumTarget } from './checksum.ts'
import { connmarkTarget } from './connmark.ts'
import { ctTarget, notrackTarget } from './ct.ts'
import { dscpTarget } from './dscp.ts'
import { logTarget } from './log.ts'
import { markTarget } from './mark.ts'
import { natTargets } from './nat.ts'
import { netmapTarget } from './netmap.ts'
import { rejectTarget } from './reject.ts'
import { setTarget } from './set.ts'
import { verdictTargets } from './standard.ts'
import { tcpmssTarget } from './tcpmss.ts'
import { tosTarget } from './tos.ts'
import { traceTarget } from './trace.ts'
import { hlTarget, ttlTarget } from './ttl.ts'

export const targets: readonly TargetExtension[] = [
  ...verdictTargets,
  ...natTargets,
  checksumTarget,
  connmarkTarget,
  ctTarget,
  dscpTarget,
  hlTarget,
  logTarget,
  markTarget,
  netmapTarget,
  notrackTarget,
  rejectTarget,
  setTarget,
  tcpmssTarget,
  tosTarget,
  traceTarget,
  ttlTarget,
]

const ABSENT =
  'AUDIT CLASSIFY CONNSECMARK HMARK IDLETIMER LED NFLOG NFQUEUE RATEEST SECMARK SYNPROXY TCPOPTSTRIP TEE TPROXY'
const ABSENT_OF_FAMILY: Readonly<Record<NftFamily, string>> = {
  ip: 'CLUSTERIP ECN ULOG',
  ip6: 'DNPT SNPT',
}

const BY_NAME = new Map(targets.map((target) => [target.name, target]))

/** Real iptables has it for that family, vethlab has not. */
export function isAbsentTarget(name: string, family: NftFamily): boolean {
  return `${ABSENT} ${ABSENT_OF_FAMILY[family]}`.split(' ').includes(name)
}

export function findTarget(name: string, family: NftFamily): TargetExtension | null {
  const target = BY_NAME.get(name)
  return target && (target.family === null || target.family === family) ? target : null
}

/** Null for a jump, and for a rule without a target. */
export function extensionOfTarget(target: XtTarget): TargetExtension | null {
  if (target.name === 'jump' || target.name === 'none') return null
  const extension = BY_NAME.get(target.name)
  if (!extension) throw new Error(`no target ${target.name}`)
  return extension
}
