// `ip netns` (Ref: iproute2 ip/ipnetns.c).
import type { Blocking } from '../../os/program.ts'
import { EEXIST, ENOENT, isErrno } from '../../uapi/errno.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { execAll, execIn } from './netnsexec.ts'
import { listIds, setId } from './netnsid.ts'
import { NETNS_RUN_DIR, netnsNames, nsidOfName } from './nsid.ts'
import { NETNS_USAGE } from './usage/netns.ts'
import { parseInteger } from './utils.ts'

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
  if (matches(verb, 'add')) return add(ctx, args, true)
  if (matches(verb, 'set')) return setId(ctx, args)
  if (matches(verb, 'delete')) return remove(ctx, args)
  if (matches(verb, 'identify')) return identify(ctx, args)
  if (matches(verb, 'pids')) return pids(ctx, args)
  if (matches(verb, 'exec')) return exec(ctx, args)
  if (matches(verb, 'monitor')) ctx.unsupported('netns monitor')
  if (matches(verb, 'attach')) return add(ctx, args, false)
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

/** `add` (`create`) makes a namespace, `attach` names the one that a process is in. */
function add(ctx: IpContext, args: Args, create: boolean): number {
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
  const error = isErrno(netns) ? netns : fs.mountNetns(path, netns)
  if (!error) return 0
  fs.unlink(path)
  return refuse(ctx, `Bind ${source} -> ${path} failed: ${error.text}`)
}

function refuse(ctx: IpContext, text: string): 1 {
  ctx.err(`${text}\n`)
  return 1
}

function remove(ctx: IpContext, args: Args): number {
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

function exec(ctx: IpContext, args: Args): number | Blocking<number> {
  const words = args.rest()
  const { all } = ctx.options
  const [name] = words
  if (!all && name === undefined) return refuse(ctx, 'No netns name specified')
  const argv = all ? words : words.slice(1)
  const [command] = argv
  if (command === undefined) return refuse(ctx, 'No command specified')
  return all || name === undefined ? execAll(ctx, command, argv) : execIn(ctx, name, command, argv)
}
