// Every target extension that the kernel has: one file, one line here.
import type { XtTargetExtension } from '../x_tables.ts'
import { connmarkTarget } from './connmark.ts'
import { ctTarget, notrackTarget } from './ct.ts'
import { markTarget } from './mark.ts'
import { masqueradeTarget } from './masquerade.ts'
import { dnatTarget, snatTarget } from './nat.ts'
import { netmapTarget } from './netmap.ts'
import { redirectTarget } from './redirect.ts'

const TARGETS: readonly XtTargetExtension[] = [
  connmarkTarget,
  ctTarget,
  dnatTarget,
  markTarget,
  masqueradeTarget,
  netmapTarget,
  notrackTarget,
  redirectTarget,
  snatTarget,
]

const byName = new Map(TARGETS.map((target) => [target.name, target]))

/** Ref: xt_find_target() */
export function xtFindTarget(name: XtTargetExtension['name']): XtTargetExtension | null {
  return byName.get(name) ?? null
}
