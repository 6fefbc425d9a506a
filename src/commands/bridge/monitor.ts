// `bridge monitor`: what bridges tell as things change. Ref: iproute2 bridge/monitor.c
import type { Blocking } from '../../os/program.ts'
import type { MdbMessage } from '../../uapi/bridge.ts'
import { isErrno } from '../../uapi/errno.ts'
import { AF_BRIDGE } from '../../uapi/rtnetlink.ts'
import type { RtnetlinkGroup, RtnetlinkNotification } from '../../uapi/rtnotify.ts'
import { matches, type Args } from '../ip/args.ts'
import { IpContext } from '../ip/context.ts'
import { printTimestamp } from '../ip/monitor.ts'
import { printFdbEntry } from './fdb.ts'
import { printLink } from './link.ts'
import { printMdbEntry, printRouterPort } from './mdb.ts'
import { BRIDGE_MONITOR_USAGE } from './usage.ts'

/** In iproute2's order, which decides what an abbreviation means. */
const OBJECTS = ['link', 'fdb', 'mdb', 'vlan', 'vni'] as const

const GROUPS = {
  link: ['link'],
  fdb: ['neigh'],
  mdb: ['mdb'],
  vlan: [],
  vni: [],
} as const satisfies Readonly<Record<(typeof OBJECTS)[number], readonly RtnetlinkGroup[]>>

interface Monitor {
  readonly objects: Set<keyof typeof GROUPS>
  label: boolean
}

function parse(ctx: IpContext, args: Args): Monitor {
  const monitor: Monitor = { objects: new Set(), label: false }
  while (args.more) {
    const word = args.take()
    const object = OBJECTS.find((name) => matches(word, name))
    if (matches(word, 'file')) {
      const opened = ctx.p.fs.open(args.value(), { read: true })
      if (!isErrno(opened)) ctx.unsupported('monitor file')
      ctx.err(`Cannot fopen: ${opened.text}\n`)
      ctx.exit(255)
    } else if (object) monitor.objects.add(object)
    else if (word === 'all') monitor.label = true
    else if (matches(word, 'help')) ctx.usage(BRIDGE_MONITOR_USAGE)
    else {
      ctx.err(`Argument "${word}" is unknown, try "bridge monitor help".\n`)
      ctx.exit(255)
    }
  }
  // What is set in every VLAN and each VNI of a tunnel is not told of here.
  for (const object of ['vlan', 'vni'] as const)
    if (monitor.objects.has(object)) ctx.unsupported(`monitor ${object}`)
  if (monitor.objects.size === 0) for (const name of OBJECTS) monitor.objects.add(name)
  return monitor
}

export function* monitorObject(given: IpContext, args: Args): Blocking<number> {
  const monitor = parse(given, args)
  // It never writes JSON.
  const ctx = given.out.isJson ? new IpContext('bridge', given.p, { ...given.options, json: false }) : given
  const { p } = ctx
  const groups = [...monitor.objects].flatMap((object): readonly RtnetlinkGroup[] => GROUPS[object])
  const socket = p.net.rtnetlinkSocket({ groups, allNsid: false })
  ctx.links.list()
  for (;;) {
    const told = socket.recv()
    if (isErrno(told)) {
      yield* p.clock.wait([socket])
      continue
    }
    accept(ctx, monitor, told)
    ctx.out.flush()
  }
}

/** Names are those that links had when they were first heard of. Ref: accept_msg() */
function accept(ctx: IpContext, monitor: Monitor, { message }: RtnetlinkNotification): void {
  const header = (label: string, deleted: boolean): void => {
    printTimestamp(ctx)
    if (monitor.label) ctx.out.line(`[${label}]`)
    if (deleted) ctx.out.line('Deleted ')
  }
  switch (message.type) {
    case 'RTM_NEWLINK':
    case 'RTM_DELLINK':
      header('LINK', message.type === 'RTM_DELLINK')
      return printLink(ctx, message)
    case 'RTM_NEWNEIGH':
    case 'RTM_DELNEIGH':
      if (message.family !== AF_BRIDGE) return
      header('NEIGH', message.type === 'RTM_DELNEIGH')
      return printFdbEntry(ctx, message)
    case 'RTM_NEWMDB':
    case 'RTM_DELMDB':
      header('MDB', message.type === 'RTM_DELMDB')
      return printMdb(ctx, message)
    default:
  }
}

function printMdb(ctx: IpContext, message: MdbMessage): void {
  if (message.group) printMdbEntry(ctx, message)
  else printRouterPort(ctx, message)
}
