import type { NetlinkError, RtnetlinkMessage, RtnetlinkRequest } from '../../uapi/rtnetlink.ts'
import type { IpContext } from './context.ts'

/** One request; what comes back, or null after the kernel's refusal has been written to descriptor 2. */
export function talk(ctx: IpContext, request: RtnetlinkRequest): readonly RtnetlinkMessage[] | null {
  const reply = ctx.p.net.rtnetlink(request)
  if (!reply.error) return reply.messages
  reportError(ctx, reply.error)
  return null
}

/** Extended text where the kernel gives one, else the error's own (Ref: iproute2 lib/libnetlink.c). */
export function reportError(ctx: IpContext, error: NetlinkError): void {
  const { extack } = error
  if (extack === null || extack === '') ctx.err(`RTNETLINK answers: ${error.errno.text}\n`)
  else ctx.err(`Error: ${extack}${extack.endsWith('.') ? '' : '.'}\n`)
}

export function cannotFindDevice(ctx: IpContext, name: string): 1 {
  ctx.err(`Cannot find device "${name}"\n`)
  return 1
}
