// Every target extension that the kernel has: one file, one line here.
import type { XtTargetExtension } from '../x_tables.ts'
import { markTarget } from './mark.ts'

const TARGETS: readonly XtTargetExtension[] = [markTarget]

const byName = new Map(TARGETS.map((target) => [target.name, target]))

/** Ref: xt_find_target() */
export function xtFindTarget(name: XtTargetExtension['name']): XtTargetExtension | null {
  return byName.get(name) ?? null
}
