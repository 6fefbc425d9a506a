// Entering a namespace as `ip netns exec` and `ip -n` do (Ref: iproute2 lib/namespace.c:netns_switch()).
import { isErrno } from '../../uapi/errno.ts'
import type { IpContext } from './context.ts'
import { NETNS_RUN_DIR } from './nsid.ts'

const NETNS_ETC_DIR = '/etc/netns'

/** Moves this process into the namespace NAME. False after the refusal has been written. */
export function enterNetns(ctx: IpContext, name: string): boolean {
  const netns = ctx.p.net.openNetns(`${NETNS_RUN_DIR}/${name}`)
  if (isErrno(netns)) {
    if (netns.name === 'EINVAL') ctx.err(`setting the network namespace "${name}" failed: ${netns.text}\n`)
    else ctx.err(`Cannot open network namespace "${name}": ${netns.text}\n`)
    return false
  }
  const error = ctx.p.net.setns(netns)
  if (!error) return true
  ctx.err(`setting the network namespace "${name}" failed: ${error.text}\n`)
  return false
}

/**
 * Moves this process into the namespace NAME and shows it, and its children, a file system that fits: a /sys of that
 * namespace, and the files of /etc/netns/NAME over those of /etc.
 */
export function switchNetns(ctx: IpContext, name: string): boolean {
  if (!enterNetns(ctx, name)) return false
  const { fs } = ctx.p
  fs.unshareMounts()
  fs.mountSys()
  const directory = `${NETNS_ETC_DIR}/${name}`
  const files = fs.readdir(directory)
  if (isErrno(files)) return true
  for (const file of files) {
    const error = fs.bind(`${directory}/${file}`, `/etc/${file}`)
    if (error) ctx.err(`Bind ${directory}/${file} -> /etc/${file} failed: ${error.text}\n`)
  }
  return true
}
