// Ref: extensions/libxt_CHECKSUM.c
import type { XtPlainTarget } from '../../../uapi/xt_target.ts'
import { defineTarget } from '../extension.ts'

export const checksumTarget = defineTarget<XtPlainTarget>({
  name: 'CHECKSUM',
  options: [{ name: 'checksum-fill', argument: false, mandatory: true }],
  help: `CHECKSUM target options
  --checksum-fill			Fill in packet checksum.
`,
  parse: () => ({ option: () => undefined, finish: () => ({ name: 'CHECKSUM' }) }),
  print: () => ' CHECKSUM fill',
  save: () => ' --checksum-fill',
})
