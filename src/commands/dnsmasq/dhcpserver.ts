// A dnsmasq that gives addresses away (RFC 2131 §4.3). Ref: dnsmasq src/dhcp.c, src/rfc2131.c:dhcp_reply()
import type { Process } from '../../os/program.ts'
import { SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'
import { AF_INET, NUD_STALE, type AddrMessage, type LinkMessage } from '../../uapi/rtnetlink.ts'
import type { IcmpSocket, UdpSocket, Waitable } from '../../uapi/socket.ts'
import {
  DHCP_CLIENT_PORT,
  DHCP_OPTIONS,
  DHCP_SERVER_PORT,
  DHCP_TYPES,
  dhcpAddress,
  dhcpOption,
  dhcpText,
  dhcpType,
  emitDhcp,
  parseDhcp,
  type Dhcp,
} from '../../wire/dhcp.ts'
import { ICMP_ECHO } from '../../wire/icmp.ts'
import { formatInet, INADDR_ANY, INADDR_BROADCAST, inetMask, type Inet } from '../../wire/inet.ts'
import { formatMac } from '../../wire/mac.ts'
import { chooseAddress } from './dhcpaddress.ts'
import { netmaskOf, type DhcpConfig, type DhcpHost, type DhcpRange } from './dhcpconfig.ts'
import { formatRequested, formatSent, formatTime } from './dhcpoptions.ts'
import { replyOptions } from './dhcpreply.ts'
import type { Lease, Leases } from './leases.ts'
import type { Log } from './log.ts'

/** How long somebody who has the address already may take to answer, and how long that is remembered. */
const PING_WAIT = 3 * SECOND
const PING_CACHE = 30 * SECOND
/** Precedence of network control. */
const TOS_CLASS_CS6 = 0xc0
const FOREVER = 0xffffffff
const TYPE_NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(DHCP_TYPES).map(([name, type]) => [type, `DHCP${name}`]),
)

/** Where a message came in, and what may be given there. */
export interface Place {
  readonly link: LinkMessage
  readonly own: Inet
  readonly netmask: Inet
  readonly broadcast: Inet
  readonly ranges: readonly DhcpRange[]
}

interface Ping {
  readonly address: Inet
  readonly until: Nanoseconds
  readonly request: Dhcp
  readonly place: Place
}

export class DhcpServer {
  readonly #p: Process
  readonly #config: DhcpConfig
  readonly #leases: Leases
  readonly #log: Log
  readonly #domain: string | null
  readonly #ownDns: boolean
  readonly #socket: UdpSocket
  readonly #icmp: IcmpSocket
  /** An address that is asked for, and nothing else is done meanwhile. */
  #ping: Ping | null = null
  readonly #pinged = new Map<Inet, Nanoseconds>()
  /** Told when names changed. */
  onChange: () => void = () => {}

  constructor(
    p: Process,
    config: DhcpConfig,
    leases: Leases,
    socket: UdpSocket,
    log: Log,
    names: { readonly domain: string | null; readonly ownDns: boolean },
  ) {
    this.#p = p
    this.#config = config
    this.#leases = leases
    this.#log = log
    this.#domain = names.domain
    this.#ownDns = names.ownDns
    this.#socket = socket
    this.#icmp = p.net.icmpSocket()
  }

  get waits(): readonly Waitable[] {
    return this.#ping ? [this.#icmp] : [this.#socket]
  }

  get until(): Nanoseconds {
    return this.#ping?.until ?? Infinity
  }

  serve(takes: (ifname: string) => boolean): void {
    if (this.#leases.expire()) this.onChange()
    if (this.#ping && !this.#pingOver(this.#ping)) return
    for (let got = this.#socket.recv(); got !== EAGAIN; got = this.#socket.recv()) {
      if (isErrno(got)) continue
      const request = parseDhcp(got.data)
      if (!request || request.reply) continue
      this.#receive(request, got.ifindex, takes)
      if (this.#ping) return
    }
  }

  #receive(request: Dhcp, ifindex: number, takes: (ifname: string) => boolean): void {
    const [link] = this.#p.net.rtnetlink({ type: 'RTM_GETLINK', index: ifindex }).messages ?? []
    if (link?.type !== 'RTM_NEWLINK' || !takes(link.ifname)) return
    if (this.#config.excluded.includes(link.ifname)) return
    const place = this.#placeOf(link)
    if (typeof place === 'string') return this.#log.write(place)
    this.#note(request, () => place.ranges.map((r) => this.#available(r)))
    const vendor = dhcpText(request, DHCP_OPTIONS.vendorClass)
    if (vendor !== null) this.#note(request, () => [`vendor class: ${vendor}`])
    const name = dhcpText(request, DHCP_OPTIONS.hostname)
    if (name !== null) this.#note(request, () => [`client provides name: ${name}`])
    this.#handle(request, place)
  }

  #available({ start, end, static: fixed }: DhcpRange): string {
    return `available DHCP ${fixed ? `subnet: ${formatInet(start)}` : `range: ${formatInet(start)} -- ${formatInet(end)}`}`
  }

  /** Ref: complete_context() */
  #placeOf(link: LinkMessage): Place | string {
    const all = this.#p.net.rtnetlink({ type: 'RTM_GETADDR', family: AF_INET }).messages ?? []
    const own = all.flatMap((m): AddrMessage[] =>
      m.type === 'RTM_NEWADDR' && m.index === link.index ? [m] : [],
    )
    if (own.length === 0) return `DHCP packet received on ${link.ifname} which has no address`
    for (const { local, prefixlen, broadcast } of own) {
      if (typeof local !== 'number') continue
      const ranges = this.#config.ranges.filter((range) => {
        const mask = netmaskOf(range, prefixlen)
        return (range.start & mask) >>> 0 === (local & mask) >>> 0
      })
      const [first] = ranges
      if (!first) continue
      const netmask = netmaskOf(first, prefixlen)
      const last = (local | ~inetMask(prefixlen)) >>> 0
      return { link, own: local, netmask, broadcast: first.broadcast ?? broadcast ?? last, ranges }
    }
    return `no address range available for DHCP request via ${link.ifname}`
  }

  #handle(request: Dhcp, place: Place): void {
    const host = this.#hostOf(request)
    if (host?.ignore) return
    switch (dhcpType(request)) {
      case DHCP_TYPES.DISCOVER:
        return this.#discover(request, place, host)
      case DHCP_TYPES.REQUEST:
        return this.#request(request, place, host)
      case DHCP_TYPES.RELEASE:
        return this.#release(request, place)
      case DHCP_TYPES.DECLINE:
        return this.#decline(request, place)
      case DHCP_TYPES.INFORM:
        this.#logPacket(request, place, request.ciaddr)
        return this.#answer(request, place, host, DHCP_TYPES.ACK, INADDR_ANY)
    }
  }

  #hostOf(request: Dhcp): DhcpHost | null {
    const name = dhcpText(request, DHCP_OPTIONS.hostname)
    const { hosts } = this.#config
    return (
      hosts.find(({ macs }) => macs.includes(request.chaddr)) ??
      hosts.find((host) => host.macs.length === 0 && host.name !== null && host.name === name) ??
      null
    )
  }

  #discover(request: Dhcp, place: Place, host: DhcpHost | null): void {
    const address = chooseAddress(this.#config, this.#leases, place, host, request)
    const wanted = dhcpAddress(request, DHCP_OPTIONS.requestedAddress)
    if (address === null) return this.#logPacket(request, place, wanted, 'no address available')
    if (address.fresh && this.#config.ping && !this.#wasPinged(address.address))
      return this.#startPing(address.address, request, place)
    this.#logPacket(request, place, wanted)
    this.#answer(request, place, host, DHCP_TYPES.OFFER, address.address)
  }

  #wasPinged(address: Inet): boolean {
    return (this.#pinged.get(address) ?? -Infinity) + PING_CACHE > this.#p.clock.now()
  }

  /** Ref: src/dnsmasq.c:icmp_ping() */
  #startPing(address: Inet, request: Dhcp, place: Place): void {
    const data = new Uint8Array()
    this.#icmp.sendto(
      { kind: 'icmp', type: ICMP_ECHO, code: 0, id: this.#p.random() & 0xffff, seq: 0, data },
      address,
    )
    this.#ping = { address, request, place, until: this.#p.clock.now() + PING_WAIT }
  }

  /** False while it lasts. */
  #pingOver(ping: Ping): boolean {
    for (let got = this.#icmp.recv(); got !== EAGAIN; got = this.#icmp.recv()) {
      if (isErrno(got) || got.src !== ping.address) continue
      // Somebody has it: the next is tried.
      this.#leases.avoid(ping.address)
      this.#ping = null
      this.#handle(ping.request, ping.place)
      return this.#ping === null
    }
    if (this.#p.clock.now() < ping.until) return false
    this.#pinged.set(ping.address, this.#p.clock.now())
    this.#ping = null
    this.#handle(ping.request, ping.place)
    return this.#ping === null
  }

  /** Ref: dhcp_reply(), case DHCPREQUEST */
  #request(request: Dhcp, place: Place, host: DhcpHost | null): void {
    const server = dhcpAddress(request, DHCP_OPTIONS.serverId)
    const address = dhcpAddress(request, DHCP_OPTIONS.requestedAddress) || request.ciaddr
    const lease = this.#leases.of(request.chaddr)
    if (server !== INADDR_ANY) {
      // It took somebody else's offer.
      if (server !== place.own) return
    } else if (lease?.address !== address && !this.#config.authoritative) {
      // Nothing is known of it: whoever knows may speak.
      if (this.#inRange(place, address)) return
    }
    this.#logPacket(request, place, address)
    const problem = this.#problemOf(request, place, host, address)
    if (problem !== null) return this.#refuse(request, place, address, problem)
    this.#grant(request, place, host, address)
  }

  #inRange({ own, netmask }: Place, address: Inet): boolean {
    return (own & netmask) >>> 0 === (address & netmask) >>> 0
  }

  #problemOf(request: Dhcp, place: Place, host: DhcpHost | null, address: Inet): string | null {
    if (!this.#inRange(place, address)) return 'wrong network'
    const taken = this.#leases.at(address)
    if (taken && taken.mac !== request.chaddr) return 'address in use'
    if (host?.address === address) return null
    if (host?.address !== null && host?.address !== undefined) return 'static lease available'
    const inside = place.ranges.some((r) => !r.static && r.start <= address && address <= r.end)
    if (!inside) return 'address not available'
    const reserved = this.#config.hosts.some((other) => other !== host && other.address === address)
    return reserved ? 'address reserved' : null
  }

  #grant(request: Dhcp, place: Place, host: DhcpHost | null, address: Inet): void {
    const given = host?.name ?? dhcpText(request, DHCP_OPTIONS.hostname)
    const name = given === null || given === '' ? null : (given.split('.')[0] ?? null)
    const seconds = this.#leaseTime(place, host)
    const lease: Lease = {
      mac: request.chaddr,
      address,
      name,
      clientId: dhcpOption(request, DHCP_OPTIONS.clientId),
      expires: seconds === FOREVER ? 0 : Math.floor(this.#p.clock.epoch()) + seconds,
    }
    this.#leases.put(lease)
    this.onChange()
    this.#answer(request, place, host, DHCP_TYPES.ACK, address, lease.name)
  }

  #leaseTime(place: Place, host: DhcpHost | null): number {
    return host?.lease ?? place.ranges[0]?.lease ?? 0
  }

  #refuse(request: Dhcp, place: Place, address: Inet, why: string): void {
    this.#write(
      request,
      `DHCPNAK(${place.link.ifname}) ${formatInet(address)} ${formatMac(request.chaddr)} ${why}`,
    )
    const options = replyOptions(request, this.#config, {
      type: DHCP_TYPES.NAK,
      place,
      lease: null,
      name: null,
      domain: null,
      ownDns: false,
      message: why,
    })
    this.#send({ ...replyTo(request), broadcast: true, options }, place)
  }

  #release(request: Dhcp, place: Place): void {
    const lease = this.#leases.of(request.chaddr)
    const known = lease?.address === request.ciaddr
    this.#logPacket(request, place, request.ciaddr, known ? '' : 'unknown lease')
    if (!lease || !known) return
    this.#leases.drop(lease)
    this.onChange()
  }

  #decline(request: Dhcp, place: Place): void {
    const address = dhcpAddress(request, DHCP_OPTIONS.requestedAddress)
    this.#logPacket(request, place, address, dhcpText(request, DHCP_OPTIONS.message) ?? '')
    const lease = this.#leases.at(address)
    if (lease?.mac === request.chaddr) this.#leases.drop(lease)
    this.#leases.avoid(address)
  }

  #answer(
    request: Dhcp,
    place: Place,
    host: DhcpHost | null,
    type: number,
    address: Inet,
    leased: string | null = null,
  ): void {
    const told = type === DHCP_TYPES.ACK ? (leased ?? '') : ''
    this.#note(request, () => [`tags: ${host ? 'known, ' : ''}${place.link.ifname}`])
    this.#write(
      request,
      `${TYPE_NAMES.get(type)}(${place.link.ifname}) ${formatInet(address || request.ciaddr)} ${formatMac(request.chaddr)} ${told}`,
    )
    const requested = dhcpOption(request, DHCP_OPTIONS.parameterRequest)
    if (requested) this.#note(request, () => formatRequested([...requested]))
    this.#note(request, () => [`next server: ${formatInet(place.own)}`])
    const options = replyOptions(request, this.#config, {
      type,
      place,
      lease: address === INADDR_ANY ? null : this.#leaseTime(place, host),
      name: leased,
      domain: this.#domain,
      ownDns: this.#ownDns,
      message: null,
    })
    this.#note(request, () => options.map(formatSent))
    this.#send({ ...replyTo(request), yiaddr: address, siaddr: place.own, options }, place)
  }

  /** To whom has no address yet, at the address it is to have. Ref: dhcp_packet() */
  #send(reply: Dhcp, { link }: Place): void {
    const { options } = this.#socket
    const all = reply.broadcast && reply.ciaddr === INADDR_ANY
    const to = all ? INADDR_BROADCAST : reply.ciaddr || reply.yiaddr
    if (!all && reply.ciaddr === INADDR_ANY) {
      const { chaddr: lladdr } = reply
      this.#p.net.rtnetlink({
        type: 'RTM_NEWNEIGH',
        flags: { create: true, replace: true },
        neigh: { family: AF_INET, index: link.index, dst: to, lladdr, state: NUD_STALE, flags: 0 },
      })
    }
    const bound = options.bindToDevice
    options.bindToDevice = link.ifname
    this.#socket.sendto(emitDhcp(reply), { address: to, port: DHCP_CLIENT_PORT })
    options.bindToDevice = bound
  }

  /** `DHCPDISCOVER(eth0) 02:00:00:00:00:10 ` */
  #logPacket(request: Dhcp, { link }: Place, address: Inet, more = ''): void {
    const name = TYPE_NAMES.get(dhcpType(request)) ?? 'BOOTP'
    const told = address === INADDR_ANY ? '' : `${formatInet(address)} `
    this.#write(request, `${name}(${link.ifname}) ${told}${formatMac(request.chaddr)} ${more}`)
  }

  #write(request: Dhcp, line: string): void {
    this.#log.write(this.#config.logAll ? `${request.xid} ${line}` : line)
  }

  /** Of --log-dhcp. */
  #note(request: Dhcp, lines: () => readonly string[]): void {
    if (this.#config.logAll) for (const line of lines()) this.#write(request, line)
  }
}

function replyTo(request: Dhcp): Dhcp {
  return { ...request, reply: true, yiaddr: INADDR_ANY, siaddr: INADDR_ANY, options: [] }
}

/** What is said at the beginning. Ref: src/dhcp-common.c:log_context() */
export function describeRanges(config: DhcpConfig): readonly string[] {
  return config.ranges.map((range) =>
    range.static
      ? `DHCP, static leases only on ${formatInet(range.start)}, lease time ${formatTime(range.lease)}`
      : `DHCP, IP range ${formatInet(range.start)} -- ${formatInet(range.end)}, lease time ${formatTime(range.lease)}`,
  )
}

export function openDhcpSocket(p: Process, device: string | null): UdpSocket | string {
  const socket = p.net.udpSocket()
  socket.options.bindToDevice = device
  socket.options.broadcast = true
  socket.options.tos = TOS_CLASS_CS6
  socket.options.pmtudisc = 'dont'
  const refused = socket.bind({ address: INADDR_ANY, port: DHCP_SERVER_PORT })
  return refused ? `failed to bind DHCP server socket: ${refused.text}` : socket
}
