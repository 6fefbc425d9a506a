// Ref: extensions/libxt_comment.c
import type { XtComment } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'
import { quoted } from '../quote.ts'

/** XT_MAX_COMMENT_LEN */
const MAX_COMMENT = 256

export const commentMatch = defineMatch<XtComment>({
  name: 'comment',
  options: [{ name: 'comment', argument: true, mandatory: true }],
  help: `comment match options:
--comment COMMENT             Attach a comment to a rule
`,
  parse: () => {
    let text = ''
    return {
      option: (given) => {
        text = given.octets(MAX_COMMENT)
      },
      finish: () => ({ name: 'comment', text }),
    }
  },
  print: ({ text }) => ` /* ${text} */`,
  save: ({ text }) => ` --comment ${quoted(text)}`,
  translate: () => '',
})
