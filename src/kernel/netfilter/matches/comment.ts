// A remark for readers: it always matches. Ref: net/netfilter/xt_comment.c
import type { XtComment } from '../../../uapi/xt_match.ts'
import type { XtMatchExtension } from '../x_tables.ts'

export const commentMatch: XtMatchExtension<XtComment> = {
  name: 'comment',
  compile: () => () => true,
  why: ({ text }) => ({ option: '-m comment', wanted: text, found: 'no remark' }),
}
