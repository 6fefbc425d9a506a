// The states of udhcpc: looks for a server, takes an address, keeps it, gives it back (RFC 2131 §4.4).
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
import { detach } from '../lib/daemon.ts'
import { askServer, leaseOf, requestOf, sendToServer, type DhcpLease } from '../lib/dhcp/lease.ts'
import { DhcpLink } from '../lib/dhcp/link.ts'
import { runScript, type UdhcpcEvent } from './script.ts'

const HEADER = { tos: 0, ttl: 64 } as const
const MOST_OCTETS = 576
const SCRIPT_START = 10 * MILLISECOND
const FOREVER = 0xffffffff

export interface ClientSettings {
  readonly ifname: string
  /** Null: what Debian's does. */
  readonly script: string | null
  readonly tries: number
  readonly pause: number
  readonly again: number
  readonly wanted: Inet | null
  readonly hostname: string | null
  readonly vendor: string
  readonly asked: readonly number[]
  readonly clientId: boolean
  readonly broadcast: boolean
  readonly foreground: boolean
  readonly background: boolean
  readonly now: boolean
  readonly quit: boolean
  readonly release: boolean
}

type Asked = 'renew' | 'release' | 'end' | null

export class Client {
  readonly #p: Process
  readonly #set: ClientSettings
  readonly #link: LinkMessage
  #lease: DhcpLease | null
  #asked: Asked = null

  /** `lease`: what it has, when it goes on in the background. */
  constructor(p: Process, set: ClientSettings, link: LinkMessage, lease: DhcpLease | null) {
    this.#p = p
    this.#set = set
    this.#link = link
    this.#lease = lease
  }

  *run(): Blocking<number> {
    const { procs } = this.#p
    procs.onSignal('USR1', () => (this.#asked = 'renew'))
    procs.onSignal('USR2', () => (this.#asked = 'release'))
    procs.onSignal('TERM', () => (this.#asked = 'end'))
    if (!this.#lease) {
      yield* this.#event('deconfig')
      const status = yield* this.#obtain()
      if (status !== null) return status
    }
    return yield* this.#keep()
  }

  /** Null when it has a lease and goes on with it here. */
  *#obtain(): Blocking<number | null> {
    const { set, p } = { set: this.#set, p: this.#p }
    for (;;) {
      this.#lease = yield* this.#discover()
      if (this.#lease) {
        if (set.quit) {
          if (set.release) yield* this.#release()
          return 0
        }
        return set.foreground || set.background ? null : this.#fork()
      }
      if (this.#asked === 'end') return this.#end()
      yield* this.#event('leasefail')
      if (set.now) {
        this.#say('no lease, failing')
        return 1
      }
      if (set.background && !set.foreground) {
        this.#say('no lease, forking to background')
        return this.#fork()
      }
      yield* p.clock.sleep(set.again * SECOND)
    }
  }

  /** A child goes on; what was started from the shell is over. */
  #fork(): number {
    const { argv } = this.#p
    const [set, link, lease] = [this.#set, this.#link, this.#lease]
    this.#p.procs.spawn(
      function* (child) {
        detach(child)
        return yield* new Client(child, { ...set, background: true }, link, lease).run()
      },
      { argv, pgid: 'own' },
    )
    return 0
  }

  *#discover(): Blocking<DhcpLease | null> {
    const { clock } = this.#p
    const { tries, pause } = this.#set
    const wire = new DhcpLink(this.#p, this.#link, HEADER)
    const xid = this.#p.random()
    const began = clock.now()
    try {
      for (let n = 0; n < tries; n++) {
        this.#say('broadcasting discover')
        const wanted = this.#set.wanted
        const options = wanted === null ? [] : [addressOption(DHCP_OPTIONS.requestedAddress, wanted)]
        wire.broadcast(this.#message(DHCP_TYPES.DISCOVER, xid, options, began))
        const until = clock.now() + pause * SECOND
        const offer = yield* this.#await(wire, xid, [DHCP_TYPES.OFFER], until)
        if (this.#asked === 'end') return null
        if (!offer) continue
        const lease = yield* this.#select(wire, xid, offer, began)
        if (lease) return lease
      }
      return null
    } finally {
      wire.close()
    }
  }

  *#select(wire: DhcpLink, xid: number, offer: Dhcp, began: Nanoseconds): Blocking<DhcpLease | null> {
    const server = dhcpAddress(offer, DHCP_OPTIONS.serverId)
    for (let n = 0; n < this.#set.tries; n++) {
      this.#say(`broadcasting select for ${formatInet(offer.yiaddr)}, server ${formatInet(server)}`)
      const options = [
        addressOption(DHCP_OPTIONS.requestedAddress, offer.yiaddr),
        addressOption(DHCP_OPTIONS.serverId, server),
      ]
      wire.broadcast(this.#message(DHCP_TYPES.REQUEST, xid, options, began))
      const until = this.#p.clock.now() + this.#set.pause * SECOND
      const answer = yield* this.#await(wire, xid, [DHCP_TYPES.ACK, DHCP_TYPES.NAK], until)
      if (this.#asked === 'end') return null
      if (!answer) continue
      if (dhcpType(answer) === DHCP_TYPES.NAK) {
        this.#say('received DHCP NAK')
        yield* this.#event('nak')
        yield* this.#event('deconfig')
        return null
      }
      return yield* this.#bound(answer, 'bound')
    }
    return null
  }

  *#await(wire: DhcpLink, xid: number, types: readonly number[], until: Nanoseconds): Blocking<Dhcp | null> {
    for (;;) {
      const message = yield* wire.receive(xid, until)
      if (!message || types.includes(dhcpType(message))) return message
    }
  }

  *#bound(message: Dhcp, event: 'bound' | 'renew'): Blocking<DhcpLease> {
    const lease = leaseOf(message)
    this.#say(
      `lease of ${formatInet(lease.address)} obtained from ${formatInet(lease.server)}, lease time ${lease.time}`,
    )
    this.#lease = lease
    yield* this.#event(event)
    return lease
  }

  /** Until it is told to end. */
  *#keep(): Blocking<number> {
    let granted = this.#p.clock.now()
    for (;;) {
      const lease = this.#lease
      const left = lease && lease.time !== FOREVER ? granted + lease.renewal * SECOND : Infinity
      yield* this.#p.clock.wait([], left)
      const asked = this.#asked
      this.#asked = null
      if (asked === 'end') {
        if (this.#set.release) yield* this.#release()
        return this.#end()
      }
      if (asked === 'release') yield* this.#release()
      else if (lease && (yield* this.#renew(lease, granted))) granted = this.#p.clock.now()
      else {
        const status = yield* this.#obtain()
        if (status !== null) return status
        granted = this.#p.clock.now()
      }
    }
  }

  /** False when the server does not answer until the lease is over. */
  *#renew(lease: DhcpLease, granted: Nanoseconds): Blocking<boolean> {
    const over = granted + lease.time * SECOND
    let pause = Math.max((lease.time - lease.renewal) / 2, this.#set.pause)
    for (;;) {
      this.#say(`sending renew to server ${formatInet(lease.server)}`)
      const message = this.#message(DHCP_TYPES.REQUEST, this.#p.random(), [], this.#p.clock.now())
      const until = Math.min(this.#p.clock.now() + pause * SECOND, over)
      const answer = yield* askServer(this.#p, lease, { ...message, ciaddr: lease.address }, until)
      if (answer && dhcpType(answer) === DHCP_TYPES.ACK) {
        yield* this.#bound(answer, 'renew')
        return true
      }
      if (this.#asked === 'end') return true
      if (answer) this.#say('received DHCP NAK')
      else yield* this.#p.clock.wait([], until)
      if (answer || this.#p.clock.now() >= over) {
        if (!answer) this.#say('lease lost, entering init state')
        yield* this.#event(answer ? 'nak' : 'deconfig')
        this.#lease = null
        return false
      }
      pause = Math.max(pause / 2, this.#set.pause)
    }
  }

  /** Ref: perform_release() */
  *#release(): Blocking<void> {
    const lease = this.#lease
    if (lease) {
      this.#say(`unicasting a release of ${formatInet(lease.address)} to ${formatInet(lease.server)}`)
      this.#say('sending release')
      const options = [addressOption(DHCP_OPTIONS.serverId, lease.server)]
      const message = requestOf(this.#link.address, this.#p.random(), [
        octetOption(DHCP_OPTIONS.messageType, DHCP_TYPES.RELEASE),
        ...options,
        ...this.#identity(),
      ])
      const error = sendToServer(this.#p, lease, { ...message, ciaddr: lease.address })
      if (error) this.#say(`bind(UDP): ${error.text}`)
      // The script takes a moment to start, in which a neighbour is found.
      yield* this.#p.clock.sleep(SCRIPT_START)
    }
    this.#say('entering released state')
    this.#lease = null
    yield* this.#event('deconfig')
  }

  #end(): number {
    this.#say('received SIGTERM')
    return 0
  }

  #identity(): DhcpOption[] {
    if (!this.#set.clientId) return []
    const mac = this.#link.address
    const octets = [40, 32, 24, 16, 8, 0].map((shift) => Math.floor(mac / 2 ** shift) % 256)
    return [octetOption(DHCP_OPTIONS.clientId, 1, ...octets)]
  }

  #message(type: number, xid: number, options: readonly DhcpOption[], began: Nanoseconds): Dhcp {
    const { asked, vendor, hostname } = this.#set
    const message = requestOf(this.#link.address, xid, [
      octetOption(DHCP_OPTIONS.messageType, type),
      ...options,
      octetOption(DHCP_OPTIONS.maxSize, MOST_OCTETS >> 8, MOST_OCTETS & 255),
      ...(asked.length > 0 ? [octetOption(DHCP_OPTIONS.parameterRequest, ...asked)] : []),
      ...(hostname === null ? [] : [textOption(DHCP_OPTIONS.hostname, hostname)]),
      textOption(DHCP_OPTIONS.vendorClass, vendor),
      ...this.#identity(),
    ])
    const secs = Math.floor((this.#p.clock.now() - began) / SECOND)
    return { ...message, secs, broadcast: this.#set.broadcast }
  }

  #event(event: UdhcpcEvent): Blocking<void> {
    return runScript(this.#p, this.#set.script, this.#set.ifname, event, this.#lease)
  }

  #say(words: string): void {
    this.#p.io.err(`udhcpc: ${words}\n`)
  }
}
