// Time to live and hop limit. Ref: net/netfilter/xt_hl.c
import type { RuleMiss } from '../../../sim/trace.ts'
import type { NftFamily } from '../../../uapi/netfilter.ts'
import type { XtTtl } from '../../../uapi/xt_match.ts'
import type { SkBuff } from '../../core/skb.ts'
import { ttlOf } from '../pktinfo.ts'
import type { XtMatchExtension, XtMatchFn } from '../x_tables.ts'

function compile({ op, value }: XtTtl): XtMatchFn {
  switch (op) {
    case 'eq':
      return (skb) => ttlOf(skb) === value
    case 'ne':
      return (skb) => ttlOf(skb) !== value
    case 'lt':
      return (skb) => ttlOf(skb) < value
    case 'gt':
      return (skb) => ttlOf(skb) > value
  }
}

function why({ name, op, value }: XtTtl, skb: SkBuff): RuleMiss {
  const option = op === 'ne' ? `! --${name}-eq` : `--${name}-${op}`
  return { option, wanted: String(value), found: String(ttlOf(skb)) }
}

function extension(name: XtTtl['name'], family: NftFamily): XtMatchExtension<XtTtl> {
  return { name, families: [family], compile, why }
}

export const ttlMatch: XtMatchExtension<XtTtl> = extension('ttl', 'ip')
export const hlMatch: XtMatchExtension<XtTtl> = extension('hl', 'ip6')
