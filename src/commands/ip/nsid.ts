// Which name under /run/netns goes with a namespace id: found by asking the id of each.
import { EINVAL, isErrno } from '../../uapi/errno.ts'
import type { NetnsRef } from '../../uapi/netns.ts'
import type { IpContext } from './context.ts'

export const NETNS_RUN_DIR = '/run/netns'

/** Names in the directory's own order; none when there is no directory. */
export function netnsNames(ctx: IpContext): readonly string[] {
  const names = ctx.p.fs.readdirUnsorted(NETNS_RUN_DIR)
  return isErrno(names) ? [] : names
}

/** The id that the caller's namespace has given to another; −1 when none. */
function nsidOf(ctx: IpContext, netns: NetnsRef): number {
  const answer = ctx.p.net.rtnetlink({ type: 'RTM_GETNSID', netns }).messages?.[0]
  return answer?.type === 'RTM_NEWNSID' ? answer.nsid : -1
}

export function nsidOfName(ctx: IpContext, name: string): number {
  const netns = ctx.p.net.openNetns(`${NETNS_RUN_DIR}/${name}`)
  if (!isErrno(netns)) return nsidOf(ctx, netns)
  // A file that is no namespace.
  if (netns === EINVAL) ctx.err('Error: Peer netns reference is invalid.\n')
  return -1
}

/** The first name with that id, or null. */
export function nameOfNsid(ctx: IpContext, nsid: number): string | null {
  if (nsid < 0) return null
  ctx.nsidNames ??= readNames(ctx)
  return ctx.nsidNames.get(nsid) ?? null
}

function readNames(ctx: IpContext): Map<number, string> {
  const names = new Map<number, string>()
  for (const name of netnsNames(ctx)) {
    const id = nsidOfName(ctx, name)
    if (id >= 0 && !names.has(id)) names.set(id, name)
  }
  return names
}
