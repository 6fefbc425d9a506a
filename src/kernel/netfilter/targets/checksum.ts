// Works out a checksum that was left to the device: here every checksum is right. Ref: net/netfilter/xt_CHECKSUM.c
import type { XtPlainTarget } from '../../../uapi/xt_target.ts'
import { XT_CONTINUE, type XtTargetExtension } from '../x_tables.ts'

export const checksumTarget: XtTargetExtension<XtPlainTarget> = {
  name: 'CHECKSUM',
  tables: ['mangle'],
  compile: () => () => XT_CONTINUE,
  words: () => '--checksum-fill',
}
