// Rewrites time to live and hop limit. Ref: net/netfilter/xt_HL.c
import type { NftFamily } from '../../../uapi/netfilter.ts'
import type { XtTtlTarget } from '../../../uapi/xt_target.ts'
import { ttlOf } from '../pktinfo.ts'
import { XT_CONTINUE, type XtTargetExtension, type XtTargetFn } from '../x_tables.ts'

function changed({ op, value }: XtTtlTarget, ttl: number): number {
  if (op === 'set') return value
  return op === 'inc' ? Math.min(ttl + value, 255) : Math.max(ttl - value, 0)
}

function compile(target: XtTtlTarget): XtTargetFn {
  return (skb) => {
    const { packet } = skb
    const ttl = changed(target, ttlOf(skb))
    if (packet.kind === 'ipv4') skb.packet = { ...packet, ttl }
    else if (packet.kind === 'ipv6') skb.packet = { ...packet, hopLimit: ttl }
    return XT_CONTINUE
  }
}

function extension(name: XtTtlTarget['name'], family: NftFamily): XtTargetExtension<XtTtlTarget> {
  const words = ({ op, value }: XtTtlTarget): string => `--${name.toLowerCase()}-${op} ${value}`
  return { name, families: [family], tables: ['mangle'], compile, words }
}

export const ttlTarget: XtTargetExtension<XtTtlTarget> = extension('TTL', 'ip')
export const hlTarget: XtTargetExtension<XtTtlTarget> = extension('HL', 'ip6')
