// A kernel with short words for what tests do to it.
import { Clock, SECOND } from '../sim/clock.ts'
import { Random } from '../sim/random.ts'
import { Trace } from '../sim/trace.ts'
import { isErrno, type Errno } from '../uapi/errno.ts'
import { IFF_UP } from '../uapi/if.ts'
import {
  AF_INET,
  type LinkMessage,
  type RouteAttrs,
  type RtnetlinkMessage,
  type RtnetlinkRequest,
} from '../uapi/rtnetlink.ts'
import { formatInet, parseInet, type Inet } from '../wire/inet.ts'
import type { Ipv4 } from '../wire/ipv4.ts'
import { Kernel, type Net } from './kernel.ts'
import { MODULES } from './modules.ts'

export function inet(text: string): Inet {
  const address = parseInet(text)
  if (address === null) throw new Error(`not an address: ${text}`)
  return address
}

export class KernelBench {
  readonly clock = new Clock()
  readonly trace = new Trace()
  readonly kernel = new Kernel({
    machine: 'host',
    clock: this.clock,
    random: new Random(1),
    trace: this.trace,
    modules: MODULES,
  })
  readonly root = this.kernel.initNet

  /** A namespace that says nothing by IPv6 of itself: for tests that count frames. */
  ipv4Net(): Net {
    const net = this.kernel.createNet()
    this.ipv4Only(net)
    return net
  }

  ipv4Only(net: Net): void {
    this.kernel.writeSysctl(net, 'net/ipv6/conf/all/disable_ipv6', '1')
  }

  /** The refusal's name and extended text; null when it was done. */
  ask(net: Net, request: RtnetlinkRequest): string | null {
    const { error } = this.kernel.rtnetlink(net, request)
    return error ? `${error.errno.name} ${error.extack ?? ''}`.trim() : null
  }

  ok(net: Net, request: RtnetlinkRequest): readonly RtnetlinkMessage[] {
    const reply = this.kernel.rtnetlink(net, request)
    if (reply.error) throw new Error(`${request.type}: ${reply.error.errno.name} ${reply.error.extack ?? ''}`)
    return reply.messages
  }

  link(net: Net, ifname: string): LinkMessage {
    const [message] = this.ok(net, { type: 'RTM_GETLINK', ifname })
    if (message?.type !== 'RTM_NEWLINK') throw new Error(`no link ${ifname}`)
    return message
  }

  add(net: Net, ifname: string, kind: string): void {
    this.ok(net, {
      type: 'RTM_NEWLINK',
      flags: { create: true, excl: true },
      link: { ifname, linkinfo: { kind } },
    })
  }

  veth(net: Net, ifname: string, peer: string, netns: Net): void {
    const linkinfo = { kind: 'veth', peer: { ifname: peer, netns } }
    this.ok(net, { type: 'RTM_NEWLINK', flags: { create: true, excl: true }, link: { ifname, linkinfo } })
  }

  up(net: Net, ifname: string): void {
    this.ok(net, { type: 'RTM_NEWLINK', flags: {}, link: { ifname, flags: IFF_UP, change: IFF_UP } })
  }

  down(net: Net, ifname: string): void {
    this.ok(net, { type: 'RTM_NEWLINK', flags: {}, link: { ifname, flags: 0, change: IFF_UP } })
  }

  master(net: Net, ifname: string, to: string | null): void {
    const master = to === null ? 0 : this.link(net, to).index
    this.ok(net, { type: 'RTM_NEWLINK', flags: {}, link: { ifname, master } })
  }

  addr(net: Net, ifname: string, text: string): string | null {
    const [address = '', length = '32'] = text.split('/')
    const local = inet(address)
    return this.ask(net, {
      type: 'RTM_NEWADDR',
      flags: { create: true, excl: true },
      addr: {
        family: AF_INET,
        index: this.link(net, ifname).index,
        prefixlen: Number(length),
        local,
        address: local,
        scope: 0,
        flags: 0,
      },
    })
  }

  delAddr(net: Net, ifname: string, text: string): string | null {
    const [address = '', length = '32'] = text.split('/')
    const local = inet(address)
    const index = this.link(net, ifname).index
    const addr = {
      family: AF_INET,
      index,
      prefixlen: Number(length),
      local,
      address: local,
      scope: 0,
      flags: 0,
    } as const
    return this.ask(net, { type: 'RTM_DELADDR', addr })
  }

  /** A static unicast route, as `ip route add` asks for it; `more` changes what it must. */
  route(net: Net, to: string, more: Partial<RouteAttrs> & { via?: string }): RouteAttrs {
    const [dst = '', length = '32'] = to.split('/')
    const { via, ...rest } = more
    return {
      family: AF_INET,
      table: 254,
      protocol: 3,
      scope: via ? 0 : 253,
      routeType: 1,
      dst: inet(dst),
      dstLen: Number(length),
      tos: 0,
      priority: 0,
      flags: 0,
      ...(via ? { gateway: inet(via) } : {}),
      ...rest,
    }
  }

  addRoute(net: Net, to: string, more: Partial<RouteAttrs> & { via?: string }): string | null {
    return this.ask(net, {
      type: 'RTM_NEWROUTE',
      flags: { create: true, excl: true },
      route: this.route(net, to, more),
    })
  }

  /** Main table: `10.0.0.0/24 via 10.0.0.1 dev eth0`. */
  routes(net: Net, table = 254): string[] {
    return this.ok(net, { type: 'RTM_GETROUTE', family: AF_INET }).flatMap((m) => {
      if (m.type !== 'RTM_NEWROUTE' || m.table !== table || typeof m.dst === 'bigint') return []
      const via = typeof m.gateway === 'number' ? ` via ${formatInet(m.gateway)}` : ''
      const dev = m.oif === undefined ? '' : ` dev ${net.devices.get(m.oif)?.name}`
      return [`${formatInet(m.dst)}/${m.dstLen}${via}${dev}${m.flags & 16 ? ' linkdown' : ''}`]
    })
  }

  /** Echoes once and waits: `64 bytes from …`, an error's name, or `nothing`. */
  ping(net: Net, to: string, seconds = 1): string {
    const socket = this.kernel.icmpSocket(net)
    socket.options.recverr = true
    const refused = socket.sendto(
      { kind: 'icmp', type: 8, code: 0, id: 7, seq: 1, data: new Uint8Array(56) },
      inet(to),
    )
    if (refused) return refused.name
    this.run(seconds)
    const error = socket.recverr()
    const answer: Ipv4 | Errno = socket.recv()
    socket.close()
    if (error) return `${error.errno.name} from ${error.from === null ? 'here' : formatInet(error.from)}`
    return isErrno(answer) ? 'nothing' : `reply from ${formatInet(answer.src)} ttl ${answer.ttl}`
  }

  run(seconds: number): void {
    const end = this.clock.now + seconds * SECOND
    while (this.clock.next <= end && this.clock.step());
    this.clock.advanceTo(end)
  }
}
