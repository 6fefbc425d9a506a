// Ref: extensions/libxt_set.c
import type { XtSet } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'
import { parseSet } from '../ipset.ts'

export const setMatch = defineMatch<XtSet>({
  name: 'set',
  options: [
    { name: 'match-set', argument: true, bare: true },
    { name: 'set', argument: true, bare: true },
    { name: 'return-nomatch', argument: false, absent: true },
    ...['update-counters', 'update-subcounters'].map((name) => ({ name, argument: false, absent: true })),
    ...['packets-eq', 'packets-lt', 'packets-gt', 'bytes-eq', 'bytes-lt', 'bytes-gt'].map((name) => ({
      name,
      argument: true,
      absent: true,
    })),
  ],
  help: `set match options:
 [!] --match-set name flags [--return-nomatch]
   [! --update-counters] [! --update-subcounters]
   [[!] --packets-eq value | --packets-lt value | --packets-gt value
   [[!] --bytes-eq value | --bytes-lt value | --bytes-gt value
		 'name' is the set name from to match,
		 'flags' are the comma separated list of
		 'src' and 'dst' specifications.
`,
  parse: (x) => {
    let data: XtSet | null = null
    return {
      option: (given) => {
        if (given.option.name === 'set') x.warn('--set option deprecated, please use --match-set\n')
        if (data !== null) x.problem('--match-set can be specified only once')
        data = { name: 'set', ...parseSet(given, '--match-set'), invert: given.invert }
      },
      finish: () => data ?? x.problem("You must specify `--match-set' with proper arguments"),
    }
  },
  print: ({ set, directions, invert }) => `${invert ? ' !' : ''} match-set ${set} ${directions.join(',')}`,
  save: ({ set, directions, invert }) => `${invert ? ' !' : ''} --match-set ${set} ${directions.join(',')}`,
})
