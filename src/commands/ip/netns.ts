// `ip netns` (Ref: iproute2 ip/ipnetns.c).
import type { Blocking } from '../../os/program.ts'
import { ENOENT, isErrno } from '../../uapi/errno.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { addNetns, execNetns, refuse, removeNetns } from './netnschange.ts'
import { listIds, setId } from './netnsid.ts'
import { NETNS_RUN_DIR, netnsNames, nsidOfName } from './nsid.ts'
import { NETNS_USAGE } from './usage/netns.ts'

/** Runs the verb at hand and gives the exit status. */
export function netnsObject(ctx: IpContext, args: Args): number | Blocking<number> {
  if (!args.more) return list(ctx)
  const verb = args.take()
  if (!ctx.options.all && args.more && isInvalidName(args.word)) {
    ctx.err(`Invalid netns name "${args.word}"\n`)
    ctx.exit(255)
  }
  if (matches(verb, 'list') || matches(verb, 'show') || matches(verb, 'lst')) return list(ctx)
  if (matches(verb, 'list-id')) return listIds(ctx, args)
  if (matches(verb, 'help')) ctx.usage(NETNS_USAGE)
  if (matches(verb, 'add')) return addNetns(ctx, args, true)
  if (matches(verb, 'set')) return setId(ctx, args)
  if (matches(verb, 'delete')) return removeNetns(ctx, args)
  if (matches(verb, 'identify')) return identify(ctx, args)
  if (matches(verb, 'pids')) return pids(ctx, args)
  if (matches(verb, 'exec')) return execNetns(ctx, args)
  if (matches(verb, 'monitor')) ctx.unsupported('netns monitor')
  if (matches(verb, 'attach')) return addNetns(ctx, args, false)
  ctx.err(`Command "${verb}" is unknown, try "ip netns help".\n`)
  ctx.exit(255)
}

const NAME_MAX = 255

function isInvalidName(name: string): boolean {
  return name === '' || name.length > NAME_MAX || name.includes('/') || name === '.' || name === '..'
}

function list(ctx: IpContext): number {
  const { out } = ctx
  if (isErrno(ctx.p.fs.readdirUnsorted(NETNS_RUN_DIR))) return 0
  out.beginJson()
  for (const name of netnsNames(ctx)) {
    out.openObject(null)
    out.any('name', name, name)
    const id = nsidOfName(ctx, name)
    if (id >= 0) out.any('id', id, ` (id: ${id})`)
    out.text('\n')
    out.closeObject()
  }
  out.endJson()
  return 0
}

/** Names that the namespace of a process goes by: the last one found, or an empty line. */
function identify(ctx: IpContext, args: Args): number {
  if (args.left > 1) return refuse(ctx, 'extra arguments specified')
  const pid = args.more ? args.word : 'self'
  if (args.more && !/^\d*$/.test(pid)) return refuse(ctx, `Specified string '${pid}' is not a pid`)
  const netns = ctx.p.net.openNetns(`/proc/${pid}/ns/net`)
  if (isErrno(netns)) return refuse(ctx, `Cannot open network namespace: ${netns.text}`)
  let found = ''
  for (const name of netnsNames(ctx)) {
    const named = ctx.p.net.openNetns(`${NETNS_RUN_DIR}/${name}`)
    if (!isErrno(named) && named.inode === netns.inode) found = name
  }
  ctx.out.line(`${found}\n`)
  return 0
}

function pids(ctx: IpContext, args: Args): number {
  if (!args.more) return refuse(ctx, 'No netns name specified')
  if (args.left > 1) return refuse(ctx, 'extra arguments specified')
  const path = `${NETNS_RUN_DIR}/${args.word}`
  if (isErrno(ctx.p.fs.stat(path))) return refuse(ctx, `Cannot open network namespace: ${ENOENT.text}`)
  const netns = ctx.p.net.openNetns(path)
  if (isErrno(netns)) return 0
  const members = ctx.p.procs.list().filter((process) => process.netns.inode === netns.inode)
  for (const { pid } of members.toSorted((a, b) => a.pid - b.pid)) ctx.out.line(`${pid}\n`)
  return 0
}
