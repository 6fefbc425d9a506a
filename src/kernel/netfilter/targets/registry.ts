// Every target extension that the kernel has: one file, one line here.
import type { XtTargetExtension } from '../x_tables.ts'
import { checksumTarget } from './checksum.ts'
import { connmarkTarget } from './connmark.ts'
import { ctTarget, notrackTarget } from './ct.ts'
import { dscpTarget, tosTarget } from './dscp.ts'
import { logTarget } from './log.ts'
import { markTarget } from './mark.ts'
import { masqueradeTarget } from './masquerade.ts'
import { dnatTarget, snatTarget } from './nat.ts'
import { netmapTarget } from './netmap.ts'
import { redirectTarget } from './redirect.ts'
import { rejectTarget } from './reject.ts'
import { setTarget } from './set.ts'
import { tcpmssTarget } from './tcpmss.ts'
import { traceTarget } from './trace.ts'
import { hlTarget, ttlTarget } from './ttl.ts'

const TARGETS: readonly XtTargetExtension[] = [
  checksumTarget,
  connmarkTarget,
  ctTarget,
  dnatTarget,
  dscpTarget,
  hlTarget,
  logTarget,
  markTarget,
  masqueradeTarget,
  netmapTarget,
  notrackTarget,
  redirectTarget,
  rejectTarget,
  setTarget,
  snatTarget,
  tcpmssTarget,
  tosTarget,
  traceTarget,
  ttlTarget,
]

const byName = new Map(TARGETS.map((target) => [target.name, target]))

/** Ref: xt_find_target() */
export function xtFindTarget(name: XtTargetExtension['name']): XtTargetExtension | null {
  return byName.get(name) ?? null
}
