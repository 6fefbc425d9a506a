// `ip netns add`, `attach`, `delete` and `exec` (Ref: iproute2 ip/ipnetns.c).
import type { Blocking } from '../../os/program.ts'
import { EEXIST, isErrno } from '../../uapi/errno.ts'
import type { Args } from './args.ts'
import type { IpContext } from './context.ts'
import { execAll, execIn } from './netnsexec.ts'
import { NETNS_RUN_DIR, netnsNames } from './nsid.ts'
import { parseInteger } from './utils.ts'

/** `add` (`create`) makes a namespace, `attach` names the one that a process is in. */
export function addNetns(ctx: IpContext, args: Args, create: boolean): number {
  if (create && !args.more) return refuse(ctx, 'No netns name specified')
  if (!create && args.left < 2) return refuse(ctx, 'No netns name and PID specified')
  const name = args.take()
  const pid = create ? null : parseInteger(args.word)
  if (!create && !pid) return refuse(ctx, `Invalid PID: ${args.word}`)
  const { fs, net } = ctx.p
  const made = fs.mkdir(NETNS_RUN_DIR, 0o755)
  if (made && made !== EEXIST) return refuse(ctx, `mkdir ${NETNS_RUN_DIR} failed: ${made.text}`)
  // Linux makes the directory a mount point of its own, so that it cannot be removed any more.
  fs.bind(NETNS_RUN_DIR, NETNS_RUN_DIR)
  const path = `${NETNS_RUN_DIR}/${name}`
  const file = fs.open(path, { read: true, create: true, excl: true })
  if (isErrno(file)) return refuse(ctx, `Cannot create namespace file "${path}": ${file.text}`)
  file.close()
  const source = create ? '/proc/self/ns/net' : `/proc/${pid}/ns/net`
  const netns = create ? net.createNetns() : net.openNetns(source)
  if (create && isErrno(netns)) {
    fs.unlink(path)
    return refuse(ctx, `Failed to create a new network namespace "${name}": ${netns.text}`)
  }
  const error = isErrno(netns) ? netns : fs.mountNetns(path, netns)
  if (!error) return 0
  fs.unlink(path)
  return refuse(ctx, `Bind ${source} -> ${path} failed: ${error.text}`)
}

export function refuse(ctx: IpContext, text: string): 1 {
  ctx.err(`${text}\n`)
  return 1
}

export function removeNetns(ctx: IpContext, args: Args): number {
  if (ctx.options.all) {
    for (const name of netnsNames(ctx)) if (removeOne(ctx, name) !== 0) break
    return 0
  }
  if (!args.more) return refuse(ctx, 'No netns name specified')
  return removeOne(ctx, args.word)
}

function removeOne(ctx: IpContext, name: string): number {
  const path = `${NETNS_RUN_DIR}/${name}`
  ctx.p.fs.umount(path)
  const error = ctx.p.fs.unlink(path)
  return error ? refuse(ctx, `Cannot remove namespace file "${path}": ${error.text}`) : 0
}

export function execNetns(ctx: IpContext, args: Args): number | Blocking<number> {
  const words = args.rest()
  const { all } = ctx.options
  const [name] = words
  if (!all && name === undefined) return refuse(ctx, 'No netns name specified')
  const argv = all ? words : words.slice(1)
  const [command] = argv
  if (command === undefined) return refuse(ctx, 'No command specified')
  return all || name === undefined ? execAll(ctx, command, argv) : execIn(ctx, name, command, argv)
}
