// A process with a netlink of lists, for this folder's tests and those of `bridge`: it answers what the lists hold and
// keeps what it is asked to change.
import type { Blocking, Process, Program } from '../../os/program.ts'
import { ENODEV, ENOENT } from '../../uapi/errno.ts'
import { ARPHRD_ETHER, ARPHRD_LOOPBACK, IFF_BROADCAST, IFF_LOOPBACK, IFF_MULTICAST } from '../../uapi/if.ts'
import type {
  AddrMessage,
  LinkMessage,
  NeighMessage,
  NetlinkError,
  RouteMessage,
  RtnetlinkMessage,
  RtnetlinkReply,
  RtnetlinkRequest,
} from '../../uapi/rtnetlink.ts'
import { AF_INET, INFINITY_LIFE_TIME } from '../../uapi/rtnetlink.ts'
import { MAC_BROADCAST } from '../../wire/mac.ts'

const NO_STATS = {
  rxPackets: 0,
  txPackets: 0,
  rxBytes: 0,
  txBytes: 0,
  rxErrors: 0,
  txErrors: 0,
  rxDropped: 0,
  txDropped: 0,
  multicast: 0,
  collisions: 0,
}

/** An Ethernet device as it is born, but for what `over` says. */
export function link(over: Partial<LinkMessage> & { index: number; ifname: string }): LinkMessage {
  return {
    type: 'RTM_NEWLINK',
    hwType: ARPHRD_ETHER,
    flags: IFF_BROADCAST | IFF_MULTICAST,
    mtu: 1500,
    minMtu: 68,
    maxMtu: 65535,
    txqlen: 1000,
    qdisc: 'noop',
    operstate: 'DOWN',
    linkmode: 0,
    group: 0,
    promiscuity: 0,
    allmulti: 0,
    address: 0x020000000000 + over.index,
    broadcast: MAC_BROADCAST,
    numTxQueues: 1,
    numRxQueues: 1,
    gsoMaxSize: 65536,
    gsoMaxSegs: 65535,
    tsoMaxSize: 524280,
    groMaxSize: 65536,
    addrgenmode: 'eui64',
    carrierChanges: 0,
    stats: NO_STATS,
    ...over,
  }
}

export const LO: LinkMessage = link({
  index: 1,
  ifname: 'lo',
  hwType: ARPHRD_LOOPBACK,
  flags: IFF_LOOPBACK,
  mtu: 65536,
  minMtu: 0,
  maxMtu: 0,
  address: 0,
  broadcast: 0,
})

export function addr(
  over: Partial<AddrMessage> & { index: number; local: AddrMessage['local'] },
): AddrMessage {
  return {
    type: 'RTM_NEWADDR',
    family: AF_INET,
    prefixlen: 24,
    flags: 0x80,
    scope: 0,
    address: over.local,
    validLft: INFINITY_LIFE_TIME,
    preferredLft: INFINITY_LIFE_TIME,
    ...over,
  }
}

export function route(over: Partial<RouteMessage>): RouteMessage {
  return {
    type: 'RTM_NEWROUTE',
    family: AF_INET,
    table: 254,
    protocol: 3,
    scope: 0,
    routeType: 1,
    dst: 0,
    dstLen: 0,
    tos: 0,
    priority: 0,
    flags: 0,
    ...over,
  }
}

export function neigh(over: Partial<NeighMessage> & { index: number }): NeighMessage {
  return {
    type: 'RTM_NEWNEIGH',
    family: AF_INET,
    state: 0x80,
    flags: 0,
    confirmed: 0,
    used: 0,
    updated: 0,
    refcnt: 0,
    probes: 0,
    ...over,
  }
}

class Exit {
  readonly status: number
  constructor(status: number) {
    this.status = status
  }
}

export class Bench {
  links: LinkMessage[] = [LO]
  addrs: AddrMessage[] = []
  routes: RouteMessage[] = []
  neighs: NeighMessage[] = []
  /** By path. */
  files = new Map<string, string>()
  /** Answer to the next change. */
  refusal: NetlinkError | null = null
  /** Changes that were asked for. */
  changes: RtnetlinkRequest[] = []
  stdin = ''

  /** A command line, split at spaces: what was printed, and the status in brackets when it is not 0. */
  run(program: Program, line: string): string {
    return this.runWords(program, line.split(' '))
  }

  runWords(program: Program, argv: readonly string[]): string {
    let output = ''
    const lines = this.stdin === '' ? [] : this.stdin.replace(/\n$/, '').split('\n')
    const partial = {
      argv,
      env: new Map<string, string>(),
      io: {
        out: (text: string) => (output += text),
        err: (text: string) => (output += text),
        isatty: () => false,
        *line(): Blocking<string | null> {
          return lines.shift() ?? null
        },
      },
      fs: {
        readText: (path: string) => this.files.get(path) ?? ENOENT,
        readdirUnsorted: () => ENOENT,
        readdir: () => ENOENT,
      },
      net: { rtnetlink: (request: RtnetlinkRequest) => this.answer(request), openNetns: () => ENOENT },
      procs: {
        exit: (status: number): never => {
          throw new Exit(status)
        },
      },
    }
    let status: number
    try {
      const step = program(partial as unknown as Process).next()
      status = step.done ? step.value : -1
    } catch (end) {
      if (!(end instanceof Exit)) throw end
      status = end.status
    }
    return status === 0 ? output : `${output}[${status}]`
  }

  private answer(request: RtnetlinkRequest): RtnetlinkReply {
    switch (request.type) {
      case 'RTM_GETLINK':
        return this.getLink(request)
      case 'RTM_GETADDR':
        return { messages: ofFamily(this.addrs, request.family) }
      case 'RTM_GETROUTE':
        return this.getRoute(request.family, request.table ?? 0)
      case 'RTM_GETNEIGH':
        return { messages: ofFamily(this.neighs, request.family) }
      case 'RTM_GETROUTE_LOOKUP':
        return { messages: this.routes.slice(0, 1) }
    }
    this.changes.push(request)
    if (!this.refusal) return { messages: [] }
    const error = this.refusal
    this.refusal = null
    return { error }
  }

  private getRoute(family: number, table: number): RtnetlinkReply {
    const routes = this.routes.filter((one) => table === 0 || one.table === table)
    if (table !== 0 && routes.length === 0) {
      return { error: { errno: ENOENT, extack: 'ipv4: FIB table does not exist' } }
    }
    return { messages: ofFamily(routes, family) }
  }

  private getLink(request: RtnetlinkRequest & { type: 'RTM_GETLINK' }): RtnetlinkReply {
    const { index, ifname } = request
    if (index === undefined && ifname === undefined) return { messages: this.links }
    const found = this.links.find((one) => one.index === index || one.ifname === ifname)
    return found ? { messages: [found] } : { error: { errno: ENODEV, extack: null } }
  }
}

function ofFamily(
  messages: readonly (AddrMessage | RouteMessage | NeighMessage)[],
  family: number,
): RtnetlinkMessage[] {
  return messages.filter((message) => family === 0 || message.family === family)
}
