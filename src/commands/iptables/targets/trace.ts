// Ref: extensions/libxt_TRACE.c
import type { XtPlainTarget } from '../../../uapi/xt_target.ts'
import { defineTarget } from '../extension.ts'

export const traceTarget = defineTarget<XtPlainTarget>({
  name: 'TRACE',
  options: [],
  help: null,
  parse: () => ({ option: () => undefined, finish: () => ({ name: 'TRACE' }) }),
  print: () => '',
  save: () => '',
  translate: () => 'meta nftrace set 1',
})
