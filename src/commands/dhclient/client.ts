// The states of dhclient (RFC 2131 §4.4). Ref: client/dhclient.c of ISC DHCP 4.4
import type { Blocking, Process } from '../../os/program.ts'
import { MILLISECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import {
  addressOption,
  DHCP_OPTIONS,
  DHCP_TYPES,
  dhcpAddress,
  dhcpType,
  octetOption,
  textOption,
  type Dhcp,
  type DhcpOption,
} from '../../wire/dhcp.ts'
import { formatInet, type Inet } from '../../wire/inet.ts'
import { askServer, leaseOf, requestOf, sendToServer, type DhcpLease } from '../lib/dhcp/lease.ts'
import { DhcpLink } from '../lib/dhcp/link.ts'
import { configure, unconfigure } from './configure.ts'
import { appendLease, readLease, REQUESTED, type KeptLease } from './leasefile.ts'
import type { DhclientSettings } from './settings.ts'

const HEADER = { tos: 0x10, ttl: 128 } as const
/** Seconds: how long a server is looked for, how long one that is known is asked, when it is tried again. */
const TIMEOUT = 60
const REBOOT = 10
const RETRY = 300
/** No pause between questions is longer. */
const BACKOFF_CUTOFF = 15
/** The script that configures takes a moment to start, in which a neighbour is found. */
const SCRIPT_START = 10 * MILLISECOND

export class Client {
  readonly #p: Process
  readonly #set: DhclientSettings
  readonly #link: LinkMessage
  #kept: KeptLease | null
  #ended = false

  constructor(p: Process, set: DhclientSettings, link: LinkMessage, kept: KeptLease | null) {
    this.#p = p
    this.#set = set
    this.#link = link
    this.#kept = kept
  }

  get kept(): KeptLease | null {
    return this.#kept
  }

  say(words: string): void {
    if (this.#set.verbose) this.#p.io.err(`${words}\n`)
  }

  /** With a lease, or false when nobody gives one. */
  *obtain(): Blocking<boolean> {
    const wire = new DhcpLink(this.#p, this.#link, HEADER)
    const xid = this.#p.random()
    try {
      const kept = this.#kept ?? readLease(this.#p, this.#set.leaseFile, this.#link.ifname)
      if (kept && kept.expire > this.#p.clock.epoch()) {
        const known = yield* this.#request(wire, xid, kept.lease.address, null, REBOOT)
        if (known) return this.#bound(known)
      }
      const offer = yield* this.#discover(wire, xid, kept?.lease.address ?? null)
      if (!offer) return false
      const server = dhcpAddress(offer, DHCP_OPTIONS.serverId)
      const ack = yield* this.#request(wire, xid, offer.yiaddr, server, TIMEOUT)
      return ack ? this.#bound(ack) : false
    } finally {
      wire.close()
    }
  }

  *#discover(wire: DhcpLink, xid: number, wanted: Inet | null): Blocking<Dhcp | null> {
    const { clock } = this.#p
    const { ifname } = this.#link
    const over = clock.now() + TIMEOUT * SECOND
    let interval = 0
    while (clock.now() < over) {
      interval = this.#nextInterval(interval, Math.ceil((over - clock.now()) / SECOND))
      this.say(`DHCPDISCOVER on ${ifname} to 255.255.255.255 port 67 interval ${interval}`)
      const options = wanted === null ? [] : [addressOption(DHCP_OPTIONS.requestedAddress, wanted)]
      wire.broadcast(this.#message(DHCP_TYPES.DISCOVER, xid, options))
      const until = Math.min(clock.now() + interval * SECOND, over)
      const offer = yield* this.#await(wire, xid, [DHCP_TYPES.OFFER], until)
      if (!offer) continue
      const server = dhcpAddress(offer, DHCP_OPTIONS.serverId)
      this.say(`DHCPOFFER of ${formatInet(offer.yiaddr)} from ${formatInet(server)}`)
      return offer
    }
    return null
  }

  /** Ref: send_discover(): grows at random, up to the cutoff, and not past the end. */
  #nextInterval(last: number, left: number): number {
    const grown = last === 0 ? 3 + (this.#p.random() % 6) : last + (this.#p.random() % (2 * last))
    const cut =
      grown > BACKOFF_CUTOFF ? Math.floor(BACKOFF_CUTOFF / 2) + (this.#p.random() % BACKOFF_CUTOFF) : grown
    return Math.max(Math.min(cut, left), 1)
  }

  /** `server`: null where the address was had before (INIT-REBOOT). Null when it is refused or nobody answers. */
  *#request(
    wire: DhcpLink,
    xid: number,
    address: Inet,
    server: Inet | null,
    seconds: number,
  ): Blocking<Dhcp | null> {
    const { clock } = this.#p
    const over = clock.now() + seconds * SECOND
    let interval = 0
    while (clock.now() < over) {
      interval = this.#nextInterval(interval, Math.ceil((over - clock.now()) / SECOND))
      this.say(`DHCPREQUEST for ${formatInet(address)} on ${this.#link.ifname} to 255.255.255.255 port 67`)
      const options = [
        ...(server === null ? [] : [addressOption(DHCP_OPTIONS.serverId, server)]),
        addressOption(DHCP_OPTIONS.requestedAddress, address),
      ]
      wire.broadcast(this.#message(DHCP_TYPES.REQUEST, xid, options))
      const until = clock.now() + interval * SECOND
      const answer = yield* this.#await(wire, xid, [DHCP_TYPES.ACK, DHCP_TYPES.NAK], until)
      if (!answer) continue
      const from = formatInet(dhcpAddress(answer, DHCP_OPTIONS.serverId))
      if (dhcpType(answer) === DHCP_TYPES.NAK) {
        this.say(`DHCPNAK from ${from}`)
        return null
      }
      this.say(`DHCPACK of ${formatInet(answer.yiaddr)} from ${from}`)
      return answer
    }
    return null
  }

  *#await(wire: DhcpLink, xid: number, types: readonly number[], until: Nanoseconds): Blocking<Dhcp | null> {
    for (;;) {
      const message = yield* wire.receive(xid, until)
      if (!message || types.includes(dhcpType(message))) return message
    }
  }

  #bound(message: Dhcp): true {
    const lease = leaseOf(message)
    const now = Math.floor(this.#p.clock.epoch())
    const quarter = Math.max(Math.floor(lease.renewal / 4), 1)
    const renewal = lease.renewal - quarter + (this.#p.random() % quarter)
    this.#kept = {
      lease,
      ifname: this.#link.ifname,
      renew: now + renewal,
      rebind: now + lease.rebinding,
      expire: now + lease.time,
    }
    appendLease(this.#p, this.#set.leaseFile, this.#kept)
    configure(this.#p, this.#link, lease)
    this.say(`bound to ${formatInet(lease.address)} -- renewal in ${renewal} seconds.`)
    return true
  }

  /** Keeps the lease until a signal comes. */
  *keep(): Blocking<number> {
    const { clock, procs } = this.#p
    procs.onSignal('TERM', () => (this.#ended = true))
    // Answers to a relay come here; its own come by the packet socket.
    const fallback = this.#p.net.udpSocket()
    fallback.options.reuseaddr = true
    fallback.bind({ address: 0, port: 68 })
    while (!this.#ended) {
      const kept = this.#kept
      if (!kept) {
        if (!(yield* this.obtain()) && !this.#ended) yield* clock.sleep(RETRY * SECOND)
        continue
      }
      yield* clock.sleep(Math.max(kept.renew - clock.epoch(), 0) * SECOND)
      if (this.#ended) break
      if (!(yield* this.#renew(kept))) {
        unconfigure(this.#p, this.#link)
        this.#kept = null
      }
    }
    fallback.close()
    return 0
  }

  *#renew({ lease, expire }: KeptLease): Blocking<boolean> {
    const { clock } = this.#p
    while (clock.epoch() < expire && !this.#ended) {
      const server = formatInet(lease.server)
      this.say(`DHCPREQUEST for ${formatInet(lease.address)} on ${this.#link.ifname} to ${server} port 67`)
      const message = this.#message(DHCP_TYPES.REQUEST, this.#p.random(), [])
      const until = clock.now() + BACKOFF_CUTOFF * SECOND
      const answer = yield* askServer(this.#p, lease, { ...message, ciaddr: lease.address }, until)
      if (answer && dhcpType(answer) === DHCP_TYPES.ACK) {
        this.say(`DHCPACK of ${formatInet(answer.yiaddr)} from ${server}`)
        return this.#bound(answer)
      }
      if (answer) {
        this.say(`DHCPNAK from ${server}`)
        return false
      }
      yield* clock.wait([], until)
    }
    return this.#ended
  }

  /** A client that is told to end all others (-x) begins as any does, and ends. */
  askAgain(): void {
    const kept = readLease(this.#p, this.#set.leaseFile, this.#link.ifname)
    if (!kept) return
    const address = kept.lease.address
    const wire = new DhcpLink(this.#p, this.#link, HEADER)
    this.say(`DHCPREQUEST for ${formatInet(address)} on ${this.#link.ifname} to 255.255.255.255 port 67`)
    const options = [addressOption(DHCP_OPTIONS.requestedAddress, address)]
    wire.broadcast(this.#message(DHCP_TYPES.REQUEST, this.#p.random(), options))
    wire.close()
  }

  /** Gives the lease back. Ref: do_release() */
  *release(lease: DhcpLease): Blocking<void> {
    const { ifname } = this.#link
    this.say(
      `DHCPRELEASE of ${formatInet(lease.address)} on ${ifname} to ${formatInet(lease.server)} port 67`,
    )
    const message = requestOf(this.#link.address, this.#p.random(), [
      octetOption(DHCP_OPTIONS.messageType, DHCP_TYPES.RELEASE),
      addressOption(DHCP_OPTIONS.serverId, lease.server),
      textOption(DHCP_OPTIONS.hostname, this.#p.net.hostname()),
    ])
    const error = sendToServer(this.#p, lease, { ...message, ciaddr: lease.address })
    if (error) this.say(`send_packet: ${error.text}`)
    yield* this.#p.clock.sleep(SCRIPT_START)
    unconfigure(this.#p, this.#link)
  }

  #message(type: number, xid: number, options: readonly DhcpOption[]): Dhcp {
    return requestOf(this.#link.address, xid, [
      octetOption(DHCP_OPTIONS.messageType, type),
      ...options,
      textOption(DHCP_OPTIONS.hostname, this.#p.net.hostname()),
      octetOption(DHCP_OPTIONS.parameterRequest, ...REQUESTED),
    ])
  }
}
