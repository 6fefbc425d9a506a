// `ip tunnel` where the kernel has no module for any: what Linux answers then. Ref: busybox networking/libiproute/iptunnel.c
import { ENODEV } from '../../../uapi/errno.ts'
import type { IpContext } from './context.ts'

export function tunnelObject(ctx: IpContext): number {
  if (!ctx.more) return 0
  const word = ctx.take()
  const verb = ctx.keyword(word, 'add change delete show list lst')
  if (verb === '') ctx.invalid(word, 'ip')
  if (verb === 'show' || verb === 'list' || verb === 'lst') return 0
  let mode: string | null = null
  while (ctx.more) if (ctx.take() === 'mode') mode = ctx.value()
  if (verb === 'add' && mode === null) ctx.die("can't determine tunnel mode (ipip, gre or sit)")
  if (mode !== null && !/^(?:ipip|ip\/ip|gre|gre\/ip|sit|ipv6\/ip)$/.test(mode)) {
    ctx.die("can't guess tunnel mode")
  }
  const call = verb === 'add' ? 'SIOCADDTUNNEL' : verb === 'change' ? 'SIOCCHGTUNNEL' : 'SIOCDELTUNNEL'
  ctx.die(`${call}: ${ENODEV.text}`)
}
