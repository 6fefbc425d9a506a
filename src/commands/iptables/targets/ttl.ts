// Ref: extensions/libipt_TTL.c, libip6t_HL.c
import type { XtTtlTarget } from '../../../uapi/xt_target.ts'
import { defineTarget, type TargetExtension } from '../extension.ts'

const WORDS = { set: 'set to', inc: 'increment by', dec: 'decrement by' } as const

function define(name: 'TTL' | 'HL', family: 'ip' | 'ip6', help: string): TargetExtension {
  const prefix = name.toLowerCase()
  const options = ['set', 'inc', 'dec'].map((op) => `${prefix}-${op}`)
  return defineTarget<XtTtlTarget>({
    name,
    family,
    options: options.map((option) => ({
      name: option,
      argument: true,
      excludes: options.filter((other) => other !== option),
    })),
    help,
    parse: (x) => {
      let data: XtTtlTarget = { name, op: 'set', value: 0 }
      return {
        option: (given) => {
          const op = given.id.endsWith('set') ? 'set' : given.id.endsWith('inc') ? 'inc' : 'dec'
          data = { name, op, value: given.uint(255, op === 'set' ? 0 : 1) }
        },
        finish: (given) => {
          if (given.size === 0) x.problem(`${name}: You must specify an action`)
          return data
        },
      }
    },
    print: ({ op, value }) => ` ${name} ${WORDS[op]} ${value}`,
    save: ({ op, value }) => ` --${prefix}-${op} ${value}`,
  })
}

export const ttlTarget = define(
  'TTL',
  'ip',
  `TTL target options
  --ttl-set value		Set TTL to <value 0-255>
  --ttl-dec value		Decrement TTL by <value 1-255>
  --ttl-inc value		Increment TTL by <value 1-255>
`,
)

export const hlTarget = define(
  'HL',
  'ip6',
  `HL target options
  --hl-set value		Set HL to <value 0-255>
  --hl-dec value		Decrement HL by <value 1-255>
  --hl-inc value		Increment HL by <value 1-255>
`,
)
