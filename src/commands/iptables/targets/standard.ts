// Verdicts and jumps have no options (Ref: extensions/libxt_standard.c).
import type { XtVerdict } from '../../../uapi/xt_target.ts'
import { defineTarget } from '../extension.ts'

/** What `-j ACCEPT -h` ends in. */
const HELP = `standard match options:
(If target is DROP, ACCEPT, RETURN or nothing)
`

export const verdictTargets = (['ACCEPT', 'DROP', 'RETURN', 'QUEUE'] as const).map((name) =>
  defineTarget<XtVerdict>({
    name,
    options: [],
    help: HELP,
    parse: () => ({ option: () => undefined, finish: () => ({ name }) }),
    print: () => '',
    save: () => '',
    translate: () => (name === 'QUEUE' ? 'queue' : name.toLowerCase()),
  }),
)
