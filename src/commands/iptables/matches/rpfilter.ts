// Ref: extensions/libxt_rpfilter.c
import type { XtRpfilter } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'

function flags(data: XtRpfilter, write: (option: string) => string): string {
  return [
    data.loose ? write('loose') : '',
    data.validmark ? write('validmark') : '',
    data.acceptLocal ? write('accept-local') : '',
    data.invert ? write('invert') : '',
  ].join('')
}

export const rpfilterMatch = defineMatch<XtRpfilter>({
  name: 'rpfilter',
  options: [
    { name: 'loose', argument: false },
    { name: 'validmark', argument: false },
    { name: 'accept-local', argument: false },
    { name: 'invert', argument: false },
  ],
  help: `rpfilter match options:
    --loose          permit reverse path via any interface
    --validmark      use skb nfmark when performing route lookup
    --accept-local   do not reject packets with a local source address
    --invert         match packets that failed the reverse path test
`,
  parse: () => ({
    option: () => undefined,
    finish: (given) => ({
      name: 'rpfilter',
      loose: given.has('loose'),
      validmark: given.has('validmark'),
      acceptLocal: given.has('accept-local'),
      invert: given.has('invert'),
    }),
  }),
  print: (data) => ` rpfilter${flags(data, (option) => ` ${option}`)}`,
  save: (data) => flags(data, (option) => ` --${option}`),
  translate: ({ loose, validmark, acceptLocal, invert }) => {
    if (acceptLocal && !invert) return null
    const local = acceptLocal ? 'fib saddr type != local ' : ''
    return `${local}fib saddr${validmark ? ' . mark' : ''}${loose ? '' : ' . iif'} oif ${invert ? '0' : '!= 0'}`
  },
})
