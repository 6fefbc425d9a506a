// Ref: extensions/libipt_ttl.c, libip6t_hl.c
import type { XtTtl } from '../../../uapi/xt_match.ts'
import { defineMatch, type MatchExtension } from '../extension.ts'

const SIGNS = { eq: '==', ne: '!=', lt: '<', gt: '>' } as const

function saveOption(name: string, { op, value }: XtTtl): string {
  return op === 'ne' ? ` ! --${name}-eq ${value}` : ` --${name}-${op} ${value}`
}

const NFT_SIGNS = { eq: '', ne: '!= ', lt: 'lt ', gt: 'gt ' } as const

interface Flavour {
  readonly name: 'ttl' | 'hl'
  readonly family: 'ip' | 'ip6'
  readonly label: 'TTL' | 'HL'
  readonly missing: string
  readonly nft: string
  readonly help: string
}

function define({ name, family, label, missing, nft, help }: Flavour): MatchExtension {
  const options = [`${name}-lt`, `${name}-gt`, `${name}-eq`]
  return defineMatch<XtTtl>({
    name,
    family,
    options: [
      ...options.map((option) => ({
        name: option,
        argument: true,
        invert: option.endsWith('-eq'),
        excludes: options.filter((other) => other !== option),
      })),
      { name, of: `${name}-eq`, argument: true, invert: true },
    ],
    help,
    parse: (x) => {
      let data: XtTtl = { name, op: 'eq', value: 0 }
      return {
        option: (given) => {
          const value = given.uint(255)
          if (given.id.endsWith('-eq')) data = { name, op: given.invert ? 'ne' : 'eq', value }
          else data = { name, op: given.id.endsWith('-lt') ? 'lt' : 'gt', value }
        },
        finish: (given) => {
          if (given.size === 0) x.problem(missing)
          return data
        },
      }
    },
    print: ({ op, value }) => ` ${label} match ${label} ${SIGNS[op]} ${value}`,
    save: (data) => saveOption(name, data),
    translate: ({ op, value }) => `${nft} ${NFT_SIGNS[op]}${value}`,
  })
}

export const ttlMatch = define({
  name: 'ttl',
  family: 'ip',
  label: 'TTL',
  missing: "TTL match: You must specify one of `--ttl-eq', `--ttl-lt', `--ttl-gt",
  nft: 'ip ttl',
  help: `ttl match options:
[!] --ttl-eq value	Match time to live value
  --ttl-lt value	Match TTL < value
  --ttl-gt value	Match TTL > value
`,
})

export const hlMatch = define({
  name: 'hl',
  family: 'ip6',
  label: 'HL',
  missing: "HL match: You must specify one of `--hl-eq', `--hl-lt', `--hl-gt'",
  nft: 'ip6 hoplimit',
  help: `hl match options:
[!] --hl-eq value	Match hop limit value
  --hl-lt value	Match HL < value
  --hl-gt value	Match HL > value
`,
})
